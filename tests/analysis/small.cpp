// SPDX-License-Identifier: MIT
// Owns the writing of small rulesets, and the walk over their people.
#include "tests/analysis/small.hpp"

#include <random>
#include <vector>

namespace eligo::tests {

namespace {

class Writer {
 public:
  explicit Writer(std::uint64_t seed) : random_(seed) {}

  std::string ruleset(std::uint64_t rules);
  /// After a ruleset: decisions that give values.
  std::string typed_decisions();
  /// After a ruleset: a decision whose own formula fails for some.
  std::string failing_decision();

 private:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }
  std::string number(int from, int to) {
    return std::to_string(from + static_cast<int>(below(static_cast<std::size_t>(to - from + 1))));
  }
  template <std::size_t N>
  std::string one_of(const char* const (&all)[N]) {
    return all[below(N)];
  }
  template <typename T>
  const T& one_of(const std::vector<T>& all) {
    return all[below(all.size())];
  }
  std::string compare() { return one_of({"<", "<=", ">", ">=", "is", "is not"}); }
  std::string order() { return one_of({"<", "<=", ">", ">="}); }
  std::string day() {
    return one_of({"2025-02-26", "2025-02-28", "2025-01-31", "2025-03-01", "2024-02-29", "2024-02-28"});
  }
  std::string whole();
  std::string date();
  std::string moved(const std::string& day);
  std::string count_of_time();
  std::string one_day_twice();
  std::string atom();
  std::string another_case() {
    return one_in(2) ? " else when " + condition(0) + " then " + number(0, 4) : std::string();
  }
  std::string condition(int depth);
  std::string block(int depth, int indent);
  std::string body();
  std::string amount(int depth);
  std::string written();

  std::mt19937_64 random_;
  std::vector<std::string> wholes_, dates_, colors_, flags_, towns_, texts_, rules_, days_or_none_,
      wholes_or_none_;
  unsigned lines_ = 0;
  bool or_none_ = false;  // some color may be none
  bool has_opening_ = false;
};

std::string Writer::whole() {
  const std::string& w = one_of(wholes_);
  switch (below(8)) {
    case 0:
      return w + " + " + one_of(wholes_);
    case 1:
      return "2 * " + w;
    case 2:
      return w + " - " + one_of(wholes_);
    case 3:
      return "max(" + w + ", " + number(0, 5) + ")";
    case 4:
      return "level";
    case 5:
      return towns_.empty() ? w : one_of(towns_) + ".size";
    default:
      return w;
  }
}

std::string Writer::date() {
  if (has_opening_ && one_in(8)) return "opening";
  if (dates_.empty() || one_in(4))
    return one_in(2) ? "today" : "today - " + number(0, 2) + one_of({" days", " months"});
  const std::string& d = one_of(dates_);
  switch (below(6)) {
    case 0:
      return d + " + 1 " + one_of({"year", "month"});
    case 1:
      return d + " - " + number(0, 3) + " days";
    case 2:
      return towns_.empty() ? d : one_of(towns_) + ".opened";
    default:
      return d;
  }
}

std::string Writer::count_of_time() {
  const std::string count =
      one_of({"full years", "full months", "days"}) + " from " + one_of(dates_) + " to today";
  const std::string limit = "(when " + condition(0) + " then " + number(0, 2) + another_case() + " else 1)";
  switch (below(8)) {
    case 2:
      return count + " " + compare() + " " + limit + one_of({" + ", " - "}) + number(0, 1);
    case 3:
      return one_of({"max", "min"}) + "(" + limit + ", 1) " + compare() + " " + count;
    case 0:
      return count + " is one of " + number(-1, 1) + ", " + number(0, 2);
    case 1:
      return one_of({"max", "min"}) + "(" + count + ", " + one_of(wholes_) + ") + 1 " + compare() + " " +
             number(0, 3);
    default:
      return count + " " + compare() + " " + number(0, 2);
  }
}

std::string Writer::moved(const std::string& day) {
  const std::string sign = one_of({" + ", " - "});
  switch (below(5)) {
    case 0:
      return day;
    case 1:
      return "(" + day + sign + number(1, 2) + " years)";
    case 2:
      return "(" + day + sign + number(1, 13) + " months)";
    case 3:
      return "(" + day + sign + number(1, 6) + " months" + one_of({" + ", " - "}) + number(1, 31) + " days)";
    default:
      return "(" + day + sign + number(1, 31) + " days)";
  }
}

std::string Writer::one_day_twice() {
  const std::string day = dates_.empty() || one_in(4) ? "today" : one_of(dates_);
  const std::string a = moved(day), b = moved(day);
  switch (below(4)) {
    case 0:
      return a + " " + order() + " " + b;
    case 1:
      return "max(days from " + a + " to " + b + ", full months from " + b + " to " + a + ") " + compare() +
             " " + number(0, 31);
    case 2:
      return "(when " + day + " " + order() + " " + this->day() + " then full months from " + a + " to " + b +
             " else 1) " + compare() + " " + number(-2, 2);
    default:
      return one_of({"full years", "full months", "days"}) + " from " + a + " to " + b + " " + compare() +
             " " + number(-2, 2);
  }
}

std::string Writer::atom() {
  for (;;) {
    switch (below(10)) {
      case 0:
        if (flags_.empty()) continue;
        return one_of(flags_);
      case 1:
        if (colors_.empty()) continue;
        return one_of(colors_) +
               (one_in(3) ? " is one of red, green" : " is " + one_of({"red", "green", "blue"}));
      case 2:
        if (towns_.empty()) continue;
        return one_of(towns_) + ".opened " + order() + " " + (one_in(2) ? "today" : day());
      case 3:
        if (texts_.empty()) continue;
        return one_of(texts_) + (one_in(2) ? " starts with \"ab\"" : " is \"abc\"");
      case 4:
        if (dates_.empty()) continue;
        return count_of_time();
      case 5:
        if (!days_or_none_.empty() && one_in(2))
          return one_of(days_or_none_) + (one_in(4) ? " is none" : " " + order() + " " + date());
        return date() + " " + compare() + " " + (one_in(3) ? day() : date());
      case 6:
        return "(when " + condition(0) + " then " + number(0, 4) + another_case() + " else " +
               one_of(wholes_) + ") " + compare() + " " + number(0, 5);
      case 7:
        if (!one_in(4)) continue;
        return one_of(wholes_) + " / " + one_of(wholes_) + " rounded down to 1 > " + number(0, 3);
      case 8:
        return one_day_twice();
      default:
        if (!wholes_or_none_.empty() && one_in(2))
          return one_of(wholes_or_none_) +
                 (one_in(4) ? " is none" : " " + compare() + " " + (one_in(2) ? number(0, 3) : whole()));
        return whole() + " " + compare() + " " + (one_in(3) ? one_of(wholes_) : number(0, 6));
    }
  }
}

std::string Writer::condition(int depth) {
  if (depth == 0 || one_in(3)) return !rules_.empty() && one_in(4) ? one_of(rules_) : atom();
  const std::string a = condition(depth - 1), b = condition(depth - 1);
  switch (below(4)) {
    case 0:
      return "not (" + a + ")";
    case 1:
      return "(" + a + " and " + b + ")";
    default:
      return "(" + a + " or " + b + ")";
  }
}

std::string Writer::block(int depth, int indent) {
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  std::string text = one_of({"all of", "any of", "none of", "at least 2 of"}) + "\n";
  const std::size_t lines = 2 + below(3);
  for (std::size_t i = 0; i < lines; ++i)
    text += margin + "  " + "l" + std::to_string(lines_++) + " : " +
            (depth > 0 && one_in(4) ? block(depth - 1, indent + 2) : condition(1)) + "\n";
  return text + margin + "end";
}

std::string Writer::body() {
  std::string text;
  switch (below(3)) {
    case 0:
      return "  until 2025-02-27 : " + condition(1) + "\n  since 2025-02-28 : " + block(1, 2) + "\n";
    default:
      text = "  " + block(1, 2) + "\n";
  }
  if (one_in(3)) text += "  unless l" + std::to_string(lines_++) + " : " + condition(1) + "\n";
  return text;
}

std::string Writer::ruleset(std::uint64_t rules) {
  std::string text =
      "ruleset small \"Small\"\n  missing days roll " + one_of({"forward", "back"}) + "\nend\n";
  text += "enum color\n  red\n  green\n  blue\nend\n";
  text += "table town\n  key code : text\n  opened : date\n  size : whole\n  rows\n";
  text +=
      "    \"A\", 2025-02-27, 1\n    \"B\", 2025-02-27, 2\n    \"C\", 2025-03-02, 2\n    \"D\", 2024-02-29, "
      "4\n  end\nend\n";
  wholes_.emplace_back("w0");
  text += "fact w0 : whole from 0 to " + number(2, 6) + "\n";
  const std::size_t more = 2 + below(2);
  for (std::size_t i = 0; i < more; ++i) {
    const std::string n = std::to_string(i + 1);
    switch (below(8)) {
      case 0:
        wholes_or_none_.push_back("x" + n);
        text += "fact x" + n + " : whole from 0 to 3 or none\n";
        break;
      case 6:
        texts_.push_back("s" + n);
        text += "fact s" + n + " : text\n";
        break;
      case 7:
        wholes_.push_back("w" + n);
        text += "fact w" + n + " : whole from -1 to 4\n";
        break;
      case 1:
        dates_.push_back("d" + n);
        text += "fact d" + n + " : date from " +
                one_of({"2024-02-26 to 2024-03-03", "2025-01-27 to 2025-02-03", "2025-02-20 to 2025-03-06"}) +
                "\n";
        break;
      case 2:
        days_or_none_.push_back("d" + n);
        text += "fact d" + n + " : date from 2024-02-26 to 2024-03-03 or none\n";
        break;
      case 3:
        colors_.push_back("c" + n);
        or_none_ = or_none_ || one_in(3);
        text += "fact c" + n + " : color" + (or_none_ ? " or none" : "") + "\n";
        break;
      case 4:
        towns_.push_back("t" + n);
        text += "fact t" + n + " : town\n";
        break;
      default:
        flags_.push_back("f" + n);
        text += "fact f" + n + " : yes or no\n";
    }
  }
  random_.seed(rules);
  text += "value level : whole\n  until 2025-03-01 : " + number(0, 5) +
          "\n  since 2025-03-02 : " + one_of(wholes_) + "\nend\n";
  const std::string opened = date(), reopened = date();
  text += "value opening : date\n  until 2025-02-28 : " + day() + "\n  since 2025-03-01 : when " +
          condition(0) + " then " + opened + " else " + reopened + "\nend\n";
  has_opening_ = true;
  for (const char* name : {"r0", "r1"}) {
    text += "rule " + std::string(name) + "\n" + body() + "end\n";
    rules_.emplace_back(name);
  }
  text += "decision d\n";
  if (one_in(4)) text += "  not covered if " + condition(1) + "\n";
  return text + body() + "end\n";
}

std::string Writer::amount(int depth) {
  if (depth == 0) return whole();
  switch (below(6)) {
    case 0:
      return "(when " + condition(0) + " then " + amount(depth - 1) + " else " + amount(depth - 1) + ")";
    case 1:
      return one_of({"min", "max"}) + "(" + amount(depth - 1) + ", " + amount(depth - 1) + ")";
    case 2:
      return "(" + whole() + " * " + number(3, 7) + " / 10 rounded " + one_of({"down", "up"}) + " to 1)";
    case 3:
      return amount(depth - 1) + " + " + amount(depth - 1);
    case 4:
      return "(" + one_of(wholes_) + " * " + number(1, 3) + ")";
    default:
      return number(0, 6);
  }
}

std::string Writer::written() {
  return one_of({"red", "green", "blue"});
}

std::string Writer::typed_decisions() {
  std::string text = "decision v : whole\n";
  if (one_in(4)) text += "  not covered if " + condition(0) + "\n";
  if (one_in(3))
    text += "  until 2025-02-27 : " + amount(2) + "\n  since 2025-02-28 : " + amount(2) + "\nend\n";
  else
    text += "  " + amount(3) + "\nend\n";
  text += "decision w : color\n  when " + condition(1) + " then " + written() + "\n  else when " +
          condition(0) + " then " + (colors_.empty() || or_none_ || one_in(2) ? written() : one_of(colors_)) +
          "\n  else " + written() + "\nend\n";
  return text;
}

std::string Writer::failing_decision() {
  const auto part = [&] {
    const std::string by = one_in(2) ? "(" + one_of(wholes_) + " - " + number(0, 9) + ")"
                                     : "max(" + one_of(wholes_) + ", " + number(0, 1) + ")";
    const std::string quotient = "(" + amount(1) + " / " + by + " rounded down to 1)";
    if (one_in(3)) return "min(" + quotient + ", " + number(2, 5) + ")";
    return one_in(2) ? quotient : "(when " + condition(0) + " then " + quotient + " else " + amount(1) + ")";
  };
  std::string text = "decision q : whole\n";
  if (one_in(4)) text += "  not covered if " + condition(0) + "\n";
  if (one_in(3))
    return text + "  until 2025-02-27 : " + part() + "\n  since 2025-02-28 : " + part() + "\nend\n";
  text += "  when " + condition(1) + " then " + part();
  return text + " else " + part() + " + " + number(0, 2) + "\nend\n";
}

void tell(const program::Program& program, std::uint32_t slot, eval::Profile& profile,
          const std::function<void(const eval::Profile&)>& visit) {
  if (slot == program.today()) return visit(profile);
  const program::Slot& s = program.slots[slot];
  const auto take = [&](const types::Possible& value) {
    profile.tell(slot, value);
    tell(program, slot + 1, profile, visit);
  };
  // Texts are as many as one likes: these are enough for what the rulesets ask.
  if (s.anything.none) take(types::exactly(types::None{}, s.type, s.universe));
  if (s.type.base == types::Base::text) {
    for (const char* text : {"abc", "ab", "abd", "a", "zebra", ""})
      take(types::exactly(std::string(text), s.type, 0));
  } else if (s.type.is_ordered()) {
    for (types::Int128 at = s.anything.lo; at <= s.anything.hi; ++at) take(program::at_grid(s.type, at));
  } else {
    for (const std::uint32_t item : s.anything.items.items())
      take(types::exactly_item(item, s.type, s.universe));
  }
}

}  // namespace

types::Date small_first() {
  return *types::Date::of(2025, 2, 26);
}

types::Date small_last() {
  return *types::Date::of(2025, 3, 4);
}

std::string small_ruleset(std::uint64_t facts, std::uint64_t rules) {
  return Writer(facts).ruleset(rules);
}

std::string small_typed_ruleset(std::uint64_t facts, std::uint64_t rules) {
  Writer writer(facts);
  std::string text = writer.ruleset(rules);
  return text + writer.typed_decisions();
}

std::string small_failing_ruleset(std::uint64_t facts, std::uint64_t rules) {
  Writer writer(facts);
  std::string text = writer.ruleset(rules);
  text += writer.typed_decisions();
  return text + writer.failing_decision();
}

void each_profile(const program::Program& program, const std::function<void(const eval::Profile&)>& visit) {
  eval::Profile profile(program);
  tell(program, 0, profile, visit);
}

}  // namespace eligo::tests
