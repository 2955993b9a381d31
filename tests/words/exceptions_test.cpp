// SPDX-License-Identifier: MIT
// Owns the cases of exceptions of a rule that a decision refers to: a yes says that they do not apply.
#include <catch2/catch.hpp>
#include <eligo/eligo.hpp>
#include <string>

using namespace eligo;

namespace {

constexpr const char* homes = R"eligo(
ruleset homes "Homes"
  languages en, fr
end
fact decent "decent home" : yes or no
fact related "a home of the family" : yes or no
fact away "away" : yes or no
rule conditions "the conditions"
  all of
    good "a decent home" : decent
    free "free of duties" : nothing
  end
  unless family "a landlord of the family" : related
end
rule nothing
  none of
    gone "a stay abroad" : away
  end
end
decision help "help"
  yes "You can have help."
  no "You cannot have help."
  conditions
end
texts fr
  decent "logement décent"
  related "logement de la famille"
  away "absence"
  conditions "conditions"
  conditions/good "logement décent"
  conditions/free "libre de tout"
  conditions/family "propriétaire de la famille"
  nothing/gone "séjour à l’étranger"
  help "aide"
  help yes "Vous avez droit à l’aide."
  help no "Vous n’avez pas droit à l’aide."
end
)eligo";

std::string why(const std::string& language) {
  MemoryImporter files;
  files.add("homes.eligo", homes);
  const Compiled compiled = compile(files, "homes.eligo");
  for (const Diagnostic& each : compiled.diagnostics) FAIL_CHECK(each.message);
  REQUIRE(compiled.program != nullptr);
  Facts facts(*compiled.program);
  REQUIRE(facts.tell_json(R"({"decent": true, "related": false, "away": false})").empty());
  const Outcome outcome = evaluate(*compiled.program, "help", facts, {2025, 6, 1});
  REQUIRE(outcome.verdict == Verdict::yes);
  const std::string text = to_text(*compiled.program, facts, outcome, language);
  const std::size_t begin = text.find("\n- ") + 1;
  return text.substr(begin, text.find("\n\n", begin) - begin);
}

TEST_CASE("a yes of a rule says which of its exceptions do not apply, behind what is met") {
  CHECK(why("en") ==
        "- the conditions (a decent home; free of duties; does not apply: a landlord of the family)");
  CHECK(why("fr") ==
        "- conditions (logement décent\u202f; libre de tout\u202f; ne s’applique pas\u00a0: propriétaire de "
        "la famille)");
}

}  // namespace
