// SPDX-License-Identifier: MIT
// Owns the writing of large rulesets: constants near one another and near the ends of ranges, so that much cannot be.
#include "tests/z3/generator.hpp"

#include <set>
#include <vector>

#include "tests/oracle/random.hpp"

namespace eligo::z3_agree {

namespace {

using Words = std::vector<std::string>;

const Words orders{"<", "<=", ">", ">="};
const Words comparisons{"<", "<=", ">", ">=", "is", "is not"};
const Words colors{"red", "green", "blue", "black", "white"};
const Words papers{"passport", "permit", "card"};
const Words wholes{"0 to 1000", "0 to 1000", "1 to 120", "-50 to 50", "0 to 9", "18 to 365"};
const Words days{"2000-02-29", "2000-03-01", "2004-02-29", "2008-02-29", "2026-02-28", "2026-03-01",
                 "2026-02-27", "2025-01-31", "2025-03-31", "1982-02-28", "2082-02-28", "2082-03-01",
                 "2099-12-31", "2100-02-28", "2100-03-01", "2104-02-29"};
const Words ranges_of_days{"1940-01-01 to 2130-12-31", "1940-01-01 to 2130-12-31", "1990-01-01 to 2030-12-31",
                           "2007-12-01 to 2008-03-31", "2063-01-01 to 2101-06-30"};

class Writer {
 public:
  explicit Writer(std::uint64_t seed) : random_(seed) {}
  std::string ruleset();

 private:
  bool one_in(std::size_t n) { return random_.below(n) == 0; }
  std::string one_of(const Words& all) { return random_.pick(all); }
  std::string number(int from, int to) {
    return std::to_string(from + static_cast<int>(random_.below(static_cast<std::size_t>(to - from + 1))));
  }
  /// A fact that the condition does not ask yet, else the other: what asks one fact twice beside others (`w - v > w`) is seldom
  /// written, and where a law of arithmetic is behind it analysis says that it cannot tell. Of one alone it can: `one_…_twice`.
  std::string new_one_of(const Words& all, const std::string& other);
  /// Some constants come again and again.
  std::string near_number() {
    return one_in(3) ? number(-3, 40) : one_of({"0", "17", "18", "19", "20", "64", "100", "999"});
  }
  std::string line_name() { return "l" + std::to_string(lines_++); }

  std::string facts();
  std::string fact(std::size_t kind, const std::string& number);
  std::string value(const char* name, const Words& facts);
  std::string values();
  std::string amount();
  std::string whole();
  std::string one_whole_twice();
  std::string count_of_time();
  std::string moved(const std::string& day);
  std::string day();
  std::string one_day_twice();
  std::string day_atom();
  std::string day_or_none_atom();
  std::string color();
  std::string enum_atom();
  std::string atom();
  std::string asked();
  std::string condition(int depth);
  std::string block(int depth, int indent);
  std::string body();

  oracle::Random random_;
  Words flags_, wholes_, colors_, papers_, days_, days_or_none_, rules_;
  bool has_values_ = false, is_inside_ = false;
  std::set<std::string> asked_;  // in the condition that is being written
  unsigned lines_ = 0;
};

std::string Writer::new_one_of(const Words& all, const std::string& other) {
  Words unasked;
  for (const std::string& fact : all)
    if (asked_.count(fact) == 0) unasked.push_back(fact);
  if (unasked.empty()) return other;
  const std::string chosen = one_of(unasked);
  asked_.insert(chosen);
  return chosen;
}

// A value asks whatever stands in it.
std::string Writer::value(const char* name, const Words& facts) {
  asked_.insert(facts.begin(), facts.end());
  return name;
}

std::string Writer::fact(std::size_t kind, const std::string& number) {
  const auto declared = [&](const char* letter, Words& among, const std::string& type) {
    among.push_back(letter + number);
    return "fact " + among.back() + " : " + type + "\n";
  };
  switch (kind) {
    case 0:
    case 1:
      return declared("w", wholes_, "whole from " + one_of(wholes));
    case 2:
      return declared("f", flags_, "yes or no");
    case 3:
      return declared("c", colors_, one_in(3) ? "color or none" : "color");
    case 4:
      return declared("p", papers_, "paper");
    case 5:
    case 6:
      return declared("d", days_, "date from " + one_of(ranges_of_days));
    default:
      return declared("e", days_or_none_, "date from " + one_of(ranges_of_days) + " or none");
  }
}

// One of each important kind, and others.
std::string Writer::facts() {
  const std::size_t count = 6 + random_.below(5);
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    constexpr std::size_t first[] = {0, 2, 3, 5};
    text += fact(i < std::size(first) ? first[i] : random_.below(8), std::to_string(i));
  }
  return text;
}

std::string Writer::values() {
  std::string text = "value level : whole\n  until 2025-12-31 : " + amount() +
                     "\n  since 2026-01-01 : when " + condition(0) + " then " + near_number() + " else " +
                     amount() + "\nend\n";
  text += "value tint : color or none\n  when " + condition(1) + " then " + one_of(colors) + " else when " +
          condition(0) + " then " + one_of(colors_) + " else " + one_of(colors) + "\nend\n";
  text += "value start : date\n  until 2010-06-30 : " + one_of(days) + "\n";
  for (const char* since : {"2010-07-01 until 2026-02-28", "2026-03-01"}) {
    asked_ = {"today"};
    text += std::string("  since ") + since + " : " + day() + "\n";
  }
  text += "end\n";
  has_values_ = true;
  return text;
}

std::string Writer::amount() {
  const std::string w = new_one_of(wholes_, near_number());
  switch (random_.below(8)) {
    case 0:
      return w + " + " + new_one_of(wholes_, near_number());
    case 1:
      return w + " - " + new_one_of(wholes_, near_number());
    case 2:
      return "2 * " + w;
    case 3:
      return one_of({"max", "min"}) + "(" + w + ", " + near_number() + ")";
    case 4:
      return one_of({"max", "min"}) + "(" + new_one_of(wholes_, near_number()) + ", 2 * " + w + ", " +
             near_number() + ")";
    default:
      return w;
  }
}

std::string Writer::whole() {
  switch (random_.below(has_values_ ? 8 : 6)) {
    case 0:
      return "(when " + condition(0) + " then " + amount() + " else " + near_number() + ")";
    case 1:
      return count_of_time();
    case 2:
      return "max(" + count_of_time() + ", " + amount() + ")";
    case 6:
    case 7:
      return std::string(one_in(2) ? "" : "2 * ") + value("level", wholes_);
    default:
      return amount();
  }
}

std::string Writer::one_whole_twice() {
  const std::string w = one_of(wholes_);
  const std::string less = w + " - " + near_number();
  switch (random_.below(4)) {
    case 0:
      return "max(" + less + ", 2 * " + w + ") " + one_of(comparisons) + " " + near_number();
    case 1:
      return "min(" + w + ", " + near_number() + ") " + one_of(comparisons) + " " + less;
    case 2:
      return "2 * " + w + " - " + near_number() + " " + one_of(comparisons) + " " + w;
    default:
      return "(when " + w + " > " + near_number() + " then " + less + " else " + w + ") " +
             one_of(comparisons) + " " + near_number();
  }
}

std::string Writer::count_of_time() {
  const std::string unit = one_of({"full years", "full years", "full years", "full months", "days"});
  return unit + " from " + (one_in(6) ? day() : new_one_of(days_, one_of(days))) + " to " +
         (one_in(5) ? day() : "today");
}

std::string Writer::day() {
  const std::string d = one_in(3) ? new_one_of({"today"}, one_of(days)) : new_one_of(days_, one_of(days));
  return has_values_ && one_in(8) ? value("start", days_) : moved(d);
}

std::string Writer::moved(const std::string& d) {
  const std::string sign = one_of({" + ", " - "});
  switch (random_.below(8)) {
    case 0:
      return d + sign + number(1, 400) + " days";
    case 1:
      return d + sign + one_of({"1", "2", "3", "6", "11", "13"}) + " months";
    case 2:
      return d + sign + one_of({"1", "4", "16", "18", "18", "20"}) + " years";
    case 3:
      return "(" + d + sign + one_of({"1", "6"}) + " months)" + one_of({" + ", " - "}) + number(1, 30) +
             " days";
    default:
      return d;
  }
}

std::string Writer::one_day_twice() {
  const std::string d = one_in(3) ? "today" : one_of(days_);
  const auto between = [&](const std::string& unit) {
    return unit + " from " + moved(d) + " to " + moved(d);
  };
  switch (random_.below(5)) {
    case 0:
      return between("full years") + " " + one_of(comparisons) + " " +
             one_of({"-1", "0", "1", "3", "17", "18"});
    case 1:
      return between("full months") + " " + one_of(comparisons) + " " +
             one_of({"-1", "0", "1", "5", "11", "12"});
    case 2:
      return between("days") + " " + one_of(comparisons) + " " +
             one_of({"-28", "0", "28", "30", "31", "365"});
    case 3:
      return "max(" + between("full months") + ", " + between("full years") + ") " + one_of(comparisons) +
             " " + one_of({"0", "1", "12"});
    default:
      return moved(d) + " " + one_of(orders) + " " + moved(d);
  }
}

std::string Writer::day_atom() {
  if (one_in(5)) return one_day_twice();
  if (one_in(3))
    return one_of({"full years", "full years", "full months"}) + " from " + new_one_of(days_, one_of(days)) +
           " to today " + one_of(orders) + " " + one_of({"16", "17", "18", "18", "19", "64"});
  return day() + " " + one_of(orders) + " " + (one_in(3) ? one_of(days) : day());
}

std::string Writer::day_or_none_atom() {
  if (days_or_none_.empty()) return day_atom();
  const std::string e = new_one_of(days_or_none_, one_of(days));
  if (one_in(4)) return e + (one_in(2) ? " is none" : " is not none");
  if (one_in(6)) return e + (one_in(2) ? " is " : " is not ") + one_of(days);
  return e + " " + one_of(orders) + " " +
         (one_in(4)   ? new_one_of(days_or_none_, one_of(days))
          : one_in(3) ? one_of(days)
                      : day());
}

std::string Writer::color() {
  if (has_values_ && one_in(4)) return "tint";
  return one_of(colors_);
}

std::string Writer::enum_atom() {
  if (!papers_.empty() && one_in(3)) {
    const std::string p = one_of(papers_);
    return one_in(2) ? p + " is " + one_of(papers)
                     : p + " is not one of " + papers[0] + ", " + papers[1 + random_.below(2)];
  }
  const std::string c = color();
  switch (random_.below(5)) {
    case 0:
      return c + " is one of " + one_of(colors) + ", " + one_of(colors);
    case 1:
      return c + " is not one of " + colors[0] + ", " + colors[1] + ", " + colors[2 + random_.below(3)];
    case 2:
      return c + (one_in(2) ? " is " : " is not ") + color();
    default:
      return c + (one_in(2) ? " is " : " is not ") + one_of(colors);
  }
}

std::string Writer::atom() {
  const bool is_whole_condition = !is_inside_;
  if (is_whole_condition) asked_.clear();
  is_inside_ = true;
  std::string text = asked();
  if (is_whole_condition) is_inside_ = false;
  return text;
}

std::string Writer::asked() {
  switch (random_.below(9)) {
    case 0:
      return one_of(flags_);
    case 1:
    case 2:
      return enum_atom();
    case 3:
    case 4:
      return day_atom();
    case 5:
      return day_or_none_atom();
    default:
      if (one_in(8)) return one_whole_twice();
      return whole() + " " + one_of(comparisons) + " " + (one_in(3) ? amount() : near_number());
  }
}

std::string Writer::condition(int depth) {
  if (depth == 0 || one_in(3)) return !rules_.empty() && one_in(4) ? one_of(rules_) : atom();
  const std::string a = condition(depth - 1), b = condition(depth - 1);
  switch (random_.below(4)) {
    case 0:
      return "not (" + a + ")";
    case 1:
      return "(" + a + " or " + b + ")";
    default:
      return "(" + a + " and " + b + ")";
  }
}

std::string Writer::block(int depth, int indent) {
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  const std::size_t lines = 2 + random_.below(3);
  std::string text =
      one_of({"all of", "any of", "none of", "at least 2 of", lines > 3 ? "at least 3 of" : "all of"}) + "\n";
  for (std::size_t i = 0; i < lines; ++i)
    text += margin + "  " + line_name() + " : " +
            (depth > 0 && one_in(3) ? block(depth - 1, indent + 2) : condition(1)) + "\n";
  return text + margin + "end";
}

std::string Writer::body() {
  std::string text;
  switch (random_.below(5)) {
    case 0:
      text = "  until 2026-02-27 : " + condition(1) + "\n  since 2026-02-28 : " + block(1, 2) + "\n";
      break;
    case 1:
      text = "  until 1999-12-31 : " + one_of({"always", "never"}) +
             "\n  since 2000-01-01 until 2100-02-28 : " + block(1, 2) +
             "\n  since 2100-03-01 : " + block(0, 2) + "\n";
      break;
    default:
      text = "  " + block(2, 2) + "\n";
  }
  for (std::size_t i = random_.below(4); i >= 2; --i)
    text += "  unless " + line_name() + " : " + condition(1) + "\n";
  return text;
}

std::string Writer::ruleset() {
  std::string text =
      "ruleset large \"Large\"\n  missing days roll " + one_of({"forward", "back"}) + "\nend\n";
  const auto listed = [&](const char* name, const Words& words) {
    text += std::string("enum ") + name + "\n";
    for (const std::string& word : words) text += "  " + word + "\n";
    text += "end\n";
  };
  listed("color", colors);
  listed("paper", papers);
  text += facts();  // of which the values are made
  text += values();
  for (std::size_t i = 0, count = 5 + random_.below(4); i < count; ++i) {
    const std::string name = "r" + std::to_string(i);
    text += "rule " + name + "\n" + body() + "end\n";
    rules_.push_back(name);
  }
  text += "decision d\n";
  if (one_in(3)) text += "  not covered if " + condition(1) + "\n";
  return text + body() + "end\n";
}

}  // namespace

std::string large_ruleset(std::uint64_t seed) {
  return Writer(seed).ruleset();
}

types::Date first_day() {
  return *types::Date::of(1950, 1, 1);
}

types::Date last_day() {
  return *types::Date::of(2149, 12, 31);
}

}  // namespace eligo::z3_agree
