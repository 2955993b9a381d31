// SPDX-License-Identifier: MIT
// Owns the run that compares analysis and Z3 on random rulesets.
//
//   z3_agree [--from SEED]   $ELIGO_RULESETS rulesets, or 500 (some four minutes); prints what was counted
//   z3_agree --show SEED     one ruleset, what differs in it, and what has no answer
//   z3_agree --catch         succeeds only if there is a difference: for planted faults
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>

#include "tests/support/amount.hpp"
#include "tests/z3/asking.hpp"
#include "tests/z3/generator.hpp"

namespace eligo::z3_agree {

namespace {

constexpr std::uint64_t usual_rulesets = 500;
constexpr std::size_t rare = 100;      // one in so many may stay without an answer
constexpr std::size_t least_each = 3;  // answers of each kind a ruleset, lest all questions are too easy
constexpr int differences_shown = 3;

struct Options {
  std::uint64_t from = 1, rulesets = usual_rulesets;
  bool shows = false, must_catch = false;
};

Options options_of(int count, char** words) {
  Options options;
  options.rulesets = tests::amount("ELIGO_RULESETS", usual_rulesets);
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--catch") options.must_catch = true;
    if (i + 1 == count || (word != "--from" && word != "--show")) continue;
    options.from = std::strtoull(words[++i], nullptr, 10);
    options.shows = word == "--show";
  }
  if (options.shows) options.rulesets = 1;
  return options;
}

void print(const Counts& counts) {
  std::printf(
      "%zu rulesets, %zu questions: %zu yes, %zu no; %zu witnesses confirmed by Z3, %zu models confirmed by "
      "the evaluator; without an answer: %zu of analysis, %zu of Z3\n",
      counts.rulesets, counts.questions, counts.yes, counts.no, counts.witnesses, counts.models,
      counts.not_analysed, counts.unknown);
}

bool is_enough(const Counts& counts) {
  const bool are_rare =
      counts.unknown * rare <= counts.questions && counts.not_analysed * rare <= counts.questions;
  if (!are_rare) std::printf("too many questions have no answer\n");
  const bool is_hard =
      counts.yes >= least_each * counts.rulesets && counts.no >= least_each * counts.rulesets;
  if (!is_hard) std::printf("too few answers are yes, or no\n");
  return are_rare && is_hard;
}

int run(const Options& options) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  Counts counts;
  int differing = 0;
  for (std::uint64_t seed = options.from; seed < options.from + options.rulesets; ++seed) {
    const std::string text = large_ruleset(seed);
    if (options.shows) std::printf("%s\n", text.c_str());
    const std::string differences = Asking(*tests::ruleset_of_text(text), seed, counts).run();
    if (differences.empty()) continue;
    if (options.must_catch) return EXIT_SUCCESS;
    if (++differing <= differences_shown)
      std::printf("seed %llu:\n%s", static_cast<unsigned long long>(seed), differences.c_str());
  }
  if (options.shows) std::printf("%s", counts.unanswered.c_str());
  print(counts);
  if (options.must_catch) return EXIT_FAILURE;
  if (differing > 0) std::printf("%d rulesets differ; one again: z3_agree --show SEED\n", differing);
  return differing == 0 && (options.shows || is_enough(counts)) ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace

}  // namespace eligo::z3_agree

int main(int count, char** words) {
  try {
    return eligo::z3_agree::run(eligo::z3_agree::options_of(count, words));
  } catch (const z3::exception& e) {
    std::printf("Z3: %s\n", e.msg());
  } catch (const std::exception& e) {
    std::printf("%s\n", e.what());
  }
  return EXIT_FAILURE;
}
