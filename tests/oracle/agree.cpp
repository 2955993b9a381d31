// SPDX-License-Identifier: MIT
// Owns the run that compares oracle and engine on random rulesets and people.
//
//   oracle_agree [--seed S] [--pairs N]           compare N pairs (or $ELIGO_PAIRS), print what was seen
//   oracle_agree --program P [--person K]         one ruleset (and one person) again
//   oracle_agree --catch [--pairs N]              succeed only if a difference is found: for planted faults
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>

#include "tests/oracle/compare.hpp"
#include "tests/oracle/floors.hpp"
#include "tests/oracle/generator.hpp"
#include "tests/support/amount.hpp"

namespace eligo::oracle {

namespace {

constexpr std::size_t people_of_each = 40;
constexpr std::size_t usual_pairs = 116'000;  // each operator comes up often enough (floors.cpp)
constexpr std::size_t differences_shown = 3;
constexpr std::size_t least_still_sure = 100;
constexpr std::size_t least_needs_compared = 10'000;

struct Options {
  std::uint64_t seed = 1;
  std::size_t pairs = usual_pairs;
  std::optional<std::uint64_t> program, write;
  std::string file;
  std::optional<std::size_t> person;
  bool must_catch = false;
};

struct Seen {
  Tally tally;
  std::map<std::string, std::size_t> verdicts;
  std::size_t pairs = 0, programs = 0, amended = 0, refused = 0, needs_compared = 0, perhaps = 0,
              monotone = 0, still_sure = 0, permuted = 0;
  std::size_t differences = 0, shown = 0;
};

// Listing completions is slow: where there are many, and of what is decided, it is done for some pairs alone.
// The same pair is treated alike in every run, so that one difference can be repeated by itself.
Effort effort_for(std::uint64_t pair) {
  const bool asks_again = pair % 4 == 1;
  if (pair % 997 == 0) return {4096, true, asks_again};
  if (pair % 15 == 6) return {200, true, asks_again};  // the decision that may ask members with few answers
  return {60, pair % 11 == 0, asks_again};
}

bool is_decided(const std::string& verdict) {
  return verdict == "yes" || verdict == "no" || verdict.compare(0, 6, "value ") == 0;
}

class Ruleset {
 public:
  Ruleset(std::uint64_t program, Seen& seen, const Options& options)
      : program_(program), seen_(seen), options_(options) {}

  void run() {
    const SourceText source = generate(program_);
    Random order(program_ + 17);
    const std::string text = write(amended(source, order));
    // Versions mean the same wherever they stand: often the other one has them all in their own place.
    run(text, write(order.percent(50) ? source : amended(source, order), &order));
  }

  void run(const std::string& text, const std::string& shuffled_text) {
    std::string why;
    subject_ = Subject::make(text, why);
    if (!subject_) {
      ++seen_.refused;
      return differs("the ruleset is refused:\n" + why + text, nullptr, 0, 0);
    }
    permuted_ = Subject::make(shuffled_text, why);
    if (!permuted_) return differs("only the shuffled ruleset is refused:\n" + why, nullptr, 0, 0);
    ++seen_.programs;
    seen_.amended += text.find("\namend ") != std::string::npos ? 1u : 0u;
    People people(subject_->checked(), program_);
    last_.assign(subject_->checked().decisions.size(), "");
    sure_.assign(last_.size(), {});
    for (std::size_t k = 0; k < people_of_each; ++k) {
      const Person& person = people.next();
      if (options_.person && *options_.person != k) continue;
      for (Index d = 0; d < last_.size(); ++d) pair(person, d, k);
      if (options_.must_catch && seen_.differences > 0) return;
    }
  }

 private:
  void pair(const Person& person, Index decision, std::size_t k) {
    const std::uint64_t number = (program_ * people_of_each + k) * 5 + decision;
    ++seen_.pairs;
    const Compared compared = compare(*subject_, decision, person.profile, effort_for(number), &seen_.tally);
    ++seen_.verdicts[compared.verdict.substr(0, compared.verdict.find(' '))];
    seen_.needs_compared += compared.needs_compared ? 1u : 0u;
    seen_.perhaps += compared.perhaps ? 1u : 0u;
    std::string difference = compared.difference;
    difference += monotone(person, decision, compared.verdict);
    difference += still_sure(person, decision, compared.reply);
    difference += shuffled(person, decision, compared);
    last_[decision] = compared.verdict;
    if (!difference.empty()) differs(difference, &person, decision, k);
  }

  // 3.9: one fact told more exactly changes no verdict that was decided, presumptions aside. Both sides agree
  // on each of the two verdicts, so it is enough to look at one.
  std::string monotone(const Person& person, Index decision, const std::string& verdict) {
    if (person.changed == check::nowhere || !is_decided(last_[decision])) return "";
    if (subject_->checked().facts[person.changed].presumed) return "";
    ++seen_.monotone;
    if (verdict == last_[decision]) return "";
    return "telling " + subject_->fact_name(person.changed) + " turned " + last_[decision] + " into " +
           verdict + " (3.9)\n";
  }

  // Nor does it change a line that was yes or no, be it in every completion alone, as of a settled answer.
  std::string still_sure(const Person& person, Index decision, const Reply& reply) {
    std::map<std::uint32_t, bool>& before = sure_[decision];
    if (person.changed == check::nowhere || subject_->checked().facts[person.changed].presumed)
      before.clear();
    std::string difference;
    for (const auto& [line, yes] : reply.sure) {
      const auto known = before.find(line);
      if (known == before.end()) continue;
      ++seen_.still_sure;
      if (known->second != yes)
        difference +=
            "the line " + subject_->checked().lines[line].id + " was sure to be " + (yes ? "no\n" : "yes\n");
    }
    if (!reply.settled.empty()) before.insert(reply.sure.begin(), reply.sure.end());
    return difference;
  }

  // 3.13: the same on the shuffled ruleset.
  std::string shuffled(const Person& person, Index decision, const Compared& compared) {
    if (!compared.reply.problem.empty()) return "";  // it has been told
    ++seen_.permuted;
    const std::string name = subject_->decision_name(decision);
    const std::string json = json_of(subject_->checked(), person.profile);
    const Profile& p = person.profile;
    const std::string difference = reply_difference(
        compared.reply, permuted_->ask(name, json, p.as_of, p.law_day, compared.needs_asked));
    return difference.empty() ? "" : "shuffled (3.13):\n" + difference + permuted_->text();
  }

  void differs(const std::string& difference, const Person* person, Index decision, std::size_t k) {
    ++seen_.differences;
    if (has_differed_ || seen_.shown >= differences_shown) return;
    has_differed_ = true;
    ++seen_.shown;
    std::string repeat = "oracle_agree --program " + std::to_string(program_);
    if (person != nullptr) repeat += " --person " + std::to_string(k);
    std::printf("---- difference; again with: %s\n%s", repeat.c_str(), difference.c_str());
    if (person != nullptr && !options_.must_catch) {
      std::printf("made small:\n%s", shrunk(subject_->text(), subject_->decision_name(decision),
                                            person->profile, subject_->checked(), 4096)
                                         .c_str());
    }
    std::fflush(stdout);
  }

  std::uint64_t program_;
  Seen& seen_;
  const Options& options_;
  std::unique_ptr<Subject> subject_, permuted_;
  std::vector<std::string> last_;
  std::vector<std::map<std::uint32_t, bool>>
      sure_;  // by decision: what lines were sure to be in a settled answer
  bool has_differed_ = false;
};

int report(const Seen& seen, const Options& options, double seconds) {
  std::printf("%s", histogram(seen.tally, seen.verdicts).c_str());
  std::printf(
      "%zu pairs of %zu rulesets (%zu amended, %zu refused) in %.1f s: %zu differences; needs compared %zu "
      "(perhaps %zu), "
      "one fact more %zu (lines sure in a settled answer before %zu), shuffled %zu\n",
      seen.pairs, seen.programs, seen.amended, seen.refused, seconds, seen.differences, seen.needs_compared,
      seen.perhaps, seen.monotone, seen.still_sure, seen.permuted);
  if (seen.differences > 0) return 1;
  if (options.program || !options.file.empty() || options.pairs < usual_pairs) return 0;
  std::string lacking = missing(seen.tally, seen.verdicts);
  if (seen.amended * 2 < seen.programs) lacking += "rulesets with amendments\n";
  if (seen.still_sure < least_still_sure) lacking += "lines that were sure in a settled answer before\n";
  if (seen.needs_compared < least_needs_compared) lacking += "needs and settled by listing completions\n";
  if (lacking.empty()) return 0;
  std::printf("seen too seldom:\n%s", lacking.c_str());
  return 1;
}

int run(const Options& options) {
  const auto start = std::chrono::steady_clock::now();
  Seen seen;
  if (options.write) {
    Random order(*options.write + 17);
    std::printf("%s", write(amended(generate(*options.write), order)).c_str());
    return 0;
  }
  if (!options.file.empty()) {
    std::ifstream in(options.file);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    Ruleset(options.seed, seen, options).run(text, text);
  } else if (options.program) {
    Ruleset(*options.program, seen, options).run();
  } else {
    for (std::uint64_t i = 0; seen.pairs < options.pairs; ++i) {
      Ruleset(options.seed * 1'000'000 + i, seen, options).run();
      if (options.must_catch && seen.differences > 0) break;
      if (seen.shown >= differences_shown) break;
    }
  }
  if (options.must_catch) {
    std::printf("%zu pairs, %zu differences\n", seen.pairs, seen.differences);
    return seen.differences > 0 ? 0 : 1;
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  return report(seen, options, took.count());
}

bool read(int count, char** words, Options& options) {
  options.pairs = tests::amount("ELIGO_PAIRS", usual_pairs);
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word == "--catch") {
      options.must_catch = true;
      continue;
    }
    if (i + 1 == count) return false;
    if (word == "--file") {
      options.file = words[++i];
      continue;
    }
    const std::uint64_t number = std::strtoull(words[++i], nullptr, 10);
    if (word == "--seed") {
      options.seed = number;
    } else if (word == "--pairs") {
      options.pairs = number;
    } else if (word == "--write") {
      options.write = number;
    } else if (word == "--program") {
      options.program = number;
    } else if (word == "--person") {
      options.person = number;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

}  // namespace eligo::oracle

int main(int count, char** words) {
  eligo::oracle::Options options;
  if (!eligo::oracle::read(count, words, options)) {
    std::fputs(
        "usage: oracle_agree [--seed S] [--pairs N] [--program P [--person K]] [--file PATH] [--write P] "
        "[--catch]\n",
        stderr);
    return 2;
  }
  return eligo::oracle::run(options);
}
