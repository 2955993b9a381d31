// SPDX-License-Identifier: MIT
// Figures that read as others: in rules, in tables, in CSV files.
#include "tests/lint/looked.hpp"

namespace eligo {
namespace {

/// Places and messages of one check: `file:line:column message`.
std::string figures(const std::string& code, const std::string& rules,
                    const std::string& csv = "key,amount,share\na,1,1 %\n", const std::string& used = "") {
  MemoryImporter files;
  files.add("x.eligo", "ruleset x\n  currency EUR\nend\n" + rules);
  if (rules.find("t.csv") != std::string::npos) files.add("t.csv", csv);
  if (!used.empty()) files.add("shared/used.eligo", used);
  const Compiled made = compile(files, "x.eligo");
  for (const Diagnostic& each : made.diagnostics) FAIL_CHECK(each.place.line << ": " << each.message);
  REQUIRE(made.program != nullptr);
  std::string out;
  for (const Diagnostic& each : lint::run(*made.program, tests::on({2025, 6, 1})))
    if (each.code == code)
      out += each.place.file + ":" + std::to_string(each.place.line) + ":" +
             std::to_string(each.place.column) + " " + each.message + "\n";
  return out;
}

TEST_CASE("letters that were read in another encoding: once a file, in rules and in tables") {
  constexpr const char* garbled = "text/garbled";
  const std::string table = "table t from \"t.csv\"\n  key key : text\n  name : text\nend\nfact k : t\n";
  const auto rules = [](const std::string& label) {
    return "fact n \"" + label + "\" : yes or no\ndecision d\n  n\nend\n";
  };
  CHECK(figures(garbled, rules("âge « majorité » à l’été, Œuvre, Noël, ça, Ã, Â, SÃO, 5 Âµ ou Å“")) ==
        "x.eligo:4:80 `Âµ` looks like `µ`, read in another encoding\n");
  CHECK(figures(garbled, rules("lâ€™Ã©tÃ©")) ==
        "x.eligo:4:9 `lâ€™Ã©tÃ©` looks like `l’été`, read in another encoding\n");
  CHECK(figures(garbled, rules("Å“uvre, Ã\u00a0 lâ€™Ã©tÃ©")) ==
        "x.eligo:4:9 `Å“uvre` looks like `œuvre`, read in another encoding\n");
  CHECK(figures(garbled, table + rules("a") + "", "key,name\na,La RÃ©union\nb,CÃ´te d'Or\n") ==
        "t.csv:2:6 `RÃ©union` looks like `Réunion`, read in another encoding\n");
  CHECK(figures(garbled, "use \"shared/used.eligo\"\n" + rules("a"), "", "fact m \"Ã©tÃ©\" : yes or no\n") ==
        "");
}

TEST_CASE("blanks at an end of a text: once a column, in CSV tables and in rows of the rule file") {
  constexpr const char* blank = "style/blank_in_cell";
  const std::string table =
      "table t from \"t.csv\"\n  key key : text\n  name : text\n  note : text or none\nend\nfact k : "
      "t\ndecision d\n  "
      "k is \"a\"\nend\n";
  CHECK(
      figures(blank, table, "key,name,note\na,Ain ,\nb,\" Aisne\",x\nc,Allier\u00a0,\nd,Ardennes,\" \"\n") ==
      "t.csv:2:3 there is a blank after `Ain`, which is a part of the text\n"
      "t.csv:5:12 the text is nothing but blanks\n");
  CHECK(figures(blank, table, "key,name,note\na,\" Ain\t\",\nb,Val d'Oise,\n") ==
        "t.csv:2:3 there is a blank before and after `Ain`, which is a part of the text\n");
  CHECK(figures(blank,
                "table t\n  key key : text\n  name : text\n  rows\n    \"a\", \" b\"\n    \"c\", \"d\"\n  "
                "end\nend\n"
                "fact k : t\ndecision d\n  k is \"a\"\nend\n") ==
        "x.eligo:8:10 there is a blank before `b`, which is a part of the text\n");
}

constexpr const char* thousands = "style/point_between_thousands";
constexpr const char* percent = "style/missing_percent";

std::string below_money(const std::string& figure) {
  return "fact n : money\ndecision d\n  n < " + figure + "\nend\n";
}

std::string below_decimal(const std::string& figure) {
  return "fact n : decimal\ndecision d\n  n < " + figure + "\nend\n";
}

const std::string csv_table =
    "table t from \"t.csv\"\n  key key : text\n  amount : money\n  share : decimal\nend\nfact k : "
    "t\ndecision d : money\n  k.amount * "
    "k.share\nend\n";

TEST_CASE("thousands: three digits behind the point, of amounts whatever they are") {
  CHECK(figures(thousands, below_money("15.800")) ==
        "x.eligo:6:7 the point of `15.800` stands before parts of one, not between thousands\n");
  CHECK(figures(thousands, below_money("-15.801")) ==
        "x.eligo:6:8 the point of `15.801` stands before parts of one, not between thousands\n");
  CHECK(figures(thousands, below_decimal("250.000")) ==
        "x.eligo:6:7 the point of `250.000` stands before parts of one, not between thousands\n");
  for (const char* const plain : {"0.125", "15.80", "15.8000", "1500.800", "15800", "0.500"}) {
    CHECK(figures(thousands, below_money(plain)) == "");
    CHECK(figures(thousands, below_decimal(plain)) == "");
  }
  CHECK(figures(thousands, below_decimal("1.125")) == "");
}

TEST_CASE("thousands: in tables, tests and facts, not in what is used") {
  CHECK(figures(thousands, csv_table, "key,share,amount\na,1 %,\"1.250\"\nb,2 %,-3.000\n") ==
        "t.csv:2:7 the point of `1.250` stands before parts of one, not between thousands\n"
        "t.csv:3:7 the point of `3.000` stands before parts of one, not between thousands\n");
  CHECK(figures(thousands,
                below_money("5") + "test \"t\" as of 2025-01-01\n  given n 1.200\n  expect d yes\nend\n") ==
        "x.eligo:9:11 the point of `1.200` stands before parts of one, not between thousands\n");
  CHECK(figures(thousands, "use \"shared/used.eligo\"\n" + below_money("v"), "key,amount,share\na,1,1 %\n",
                "value v : money\n  1.200\nend\n") == "");
}

TEST_CASE("percentages: versions and cases of one value, and the cells of one column") {
  CHECK(figures(percent,
                "fact n : decimal\nvalue v : decimal\n  when n < 1 then 10 % else when n < 2 then 20 else "
                "0.3\nend\ndecision d\n  v < "
                "n\nend\n") == "x.eligo:6:45 `20` is 2000 %, among percentages\n");
  CHECK(figures(percent, csv_table, "key,amount,share\na,1,1 %\nb,85,85.5\nc,2,0.9\nd,3,1\n") ==
        "t.csv:3:6 `85.5` is 8550 %, among percentages\n");
  CHECK(figures(percent,
                "table t\n  key key : text\n  share : decimal\n  rows\n    \"a\", 5 %\n    \"b\", 6\n  "
                "end\nend\nfact k : t\ndecision d "
                ": decimal\n  k.share\nend\n") == "x.eligo:9:10 `6` is 600 %, among percentages\n");
}

TEST_CASE("percentages: what is calculated with one, and figures beside none, are left alone") {
  CHECK(figures(percent,
                "fact n : decimal\nvalue v : decimal\n  until 2024-12-31 : 80 %\n  since 2025-01-01 : 85 * 1 "
                "%\nend\ndecision d\n  v < "
                "n\nend\n") == "");
  CHECK(figures(percent, below_decimal("85") +
                             "value v : decimal\n  85\nend\nvalue w : decimal\n  80 %\nend\n") == "");
  CHECK(figures(percent, csv_table, "key,amount,share\na,1,1\nb,85,85.5\n") == "");
}

}  // namespace
}  // namespace eligo
