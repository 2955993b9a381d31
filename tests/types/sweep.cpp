// SPDX-License-Identifier: MIT
// Owns a line-by-line door to the value types, so that sweep.py can compare them with Python's own over and
// over.
#include <charconv>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interpreter/types/date.hpp"
#include "interpreter/types/decimal.hpp"
#include "interpreter/types/nfc.hpp"

namespace {

using eligo::types::Date;
using eligo::types::Decimal;
using eligo::types::MissingDays;
using eligo::types::RoundMode;

std::string read_all() {
  std::string all;
  char buffer[1 << 16];
  for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, stdin)) != 0;) all.append(buffer, n);
  return all;
}

template <typename Answer>
void answer_lines(std::string_view in, std::string& out, Answer answer) {
  while (!in.empty()) {
    const std::size_t end = in.find('\n');
    answer(in.substr(0, end), out);
    out += '\n';
    in.remove_prefix(end == std::string_view::npos ? in.size() : end + 1);
  }
}

std::vector<std::string_view> words(std::string_view line) {
  std::vector<std::string_view> found;
  while (!line.empty()) {
    const std::size_t end = line.find(' ');
    found.push_back(line.substr(0, end));
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
  }
  return found;
}

std::int64_t number(std::string_view word) {
  std::int64_t value = 0;
  std::from_chars(word.data(), word.data() + word.size(), value);
  return value;
}

void put(std::string& out, const std::optional<Decimal>& d) {
  out += d ? d->str() : "-";
}

RoundMode mode_of(std::string_view word) {
  return word == "up" ? RoundMode::up : (word == "down" ? RoundMode::down : RoundMode::half_up);
}

// `text A`, `compare|add|subtract|multiply A B`, `product|quotient A B STEP MODE`.
void answer_decimal(std::string_view line, std::string& out) {
  const std::vector<std::string_view> w = words(line);
  bool too_long = false;
  const std::optional<Decimal> a = Decimal::parse(w[1], true, &too_long);
  if (!a) {
    out += too_long ? "too long" : "no number";
    return;
  }
  if (w[0] == "text") {
    const std::optional<std::int64_t> whole = a->to_whole();
    out += a->str() + ' ' + std::to_string(a->places()) + ' ' + std::to_string(a->integer_digits()) + ' ' +
           (whole ? std::to_string(*whole) : "-") + ' ' + (-*a).str();
    return;
  }
  const std::optional<Decimal> b = Decimal::parse(w[2], true);
  if (!b) return;
  if (w[0] == "compare") {
    out += std::to_string(Decimal::compare(*a, *b));
  } else if (w[0] == "add") {
    put(out, Decimal::add(*a, *b));
  } else if (w[0] == "subtract") {
    put(out, Decimal::subtract(*a, *b));
  } else if (w[0] == "multiply") {
    put(out, Decimal::multiply(*a, *b));
  } else {
    const std::optional<Decimal> step = Decimal::parse(w[3], true);
    if (!step) return;
    put(out, w[0] == "product" ? Decimal::round_product(*a, *b, *step, mode_of(w[4]))
                               : Decimal::round_quotient(*a, *b, *step, mode_of(w[4])));
  }
}

void put(std::string& out, std::int64_t n) {
  out += ' ' + std::to_string(n);
}
void put(std::string& out, const std::optional<Date>& d) {
  out += d ? ' ' + std::to_string(d->days) : " -";
}

// First `range FROM TO`, then what to do with each day of it: `days N …`, `months N …`, `years N …`, `since
// DATE …`.
void sweep_dates(std::string_view in, std::string& out) {
  constexpr MissingDays rules[] = {MissingDays::roll_forward, MissingDays::roll_back};
  std::vector<std::vector<std::string_view>> lines;
  answer_lines(in, out, [&lines](std::string_view line, std::string&) { lines.push_back(words(line)); });
  out.clear();
  const Date last = *Date::parse(lines.at(0).at(2));
  for (Date day = *Date::parse(lines.at(0).at(1)); day <= last; ++day.days) {
    out += day.iso();
    put(out, Date::parse(day.iso()));
    for (const std::vector<std::string_view>& line : lines) {
      for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[0] == "days") put(out, add_days(day, number(line[i])));
        for (const MissingDays rule : rules) {
          if (line[0] == "months") put(out, add_months(day, number(line[i]), rule));
          if (line[0] == "years") put(out, add_years(day, number(line[i]), rule));
          if (line[0] == "since") put(out, full_months(*Date::parse(line[i]), day, rule));
          if (line[0] == "since") put(out, full_years(*Date::parse(line[i]), day, rule));
        }
        if (line[0] == "since") put(out, days_between(*Date::parse(line[i]), day));
      }
    }
    out += '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view what = argc == 2 ? argv[1] : "";
  const std::string in = read_all();
  std::string out;
  if (what == "decimals") {
    answer_lines(in, out, answer_decimal);
  } else if (what == "dates") {
    sweep_dates(in, out);
  } else if (what == "nfc") {
    answer_lines(in, out, [](std::string_view line, std::string& to) { to += eligo::types::nfc(line); });
  } else if (what == "utf8") {
    answer_lines(in, out, [](std::string_view line, std::string& to) {
      std::size_t at = 0;
      to += eligo::types::is_utf8(line, &at) ? "ok" : std::to_string(at);
    });
  } else {
    std::fputs("usage: types_sweep decimals|dates|nfc|utf8 < lines\n", stderr);
    return 2;
  }
  return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() ? 0 : 1;
}
