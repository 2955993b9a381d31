// SPDX-License-Identifier: MIT
// Owns the cases of settled answers that several open lines lead to together: which of them are named, and what was told or
// presumed that such an answer rests on.
#include <catch2/catch.hpp>
#include <eligo/eligo.hpp>
#include <string>

using namespace eligo;

namespace {

constexpr const char* bicycles = R"eligo(
ruleset bicycles "Bicycles"
  languages en, fr
end
fact kind "kind of bicycle" : one of town, cargo, electric, folding
fact lead "a lead battery" : yes or no
  can change by "take another battery"
fact age "age" : whole from 0 to 120
fact card "card" : yes or no
  can change by "ask for a card"
fact away "away" : yes or no
fact seats "seats" : whole from 0 to 10
  can change by "more seats"
presume seats is 3
decision subsidy
  all of
    old "old enough" : age >= 18
    kinds "a kind that is subsidised" : kind is one of electric, cargo
    clean "no lead battery" : clean_battery
    home "at home" : not away
  end
end
rule clean_battery
  any of
    no_lead : not lead
    none_at_all : kind is one of town, folding
  end
end
decision room
  all of
    enough "seats or a card" : seats >= 5 or card
    no_card "no card" : not card
  end
end
decision exception
  any of
    first "first" : card
    second "second" : away
  end
  unless gone "away from home" : away
end
decision needless
  all of
    has_card "a card" : card
    is_town "a town bicycle" : kind is town
  end
  unless other "no cargo bicycle" : kind is not cargo
end
decision size : whole
  when away then 4 else when card or away then 5 else 4
end
decision elsewhere
  not covered if any of
    here "here" : away
    there "there" : not away
  end
  card
end
texts fr
  room/enough "des places ou une carte"
  room/no_card "pas de carte"
  card can change by "demander une carte"
  seats "places"
  seats can change by "plus de places"
end
)eligo";

struct Written {
  std::string text, json;
};

Written settled_as(const std::string& decision, const char* told, const std::string& language = "en") {
  MemoryImporter files;
  files.add("main.eligo", bicycles);
  const Compiled compiled = compile(files, "main.eligo");
  for (const Diagnostic& d : compiled.diagnostics) UNSCOPED_INFO(d.message);
  REQUIRE(compiled.program);
  Facts facts(*compiled.program);
  REQUIRE(facts.tell_json(told).empty());
  const Outcome outcome = evaluate(*compiled.program, decision, facts, {2025, 6, 1});
  REQUIRE(outcome.verdict == Verdict::undetermined);
  REQUIRE(outcome.settled);
  const std::string text = to_text(*compiled.program, facts, outcome, language);
  const std::size_t begin = text.find("\n\n") + 2, end = text.rfind("\n\n");
  return {end < begin ? "" : text.substr(begin, end - begin),
          to_json(*compiled.program, facts, outcome, language)};
}

}  // namespace

TEST_CASE("of many open lines those are named that lead to the answer, with what was told of them") {
  CHECK(settled_as("subsidy", R"({"lead": true})").text ==
        "Why: in any case, at least one of these conditions is not met:\n"
        "- a kind that is subsidised\n"
        "- no lead battery\n"
        "  What may help: take another battery.\n"
        "\n"
        "Your answers that count:\n"
        "- a lead battery: yes");
}

TEST_CASE("a settled answer says what it presumes, and what may help") {
  CHECK(settled_as("room", "{}").text ==
        "Why: in any case, at least one of these conditions is not met:\n"
        "- seats or a card\n"
        "  What may help: more seats.\n"
        "- no card\n"
        "\n"
        "You did not say, so we assumed this:\n"
        "- seats: 3");
  CHECK(settled_as("room", "{}", "fr").text ==
        "Pourquoi\u00A0: dans tous les cas, au moins une de ces conditions n’est pas remplie\u00A0:\n"
        "- des places ou une carte\n"
        "  Ce qui peut aider\u00A0: plus de places.\n"
        "- pas de carte\n"
        "\n"
        "Vous ne l’avez pas précisé\u202F; nous avons supposé ceci\u00A0:\n"
        "- places\u00A0: 3");
  const std::string json = settled_as("room", "{}").json;
  INFO(json);
  CHECK(json.find(R"("presumed": [
      "seats"
    ])") < json.find("\"settled_perhaps\""));
}

TEST_CASE("a decided line without which an open one would not lead there is named too") {
  CHECK(settled_as("exception", R"({"card": false})").text ==
        "Why: in any case, these points together lead to this answer:\n"
        "- away from home\n"
        "- first\n"
        "  What may help: ask for a card.\n"
        "- second\n"
        "\n"
        "Your answers that count:\n"
        "- card: no");
}

TEST_CASE("a line that speaks for yes is no reason of a no") {
  CHECK(settled_as("needless", R"({"card": true})").text ==
        "Why: in any case, these points together lead to this answer:\n"
        "- no cargo bicycle\n"
        "- a town bicycle");
}

TEST_CASE("what was told counts for a settled value, though no line is named") {
  CHECK(settled_as("size", R"({"card": false})").text == "Your answers that count:\n- card: no");
}

TEST_CASE("a coverage without words of its own that is sure through its lines together names them") {
  CHECK(settled_as("elsewhere", "{}").text ==
        "Why: in any case, these points together lead to this answer:\n"
        "- here\n"
        "- there");
}
