// SPDX-License-Identifier: MIT
// Owns the tests of telling in words, and of the way back.
#include <catch2/catch.hpp>

#include "interpreter/host/profile.hpp"
#include "schema.hpp"

namespace eligo::host::testing {
namespace {

using types::Told;
using types::Value;

// What was told as it is printed, or why it was not.
std::string tell(std::string_view name, std::string_view words) {
  const check::Index index = fact(name);
  REQUIRE(index != check::nowhere);
  const ToldOrError read = read_told(facts(), index, words);
  if (const Error* error = std::get_if<Error>(&read)) {
    CHECK(error->path == name);
    CHECK(error->line == 0);
    return error->code + ": " + error->message + (error->help.empty() ? "" : " | " + error->help);
  }
  const Told& told = std::get<Told>(read);
  CHECK_FALSE(check_told(facts(), index, told));
  const std::string printed = print_told(facts(), index, told);
  const ToldOrError again = read_told(facts(), index, printed);
  REQUIRE(std::holds_alternative<Told>(again));
  CHECK(print_told(facts(), index, std::get<Told>(again)) == printed);
  CHECK(std::get<Told>(again).kind == told.kind);
  CHECK(std::get<Told>(again).value == told.value);
  CHECK(std::get<Told>(again).from == told.from);
  CHECK(std::get<Told>(again).to == told.to);
  CHECK(std::get<Told>(again).values == told.values);
  return printed;
}

TEST_CASE("a value of each type is told in words") {
  CHECK(tell("age", "42") == "42");
  CHECK(tell("age", "007") == "7");
  CHECK(tell("big", "-9223372036854775808") == "-9223372036854775808");
  CHECK(tell("income", "318.50") == "318.5");
  CHECK(tell("share", "-0.05") == "-0.05");
  CHECK(tell("born", "2000-02-29") == "2000-02-29");
  CHECK(tell("born", "none") == "none");
  CHECK(tell("phone.version", "16.10") == "16.10");
  CHECK(tell("phone.version", "9.0") == "9");
  CHECK(tell("phone.version", "\"16.1\"") == "16.1");
  CHECK(tell("citizen", "yes") == "yes");
  CHECK(tell("citizen", "no") == "no");
  CHECK(tell("id.kind", "passport") == "passport");
  CHECK(tell("id.kind", "none") == "none");
  CHECK(tell("department", "01") == "01");
  CHECK(tell("department", "\"01\"") == "01");
  CHECK(tell("department", "Co\xCC\x82te d\xE2\x80\x99Or") ==
        "Côte d'Or");  // decomposed, typographic apostrophe
  CHECK(tell("year", "2025") == "2025");
}

TEST_CASE("a text is taken as it is") {
  CHECK(tell("name", "Zoë, or (so)") == "Zoë, or (so)");
  CHECK(tell("name", " two  blanks ") == " two  blanks ");
  CHECK(tell("name", "from 16") == "from 16");
  CHECK(tell("name", "none") == "none");  // this fact has no none
  CHECK(tell("nickname", "none") == "none");
  CHECK(std::get<Told>(read_told(facts(), fact("name"), "none")).value == Value(std::string("none")));
  CHECK(std::get<Told>(read_told(facts(), fact("nickname"), "none")).value == Value(types::None{}));
  CHECK(tell("name", "") == "");
  CHECK(tell("name", "\"quo\\\"ted \\\\ \\n\"") == "quo\"ted \\ \\n");
  CHECK(tell("name", "one or two") == "\"one or two\"");
  CHECK(tell("name", "\"one of (x)\"") == "\"one of (x)\"");
  CHECK(std::get<Told>(read_told(facts(), fact("name"), "e\xCC\x81")).value == Value(std::string("é")));
  CHECK(std::get<Told>(read_value(facts(), fact("name"), "\"one of (\\")).value ==
        Value(std::string("\"one of (\\")));
}

TEST_CASE("ranges and lists are told in words") {
  CHECK(tell("phone.version", "from 16") == "from 16");
  CHECK(tell("age", "from 1 to 3") == "from 1 to 3");
  CHECK(tell("age", "to 5") == "to 5");
  CHECK(tell("age", "from  1\tto  3 ") == "from 1 to 3");
  CHECK(tell("age", "from 3 to 3") == "3");
  CHECK(tell("phone.version", "from 9 to 9.0") == "9");
  CHECK(tell("born", "to 2000-01-01") == "to 2000-01-01");
  CHECK(tell("id.kind", "one of (passport, national_id)") == "one of (passport, national_id)");
  CHECK(tell("id.kind", "one of(passport,none,passport)") == "one of (passport, none)");
  CHECK(tell("id.kind", "one of ( passport )") == "passport");
  CHECK(tell("department", "one of (01, \"2A\")") == "one of (\"01\", \"2A\")");
  CHECK(tell("name", "one of (Ann Lee , \"a, \\\"b\\\")\")") == "one of (\"Ann Lee\", \"a, \\\"b\\\")\")");
  CHECK(tell("age", "one of (3, 1, 3, 2)") == "one of (3, 1, 2)");
  CHECK(tell("citizen", "one of (yes, no)") == "one of (yes, no)");
}

TEST_CASE("what cannot be told in words") {
  CHECK(tell("age", "abc") == "profile/value: expected a whole number for `age`, found `abc`");
  CHECK(tell("age", "") == "profile/value: expected a whole number for `age`, found an empty text");
  CHECK(tell("age", " 5") == "profile/value: expected a whole number for `age`, found ` 5`");
  CHECK(
      tell("age", "5.0") ==
      "profile/value: expected a whole number for `age`, found `5.0` | write it without point and exponent");
  CHECK(tell("age", "1e1") == "profile/value: expected a whole number for `age`, found `1e1`");
  CHECK(tell("age", "+5") == "profile/value: expected a whole number for `age`, found `+5`");
  CHECK(tell("age", "151") == "profile/range: `age` goes from 0 to 150, found `151`");
  CHECK(tell("age", "-1") == "profile/range: `age` goes from 0 to 150, found `-1`");
  CHECK(tell("size", "0.4") == "profile/range: `size` goes from 0.5, found `0.4`");
  CHECK(tell("age", "none") ==
        "profile/none: expected a whole number for `age`, found `none` | leave it out where it is not known");
  CHECK(tell("age", "from 5 to 200") == "profile/range: `age` goes from 0 to 150, found `200`");
  CHECK(tell("age", "from 5 to 3") ==
        "profile/partial: the range of `age` ends before it begins | the smaller value stands at `from`");
  CHECK(tell("age", "from") == "profile/partial: expected a value for `age`, found the end");
  CHECK(tell("age", "from 1 2") == "profile/partial: expected `to` or the end for `age`, found `2`");
  CHECK(tell("age", "to 5 6") == "profile/partial: expected the end for `age`, found `6`");
  CHECK(tell("born", "from none") ==
        "profile/partial: expected a value at each end of the range of `born`, found none | none is in no "
        "range");
  CHECK(tell("id.kind", "from passport") ==
        "profile/value: expected one of national_id, passport, residence_card or none for `id.kind`, found "
        "`from passport`");
  CHECK(tell("id.kind", "one of ()") == "profile/partial: expected a value for `id.kind`, found `)`");
  CHECK(tell("id.kind", "one of (passport") ==
        "profile/partial: expected `,` or `)` for `id.kind`, found the end");
  CHECK(tell("id.kind", "one of (passport, )") ==
        "profile/partial: expected a value for `id.kind`, found `)`");
  CHECK(tell("id.kind", "one of (passport) x") ==
        "profile/partial: expected the end after `)` for `id.kind`, found `x`");
  CHECK(tell("id.kind", "\"passport") ==
        "profile/partial: expected a quote at the end of a value of `id.kind`, found the end");
  CHECK(tell("id.kind", "\"passport\" x") ==
        "profile/partial: expected the end after the closing quote for `id.kind`, found ` x`");
  CHECK(tell("id.kind", "pasport") ==
        "profile/value: expected one of national_id, passport, residence_card or none for `id.kind`, found "
        "`pasport` | did you mean `passport`?");
  CHECK(tell("id.country", "fr") ==
        "profile/value: expected one of FR, BE, ES, PT, DE, IT, … (7 in all) for `id.country`, found `fr` | "
        "did you mean `FR`?");
  CHECK(tell("department", "1") ==
        "profile/value: expected a key of the table `departments` for `department`, found `1` | did you mean "
        "`01`?");
  CHECK(tell("year", "2026") ==
        "profile/value: expected a key of the table `years` for `year`, found `2026` | did you mean `2024`?");
  CHECK(tell("citizen", "true") ==
        "profile/value: expected yes or no for `citizen`, found `true` | write `yes` or `no`");
  CHECK(tell("born", "31/12/2000") ==
        "profile/value: expected a date such as 2025-12-31 or none for `born`, found `31/12/2000` | write "
        "`2000-12-31`");
  CHECK(tell("born", "1/2/2000") ==
        "profile/value: expected a date such as 2025-12-31 or none for `born`, found `1/2/2000` | write "
        "`2000-02-01` or `2000-01-02`: year, month, day");
  CHECK(tell("born", "31/13/2000") ==
        "profile/value: expected a date such as 2025-12-31 or none for `born`, found `31/13/2000` | the "
        "calendar has no such day");
  CHECK(tell("born", "soon") ==
        "profile/value: expected a date such as 2025-12-31 or none for `born`, found `soon` | write year, "
        "month, day: 2025-12-31");
  CHECK(tell("born", "2001-02-29") ==
        "profile/value: expected a date such as 2025-12-31 or none for `born`, found `2001-02-29` | the "
        "calendar has no such day");
  CHECK(tell("phone.version", "16.1.2.3.4") ==
        "profile/value: expected a version such as 16.1 for `phone.version`, found `16.1.2.3.4` | a version "
        "has up to 4 parts of 0 to 65535, with points between");
  CHECK(tell("share", "1,5") ==
        "profile/value: expected a number for `share`, found `1,5` | write a point before the decimals, and "
        "nothing between thousands");
  CHECK(tell("age", "1 2") ==
        "profile/value: expected a whole number for `age`, found `1 2` | write a point before the decimals, "
        "and "
        "nothing between thousands");
  CHECK(
      tell("age", "one of 1, 2") ==
      "profile/value: expected a whole number for `age`, found `one of 1, 2` | write the values in brackets: "
      "`one of (…, …)`");
  CHECK(tell("name", "\xFF") == "profile/encoding: expected UTF-8 for `name`, found a byte that is none");
  CHECK(tell("citizen", std::string(60, 'x')) == "profile/value: expected yes or no for `citizen`, found `" +
                                                     std::string(40, 'x') + "…` | write `yes` or `no`");
}

TEST_CASE("a decimal may be told as a percentage, in words alone") {
  CHECK(tell("share", "80 %") == "0.8");
  CHECK(tell("share", "12.50%") == "0.125");
  CHECK(tell("share", "-5 %") == "-0.05");
  CHECK(tell("share", "from 50 % to 80 %") == "from 0.5 to 0.8");
  CHECK(tell("share", "to 0.00000001 %") == "to 0.0000000001");
  CHECK(tell("share", "one of (50 %, 0.8)") == "one of (0.5, 0.8)");
  CHECK(tell("share", "0.000000001 %").substr(0, 14) == "profile/digits");
  CHECK(tell("share", "80 % %") == "profile/value: expected a number for `share`, found `80 % %`");
  CHECK(tell("share", "%") == "profile/value: expected a number for `share`, found `%`");
  CHECK(tell("share", "1 000 %") ==
        "profile/value: expected a number for `share`, found `1 000 %` | write a "
        "point before the decimals, and nothing between thousands");
  CHECK(
      tell("age", "80 %") ==
      "profile/value: expected a whole number for `age`, found `80 %` | write the number alone, without `%`");
  CHECK(tell("income", "80 %") ==
        "profile/value: expected an amount of money for `income`, found something else (private, so not "
        "shown) | write the number alone, without `%`");
  const auto json = read_profile(facts(), R"({"share": "80 %", "income": "3 %"})", {}).errors;
  REQUIRE(json.size() == 2);
  CHECK(json[0].message == "expected a number for `share`, found `80 %`");
  CHECK(json[0].help == "write it as a number: `0.8`");
  CHECK(json[1].help == "write the number alone, without `%`");
}

TEST_CASE("told numbers have so many digits and no more") {
  const std::string digits =
      " takes at most 20 digits before the point (limit `told_integer_digits`) and 10 after it (limit "
      "`told_places`), found more";
  CHECK(tell("share", "12345678901234567890.0123456789") == "12345678901234567890.0123456789");
  CHECK(tell("share", "123456789012345678901") == "profile/digits: `share`" + digits);
  CHECK(tell("share", "0.12345678901") == "profile/digits: `share`" + digits);
  CHECK(tell("share", "0.10000000000000000") == "0.1");
  CHECK(tell("share", std::string(400, '9')) == "profile/digits: `share`" + digits);
  CHECK(tell("big", "9223372036854775807") == "9223372036854775807");
  CHECK(tell("big", "9223372036854775808") ==
        "profile/digits: `big` takes whole numbers from -9223372036854775808 to 9223372036854775807, found "
        "more");
  CHECK(tell("big", std::string(400, '9')) ==
        "profile/digits: `big` takes whole numbers from -9223372036854775808 to 9223372036854775807, found "
        "more");
}

TEST_CASE("a value made by a program is checked in the same way") {
  const auto refused = [](std::string_view name, Value value) {
    Told told;
    told.value = std::move(value);
    const auto error = check_told(facts(), fact(name), told);
    return error ? error->code + ": " + error->message : "told";
  };
  CHECK(refused("age", std::int64_t{150}) == "told");
  CHECK(refused("age", std::int64_t{151}) == "profile/range: `age` goes from 0 to 150, found `151`");
  CHECK(refused("age", true) ==
        "profile/type: expected a whole number for `age`, found a value of another kind");
  CHECK(refused("age", types::None{}) == "profile/none: expected a whole number for `age`, found none");
  CHECK(refused("id.kind", types::Item{2}) == "told");
  CHECK(refused("id.kind", types::Item{3}) ==
        "profile/value: expected one of national_id, passport, residence_card or none for `id.kind`, found a "
        "value beyond the last one");
  CHECK(refused("department", types::Item{4}) ==
        "profile/value: expected a key of the table `departments` for `department`, found a value beyond the "
        "last one");
  CHECK(refused("nickname", std::string("none")) ==
        "profile/none: expected a text or none for `nickname`, found the text none");
  CHECK(refused("name", std::string("none")) == "told");

  Told range;
  range.kind = Told::Kind::range;
  CHECK(check_told(facts(), fact("age"), range)->message ==
        "expected `from`, `to` or both for `age`, found neither");
  CHECK(check_told(facts(), fact("citizen"), range)->message ==
        "`citizen` has no order, so no range of it can be told");
  range.from = std::int64_t{5};
  CHECK_FALSE(check_told(facts(), fact("age"), range));
  range.to = std::int64_t{4};
  CHECK(check_told(facts(), fact("age"), range)->message == "the range of `age` ends before it begins");
  Told list;
  list.kind = Told::Kind::one_of;
  CHECK(check_told(facts(), fact("age"), list)->message ==
        "expected at least one value for `age`, found an empty list");
  list.values = {std::int64_t{1}, std::int64_t{200}};
  CHECK(check_told(facts(), fact("age"), list)->message == "`age` goes from 0 to 150, found `200`");
}

TEST_CASE("an unknown fact is told with the one that was meant") {
  const auto said = [](std::string_view name) {
    const Error error = unknown_fact(facts(), name);
    return error.code + ": " + error.message + " | " + error.help;
  };
  CHECK(said("agee") == "profile/unknown_fact: there is no fact `agee` | did you mean `age`?");
  CHECK(said("kind") == "profile/unknown_fact: there is no fact `kind` | did you mean `id.kind`?");
  CHECK(said("phone") ==
        "profile/unknown_fact: there is no fact `phone` | `phone` is a group of facts: tell each of them");
  CHECK(said("zzzzzz") == "profile/unknown_fact: there is no fact `zzzzzz` | ");
  CHECK(said("id.") == "profile/unknown_fact: there is no fact `id.` | ");
}

}  // namespace
}  // namespace eligo::host::testing
