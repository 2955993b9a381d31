// SPDX-License-Identifier: MIT
// Owns the tests of which files make a ruleset, and of what is said where one is missing.
#include "interpreter/host/load.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/host/loaded.hpp"
#include "tests/host/tree.hpp"

namespace eligo::host {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

const std::string header = "ruleset x\nend\n";

/// Remembers what was asked for, so that a test can say that nothing was read twice or needlessly.
class Recorder final : public Importer {
 public:
  explicit Recorder(const Files& files) {
    for (const auto& [name, bytes] : files) memory_.add(name, bytes);
  }
  std::optional<std::string> read(const std::string& name, std::string& why) noexcept override {
    reads.push_back(name);
    return memory_.read(name, why);
  }
  std::optional<std::vector<std::string>> list(const std::string& folder) noexcept override {
    lists.push_back(folder);
    if (!can_list) return std::nullopt;
    return memory_.list(folder);
  }
  std::vector<std::string> reads, lists;
  bool can_list = true;

 private:
  MemoryImporter memory_;
};

Loaded load_from(const Files& files, const std::string& name, const Limits& limits = {}) {
  Recorder importer(files);
  return load(importer, name, limits);
}

TEST_CASE("a folder is read in the order of names, without what lies below it") {
  const Files files = {{"r/b.eligo", "enum b\n  x\nend\n"},
                       {"r/a.eligo", header},
                       {"r/a.fr.eligo", "texts fr\nend\n"},
                       {"r/notes.txt", "?"},
                       {"r/.hidden.eligo", "?"},
                       {"r/.#a.eligo", "?"},
                       {"r/sub/c.eligo", "?"},
                       {"z.eligo", "?"}};
  for (const char* name : {"r", "r/", "./r", "r/b.eligo", "r//a.fr.eligo"}) {
    const Loaded loaded = load_from(files, name);
    INFO(name);
    CHECK(units(loaded) == "r/a.eligo r/a.fr.eligo r/b.eligo");
    CHECK(said(loaded) == "");
    CHECK(loaded.sources->size() == 3);
    CHECK(loaded.ast->decls.size() == 3);
  }
  CHECK(units(load_from({{"a.eligo", header}}, "")) == "a.eligo");
  CHECK(units(load_from({{"a.eligo", header}}, ".")) == "a.eligo");
}

TEST_CASE("a file of no ruleset stands for itself and its translations") {
  const Files files = {{"shared/a.eligo", ""},
                       {"shared/b.eligo", "# ruleset x\n"},
                       {"shared/b.fr.eligo", ""},
                       {"shared/b.de.at.eligo", ""},
                       {"shared/bc.eligo", ""}};
  CHECK(units(load_from(files, "shared/b.eligo")) == "shared/b.eligo shared/b.de.at.eligo shared/b.fr.eligo");
  CHECK(units(load_from(files, "shared")) ==
        "shared/a.eligo shared/b.de.at.eligo shared/b.eligo shared/b.fr.eligo shared/bc.eligo");
  // Two headers are the folder's error; the file that was asked for does not choose one.
  CHECK(units(load_from(
            {{"a.eligo", header}, {"b.eligo", "\xEF\xBB\xBF\truleset y\r\nend\r\n"}, {"c.eligo", ""}},
            "c.eligo")) == "a.eligo b.eligo c.eligo");
}

TEST_CASE("use brings a file with its translations, or a folder, each file once") {
  const Files files = {
      {"r/r.eligo",
       header +
           "use \"shared/countries.eligo\"\nuse \"lib\"\nuse \"./shared//countries.eligo\"\nuse \"lib/\"\n"},
      {"shared/countries.eligo", "enum country\n  FR\nend\n"},
      {"shared/countries.fr.eligo", "texts fr\nend\n"},
      {"shared/other.eligo", "?"},
      {"lib/a.eligo", "use \"base.eligo\"\nuse \"shared/countries.eligo\"\n"},
      {"lib/b.eligo", "use \"base.eligo\"\nuse \"lib/a.eligo\"\n"},
      {"base.eligo", "use \"lib\"\nuse \"r/r.eligo\"\n"},
  };
  Recorder importer(files);
  const Loaded loaded = load(importer, "r", {});
  CHECK(said(loaded) == "");
  CHECK(units(loaded) ==
        "r/r.eligo shared/countries.eligo* shared/countries.fr.eligo* lib/a.eligo* lib/b.eligo* base.eligo*");
  std::sort(importer.reads.begin(), importer.reads.end());
  CHECK(std::unique(importer.reads.begin(), importer.reads.end()) == importer.reads.end());
  std::sort(importer.lists.begin(), importer.lists.end());
  CHECK(std::unique(importer.lists.begin(), importer.lists.end()) == importer.lists.end());
}

TEST_CASE("use of one file of a ruleset means its folder") {
  const Files files = {{"r/r.eligo", header + "use \"q/facts.eligo\"\n"},
                       {"q/facts.eligo", "fact a : whole\n"},
                       {"q/q.eligo", "ruleset q\nend\n"}};
  CHECK(units(load_from(files, "r")) == "r/r.eligo q/facts.eligo* q/q.eligo*");
}

TEST_CASE("a missing file is told at its place, with what was meant") {
  const auto one = [](const std::string& path, const Files& others) {
    Files files = {{"r/r.eligo", header + "use \"" + path + "\"\n"}};
    files.insert(files.end(), others.begin(), others.end());
    return said(load_from(files, "r"));
  };
  const Files shared = {{"shared/countries.eligo", ""}};
  const auto at = [](const std::string& path) {
    return "r/r.eligo:3:5 [\"" + path + "\"] host/no_such_file: ";
  };
  CHECK(one("shared/countris.eligo", shared) ==
        at("shared/countris.eligo") +
            "there is no file or folder `shared/countris.eligo` | did you mean `shared/countries.eligo`?\n");
  CHECK(one("shared/countries", shared) ==
        at("shared/countries") +
            "there is no file or folder `shared/countries` | did you mean `shared/countries.eligo`?\n");
  CHECK(one("shard/countries.eligo", shared) ==
        at("shard/countries.eligo") + "there is no file or folder `shard/countries.eligo`\n");
  CHECK(one("more.eligo", {{"r/more.eligo", ""}}) ==
        at("more.eligo") +
            "there is no file or folder `more.eligo` | the paths of `use` start at the root | did you mean "
            "`r/more.eligo`?\n");
  CHECK(one("r/list.csv", {{"r/list.csv", ""}}) ==
        at("r/list.csv") + "expected a rule file (`.eligo`) or a folder, found `r/list.csv`\n");
  CHECK(one("empty", {{"empty/x.txt", ""}}) ==
        "r/r.eligo:3:5 [\"empty\"] host/no_rules: the folder `empty` holds no rule file | "
        "the files of a ruleset stand directly in its folder, with names that end in `.eligo`\n");
}

TEST_CASE("no path leads out of the root") {
  const auto one = [](const std::string& path) {
    return said(load_from({{"r/r.eligo", header + "use \"" + path + "\"\n"}}, "r"));
  };
  const std::string help = " | the paths of `use` start at the root, and `/` stands between its parts\n";
  const auto refused = [&](const std::string& path, const std::string& shown, const std::string& why) {
    return "r/r.eligo:3:5 [\"" + path + "\"] host/path: expected a path below the root, found `" + shown +
           "`: " + why + help;
  };
  CHECK(one("../x.eligo") == refused("../x.eligo", "../x.eligo", "it leads out of its folder (`..`)"));
  CHECK(one("a/../../x.eligo") ==
        refused("a/../../x.eligo", "a/../../x.eligo", "it leads out of its folder (`..`)"));
  CHECK(one("/etc/passwd") == refused("/etc/passwd", "/etc/passwd", "it starts with `/`"));
  CHECK(one("\\\\\\\\host\\\\share") == refused("\\\\\\\\host\\\\share", "\\\\host\\share",
                                                "its parts are separated by `/`, not by a backslash"));
  CHECK(one("C:/x.eligo") == refused("C:/x.eligo", "C:/x.eligo", "it starts with a drive letter"));
  CHECK(one("file:///x.eligo") ==
        refused("file:///x.eligo", "file:///x.eligo", "it is an address, and only files are read"));
  CHECK(one("") == refused("", "", "it is empty"));
  CHECK(one("a/{age}.eligo") == "");  // the checker refuses placeholders
}

TEST_CASE("it is known that something could not be read") {
  const auto is_incomplete = [](const std::string& path) {
    return load_from(
               {{"r/r.eligo", header + "use \"" + path + "\"\n"}, {"a/a.eligo", header}, {"b/b.csv", ""}},
               "r")
        .incomplete;
  };
  CHECK_FALSE(is_incomplete("a"));
  CHECK_FALSE(is_incomplete("a/a.eligo"));
  for (const char* path : {"", "../a", "c", "b", "b/b.csv", "a/c.eligo", "a/{age}"})
    CHECK(is_incomplete(path));
}

TEST_CASE(
    "a name that is refused where it is declared is not told again in other files, and no file is read "
    "twice") {
  const std::string uses =
      "rule r\n  any of\n    AND\n    kind is null and not AND\n    kind is one of null, other\n  end\nend\n"
      "test \"t\" as of 2025-01-01\n  given AND yes, kind null\n  expect d yes\nend\n";
  Recorder files({{"a/a.eligo", header + "use \"shared/kinds.eligo\"\n" + uses},
                  {"a/z.eligo", "fact AND : yes or no\nfact kind : kinds\n"},
                  {"a/zz.eligo", "table t from \"t.csv\"\n  key a : text\nend\n"},
                  {"a/t.csv", "a\nx\n"},
                  {"shared/kinds.eligo", "enum kinds\n  null\n  other\nend\n"}});
  const Loaded loaded = load(files, "a", {});
  CHECK(units(loaded) == "a/a.eligo a/z.eligo a/zz.eligo shared/kinds.eligo*");
  CHECK(tables(loaded) == "a/t.csv");
  CHECK(
      said(loaded) ==
      "a/z.eligo:1:6 [AND] syntax/reserved_word: `AND` cannot be a name: where it is used it is read as `and`"
      " | choose another name, such as `AND_`\n"
      "shared/kinds.eligo:2:3 [null] syntax/reserved_word: `null` cannot be a name: where it is used it is "
      "read as `none`"
      " | choose another name, such as `null_`\n");
  std::vector<std::string> once = files.reads;
  std::sort(once.begin(), once.end());
  CHECK(std::adjacent_find(once.begin(), once.end()) == once.end());
  CHECK(once.size() == 5);
}

TEST_CASE("the path of a table starts at its file") {
  const auto table = [](const std::string& name, const std::string& path) {
    return "table " + name + " from \"" + path + "\"\n  key code : text\nend\n";
  };
  const Files files = {
      {"r/r.eligo", header + table("a", "a.csv") + "use \"lib/l.eligo\"\n" + table("b", "./sub//a.csv")},
      {"r/a.csv", "code\n1\n"},
      {"r/sub/a.csv", "code\n2\n"},
      {"lib/l.eligo", table("c", "a.csv") + table("d", "a.csv")},
      {"lib/a.csv", "code\n3\n"}};
  const Loaded loaded = load_from(files, "r");
  CHECK(said(loaded) == "");
  CHECK(tables(loaded) == "r/a.csv r/sub/a.csv lib/a.csv lib/a.csv");
  CHECK(loaded.tables[2].source == loaded.tables[3].source);

  const auto missing = [&](const std::string& path, const Files& others) {
    Files all = {{"r/r.eligo", header + table("a", path)}};
    all.insert(all.end(), others.begin(), others.end());
    const Loaded broken = load_from(all, "r");
    CHECK(tables(broken) == "nothing");
    return said(broken);
  };
  CHECK(missing("departmnts.csv", {{"r/departments.csv", ""}}) ==
        "r/r.eligo:3:14 [\"departmnts.csv\"] host/no_such_file: there is no file `r/departmnts.csv` | did "
        "you mean `departments.csv`?\n");
  CHECK(missing("r/departments.csv", {{"r/departments.csv", ""}}) ==
        "r/r.eligo:3:14 [\"r/departments.csv\"] host/no_such_file: there is no file `r/r/departments.csv` | "
        "the path of a table starts at the file that names it | did you mean `departments.csv`?\n");
  CHECK(missing("sub/b.csv", {{"r/sub/a.csv", ""}}) ==
        "r/r.eligo:3:14 [\"sub/b.csv\"] host/no_such_file: there is no file `r/sub/b.csv` | did you mean "
        "`sub/a.csv`?\n");
  CHECK(missing("../b.csv", {{"b.csv", ""}}) ==
        "r/r.eligo:3:14 [\"../b.csv\"] host/path: expected a path below the root, found `../b.csv`: it leads "
        "out of its folder (`..`) | "
        "the path of a table starts at the file that names it, and `/` stands between its parts\n");
}

TEST_CASE("a table of tests is read as any other, but not where the tests do not count") {
  const Files files = {
      {"r/r.eligo", header + "use \"lib\"\ntests from \"cases.csv\"\ntests from \"more/cases.csv\"\n"},
      {"r/cases.csv", ""},
      {"r/more/cases.csv", ""},
      {"lib/l.eligo", "tests from \"nowhere.csv\"\n"}};
  const Loaded loaded = load_from(files, "r");
  CHECK(tables(loaded) == "r/cases.csv r/more/cases.csv");
  CHECK(said(loaded) == "");
  CHECK(said(load_from({{"r/r.eligo", header + "tests from \"case.csv\"\n"}, {"r/cases.csv", ""}}, "r")) ==
        "r/r.eligo:3:12 [\"case.csv\"] host/no_such_file: there is no file `r/case.csv` | did you mean "
        "`cases.csv`?\n");
  Limits limits;
  limits.sources = 1;
  CHECK(said(load_from({{"r/r.eligo", header + "tests from \"cases.csv\"\n"}, {"r/cases.csv", ""}}, "r",
                       limits)) ==
        "r/r.eligo:3:12 [\"cases.csv\"] host/limit: more than 1 files (limit `sources`), the first beyond it "
        "is "
        "`r/cases.csv`\n");
}

TEST_CASE("what was asked for and is not there") {
  CHECK(said(load_from({{"r/r.eligo", header}}, "q")) ==
        "q:1:1 [] host/no_such_file: there is no file or folder `q`\n");
  CHECK(said(load_from({{"r/r.eligo", header}}, "r/rr.eligo")) ==
        "r/rr.eligo:1:1 [] host/no_such_file: there is no file or folder `r/rr.eligo` | did you mean "
        "`r/r.eligo`?\n");
  CHECK(said(load_from({{"r.eligo", header}}, "r")) ==
        "r:1:1 [] host/no_such_file: there is no file or folder `r` | did you mean `r.eligo`?\n");
  CHECK(said(load_from({{"r/a.csv", ""}}, "r/a.csv")) ==
        "r/a.csv:1:1 [] host/no_rules: expected a folder or a rule file (`.eligo`), found `r/a.csv` | name "
        "the folder that the ruleset stands in\n");
  CHECK(said(load_from({{"r/a.csv", ""}}, "r")) ==
        "r:1:1 [] host/no_rules: the folder `r` holds no rule file | the files of a ruleset stand directly "
        "in its folder, with names that end in `.eligo`\n");
  CHECK(said(load_from({}, "")) ==
        ":1:1 [] host/no_rules: the root folder holds no rule file | the files of a ruleset stand directly "
        "in its folder, with names that end in `.eligo`\n");
  CHECK(said(load_from({}, "../r")) ==
        "../r:1:1 [] host/path: expected a path below the root, found `../r`: it leads out of its folder "
        "(`..`)\n");
}

TEST_CASE("rules come from the disk, with what they use and their tables") {
  const tests::Tree tree;
  tree.write("root/eligo.toml", "");
  tree.write("root/shared/countries.eligo", "enum country\n  FR\nend\n");
  tree.write("root/law/pool/areas.csv", "code\n01\n");
  tree.write("root/law/pool/pool.eligo",
             "ruleset pool\nend\nuse \"shared/countries.eligo\"\ntable areas "
             "from \"areas.csv\"\n  key code : text\nend\n");
  const auto located = FolderImporter::locate(tree.path("root/law/pool/pool.eligo").string());
  REQUIRE(located);
  CHECK(located->root == tree.path("root").string());
  FolderImporter files(located->root);
  const Loaded loaded = load(files, located->name, {});
  CHECK(said(loaded) == "");
  CHECK(units(loaded) == "law/pool/pool.eligo shared/countries.eligo*");
  CHECK(tables(loaded) == "law/pool/areas.csv");
}

TEST_CASE("a root that is not there") {
  FolderImporter nowhere("/nowhere/at/all");
  CHECK(said(load(nowhere, "", {})) == ":1:1 [] host/unreadable: the root folder cannot be read\n");
  CHECK(said(load(nowhere, "r/r.eligo", {})) ==
        "r/r.eligo:1:1 [] host/no_such_file: there is no file or folder `r/r.eligo`\n");
}

TEST_CASE("one tree has one root") {
  const Files files = {{"eligo.toml", ""},
                       {"a/eligo.toml", ""},
                       {"a/b/r.eligo", header + "use \"c/l.eligo\"\n"},
                       {"c/l.eligo", ""},
                       {"c/eligo.toml", ""}};
  CHECK(said(load_from(files, "a/b")) ==
        "a/eligo.toml:1:1 [] host/second_root: a second `eligo.toml` below the root, in the folder `a` | "
        "one tree has one root: remove this file, or keep the folder in a tree of its own\n"
        "c/eligo.toml:1:1 [] host/second_root: a second `eligo.toml` below the root, in the folder `c` | "
        "one tree has one root: remove this file, or keep the folder in a tree of its own\n");
  CHECK(said(load_from({{"eligo.toml", ""}, {"r.eligo", header}, {"other/eligo.toml", ""}}, "")) == "");
}

TEST_CASE("a file that an editor has named `.eligo.txt` is told of, where it belongs to the ruleset") {
  const Files files = {{"a/r.eligo", header + "use \"b/l.eligo\"\n"},
                       {"a/tests.eligo.txt", ""},
                       {"a/towns.csv.txt", ""},
                       {"a/notes.txt", ""},
                       {"b/l.eligo", ""},
                       {"b/more.eligo.txt", ""}};
  CHECK(said(load_from(files, "a")) ==
        "a:1:1 [] host/other_ending: `a/tests.eligo.txt` is not read: its name ends in `.txt` | name it "
        "`tests.eligo`\n"
        "a:1:1 [] host/other_ending: `a/towns.csv.txt` is not read: its name ends in `.txt` | name it "
        "`towns.csv`\n");
}

TEST_CASE("the file with the header that an editor has named `.eligo.txt`: it alone is told of") {
  const Files files = {{"a/r.eligo.txt", header}, {"a/m.eligo", "rule x\n  y\nend\n"}, {"a/t.csv.txt", ""}};
  CHECK(said(load_from(files, "a")) ==
        "a:1:1 [] host/no_rules: `a/r.eligo.txt` is not read: its name ends in `.txt` | name it `r.eligo`\n"
        "a:1:1 [] host/other_ending: `a/t.csv.txt` is not read: its name ends in `.txt` | name it `t.csv`\n");
  CHECK(load_from(files, "a").incomplete);
  CHECK(said(load_from({{"a/r.ELIGO", header}}, "a")) ==
        "a:1:1 [] host/no_rules: `a/r.ELIGO` is not read: its name ends in `.ELIGO` | name it `r.eligo`\n");
}

TEST_CASE("files that cannot be read, and limits") {
  class Broken final : public Importer {
   public:
    std::optional<std::string> read(const std::string&, std::string& why) noexcept override {
      why = "the disk could not be read";
      return std::nullopt;
    }
    std::optional<std::vector<std::string>> list(const std::string& folder) noexcept override {
      if (folder != "r") return std::nullopt;
      return std::vector<std::string>{"b.eligo", "x/y.eligo", "a.eligo", "..", "a.eligo"};
    }
  } broken;
  CHECK(said(load(broken, "r", {})) ==
        "r:1:1 [] host/unreadable: the file `r/a.eligo` cannot be read: the disk could not be read\n"
        "r:1:1 [] host/unreadable: the file `r/b.eligo` cannot be read: the disk could not be read\n");

  Limits limits;
  limits.sources = 2;
  const Files files = {{"r/a.eligo", header}, {"r/b.eligo", ""}, {"r/c.eligo", ""}, {"r/d.eligo", ""}};
  const Loaded many = load_from(files, "r", limits);
  CHECK(units(many) == "r/a.eligo r/b.eligo");
  CHECK(said(many) ==
        "r:1:1 [] host/limit: more than 2 files (limit `sources`), the first beyond it is `r/c.eligo`\n");
  limits.sources = 4;
  CHECK(said(load_from(files, "r", limits)) == "");
  limits.source_bytes = static_cast<std::uint32_t>(header.size());
  CHECK(said(load_from(files, "r", limits)) == "");
  --limits.source_bytes;
  CHECK(said(load_from(files, "r", limits)) ==
        "r:1:1 [] host/limit: the file `r/a.eligo` has more than 13 bytes (limit `source_bytes`)\n");
}

TEST_CASE("an importer that cannot list is asked for the file itself") {
  Recorder importer({{"r/a.eligo", "enum a\n  x\nend\nuse \"s/b.eligo\"\n"}, {"s/b.eligo", ""}});
  importer.can_list = false;
  const Loaded loaded = load(importer, "r/a.eligo", {});
  CHECK(said(loaded) == "");
  CHECK(units(loaded) == "r/a.eligo s/b.eligo*");
}

TEST_CASE("a chain and a diamond of many files") {
  Files files = {{"r/r.eligo", header + "use \"l/0.eligo\"\n"}};
  constexpr int many = 2000;
  for (int i = 0; i < many; ++i) {
    const auto use = [](int n) { return "use \"l/" + std::to_string(n) + ".eligo\"\n"; };
    files.emplace_back("l/" + std::to_string(i) + ".eligo", use((i + 1) % many) + use((i + 2) % many));
  }
  Recorder importer(files);
  const Loaded loaded = load(importer, "r", {});
  CHECK(said(loaded) == "");
  CHECK(loaded.units.size() == many + 1);
  CHECK(importer.reads.size() == many + 1);
}

}  // namespace
}  // namespace eligo::host
