// SPDX-License-Identifier: MIT
// Owns the properties of the layout on random texts: the meaning stays, no comment is lost, a second time changes
// nothing, and a text with mistakes is left alone. ELIGO_LAYOUTS says how many texts (100,000 take a few minutes).
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "grammar/print.hpp"
#include "tests/grammar/parsed.hpp"
#include "tests/grammar/untidy.hpp"
#include "tests/oracle/generator.hpp"
#include "tests/support/amount.hpp"

using namespace eligo;
using namespace eligo::tests;

namespace {

std::vector<std::string> repository_texts() {
  std::vector<std::string> out;
  for (const char* folder : {"/rules/carte_vitale", "/tests/cases", "/tests/grammar", "/tests/tools/bike"})
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(ELIGO_SOURCE_DIR + std::string(folder))) {
      if (entry.path().extension() != ".eligo") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      std::stringstream all;
      all << in.rdbuf();
      if (Parsed(all.str()).said.empty()) out.push_back(all.str());
    }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> comments_of(const Parsed& p) {
  std::vector<std::string> out;
  for (const text::Span& s : p.ast.comments) {
    std::string one(p.sources.view(s));
    one.erase(one.find_last_not_of(" \t") + 1);
    out.push_back(one);
  }
  return out;
}

// The tree; numbers stand in it as written, and the layout puts one blank before `%`.
std::string tree_of(const Parsed& p) {
  std::string out = p.tree();
  for (std::size_t at = 0; (at = out.find('%', at)) != out.npos; ++at)
    while (at != 0 && (out[at - 1] == ' ' || out[at - 1] == '\t')) out.erase(--at, 1);
  return out;
}

bool blank_at_line_end(const std::string& text) {
  return text.find(" \n") != text.npos || text.find("\t\n") != text.npos || text.find('\r') != text.npos;
}

// "" if all is well with the layout of a text that was read without a mistake.
std::string complaint(const Parsed& before) {
  text::SourceSet sources;
  const grammar::Printed printed = grammar::print_proved(
      sources, sources.add("t.eligo", std::string(before.sources.bytes(before.id))), Limits{});
  if (!printed.text) return "no layout";
  const Parsed after(*printed.text);
  if (!after.said.empty()) return "mistakes in the layout:\n" + after.story() + *printed.text;
  if (tree_of(before) != tree_of(after)) return "another tree:\n" + *printed.text;
  if (comments_of(before) != comments_of(after)) return "other comments:\n" + *printed.text;
  if (blank_at_line_end(*printed.text)) return "blanks at the end of a line:\n" + *printed.text;
  const std::string again = grammar::print(after.ast, after.sources, after.id, Limits{});
  if (again != *printed.text) return "not stable:\n" + *printed.text + "\n-- then --\n" + again;
  return "";
}

std::string source(const std::vector<std::string>& known, oracle::Random& random) {
  if (random.below(3) == 0) return known[random.below(known.size())];
  oracle::Random order(random.below(1u << 30));
  return oracle::write(oracle::generate(random.below(1u << 30)), &order);
}

}  // namespace

TEST_CASE("the layout of random texts keeps meaning and comments, and is stable") {
  const std::uint64_t texts = tests::amount("ELIGO_LAYOUTS", 3000);
  const std::vector<std::string> known = repository_texts();
  unsigned long right = 0;
  oracle::Random random(20251126);
  for (unsigned long n = 0; n < texts; ++n) {
    std::string text = untidy(source(known, random), random);
    if (random.below(8) == 0) text = damaged(text, random);
    const Parsed before(text);
    if (before.said.empty()) {
      ++right;
      const std::string wrong = complaint(before);
      if (wrong.empty()) continue;
      FAIL("text " << n << ":\n" << text << "\n" << wrong);
    }
    text::SourceSet sources;
    const grammar::Printed printed = grammar::print_proved(sources, sources.add("t.eligo", text), Limits{});
    if (printed.text || printed.said.size() != before.said.size()) FAIL("not left alone:\n" << text);
  }
  CHECK(right > texts / 2);  // most texts are right, many are not
  CHECK(right < texts - texts / 20);
}
