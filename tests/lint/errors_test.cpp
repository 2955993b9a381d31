// SPDX-License-Identifier: MIT
// No error of the linter is a false alarm: each, in random rulesets, beside going through everybody on every day.
#include <algorithm>
#include <map>

#include "tests/analysis/ruleset.hpp"
#include "tests/analysis/small.hpp"
#include "tests/lint/looked.hpp"
#include "tests/support/amount.hpp"

namespace eligo::tests {
namespace {

using builtins::Truth;
using program::NodeId;
using program::Op;

/// A case of a `when`: its place in the text, and whether anybody got to it.
struct Case {
  NodeId when = 0;
  std::uint32_t condition = 0;  // which child
  bool is_reached = false;
};

std::vector<Case> cases_of(const program::Program& program) {
  std::vector<Case> all;
  for (NodeId id = 0; id < program.nodes.size(); ++id) {
    const program::Node& n = program.nodes[id];
    if (n.op != Op::value_when && n.op != Op::condition_when) continue;
    for (std::uint32_t i = 0; i + 1 < n.count; i += 2) all.push_back({id, i, false});
  }
  return all;
}

bool is_reached(const program::Program& program, const Case& one, const eval::Scratch& scratch) {
  const program::Node& n = program.nodes[one.when];
  for (std::uint32_t i = 0; i < one.condition; i += 2)
    if (scratch.truths[program.child(n, i)].state != Truth::no) return false;
  return scratch.truths[program.child(n, one.condition)].state == Truth::yes;
}

/// What the errors say, confirmed or not.
class Confirm {
 public:
  Confirm(const Ruleset& rules, bool cases) : rules_(rules), cases_(cases_of(rules.program)) {
    const program::Program& program = rules.program;
    std::vector<NodeId> nodes;
    for (NodeId id = 0; cases && id < program.nodes.size(); ++id) nodes.push_back(id);
    eval::Scratch scratch;
    for (types::Date day = small_first(); day <= small_last(); ++day.days) {
      scratch.days = eval::Days(program, day, day);
      each_profile(program, [&](const eval::Profile& profile) {
        any_yes_ = any_yes_ || eval::decide(program.decisions[0], profile, scratch) == eval::Verdict::yes;
        if (!cases) return;
        eval::run(nodes, profile, scratch);
        for (Case& one : cases_) one.is_reached = one.is_reached || is_reached(program, one, scratch);
      });
    }
  }

  [[nodiscard]] bool is_so(const Diagnostic& error) const {
    if (error.code == "logic/never_yes") return !any_yes_;
    if (error.code != "logic/hidden_case") return false;
    bool known = false;
    for (const Case& one : cases_) {
      const NodeId condition = rules_.program.child(rules_.program.nodes[one.when], one.condition);
      const bool here = is_at(error, rules_.program.node_spans[condition]) ||
                        is_at(error, rules_.program.node_spans[one.when]);
      known = known || (here && !one.is_reached);
    }
    return known;
  }

 private:
  [[nodiscard]] static bool is_at(const Diagnostic& error, const text::Span& span) {
    return span.begin == error.place.begin && span.end == error.place.end;
  }

  const Ruleset& rules_;
  std::vector<Case> cases_;
  bool any_yes_ = false;
};

/// ELIGO_RULESETS=1000: every error of so many rulesets, which takes minutes; else some of each kind.
std::uint64_t count_of_rulesets() {
  return tests::amount("ELIGO_RULESETS", 8);
}

TEST_CASE("every error is confirmed by all people and days of small rulesets") {
  std::map<std::string, std::size_t> confirmed;
  for (std::uint64_t seed = 0; seed < count_of_rulesets(); ++seed) {
    const std::string text = small_ruleset(seed + 5'000, seed + 7'000);
    std::vector<Diagnostic> errors;
    for (Diagnostic& each : lint::run(*compiled(text).program, on({2025, 3, 1})))
      if (each.severity == Severity::error) errors.push_back(std::move(each));
    if (errors.empty()) continue;
    const auto rules = ruleset_of_text(text);
    const bool cases = std::any_of(errors.begin(), errors.end(),
                                   [](const Diagnostic& error) { return error.code == "logic/hidden_case"; });
    const Confirm confirm(*rules, cases);
    for (const Diagnostic& error : errors) {
      INFO(text << error.place.line << ": " << error.code << " " << error.message);
      CHECK(confirm.is_so(error));
      if (!error.witness.empty()) CHECK(failing_tests(text + error.witness) == "");
      ++confirmed[error.code];
    }
  }
  CHECK(confirmed["logic/never_yes"] * 20 > count_of_rulesets());
  CHECK(confirmed["logic/hidden_case"] * 60 > count_of_rulesets());
}

}  // namespace
}  // namespace eligo::tests
