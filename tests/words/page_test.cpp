// SPDX-License-Identifier: MIT
// Owns the cases of the page: wrapping by display width, lists, characters that must not reach a terminal.
#include <catch2/catch.hpp>

#include "interpreter/words/layout.hpp"

using namespace eligo::words;

namespace {

std::vector<std::string> lines(const std::string& page) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t end = page.find('\n', at);
    REQUIRE(end != std::string::npos);
    out.push_back(page.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::string paragraph(const std::string& text) {
  Page page;
  page.paragraph(text);
  return page.take();
}

std::string repeated(const std::string& what, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += what;
  return out;
}

}  // namespace

TEST_CASE("a line holds one hundred columns and no more") {
  const std::string fits = repeated("abcde ", 16) + "abcd";  // 100
  CHECK(lines(paragraph(fits)) == std::vector<std::string>{fits});
  CHECK(lines(paragraph(fits + "e")) == std::vector<std::string>{repeated("abcde ", 15) + "abcde", "abcde"});
}

TEST_CASE("width counts columns, not bytes") {
  CHECK(display_width("é") == 1);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("日本") == 4);
  CHECK(display_width("\u00A0") == 1);
  CHECK(display_width("🙂") == 2);
  CHECK(display_width("") == 0);
  const std::string accents = repeated("éàüöé ", 16) + "éàüö";
  CHECK(lines(paragraph(accents)).size() == 1);
}

TEST_CASE("a line is not broken at a no-break space") {
  const std::string text = repeated("abcde ", 16) + "318,50\u00A0€";
  CHECK(lines(paragraph(text)).back() == "318,50\u00A0€");
}

TEST_CASE("a line is not broken between a number and what it counts, but between numbers") {
  const std::string begin = repeated("abcde ", 16);
  CHECK(lines(paragraph(begin + "29 February")).back() == "29 February");
  CHECK(lines(paragraph(begin + "a 16 ans")).back() == "16 ans");
  CHECK(lines(paragraph(begin + "123 456")).back() == "456");
  CHECK(lines(paragraph(begin + "a 9, then")).back() == "then");
}

TEST_CASE("a line is not broken before French double punctuation, nor inside its quotation marks") {
  const std::string begin = repeated("abcde ", 16);
  CHECK(lines(paragraph(begin + "abc ?")).back() == "abc ?");
  CHECK(lines(paragraph(begin + "abc : x")).back() == "abc : x");
  CHECK(lines(paragraph(begin + "« a » b")).back() == "« a » b");
  CHECK(lines(paragraph(begin + "a ?")).size() == 1);
  CHECK(lines(paragraph(repeated("abcde ", 15) + "abcdef ab ?x")).back() == "?x");
}

TEST_CASE("items hang") {
  Page page;
  page.paragraph("Why:");
  page.item(repeated("abcdefghi ", 10) + "end");
  page.below_item("below");
  page.gap();
  page.numbered(10, repeated("abcdefghi ", 10));
  CHECK(page.take() ==
        "Why:\n"
        "- abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi\n"
        "  abcdefghi end\n"
        "  below\n"
        "\n"
        "10. abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi abcdefghi\n"
        "    abcdefghi\n");
}

TEST_CASE("a word wider than the page is cut, between characters") {
  const std::vector<std::string> cut = lines(paragraph(repeated("é", 250)));
  REQUIRE(cut.size() == 3);
  CHECK(cut[0] == repeated("é", 100));
  CHECK(cut[2] == repeated("é", 50));
  const std::vector<std::string> wide = lines(paragraph("x" + repeated("日", 60)));
  REQUIRE(wide.size() == 2);
  CHECK(wide[0] == "x" + repeated("日", 49));
}

TEST_CASE("blanks are single, and never at an end of a line") {
  CHECK(paragraph("  a   b  ") == "a b\n");
  CHECK(paragraph("") == "\n");
}

TEST_CASE("no control character reaches the page") {
  CHECK(clean("a\tb\r\nc") == "a b  c");
  CHECK(clean("\x1b[31m") == "\uFFFD[31m");
  CHECK(clean("\u009B31m\u202Ex\u2066") == "\uFFFD31m\uFFFDx\uFFFD");
  CHECK(clean(std::string("a\0b", 3)) == "a\uFFFDb");
  CHECK(clean("a\u200Bb\uFEFF\u00ADc\u3164") == "a\uFFFDb\uFFFD\uFFFDc\uFFFD");
  CHECK(clean("❤\uFE0F 👩\u200D🚀 a\u200D") == "❤\uFE0F 👩\u200D🚀 a\uFFFD");
  CHECK(clean("bad \xC3( \xFF") == "bad \uFFFD( \uFFFD");
  CHECK(clean("l’été, 日本 🙂") == "l’été, 日本 🙂");
}
