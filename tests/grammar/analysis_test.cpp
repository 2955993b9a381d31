// SPDX-License-Identifier: MIT
// Owns PEGTL's proof that no rule can loop without consuming.
#include "grammar/analysis.hpp"

#include <catch2/catch.hpp>

TEST_CASE("the grammar has no rule that loops without consuming") {
  CHECK(eligo::grammar::grammar_problems() == 0);
}
