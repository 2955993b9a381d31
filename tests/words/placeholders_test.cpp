// SPDX-License-Identifier: MIT
// Owns what placeholders print of what is told in part, or not at all.
#include <catch2/catch.hpp>

#include "tests/words/city_pass.hpp"
#include "tests/words/desk.hpp"
#include "tests/words/proof.hpp"
#include "tests/words/told_values.hpp"

using namespace eligo;
using namespace eligo::words::test;

namespace {

types::Told at_least(types::Value value) {
  types::Told told;
  told.kind = types::Told::Kind::range;
  told.from = std::move(value);
  return told;
}

/// The answer with lines that go on joined; the proof-reader has seen it.
std::string on_one_line(const Desk& desk, const Outcome& outcome, const std::string& language) {
  const words::Context context = desk.context(language);
  std::string answer = words::to_text(context, outcome);
  CHECK(proofread(context, answer) == std::vector<std::string>{});
  for (std::size_t at; (at = answer.find("\n  ")) != std::string::npos;) answer.replace(at, 3, " ");
  return answer;
}

}  // namespace

TEST_CASE("placeholders that are told in part, or not at all") {
  Desk desk(city_pass());
  desk.tell("monthly_income", at_least(number("2000"))).tell("ceiling", number("1500.50"));
  Outcome outcome = Desk::outcome("city_card", Verdict::no);
  outcome.reasons = {desk.reason("city_card/modest_income", State::no, {"monthly_income"})};
  outcome.own = 1;
  CHECK(on_one_line(desk, outcome, "en")
            .find("- Your income, (at least €2,000), twice of which is (not given), is above €1,500.50; "
                  "you live in (not given), open since (not given).\n") != std::string::npos);
  CHECK(on_one_line(desk, outcome, "fr")
            .find("- Votre revenu, (au moins 2\u202F000\u00A0€), dont le double est "
                  "(sans réponse)") != std::string::npos);
}

TEST_CASE("a column of a key that is told as one of several says what it may be") {
  Desk desk(city_pass());
  const types::Value terreaux = desk.choice("district", "69001"), croix = desk.choice("district", "69004");
  const auto told = [&](std::vector<types::Value> keys) {
    types::Told out;
    out.kind = types::Told::Kind::one_of;
    out.values = std::move(keys);
    desk.tell("district", std::move(out));
    Outcome outcome = Desk::outcome("city_card", Verdict::no);
    outcome.reasons = {desk.reason("city_card/modest_income", State::no, {"monthly_income", "district"})};
    outcome.own = 1;
    return outcome;
  };
  CHECK(on_one_line(desk, told({terreaux, croix}), "en")
            .find("you live in (Terreaux or Croix-Rousse), open since (1 January 2025 or no date).\n") !=
        std::string::npos);
  CHECK(on_one_line(desk, told({terreaux, croix}), "fr")
            .find("vous habitez à (Terreaux ou Croix-Rousse), ouvert depuis le (1er janvier 2025 ou aucune "
                  "date).\n") != std::string::npos);
  CHECK(on_one_line(desk, told({croix}), "en").find("you live in Croix-Rousse, open since no date.\n") !=
        std::string::npos);
}
