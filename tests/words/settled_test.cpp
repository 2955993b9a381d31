// SPDX-License-Identifier: MIT
// Owns the cases of settled answers: the reasons that they give, although lines are open.
#include <catch2/catch.hpp>
#include <eligo/eligo.hpp>
#include <string>

using namespace eligo;

namespace {

// Whatever the age is, it is below 60 or above 20, and never both below 20 and above 60; ranges alone do not say so.
constexpr const char* bus_pass = R"eligo(
ruleset bus "Bus pass"
  languages en, fr
end
source order "Order on the bus"
end
fact age "age" : whole from 0 to 120
fact abroad "home abroad" : yes or no
fact card "card" : yes or no
  can change by "ask for a card"
fact town "town" : one of north, south
fact zone "zone" : whole from 1 to 9
rule gap "both young and old"
  all of
    young "under 20" : age < 20
    old "over 60" : age > 60
  end
end
rule wide "young or old"
  any of
    young "under 60" : age < 60
      cites order
    old "over 20" : age > 20
  end
end
rule near "near"
  any of
    north_side "northern side" : town is north and zone <= 3
    south_side "southern side" : town is south and zone <= 5
  end
end
decision both
  no "Not possible."
  all of
    young "under 20" : age < 20
      otherwise "You are too old."
    old "over 60" : age > 60
  end
end
decision either
  any of
    young "under 60" : age < 60
    old "over 20" : age > 20
  end
end
decision neither
  none of
    young "under 60" : age < 60
    old "over 20" : age > 20
  end
end
decision two
  at least 2 of
    young "under 60" : age < 60
    old "over 20" : age > 20
    home : abroad
  end
end
decision unless_old "over 30 and not over 20"
  age > 30
  unless old "over 20" : age > 20
end
decision here
  not covered if gap
  all of
    card
  end
end
decision elsewhere
  not covered if coverage "in or out" : wide otherwise "too old or too young"
  all of
    card
  end
end
decision one_no
  all of
    gap
    card "a card" : card
    home : abroad
  end
end
decision one_yes
  any of
    card "a card" : card
    wide
    home : abroad
  end
end
decision two_sure
  at least 2 of
    card "a card" : card
    wide
    home : abroad
    near
  end
end
decision fare : whole
  when wide then zone else 0
end
decision zones : whole
  not covered if abroad
  zone
end
value twice : whole
  zone + zone
end
decision twofold : whole
  twice
end
decision fair
  all of
    few "few zones" : twice <= 3
      otherwise "Twice the zone, {twice}, is too much."
  end
end
decision told_no
  all of
    gap : gap
      otherwise "Nobody is both."
    card "a card" : card
  end
end
decision plain_no
  all of
    gap
    card "a card" : card
  end
end
decision all_yes
  all of
    wide
    card "a card" : card
    near
  end
end
decision any_no
  any of
    gap
    card "a card" : card
  end
end
decision none_yes
  none of
    gap
    card "a card" : card
  end
end
decision not_gap
  all of
    no_gap "not both" : not (gap)
  end
end
texts fr
  both no "C’est impossible."
  both/young "moins de 20 ans"
  both/young otherwise "Vous êtes trop âgé."
  both/old "plus de 60 ans"
  elsewhere/coverage "dedans ou dehors"
  elsewhere/coverage otherwise "trop jeune ou trop vieux"
  gap "à la fois jeune et vieux"
  any_no/card "une carte"
  age "âge"
  card "carte"
  card can change by "demander une carte"
end
)eligo";

struct Answered {
  std::shared_ptr<const Program> program;
  Outcome outcome;
  std::string text, json;
};

Answered ask(const std::string& decision, const char* told, const std::string& language = "en") {
  MemoryImporter files;
  files.add("main.eligo", bus_pass);
  Compiled compiled = compile(files, "main.eligo");
  for (const Diagnostic& d : compiled.diagnostics) UNSCOPED_INFO(d.message);
  REQUIRE(compiled.program);
  Facts facts(*compiled.program);
  REQUIRE(facts.tell_json(told).empty());
  Answered asked{compiled.program, evaluate(*compiled.program, decision, facts, {2025, 6, 1}), "", ""};
  asked.text = to_text(*compiled.program, facts, asked.outcome, language);
  asked.json = to_json(*compiled.program, facts, asked.outcome, language);
  return asked;
}

// What stands between the first two sentences and the last.
std::string why(Verdict settled, const std::string& decision, const char* told = "{}",
                const std::string& language = "en") {
  const Answered asked = ask(decision, told, language);
  CHECK(asked.outcome.verdict == Verdict::undetermined);
  REQUIRE(asked.outcome.settled);
  CHECK(asked.outcome.settled->verdict == settled);
  const std::size_t begin = asked.text.find("\n\n") + 2;
  const std::size_t end = asked.text.rfind("\n\n");
  return end < begin ? "" : asked.text.substr(begin, end - begin);
}

}  // namespace

TEST_CASE("a settled no of `all of` says that one of its open lines fails in any case") {
  CHECK(why(Verdict::no, "both") ==
        "Why: in any case, at least one of these conditions is not met:\n"
        "- under 20\n"
        "- over 60");
  CHECK(why(Verdict::no, "both", R"({"age": {"from": 10}})", "fr") ==
        "Pourquoi\u00A0: dans tous les cas, au moins une de ces conditions n’est pas remplie\u00A0:\n"
        "- moins de 20 ans\n"
        "- plus de 60 ans\n"
        "\n"
        "Vos réponses qui comptent\u00A0:\n"
        "- âge\u00A0: au moins 10");
}

TEST_CASE("the one open line of a settled answer speaks as a decided one") {
  const char* const card = R"({"card": true})";
  CHECK(why(Verdict::no, "told_no", card) == "Why:\n- Nobody is both.");
  CHECK(why(Verdict::no, "plain_no", card) == "Why:\n- Not met: both young and old");
  CHECK(why(Verdict::yes, "not_gap") == "Why:\n- not both");
}

TEST_CASE("lines that are each sure are said one by one, those that were told with what may help") {
  CHECK(why(Verdict::no, "any_no", R"({"card": false})") ==
        "Why:\n"
        "- Not met: both young and old\n"
        "- Not met: a card\n"
        "  What may help: ask for a card.\n"
        "\n"
        "Your answers that count:\n"
        "- card: no");
  CHECK(why(Verdict::no, "any_no", R"({"card": false})", "fr") ==
        "Pourquoi\u00A0:\n"
        "- Condition non remplie\u00A0: à la fois jeune et vieux\n"
        "- Condition non remplie\u00A0: une carte\n"
        "  Ce qui peut aider\u00A0: demander une carte.\n"
        "\n"
        "Vos réponses qui comptent\u00A0:\n"
        "- carte\u00A0: non");
  CHECK(why(Verdict::yes, "none_yes", R"({"card": false})") ==
        "Why:\n"
        "- Does not apply: both young and old\n"
        "- Does not apply: a card\n"
        "\n"
        "Your answers that count:\n"
        "- card: no");
}

TEST_CASE("a settled yes says all that it rests on, also what is told in lines that are open") {
  // Which side it is, nobody knows; the zone counts for both.
  CHECK(why(Verdict::yes, "all_yes", R"({"card": true, "zone": {"to": 2}})") ==
        "Why:\n"
        "- young or old\n"
        "- a card\n"
        "- near\n"
        "\n"
        "Your answers that count:\n"
        "- card: yes\n"
        "- zone: at most 2\n"
        "\n"
        "Source:\n"
        "- Order on the bus");
}

TEST_CASE("a settled yes of `any of` says that one of its open lines is met in any case") {
  CHECK(why(Verdict::yes, "either") ==
        "Why: in any case, at least one of these conditions is met:\n"
        "- under 60\n"
        "- over 20");
  CHECK(why(Verdict::yes, "either", "{}", "fr")
            .rfind("Pourquoi\u00A0: dans tous les cas, au moins une de ces conditions est remplie\u00A0:\n",
                   0) == 0);
}

TEST_CASE("where one line is sure in any case, no other is given as the reason") {
  CHECK(why(Verdict::no, "one_no") == "Why:\n- Not met: both young and old");
  CHECK(why(Verdict::yes, "one_yes") ==
        "Why:\n"
        "- young or old\n"
        "\n"
        "Source:\n"
        "- Order on the bus");
  // Of two that are enough, neither what is open nor what is no.
  CHECK(why(Verdict::yes, "two_sure", R"({"abroad": true, "zone": 9})") ==
        "Why:\n"
        "- young or old\n"
        "- home abroad\n"
        "\n"
        "Your answers that count:\n"
        "- home abroad: yes\n"
        "\n"
        "Source:\n"
        "- Order on the bus");
}

TEST_CASE("a coverage that is open but sure hides no reason") {
  CHECK(why(Verdict::yes, "here", R"({"card": true})") ==
        "Why:\n"
        "- card\n"
        "\n"
        "Your answers that count:\n"
        "- card: yes");
  CHECK(why(Verdict::not_covered, "elsewhere", R"({"age": {"from": 10}})") ==
        "Why:\n"
        "- too old or too young\n"
        "\n"
        "Your answers that count:\n"
        "- age: at least 10\n"
        "\n"
        "Source:\n"
        "- Order on the bus");
  CHECK(why(Verdict::not_covered, "elsewhere", R"({"age": {"from": 10}})", "fr") ==
        "Pourquoi\u00A0:\n"
        "- trop jeune ou trop vieux\n"
        "\n"
        "Vos réponses qui comptent\u00A0:\n"
        "- âge\u00A0: au moins 10\n"
        "\n"
        "Source\u00A0:\n"
        "- Order on the bus");
}

TEST_CASE("a settled value is no `at least one of these`, whatever the rules that it asks are") {
  CHECK(why(Verdict::value, "fare", R"({"zone": 4})") ==
        "Why: in any case, these points together lead to this answer:\n"
        "- under 60\n"
        "- over 20\n"
        "\n"
        "Your answers that count:\n"
        "- zone: 4\n"
        "\n"
        "Source:\n"
        "- Order on the bus");
  const std::string json = ask("fare", R"({"zone": 4})").json;
  INFO(json);
  CHECK(json.find(R"("fact": "zone")", json.find("\"settled\"")) < json.find("\"settled_perhaps\""));
}

TEST_CASE(
    "while the coverage is open, the data say what the value is if it covers; the text does not promise it") {
  const Answered asked = ask("zones", R"({"zone": {"from": 2, "to": 3}})");
  REQUIRE(asked.outcome.possible);
  CHECK(asked.outcome.possible->from->text == "2");
  CHECK(asked.outcome.possible->to->text == "3");
  CHECK(asked.text.find("Still possible") == std::string::npos);
  CHECK(ask("twofold", R"({"zone": {"from": 2, "to": 3}})").text.find("Still possible: from 4 to 6") !=
        std::string::npos);
  INFO(asked.text);
  CHECK(asked.text.rfind("We cannot tell yet.\n\nNot decided yet:\n- home abroad\n", 0) == 0);
}

TEST_CASE("a text says of a value what is known in part") {
  const Answered asked = ask("fair", R"({"zone": {"from": 2, "to": 3}})");
  INFO(asked.text);
  CHECK(asked.outcome.verdict == Verdict::no);
  CHECK(asked.text.find("- Twice the zone, (from 4 to 6), is too much.\n") != std::string::npos);
  CHECK(ask("fair", R"({"zone": 2})").text.find("- Twice the zone, 4, is too much.\n") != std::string::npos);
}

TEST_CASE("where no more can be said, the open lines lead to the answer together") {
  const std::string together = "Why: in any case, these points together lead to this answer:\n";
  CHECK(why(Verdict::no, "neither") == together + "- under 60\n- over 20");
  CHECK(why(Verdict::yes, "two", R"({"abroad": true})").rfind(together + "- under 60\n- over 20", 0) == 0);
  CHECK(why(Verdict::no, "unless_old") == together + "- over 20\n- over 30 and not over 20");
  CHECK(why(Verdict::no, "neither", "{}", "fr")
            .rfind("Pourquoi\u00A0: dans tous les cas, ces points mènent ensemble à cette réponse\u00A0:\n",
                   0) == 0);
}

TEST_CASE("as JSON, a settled answer has its reasons beside those of the open verdict") {
  const auto has = [](const std::string& json, const std::string& what) {
    INFO(json);
    return json.find(what) != std::string::npos;
  };
  const std::string json = ask("any_no", R"({"card": false})").json;
  const std::size_t own = json.find("\"needs\"");
  const std::string settled =
      json.substr(json.find("\"settled\""), json.find("\"settled_perhaps\"") - json.find("\"settled\""));
  CHECK(has(settled, R"("id": "any_no/card")"));
  CHECK(has(settled, R"("id": "any_no/gap")"));
  CHECK_FALSE(has(settled, R"("state": "open")"));
  const std::string open =
      json.substr(json.find("\"settled_perhaps\""), own - json.find("\"settled_perhaps\""));
  CHECK(has(open, R"("id": "any_no/gap")"));
  CHECK_FALSE(has(open, R"("id": "any_no/card")"));
  CHECK(has(settled, R"("presumed": [])"));
}
