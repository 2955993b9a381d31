// SPDX-License-Identifier: MIT
// Owns what is said of a ruleset of which a file cannot be read: that, once, and mistakes that have nothing to do with it.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "eligo/eligo.hpp"

namespace eligo::tests {
namespace {

constexpr const char* mistake = "fact born : date\nrule wrong\n  born > 3\nend\n";
const std::string said_of_it = "a/a.eligo:13: expected a date, found `3`";

// A ruleset that begins with `use`, which may be written wrongly, and names what `use` brings.
std::vector<std::string> said(const std::string& use) {
  MemoryImporter files;
  files.add("shared/countries.eligo", "enum country\n  FR\n  BE\nend\nrule open\n  always\nend\n");
  files.add("a/a.eligo", "ruleset a\nend\n" + use +
                             "\nfact citizenship : country\ndecision d\n  all of\n    open\n    french : "
                             "citizenship is FR\n  end\nend\n" +
                             mistake);
  files.add("a/tests.eligo",
            "test \"t\" as of 2025-01-01\n  given citizenship FR\n  expect d no because open, french needs "
            "citizenship\n"
            "end\n");
  std::vector<std::string> all;
  for (const Diagnostic& d : compile(files, "a").diagnostics)
    all.push_back(d.place.file + ":" + std::to_string(d.place.line) + ": " + d.message);
  return all;
}

}  // namespace

TEST_CASE("what a `use` would have brought is not unknown where it cannot be read") {
  CHECK(said("use \"shared/countries.eligo\"") == std::vector{said_of_it});
  CHECK(said("use \"shared/countrys.eligo\"") ==
        std::vector<std::string>{"a/a.eligo:3: there is no file or folder `shared/countrys.eligo`",
                                 said_of_it});
  for (const char* use :
       {"use \"shared\\x\"", "usee \"shared\"", "use “shared”", "\"shared\"", "use \"\"", "use \"../shared\"",
        "use \"shared/{a}\"", "use \"a.csv\"", "use shared/countries.eligo", "use \"shared/countries.eligo",
        "\"shared/countries.eligo"}) {
    INFO(use);
    const std::vector<std::string> all = said(use);
    REQUIRE(all.size() == 2);
    CHECK(all[0].find("a/a.eligo:3: ") == 0);
    CHECK(all[1] == said_of_it);
  }
}

}  // namespace eligo::tests
