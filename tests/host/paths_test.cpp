// SPDX-License-Identifier: MIT
// Owns the tests of logical names and of how foreign texts are shown.
#include "interpreter/host/paths.hpp"

#include <catch2/catch.hpp>

#include "interpreter/host/shown.hpp"

namespace eligo::host {
namespace {

std::string name_of(std::string_view path) {
  std::string why;
  const auto name = logical_name(path, why);
  return name ? "= " + *name : why;
}

TEST_CASE("every spelling of a file has one logical name") {
  CHECK(name_of("a/b.eligo") == "= a/b.eligo");
  CHECK(name_of("./a/./b.eligo") == "= a/b.eligo");
  CHECK(name_of("a//b.eligo") == "= a/b.eligo");
  CHECK(name_of("a/b/") == "= a/b");
  CHECK(name_of("") == "= ");
  CHECK(name_of(".") == "= ");
  CHECK(name_of("a/...") == "= a/...");
  CHECK(name_of("pièces/à côté.csv") == "= pièces/à côté.csv");
}

TEST_CASE("what leads elsewhere is no logical name") {
  const std::string out = "it leads out of its folder (`..`)";
  for (const char* path : {"..", "../x", "a/../../x", "a/..", "a/../b", "./.."}) CHECK(name_of(path) == out);
  CHECK(name_of("/etc/passwd") == "it starts with `/`");
  CHECK(name_of("//host/share") == "it starts with `/`");
  CHECK(name_of("\\\\host\\share") == "its parts are separated by `/`, not by a backslash");
  CHECK(name_of("a\\..\\b") == "its parts are separated by `/`, not by a backslash");
  CHECK(name_of("C:/rules") == "it starts with a drive letter");
  CHECK(name_of("c:rules") == "it starts with a drive letter");
  CHECK(name_of("file:///etc/passwd") == "it is an address, and only files are read");
  CHECK(name_of("https://example.org/x.eligo") == "it is an address, and only files are read");
  CHECK(name_of("a.eligo:stream") == "it holds a colon");
  CHECK(name_of(std::string_view("a\0b", 3)) == "it holds a NUL character");
  CHECK(name_of("a\nb") == "it holds a control character");
  CHECK(name_of("a\x7f") == "it holds a control character");
}

TEST_CASE("names are taken apart and put together") {
  CHECK(folder_of("a/b/c.eligo") == "a/b");
  CHECK(base_of("a/b/c.eligo") == "c.eligo");
  CHECK(folder_of("c.eligo").empty());
  CHECK(base_of("c.eligo") == "c.eligo");
  CHECK(join("", "c") == "c");
  CHECK(join("a", "") == "a");
  CHECK(join("a/b", "c") == "a/b/c");
  CHECK(is_rule_file("a.eligo"));
  CHECK_FALSE(is_rule_file(".eligo"));
  CHECK_FALSE(is_rule_file("eligo"));
  CHECK_FALSE(is_rule_file("a.eligo.bak"));
  CHECK_FALSE(is_rule_file("a.ELIGO"));
}

TEST_CASE("foreign texts are shown on one line and act on nothing") {
  CHECK(visible("é “x” 😀") == "é “x” 😀");
  CHECK(visible(std::string_view("a\0\n\x1b\x7f", 5)) == "a␀␊␛␡");
  CHECK(visible("\xC2\x9B"
                "31m \xE2\x80\xAE \xE2\x81\xA6 \xE2\x80\x8F \xD8\x9C \xE2\x80\xA8") ==
        "<U+009B>31m <U+202E> <U+2066> <U+200F> <U+061C> <U+2028>");
  CHECK(visible("a\u200Bb\uFEFF\u00ADc\u3164\U000E0041") == "a<U+200B>b<U+FEFF><U+00AD>c<U+3164><U+E0041>");
  CHECK(visible("❤\uFE0F 👩\u200D🚀 a\u200Db") == "❤\uFE0F 👩\u200D🚀 a<U+200D>b");
  CHECK(visible("caf\xE9!") == "caf\uFFFD!");
  CHECK(visible("\xC2\xA0\xE2\x80\x94") == "\xC2\xA0—");
  CHECK(shortly(std::string(40, 'x')) == std::string(40, 'x'));
  CHECK(shortly(std::string(41, 'x')) == std::string(40, 'x') + "…");
  CHECK(shortly("") == "");
}

}  // namespace
}  // namespace eligo::host
