// SPDX-License-Identifier: MIT
// Owns whole answers as people read them, in both languages, one kind of verdict after the other.
#include <catch2/catch.hpp>

#include "tests/words/city_pass.hpp"
#include "tests/words/desk.hpp"
#include "tests/words/proof.hpp"
#include "tests/words/told_values.hpp"

using namespace eligo;
using namespace eligo::words::test;

namespace {

types::Told from(types::Value value) {
  types::Told told;
  told.kind = types::Told::Kind::range;
  told.from = std::move(value);
  return told;
}

/// The text in a language; whatever the case, the proof-reader has seen it.
std::string answer_text(const Desk& desk, const Outcome& outcome, const std::string& language) {
  const words::Context context = desk.context(language);
  std::string answer = words::to_text(context, outcome);
  CHECK(proofread(context, answer) == std::vector<std::string>{});
  return answer;
}

}  // namespace

TEST_CASE("a yes says why, what was told, what was assumed, what comes next") {
  Desk desk(city_pass());
  desk.tell("paper.kind", desk.choice("paper.kind", "passport")).tell("age", whole(70)).tell("has_job", true);
  desk.rule("modest_income", State::no);
  Outcome outcome = Desk::outcome("city_card", Verdict::yes);
  outcome.reasons = {
      desk.reason("city_card/good_paper", State::yes, {"paper.kind"}),
      desk.reason("city_card/any_route", State::yes, {}, {4}),
      desk.reason("city_card/has_job", State::yes, {"has_job"}),
      desk.reason("city_card/excluded", State::no, {"banned_person"}),
      desk.reason("any_route", State::yes, {}, {5, 6}),
      desk.reason("any_route/worker", State::yes, {"has_job", "age"}),
      desk.reason("any_route/senior", State::yes, {"age"}),
  };
  outcome.own = 4;
  outcome.presumed = {desk.fact("banned_person")};
  CHECK(answer_text(desk, outcome, "en") ==
        "You can have the city pass.\n"
        "\n"
        "Why:\n"
        "- a document that is accepted\n"
        "- one of the routes (people with a job; people of 65 or more)\n"
        "- Do you have a job? yes\n"
        "- Does not apply: a ban from the network\n"
        "\n"
        "Your answers that count:\n"
        "- age: 70\n"
        "- document: passport\n"
        "- Do you have a job? yes\n"
        "\n"
        "You did not say, so we assumed this:\n"
        "- ban from the network: no\n"
        "\n"
        "What comes next:\n"
        "1. Take a photograph.\n"
        "\n"
        "Source:\n"
        "- Order on the city pass, Lyon\n"
        "\n"
        "Answer for 1 June 2025.\n");
  desk.rule("modest_income", State::open);
  CHECK(answer_text(desk, outcome, "fr") ==
        "Vous pouvez avoir la carte de ville.\n"
        "\n"
        "Pourquoi\u00A0:\n"
        "- justificatif accepté\n"
        "- l’une des voies (personnes ayant un emploi\u202F; personnes de 65 ans ou plus)\n"
        "- Avez-vous un emploi ? oui\n"
        "- Ne s’applique pas\u00A0: interdiction de réseau\n"
        "\n"
        "Vos réponses qui comptent\u00A0:\n"
        "- âge\u00A0: 70\n"
        "- justificatif\u00A0: passeport\n"
        "- Avez-vous un emploi ? oui\n"
        "\n"
        "Vous ne l’avez pas précisé\u202F; nous avons supposé ceci\u00A0:\n"
        "- interdiction de réseau\u00A0: non\n"
        "\n"
        "Et maintenant\u00A0:\n"
        "1. Faites une photo.\n"
        "2. Apportez votre fiche de paie.\n"
        "\n"
        "Source\u00A0:\n"
        "- Arrêté relatif à la carte de ville, Lyon\n"
        "\n"
        "Réponse pour le 1er juin 2025.\n");
}

TEST_CASE("a no speaks through its deciding lines, each with what may help") {
  Desk desk(city_pass());
  desk.tell("paper.kind", types::Value(types::None{})).tell("paper.expires", day("2025-05-01"));
  desk.tell("district", desk.choice("district", "69004")).tell("monthly_income", number("2000.5"));
  desk.tell("ceiling", number("1500.50")).tell("age", whole(30)).tell("has_job", false);
  Outcome outcome = Desk::outcome("city_card", Verdict::no);
  outcome.law_day = {2025, 1, 1};
  outcome.reasons = {
      desk.reason("city_card/good_paper", State::no, {"paper.kind"}),
      desk.reason("city_card/in_date", State::no, {"paper.expires"}),
      desk.reason("city_card/served_district", State::no, {}, {7}),
      desk.reason("city_card/modest_income", State::no, {"monthly_income"}),
      desk.reason("city_card/any_route", State::no, {}, {8, 9}),
      desk.reason("city_card/has_job", State::no, {"has_job"}),
      desk.reason("city_card/excluded", State::yes, {"banned_person"}),
      desk.reason("served_district", State::no, {"district"}),
      desk.reason("any_route/worker", State::no, {"has_job"}),
      desk.reason("any_route/senior", State::no, {"age"}),
  };
  outcome.own = 7;
  CHECK(answer_text(desk, outcome, "en") ==
        "You cannot have the city pass.\n"
        "\n"
        "Why:\n"
        "- This document is not accepted: no document.\n"
        "  What may help: bring another document.\n"
        "- Your document expired on 1 May 2025; today is 1 June 2025.\n"
        "  What may help: renew the document.\n"
        "- Not met: a district that is served\n"
        "- Your income, €2,000.50, twice of which is (not given), is above €1,500.50; you live in\n"
        "  Croix-Rousse, open since no date.\n"
        "- Not met: people with a job\n"
        "- From 65 on you need no job.\n"
        "- Do you have a job? no\n"
        "- This stands in the way: a ban from the network\n"
        "\n"
        "Your answers that count:\n"
        "- age: 30\n"
        "- document: no document\n"
        "- last day of the document: 1 May 2025\n"
        "- district: Croix-Rousse\n"
        "- income of the month: €2,000.50\n"
        "- Do you have a job? no\n"
        "- ban from the network: no\n"
        "\n"
        "Sources:\n"
        "- Order on the city pass (§ 2), Lyon\n"
        "- City pass: the leaflet (§ 3)\n"
        "\n"
        "Answer for 1 June 2025, under the law of 1 January 2025.\n");
  const std::string french = answer_text(desk, outcome, "fr");
  CHECK(french.find("- Votre justificatif a expiré le 1er mai 2025 ; nous sommes le 1er juin 2025.\n"
                    "  Ce qui peut aider\u00A0: faire renouveler le justificatif.\n") != std::string::npos);
  CHECK(french.find("- Condition non remplie\u00A0: arrondissement desservi\n") != std::string::npos);
  CHECK(
      french.find("2\u202F000,50\u00A0€, dont le double est (sans réponse), dépasse 1\u202F500,50\u00A0€") !=
      std::string::npos);
  CHECK(french.find("- Ce qui s’y oppose\u00A0: interdiction de réseau\n") != std::string::npos);
  CHECK(french.find("Réponse pour le 1er juin 2025, selon le droit en vigueur le 1er janvier 2025.\n") !=
        std::string::npos);
}

TEST_CASE("lines that share a message say it once") {
  Desk desk(city_pass());
  desk.tell("age", whole(30));
  Outcome outcome = Desk::outcome("city_card", Verdict::no);
  outcome.reasons = {desk.reason("city_card/grown", State::no, {"age"}),
                     desk.reason("city_card/grown", State::no, {"age"})};
  outcome.own = 2;
  const std::string answer = answer_text(desk, outcome, "en");
  CHECK(answer.find("- Not met: eighteen years or more\n") == answer.rfind("- Not met"));
}

TEST_CASE("an undetermined answer asks, best question first") {
  Desk desk(city_pass());
  desk.tell("age", from(whole(20)));
  Outcome outcome = Desk::outcome("city_card", Verdict::undetermined);
  outcome.reasons = {desk.reason("city_card/good_paper", State::open),
                     desk.reason("city_card/any_route", State::open)};
  outcome.own = 2;
  outcome.needs = {{desk.fact("paper.kind"), false}, {desk.fact("age"), true}};
  outcome.settled_perhaps = true;
  CHECK(answer_text(desk, outcome, "en") ==
        "We cannot tell yet.\n"
        "It may be that the missing answers no longer matter; we could not check every case.\n"
        "\n"
        "Not decided yet:\n"
        "- a document that is accepted\n"
        "- one of the routes\n"
        "\n"
        "Up to 2 answers are still missing:\n"
        "1. Which document do you have?\n"
        "2. How old are you? (so far: at least 20) (this answer may not be needed)\n"
        "\n"
        "Source:\n"
        "- Order on the city pass, Lyon\n"
        "\n"
        "Answer for 1 June 2025.\n");
  outcome.needs.pop_back();
  outcome.settled_perhaps = false;
  CHECK(answer_text(desk, outcome, "fr") ==
        "Nous ne pouvons pas encore vous répondre.\n"
        "\n"
        "Encore à établir\u00A0:\n"
        "- justificatif accepté\n"
        "- l’une des voies\n"
        "\n"
        "Il manque encore une réponse\u00A0:\n"
        "1. Quel justificatif avez-vous ?\n"
        "\n"
        "Source\u00A0:\n"
        "- Arrêté relatif à la carte de ville, Lyon\n"
        "\n"
        "Réponse pour le 1er juin 2025.\n");
}

TEST_CASE("a settled answer is said as the answer, and that nothing can change it") {
  Desk desk(city_pass());
  Outcome outcome = Desk::outcome("city_card", Verdict::undetermined);
  outcome.reasons = {desk.reason("city_card/any_route", State::open)};
  outcome.own = 1;
  outcome.settled = Settled{Verdict::yes, {}};
  CHECK(answer_text(desk, outcome, "en") ==
        "You can have the city pass.\n"
        "Whatever the missing answers are, this will not change.\n"
        "\n"
        "Why: in any case, these points together lead to this answer:\n"
        "- one of the routes\n"
        "\n"
        "What comes next:\n"
        "1. Take a photograph.\n"
        "2. Bring your pay slip.\n"
        "\n"
        "Source:\n"
        "- Order on the city pass, Lyon\n"
        "\n"
        "Answer for 1 June 2025.\n");
  outcome.settled = Settled{Verdict::no, {}};
  const std::string no = answer_text(desk, outcome, "fr");
  CHECK(no.rfind("Vous ne pouvez pas avoir la carte de ville.\n"
                 "Quelles que soient les réponses qui manquent, cela ne changera pas.\n",
                 0) == 0);
  CHECK(no.find("photo") == std::string::npos);
}

TEST_CASE("a typed decision prints its value, or what is still possible") {
  Desk desk(city_pass());
  Outcome outcome = Desk::outcome("monthly_help", Verdict::value);
  outcome.value = {FactKind::money, false, "318.5"};
  CHECK(answer_text(desk, outcome, "en") ==
        "help of the month: €318.50\n"
        "\n"
        "Source:\n"
        "- Order on the city pass (§ 2), Lyon\n"
        "\n"
        "Answer for 1 June 2025.\n");
  CHECK(answer_text(desk, outcome, "fr") ==
        "aide du mois\u00A0: 318,50\u00A0€\n"
        "\n"
        "Source\u00A0:\n"
        "- Arrêté relatif à la carte de ville (§ 2), Lyon\n"
        "\n"
        "Réponse pour le 1er juin 2025.\n");

  outcome.verdict = Verdict::undetermined;
  outcome.possible = Possible{};
  outcome.possible->is_range = true;
  outcome.possible->from = Value{FactKind::money, false, "0"};
  outcome.possible->to = Value{FactKind::money, false, "3001"};
  CHECK(answer_text(desk, outcome, "en") ==
        "We cannot tell yet.\n"
        "Still possible: from €0 to €3,001\n"
        "\n"
        "Source:\n"
        "- Order on the city pass (§ 2), Lyon\n"
        "\n"
        "Answer for 1 June 2025.\n");
  outcome.possible->to.reset();
  outcome.possible->none = true;
  CHECK(answer_text(desk, outcome, "fr") ==
        "Nous ne pouvons pas encore vous répondre.\n"
        "Encore possible\u00A0: au moins 0\u00A0€ ou aucun montant\n"
        "\n"
        "Source\u00A0:\n"
        "- Arrêté relatif à la carte de ville (§ 2), Lyon\n"
        "\n"
        "Réponse pour le 1er juin 2025.\n");

  Outcome fare = Desk::outcome("fare_kind", Verdict::undetermined);
  fare.possible = Possible{};
  fare.possible->values = {{FactKind::enumeration, false, "full"}, {FactKind::enumeration, false, "reduced"}};
  CHECK(words::to_text(desk.context("en"), fare) ==
        "We cannot tell yet.\nStill possible: full or reduced\n\nAnswer for 1 June 2025.\n");
}

TEST_CASE("what is not covered is neither a yes nor a no") {
  Desk desk(city_pass());
  desk.tell("tourist", true);
  Outcome outcome = Desk::outcome("city_card", Verdict::not_covered);
  outcome.reasons = {desk.reason("city_card/coverage", State::yes, {"tourist"})};
  outcome.own = 1;
  CHECK(answer_text(desk, outcome, "en") ==
        "These rules do not cover your case. This is neither a yes nor a no.\n"
        "\n"
        "Why:\n"
        "- people who are here as tourists\n"
        "\n"
        "Your answers that count:\n"
        "- stay as a tourist: yes\n"
        "\n"
        "Source:\n"
        "- Order on the city pass, Lyon\n"
        "\n"
        "Answer for 1 June 2025.\n");
}

TEST_CASE("an invalid answer says what could not be computed, and never no") {
  Desk desk(city_pass());
  desk.tell("monthly_income", number("9999999999999999999999999999999999"));
  Outcome outcome = Desk::outcome("city_card", Verdict::invalid);
  Invalid invalid;
  invalid.mishap = Mishap::too_many_digits;
  invalid.line = desk.line("city_card/modest_income");
  invalid.facts = {desk.fact("monthly_income")};
  Invalid elsewhere = invalid;  // in the same line, which fails twice: said once
  elsewhere.place.column = 7;
  outcome.invalid = {invalid, elsewhere};
  const std::string answer = answer_text(desk, outcome, "en");
  CHECK(answer.rfind("We could not work out an answer. This is not a refusal.\n"
                     "Please contact the service in charge, and show them this page.\n"
                     "\n"
                     "What went wrong:\n"
                     "- a modest income: the exact result has more digits than can be kept\n"
                     "\n"
                     "Your answers that count:\n"
                     "- income of the month: €9,999,999,999,999,999,999,999,999,999,999,999\n",
                     0) == 0);
  CHECK(answer.find("cannot have") == std::string::npos);
  const std::string french = answer_text(desk, outcome, "fr");
  CHECK(french.rfind("Nous n’avons pas pu calculer de réponse. Ce n’est pas un refus.\n", 0) == 0);
  CHECK(french.find("- revenu modeste\u00A0: le résultat exact compte plus de chiffres") !=
        std::string::npos);
}

TEST_CASE("a call that was wrong gets no verdict") {
  Desk desk(city_pass());
  Outcome outcome = Desk::outcome("nothing_of_the_kind", Verdict::no);
  outcome.errors = {{"decision/unknown", "there is no decision `nothing_of_the_kind`", "", "", 0, 0}};
  CHECK(words::to_text(desk.context("en"), outcome) == "No answer: the question was not put correctly.\n");
  CHECK(words::sentence(desk.context("en"), outcome) == "");
}

TEST_CASE("a line without words of its own takes the nearest there are") {
  Desk desk(city_pass());
  const words::Context en = desk.context("en");
  CHECK(words::label_of_line(en, desk.line("city_card/good_paper")) == "a document that is accepted");
  CHECK(words::label_of_line(en, desk.line("city_card/served_district")) == "a district that is served");
  CHECK(words::label_of_line(en, desk.line("city_card/has_job")) == "Do you have a job?");
  CHECK(words::label_of_line(en, desk.line("city_card/few_tickets")) == "few tickets");
  CHECK(words::label_of_line(en, desk.line("any_route/young")) == "one of the routes");
  CHECK(words::label_of_line(en, desk.line("any_route")) == "one of the routes");
  CHECK(words::label_of_line(en, 4'000'000'000u) == "City pass");
  CHECK(words::label_of_fact(en, desk.fact("tickets")) == "tickets");
  CHECK(words::title_of(desk.context("fr")) == "Carte de ville");
  CHECK(words::label_of_line(desk.context("fr"), desk.line("city_card/excluded")) ==
        "interdiction de réseau");
}
