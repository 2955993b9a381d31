// SPDX-License-Identifier: MIT
// Regular expressions for what is at least or at most a number, a day or a version.
//
// What is larger than 314 has more digits, or begins with a larger digit (4 to 9), or with the same one and then a larger
// (32 to 39), and so on: one alternative for each digit.
#include "tools/cli/patterns.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace eligo::cli {
namespace {

using Alternatives = std::vector<std::string>;

std::string any_of(const Alternatives& all) {
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "(?:" : "|") + one;
  return all.empty() ? "(?!)" : out + ")";
}

std::string anchored(const Alternatives& all) {
  return "^" + any_of(all) + "$";
}

std::string digits(std::size_t count) {
  return count == 0 ? "" : "[0-9]{" + std::to_string(count) + "}";
}

/// One digit of `first` to `last`; "" where there is none.
std::string digit(char first, char last) {
  if (first > last) return "";
  if (first == last) return {first};
  return {'[', first, '-', last, ']'};
}

char next(char digit) {
  return static_cast<char>(digit + 1);
}
char previous(char digit) {
  return static_cast<char>(digit - 1);
}

/// The digits of a number that has no sign, without zeros that say nothing.
struct Magnitude {
  std::string whole, places;
};

struct Signed {
  bool is_negative = false;
  Magnitude magnitude;
};

Signed parsed(std::string_view number) {
  Signed out;
  if (!number.empty() && number[0] == '-') {
    out.is_negative = true;
    number.remove_prefix(1);
  }
  const std::size_t point = number.find('.');
  out.magnitude.whole = number.substr(0, point);
  if (point != std::string_view::npos) out.magnitude.places = number.substr(point + 1);
  out.magnitude.whole.erase(0, out.magnitude.whole.find_first_not_of('0'));
  while (!out.magnitude.places.empty() && out.magnitude.places.back() == '0') out.magnitude.places.pop_back();
  if (out.magnitude.whole.empty() && out.magnitude.places.empty()) out.is_negative = false;
  return out;
}

// A whole number has no places after a point; another has any, or so many that are zeros.
std::string any_places(bool is_whole) {
  return is_whole ? "" : "(?:\\.[0-9]+)?";
}
std::string no_places(bool is_whole) {
  return is_whole ? "" : "(?:\\.0+)?";
}

/// The whole part as it may be written.
std::string whole_part(const Magnitude& of) {
  return of.whole.empty() ? "0+" : "0*" + of.whole;
}

Alternatives equal(const Magnitude& of, bool is_whole) {
  if (of.places.empty()) return {whole_part(of) + no_places(is_whole)};
  return {whole_part(of) + "\\." + of.places + "0*"};
}

Alternatives at_least(const Magnitude& least, bool is_whole) {
  const std::string& whole = least.whole;
  Alternatives out = {"0*[1-9][0-9]{" + std::to_string(whole.size()) + ",}" + any_places(is_whole)};
  for (std::size_t i = 0; i < whole.size(); ++i)
    if (const std::string larger = digit(next(whole[i]), '9'); !larger.empty())
      out.push_back("0*" + whole.substr(0, i) + larger + digits(whole.size() - i - 1) + any_places(is_whole));
  if (least.places.empty()) {
    out.push_back(whole_part(least) + any_places(is_whole));
    return out;
  }
  Alternatives places = {least.places + "[0-9]*"};
  for (std::size_t i = 0; i < least.places.size(); ++i)
    if (const std::string larger = digit(next(least.places[i]), '9'); !larger.empty())
      places.push_back(least.places.substr(0, i) + larger + "[0-9]*");
  out.push_back(whole_part(least) + "\\." + any_of(places));
  return out;
}

Alternatives at_most(const Magnitude& most, bool is_whole) {
  const std::string& whole = most.whole;
  Alternatives out;
  if (!whole.empty())
    out.push_back("0*" + (whole.size() == 1 ? "0" : "[0-9]{1," + std::to_string(whole.size() - 1) + "}") +
                  any_places(is_whole));
  for (std::size_t i = 0; i < whole.size(); ++i)
    if (const std::string smaller = digit(i == 0 ? '1' : '0', previous(whole[i])); !smaller.empty())
      out.push_back("0*" + whole.substr(0, i) + smaller + digits(whole.size() - i - 1) +
                    any_places(is_whole));
  if (most.places.empty()) {
    out.push_back(whole_part(most) + no_places(is_whole));
    return out;
  }
  Alternatives places = {most.places + "0*"};
  for (std::size_t i = 0; i < most.places.size(); ++i) {
    if (i > 0) places.push_back(most.places.substr(0, i));
    if (const std::string smaller = digit('0', previous(most.places[i])); !smaller.empty())
      places.push_back(most.places.substr(0, i) + smaller + "[0-9]*");
  }
  out.push_back(whole_part(most) + "(?:\\." + any_of(places) + ")?");
  return out;
}

std::string negative(const Alternatives& magnitudes) {
  return "-" + any_of(magnitudes);
}

Alternatives both(Alternatives positive, std::string negative_one) {
  positive.push_back(std::move(negative_one));
  return positive;
}

const Magnitude zero;

}  // namespace

std::string number_pattern(bool is_whole) {
  // So many digits as can be told (limits `told_integer_digits`, `told_places`): of a whole number its bounds say it.
  return is_whole ? "^-?[0-9]+$" : "^-?0*[0-9]{1,20}(?:\\.[0-9]{1,10}0*)?$";
}

std::string number_at_least(std::string_view least, bool is_whole) {
  const Signed of = parsed(least);
  if (of.is_negative)
    return anchored(both(at_least(zero, is_whole), negative(at_most(of.magnitude, is_whole))));
  Alternatives out = at_least(of.magnitude, is_whole);
  if (of.magnitude.whole.empty() && of.magnitude.places.empty())
    out.push_back(negative(equal(zero, is_whole)));
  return anchored(out);
}

std::string number_at_most(std::string_view most, bool is_whole) {
  const Signed of = parsed(most);
  if (of.is_negative) return anchored({negative(at_least(of.magnitude, is_whole))});
  return anchored(both(at_most(of.magnitude, is_whole), negative(at_least(zero, is_whole))));
}

std::string same_whole(std::string_view number) {
  const Signed of = parsed(number);
  return (of.magnitude.whole.empty() ? "-?" : of.is_negative ? "-" : "") + whole_part(of.magnitude);
}

std::string position_up_to(std::uint32_t most) {
  const std::string whole = std::to_string(most);
  Alternatives out = {whole};
  if (whole.size() > 1) out.push_back("[1-9][0-9]{0," + std::to_string(whole.size() - 2) + "}");
  for (std::size_t i = 0; i < whole.size(); ++i)
    if (const std::string smaller = digit(i == 0 ? '1' : '0', previous(whole[i])); !smaller.empty())
      out.push_back(whole.substr(0, i) + smaller + digits(whole.size() - i - 1));
  return any_of(out);
}

std::string date_pattern() {
  const std::string leap = "(?:0[48]|[2468][048]|[13579][26])";
  return anchored({"[0-9]{4}-(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
                   "[0-9]{4}-(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)", "[0-9]{4}-02-(?:0[1-9]|1[0-9]|2[0-8])",
                   "(?:[0-9]{2}" + leap + "|" + leap + "00)-02-29"});
}

namespace {

/// Days are compared as their texts are: digit by digit.
std::string date_beside(std::string_view day, bool is_least) {
  Alternatives out = {std::string(day)};
  for (std::size_t i = 0; i < day.size(); ++i) {
    const std::string other = day[i] == '-' ? ""
                              : is_least    ? digit(next(day[i]), '9')
                                            : digit('0', previous(day[i]));
    if (!other.empty())
      out.push_back(std::string(day.substr(0, i)) + other + "[0-9-]{" + std::to_string(9 - i) + "}");
  }
  return anchored(out);
}

constexpr std::size_t most_parts = 4;

std::array<std::string, most_parts> parts_of(std::string_view version) {
  std::array<std::string, most_parts> parts = {"0", "0", "0", "0"};
  for (std::size_t i = 0; i < most_parts && !version.empty(); ++i) {
    const std::size_t point = std::min(version.find('.'), version.size());
    parts[i] = version.substr(0, point);
    version.remove_prefix(std::min(point + 1, version.size()));
  }
  return parts;
}

/// What may stand from a part on, the last one first. A part that is left out is 0.
std::string version_beside(std::string_view version, bool is_least) {
  const auto parts = parts_of(version);
  const std::string rest = "(?:\\.[0-9]+)*";
  std::string behind;  // what may follow an equal part
  for (std::size_t i = most_parts; i-- > 0;) {
    const Magnitude part = parsed(parts[i]).magnitude;
    Alternatives here = {whole_part(part) + behind};
    const std::uint32_t other = static_cast<std::uint32_t>(std::stoul(parts[i])) + (is_least ? 1U : -1U);
    const Magnitude bound = parsed(std::to_string(other)).magnitude;
    if (is_least) here.push_back(any_of(at_least(bound, true)) + rest);
    if (!is_least && !part.whole.empty()) here.push_back(any_of(at_most(bound, true)) + rest);
    bool may_be_left_out = true;  // all from here on are 0: that is the least there is
    for (std::size_t j = i; j < most_parts; ++j)
      may_be_left_out = may_be_left_out && (!is_least || parts[j] == "0");
    behind = "(?:\\." + any_of(here) + ")" + (may_be_left_out ? "?" : "");
    if (i == 0) return anchored(here);
  }
  return "";
}

}  // namespace

std::string date_at_least(std::string_view least) {
  return date_beside(least, true);
}
std::string date_at_most(std::string_view most) {
  return date_beside(most, false);
}

std::string version_pattern() {
  const std::string part = any_of(at_most(parsed("65535").magnitude, true));
  return "^" + part + "(?:\\." + part + "){0,3}$";
}
std::string version_at_least(std::string_view least) {
  return version_beside(least, true);
}
std::string version_at_most(std::string_view most) {
  return version_beside(most, false);
}

std::string same_version(std::string_view version) {
  std::string out, behind;
  const auto parts = parts_of(version);
  for (std::size_t i = most_parts; i-- > 0;) {
    const std::string part = whole_part(parsed(parts[i]).magnitude);
    const bool may_be_left_out = parts[i] == "0" && (behind.empty() || behind.back() == '?');
    out = part + behind;
    behind = "(?:\\." + out + ")" + (may_be_left_out ? "?" : "");
  }
  return out;
}

std::string same_text(std::string_view text, bool any_apostrophe) {
  constexpr std::string_view typographic = "\xE2\x80\x99";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const bool is_typographic = text.substr(at, typographic.size()) == typographic;
    if (any_apostrophe && (is_typographic || text[at] == '\'')) {
      out += "['\xE2\x80\x99]";
      at += is_typographic ? typographic.size() : 1;
      continue;
    }
    if (std::string_view("\\^$.|?*+()[]{}/").find(text[at]) != std::string_view::npos) out += '\\';
    out += text[at++];
  }
  return out;
}

}  // namespace eligo::cli
