// SPDX-License-Identifier: MIT
// Owns what people read of an amount that is nought: which condition was not met, and which obstacle is not there.
#include <catch2/catch.hpp>
#include <eligo/eligo.hpp>

namespace {

constexpr const char* aid = R"(
ruleset aid "Aid"
  languages en, fr
  currency EUR
end
fact income "your income" : money
fact housed "lodging by the employer" : yes or no
rule entitled "entitled to the aid"
  all of
    modest "a modest income" : income <= 1000
    free   "no other aid"    : none of
      lodged "lodging by the employer" : housed
    end
  end
end
decision amount "amount of the aid" : money
  when entitled then 100 else 0
end
texts fr
  entitled "droit à l’aide"
  entitled/modest "des revenus modestes"
  entitled/free "aucune autre aide"
  entitled/lodged "logement par l’employeur"
  income "vos revenus"
  housed "logement par l’employeur"
  amount "montant de l’aide"
  aid "Aide"
end
)";

std::string answer(const char* income, const char* housed, const char* language) {
  eligo::MemoryImporter files;
  files.add("aid.eligo", aid);
  const eligo::Compiled compiled = eligo::compile(files, "aid.eligo");
  for (const eligo::Diagnostic& d : compiled.diagnostics) UNSCOPED_INFO(d.place.line << ": " << d.message);
  REQUIRE(compiled.program);
  eligo::Facts facts(*compiled.program);
  REQUIRE(facts.tell("income", income).empty());
  REQUIRE(facts.tell("housed", housed).empty());
  const eligo::Outcome outcome = eligo::evaluate(*compiled.program, "amount", facts, {2025, 6, 1});
  const std::string text = eligo::to_text(*compiled.program, facts, outcome, language);
  return text.substr(0, text.find("\n\n", text.find("\n- ")));
}

}  // namespace

TEST_CASE("an amount of nought names the condition that was not met") {
  CHECK(answer("1500", "no", "en") == "amount of the aid: €0\n\nWhy:\n- Not met: a modest income");
  CHECK(answer("1500", "no", "fr") ==
        "montant de l’aide\u00A0: 0\u00A0€\n\nPourquoi\u00A0:\n- Condition non remplie\u00A0: des revenus "
        "modestes");
}
