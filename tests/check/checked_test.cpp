// SPDX-License-Identifier: MIT
// The checked tree of valid rules: what names mean, in which type literals are read, ids of lines, days of
// versions.
#include <catch2/catch.hpp>
#include <map>

#include "grammar/canonical.hpp"
#include "tests/check/cases.hpp"

namespace eligo::tests {
namespace {

using check::nowhere;
using check::Ref;
using types::Base;

std::string told(const Case& c) {
  std::string all;
  for (const text::Diagnostic& d : c.said) all += d.message + "\n";
  return all;
}

std::vector<std::string> ids(const Case& c) {
  std::vector<std::string> all;
  for (const check::LineDef& line : c.checked.lines) all.push_back(line.id);
  return all;
}

// The last expression that is spelt so, or 0.
grammar::ExprId last(const Case& c, std::string_view spelling) {
  auto e = static_cast<grammar::ExprId>(c.ast.exprs.size() - 1);
  while (e > 0 && c.sources.view(c.ast.exprs[e].span) != spelling) --e;
  return e;
}

const check::Value* constant(const Case& c, std::string_view spelling) {
  return c.checked.constant(last(c, spelling));
}
check::Type type_of(const Case& c, std::string_view spelling) {
  return c.checked.types[last(c, spelling)];
}
Ref ref_of(const Case& c, std::string_view spelling) {
  return c.checked.refs[last(c, spelling)];
}

}  // namespace

TEST_CASE("a literal is read in the type of the other side") {
  const Case c("t.eligo", R"(
ruleset t "T"
  currency EUR
end
enum colour
  red
  green
end
table places
  key code : text
  name : text
rows
  "02", "Côte-d'Or"
  "2A", "Corse"
  "01", "Ain"
end
end
fact os : version
fact pay : money
fact rate : decimal
fact count : whole
fact paint : colour
fact place : places
fact title : text
rule r
  any of
    os >= 16.10
    pay <= 12 * 100
    rate is 80 %
    count > -9223372036854775808
    paint is green
    place is one of "02", "01"
    place.name is "Côte-d’Or"
    title is "e)"
                          "\xCC\x81"
                          R"("
    rate * 2 > 1
    7 < 8.5
  end
end
)");
  REQUIRE(told(c) == "");
  CHECK(std::get<types::Version>(*constant(c, "16.10")) == *types::Version::parse("16.10"));
  CHECK(std::get<types::Decimal>(*constant(c, "12")) == types::Decimal(12));
  CHECK(std::get<std::int64_t>(*constant(c, "100")) == 100);
  CHECK(type_of(c, "12").base == Base::money);
  CHECK(type_of(c, "100").base == Base::whole);
  CHECK(type_of(c, "12 * 100").base == Base::money);
  CHECK(std::get<types::Decimal>(*constant(c, "80 %")) == *types::Decimal::parse("0.8"));
  CHECK(std::get<std::int64_t>(*constant(c, "-9223372036854775808")) ==
        std::numeric_limits<std::int64_t>::min());
  CHECK(std::get<types::Item>(*constant(c, "green")).index == 1);
  CHECK(std::get<std::string>(*constant(c, "\"2A\"")) == "2A");  // the cell of the table itself
  CHECK(type_of(c, "\"01\"").base == Base::key);
  CHECK(std::get<types::Item>(*constant(c, "\"02\"")).index == 0);
  CHECK(std::get<std::string>(*constant(c, "\"Côte-d’Or\"")) == "Côte-d’Or");
  CHECK(std::get<std::string>(*constant(c, "\"e\xCC\x81\"")) == "é");  // texts are in NFC
  CHECK(type_of(c, "2").base == Base::decimal);
  CHECK(std::get<types::Decimal>(*constant(c, "7")) == types::Decimal(7));
  CHECK(ref_of(c, "green").kind == Ref::Kind::enum_value);
  const Ref column = ref_of(c, "place.name");
  CHECK(column.kind == Ref::Kind::column);
  CHECK(column.second == 1);
  const check::TableDef& places = c.checked.tables.at(0);
  CHECK(places.rows == 3);
  CHECK(places.row_of.at("2A") == 1);
  CHECK(std::get<std::string>(places.columns[1].cells[1]) == "Corse");
}

TEST_CASE("whole numbers stay whole where everything is, and become decimal where one is") {
  const Case c("t.eligo", R"(
ruleset t "T"
  currency EUR
end
fact n : whole
fact pay : money
fact far : yes or no
value a : whole
  n / 3 rounded down to 1
end
value b : decimal
  n / 4 rounded down to 0.5
end
value c : decimal
  when far then n else 0.5
end
value d : money
  pay / 2 rounded half up to 0.01
end
value e : decimal
  (pay / 300 rounded up to 1) * 2
end
)");
  CHECK(told(c) ==
        "the value `e` must be a decimal number, but `(pay / 300 rounded up to 1) * 2` is an amount of "
        "money\n");
  CHECK(type_of(c, "n / 3 rounded down to 1").base == Base::whole);
  CHECK(type_of(c, "n / 3").base == Base::whole);
  CHECK(type_of(c, "n / 4 rounded down to 0.5").base == Base::decimal);
  CHECK(type_of(c, "when far then n else 0.5").base == Base::decimal);
  CHECK(type_of(c, "pay / 2").base == Base::money);
}

TEST_CASE("lines have names, ids and what they stand under") {
  const Case c("t.eligo", R"(
ruleset t "T"
end
fact a : yes or no
fact n : whole
rule other
  a
end
rule r
  until 2019-12-31 : all of
    same : n > 1
    n  >  2
    only_here : n > 3
  end
  since 2020-01-01 : any of
    same : all of
      n > 4
      (n > 5 or a) and other
      any of
        other
        n > 6
      end
    end
    other
    not a
  end
  unless late : n > 9
end
decision d
  not covered if n > 100
  all of
    r
    b : a
  end
end
)");
  REQUIRE(told(c) == "");
  CHECK(ids(c) == std::vector<std::string>{"other/a", "r/late", "r@0001-01-01", "r/same@0001-01-01",
                                           "r/n > 2", "r/only_here", "r@2020-01-01", "r/same@2020-01-01",
                                           "r/other", "r/not a", "r/n > 4", "r/(n > 5 or a) and other",
                                           "r/any of (n > 6; other)", "r/other", "r/n > 6", "d/coverage", "d",
                                           "d/r", "d/b"});
  const auto near = [&](const std::string& id) -> std::string {
    for (const check::LineDef& line : c.checked.lines)
      if (line.id == id) return line.near == nowhere ? "" : c.checked.lines[line.near].id;
    return "no such line";
  };
  CHECK(near("r/n > 2") == "");
  CHECK(near("r/n > 4") == "r/same@2020-01-01");
  CHECK(near("r/n > 6") == "r/same@2020-01-01");
  // Lines of one block follow one another.
  for (grammar::BlockId b = 0; b < c.ast.blocks.size(); ++b)
    for (check::Index i = 0; i < c.ast.blocks[b].lines.size(); ++i)
      CHECK(c.checked.lines.at(c.checked.block_lines.at(b) + i).syntax == &c.ast.blocks[b].lines[i]);
}

TEST_CASE("versions cover every day once") {
  const Case c("t.eligo", R"(
ruleset t "T"
end
fact a : yes or no
value v : whole
  since 2021-01-01 : 3
  until 2019-12-31 : 1
  since 2020-01-01 until 2020-12-31 : not covered
end
rule r
  a
end
)");
  REQUIRE(told(c) == "");
  const auto& versions = c.checked.values.at(0).versions;
  REQUIRE(versions.size() == 3);
  CHECK(versions[0].from.days == types::Date::min_days);
  CHECK(versions[0].to.iso() == "2019-12-31");
  CHECK(versions[1].not_covered);
  CHECK(versions[1].from.iso() == "2020-01-01");
  CHECK(versions[1].to.iso() == "2020-12-31");
  CHECK(versions[2].to.days == types::Date::max_days);
  const auto& one = c.checked.rules.at(0).versions;
  REQUIRE(one.size() == 1);
  CHECK(one[0].from.days == types::Date::min_days);
  CHECK(one[0].to.days == types::Date::max_days);
  CHECK(c.checked.lines.at(one[0].line).id == "r/a");
}

TEST_CASE("tests inherit profiles, and say what they expect by id") {
  const Case c("t.eligo", R"(
ruleset t "T"
end
enum level
  full
  none
end
fact n : whole from 1 to 20
fact rank : level
fact born : date or none
decision d
  all of
    big : n > 3
  end
end
decision grade : level
  when n > 3 then full else none
end
decision other : level
  when n > 5 then full else none
end
test "later" as of 2025-01-01 law of 2024-01-01
  given everyone in "first", but n from 5
  expect d yes because big, d/big needs rank
  expect grade none
  expect other undetermined
end
test "first" as of 2025-01-01
  given n 3, rank one of (full, none), born none
  expect d no
end
presume born is 2000-01-01
)");
  REQUIRE(told(c) == "");
  const check::TestDef& later = c.checked.tests.at(0);
  CHECK(later.as_of.iso() == "2025-01-01");
  CHECK(later.law_day.iso() == "2024-01-01");
  REQUIRE(later.told.size() == 3);
  CHECK(later.told[0].fact == 0);
  CHECK(later.told[0].told.kind == types::Told::Kind::range);
  CHECK(std::get<std::int64_t>(*later.told[0].told.from) == 5);
  CHECK_FALSE(later.told[0].told.to.has_value());
  CHECK(later.told[1].told.values.size() == 2);
  CHECK(types::is_none(later.told[2].told.value));
  REQUIRE(later.expects.size() == 3);
  CHECK(later.expects[0].because == std::vector<std::string>{"d/big", "d/big"});
  CHECK(later.expects[0].needs == std::vector<check::Index>{1});
  CHECK(later.expects[1].verdict == check::VerdictWord::value);
  CHECK(types::is_none(later.expects[1].value));
  CHECK(later.expects[2].verdict == check::VerdictWord::undetermined);
  CHECK(std::get<types::Date>(*c.checked.facts.at(2).presumed).iso() == "2000-01-01");
  CHECK(std::get<std::int64_t>(*c.checked.facts.at(0).to) == 20);
}

TEST_CASE(
    "translations lead from the original text to that of each language; placeholders are resolved in both") {
  const Case c("t.eligo", R"(
ruleset t "T"
  languages en, fr, de
end
table places
  key code : text
  name : text
rows
  "01", "Ain"
end
end
fact n : whole
  ask "How many?"
fact place : places
value limit : whole
  3
end
decision d "D"
  no "{n} of {limit} in {place.name} on {today}, {{not this}}."
  all of
    big "big" : n > limit
      otherwise "Too few."
  end
  steps
    "One."
    "Two."
  end
end
texts fr
  n ask "Combien ?"
  d no "{today}"
  d/big otherwise "Trop peu."
  d steps
    "Un."
    "Deux."
  end
end
texts de
  d/big "groß"
end
)");
  REQUIRE(told(c) == "");
  REQUIRE(c.checked.translations.size() == 3);
  CHECK(c.checked.translations[0].empty());
  CHECK(c.checked.translations[1].size() == 5);
  CHECK(c.checked.translations[2].size() == 1);
  const auto text_of = [&](std::string_view spelling) {
    for (grammar::TextId id = 1; id < c.ast.texts.size(); ++id)
      if (c.sources.view(c.ast.texts[id].span) == spelling) return id;
    return grammar::TextId{0};
  };
  CHECK(c.checked.translations[1].at(text_of("\"Two.\"")) == text_of("\"Deux.\""));
  CHECK(c.checked.translations[2].at(text_of("\"big\"")) == text_of("\"groß\""));
  const auto& refs =
      c.checked.placeholders.at(text_of("\"{n} of {limit} in {place.name} on {today}, {{not this}}.\""));
  REQUIRE(refs.size() == 8);
  CHECK(refs[0].kind == Ref::Kind::fact);
  CHECK(refs[1].kind == Ref::Kind::nothing);
  CHECK(refs[2].kind == Ref::Kind::value);
  CHECK(refs[4].kind == Ref::Kind::column);
  CHECK(refs[6].kind == Ref::Kind::today);
  CHECK(c.checked.placeholders.at(text_of("\"{today}\""))[0].kind == Ref::Kind::today);
}

TEST_CASE("what translates a decision of a used file translates no decision of this ruleset") {
  const Case c(ELIGO_SOURCE_DIR "/tests/cases/check/used_names");
  REQUIRE(c.difference() == "");
  const auto spelt = [&](grammar::TextId id) { return std::string(c.sources.view(c.ast.texts[id].span)); };
  std::map<std::string, std::string> translated;
  for (const auto& [from, to] : c.checked.translations.at(1)) translated[spelt(from)] = spelt(to);
  CHECK(translated == std::map<std::string, std::string>{{"\"T\"", "\"T, en français\""},
                                                         {"\"our bill\"", "\"notre facture\""},
                                                         {"\"Ours\"", "\"La nôtre\""},
                                                         {"\"Our yes.\"", "\"Notre oui.\""},
                                                         {"\"near\"", "\"près\""},
                                                         {"\"Too far.\"", "\"Trop loin.\""},
                                                         {"\"Come.\"", "\"Venez.\""},
                                                         {"\"colour\"", "\"couleur\""},
                                                         {"\"local\"", "\"d’ici\""}});
}

}  // namespace eligo::tests
