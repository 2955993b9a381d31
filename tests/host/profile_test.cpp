// SPDX-License-Identifier: MIT
// Owns the tests of JSON profiles: every type, every error with its path and place, and the way back.
#include <catch2/catch.hpp>
#include <set>

#include "interpreter/host/profile.hpp"
#include "interpreter/host/profile_codes.hpp"
#include "schema.hpp"

namespace eligo::host::testing {
namespace {

// "fact: what is told" for each, or each error, one a line.
std::string read(std::string_view json, const Limits& limits = {}) {
  const Profile profile = read_profile(facts(), json, limits);
  std::string lines;
  for (const auto& [index, told] : profile.told) {
    CHECK_FALSE(check_told(facts(), index, told));
    lines += std::string(facts().name(index)) + ": " + print_told(facts(), index, told) + "\n";
  }
  if (!profile.errors.empty()) CHECK(profile.told.empty());
  for (const Error& error : profile.errors)
    lines += error.path + " " + std::to_string(error.line) + ":" + std::to_string(error.column) + " " +
             error.code + ": " + error.message + (error.help.empty() ? "" : " | " + error.help) + "\n";
  return lines;
}

TEST_CASE("a fact of each type") {
  CHECK(
      read(
          R"({"age": 42, "income": 318.50, "share": "0.10", "born": "2000-02-29", "citizen": true, "name": "Zoë",
                 "department": "01", "year": "2025", "big": "9007199254740993"})") ==
      "age: 42\nincome: 318.5\nshare: 0.1\nborn: 2000-02-29\ncitizen: yes\nname: Zoë\ndepartment: 01\nyear: "
      "2025\nbig: 9007199254740993\n");
  CHECK(read(R"({"phone": {"os": "ios", "version": "16.10"}, "id.kind": "passport"})") ==
        "phone.os: ios\nphone.version: 16.10\nid.kind: passport\n");
  CHECK(read(R"({"citizen": "no", "born": "none", "id": {"kind": "none"}, "nickname": "none"})") ==
        "citizen: no\nborn: none\nid.kind: none\nnickname: none\n");
  CHECK(read(R"({"share": 1e2, "income": 12.50e1, "size": 5E-1})") == "share: 100\nincome: 125\nsize: 0.5\n");
  CHECK(read(R"({"age": -0, "big": 9223372036854775807})") == "age: 0\nbig: 9223372036854775807\n");
  CHECK(read(R"({"department": "C\u006f\u0302te d\u2019Or"})") == "department: Côte d'Or\n");
}

TEST_CASE("absent, null and empty are not told") {
  CHECK(read("{}").empty());
  CHECK(read(R"({"age": null, "id": null, "phone": {}, "id.kind": null})").empty());
  CHECK(read(R"({"id": {"kind": null}, "id.kind": "passport"})") == "id.kind: passport\n");
}

TEST_CASE("facts told in part") {
  CHECK(
      read(
          R"({"age": {"from": 18}, "phone.version": {"to": "16.1"}, "born": {"from": "2000-01-01", "to": "2001-01-01"}})") ==
      "age: from 18\nphone.version: to 16.1\nborn: from 2000-01-01 to 2001-01-01\n");
  CHECK(read(R"({"age": {"from": 5, "to": 5.0e0}})") ==
        "$.age.to 1:27 profile/value: expected a whole number for `age`, found `5.0e0` | write it without "
        "point and exponent\n");
  CHECK(read(R"({"age": {"from": 5, "to": 5}, "share": {"from": 1, "to": null}})") ==
        "age: 5\nshare: from 1\n");
  CHECK(
      read(
          R"({"id": {"kind": {"one_of": ["passport", "none"]}}, "age": {"one_of": [3, "1", 3]}, "citizen": {"one_of": [true]}})") ==
      "id.kind: one of (passport, none)\nage: one of (3, 1)\ncitizen: yes\n");
}

TEST_CASE("lists") {
  CHECK(read(R"({"household": []})") == "household: 0\n");
  CHECK(read(R"({"household": [{"income": 300, "born": {"to": "2000-01-01"}}, {}]})") ==
        "household: 2\nhousehold[1].income: 300\nhousehold[1].born: to 2000-01-01\n");
  CHECK(read(R"({"household": null})").empty());
  CHECK(read(R"({"home": {"income": 3}, "home.born": "2000-01-01"})") ==
        "home.income: 3\nhome.born: 2000-01-01\n");
  CHECK(read(R"({"household": [{}, {}, {}, {}]})") ==
        "$.household[3] 1:28 profile/list: `household` has at most 3 members, found 4\n");
  CHECK(read(R"({"household": 3})") ==
        "$.household 1:15 profile/list: expected a list of members for `household`, found a number | for "
        "example "
        "[{…}, {…}], and [] for none\n");
  CHECK(read(R"({"household": [{}, 3]})") ==
        "$.household[1] 1:20 profile/list: expected an object with the fields of a member of `household`, "
        "found a "
        "number\n");
  CHECK(read(R"({"household": [{"incme": 3}, {"income": "x"}]})") ==
        "$.household[0].incme 1:17 profile/unknown_fact: a member of `household` has no field `incme` | did "
        "you mean "
        "`income`?\n"
        "$.household[1].income 1:41 profile/value: expected an amount of money for `income`, "
        "found `x`\n");
  CHECK(read(R"({"household": [{"income": 3}], "household[1].income": 4})") ==
        "$[\"household[1].income\"] 1:32 profile/told_twice: `household[1].income` is told twice, first at "
        "1:17\n");
  CHECK(read(R"({"household": [{"income": "x"}, 3, {"income": "y"}]})") ==
        "$.household[0].income 1:27 profile/value: expected an amount of money for `income`, "
        "found "
        "`x`\n"
        "$.household[1] 1:33 profile/list: expected an object with the fields of a member of `household`, "
        "found a "
        "number\n"
        "$.household[2].income 1:47 profile/value: expected an amount of money for `income`, "
        "found "
        "`y`\n");
  CHECK(read(R"({"household[2].income": 1, "household": [{}, {"income": 3}]})") ==
        "$.household[1].income 1:47 profile/told_twice: `income` is told twice, first at 1:2\n");
  CHECK(read(R"({"household": [{}, {"born": {"from": "2001-01-01", "to": "2000-01-01"}}]})") ==
        "$.household[1].born 1:29 profile/partial: the range of `born` ends before it begins | the smaller "
        "value "
        "stands at `from`\n");
}

TEST_CASE("a field of a member that the told list does not have") {
  const std::string absent = " profile/list: `household` is told without a member ";
  const std::string help = " | tell all members in the list, `{}` for one of whom nothing is known\n";
  const std::string second = "2, of which `household[2].income` is told" + help;
  CHECK(read(R"({"household": [], "household[2].income": 5})") ==
        "$[\"household[2].income\"] 1:19" + absent + second);
  CHECK(read(R"({"household[2].income": 5, "household": [{}]})") ==
        "$[\"household[2].income\"] 1:2" + absent + second);
  CHECK(read(R"({"household": [{"income": 1}], "household[2].income": 5, "household[3].born": "x"})") ==
        "$[\"household[2].income\"] 1:32" + absent + second +
            "$[\"household[3].born\"] 1:79 profile/value: expected a date such as 2025-12-31 for "
            "`household[3].born`, found `x` | write year, month, day: 2025-12-31\n");
  CHECK(read(R"({"household[3].income": 5, "age": "x", "household": [{}, {}]})") ==
        "$[\"household[3].income\"] 1:2" + absent + "3, of which `household[3].income` is told" + help +
            "$.age 1:35 profile/value: expected a whole number for `age`, found `x`\n");
  CHECK(read(R"({"household[2].income": 5, "household": [{}, {}]})") ==
        "household[2].income: 5\nhousehold: 2\n");
  CHECK(read(R"({"household": [], "household[1].income": null})") == "household: 0\n");
  CHECK(read(R"({"household[2].income": 5, "household": null})") == "household[2].income: 5\n");
  Limits one;
  one.diagnostics = 1;
  CHECK(read(R"({"household": [], "household[1].income": 5, "household[2].income": 5})", one) ==
        "$[\"household[1].income\"] 1:19" + absent + "1, of which `household[1].income` is told" + help +
            "$ 0:0 profile/more_errors: and 1 more error\n");
}

TEST_CASE("what is not a profile") {
  CHECK(read("") ==
        "$ 1:1 profile/cut_short: expected a JSON object, found an empty text | an empty profile is `{}`\n");
  CHECK(read("{\n \"age\": 3") ==
        "$ 2:10 profile/cut_short: expected `,` or `}`, found the end of the text\n");
  CHECK(read("null") ==
        "$ 1:1 profile/not_an_object: expected an object of facts, found null | a profile looks like "
        "{\"age\": 30}\n");
  CHECK(read(" [1]") ==
        "$ 1:2 profile/not_an_object: expected an object of facts, found a list | a profile looks like "
        "{\"age\": 30}\n");
  CHECK(read("\"x\"") ==
        "$ 1:1 profile/not_an_object: expected an object of facts, found a text | a profile looks like "
        "{\"age\": 30}\n");
  CHECK(read(R"({"age": 1, "a\u0067e": 2})") ==
        "$.age 1:12 profile/duplicate_key: the name `age` stands twice in one object, first at 1:2\n");
  CHECK(read(R"({"age": 1, "id": {"kind": "passport", "kind": "passport"}})") ==
        "$.id.kind 1:39 profile/duplicate_key: the name `kind` stands twice in one object, first at 1:19\n");
  CHECK(read(R"({"a b": [1, {}, {"x": [{"": 1, "": 2}]}]})") ==
        "$[\"a b\"][2].x[0][\"\"] 1:32 profile/duplicate_key: the name `` stands twice in one object, first "
        "at 1:25\n");
}

TEST_CASE("unknown names, groups, and facts told twice") {
  CHECK(read(R"({"agee": 3})") ==
        "$.agee 1:2 profile/unknown_fact: there is no fact `agee` | did you mean `age`?\n");
  CHECK(read(R"({"id": {"knd": "passport"}})") ==
        "$.id.knd 1:9 profile/unknown_fact: there is no fact `id.knd` | did you mean `id.kind`?\n");
  CHECK(read(R"({"kind": "passport"})") ==
        "$.kind 1:2 profile/unknown_fact: there is no fact `kind` | did you mean `id.kind`?\n");
  CHECK(read(R"({"id.": {"kind": "passport"}, "": 1})") ==
        "$[\"id.\"] 1:2 profile/unknown_fact: there is no fact `id.`\n$[\"\"] 1:31 profile/unknown_fact: "
        "there is no fact ``\n");
  CHECK(read(R"({"age\u0000": 3})") ==
        "$[\"age␀\"] 1:2 profile/unknown_fact: there is no fact `age␀` | did you mean `age`?\n");
  CHECK(read(R"({"id": "passport", "phone": [1]})") ==
        "$.id 1:8 profile/group: expected an object with the facts of `id`, found a text\n"
        "$.phone 1:29 profile/group: expected an object with the facts of `phone`, found a list\n");
  CHECK(read("{\"id\": {\"kind\": \"passport\"},\n \"id.kind\": \"none\"}") ==
        "$[\"id.kind\"] 2:2 profile/told_twice: `id.kind` is told twice, first at 1:9\n");
}

TEST_CASE("values of another kind") {
  CHECK(read(R"({"phone": {"version": 16.10}})") ==
        "$.phone.version 1:23 profile/type: expected a version such as 16.1 for `phone.version`, found the "
        "number `16.10` | write it in quotes: `\"16.10\"`\n");
  CHECK(read(R"({"department": 1})") ==
        "$.department 1:16 profile/type: expected a key of the table `departments` for `department`, found "
        "the number `1` | did you mean `\"01\"`? Keys stand in quotes\n");
  CHECK(read(R"({"department": "1"})") ==
        "$.department 1:16 profile/value: expected a key of the table `departments` for `department`, found "
        "`1` | did you mean `01`?\n");
  CHECK(read(R"({"year": 2025})") ==
        "$.year 1:10 profile/type: expected a key of the table `years` for `year`, found the number `2025` | "
        "write it in quotes: `\"2025\"`\n");
  CHECK(read(R"({"citizen": 1})") ==
        "$.citizen 1:13 profile/type: expected yes or no for `citizen`, found the number `1` | write true or "
        "false\n");
  CHECK(read(R"({"age": true})") ==
        "$.age 1:9 profile/type: expected a whole number for `age`, found the word `true`\n");
  CHECK(read(R"({"age": [1, 2]})") ==
        "$.age 1:9 profile/type: expected a whole number for `age`, found a list | several possible values "
        "are told as {\"one_of\": […]}\n");
  CHECK(read(R"({"born": 20000101})") ==
        "$.born 1:10 profile/type: expected a date such as 2025-12-31 or none for `born`, found the number "
        "`20000101` | write it in quotes\n");
  CHECK(read(R"({"name": 5, "age": ""})") ==
        "$.name 1:10 profile/type: expected a text for `name`, found the number `5` | write it in quotes\n"
        "$.age 1:20 profile/value: expected a whole number for `age`, found an empty text\n");
  CHECK(read(R"({"age": 70.0})") ==
        "$.age 1:9 profile/value: expected a whole number for `age`, found `70.0` | write it without point "
        "and exponent\n");
  CHECK(read(R"({"share": "1e2"})") ==
        "$.share 1:11 profile/value: expected a number for `share`, found `1e2`\n");
  CHECK(read(R"({"age": 151})") == "$.age 1:9 profile/range: `age` goes from 0 to 150, found `151`\n");
  CHECK(read(R"({"age": "none"})") ==
        "$.age 1:9 profile/none: expected a whole number for `age`, found `none` | leave it out where it is "
        "not known\n");
  CHECK(read(R"({"share": 1e400})") ==
        "$.share 1:11 profile/digits: `share` takes at most 20 digits before the point (limit "
        "`told_integer_digits`) and 10 after it (limit `told_places`), found more\n");
}

TEST_CASE("facts told in part, badly") {
  const auto one = [](const char* value) { return read("{\"age\": " + std::string(value) + "}"); };
  CHECK(one("{}") ==
        "$.age 1:9 profile/partial: expected `from`, `to` or `one_of` for `age`, found an empty object | "
        "leave out a fact that is not known\n");
  CHECK(one(R"({"from": null})") ==
        "$.age 1:9 profile/partial: expected `from`, `to` or both for `age`, found neither\n");
  CHECK(one(R"({"form": 3})") ==
        "$.age.form 1:10 profile/partial: expected `from`, `to` or `one_of` for `age`, found `form`\n");
  CHECK(one(R"({"from": 5, "to": 3})") ==
        "$.age 1:9 profile/partial: the range of `age` ends before it begins | the smaller value stands at "
        "`from`\n");
  CHECK(one(R"({"from": 5, "one_of": [3]})") ==
        "$.age 1:9 profile/partial: expected a range or a list for `age`, found both\n");
  CHECK(one(R"({"one_of": []})") ==
        "$.age 1:9 profile/partial: expected at least one value for `age`, found an empty list | leave out a "
        "fact that is not known\n");
  CHECK(one(R"({"one_of": 3})") ==
        "$.age.one_of 1:20 profile/partial: expected a list of values at `one_of`, found a number | for "
        "example {\"one_of\": [\"a\", \"b\"]}\n");
  CHECK(one(R"({"one_of": [3, null]})") ==
        "$.age.one_of[1] 1:24 profile/type: expected a whole number for `age`, found null | null means not "
        "told, and stands for a whole fact only\n");
  CHECK(one(R"({"one_of": [1, {"from": 3}]})") ==
        "$.age.one_of[1] 1:24 profile/type: expected a whole number for `age`, found an object\n");
  CHECK(one(R"({"one_of": [1, 2, 200]})") ==
        "$.age.one_of[2] 1:27 profile/range: `age` goes from 0 to 150, found `200`\n");
  CHECK(read(R"({"id": {"kind": {"from": "passport"}}})") ==
        "$.id.kind.from 1:18 profile/partial: `id.kind` has no order, so no range of it can be told | tell "
        "the value, or the values that it may have (`one of`)\n");
  CHECK(read(R"({"born": {"from": "none"}})") ==
        "$.born 1:10 profile/partial: expected a value at each end of the range of `born`, found none | none "
        "is in no range\n");
}

TEST_CASE("all errors are found, up to the limit") {
  Limits limits;
  limits.diagnostics = 2;
  const char* json = R"({"age": "x", "nam": 1, "share": "y", "born": "z"})";
  CHECK(read(json) ==
        "$.age 1:9 profile/value: expected a whole number for `age`, found `x`\n"
        "$.nam 1:14 profile/unknown_fact: there is no fact `nam` | did you mean `name`?\n"
        "$.share 1:33 profile/value: expected a number for `share`, found `y`\n"
        "$.born 1:46 profile/value: expected a date such as 2025-12-31 or none for `born`, found `z` | write "
        "year, month, day: 2025-12-31\n");
  CHECK(read(json, limits) ==
        "$.age 1:9 profile/value: expected a whole number for `age`, found `x`\n"
        "$.nam 1:14 profile/unknown_fact: there is no fact `nam` | did you mean `name`?\n"
        "$ 0:0 profile/more_errors: and 2 more errors\n");
}

TEST_CASE("the value of a private fact is never shown") {
  const std::string canary = "31337";
  const std::vector<std::string> values = {"\"31337x\"",
                                           "true",
                                           "[31337]",
                                           "{\"31337\": 1}",
                                           "{\"from\": 31338, \"to\": 31337}",
                                           "{\"one_of\": [\"31337y\"]}",
                                           "{\"one_of\": 31337}",
                                           "{\"from\": 31337, \"one_of\": [31337]}",
                                           "31337.12345678901",
                                           "\"31337-12-31\"",
                                           "{\"from\": {\"31337\": 1}}",
                                           "\"none\"",
                                           "31337e31337",
                                           "\"01x31337\""};
  for (const std::string name : {"income", "pin"}) {
    for (const std::string& value : values) {
      const Profile profile = read_profile(facts(), "{\"" + name + "\": " + value + "}", {});
      INFO(name << " " << value);
      REQUIRE(profile.errors.size() == 1);
      const Error& error = profile.errors[0];
      CHECK((error.message + error.help + error.code + error.path).find(canary) == std::string::npos);
    }
    for (const char* words : {"31337x", "from 31337 31337", "one of (31337, x)", "\"31337", "\"31337\" 31337",
                              "one of (31337", "31337.12345678901"}) {
      const ToldOrError told = read_told(facts(), fact(name), words);
      if (const Error* error = std::get_if<Error>(&told))
        CHECK((error->message + error->help).find(canary) == std::string::npos);
    }
  }
  CHECK(read(R"({"pin": "1"})") ==
        "$.pin 1:9 profile/value: expected a key of the table `departments` for `pin`, found something else "
        "(private, so not shown)\n");
  CHECK(read(R"({"pin": 1})") ==
        "$.pin 1:9 profile/type: expected a key of the table `departments` for `pin`, found the number "
        "(private, so not shown) | write it in quotes\n");
}

TEST_CASE("no beginning of a profile is a profile") {
  const std::string whole =
      R"({"age": 42, "id": {"kind": "passport", "country": "FR"}, "phone.version": {"from": "16.1"}})";
  REQUIRE(read_profile(facts(), whole, {}).errors.empty());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const Profile profile = read_profile(facts(), std::string_view(whole).substr(0, size), {});
    INFO(whole.substr(0, size));
    REQUIRE(profile.errors.size() == 1);
    CHECK(profile.errors[0].code == "profile/cut_short");
    CHECK(profile.told.empty());
  }
}

TEST_CASE("a profile that is written reads back as the same") {
  const std::string_view json =
      R"({"phone.version": {"to": "16.1"}, "age": {"from": 1, "to": 3}, "name": "\"q\"\n\u0001é", "big": -9223372036854775808, "year": "2024",
          "income": 0.05, "id.kind": {"one_of": ["none", "passport"]}, "citizen": false, "born": "none", "phone.os": "ios", "department": "Côte d'Or"})";
  const Profile first = read_profile(facts(), json, {});
  REQUIRE(first.errors.empty());
  REQUIRE(first.told.size() == 11);
  const std::string written = profile_json(facts(), first.told);
  CHECK(
      written ==
      R"({"age": {"from": 1, "to": 3}, "big": "-9223372036854775808", "born": "none", "citizen": false, "department": "Côte d'Or", )"
      R"("id": {"kind": {"one_of": ["none", "passport"]}}, "income": "0.05", "name": "\"q\"\n\u0001é", )"
      R"("phone": {"os": "ios", "version": {"to": "16.1"}}, "year": "2024"})");
  const Profile second = read_profile(facts(), written, {});
  CHECK(second.errors.empty());
  CHECK(profile_json(facts(), second.told) == written);
  CHECK(profile_json(facts(), {}) == "{}");
}

TEST_CASE("each code of profiles is said by something") {
  std::set<std::string> said;
  Limits small;
  small.source_bytes = 40;
  small.diagnostics = 1;
  for (const char* json :
       {"\"\xFF\"", "{\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\":1}", "{1}", "{", "{\"a\":1,\"a\":1}",
        "1", "{\"zz\":1}", "{\"id\":{\"kind\":null},\"id\":1}", "{\"id\":1}", "{\"household\":1}",
        "{\"age\":true}", "{\"age\":\"x\"}", "{\"age\":\"none\"}", "{\"age\":999}", "{\"share\":1e99}",
        "{\"age\":{}}", "{\"age\":\"x\",\"big\":\"y\"}", "{\"id.kind\":\"none\",\"id\":{\"kind\":\"x\"}}"})
    for (const Error& error : read_profile(facts(), json, small).errors) said.insert(error.code);
  for (const Error& error : read_profile(facts(), std::string(65, '['), {}).errors) said.insert(error.code);
  std::set<std::string> listed;
  for (const ProfileCode& code : profile_codes()) {
    CHECK(listed.insert(std::string(code.name)).second);
    CHECK_FALSE(code.summary.empty());
  }
  CHECK(said == listed);
}

}  // namespace
}  // namespace eligo::host::testing
