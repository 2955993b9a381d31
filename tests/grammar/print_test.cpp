// SPDX-License-Identifier: MIT
// Owns the layout of each construct (tests/cases/layout: a text, and beside it the same text laid out), what is left
// alone, and that the proof sees a changed meaning.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "grammar/print.hpp"
#include "grammar/same.hpp"
#include "tests/grammar/parsed.hpp"
#include "tests/support/contents.hpp"

using namespace eligo;
using namespace eligo::tests;

namespace {

std::vector<std::filesystem::path> rule_files(const char* folder) {
  std::vector<std::filesystem::path> out;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(ELIGO_SOURCE_DIR + std::string(folder)))
    if (entry.path().extension() == ".eligo") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

std::string laid_out(const std::string& text) {
  text::SourceSet sources;
  const grammar::Printed printed = grammar::print_proved(sources, sources.add("t.eligo", text), Limits{});
  return printed.text.value_or("left alone");
}

bool same(const std::string& a, const std::string& b) {
  text::SourceSet sources;
  text::Names names;
  grammar::Ast one, other;
  REQUIRE(grammar::parse(sources, sources.add("a.eligo", a), names, Limits{}, one).empty());
  REQUIRE(grammar::parse(sources, sources.add("b.eligo", b), names, Limits{}, other).empty());
  return grammar::same_meaning(one, other, sources);
}

}  // namespace

TEST_CASE("each construct has its layout") {
  std::size_t pairs = 0;
  for (const auto& path : rule_files("/tests/cases/layout")) {
    INFO(path.filename().string());
    std::filesystem::path beside = path;
    const std::string wanted = contents(beside.replace_extension(".laid_out"));
    CHECK(laid_out(contents(path)) == wanted);
    CHECK(laid_out(wanted) == wanted);
    ++pairs;
  }
  CHECK(pairs >= 13);
}

TEST_CASE("the rules of this repository are laid out") {
  for (const auto& path : rule_files("/rules")) {
    INFO(path.string());
    const std::string text = contents(path);
    CHECK(laid_out(text) == text);
  }
}

TEST_CASE("line ends are made one kind, and the last line gets one") {
  CHECK(laid_out("\xef\xbb\xbfuse \"a\"\r\nuse  \"b\"") == "use \"a\"\nuse \"b\"\n");
  CHECK(laid_out("use \"a\"\ruse \"b\"\r\r\r# c \t") == "use \"a\"\nuse \"b\"\n\n# c\n");
  CHECK(laid_out("") == "");
  CHECK(laid_out("\n\n  \n") == "");
  CHECK(laid_out("# only this") == "# only this\n");
}

TEST_CASE("letters are left as they came, composed or not") {
  const std::string text = "use \"e\xcc\x81 \xc3\xa9\"  # e\xcc\x81\n";
  CHECK(laid_out(text) == text);
}

TEST_CASE("columns count characters, not bytes") {
  CHECK(laid_out("texts fr\n  a \"é\" # x\n  b \"ee\" # y\nend\n") ==
        "texts fr\n  a \"é\"   # x\n  b \"ee\"  # y\nend\n");
}

TEST_CASE("a text with mistakes is left alone") {
  CHECK(laid_out("rule r\n  a ==  b\nend\n") == "left alone");
  CHECK(laid_out("rule r\n  a\n") == "left alone");
  CHECK(laid_out("\xff") == "left alone");
}

TEST_CASE("the proof sees every change of meaning") {
  const std::string text = "rule r\n  cites a \"1\"\n  x and y  # c\nend\nvalue v : whole\n  1 + 80 %\nend\n";
  CHECK(same(text, text));
  CHECK(same(text, "rule r cites a \"1\" # c \n x\n and (y)\nend\nvalue v : whole\n  1 + 80%\nend\n"));
  const std::pair<const char*, const char*> changes[] = {{"and", "or"},
                                                         {"y", "z"},
                                                         {"rule r", "rule s"},
                                                         {"\"1\"", "\"2\""},
                                                         {"# c", "# d"},
                                                         {"  # c", ""},
                                                         {"+", "-"},
                                                         {"80", "8"},
                                                         {" %", ""},
                                                         {"whole", "money"},
                                                         {"  cites a \"1\"\n", ""}};
  for (const auto& [from, to] : changes) {
    INFO(from << " becomes " << to);
    std::string other = text;
    other.replace(other.find(from), std::string_view(from).size(), to);
    CHECK_FALSE(same(text, other));
  }
  CHECK_FALSE(same("value v : whole\n  a - (b - c)\nend\n", "value v : whole\n  a - b - c\nend\n"));
  CHECK_FALSE(same("enum e\n  a \"x\"\n  b\nend\n", "enum e\n  a\n  b \"x\"\nend\n"));
}
