// SPDX-License-Identifier: MIT
// Owns the promise about one mistake in a ruleset of several files: whatever one end, quote, colon, comma or keyword is
// removed from one of its files, the whole compiler says one thing, on that line or on the next one that is not empty, or
// nothing at all. Each kind of removal is tried where a file first has it, and in one of so many places as ELIGO_REMOVALS
// says: all of them with 1 (more than ten thousand).
#include <catch2/catch.hpp>
#include <iostream>
#include <set>
#include <string>

#include "tests/check/removals/rulesets.hpp"
#include "tests/support/amount.hpp"

using namespace eligo::tests;

TEST_CASE("removing one end, quote, colon, comma or keyword of a whole ruleset says one thing, there") {
  const std::uint64_t sparse = amount("ELIGO_REMOVALS", 5);
  Rulesets rulesets;
  REQUIRE(rulesets.files().size() > 30);
  std::size_t one = 0, valid = 0, count = 0;
  std::set<std::string> seen;
  for (const RuleFile& file : rulesets.files()) {
    REQUIRE_FALSE(file.ruleset.empty());
    for (const Removal& removal : removals(file.bytes)) {
      const bool is_first = seen.insert(removal.what).second;
      if (count++ % sparse != 0 && !is_first) continue;
      const Outcome outcome = rulesets.remove(file, removal);
      if (outcome.after == After::wrong) FAIL_CHECK(outcome.story);
      ++(outcome.after == After::one ? one : valid);
    }
  }
  std::cout << "removals: " << one << " said once, " << valid << " left a correct ruleset, of " << count
            << " in all\n";
  CHECK(one > 200);
  CHECK(valid * 8 < one);
}
