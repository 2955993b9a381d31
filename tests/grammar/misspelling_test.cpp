// SPDX-License-Identifier: MIT
// Owns the promise about slips of the pen: whatever one keyword, colon, comma or quote of a correct file is misspelt, one
// thing is said, on that line or on the next one that is not empty, with what to write; or else what stands there reads as
// a name, which the grammar cannot tell from a right one. ELIGO_SLIPS=10 tries one in ten.
#include <algorithm>
#include <catch2/catch.hpp>
#include <iostream>
#include <map>
#include <set>

#include "tests/grammar/misspelling.hpp"
#include "tests/grammar/parsed.hpp"
#include "tests/grammar/removal.hpp"
#include "tests/support/amount.hpp"
#include "tests/support/contents.hpp"

using namespace eligo::tests;

namespace {

// Where these stand a name may stand too: what is said of the name is the checker's.
const std::set<std::string> may_be_names = {"always", "date",  "decimal", "full",  "law",          "money",
                                            "never",  "no",    "none",    "not",   "not_covered",  "or",
                                            "text",   "today", "version", "whole", "undetermined", "yes"};

}  // namespace

TEST_CASE("misspelling one keyword or sign says one thing, there, with what to write") {
  const std::uint64_t sparse = amount("ELIGO_SLIPS", 1);
  std::uint64_t tried = 0;
  std::size_t one = 0;
  std::map<std::string, std::size_t> read;  // as a name
  for (const auto& path : files_of_sweeps()) {
    const std::string text = contents(path);
    for (const Removal& removal : removals(text)) {
      for (const Misspelling& slip : misspellings(removal.what)) {
        if (tried++ % sparse != 0) continue;
        const Outcome outcome = replace(text, removal, slip.written);
        const bool told = outcome.after == After::one && outcome.helped;
        if (outcome.after == After::valid)
          ++read[removal.what];
        else if (told)
          ++one;
        else
          FAIL_CHECK(path.filename().string() << ", " << slip.kind << ": " << outcome.story);
      }
    }
  }
  std::size_t unsaid = 0;
  std::cout << "misspellings: " << one << " said once; read as a name:";
  for (const auto& [what, count] : read) {
    std::cout << " `" << what << "` (" << count << ")";
    unsaid += count;
    INFO(what);
    CHECK(may_be_names.count(what) == 1);
  }
  std::cout << "\n";
  CHECK(one > 20'000 / sparse);
  CHECK(unsaid * 10 < one);
}

TEST_CASE("joining two lines says one thing, there") {
  std::size_t one = 0, valid = 0;
  for (const auto& path : files_of_sweeps()) {
    const std::string text = contents(path);
    for (const Removal& line_break : line_breaks(text)) {
      const Outcome outcome = replace(text, line_break, " ");
      ++(outcome.after == After::valid ? valid : one);
      if (outcome.after != After::valid && outcome.after != After::one)
        FAIL_CHECK(path.filename().string() << ": " << outcome.story);
    }
  }
  std::cout << "joined lines: " << one << " said once, " << valid << " read as they stood\n";
  CHECK(one > 3'000);
  CHECK(valid * 4 < one);
}

TEST_CASE("what is offered for a misspelt keyword mends the file") {
  std::size_t mended = 0;
  const std::string text = contents(ELIGO_SOURCE_DIR "/tests/grammar/sample.eligo");
  for (const Removal& removal : removals(text)) {
    for (const Misspelling& slip : misspellings(removal.what)) {
      std::string bytes = text.substr(0, removal.begin) + slip.written + text.substr(removal.end);
      const Parsed p(bytes);
      if (p.said.size() != 1 || p.said[0].fixes.empty()) continue;
      auto edits = p.said[0].fixes[0].edits;
      std::sort(edits.begin(), edits.end(),
                [](const auto& x, const auto& y) { return x.span.begin > y.span.begin; });
      for (const auto& e : edits) bytes.replace(e.span.begin, e.span.size(), e.replacement);
      INFO(removal.what << " as " << slip.written << "\n" << p.story());
      CHECK(Parsed(bytes).story() == "");
      ++mended;
    }
  }
  CHECK(mended > 500);
}
