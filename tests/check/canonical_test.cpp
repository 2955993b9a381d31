// SPDX-License-Identifier: MIT
// The canonical spelling of expressions: single blanks, brackets only where needed, lines of blocks sorted.
#include <catch2/catch.hpp>

#include "grammar/canonical.hpp"
#include "tests/check/cases.hpp"

namespace eligo::tests {
namespace {

// Of the body of the last rule or value.
std::string canonical(const std::string& keyword, const std::string& body) {
  const Case c("t.eligo", keyword + "\n  " + body + "\nend\n");
  const grammar::Decl& decl = c.ast.decls.back();
  if (decl.broken) return "broken: " + c.said.front().message;
  const auto* rule = std::get_if<grammar::RuleDecl>(&decl.body);
  const auto& versions = rule != nullptr ? rule->versions : std::get<grammar::ValueDecl>(decl.body).versions;
  return grammar::canonical(c.ast, c.names, c.sources, versions.at(0).body.condition);
}

std::string condition(const std::string& body) {
  return canonical("rule r", body);
}
std::string expression(const std::string& body) {
  return canonical("value v : whole", body);
}

}  // namespace

TEST_CASE("blanks and needless brackets go, needed brackets stay") {
  CHECK(condition("a   is  b") == "a is b");
  CHECK(condition("((a is not b))") == "a is not b");
  CHECK(condition("(a and b) or not (c or d)") == "(a and b) or not (c or d)");
  CHECK(condition("not (a)") == "not a");
  CHECK(condition("a.b is not one of x,y , z") == "a.b is not one of x, y, z");
  CHECK(condition("a is not none and b starts with \"x \\\" y\"") ==
        "a is not none and b starts with \"x \\\" y\"");
  CHECK(expression("(a + b) * c - (d - e) - f") == "(a + b) * c - (d - e) - f");
  CHECK(expression("(a * b) + (c + d)") == "a * b + (c + d)");
  CHECK(expression("- ( - a )") == "--a");
  CHECK(expression("-(a + b)") == "-(a + b)");
  CHECK(expression("a * (b * c) / d rounded half up to 0.05") == "a * (b * c) / d rounded half up to 0.05");
  CHECK(expression("80% * max( a ,(b), 3 )") == "80 % * max(a, b, 3)");
  CHECK(expression("d + 3 days - (2 * n) months") == "d + 3 days - 2 * n months");
  CHECK(expression("full  years from a to today") == "full years from a to today");
  CHECK(expression("(days from a to (b + 1 day)) + 1") == "(days from a to (b + 1 days)) + 1");
  CHECK(expression("when a then (when b then 1 else 2) else when c is 2025-01-01 then 3 else 4") ==
        "when a then (when b then 1 else 2) else when c is 2025-01-01 then 3 else 4");
}

TEST_CASE("the order of a block's lines makes no difference") {
  CHECK(condition("any of\n    b\n    x : a is 1\n    at least 2 of\n      d\n      c\n    end\n  end") ==
        "any of (a is 1; at least 2 of (c; d); b)");
  CHECK(condition("any of\n    at least 2 of\n      c\n      d\n    end\n    a is 1\n    b\n  end") ==
        "any of (a is 1; at least 2 of (c; d); b)");
}

TEST_CASE("spelling a canonical text again changes nothing") {
  for (const char* one :
       {"(a or b) and not c", "a is one of b, c", "a - (b - c) > d * (e + 1)", "not (a is b)"})
    CHECK(condition(one) == one);
}

}  // namespace eligo::tests
