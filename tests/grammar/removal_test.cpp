// SPDX-License-Identifier: MIT
// Owns the promise about one mistake: whatever one end, quote, colon, comma or keyword is removed from a
// correct file, one thing is said, on that line or on the next one that is not empty; or else what remains is
// correct too.
#include <algorithm>
#include <catch2/catch.hpp>
#include <iostream>
#include <map>

#include "tests/grammar/parsed.hpp"
#include "tests/grammar/removal.hpp"
#include "tests/support/amount.hpp"
#include "tests/support/contents.hpp"

using namespace eligo::tests;

TEST_CASE("removing one end, quote, colon, comma or keyword says one thing, there") {
  const std::uint64_t sparse = amount("ELIGO_SLIPS", 1);
  std::uint64_t tried = 0;
  std::size_t one = 0;
  std::map<std::string, std::size_t> valid;  // what was removed -> how often a correct file remained
  for (const auto& path : files_of_sweeps()) {
    const std::string text = contents(path);
    REQUIRE(Parsed(text).story() == "");
    for (const Removal& removal : removals(text)) {
      if (tried++ % sparse != 0) continue;
      const Outcome outcome = remove(text, removal);
      if (outcome.after == After::wrong) FAIL_CHECK(path.filename().string() << " " << outcome.story);
      if (outcome.after == After::valid) ++valid[removal.what];
      if (outcome.after == After::one) ++one;
    }
  }
  std::size_t remained = 0;
  std::cout << "removals: " << one << " said once; a correct file remained after";
  for (const auto& [what, count] : valid) {
    std::cout << " `" << what << "` (" << count << ")";
    remained += count;
  }
  std::cout << "\n";
  CHECK(one > 500 / sparse);
  // These say another thing when they are gone, and no other word may join them.
  const std::vector<std::string> may_go = {
      "not", "key", "private", "half",      "months", "days", "years", "day", "month", "year", "from", "to",
      "ask", "yes", "no",      "otherwise", "cites",  "and",  "or",    ",",   "none",  "can",  "amend"};
  for (const auto& entry : valid) {
    INFO(entry.first);
    CHECK(std::find(may_go.begin(), may_go.end(), entry.first) != may_go.end());
  }
  CHECK(remained * 8 < one);
}

TEST_CASE("five mistakes are said five times, each once") {
  const Parsed p(
      "desicion d \"x\"\n  yes \"Yes.\"\n  all of\n    a == 1\n    b is \"open\n  end\n  steps\n    Install "
      "it.\n  end\nend\n"
      "fact f text\n");
  CHECK(
      p.story() ==
      "1: syntax/unknown_word <desicion> expected a declaration such as `rule`, `fact` or `decision`, found "
      "`desicion`\n"
      "4: syntax/foreign <==> expected `is`, found `==`\n"
      "5: syntax/unterminated_text <\"open> expected a closing `\"` on this line, found the end of the line\n"
      "8: syntax/unquoted_text <Install it.> expected a text in straight quotes, found `Install it.`\n"
      "11: syntax/expected <text> expected `:` and a type, found `text`\n");
}

TEST_CASE("an end that is forgotten at the end of the file is said there") {
  CHECK(Parsed("rule r\n  a\n").story() ==
        "3: syntax/missing_end <> `rule r` has no `end`: expected it here\n");
  CHECK(Parsed("rule r\n  a\n\n# last\n").story() ==
        "4: syntax/missing_end <> `rule r` has no `end`: expected it here\n");
  CHECK(Parsed("rule r\n  any of\n    a\n    all of\n      b\n").story() ==
        "6: syntax/missing_end <> `all of` has no `end`: expected it here\n"
        "6: syntax/missing_end <> `any of` has no `end`: expected it here\n"
        "6: syntax/missing_end <> `rule r` has no `end`: expected it here\n");
}

TEST_CASE(
    "a declaration with a mistake is marked, its neighbours are not, and what was passed over is known") {
  const Parsed p("rule a\n  b c\nend\nfoo bar\n  baz\nrule d\n  e\nend\n");
  CHECK(p.said.size() == 2);
  REQUIRE(p.ast.decls.size() == 2);
  CHECK(p.ast.decls[0].broken);
  CHECK_FALSE(p.ast.decls[1].broken);
  REQUIRE(p.ast.lost.size() == 1);
  CHECK(p.sources.view(p.ast.lost[0]) == "foo bar\n  baz\n");
}

TEST_CASE("fixes mend what they are offered for") {
  for (const char* broken :
       {"rule r\n  a == 1\nend\n", "rule r\n  a && b\nend\n",
        "rule r\n  all of\n    a\nend\nrule s\n  b\nend\n", "desicion r\n  a\nend\n",
        "use \"x\nrule r\n  a\nend\n", "fact rule : text\n",
        "value v : money\n  when a then 1\n  elif b then 2\n  else 3\nend\n", "RULE r\n  a\nend\n",
        "rule r\n  a\nedn\n", "rule r\n  at lest 2 of\n    a\n    b\n  end\nend\n",
        "rule r\n  at least two of\n    a\n    b\n  end\nend\n", "rule r\n  allof\n    a\n  end\nend\n",
        "rule r\n  !a\nend\n", "decision d \"a \"big\" \\\"one\\\"\"\n  a\nend\n",
        "fact f : text\n  ask Why?\n"}) {
    const Parsed p{std::string(broken)};
    REQUIRE(p.said.size() == 1);
    REQUIRE(p.said[0].fixes.size() == 1);
    std::string mended = broken;
    auto edits = p.said[0].fixes[0].edits;
    std::sort(edits.begin(), edits.end(),
              [](const auto& x, const auto& y) { return x.span.begin > y.span.begin; });
    for (const auto& e : edits) mended.replace(e.span.begin, e.span.size(), e.replacement);
    INFO(mended);
    CHECK(Parsed(mended).story() == "");
  }
}
