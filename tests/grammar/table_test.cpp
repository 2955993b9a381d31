// SPDX-License-Identifier: MIT
// Owns the proof that CSV is read as RFC 4180 has it, with the place of every cell.
#include <catch2/catch.hpp>

#include "grammar/table.hpp"

using namespace eligo;

namespace {

struct Read {
  explicit Read(std::string bytes, const Limits& limits = {})
      : id(sources.add("t.csv", std::move(bytes))), csv(grammar::read_csv(sources, id, limits)) {}
  text::SourceSet sources;
  text::SourceId id;
  grammar::CsvRead csv;

  // [a|b] a line; a quoted cell stands in its quotes.
  [[nodiscard]] std::string cells() const {
    std::string out = row(csv.table.header);
    for (const auto& r : csv.table.rows) out += row(r);
    return out;
  }
  [[nodiscard]] std::string story() const {
    std::string out;
    for (const auto& d : csv.said)
      out += std::to_string(sources.position(id, d.span.begin).line) + ": " +
             std::string(text::info(d.code).name) + " <" + std::string(sources.view(d.span)) + "> " +
             d.message + "\n";
    return out;
  }

 private:
  static std::string row(const std::vector<grammar::CsvCell>& cells) {
    std::string out = "[";
    for (std::size_t i = 0; i < cells.size(); ++i)
      out += (i != 0 ? "|" : "") + (cells[i].quoted ? "'" + cells[i].value + "'" : cells[i].value);
    return out + "]";
  }
};

}  // namespace

TEST_CASE("cells, quotes and line ends of a CSV") {
  CHECK(Read("a,b\n1,2\n").cells() == "[a|b][1|2]");
  CHECK(Read("a,b\r\n1,2").cells() == "[a|b][1|2]");
  CHECK(Read("a,b\r1,2\r").cells() == "[a|b][1|2]");
  CHECK(Read("\xef\xbb\xbf"
             "a\n1\n")
            .cells() == "[a][1]");
  CHECK(Read("a\n\"x, \"\"y\"\"\"\n").cells() == "[a]['x, \"y\"']");
  CHECK(Read("a,b\n\"one\ntwo\",3\n").cells() == "[a|b]['one\ntwo'|3]");
  CHECK(Read("a,b\n ,\n,\n").cells() == "[a|b][ |][|]");
  CHECK(Read("a\n\"\"\n").cells() == "[a]['']");
  CHECK(Read("a\n1\n\n").cells() == "[a][1]");
  CHECK(Read("a\n1\n\r\n\n").cells() == "[a][1]");
  CHECK(Read("a\n\n1\n").cells() == "[a][][1]");
  CHECK(Read("a,b\n1\n1,2,3\n").cells() == "[a|b][1][1|2|3]");
  CHECK(Read("").cells() == "[]");
}

TEST_CASE("the place of a cell is what was written") {
  const Read r("a,\"b\"\n12,\"x\"\"y\"\n");
  CHECK(r.sources.view(r.csv.table.header[1].span) == "\"b\"");
  CHECK(r.sources.view(r.csv.table.rows[0][0].span) == "12");
  CHECK(r.sources.view(r.csv.table.rows[0][1].span) == "\"x\"\"y\"");
  CHECK(r.csv.table.rows[0][1].value == "x\"y");
}

TEST_CASE("mistakes in a CSV are said once a row, and the rest is read") {
  const Read open("a,b\n\"1,2\n3,4\n");
  CHECK(open.story() ==
        "2: table/unterminated_quote <\"1,2> expected a closing `\"` for this cell, found the end of the "
        "file\n");
  CHECK(open.cells() == "[a|b]['1,2'][3|4]");
  const Read after("a,b\n\"1\" x,2\n");
  CHECK(after.story() ==
        "2: table/text_after_quote < x> expected `,` or the end of the line after the closing quote, found ` "
        "x`\n");
  CHECK(after.cells() == "[a|b]['1'|2]");
  const Read bare("a\nx\"y\"\n");
  CHECK(bare.story() == "2: table/bare_quote <\"> expected a cell without quotes, found a `\"` inside it\n");
  CHECK(bare.cells() == "[a][x\"y\"]");
  Limits limits;
  limits.table_rows = 1;
  CHECK(Read("a\n1\n2\n", limits).story() ==
        "3: limit/table_rows <2> expected at most 1 rows in a table, found more (limit `table_rows`)\n");
  CHECK(Read("a\n\xff\n").story() ==
        "2: encoding/utf8 <\xff> expected text in UTF-8, found a byte that is none\n");
  CHECK(Read("a\n\xff\n").cells() == "[]");
}
