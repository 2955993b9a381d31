// SPDX-License-Identifier: MIT
// Owns the tests of which files are rules by their names, and of what is said of those that nearly are.
#include <catch2/catch.hpp>

#include "interpreter/host/load.hpp"
#include "interpreter/include/eligo/eligo.hpp"
#include "tests/host/loaded.hpp"

namespace eligo::host {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

const std::string rules = "ruleset x\nend\n";

std::string told(Importer& importer, const std::string& name) {
  return said(load(importer, name, {}));
}

std::string told_of(const Files& files, const std::string& name) {
  MemoryImporter memory;
  for (const auto& [file, bytes] : files) memory.add(file, bytes);
  return told(memory, name);
}

TEST_CASE("what has nearly the name of a rule file is told of, also of a folder that is used") {
  const Files files = {{"a/r.eligo", rules + "use \"b\"\nuse \"c\"\n"},
                       {"a/.ELIGO", "?"},
                       {"a/.x.eligo.txt", "?"},
                       {"a/X.ELIGO", "?"},
                       {"a/.eligo", "?"},
                       {"b/l.eligo", ""},
                       {"b/m.Eligo", "?"},
                       {"c/r.eligo", rules},
                       {"c/m.Eligo", "?"}};
  CHECK(told_of(files, "a") ==
        "a:1:1 [] host/other_ending: `a/X.ELIGO` is not read: its name ends in `.ELIGO` | name it "
        "`X.eligo`\n"
        "a/r.eligo:3:5 [\"b\"] host/other_ending: `b/m.Eligo` is not read: its name ends in `.Eligo` | name "
        "it `m.eligo`\n");
  class Strange final : public Importer {
   public:
    std::optional<std::string> read(const std::string&, std::string&) noexcept override { return rules; }
    std::optional<std::vector<std::string>> list(const std::string& folder) noexcept override {
      if (folder != "r") return std::nullopt;
      return std::vector<std::string>{"co:lon.eligo", "a.eligo", "tab\t.ELIGO", "back\\slash.eligo",
                                      "x:y.csv"};
    }
  } strange;
  const std::string help = " | give it another name, such as `rules.eligo`\n";
  CHECK(
      told(strange, "r") ==
      "r:1:1 [] host/other_ending: `r/back\\slash.eligo` is not read: its parts are separated by `/`, not by "
      "a backslash" +
          help + "r:1:1 [] host/other_ending: `r/co:lon.eligo` is not read: it holds a colon" + help +
          "r:1:1 [] host/other_ending: `r/tab␉.ELIGO` is not read: it holds a control character" + help);
}

TEST_CASE("a hidden file is nobody's rules, also where it is named") {
  const std::string why = ": files whose names begin with a dot are nobody's rules\n";
  const Files files = {{"r/.h.eligo", "?"}, {"r/r.eligo", rules}, {"s/.h.eligo", "?"}};
  CHECK(told_of(files, "r/.h.eligo") ==
        "r/.h.eligo:1:1 [] host/no_rules: expected a rule file, found `r/.h.eligo`" + why);
  CHECK(told_of({{"t.eligo", rules + "use \"s/.h.eligo\"\n"}, {"s/.h.eligo", "?"}}, "") ==
        "t.eligo:3:5 [\"s/.h.eligo\"] host/no_such_file: expected a rule file, found `s/.h.eligo`" + why);
  CHECK(FolderImporter::naming(".h.eligo").is_read == false);
  CHECK(FolderImporter::naming(".h.eligo").why.empty());
  CHECK(FolderImporter::naming("a.eligo").is_read);
  CHECK(FolderImporter::naming("a.ELIGO").why == "its name ends in `.ELIGO`");
  CHECK(FolderImporter::naming("a.ELIGO").help == "name it `a.eligo`");
  CHECK_FALSE(FolderImporter::naming(".eligo").is_read);
  CHECK_FALSE(FolderImporter::naming("a/b.eligo").is_read);
}

TEST_CASE("a table that was saved as a spreadsheet is named") {
  CHECK(
      told_of({{"a/r.eligo", rules + "table t from \"towns.csv\"\n  key k : text\nend\n"},
               {"a/towns.xlsx", "PK"}},
              "a") ==
      "a/r.eligo:3:14 [\"towns.csv\"] host/no_such_file: there is no file `a/towns.csv` | `towns.xlsx` is a "
      "spreadsheet: save it as CSV, in UTF-8\n");
}

TEST_CASE("a CSV file in the folder of a ruleset that nothing names is told of") {
  const std::string table = "table t from \"t.csv\"\n  key k : text\nend\n";
  const Files files = {{"a/r.eligo", rules + table + "use \"b/l.eligo\"\ntests from \"cases.csv\"\n"},
                       {"a/t.csv", "k\n1\n"},
                       {"a/t (1).csv", "k\n1\n"},
                       {"a/cases.csv", "test\n"},
                       {"a/cases2.csv", ""},
                       {"a/.old.csv", ""},
                       {"a/more/t.csv", ""},
                       {"b/l.eligo", ""},
                       {"b/more.csv", ""}};
  const std::string help = " | name it in one, or move it to another folder\n";
  CHECK(told_of(files, "a") ==
        "a:1:1 [] host/unread_table: `a/cases2.csv` is not read: no table and no `tests from` names it" +
            help +
            "a:1:1 [] host/unread_table: `a/t (1).csv` is not read: no table and no `tests from` names it" +
            help);
  // What a file with a mistake names, nobody knows; nor what a file alone does not name.
  CHECK(told_of({{"a/r.eligo", rules + "table t form \"t.csv\"\nend\n"}, {"a/t.csv", ""}}, "a")
            .find("unread_table") == std::string::npos);
  CHECK(told_of({{"b/l.eligo", ""}, {"b/t.csv", ""}}, "b/l.eligo") == "");
}

}  // namespace
}  // namespace eligo::host
