// SPDX-License-Identifier: MIT
// Phrases of the comparison that depend on a number, on what is beside them, or on what hardly ever happens.
#include <catch2/catch.hpp>

#include "tools/diff/account.hpp"
#include "tools/diff/phrases.hpp"

namespace eligo::tests {
namespace {

using diff::english;
using diff::french;

TEST_CASE("French has one of nothing and of one, English of one alone") {
  CHECK(french.groups(1) == "1 groupe de personnes obtient une autre réponse");
  CHECK(french.groups(2) == "2 groupes de personnes obtiennent une autre réponse");
  CHECK(english.groups(1) == "1 group of people gets another answer");
  CHECK(english.groups(2) == "2 groups of people get another answer");
  CHECK(french.examples(1) == "1 exemple trouvé par essai");
  CHECK(french.examples(2) == "2 exemples trouvés par essai");
  CHECK(french.profiles(0, {2026, 1, 1}) == "Sur 0 profil, le 1er janvier 2026\u00A0:");
  CHECK(english.profiles(0, {2026, 1, 1}) == "Of 0 profiles, on 2026-01-01:");
  CHECK(french.profiles_on_page(2, {2026, 8, 2}) == "2 profils le 2 août 2026");
  CHECK(french.and_more("a, b", 1) == "a, b et 1 autre");
  CHECK(french.and_more("a, b", 2) == "a, b et 2 autres");
  CHECK(french.more_rows(1) == "et 1 autre changement de ligne");
  CHECK(french.more_rows(3) == "et 3 autres changements de lignes");
  CHECK(english.more_rows(1) == "and 1 change of rows more");
  CHECK(english.more_rows(3) == "and 3 changes of rows more");
  CHECK(french.more_figures(2) == "et 2 autres changements de valeurs");
  CHECK(english.more_figures(2) == "and 2 changes of figures more");
  CHECK(french.row_gone("commune A", 1) == "commune A\u00A0: ne figure plus dans le tableau");
  CHECK(french.row_added("commune A, B", 2) == "commune A, B\u00A0: figurent désormais dans le tableau");
  CHECK(french.not_settled(1) == "on n’a pas pu établir si 1 autre groupe compte au moins une personne");
  CHECK(french.not_settled(2) == "on n’a pas pu établir si 2 autres groupes comptent au moins une personne");
  CHECK(french.newly_decided("`a`", 1) == "nouvelle décision\u00A0: `a`");
  CHECK(french.no_longer_decided("`a`, `b`", 2) == "décisions qui ne sont plus rendues\u00A0: `a`, `b`");
}

TEST_CASE("French leaves a vowel out before another") {
  CHECK(french.less_than(french.about("0,43")) == "moins d’environ 0,43");
  CHECK(french.more_than(french.about("0,43")) == "plus d’environ 0,43");
  CHECK(french.less_than("11") == "moins de 11");
  CHECK(french.but(french.or_more("9"), french.less_than("11")) == "9 ou plus, mais moins de 11");
}

TEST_CASE("days of both languages") {
  const std::string from = "1er mai 2026", to = "31 mai 2026";
  CHECK(french.days(&from, &to) == "du 1er mai 2026 au 31 mai 2026");
  CHECK(french.days(&from, nullptr) == "à partir du 1er mai 2026");
  CHECK(french.days(nullptr, &to) == "jusqu’au 31 mai 2026");
  CHECK(french.either({french.days(nullptr, &to), french.on("1er juin 2026")}) ==
        "jusqu’au 31 mai 2026 ou le 1er juin 2026");
  const std::string first = "1 May 2026", last = "31 May 2026";
  CHECK(english.days(&first, &last) == "from 1 May 2026 until 31 May 2026");
  CHECK(english.days(nullptr, &last) == "until 31 May 2026");
  CHECK(english.law_days(&first, &last) == "since 1 May 2026 until 31 May 2026");
}

TEST_CASE("headings and values of both languages") {
  diff::Group group;
  group.before = group.after = Verdict::value;
  group.kind = FactKind::money;
  group.value_before = diff::Came{"400", "€400"};
  group.value_after = diff::Came{"450", "€450"};
  group.change = diff::Change::larger;
  CHECK(heading(french, group) == "un montant plus élevé");
  CHECK(values_of(english, group) == ": was €400, is €450");
  CHECK(values_of(french, group) == "\u00A0: auparavant €400, désormais €450");
  group.tried = true;
  CHECK(heading(french, group) == "exemple trouvé par essai, un montant plus élevé");
  group.tried = group.found = false;
  CHECK(heading(french, group) == "peut-être un autre montant");
  CHECK(values_of(english, group) ==
        "; whether anybody gets another one is not known, in the example it is €400");
  CHECK(values_of(french, group) ==
        "\u202F; on ignore si quelqu’un obtient un autre résultat que celui de l’exemple\u00A0: €400");
  group.value_after.reset();
  group.after = Verdict::undetermined;
  CHECK(heading(french, group) == "désormais indéterminé (auparavant\u00A0: €400)");
  group.calculated = true;
  CHECK(heading(english, group) == "now undetermined");
  CHECK(values_of(english, group) == "; in the example was €400");
  CHECK(values_of(french, group) == "\u202F; dans l’exemple, auparavant €400");
}

TEST_CASE("what changed for profiles") {
  CHECK(french.affected("d", 1, Verdict::value, Verdict::value) ==
        "`d`\u00A0: 1 profil avec une autre valeur");
  CHECK(french.affected("d", 2, Verdict::value, Verdict::not_covered) ==
        "`d`\u00A0: 2 profils, auparavant une valeur, désormais hors du champ d’application");
  CHECK(english.affected("d", 2, Verdict::value, Verdict::not_covered) ==
        "`d`: 2 profiles from value to not_covered");
}

TEST_CASE("each language of answers has phrases of its own") {
  for (const words::Language* language : words::languages()) {
    CAPTURE(language->code);
    CHECK(diff::phrases_of(*language).language == language);
  }
}

}  // namespace
}  // namespace eligo::tests
