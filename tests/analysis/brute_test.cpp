// SPDX-License-Identifier: MIT
// Owns the comparison of answers with going through everybody on every day.
#include <catch2/catch.hpp>
#include <map>
#include <numeric>
#include <set>

#include "tests/analysis/ruleset.hpp"
#include "tests/analysis/small.hpp"
#include "tests/support/amount.hpp"

namespace eligo::tests {
namespace {

using analysis::Answer;
using builtins::Truth;

/// Which states each condition has, and which verdicts the decision, for anybody on any of the days.
struct Everybody {
  std::map<program::NodeId, std::set<Truth::State>> states;
  std::set<eval::Verdict> verdicts;
  std::vector<bool> matters;  // by omission: somebody's verdict is another one
};

/// Every part of every block that the decision stands on, where it can be left out.
std::vector<analysis::Omission> omissions(const program::Program& program) {
  std::vector<analysis::Omission> all;
  for (program::NodeId id = 0; id < program.nodes.size(); ++id) {
    const program::Node& n = program.nodes[id];
    if (n.op != program::Op::all && n.op != program::Op::any) continue;
    for (std::uint32_t i = 0; i < n.count; ++i)
      if (auto one = analysis::Omission::of(program, program.decisions[0], id, program.child(n, i)))
        all.push_back(std::move(*one));
  }
  return all;
}

Everybody ask_everybody(const program::Program& program, const std::vector<analysis::Omission>& omissions) {
  Everybody all;
  all.matters.resize(omissions.size());
  eval::Scratch scratch;
  std::vector<program::NodeId> nodes(program.nodes.size());
  std::iota(nodes.begin(), nodes.end(), 0);
  for (types::Date day = small_first(); day <= small_last(); ++day.days) {
    scratch.days = eval::Days(program, day, day);
    each_profile(program, [&](const eval::Profile& profile) {
      const eval::Verdict verdict = eval::decide(program.decisions[0], profile, scratch);
      all.verdicts.insert(verdict);
      for (std::size_t i = 0; i < omissions.size(); ++i) {
        if (all.matters[i]) continue;
        all.matters[i] = omissions[i].decide(program.decisions[0], profile, scratch) != verdict;
        static_cast<void>(eval::decide(program.decisions[0], profile, scratch));  // as it was
      }
      eval::run(nodes, profile, scratch);
      for (const program::NodeId id : nodes)
        if (program::is_condition(program.nodes[id].op)) all.states[id].insert(scratch.truths[id].state);
    });
  }
  return all;
}

std::uint64_t count_of_rulesets() {
  return tests::amount("ELIGO_RULESETS", 40);
}

}  // namespace

TEST_CASE("what can be is what is for somebody on some day") {
  std::size_t yes = 0, no = 0, idle = 0;
  for (std::uint64_t seed = 0; seed < count_of_rulesets(); ++seed) {
    const std::string text = small_ruleset(seed, seed + 1);
    INFO("seed " << seed << "\n" << text);
    const auto rules = ruleset_of_text(text);
    const program::Program& program = rules->program;
    const std::vector<analysis::Omission> parts = omissions(program);
    const Everybody all = ask_everybody(program, parts);
    analysis::Analysis analysis(program, {small_first(), small_first(), small_last()});
    for (const auto& [node, states] : all.states) {
      for (const Truth::State state : {Truth::yes, Truth::no, Truth::invalid}) {
        const Answer answer = analysis.can({{{node, state}}, {program::DayRange{}}});
        INFO("`" << rules->loaded.sources->view(program.node_spans[node]) << "` is " << int(state));
        REQUIRE(answer.kind == (states.count(state) != 0 ? Answer::Kind::yes : Answer::Kind::no));
        REQUIRE(analysis.could({{{node, state}}, {program::DayRange{}}}).kind == answer.kind);
        ++(answer.kind == Answer::Kind::yes ? yes : no);
      }
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Answer answer = analysis.matters(program.decisions[0], parts[i]);
      INFO("without `" << rules->loaded.sources->view(program.node_spans[parts[i].line()]) << "`");
      REQUIRE(answer.kind == (all.matters[i] ? Answer::Kind::yes : Answer::Kind::no));
      idle += all.matters[i] ? 0 : 1;
    }
    for (const eval::Verdict verdict :
         {eval::Verdict::yes, eval::Verdict::no, eval::Verdict::not_covered, eval::Verdict::invalid}) {
      const Answer answer = analysis.can(program.decisions[0], verdict);
      INFO("verdict " << int(verdict));
      REQUIRE(answer.kind == (all.verdicts.count(verdict) != 0 ? Answer::Kind::yes : Answer::Kind::no));
      if (!answer.witness) continue;
      eval::Scratch scratch;
      scratch.days = eval::Days(program, answer.witness->day, answer.witness->day);
      CHECK(eval::decide(program.decisions[0], answer.witness->profile, scratch) == verdict);
    }
  }
  CHECK(yes > 20 * count_of_rulesets());
  CHECK(no > 20 * count_of_rulesets());
  CHECK(idle > count_of_rulesets());
}

TEST_CASE("a decision gives no value where its formula fails for somebody on some day") {
  using eval::Verdict;
  std::size_t fails = 0, never_fails = 0;
  for (std::uint64_t seed = 0; seed < count_of_rulesets(); ++seed) {
    const std::string text = small_failing_ruleset(seed, seed + 1);
    INFO("seed " << seed << "\n" << text);
    const auto rules = ruleset_of_text(text);
    const program::Program& program = rules->program;
    std::vector<std::set<Verdict>> verdicts(program.decisions.size());
    eval::Scratch scratch;
    for (types::Date day = small_first(); day <= small_last(); ++day.days) {
      scratch.days = eval::Days(program, day, day);
      each_profile(program, [&](const eval::Profile& profile) {
        for (std::size_t d = 0; d < verdicts.size(); ++d)
          verdicts[d].insert(eval::decide(program.decisions[d], profile, scratch));
      });
    }
    analysis::Analysis analysis(program, {small_first(), small_first(), small_last()});
    for (std::size_t d = 1; d < verdicts.size(); ++d) {
      for (const Verdict verdict : {Verdict::value, Verdict::not_covered, Verdict::invalid}) {
        const Answer answer = analysis.can(program.decisions[d], verdict);
        INFO("decision " << d << ", verdict " << int(verdict));
        REQUIRE(answer.kind == (verdicts[d].count(verdict) != 0 ? Answer::Kind::yes : Answer::Kind::no));
        if (verdict == Verdict::invalid) ++(answer.kind == Answer::Kind::yes ? fails : never_fails);
        if (!answer.witness) continue;
        scratch.days = eval::Days(program, answer.witness->day, answer.witness->day);
        CHECK(eval::decide(program.decisions[d], answer.witness->profile, scratch) == verdict);
      }
    }
  }
  CHECK(fails > count_of_rulesets() / 2);
  CHECK(never_fails > count_of_rulesets());
}

}  // namespace eligo::tests
