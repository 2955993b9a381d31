// SPDX-License-Identifier: MIT
// Mending: what is written, what is refused, and what counts as the same meaning.
#include "tools/lint/fix.hpp"
#include <memory>
#include <utility>

#include "tests/lint/looked.hpp"
#include "tools/lint/meaning.hpp"

namespace eligo {
namespace {

lint::Mended mended(const std::string& text) {
  MemoryImporter files;
  files.add("x.eligo", text);
  return lint::mend(files, "x.eligo", tests::on({2025, 6, 1}));
}

std::string rules(const std::string& condition) {
  return "ruleset x\nend\nfact age : whole from 0 to 120\nfact pet : yes or no\nfact day : date or "
         "none\nrule r\n  " +
         condition + "\nend\ndecision card\n  r and age > 5 and day is none and not pet\nend\n";
}

std::string meaning(const std::string& text) {
  return lint::meaning_of(*tests::compiled(text).program);
}

TEST_CASE("several fixes in one file, some inside others, until nothing is left") {
  const lint::Mended made = mended(
      rules("at least 1 of\n    all of\n      not (not pet)\n    end\n    pet or not (age is not 3)\n  end"));
  CHECK(made.refused.empty());
  REQUIRE(made.files.size() == 1);
  CHECK(made.files[0].second == rules("any of\n    pet\n    pet or age is 3\n  end"));
  CHECK(made.applied == 4);
}

TEST_CASE("a comment inside a block of one line stays, and so does the block") {
  const std::string text = rules("all of\n    pet  # a dog, mostly\n  end");
  CHECK(mended(text).files.empty());
  CHECK(tests::said(text) == "7: style/one_line_block \"all of\" a block of one line is that line\n");
}

TEST_CASE("the layout is left alone, and so is everything else") {
  const lint::Mended made =
      mended(rules("    at  least   1   of\n        age < 3  # young\n        pet\n  end"));
  REQUIRE(made.files.size() == 1);
  CHECK(made.files[0].second == rules("    any of\n        age < 3  # young\n        pet\n  end"));
}

TEST_CASE("line ends and a byte order mark stay as they are") {
  std::string text = "\xEF\xBB\xBF" + rules("at least 1 of\n    age < 3\n    pet\n  end");
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.insert(at, "\r");
  std::string wanted = text;
  wanted.replace(wanted.find("at least 1 of"), 13, "any of");
  const lint::Mended made = mended(text);
  REQUIRE(made.files.size() == 1);
  CHECK(made.files[0].second == wanted);
}

/// A finding, once, whose fix writes something else in place of the first `from`.
lint::Find wrong_fix(const std::string& text, const std::string& from, const std::string& to) {
  return [=, told = std::make_shared<bool>(false)](const Program&) {
    if (std::exchange(*told, true)) return std::vector<Diagnostic>{};
    Diagnostic d;
    d.code = "style/wrong";
    d.place.file = "x.eligo";
    d.place.begin = static_cast<std::uint32_t>(text.find(from));
    d.place.end = static_cast<std::uint32_t>(d.place.begin + from.size());
    d.place.line = 7;
    d.fixes = {{"write `" + to + "`", {{d.place, to}}}};
    return std::vector<Diagnostic>{d};
  };
}

TEST_CASE("a fix that would change the meaning is refused, and nothing is written") {
  const std::string text = rules("age < 18 and pet");
  MemoryImporter files;
  files.add("x.eligo", text);
  for (const auto& [from, to] :
       std::vector<std::pair<std::string, std::string>>{{"age < 18 and pet", "age < 18 or pet"},
                                                        {"age < 18", "age <= 18"},
                                                        {"decision card", "decision card \"a card\""},
                                                        {"fact pet", "fact dog"},
                                                        {"age < 18 and pet", "age < "}}) {
    const lint::Mended made = lint::mend(files, "x.eligo", wrong_fix(text, from, to));
    CHECK(made.files.empty());
    CHECK(made.applied == 0);
    CHECK(made.refused == std::vector<std::string>{"x.eligo:7: write `" + to + "`"});
  }
  const lint::Mended made = lint::mend(files, "x.eligo", wrong_fix(text, "age < 18", "age <= 17"));
  CHECK(made.refused.empty());
  CHECK(made.applied == 1);
  REQUIRE(made.files.size() == 1);
  CHECK(made.files[0].second == rules("age <= 17 and pet"));
}

TEST_CASE("a waiver that is taken out leaves the line ends as they are") {
  const std::string text =
      "ruleset x\r\nend\r\nfact a : yes or no\r\n# lint: allow unused/rule because of old\r\ndecision d\r\n  "
      "a  # lint: allow unused/rule because of old\r\nend\r\n";
  const lint::Mended made = mended(text);
  REQUIRE(made.files.size() == 1);
  CHECK(made.files[0].second == "ruleset x\r\nend\r\nfact a : yes or no\r\ndecision d\r\n  a\r\nend\r\n");
}

TEST_CASE("what only differs in spelling means the same") {
  CHECK(meaning(rules("age >= 18")) == meaning(rules("age > 17")));
  CHECK(meaning(rules("any of\n    age < 3\n    pet\n  end")) ==
        meaning(rules("at least 1 of\n    age < 3\n    pet\n  end")));
  CHECK(meaning(rules("not (not pet)")) == meaning(rules("pet")));
  CHECK(meaning(rules("all of\n    pet\n  end")) == meaning(rules("pet  # a dog")));
}

TEST_CASE("what differs in meaning, or in what people read, is told apart") {
  const std::string same = meaning(rules("age >= 18"));
  CHECK(meaning(rules("age > 18")) != same);
  CHECK(meaning(rules("age >= 18 or pet")) != same);
  CHECK(meaning(rules("at least 2 of\n    age < 3\n    pet\n  end")) !=
        meaning(rules("any of\n    age < 3\n    pet\n  end")));
  CHECK(meaning(rules("not (day >= today)")) != meaning(rules("day < today")));
  CHECK(meaning(rules("pet")) != meaning(rules("not pet")));
  std::string label = rules("age >= 18");
  CHECK(meaning(label.replace(label.find("fact pet"), 8, "fact pet \"a pet\"")) != same);
}

}  // namespace
}  // namespace eligo
