// SPDX-License-Identifier: MIT
// Checks beyond their own examples: borders, and what they must leave alone.
#include "tests/lint/looked.hpp"

namespace eligo {
namespace {

/// Places and messages of one check: `line "underlined" message`.
std::string of(const std::string& code, const std::string& text, const Date& day = {2025, 6, 1}) {
  const std::string whole = text + "ruleset x\n  currency EUR\nend\n";
  std::string out;
  for (const Diagnostic& each : lint::run(*tests::compiled(whole).program, tests::on(day)))
    if (each.code == code)
      out += std::to_string(each.place.line) + " \"" +
             whole.substr(each.place.begin, each.place.end - each.place.begin) + "\" " + each.message + "\n";
  return out;
}

const std::string some_facts =
    "fact a : yes or no\nfact b : yes or no\nfact day : date or none\nfact kind : one of p, q, none\n";

std::string rule(const std::string& body) {
  return some_facts + "rule r\n  " + body + "\nend\ndecision d\n  r\nend\n";
}

TEST_CASE("what ends is told from its day on, what ends soon so many months before it") {
  const std::string text = some_facts +
                           "value v : whole\n  until 2025-12-31 : 5\n  since 2026-01-01 : not "
                           "covered\nend\ndecision d\n  v > 3\nend\n";
  const std::string ends =
      "7 \"since 2026-01-01\" the value `v` ends soon: from 2026-01-01 on it is not covered\n";
  CHECK(of("expiry/soon", text, {2025, 7, 1}) == "");
  CHECK(of("expiry/soon", text, {2025, 7, 2}) == ends);
  CHECK(of("expiry/soon", text, {2025, 12, 31}) == ends);
  CHECK(of("expiry/ended", text, {2025, 12, 31}) == "");
  CHECK(of("expiry/soon", text, {2026, 1, 1}) == "");
  CHECK(of("expiry/ended", text, {2026, 1, 1}) ==
        "7 \"since 2026-01-01\" the value `v` has ended: since 2026-01-01 it is not covered\n");
}

TEST_CASE("what has a version again has not ended") {
  const std::string text = some_facts +
                           "rule r\n  until 2024-12-31 : a\n  since 2025-01-01 until 2025-03-31 : never\n  "
                           "since 2025-04-01 : b\nend\ndecision d\n  r\nend\n";
  CHECK(of("expiry/ended", text) == "");
  CHECK(of("expiry/soon", text, {2024, 12, 1}) == "");
}

TEST_CASE("a condition that lapses, and an obstacle that does") {
  const std::string always = "  until 2024-12-31 : a\n  since 2025-01-01 : always\nend\n";
  const std::string never = "  until 2024-12-31 : a\n  since 2025-01-01 : never\nend\n";
  const std::string said =
      "from 2025-01-01 on `r` keeps nobody out of `d`, and no source is cited for that\n";
  CHECK(of("expiry/widening", some_facts + "rule r\n" + always + "decision d\n  r and b\nend\n") ==
        "7 \"always\" " + said);
  CHECK(of("expiry/widening", some_facts + "rule r\n" + always + "decision d\n  b\n  unless r\nend\n") == "");
  CHECK(of("expiry/widening", some_facts + "rule r\n" + never + "decision d\n  b\n  unless r\nend\n") ==
        "7 \"never\" " + said);
  CHECK(of("expiry/widening",
           some_facts + "rule r\n" + never + "decision d\n  none of\n    x : r\n    y : b\n  end\nend\n") ==
        "7 \"never\" " + said);
  CHECK(of("expiry/widening", some_facts + "rule r\n" + never + "decision d\n  b and not r\nend\n") ==
        "7 \"never\" " + said);
  CHECK(of("expiry/widening", some_facts + "rule r\n" + never + "decision d\n  r or b\nend\n") == "");
}

TEST_CASE("a lapse is left alone where it comes first, is explained, or the decision ends too") {
  CHECK(of("expiry/widening",
           some_facts +
               "rule r\n  until 2024-12-31 : always\n  since 2025-01-01 : a\nend\ndecision d\n  r\nend\n") ==
        "");
  CHECK(of("expiry/widening", some_facts + "source s \"S\"\nend\nrule r\n  until 2024-12-31 : a\n  since "
                                           "2025-01-01 : always\n    cites s\nend\ndecision d\n  r\nend\n") ==
        "");
  CHECK(of("expiry/widening", some_facts + "source s \"S\"\nend\nrule r\n  a\nend\namend rule r\n  cites s\n "
                                           " since 2025-01-01 : always\nend\ndecision d\n  r\nend\n") == "");
  CHECK(of("expiry/widening",
           some_facts + "rule r\n  until 2024-12-31 : a\n  since 2025-01-01 : always\nend\ndecision d\n  "
                        "until 2024-12-31 : r\n  since 2025-01-01 : not covered\nend\n") == "");
}

TEST_CASE("a condition lapses unnoticed only while somebody may still get something") {
  const auto widened = [](const std::string& value, const std::string& decision) {
    return of("expiry/widening",
              some_facts +
                  "fact n : whole\nrule r\n  until 2024-12-31 : a\n  since 2025-01-01 : always\nend\n" +
                  value + "decision d" + decision + "end\n");
  };
  const std::string said =
      "8 \"always\" from 2025-01-01 on `r` keeps nobody out of `d`, and no source is cited for that\n";
  const auto ceiling = [](const std::string& gap) {
    return "value v : whole\n  until 2024-12-31 : 5\n  " + gap + "end\n";
  };
  const std::string below = "\n  r and n < v\n";
  CHECK(widened(ceiling("since 2025-01-01 : not covered\n"), below) == "");
  CHECK(widened(ceiling("since 2025-01-01 : 6\n"), below) == said);
  // A day on which it goes on is enough: before what ends, in a gap, after it.
  CHECK(widened(ceiling("since 2025-01-01 until 2025-01-01 : 6\n  since 2025-01-02 : not covered\n"),
                below) == said);
  CHECK(widened(ceiling("since 2025-01-01 until 2025-06-30 : not covered\n  since 2025-07-01 : 7\n"),
                below) == said);
  // Nobody gets a yes any more.
  const std::string ended = "rule s\n  until 2024-12-31 : b\n  since 2025-01-01 : never\nend\n";
  CHECK(widened(ended, "\n  r and s\n") == "");
  CHECK(widened(ended, "\n  r or s\n") == said);
}

TEST_CASE("values without labels: those that people can see, and that are words") {
  const auto found = [](const std::string& declared, const std::string& asked,
                        const std::string& header = "") {
    return of("text/unlabelled", declared + "decision d\n  " + asked + "\nend\n" + header);
  };
  const std::string one_lacks = "enum e\n  first_one \"1st\"\n  second_one\nend\n";
  const std::string said =
      "3 \"second_one\" people read `second one`: `second_one` has no label, and other values of `e` have "
      "one\n";
  CHECK(found(one_lacks + "fact f : e\n", "f is first_one") == said);
  CHECK(found(one_lacks + "fact f : e\nfact g : yes or no\n", "g") == "");  // nothing asks it
  CHECK(found(one_lacks + "record p\n  f : e\nend\nfact l : list of p, at most 3\n",
              "some m in l : m.f is first_one") == said);
  CHECK(found(one_lacks +
                  "table t\n  key k : text\n  f : e\n  rows\n    \"A\", first_one\n  end\nend\nfact k : t\n",
              "k.f is first_one") == said);
  CHECK(of("text/unlabelled",
           one_lacks +
               "fact g : yes or no\ndecision d : e\n  when g then first_one\n  else second_one\nend\n") ==
        said);
  // None has one: that is well in one language.
  const std::string none_has = "enum e\n  B2\n  third_one\nend\nfact f : e\n";
  CHECK(found(none_has, "f is B2") == "");
  CHECK(found("enum e\n  B2\n  C3\nend\nfact f : e\n", "f is B2") == "");
}

TEST_CASE("values without labels in rules of several languages") {
  const auto found = [](const std::string& languages, const std::string& rules) {
    std::string out;
    const std::string whole = "ruleset x\n  languages " + languages + "\nend\n" + rules;
    for (const Diagnostic& each : lint::run(*tests::compiled(whole).program, tests::on({2025, 6, 1})))
      if (each.code == "text/unlabelled")
        out += std::to_string(each.place.line) + " " + each.message + " | " + each.help.at(0) + "\n";
    return out;
  };
  const std::string decision = "decision d\n  f is B2\nend\n";
  const std::string none_has = "enum e\n  B2\n  third_one\nend\nfact f : e\n" + decision;
  CHECK(found("en", none_has) == "");
  CHECK(found("en, fr", none_has) ==
        "6 people read `third one` in `fr` too: values without labels are not translated | write its label "
        "behind it, as in "
        "`third_one \"third one\"`, and `e.third_one \"…\"` into the texts of `fr`\n");
  CHECK(found("en, fr, de", none_has).find("in `fr` and `de` too") != std::string::npos);
  CHECK(found("en, fr", "enum e\n  B2\n  C3\nend\nfact f : e\n" + decision) == "");
  CHECK(found("en, fr", "fact f : one of B2, third_one\n" + decision) ==
        "4 people read `third one` in `fr` too: values without labels are not translated | declare an enum "
        "with a label for "
        "each value: those of `one of` have none\n");
}

TEST_CASE("two negations in every form") {
  const std::string said = " two negations: say what is, not what is not otherwise\n";
  CHECK(of("style/double_negation", rule("not (not a)")) == "6 \"not (not a)\"" + said);
  CHECK(of("style/double_negation", rule("not (kind is not p)")) == "6 \"not (kind is not p)\"" + said);
  CHECK(of("style/double_negation", rule("not (kind is not one of p, q)")) ==
        "6 \"not (kind is not one of p, q)\"" + said);
  CHECK(of("style/double_negation", rule("not (day is not none)")) == "6 \"not (day is not none)\"" + said);
  CHECK(of("style/double_negation", rule("not a or kind is not p")) == "");
  CHECK(of("style/double_negation", rule("not (a or kind is not p)")) == "");
}

TEST_CASE("`not` over none looks as far as `and` and `or` reach") {
  const std::string said = " `day` may be none: then this comparison is no, and `not` of it is yes\n";
  CHECK(of("style/not_over_none", rule("not (day > today)")) == "6 \"day > today\"" + said);
  CHECK(of("style/not_over_none", rule("not (a or today < day)")) == "6 \"today < day\"" + said);
  CHECK(of("style/not_over_none", rule("not (day is none)")) == "");
  CHECK(of("style/not_over_none", rule("day > today and not a")) == "");
}

TEST_CASE(
    "a block of one line is left alone where its line has a name, a message or a source, and where it "
    "negates") {
  CHECK(of("style/one_line_block", rule("all of\n    x : a\n  end")) == "");
  CHECK(of("style/one_line_block", rule("none of\n    a\n  end")) == "");
  CHECK(of("style/one_line_block", "source s \"S\"\nend\n" + rule("any of\n    a\n      cites s\n  end")) ==
        "");
  CHECK(of("style/one_line_block", rule("any of\n    a\n  end")) ==
        "6 \"any of\" a block of one line is that line\n");
}

TEST_CASE("names: what others gave is left alone") {
  CHECK(of("style/naming",
           "enum e\n  FR \"France\"\nend\ntable t\n  key CODE : text\n  rows\n    \"A\"\n  end\nend\n" +
               rule("a")) == "");
  CHECK(of("style/naming",
           some_facts +
               "rule oldEnough\n  all of\n    X : a\n    b\n  end\nend\ndecision d\n  oldEnough\nend\n") ==
        "5 \"oldEnough\" expected a name in small letters, found `oldEnough`\n"
        "7 \"X\" expected a name in small letters, found `X`\n");
}

TEST_CASE("a name whose condition is the line below: only where that stands no deeper") {
  const auto block = [](const std::string& lines) {
    return of("style/condition_below", some_facts + "decision d\n  all of\n" + lines + "  end\nend\n");
  };
  CHECK(block("    a :\n    b\n") ==
        "7 \"a\" the condition of `a` stands on the next line, as a line of its own would\n");
  CHECK(block("    a :\n  b\n") ==
        "7 \"a\" the condition of `a` stands on the next line, as a line of its own would\n");
  CHECK(block("    a :\n      b\n") == "");
  CHECK(block("    a : b\n    b\n") == "");
  CHECK(block("    a \"A\" :\n     b\n") == "");
}

TEST_CASE("figures: 0 and 1 have no name, values are names, months are none of them") {
  const std::string n = "fact n : whole\n";
  CHECK(of("style/number",
           n + "value v : whole\n  42\nend\ndecision d\n  n > 0 and n is not 1 and n < v\nend\n") == "");
  CHECK(of("style/number", some_facts + "decision d\n  day >= today - 5 days\nend\n") == "");
  CHECK(of("style/number", n + "decision d\n  n > 2 and 40 > n\nend\n") ==
        "3 \"2\" the figure `2` has no name\n3 \"40\" the figure `40` has no name\n");
}

TEST_CASE("sources: a rule that only joins others needs none, one that cites at a line has one") {
  const std::string start = "source s \"S\"\n  checked 2025-05-01\nend\n" + some_facts;
  CHECK(of("source/uncited",
           start +
               "rule r\n  cites s\n  a and b\nend\nrule other\n  all of\n    r\n    x : b or a\n      cites "
               "s\n  end\nend\nrule both\n  r and other\nend\ndecision d\n  both\nend\n") == "");
  CHECK(of("source/uncited", start + "rule r\n  until 2024-12-31 : a or b\n    cites s\n  since 2025-01-01 : "
                                     "a and b\nend\ndecision d\n  r\nend\n") ==
        "11 \"since 2025-01-01\" no source is cited for the rule `r`\n");
}

TEST_CASE("translations: each text of each language, steps and versions too") {
  const std::string text =
      "ruleset x \"X\"\n  languages en, fr, de\nend\nfact a \"A\" : yes or no\nrule r\n  until 2024-12-31 : "
      "always\n"
      "  since 2025-01-01 : a\n    otherwise \"Because.\"\nend\ndecision d\n  yes \"Yes.\"\n  r\n  steps\n   "
      " \"One.\"\n    \"Two.\"\n  end\nend\n"
      "texts fr\n  x                      \"X\"\n  a                      \"A\"\n  r otherwise \"Parce "
      "que.\"\n  d yes \"Oui.\"\n"
      "  d steps\n    \"Un.\"\n    \"Deux.\"\n  end\nend\n"
      "texts de\n  x \"X\"\n  a \"A\"\n  d yes \"Ja.\"\nend\n";
  std::string out;
  for (const Diagnostic& each : lint::run(*tests::compiled(text).program, tests::on({2025, 6, 1})))
    if (each.code == "text/untranslated")
      out += std::to_string(each.place.line) + " " + each.message + "; " + each.help.at(0) + "\n";
  CHECK(out ==
        "8 this text is not there in the language `de`; add it to `texts de`: `r/a otherwise \"…\"`\n"
        "14 this text is not there in the language `de`; add it to `texts de`: in `d steps`, a line for each "
        "step in this order, then `end`\n"
        "15 this text is not there in the language `de`; add it to `texts de`: in `d steps`, a line for each "
        "step in this order, then `end`\n");
}

TEST_CASE("translations: a language in which nothing is written is one finding") {
  const std::string text =
      "ruleset x \"X\"\n  languages en, fr, de\nend\nfact a \"A\" : yes or no\n  ask \"A?\"\ndecision d\n  "
      "a\nend\n"
      "texts de\n  x \"X\"\n  a \"A\"\nend\n";
  std::string out;
  for (const Diagnostic& each : lint::run(*tests::compiled(text).program, tests::on({2025, 6, 1})))
    if (each.code == "text/untranslated")
      out += std::to_string(each.place.line) + ":" + std::to_string(each.place.column) + " " + each.message +
             "; " + each.help.at(0) + "\n";
  CHECK(out ==
        "2:17 none of the 3 texts is there in the language `fr`; write them in `texts fr`, one a line, or "
        "leave the "
        "language out\n"
        "5:7 this text is not there in the language `de`; add it to `texts de`: `a ask \"…\"`\n");
}

TEST_CASE("translations: of two things of one name neither can be added as it is") {
  const std::string text =
      "ruleset x \"X\"\n  languages en, fr\nend\nenum kind \"kind\"\n  big\n  small\nend\n"
      "fact kind \"your kind\" : kind\ndecision d\n  kind is big\nend\ntexts fr\n  x \"X\"\nend\n";
  std::string out;
  for (const Diagnostic& each : lint::run(*tests::compiled(text).program, tests::on({2025, 6, 1})))
    if (each.code == "text/untranslated")
      out += std::to_string(each.place.line) + " " + each.help.at(0) + "\n";
  const std::string help =
      " two things that have a label are called `kind`: give one of them another name, then add it to `texts "
      "fr`\n";
  CHECK(out == "4" + help + "8" + help);
}

}  // namespace
}  // namespace eligo
