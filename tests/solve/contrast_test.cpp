// SPDX-License-Identifier: MIT
// Owns what is proved to be needed where regions and diagrams are too many: walks find the person for whom each
// fact counts.
#include <algorithm>
#include <catch2/catch.hpp>
#include <eligo/eligo.hpp>
#include <string>
#include <vector>

using namespace eligo;

namespace {

// Two lists, a count over three facts a member, an exception with an exception, a figure that depends on two
// facts: a completion by chance is nearly never a yes.
constexpr const char* residence =
    "ruleset residence\n  missing days roll forward\nend\n"
    "record document\n  kind : one of passport, lease, tax, diploma, other\n  issued : date\n  expires : "
    "date or none\nend\n"
    "record absence\n  left : date\n  returned : date\n  why : one of work, illness, none\nend\n"
    "fact arrival : date\n"
    "fact refugee : yes or no\n"
    "fact documents : list of document, at most 10\n"
    "fact absences : list of absence, at most 10\n"
    "fact convicted : yes or no\n"
    "fact suspended : yes or no\n"
    "fact state_security : yes or no\n"
    "value months : whole\n  when refugee then 36\n  else 60\nend\n"
    "value proofs : whole\n"
    "  count(d in documents : d.kind is one of lease, tax and d.issued >= arrival and d.issued <= today)\n"
    "end\n"
    "rule excluded\n  convicted\n  unless protected\nend\n"
    "rule protected\n"
    "  any of\n"
    "    full years from arrival to today >= 10\n"
    "    suspended\n"
    "  end\n"
    "  unless state_security\n"
    "end\n"
    "decision right\n"
    "  all of\n"
    "    long_enough : full months from arrival to today >= months\n"
    "    stayed : every a in absences : a.why is illness or days from a.left to a.returned < 180\n"
    "    identity : some d in documents : d.kind is passport and d.expires >= today\n"
    "    language : some d in documents : d.kind is diploma and d.issued <= today\n"
    "    proved : proofs >= 3\n"
    "  end\n"
    "  unless excluded\n"
    "end\n";

std::vector<std::string> needs(const char* source, const char* told, std::uint32_t* perhaps) {
  MemoryImporter files;
  files.add("main.eligo", source);
  const Compiled compiled = compile(files, "main.eligo");
  for (const Diagnostic& d : compiled.diagnostics) UNSCOPED_INFO(d.message);
  REQUIRE(compiled.program);
  Facts facts(*compiled.program);
  REQUIRE(facts.tell_json(told).empty());
  const Outcome outcome = evaluate(*compiled.program, "right", facts, {2025, 6, 1});
  CHECK(outcome.verdict == Verdict::undetermined);
  CHECK_FALSE(outcome.settled_perhaps);
  std::vector<std::string> names;
  const std::vector<FactInfo> all = compiled.program->facts();
  for (const Need& need : outcome.needs) {
    names.push_back(all[need.slot].name);
    if (need.perhaps) ++*perhaps;
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("of nobody in particular, each fact is proved to be needed") {
  std::uint32_t perhaps = 0;
  CHECK(needs(residence, "{}", &perhaps) == std::vector<std::string>{"absences", "arrival", "convicted",
                                                                     "documents", "refugee", "state_security",
                                                                     "suspended"});
  CHECK(perhaps == 0);
}

TEST_CASE("what cannot count any more is not claimed to") {
  std::uint32_t perhaps = 0;
  const std::vector<std::string> found =
      needs(residence, R"({"arrival": "2001-01-01", "state_security": false, "absences": []})", &perhaps);
  // Ten years protect from exclusion, and are more than any months of stay.
  CHECK(std::find(found.begin(), found.end(), "documents") != found.end());
  for (const char* name : {"refugee", "convicted", "suspended"}) {
    CAPTURE(name);
    CHECK(std::find(found.begin(), found.end(), name) == found.end());
  }
  CHECK(perhaps == 0);
}
