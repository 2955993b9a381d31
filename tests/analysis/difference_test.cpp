// SPDX-License-Identifier: MIT
// Owns the comparison of rulesets beside asking both about everybody on every day.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <numeric>

#include "interpreter/analysis/difference.hpp"
#include "interpreter/program/exact.hpp"
#include "tests/analysis/ruleset.hpp"
#include "tests/analysis/small.hpp"

namespace eligo::tests {
namespace {

using analysis::Class;
using analysis::Compared;

Compared compared(const Ruleset& before, const Ruleset& after, std::uint32_t decision = 0) {
  Compared both;
  both.decisions[0] = both.decisions[1] = decision;
  for (std::uint32_t i = 0; i < 3; ++i) both.outcomes.push_back({i, i});
  both.programs[0] = &before.program;
  both.programs[1] = &after.program;
  both.facts = analysis::all_facts(before.program);
  for (std::uint32_t slot = 0; slot < both.facts.size(); ++slot) both.facts[slot].slots[1] = slot;
  const std::size_t rules = std::min(before.program.rules.size(), after.program.rules.size());
  for (std::size_t i = 0; i < rules; ++i)
    both.conditions.push_back({before.program.rules[i].root, after.program.rules[i].root});
  return both;
}

/// One ruleset, asked about one person and day.
struct Side {
  const program::Program& program;
  std::uint32_t decision;
  eval::Scratch scratch;
  std::vector<program::NodeId> nodes;

  explicit Side(const program::Program& p, std::uint32_t d = 0)
      : program(p), decision(d), nodes(p.nodes.size()) {
    std::iota(nodes.begin(), nodes.end(), 0);
  }
  eval::Verdict ask(const eval::Profile& profile, types::Date day) {
    scratch.days = eval::Days(program, day, day);
    eval::run(nodes, profile, scratch);
    return eval::decide(program.decisions[decision], profile, scratch);
  }
  /// Of the one who was asked about last.
  [[nodiscard]] types::Possible value() const {
    return eval::value_of(program.decisions[decision], program, scratch);
  }
};

bool has_value(const analysis::Values& values, const types::Possible& told) {
  if (told.none) return values.none;
  if (told.base == types::Base::text)
    return std::find(values.texts.begin(), values.texts.end(), told.texts[0]) != values.texts.end();
  if (told.is_discrete() || told.is_decimal())
    return std::any_of(values.ranges.begin(), values.ranges.end(),
                       [&](const auto& range) { return range.first <= told.lo && told.lo <= range.second; });
  return std::binary_search(values.items.begin(), values.items.end(), told.items.single());
}

/// Whether somebody who was asked about on a day is in the class, verdicts apart.
bool is_in(const Class& one, const eval::Profile& profile, types::Date day, const Side& before,
           const Side& after) {
  const auto on = [&](const program::DayRange& d) { return d.from <= day.days && day.days <= d.to; };
  if (!one.days.empty() && std::none_of(one.days.begin(), one.days.end(), on)) return false;
  for (const analysis::Values& values : one.facts)
    if (!has_value(values, profile.possible(values.fact))) return false;
  for (const analysis::Met& met : one.conditions) {
    if (met.nodes[0] && before.scratch.truths[*met.nodes[0]].state != met.state) return false;
    if (met.nodes[1] && after.scratch.truths[*met.nodes[1]].state != met.state) return false;
  }
  return true;
}

bool is_coverage(const Class& one) {
  return one.verdicts[0] == eval::Verdict::not_covered || one.verdicts[1] == eval::Verdict::not_covered;
}

bool asks_text(const program::Program& program) {
  return std::any_of(program.slots.begin(), program.slots.end(),
                     [](const program::Slot& slot) { return slot.type.base == types::Base::text; });
}

std::uint64_t count_of_pairs() {
  const char* wanted = std::getenv("ELIGO_RULESETS");
  return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 40;
}

}  // namespace

TEST_CASE("classes hold all who get another answer, and nobody else") {
  std::size_t classes = 0, different = 0, same = 0;
  for (std::uint64_t seed = 0; seed < count_of_pairs(); ++seed) {
    const std::string old_text = small_ruleset(seed, seed + 1),
                      new_text = small_ruleset(seed, seed + 1'000'000);
    INFO("seed " << seed << "\n" << old_text << "\n-> " << new_text);
    const auto before = ruleset_of_text(old_text), after = ruleset_of_text(new_text);
    const Compared both = compared(*before, *after);
    const analysis::Difference difference =
        analysis::compare(both, {small_first(), small_first(), small_last()}, 500);
    INFO(difference.classes.size() << " classes"
                                   << (difference.obstacle[0] || difference.obstacle[1] ? ", given up" : ""));
    REQUIRE(difference.complete);
    classes += difference.classes.size();
    Side old_side(before->program), new_side(after->program);
    for (const Class& one : difference.classes) {
      REQUIRE(one.profiles.size() == 2);
      CHECK(old_side.ask(one.profiles[0], one.day) == one.verdicts[0]);
      CHECK(new_side.ask(one.profiles[1], one.day) == one.verdicts[1]);
    }
    // A text stands for all that rules do not tell from it, so that membership cannot be read from the text alone.
    if (asks_text(before->program)) continue;
    std::vector<bool> met(difference.classes.size());
    for (types::Date day = small_first(); day <= small_last(); ++day.days) {
      each_profile(before->program, [&](const eval::Profile& told) {
        eval::Profile told_after(after->program);
        for (std::uint32_t slot = 0; slot < after->program.today(); ++slot)
          told_after.tell(slot, told.possible(slot));
        const eval::Verdict was = old_side.ask(told, day), is = new_side.ask(told_after, day);
        bool found = false;
        for (std::size_t i = 0; i < difference.classes.size(); ++i) {
          const Class& one = difference.classes[i];
          if (!is_in(one, told, day, old_side, new_side)) continue;
          const bool alike = one.verdicts[0] == was && one.verdicts[1] == is;
          // Where coverage alone decides, the class is of those who had that verdict on the other side.
          if (!is_coverage(one)) REQUIRE(alike);
          found = found || alike;
          met[i] = met[i] || alike;
        }
        REQUIRE(found == (was != is));
        ++(was != is ? different : same);
      });
    }
    CHECK(std::all_of(met.begin(), met.end(), [](bool somebody) { return somebody; }));
  }
  CHECK(classes > count_of_pairs());
  CHECK(different > 50 * count_of_pairs());
  CHECK(same > 50 * count_of_pairs());
}

namespace {

/// Whether the class says this of somebody, given the verdicts and values of both.
bool says(const Class& one, eval::Verdict was, const types::Possible& before, eval::Verdict is,
          const types::Possible& after) {
  if (one.verdicts[0] != was || one.verdicts[1] != is) return false;
  if (was != eval::Verdict::value || is != eval::Verdict::value) return true;
  switch (one.relation) {
    case analysis::Relation::none:
      return program::same_exact(*one.values[0], before) && program::same_exact(*one.values[1], after);
    case analysis::Relation::less:
      return after.lo < before.lo || (!one.everybody && after.lo == before.lo);
    case analysis::Relation::more:
      return after.lo > before.lo || (!one.everybody && after.lo == before.lo);
    default:
      return !one.found;
  }
}

}  // namespace

TEST_CASE("classes hold all who get another value, and say which") {
  std::size_t classes = 0, different = 0, same = 0, complete = 0, asked = 0;
  for (std::uint64_t seed = 0; seed < 2 * count_of_pairs(); ++seed) {
    const auto decision = static_cast<std::uint32_t>(1 + seed % 2);
    const std::string old_text = small_typed_ruleset(seed / 2, seed / 2 + 1),
                      new_text = small_typed_ruleset(seed / 2, seed / 2 + 1'000'000);
    INFO("seed " << seed << "\n" << old_text << "\n-> " << new_text);
    const auto before = ruleset_of_text(old_text), after = ruleset_of_text(new_text);
    const Compared both = compared(*before, *after, decision);
    const analysis::Difference difference =
        analysis::compare(both, {small_first(), small_first(), small_last()}, 500);
    ++asked;
    complete += difference.complete ? 1 : 0;
    INFO(difference.classes.size() << " classes" << (difference.complete ? "" : ", given up"));
    Side old_side(before->program, decision), new_side(after->program, decision);
    for (const Class& one : difference.classes) {
      REQUIRE(one.profiles.size() == 2);
      REQUIRE(old_side.ask(one.profiles[0], one.day) == one.verdicts[0]);
      REQUIRE(new_side.ask(one.profiles[1], one.day) == one.verdicts[1]);
      if (one.values[0]) CHECK(program::same_exact(*one.values[0], old_side.value()));
      if (one.values[1]) CHECK(program::same_exact(*one.values[1], new_side.value()));
      const bool values = one.values[0] && one.values[1] && one.verdicts[0] == one.verdicts[1];
      if (one.found && values) CHECK_FALSE(program::same_exact(*one.values[0], *one.values[1]));
    }
    classes += difference.classes.size();
    if (asks_text(before->program)) continue;
    for (types::Date day = small_first(); day <= small_last(); ++day.days) {
      each_profile(before->program, [&](const eval::Profile& told) {
        eval::Profile told_after(after->program);
        for (std::uint32_t slot = 0; slot < after->program.today(); ++slot)
          told_after.tell(slot, told.possible(slot));
        const eval::Verdict was = old_side.ask(told, day), is = new_side.ask(told_after, day);
        const types::Possible value_was = old_side.value(), value_is = new_side.value();
        const bool values = was == eval::Verdict::value && is == was;
        const bool differs = was != is || (values && !program::same_exact(value_was, value_is));
        bool found = false, every = true;
        for (const Class& one : difference.classes) {
          if (!is_in(one, told, day, old_side, new_side)) continue;
          const bool so = says(one, was, value_was, is, value_is);
          if (!is_coverage(one)) REQUIRE(so);
          found = found || so;
          every = every && one.everybody && one.found;
        }
        if (difference.complete && differs) REQUIRE(found);
        if (found && every) REQUIRE(differs);
        ++(differs ? different : same);
      });
    }
  }
  CHECK(classes > count_of_pairs());
  CHECK(different > 50 * count_of_pairs());
  CHECK(same > 50 * count_of_pairs());
  CHECK(complete >= 4 * asked / 5);  // what differs in too many ways is given up
  INFO(complete << " of " << asked << " complete");
}

}  // namespace eligo::tests
