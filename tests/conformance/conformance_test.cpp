// SPDX-License-Identifier: MIT
// Owns the run of all cases, and what the cases as a whole must be: enough of each paragraph, and able to fail.
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <sstream>

#include "tests/conformance/run.hpp"

namespace eligo::conformance {
namespace {

constexpr std::size_t least_cases = 400, least_of_a_paragraph = 3;

// What CMakeLists.txt finds: names of files, joined by blanks.
std::vector<std::string> split(const std::string& joined) {
  std::vector<std::string> names;
  std::istringstream in(joined);
  for (std::string name; std::getline(in, name, ' ');) names.push_back(name);
  return names;
}

std::vector<Case> every_case() {
  std::vector<Case> all;
  for (const std::string& file : split(ELIGO_CONFORMANCE_FILES)) {
    const std::vector<Case> some = read_cases(file);
    CHECK_FALSE(some.empty());
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

TEST_CASE("every case comes out as the language says") {
  Sources sources;
  for (const Case& one : every_case())
    if (const std::string wrong = difference(sources, one); !wrong.empty()) FAIL_CHECK(wrong);
}

TEST_CASE("cases are well made, and no two have one id") {
  std::map<std::string, std::string> places;
  for (const Case& one : every_case()) {
    const std::string place = one.file + ":" + std::to_string(one.line);
    if (const std::string wrong = complaint(one); !wrong.empty()) FAIL_CHECK(place << ": " << wrong);
    if (!places.emplace(one.id, place).second)
      FAIL_CHECK(place << ": `" << one.id << "` stands in " << places[one.id]);
  }
}

TEST_CASE("each paragraph has cases, and errors among them") {
  std::map<std::string, std::size_t> counted, errors;
  std::size_t total = 0;
  for (const Case& one : every_case()) {
    ++counted[one.paragraph];
    errors[one.paragraph] += expects_error(one) ? 1 : 0;
    ++total;
  }
  CHECK(counted.size() == 15 + 14);
  for (const auto& [paragraph, count] : counted) {
    INFO(paragraph);
    CHECK(count >= least_of_a_paragraph);
    CHECK(errors[paragraph] >= 1);
  }
  CHECK(total >= least_cases);
}

TEST_CASE("a case that comes out otherwise is named with both sides") {
  const std::vector<Case> cases = parse_cases(
      "x.jsonl",
      R"({"id": "2.4/a", "rules": "fact n : whole\ndecision d\n  all of\n    a : n > 1\n  end\nend", "profile": {"n": 2}, "decision": "d", "verdict": "no", "because": []})"
      "\n\n"
      R"({"id": "2.4/b", "rules": "fact n : whole\nfact n : whole", "decision": "d", "verdict": "yes"})"
      "\n"
      R"({"id": "2.4/c", "rules": "fact n : whole", "profile": {"n": "x"}, "refused": ["$.m"]})"
      "\n"
      R"({"id": "2.16/d", "rules": "fact n : whole", "load_error": []})");
  Sources sources;
  REQUIRE(cases.size() == 4);
  CHECK(
      difference(sources, cases[0]) ==
      "x.jsonl:1: 2.4/a\n  verdict: expected \"no\", found \"yes\"\n  because: expected [], found [\"d/a\"]");
  CHECK(difference(sources, cases[1]) ==
        "x.jsonl:3: 2.4/b\n  load_error: expected null, found [[\"name/duplicate\",\"2:6\"]]"
        "\n  verdict: expected \"yes\", found null");
  CHECK(difference(sources, cases[2]) == "x.jsonl:4: 2.4/c\n  refused: expected [\"$.m\"], found [\"$.n\"]");
  CHECK(difference(sources, cases[3]) == "x.jsonl:5: 2.16/d: the id does not begin with a paragraph and `/`");
}

// The first block of README.md that begins with a fence of this kind.
std::string block_of(const std::string& readme, const std::string& kind) {
  const std::size_t begin = readme.find("```" + kind + "\n") + kind.size() + 4;
  return readme.substr(begin, readme.find("\n```", begin) - begin);
}

TEST_CASE("the case that the README shows comes out, and differs as it says") {
  const std::string readme = text_of("README.md");
  std::vector<Case> cases = parse_cases("example.jsonl", block_of(readme, "json"));
  Sources sources;
  REQUIRE(cases.size() == 1);
  CHECK(difference(sources, cases[0]).empty());
  cases[0].row["verdict"] = "yes";
  CHECK(difference(sources, cases[0]) == block_of(readme, "text"));
}

}  // namespace
}  // namespace eligo::conformance
