// SPDX-License-Identifier: MIT
// Owns what the search does with its budget: a leaf that it cannot cut leaves the others their part.
#include <catch2/catch.hpp>
#include <eligo/eligo.hpp>
#include <string>
#include <utility>

using namespace eligo;

namespace {

// Ranges forget that both sides are the same amount, so halving `p - p` never gets anywhere.
constexpr const char* hopeless_beside_square =
    "ruleset r\nend\n"
    "fact p : decimal\n"
    "fact n : whole from 0 to 1000\n"
    "decision d\n"
    "  any of\n"
    "    hopeless : p - p > 1\n"
    "    square : n * n is 49\n"
    "  end\n"
    "end\n";

}  // namespace

TEST_CASE("what cannot be cut does not keep the others from being cut") {
  MemoryImporter files;
  files.add("main.eligo", hopeless_beside_square);
  const Compiled compiled = compile(files, "main.eligo");
  for (const Diagnostic& d : compiled.diagnostics) UNSCOPED_INFO(d.message);
  REQUIRE(compiled.program);
  const Facts facts(*compiled.program);
  const Outcome outcome = evaluate(*compiled.program, "d", facts, {2025, 6, 1});
  CHECK(outcome.verdict == Verdict::undetermined);
  CHECK_FALSE(outcome.settled);
  REQUIRE(outcome.needs.size() == 2);
  for (const Need& need : outcome.needs) CHECK(need.perhaps == (need.slot == *compiled.program->slot("p")));
}

TEST_CASE("the best question first: ranges of answers count once, ties stand as declared") {
  MemoryImporter files;
  files.add("main.eligo",
            "ruleset r\nend\n"
            "enum kind\n  a\n  b\n  c\n  d\nend\n"
            "fact k : kind\n"
            "fact version : version\n"
            "fact system : one of android, ios, other\n"
            "fact account : yes or no\n"
            "decision d\n"
            "  all of\n"
            "    paper : k is one of a, b, c and not (k is b and account)\n"
            "    phone : (system is android and version >= 9) or (system is ios and version >= 16)\n"
            "  end\n"
            "end\n");
  const Compiled compiled = compile(files, "main.eligo");
  for (const Diagnostic& d : compiled.diagnostics) UNSCOPED_INFO(d.message);
  REQUIRE(compiled.program);
  const Outcome outcome = evaluate(*compiled.program, "d", Facts(*compiled.program), {2025, 6, 1});
  std::string order;
  const std::vector<FactInfo> facts = compiled.program->facts();
  for (const Need& need : outcome.needs) order += facts[need.slot].name + " ";
  // Of three answers each, one says no: a and c are alike, and so are versions from 9 to 16. None of the account does.
  CHECK(order == "k version system account ");
}

namespace {

/// A table of so many towns, each with a fee of its own.
std::string towns(int rows) {
  std::string text =
      "ruleset r\n  currency EUR\nend\n"
      "fact town : towns\nfact member : yes or no\n"
      "table towns\n  key code : text\n  fee : money\n  zone : whole\n  rows\n";
  for (int i = 0; i < rows; ++i)
    text +=
        "    \"T" + std::to_string(i) + "\", " + std::to_string(i) + ", " + std::to_string(i % 2000) + "\n";
  return text + "  end\nend\n";
}

}  // namespace

TEST_CASE("what stands in the rows of one table is told exactly, however many there are") {
  MemoryImporter files;
  files.add("main.eligo",
            towns(36'000) +
                "decision price : money\n  town.fee\nend\n"
                "decision dear\n  any of\n    a : town.fee >= 35999\n    b : town.fee < 0\n    c : "
                "town.zone * 2 > 5000\n  end\nend\n"
                "decision nothing : money\n  town.fee - town.fee\nend\n"
                "decision for_members : money\n  when member then town.fee\n  else 0\nend\n");
  const Compiled compiled = compile(files, "main.eligo");
  for (const Diagnostic& d : compiled.diagnostics) UNSCOPED_INFO(d.message);
  REQUIRE(compiled.program);
  const auto asked = [&](const char* decision) {
    return evaluate(*compiled.program, decision, Facts(*compiled.program), {2025, 6, 1});
  };
  // `dear`: all rows but the last are alike.
  for (const auto& [decision, needs] : {std::pair("price", 1), {"dear", 1}, {"for_members", 2}}) {
    const Outcome outcome = asked(decision);
    CAPTURE(decision);
    CHECK(outcome.verdict == Verdict::undetermined);
    CHECK_FALSE(outcome.settled);
    CHECK_FALSE(outcome.settled_perhaps);
    REQUIRE(outcome.needs.size() == static_cast<std::size_t>(needs));
    for (const Need& need : outcome.needs) CHECK_FALSE(need.perhaps);
  }
  const Outcome nothing = asked("nothing");  // whatever the town
  CHECK(nothing.settled);
  CHECK(nothing.needs.empty());
}
