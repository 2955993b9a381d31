// SPDX-License-Identifier: MIT
// Every case says exactly what its files expect, and every code of the checker has a case.
#include <catch2/catch.hpp>
#include <set>

#include "tests/check/cases.hpp"

namespace eligo::tests {

TEST_CASE("each case says what it expects") {
  const auto all = all_cases();
  REQUIRE(all.size() > 20);
  for (const auto& at : all) {
    INFO(at.string());
    const Case one(at);
    CHECK(one.difference() == "");
  }
}

TEST_CASE("each code has a case") {
  std::set<std::string> seen;
  for (const auto& at : all_cases())
    for (const std::string& code : Case(at).expected_codes()) seen.insert(code);
  const std::vector<std::string> codes = {
#define ELIGO_CODE(id, spelling, severity, summary) spelling,
#include "interpreter/check/codes.def"
#undef ELIGO_CODE
  };
  REQUIRE(codes.size() > 30);
  for (const std::string& code : codes) {
    INFO(code);
    CHECK(seen.count(code) == 1);
  }
}

TEST_CASE("each finding is readable: lower-case start, one line, no full stop, inside its file") {
  for (const auto& at : all_cases()) {
    const Case one(at);
    for (const text::Diagnostic& d : one.said) {
      INFO(at.string() << ": " << d.message);
      REQUIRE_FALSE(d.message.empty());
      CHECK_FALSE((d.message.front() >= 'A' && d.message.front() <= 'Z'));
      CHECK(d.message.find('\n') == std::string::npos);
      CHECK(d.message.back() != '.');
      CHECK(d.span.begin <= d.span.end);
      CHECK(d.span.end <= one.sources.bytes(d.span.source).size());
      for (const text::Fix& fix : d.fixes) CHECK_FALSE(fix.edits.empty());
    }
  }
}

}  // namespace eligo::tests
