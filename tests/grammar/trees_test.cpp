// SPDX-License-Identifier: MIT
// Owns the proof that what is written right becomes the right tree, with the right places.
#include <catch2/catch.hpp>

#include "grammar/walk.hpp"
#include "tests/grammar/parsed.hpp"

using namespace eligo;
using namespace eligo::tests;

TEST_CASE("operators bind as the grammar says") {
  CHECK(expression("1 + 2 * 3") == "(+ 1 (* 2 3))");
  CHECK(expression("(1 + 2) * 3") == "(* (+ 1 2) 3)");
  CHECK(expression("a - b - c") == "(- (- a b) c)");
  CHECK(expression("a / b / c") == "(/ (/ a b) c)");
  CHECK(expression("- - a") == "(neg (neg a))");
  CHECK(expression("-a * -2") == "(* (neg a) (neg 2))");
  CHECK(expression("80 % + 5%") == "(+ 80 % 5%)");
  CHECK(expression("a * b / 3 rounded half up to 0.01 + 1") == "(+ (round-half-up (/ (* a b) 3) 0.01) 1)");
  CHECK(expression("a rounded down to 1") == "(round-down a 1)");
  CHECK(expression("born + 3 months - 1 day") == "(--days (+-months born 3) 1)");
  CHECK(expression("full years from a + 1 to today") == "(years-between (+ a 1) today)");
  CHECK(expression("days from a to b") == "(days-between a b)");
  CHECK(expression("max(a, b + 1, when c then 1 else 2)") == "(call max a (+ b 1) (when c 1 2))");
  CHECK(expression("today") == "today");
  CHECK(expression("none") == "none");
  CHECK(expression("16.10.2") == "16.10.2");
}

TEST_CASE("words that are keywords elsewhere are names where nothing else could stand") {
  CHECK(condition("days >= 3 and full is rows and key is at") ==
        "(and (>= days 3) (is full rows) (is key at))");
  CHECK(condition("fact_a.rule.since is text") == "(is fact_a.rule.since text)");
}

TEST_CASE("conditions") {
  CHECK(condition("a and b and c") == "(and a b c)");
  CHECK(condition("a or (b and c) or d") == "(or a (and b c) d)");
  CHECK(condition("not a and not (b or c)") == "(and (not a) (not (or b c)))");
  CHECK(condition("a.b is not one of x, y, \"01\"") == "(is-not-one-of a.b x y \"01\")");
  CHECK(condition("a is none or b is not none") == "(or (is-none a) (is-not-none b))");
  CHECK(condition("a <= 1 and b >= 2 and c < 3 and d > 4") == "(and (<= a 1) (>= b 2) (< c 3) (> d 4))");
  CHECK(condition("a is not b and c starts with \"x\"") == "(and (is-not a b) (starts-with c \"x\"))");
  CHECK(condition("a >= 2025-05-26") == "(>= a 2025-05-26@20234)");
  CHECK(condition("always") == "always");
}

TEST_CASE("a line goes on after what leaves it open, and before what belongs to it") {
  CHECK(condition("a and\n\n  # comment\n    b") == "(and a b)");
  CHECK(condition("a\n    and b\n    and c") == "(and a b c)");
  CHECK(condition("a is one of x,\n    y") == "(is-one-of a x y)");
  CHECK(condition("(a\n    or b\n  )") == "(or a b)");
  CHECK(condition("a <=\n    b") == "(<= a b)");
  CHECK(expression("when a then 1\n  else when b\n  then 2\n  else 3") == "(when a 1 b 2 3)");
}

TEST_CASE("blocks") {
  CHECK(condition("at least 2 of\n    a\n    n \"l\" : none of\n      b\n    end otherwise \"o\"\n    c\n    "
                  "  cites s \"p\", t\n  end") ==
        "(at-least 2 [a] [n \"l\": (none-of [b]) otherwise \"o\"] [c (cites s \"p\") (cites t)])");
  CHECK(condition("any of\n    x :\n      a\n  end") == "(any-of [x: a])");
}

TEST_CASE("a rule with versions and exceptions") {
  const Parsed p(
      "rule r \"label\"\n  cites g \"p\"\n  until 2024-12-31 : not covered\n  since 2025-01-01 until "
      "2025-12-31 : all of\n"
      "    a\n  end otherwise \"o\"\n  since 2026-01-01 : never\n  unless x \"e\" : b\n    otherwise "
      "\"u\"\nend\n");
  CHECK(p.story() == "");
  CHECK(p.tree() ==
        "(rule r \"label\" (cites g \"p\")\n  (until 20088 not-covered [])\n  (since 20089 until 20453 "
        "[(all-of [a]) otherwise "
        "\"o\"])\n  (since 20454 [never])\n  (unless [x \"e\": b otherwise \"u\"]))\n");
}

TEST_CASE("a decision with all its parts") {
  const Parsed p(
      "decision d \"title\" : one of full, none\n  cites g\n  not covered if c : x\n  yes \"Yes {a.b}.\"\n  "
      "no \"No {{x}}.\"\n"
      "  when x then full else none\n  unless y\n  steps\n    \"One.\" when r\n    \"Two.\"\n  end\nend\n");
  CHECK(p.story() == "");
  CHECK(p.tree() ==
        "(decision d \"title\" : one-of full none yes \"Yes {a.b}.\" no \"No {x}.\" (cites g)\n  "
        "(not-covered-if [c: x])\n  "
        "([(when x full none)])\n  (unless [y])\n  (step \"One.\" when r)\n  (step \"Two.\"))\n");
}

TEST_CASE("facts, enums, groups, tables, sources, the header") {
  const Parsed p(
      "ruleset s \"S\"\n  languages en, fr\n  currency EUR\n  missing days roll back\nend\n"
      "source g \"G\"\n  publisher \"p\"\n  url \"u\"\n  checked 2026-11-23\nend\nuse \"x.eligo\"\n"
      "enum e \"E\"\n  a \"A\"\n  none\nend\ngroup h \"H\" of e\n  a,\n  none\nend\n"
      "fact id.kind \"K\" : whole from 1 to 20 or none private\n  ask \"q\"\n  can change by \"c\" cost 2\n  "
      "cites g\n"
      "fact f : one of a, none ask \"q\"\nfact y : yes or no\n"
      "table t \"T\" from \"t.csv\"\n  key code : text\n  name \"N\" : date or none\n  shown as name\n  "
      "cites g\nend\n"
      "table u\n  key code : version\n  rows\n    16.1, -2, 80 %, yes, none, a.b\n  end\nend\n"
      "presume id.kind is 3 cites g\n");
  CHECK(p.story() == "");
  CHECK(p.tree() ==
        "(ruleset s \"S\" language en language fr currency EUR roll-back)\n(source g \"G\" publisher \"p\" "
        "url \"u\" checked "
        "20780)\n(use \"x.eligo\")\n(enum e \"E\" (a \"A\") (none))\n(group h \"H\" of e a none)\n(fact "
        "id.kind \"K\" : whole "
        "from 1 to 20 or-none private ask \"q\" can-change-by \"c\" cost 2 (cites g))\n(fact f : one-of a "
        "none ask \"q\")\n(fact "
        "y : yes-or-no)\n(table t \"T\" from \"t.csv\"\n  (key code : text)\n  (name \"N\" : date or-none) "
        "shown-as name (cites "
        "g))\n(table u\n  (key code : version)\n  (row 16.1 (neg 2) 80 % yes none a.b))\n(presume id.kind 3 "
        "(cites g))\n");
}

TEST_CASE("amendments, and tests from a table") {
  const Parsed p(
      "amend rule r cites s\n  since 2025-05-26 : a\n  cites t \"p\"\n  since 2026-01-01 until 2026-12-31 : "
      "any of\n    "
      "n : b\n  end\nend\namend value v\n  since 2025-05-26 : not covered\nend\n"
      "amend decision d\n  since 2025-05-26 : when a then 1 else 2\nend\ntests from \"c.csv\"\n");
  CHECK(p.story() == "");
  CHECK(p.tree() ==
        "(amend rule r (cites s)\n  (since 20234 [a (cites t \"p\")])\n  (since 20454 until 20818 [(any-of "
        "[n: b])]))\n"
        "(amend value v\n  (since 20234 not-covered []))\n"
        "(amend decision d\n  (since 20234 [(when a 1 2)]))\n(tests-from \"c.csv\")\n");
}

TEST_CASE("tests and texts") {
  const Parsed p(
      "test \"t\" as of 2025-01-01 law of 2024-01-01\n  given everyone in \"u\", but a.b 3,\n    c one of "
      "(x, \"y\"), d from 1 to 2,\n"
      "    e to 4, f from 5\n  expect g undetermined because l, r/m@2025-01-01 needs a.b, c\n  expect h "
      "yes\nend\n"
      "texts fr\n  a \"A\"\n  a.none \"N\"\n  r/l@2025-01-01 otherwise \"o\"\n  g steps\n    \"1\"\n    "
      "\"2\"\n  end\n  c can change "
      "by \"x\"\nend\n");
  CHECK(p.story() == "");
  CHECK(p.tree() ==
        "(test \"t\" as-of 20089 law-of 19723 everyone-in \"u\"\n  (given a.b 3)\n  (given c one-of x "
        "\"y\")\n  (given d from 1 to "
        "2)\n  (given e to 4)\n  (given f from 5)\n  (expect g undetermined because l r/m@20089 needs a.b "
        "c)\n  (expect h "
        "yes))\n(texts fr\n  (a label \"A\")\n  (a.none label \"N\")\n  (r/l@20089 otherwise \"o\")\n  (g "
        "steps \"1\" \"2\")\n  (c "
        "can-change-by \"x\"))\n");
}

TEST_CASE("places: expressions, their operators, declarations, comments") {
  const Parsed p("# first\nrule r # second\n  (a + 1) * 2 >= b # third\nend # fourth\n");
  REQUIRE(p.said.empty());
  const auto& decl = p.ast.decls.at(0);
  CHECK(p.sources.view(decl.header) == "rule");
  CHECK(p.sources.view(decl.span) == "rule r # second\n  (a + 1) * 2 >= b # third\nend");
  const auto& line = std::get<grammar::RuleDecl>(decl.body).versions.at(0).body;
  CHECK(p.sources.view(line.span) == "(a + 1) * 2 >= b");
  const auto& compare = p.ast[line.condition];
  CHECK(p.sources.view(compare.span) == "(a + 1) * 2 >= b");
  CHECK(p.sources.view(compare.focus) == ">=");
  const auto& product = p.ast[p.ast.child(compare, 0)];
  CHECK(p.sources.view(product.span) == "(a + 1) * 2");
  CHECK(p.sources.view(p.ast[p.ast.child(product, 0)].span) == "a + 1");
  std::string comments;
  for (const auto& c : p.ast.comments) comments += p.sources.view(c);
  CHECK(comments == "# first# second# third# fourth");
  CHECK(p.ast.lost.empty());
}

TEST_CASE("children stand before their parents, and a walk meets every node once") {
  const Parsed p("rule r\n  all of\n    a is b and c\n    not d\n  end\nend\n");
  REQUIRE(p.said.empty());
  for (std::size_t i = 1; i < p.ast.exprs.size(); ++i)
    for (const auto child : grammar::children(p.ast, p.ast.exprs[i])) CHECK(child < i);
  std::size_t met = 0;
  grammar::visit(p.ast, std::get<grammar::RuleDecl>(p.ast.decls[0].body).versions[0].body.condition,
                 [&](grammar::ExprId, const grammar::Expr&) { ++met; });
  CHECK(met == p.ast.exprs.size() - 1);
  std::size_t lines = 0;
  grammar::visit_lines(p.ast, p.ast.decls[0], [&](const grammar::Line&) { ++lines; });
  CHECK(lines == 3);
}

TEST_CASE("a BOM, CRLF and a missing last line end change nothing") {
  const Parsed p("\xef\xbb\xbfrule r\r\n  a\r\nend");
  CHECK(p.story() == "");
  CHECK(p.tree() == "(rule r\n  ([a]))\n");
}

TEST_CASE("the bare grammar takes what the parser takes") {
  text::SourceSet sources;
  CHECK(grammar::matches(sources, sources.add("good", "rule r\n  a and (b or c)\nend\n")));
  CHECK_FALSE(grammar::matches(sources, sources.add("bad", "rule r\n  a and (b or c\nend\n")));
}

TEST_CASE("lists") {
  CHECK(condition("some m in household : m.age >= 18 and m.lives_here") ==
        "(some m in household (and (>= m.age 18) m.lives_here))");
  CHECK(condition("a and every m in household : b or c") == "(and a (every m in household (or b c)))");
  CHECK(condition("not (some m in household : m.works)") == "(not (some m in household m.works))");
  CHECK(condition("some m in a : some n in b : m.x is n.x") == "(some m in a (some n in b (is m.x n.x)))");
  CHECK(condition("some m in household : all of\n  m.a\n  n \"l\" : m.b\nend") ==
        "(some m in household (all-of [m.a] [n \"l\": m.b]))");
  CHECK(condition("count(m in household : m.age < 18) >= 2") ==
        "(>= (call count (each m in household (< m.age 18))) 2)");
  CHECK(expression("sum(m in household where m.works and m.adult : m.income * 2) + 1") ==
        "(+ (call sum (each m in household (and m.works m.adult) (* m.income 2))) 1)");
  CHECK(expression("max(m in household : m.income, 0)") == "(call max (each m in household m.income) 0)");
}

TEST_CASE("records, lists of them, and what a test tells of one") {
  const Parsed p(
      "record person \"a person\"\n"
      "  birth_date \"date of birth\" : date\n"
      "    ask \"When?\"\n"
      "  income : money from 0 private\n"
      "end\n"
      "fact household \"the household\" : list of person, at most 8\n"
      "  ask \"Who lives with you?\"\n"
      "test \"t\" as of 2025-01-01\n"
      "  given household [(birth_date 2000-01-01, income from 3),\n"
      "                   (income one of (1, 2)), ()], a yes\n"
      "  expect d yes because r/l[2][1]@2025-01-01 needs household[1].income, household\n"
      "end\n");
  CHECK(p.story() == "");
  CHECK(p.tree() ==
        "(record person \"a person\"\n"
        "  (fact birth_date \"date of birth\" : date ask \"When?\")\n"
        "  (fact income : money from 0 private))\n"
        "(fact household \"the household\" : list of person at-most 8 ask \"Who lives with you?\")\n"
        "(test \"t\" as-of 20089\n"
        "  (given household\n"
        "  (member\n"
        "  (given birth_date 2000-01-01@10957)\n"
        "  (given income from 3))\n"
        "  (member\n"
        "  (given income one-of 1 2))\n"
        "  (member))\n"
        "  (given a yes)\n"
        "  (expect d yes because r/l[2][1]@20089 needs household[1].income household))\n");
}
