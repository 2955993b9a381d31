// SPDX-License-Identifier: MIT
// Owns which changes an answer names: those alone that can be part of a way to yes.
#include <catch2/catch.hpp>
#include <eligo/eligo.hpp>
#include <string>

using namespace eligo;

namespace {

constexpr const char* library =
    "ruleset library\nend\n"
    "record paper\n  kind : one of bill, other\n  seen : yes or no\n    can change by \"show it at the "
    "desk\"\nend\n"
    "fact citizen : yes or no\n"
    "fact district : one of north, south\n"
    "fact card : one of blue, red, none\n  can change by \"get a card\"\n"
    "fact mail : yes or no\n  can change by \"get an address\" cost 2\n"
    "fact papers : list of paper, at most 3\n"
    "fact proofs : list of paper, at most 3\n  can change by \"bring more\" cost 3\n"
    "decision entry\n"
    "  all of\n"
    "    a_card : (card is blue and mail) or (card is red and citizen)\n"
    "    open : district is north\n"
    "  end\n"
    "end\n"
    "decision loan\n"
    "  all of\n"
    "    proved : some p in papers : p.kind is bill and p.seen\n"
    "    known  : some p in proofs : p.kind is bill\n"
    "  end\n"
    "end\n";

// What is presumed of who does not say.
constexpr const char* fares =
    "ruleset fares\nend\n"
    "fact hour : whole from 0 to 23\n  can change by \"take another train\"\n"
    "fact size : whole from 1 to 60\n  can change by \"travel with more people\"\n"
    "fact pass : yes or no\n"
    "presume size is 1\n"
    "presume pass is no\n"
    "decision cheap\n"
    "  all of\n"
    "    many : size >= 10\n"
    "    off : hour < 6 or hour >= 9\n"
    "  end\n"
    "end\n"
    "decision free\n"
    "  all of\n"
    "    many : size >= 10\n"
    "    holder : pass\n"
    "  end\n"
    "end\n";

std::string help_in(const char* decision, const char* told, const char* rules = library) {
  MemoryImporter files;
  files.add("main.eligo", rules);
  const Compiled compiled = compile(files, "main.eligo");
  for (const Diagnostic& d : compiled.diagnostics) UNSCOPED_INFO(d.message);
  REQUIRE(compiled.program);
  Facts facts(*compiled.program);
  REQUIRE(facts.tell_json(told).empty());
  const Outcome outcome = evaluate(*compiled.program, decision, facts, {2025, 6, 1});
  CHECK(outcome.verdict == Verdict::no);
  const std::string text = to_text(*compiled.program, facts, outcome, "en");
  std::string found;
  for (std::size_t at = 0; (at = text.find("What may help: ", at)) != std::string::npos; ++at)
    found += text.substr(at + 15, text.find('\n', at) - at - 15);
  return found;
}

}  // namespace

TEST_CASE("changes that lead to yes together are named") {
  CHECK(help_in("entry", R"({"citizen": false, "district": "north", "card": "none", "mail": false})") ==
        "get a card; get an address.");
}

TEST_CASE("what can be changed in vain is not named") {
  // Nobody can change the district.
  CHECK(
      help_in("entry", R"({"citizen": false, "district": "south", "card": "none", "mail": false})").empty());
  // With the address there is the blue card alone.
  CHECK(help_in("entry", R"({"citizen": false, "district": "north", "card": "red", "mail": true})") ==
        "get a card.");
}

TEST_CASE("what is not told may still be right") {
  CHECK(help_in("entry", R"({"citizen": false, "card": "none", "mail": true})") == "get a card.");
}

TEST_CASE("a list that can change may have more members; one that cannot has those that it has") {
  CHECK(help_in("loan", R"({"papers": [{"kind": "bill", "seen": false}], "proofs": []})") ==
        "show it at the desk.bring more.");
  CHECK(help_in("loan", R"({"papers": [{"kind": "other", "seen": false}], "proofs": []})").empty());
}

TEST_CASE("who changes a fact is not held to what is presumed of it") {
  CHECK(help_in("cheap", R"({"size": 2, "hour": 8})", fares) ==
        "travel with more people.take another train.");
  CHECK(help_in("cheap", R"({"size": 2, "hour": 12})", fares) == "travel with more people.");
  CHECK(help_in("cheap", R"({"hour": 12})", fares) == "travel with more people.");
  // What is presumed of a fact that nobody can change stands.
  CHECK(help_in("free", R"({"size": 2})", fares).empty());
}
