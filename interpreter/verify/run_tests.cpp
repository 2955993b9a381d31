// SPDX-License-Identifier: MIT
// Owns the running of a ruleset's own tests (language.md 2.15).
#include <algorithm>
#include <set>

#include "interpreter/api/impl.hpp"
#include "interpreter/host/told_value.hpp"

namespace eligo {
inline namespace v0 {

namespace {

std::string without_day(const std::string& id) {
  const std::size_t at = id.rfind('@');
  return at == std::string::npos ? id : id.substr(0, at);
}

std::string joined(const std::set<std::string>& all) {
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : ", ") + one;
  return out;
}

// A line of the decision as `because` writes it: its name alone, or `rule/line` of another.
std::string as_written(const std::string& id, const std::string& decision) {
  const std::string own = decision + '/';
  return id.compare(0, own.size(), own) == 0 ? id.substr(own.size()) : id;
}

class Checker {
 public:
  Checker(const Program& program, const check::TestDef& test)
      : impl_(program.impl()), test_(test), profile_(program.impl().program) {
    for (const check::TestDef::Telling& t : test.told) profile_.tell(t.fact, t.told);
  }

  Expectation run(const Program& program, const check::TestDef::Expectation& expected) {
    const Outcome outcome = api::evaluate(program, expected.decision, profile_, test_.as_of, test_.law_day,
                                          true, expected.has_needs);
    const check::Checked& checked = impl_.checked;
    const std::string decision(checked.names->view(checked.decisions[expected.decision].name));
    Expectation result;
    result.decision = decision;
    result.place = api::place_of(*impl_.loaded.sources, expected.span);

    result.expected = verdict_words(expected);
    result.actual = outcome.verdict == Verdict::value ? outcome.value.text : to_string(outcome.verdict);
    bool passed = result.expected == result.actual;
    if (expected.has_because) passed = because(program, expected, outcome, decision, result) && passed;
    const std::size_t before_needs = result.actual.size();
    if (expected.has_needs) passed = needs(expected, outcome, result) && passed;
    if (!passed && !expected.has_because)
      result.actual.insert(before_needs, lines_that_decided(program, outcome, decision));
    result.passed = passed;
    return result;
  }

 private:
  std::string verdict_words(const check::TestDef::Expectation& e) const {
    if (e.verdict == check::VerdictWord::value)
      return host::spell(impl_.checked, impl_.checked.decisions[e.decision].type, e.value);
    return to_string(static_cast<Verdict>(e.verdict));
  }

  // Which lines made the answer that came instead, though nothing was expected of them.
  static std::string lines_that_decided(const Program& program, const Outcome& outcome,
                                        const std::string& decision) {
    std::set<std::string> own;
    for (std::uint32_t i = 0; i < outcome.own; ++i)
      own.insert(as_written(without_day(program.line(outcome.reasons[i].line).id), decision));
    return own.empty() ? "" : " because " + joined(own);
  }

  // The own lines are compared as a set; lines of other rules are looked for among all that decided.
  static bool because(const Program& program, const check::TestDef::Expectation& expected,
                      const Outcome& outcome, const std::string& decision, Expectation& result) {
    const std::string own = decision + '/';
    std::set<std::string> wanted_own, wanted_deeper, actual_own, all;
    const auto id_as_asked = [&](const std::string& id) {
      const bool exactly =
          std::find(expected.because.begin(), expected.because.end(), id) != expected.because.end();
      return exactly ? id : without_day(id);
    };
    for (std::uint32_t i = 0; i < outcome.reasons.size(); ++i) {
      const std::string id = id_as_asked(program.line(outcome.reasons[i].line).id);
      if (i < outcome.own) actual_own.insert(id);
      all.insert(id);
    }
    // A line inside a block of the decision is deeper too.
    for (const std::string& id : expected.because) {
      const bool is_own =
          id.compare(0, own.size(), own) == 0 && (actual_own.count(id) != 0 || all.count(id) == 0);
      (is_own ? wanted_own : wanted_deeper).insert(id);
    }
    std::set<std::string> shown_wanted, shown_actual;
    for (const std::string& id : wanted_own) shown_wanted.insert(as_written(id, decision));
    for (const std::string& id : actual_own) shown_actual.insert(as_written(id, decision));
    bool passed = wanted_own == actual_own;
    for (const std::string& id : wanted_deeper) {
      shown_wanted.insert(id);
      if (all.count(id) != 0)
        shown_actual.insert(id);
      else
        passed = false;
    }
    result.expected += " because " + (shown_wanted.empty() ? "no line" : joined(shown_wanted));
    result.actual += " because " + (shown_actual.empty() ? "no line" : joined(shown_actual));
    return passed;
  }

  bool needs(const check::TestDef::Expectation& expected, const Outcome& outcome, Expectation& result) const {
    const auto name = [&](std::uint32_t slot) {
      return std::string(impl_.checked.names->view(impl_.checked.facts[slot].name));
    };
    std::set<std::string> wanted, actual;
    for (const check::Index fact : expected.needs) wanted.insert(name(fact));
    for (const Need& need : outcome.needs) actual.insert(name(need.slot));
    result.expected += " needs " + (wanted.empty() ? "nothing" : joined(wanted));
    result.actual += " needs " + (actual.empty() ? "nothing" : joined(actual));
    return wanted == actual;
  }

  const Program::Impl& impl_;
  const check::TestDef& test_;
  eval::Profile profile_;
};

}  // namespace

std::vector<TestResult> run_tests(const Program& program, std::string_view filter) noexcept {
  return api::guarded(
      [&] {
        const check::Checked& checked = program.impl().checked;
        std::vector<TestResult> results;
        for (const check::TestDef& test : checked.tests) {
          if (test.title.find(filter) == std::string::npos) continue;
          TestResult result;
          result.title = test.title;
          result.place = api::place_of(*program.impl().loaded.sources, test.span);
          result.passed = true;
          Checker checker(program, test);
          for (const check::TestDef::Expectation& e : test.expects) {
            result.expectations.push_back(checker.run(program, e));
            result.passed = result.passed && result.expectations.back().passed;
          }
          results.push_back(std::move(result));
        }
        return results;
      },
      [] { return std::vector<TestResult>(); });
}

}  // namespace v0
}  // namespace eligo
