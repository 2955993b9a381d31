// SPDX-License-Identifier: MIT
// Random rulesets: every check looks at them, and mending undoes a spelling that means the same, exactly.
#include "tests/lint/looked.hpp"
#include "tests/oracle/generator.hpp"
#include "tests/support/amount.hpp"
#include "tools/lint/fix.hpp"

namespace eligo {
namespace {

lint::Mended mended_ruleset(const std::string& text) {
  MemoryImporter files;
  files.add("x.eligo", text);
  return lint::mend(files, "x.eligo", tests::on({2025, 6, 1}));
}

std::string text_after(const std::string& before, const lint::Mended& mended) {
  return mended.files.empty() ? before : mended.files[0].second;
}

/// The text with `at least 1 of` for each `any of` that opens a block.
std::string spelled_otherwise(std::string text) {
  for (std::size_t at = 0; (at = text.find("any of\n", at)) != std::string::npos; at += 13)
    text.replace(at, 6, "at least 1 of");
  return text;
}

TEST_CASE("mending brings random rulesets back from another spelling, and refuses nothing") {
  const std::uint64_t rulesets = tests::amount("ELIGO_RULESETS", 150);
  std::size_t looked_at = 0, changed = 0;
  for (std::uint64_t seed = 1; seed <= rulesets; ++seed) {
    const std::string text = oracle::write(oracle::generate(seed));
    if (text.find(oracle::second_file_mark) != std::string::npos) continue;
    const std::string other = spelled_otherwise(text);
    const lint::Mended plain = mended_ruleset(text), mended = mended_ruleset(other);
    INFO("ruleset " << seed << ":\n" << other);
    REQUIRE(plain.compiled.program != nullptr);
    REQUIRE(mended.compiled.program != nullptr);
    CHECK(plain.refused.empty());
    CHECK(mended.refused.empty());
    CHECK(text_after(other, mended) == text_after(text, plain));
    ++looked_at;
    changed += other == text ? 0 : 1;
  }
  CHECK(looked_at > rulesets / 2);
  CHECK(3 * changed > rulesets);
}

}  // namespace
}  // namespace eligo
