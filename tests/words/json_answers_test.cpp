// SPDX-License-Identifier: MIT
// Owns the JSON of answers: keys and their order, the spelling of values, what must not be in it.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/words/city_pass.hpp"
#include "tests/words/desk.hpp"
#include "tests/words/told_values.hpp"

using namespace eligo;
using namespace eligo::words::test;
using Read = nlohmann::ordered_json;

namespace {

Read json(const Desk& desk, const Outcome& outcome, const std::string& language = "en") {
  return Read::parse(words::to_json(desk.context(language), outcome));
}

std::vector<std::string> keys(const Read& object) {
  std::vector<std::string> out;
  for (const auto& [key, value] : object.items()) out.push_back(key);
  return out;
}

}  // namespace

TEST_CASE("the keys stand in their order whatever the verdict") {
  const Desk desk(city_pass());
  const std::vector<std::string> expected = {"version",         "ruleset",  "decision", "title", "language",
                                             "as_of",           "law_day",  "verdict",  "value", "settled",
                                             "settled_perhaps", "sentence", "reasons",  "facts", "needs",
                                             "possible",        "presumed", "invalid",  "steps"};
  for (const Verdict verdict :
       {Verdict::yes, Verdict::no, Verdict::undetermined, Verdict::not_covered, Verdict::invalid}) {
    CHECK(keys(json(desk, Desk::outcome("city_card", verdict))) == expected);
  }
}

TEST_CASE("a no as data") {
  Desk desk(city_pass());
  desk.tell("age", std::int64_t{12}).tell("paper.kind", desk.choice("paper.kind", "passport"));
  Outcome outcome = Desk::outcome("city_card", Verdict::no);
  outcome.law_day = {2024, 12, 31};
  outcome.reasons = {desk.reason("city_card/any_route", State::no, {}, {1}),
                     desk.reason("any_route/senior", State::no, {"age", "paper.kind"})};
  outcome.own = 1;
  const Read got = json(desk, outcome, "fr");
  CHECK(got["version"] == 1);
  CHECK(got["ruleset"] == "city_pass");
  CHECK(got["decision"] == "city_card");
  CHECK(got["title"] == "Carte de ville");
  CHECK(got["language"] == "fr");
  CHECK(got["as_of"] == "2025-06-01");
  CHECK(got["law_day"] == "2024-12-31");
  CHECK(got["verdict"] == "no");
  CHECK(got["value"].is_null());
  CHECK(got["settled"].is_null());
  CHECK(got["sentence"] == "Vous ne pouvez pas avoir la carte de ville.");
  CHECK(got["steps"] == Read::array());
  REQUIRE(got["reasons"].size() == 1);
  const Read& own = got["reasons"][0];
  CHECK(keys(own) ==
        std::vector<std::string>{"line", "id", "state", "label", "message", "sources", "facts", "because"});
  CHECK(own["line"] == "any_route");
  CHECK(own["id"] == "city_card/any_route");
  CHECK(own["state"] == "no");
  CHECK(own["label"] == "l’une des voies");
  CHECK(own["message"].is_null());
  CHECK(own["sources"] == Read::parse(R"([{"name": "decree", "title": "Arrêté relatif à la carte de ville",
                                           "url": "https://example.org/decree", "place": null}])"));
  REQUIRE(own["because"].size() == 1);
  const Read& below = own["because"][0];
  CHECK(below["line"] == "senior");
  CHECK(below["message"] == "Dès 65 ans, un emploi n’est pas exigé.");
  CHECK(below["facts"] == Read::parse(R"([{"fact": "age", "label": "âge", "told": "12", "value": 12},
      {"fact": "paper.kind", "label": "justificatif", "told": "passeport", "value": "passport"}])"));
  CHECK(below["because"] == Read::array());
}

TEST_CASE("the value of a private fact is nowhere in the JSON, while the person reads it") {
  Desk desk(city_pass());
  desk.tell("monthly_income", number("2345.67"))
      .tell("doubled", number("4691.34"))
      .tell("ceiling", number("1500.50"));
  Outcome outcome = Desk::outcome("city_card", Verdict::no);
  outcome.reasons = {desk.reason("city_card/modest_income", State::no, {"monthly_income"})};
  outcome.own = 1;
  const std::string all = words::to_json(desk.context("en"), outcome);
  for (const char* secret : {"2345", "2,345", "4691", "4,691"}) CHECK(all.find(secret) == std::string::npos);
  const Read reason = Read::parse(all)["reasons"][0];
  CHECK(reason["facts"] ==
        Read::parse(R"([{"fact": "monthly_income", "label": "income of the month", "private": true}])"));
  CHECK(
      reason["message"] ==
      "Your income, (not shown), twice of which is (not shown), is above €1,500.50; you live in (not given), "
      "open since (not given).");
  const std::string text = words::to_text(desk.context("en"), outcome);
  CHECK(text.find("€2,345.67") != std::string::npos);
  CHECK(text.find("€4,691.34") != std::string::npos);
}

TEST_CASE("an undetermined answer as data") {
  Desk desk(city_pass());
  types::Told some;
  some.kind = types::Told::Kind::one_of;
  some.values = {desk.choice("paper.kind", "passport"), types::None{}};
  desk.tell("paper.kind", some);
  types::Told range;
  range.kind = types::Told::Kind::range;
  range.to = types::Value(std::int64_t{20});
  desk.tell("age", range);
  Outcome outcome = Desk::outcome("city_card", Verdict::undetermined);
  outcome.reasons = {desk.reason("city_card/good_paper", State::open, {"paper.kind", "age", "has_job"})};
  outcome.own = 1;
  outcome.needs = {{desk.fact("paper.kind"), false}, {desk.fact("tickets"), true}};
  outcome.settled_perhaps = true;
  const Read got = json(desk, outcome);
  CHECK(got["verdict"] == "undetermined");
  CHECK(got["settled_perhaps"] == true);
  CHECK(got["sentence"] == "We cannot tell yet.");
  CHECK(got["needs"] == Read::parse(R"([
      {"fact": "paper.kind", "label": "document", "question": "Which document do you have?", "perhaps": false},
      {"fact": "tickets", "label": "tickets", "question": null, "perhaps": true}])"));
  CHECK(got["reasons"][0]["state"] == "open");
  CHECK(got["reasons"][0]["facts"] == Read::parse(R"([
      {"fact": "paper.kind", "label": "document", "told": "passport or no document", "value": {"one_of": ["passport", "none"]}},
      {"fact": "age", "label": "age", "told": "at most 20", "value": {"to": 20}},
      {"fact": "has_job", "label": "Do you have a job?", "told": null, "value": null}])"));
}

TEST_CASE("typed values, settled and possible") {
  const Desk desk(city_pass());
  Outcome outcome = Desk::outcome("monthly_help", Verdict::value);
  outcome.value = {FactKind::money, false, "318.5"};
  CHECK(json(desk, outcome)["value"] == "318.5");
  CHECK(json(desk, outcome)["sentence"] == "help of the month: €318.50");
  outcome.value = {FactKind::whole, false, "-12"};
  CHECK(json(desk, outcome)["value"] == -12);
  outcome.value = {FactKind::whole, false, "9007199254740993"};
  CHECK(json(desk, outcome)["value"] == "9007199254740993");
  outcome.value = {FactKind::yes_or_no, false, "no"};
  CHECK(json(desk, outcome)["value"] == false);
  outcome.value = {FactKind::date, true, "none"};
  CHECK(json(desk, outcome)["value"] == "none");

  outcome = Desk::outcome("monthly_help", Verdict::undetermined);
  outcome.settled = Settled{Verdict::value, {FactKind::money, false, "0"}};
  outcome.possible = Possible{};
  outcome.possible->is_range = true;
  outcome.possible->from = Value{FactKind::money, false, "0"};
  CHECK(json(desk, outcome)["settled"] ==
        Read::parse(R"({"verdict": "value", "value": "0", "reasons": null, "facts": [], "presumed": []})"));
  CHECK(json(desk, outcome)["possible"] ==
        Read::parse(R"({"from": "0", "to": null, "values": [], "none": false})"));
  outcome.settled = Settled{Verdict::no, {}};
  CHECK(json(desk, outcome)["settled"] ==
        Read::parse(R"({"verdict": "no", "value": null, "reasons": null, "facts": [], "presumed": []})"));
  outcome.possible = Possible{};
  outcome.possible->values = {{FactKind::enumeration, false, "full"}};
  outcome.possible->none = true;
  CHECK(json(desk, outcome)["possible"] ==
        Read::parse(R"({"from": null, "to": null, "values": ["full"], "none": true})"));
}

TEST_CASE("invalid, presumed, errors") {
  const Desk desk(city_pass());
  Outcome outcome = Desk::outcome("city_card", Verdict::invalid);
  Invalid invalid;
  invalid.mishap = Mishap::division_by_zero;
  invalid.line = desk.line("city_card/modest_income");
  invalid.place = {"pass/a\"b.eligo", 1, 2, 33, 4};
  invalid.facts = {desk.fact("monthly_income")};
  outcome.invalid = {invalid};
  outcome.presumed = {desk.fact("banned_person")};
  const Read got = json(desk, outcome);
  CHECK(got["invalid"] == Read::parse(R"([{"what": "a number would have to be divided by zero",
      "id": "city_card/modest_income", "file": "pass/a\"b.eligo", "line": 33, "column": 4,
      "facts": ["monthly_income"]}])"));
  CHECK(got["presumed"] == Read::parse(R"(["banned_person"])"));

  outcome = Desk::outcome("nothing", Verdict::no);
  outcome.errors = {{"decision/unknown", "there is no decision `nothing`", "", "", 0, 0}};
  const Read failed = json(desk, outcome);
  CHECK(failed["verdict"].is_null());
  CHECK(failed["sentence"].is_null());
  CHECK(failed["errors"] ==
        Read::parse(R"([{"code": "decision/unknown", "message": "there is no decision `nothing`"}])"));
}

TEST_CASE("a reason that stands below two others is written out once") {
  const Desk desk(city_pass());
  Outcome outcome = Desk::outcome("city_card", Verdict::no);
  // Each reason stands below the one before it twice: written out at every place they would be 2^40.
  for (std::uint32_t i = 0; i < 40; ++i) {
    const bool last = i == 39;
    outcome.reasons.push_back(
        desk.reason("city_card/grown", State::no, {},
                    last ? std::vector<std::uint32_t>{} : std::vector<std::uint32_t>{i + 1, i + 1}));
  }
  outcome.own = 1;
  const Read got = json(desk, outcome);
  const Read& two = got["reasons"][0]["because"];
  REQUIRE(two.size() == 2);
  CHECK(two[0]["because"].size() == 2);
  CHECK_FALSE(two[0].contains("more"));
  CHECK(two[1]["because"].empty());
  CHECK(two[1]["more"] == true);
}

TEST_CASE("reasons deeper than readers can follow are cut, and say so") {
  const Desk desk(city_pass());
  Outcome outcome = Desk::outcome("city_card", Verdict::no);
  for (std::uint32_t i = 0; i < 5000; ++i) {
    outcome.reasons.push_back(desk.reason("city_card/grown", State::no, {}, {i + 1}));
  }
  outcome.reasons.back().below.clear();
  outcome.own = 1;
  const Read got = json(desk, outcome);
  const Read* at = &got["reasons"][0];
  int depth = 0;
  while (!(*at)["because"].empty()) {
    at = &(*at)["because"][0];
    ++depth;
  }
  CHECK(depth == 60);
  CHECK((*at)["more"] == true);
}
