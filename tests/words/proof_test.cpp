// SPDX-License-Identifier: MIT
// Owns the proof-reader's own test: what it must find in an answer, and what it must leave alone.
#include "tests/words/proof.hpp"

#include <catch2/catch.hpp>

#include "tests/words/city_pass.hpp"
#include "tests/words/desk.hpp"

using namespace eligo;
using namespace eligo::words::test;

TEST_CASE("the proof-reader finds what must not stand in an answer") {
  Desk desk(city_pass());
  const words::Context en = desk.context("en"), fr = desk.context("fr");
  using Faults = std::vector<std::string>;
  CHECK(proofread(en, "You can have the city pass.\n") == Faults{});
  CHECK(proofread(en, "You need any_route.\n") == Faults{"a name: any_route"});
  CHECK(proofread(en, "You need {age}.\n") == Faults{"not filled: age"});
  CHECK(proofread(en, "Vous can.\n") == Faults{"foreign: Vous"});
  CHECK(proofread(fr, "Vous pouvez have la carte.\n") == Faults{"foreign: have"});
  CHECK(proofread(fr, "justificatif : identity_card\n") == Faults{"a name: identity_card"});
  CHECK(proofread(en, "city_card/good_paper\n").size() >= 2);
  CHECK(proofread(en, "a\x1b[1m\n").size() == 1);
  CHECK(proofread(en, std::string(101, 'x') + "\n").size() == 1);
  CHECK(proofread(en, "- document: \n").size() == 1);
}

TEST_CASE("what a person told is in the person's own words, as long as it stands there whole") {
  Desk desk(city_pass());
  using Faults = std::vector<std::string>;
  CHECK(proofread(desk.context("en"), "nickname: Vous-42\n") == Faults{"foreign: Vous"});
  desk.tell("nickname", types::Value(std::string("Vous-42")));
  CHECK(proofread(desk.context("en"), "nickname: Vous-42\n") == Faults{});
  CHECK(proofread(desk.context("en"), "nickname: Vous-421\n") == Faults{"foreign: Vous"});
  CHECK(proofread(desk.context("en"), "You, Vous-42, have any_route.\n") == Faults{"a name: any_route"});
}
