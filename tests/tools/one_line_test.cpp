// SPDX-License-Identifier: MIT
// Conditions of several lines on one.
#include <catch2/catch.hpp>

#include "tools/diff/one_line.hpp"

namespace eligo::tests {
namespace {

using diff::on_one_line;

TEST_CASE("a block on one line has commas between its lines") {
  CHECK(on_one_line("any of\n    by_video\n    by_app # since May\nend") == "any of by_video, by_app");
  CHECK(on_one_line("at least 2 of\r\n  a\r\n  # b\r\n\r\n  c >=\r\n    3\r\n  d\r\nend") ==
        "at least 2 of a, c >= 3, d");
  CHECK(on_one_line("all of\n  name : country is one of FR,\n    BE\n  paid\nend") ==
        "all of name : country is one of FR, BE, paid");
}

TEST_CASE("what holds a block, or is none, only loses what is too much between its words") {
  CHECK(on_one_line("all of\n  a\n  any of\n    b\n    c\n  end\nend") == "all of a any of b c end end");
  CHECK(on_one_line("a  and\n\tb # so\n or c") == "a and b or c");
  CHECK(on_one_line("town is \"a # \\\" b\" # a town") == "town is \"a # \\\" b\"");
  CHECK(on_one_line("  ") == "");
}

}  // namespace
}  // namespace eligo::tests
