// SPDX-License-Identifier: MIT
// Counts of the same two days, compared with one another: beside going through all pairs of days, and over the whole calendar.
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "tests/analysis/ruleset.hpp"
#include "tests/analysis/small.hpp"
#include "tests/support/amount.hpp"

namespace eligo::tests {
namespace {

using analysis::Answer;
using builtins::Truth;

constexpr types::Date about{20'234};  // 2025-05-26

/// Writes rulesets about two days, `a` and `b`, some weeks each.
class PairWriter {
 public:
  explicit PairWriter(std::uint64_t seed) : random_(seed) {}

  std::string ruleset(std::size_t conditions) {
    std::string text = "ruleset x\n  missing days roll " + one_of({"forward", "back"}) + "\nend\n";
    const bool at_end = below(4) == 0, is_last = below(2) == 0;  // of the calendar
    const std::string first = "0001-01-01 to 0001-02-10", last = "9999-11-20 to 9999-12-31";
    text += "fact a : date from " +
            (at_end ? (is_last ? last : first)
                    : one_of({"2024-01-20 to 2024-03-05", "2023-02-10 to 2023-03-20"})) +
            "\n";
    text +=
        "fact b : date from " +
        (at_end && below(2) == 0
             ? (is_last ? last : first)
             : one_of({"2024-01-25 to 2024-03-10", "2024-02-20 to 2024-04-05", "2025-02-10 to 2025-03-20"})) +
        "\n";
    text += "decision d\n  any of\n";
    for (std::size_t i = 0; i < conditions; ++i)
      text += "    l" + std::to_string(i) + " : " + condition() + "\n";
    return text + "  end\nend\n";
  }

 private:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  std::string one_of(std::initializer_list<const char*> all) { return *(all.begin() + below(all.size())); }
  std::string number(int from, int to) {
    return std::to_string(from + static_cast<int>(below(static_cast<std::size_t>(to - from + 1))));
  }
  std::string count() { return "(" + one_of({"full years", "full months", "days"}) + " from a to b)"; }
  std::string term() {
    switch (below(6)) {
      case 0:
        return count() + " * " + number(2, 31);
      case 1:
        return "12 * (full years from a to b) + " + number(0, 12);
      case 2:
        return "(" + count() + " * 10 / " + number(3, 12) + " rounded down to 1)";
      case 3:
        return one_of({"max", "min"}) + "(" + count() + ", " + count() + " + " + number(0, 40) + ")";
      case 4:
        return number(27, 32) + " * (full months from a to b) + " + number(-3, 31);
      default:
        return count();
    }
  }
  std::string condition() {
    if (below(4) == 0)
      return count() + " " + one_of({"<", ">="}) + " " +
             one_of({"0", "1", "2", "11", "12", "28", "30", "59", "365"});
    return term() + " " + one_of({"<", "<=", ">", ">=", "is", "is not"}) + " " + term();
  }

  std::mt19937_64 random_;
};

std::size_t count_of_paired() {
  return tests::amount("ELIGO_RULESETS", 40);
}

Answer paired_answer(const std::string& rules, const std::string& decision) {
  const auto made = ruleset_of_text("ruleset x\n  missing days roll forward\nend\n" + rules);
  analysis::Analysis analysis(made->program,
                              {about, analysis::first_of_interest, analysis::last_of_interest});
  return analysis.can(made->decision(decision), eval::Verdict::yes);
}

}  // namespace

TEST_CASE("counts of the same two days hold together as they do for some two days") {
  constexpr std::size_t lines = 4;
  constexpr Truth::State states[] = {Truth::yes, Truth::no};
  std::size_t yes = 0, no = 0;
  for (std::uint64_t seed = 0; seed < count_of_paired(); ++seed) {
    const std::string text = PairWriter(seed).ruleset(lines);
    INFO("seed " << seed << "\n" << text);
    const auto rules = ruleset_of_text(text);
    const program::Program& program = rules->program;
    std::vector<program::NodeId> nodes;
    for (std::size_t i = 0; i < lines; ++i) nodes.push_back(rules->line("d/l" + std::to_string(i)));
    std::set<std::vector<Truth::State>> seen;
    eval::Scratch scratch;
    scratch.days = eval::Days(program, about, about);
    each_profile(program, [&](const eval::Profile& profile) {
      static_cast<void>(eval::decide(program.decisions[0], profile, scratch));
      std::vector<Truth::State> all;
      for (const program::NodeId node : nodes) all.push_back(scratch.truths[node].state);
      seen.insert(all);
    });
    analysis::Analysis analysis(program, {about, about, about});
    for (std::size_t i = 0; i < lines; ++i) {
      for (std::size_t j = 0; j <= i; ++j) {
        for (const Truth::State one : states) {
          for (const Truth::State other : states) {
            const bool is_so = std::any_of(seen.begin(), seen.end(),
                                           [&](const auto& all) { return all[i] == one && all[j] == other; });
            const Answer answer = analysis.can({{{nodes[i], one}, {nodes[j], other}}, {program::DayRange{}}});
            INFO("l" << i << " is " << int(one) << ", l" << j << " is " << int(other));
            REQUIRE(answer.kind == (is_so ? Answer::Kind::yes : Answer::Kind::no));
            ++(is_so ? yes : no);
          }
        }
      }
    }
  }
  CHECK(yes > 10 * count_of_paired());
  CHECK(no > 10 * count_of_paired());
}

TEST_CASE("counts of the same two days are compared on every day of the calendar") {
  const std::string days = "fact a : date\nfact b : date\n";
  const auto never = [&](const std::string& condition) {
    return paired_answer(days + "decision d\n  " + condition + "\nend\n", "d").kind == Answer::Kind::no;
  };
  const std::string years = "(full years from a to b)", months = "(full months from a to b)",
                    apart = "(days from a to b)";
  CHECK(never(months + " > 12 * " + years + " + 11"));
  CHECK_FALSE(never(months + " > 12 * " + years + " + 10"));
  CHECK(never(months + " - 12 * " + years + " < 0"));
  CHECK(never("a <= b and " + apart + " > 31 * " + months + " + 30"));
  CHECK_FALSE(never("a <= b and " + apart + " > 31 * " + months + " + 29"));
  // Around 1900 three leap days are all that 18 years have.
  CHECK(never(years + " is 18 and " + apart + " < 18 * 365 + 3 and 2 * " + months + " > 24 * " + years));
  CHECK(never(years + " >= 5 and " + apart + " > 31 * " + months));
  CHECK_FALSE(never(years + " >= 4 and " + apart + " > 31 * " + months));
  CHECK(never("(full months from a to today) < (full years from a to today) and a <= today"));
}

}  // namespace eligo::tests
