// SPDX-License-Identifier: MIT
// Owns what a host tells of a list, gets back of it, and what people read about its members.
#include <catch2/catch.hpp>
#include <eligo/eligo.hpp>

namespace {

struct Family {
  eligo::MemoryImporter files;
  eligo::Compiled compiled;

  Family() {
    files.add("family.eligo", R"(
ruleset family "Family"
  languages en, fr
  missing days roll forward
end
record person "person"
  birth_date "date of birth" : date
    ask "When were you born?"
  works      "work" : yes or no
  income     "income" : whole from 0 private
end
fact household "people at home" : list of person, at most 3
  ask "Who lives with you?"
fact home : person
rule grown_up_works "every adult works"
  every m in household : any of
    child   "a child"       : full years from m.birth_date to today < 18
    working "somebody who works" : m.works
  end
end
decision help "family help"
  yes "You can have it."
  no  "You cannot have it."
  all of
    grown_up_works
    small "a small income" : sum(m in household : m.income) <= 3
  end
end
texts fr
  person                "personne"
  person.birth_date     "date de naissance"
  person.birth_date ask "Quand êtes-vous né ?"
  person.works          "travail"
  household             "personnes au foyer"
  household ask         "Qui vit avec vous ?"
  grown_up_works        "tous les adultes travaillent"
  grown_up_works/working "quelqu’un qui travaille"
  help yes "Vous y avez droit."
  help no  "Vous n’y avez pas droit."
end
)");
    compiled = eligo::compile(files, "family.eligo");
    for (const eligo::Diagnostic& d : compiled.diagnostics) UNSCOPED_INFO(d.place.line << ": " << d.message);
    REQUIRE(compiled.program);
  }
  [[nodiscard]] const eligo::Program& program() const { return *compiled.program; }
};

constexpr eligo::Date in_june{2025, 6, 1};

}  // namespace

TEST_CASE("a list is one fact of the schema, with the fields of its members behind it") {
  const Family family;
  const std::vector<eligo::FactInfo> facts = family.program().facts("fr");
  REQUIRE(facts.size() == 1 + 3 * 3 + 3);
  CHECK(facts[0].name == "household");
  CHECK(facts[0].kind == eligo::FactKind::list);
  CHECK(facts[0].at_most == 3);
  CHECK_FALSE(facts[0].from);
  CHECK(facts[4].name == "household[2].birth_date");
  CHECK(facts[4].list == 0u);
  CHECK(facts[4].member == 2);
  CHECK(facts[4].field == "birth_date");
  CHECK(facts[4].question == "Quand êtes-vous né ?");
  CHECK(facts[6].is_private);
  CHECK(facts[10].name == "home.birth_date");
  CHECK_FALSE(facts[10].list);
  CHECK(facts[10].field == "birth_date");
}

TEST_CASE("what is told of a list is given back, and a list told anew has other members") {
  const Family family;
  eligo::Facts facts(family.program());
  CHECK(facts
            .tell_json(
                R"({"household": [{"works": true, "income": {"from": 3}}, {}], "home": {"works": false}})")
            .empty());
  CHECK(facts.to_json() ==
        R"({"home": {"works": false}, "household": [{"works": true, "income": {"from": 3}}, {}]})");
  CHECK(facts.told(0) == R"([{"works": true, "income": {"from": 3}}, {}])");
  CHECK(facts.tell("household[2].works", "no").empty());
  CHECK(facts.told(0) == R"([{"works": true, "income": {"from": 3}}, {"works": false}])");
  CHECK(facts.tell("household", R"([{"birth_date": "2000-01-01"}])").empty());
  CHECK(facts.told(0) == R"([{"birth_date": "2000-01-01"}])");
  const eligo::Errors errors = facts.tell("household", "[{}, {}, {}, {}]");
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].message == "`household` has at most 3 members, found 4");
  CHECK(facts.told(0) == R"([{"birth_date": "2000-01-01"}])");
  // What is told of one fact tells no other, and its places are its own.
  const eligo::Errors second = facts.tell("household", R"([], "home": {"works": true})");
  REQUIRE(second.size() == 1);
  CHECK(second[0].message == "expected the end of the text, found `,`");
  CHECK(std::pair(second[0].line, second[0].column) == std::pair(1U, 3U));
  const eligo::Errors field = facts.tell("household", R"([{"works": 3}])");
  REQUIRE(field.size() == 1);
  CHECK(field[0].path == "$[0].works");
  CHECK(std::pair(field[0].line, field[0].column) == std::pair(1U, 12U));
  CHECK(facts.told(0) == R"([{"birth_date": "2000-01-01"}])");
  CHECK(facts.set_whole(0, 2));
  CHECK(facts.told(0) == "[{}, {}]");
  CHECK_FALSE(facts.set_whole(0, 4));
}

TEST_CASE("nothing is told of members that the told list does not have") {
  const Family family;
  eligo::Facts facts(family.program());
  const auto works = [&](const char* member) {
    return family.program().slot("household[" + std::string(member) + "].works").value();
  };
  const auto income = family.program().slot("household[2].income").value();
  const auto born = family.program().slot("household[2].birth_date").value();
  const auto refused = [](const eligo::Errors& errors, const char* path) {
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].code == "profile/list");
    CHECK(errors[0].message ==
          "`household` is told without a member 2, of which `household[2].works` is told");
    CHECK(errors[0].help == "tell all members in the list, `{}` for one of whom nothing is known");
    CHECK(errors[0].path == path);
  };
  CHECK(facts.set_yes_no(works("2"), true));
  CHECK(facts.set_whole(0, 1));
  CHECK_FALSE(facts.is_told(works("2")));
  refused(facts.tell("household[2].works", "yes"), "household[2].works");
  refused(facts.tell_json(R"({"household[2].works": true})"), R"($["household[2].works"])");
  CHECK_FALSE(facts.set_yes_no(works("2"), true));
  CHECK_FALSE(facts.set_text(works("2"), "yes"));
  CHECK_FALSE(facts.set_whole(income, 3));
  CHECK_FALSE(facts.set_date(born, {2000, 1, 1}));
  CHECK(facts.set_yes_no(works("1"), true));
  CHECK(facts.told(0) == R"([{"works": true}])");
  CHECK(facts.tell_json(R"({"household[2].works": true, "household": [{}, {}]})").empty());
  CHECK(facts.told(0) == R"([{}, {"works": true}])");
  CHECK(facts.set_whole(income, 3));
  CHECK_FALSE(facts.set_yes_no(works("3"), true));
  facts.forget(0);
  CHECK(facts.set_yes_no(works("3"), true));
  CHECK(facts.is_told(income));
  CHECK(facts.set_whole(0, 0));
  facts.forget_all();
  CHECK(facts.set_date(born, {2000, 1, 1}));
}

TEST_CASE("people read which member it is about") {
  const Family family;
  eligo::Facts facts(family.program());
  CHECK(facts
            .tell_json(R"({"household": [{"birth_date": "1990-01-01", "works": true, "income": 1},
                            {"birth_date": "1990-01-01", "works": false, "income": 1}]})")
            .empty());
  const eligo::Outcome no = eligo::evaluate(family.program(), "help", facts, in_june);
  CHECK(eligo::to_text(family.program(), facts, no, "en") == R"(You cannot have it.

Why:
- Not met: every adult works (person no. 2, a child; person no. 2, somebody who works)

Your answers that count:
- people at home: 2
- person no. 2, date of birth: 1 January 1990
- person no. 2, work: no

Answer for 1 June 2025.
)");
  CHECK(eligo::to_json(family.program(), facts, no, "en").find("household[2]") != std::string::npos);
  facts.forget(family.program().slot("household[2].works").value());
  const eligo::Outcome open = eligo::evaluate(family.program(), "help", facts, in_june);
  REQUIRE(open.needs.size() == 1);
  CHECK(eligo::to_text(family.program(), facts, open, "fr") == R"(Nous ne pouvons pas encore vous répondre.

Encore à établir :
- tous les adultes travaillent

Il manque encore une réponse :
1. personne n° 2, travail

Réponse pour le 1er juin 2025.
)");
}

TEST_CASE("members of two lists of one record are called by their lists") {
  eligo::MemoryImporter files;
  files.add("r.eligo", R"(ruleset r "R"
end
record person "person"
  works "work" : yes or no
    ask "Does this person work?"
end
fact family "people at home" : list of person, at most 2
fact guests "guests" : list of person, at most 2
decision d "D"
  any of
    at_home : some p in family : p.works
    a_guest : some p in guests : p.works
  end
end
)");
  const eligo::Compiled compiled = eligo::compile(files, "r.eligo");
  REQUIRE(compiled.program);
  eligo::Facts facts(*compiled.program);
  REQUIRE(facts.tell_json(R"({"family": [{"works": false}, {"works": false}], "guests": [{}]})").empty());
  const eligo::Outcome open = eligo::evaluate(*compiled.program, "d", facts, in_june);
  CHECK(eligo::to_text(*compiled.program, facts, open, "en")
            .find("1. guests, no. 1: Does this person work?\n") != std::string::npos);
}
