// SPDX-License-Identifier: MIT
// Every case says exactly what its files expect, and every code of the checker has a case.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/check/cases.hpp"

namespace eligo::tests {

TEST_CASE("each case says what it expects") {
  const auto all = all_cases();
  REQUIRE(all.size() > 20);
  for (const auto& at : all) {
    INFO(at.string());
    const Case one(at);
    CHECK(one.difference() == "");
  }
}

TEST_CASE("each code has a case") {
  std::set<std::string> seen;
  for (const auto& at : all_cases())
    for (const std::string& code : Case(at).expected_codes()) seen.insert(code);
  const std::vector<std::string> codes = {
#define ELIGO_CODE(id, spelling, severity, summary) spelling,
#include "interpreter/check/codes.def"
#undef ELIGO_CODE
  };
  REQUIRE(codes.size() > 30);
  for (const std::string& code : codes) {
    INFO(code);
    CHECK(seen.count(code) == 1);
  }
}

TEST_CASE("each finding is readable: lower-case start, one line, no full stop, inside its file") {
  for (const auto& at : all_cases()) {
    const Case one(at);
    for (const text::Diagnostic& d : one.said) {
      INFO(at.string() << ": " << d.message);
      REQUIRE_FALSE(d.message.empty());
      CHECK_FALSE((d.message.front() >= 'A' && d.message.front() <= 'Z'));
      CHECK(d.message.find('\n') == std::string::npos);
      CHECK(d.message.back() != '.');
      CHECK(d.span.begin <= d.span.end);
      CHECK(d.span.end <= one.sources.bytes(d.span.source).size());
      for (const text::Fix& fix : d.fixes) CHECK_FALSE(fix.edits.empty());
    }
  }
}

namespace {

/// The text after a fix, and where in it the fix wrote something.
struct Mended {
  std::string text;
  std::vector<text::Span> written;
};

Mended mend(const Case& one, const text::Fix& fix) {
  Mended mended{std::string(one.sources.bytes(0)), {}};
  std::vector<text::Edit> edits = fix.edits;
  std::stable_sort(edits.begin(), edits.end(),
                   [](const text::Edit& a, const text::Edit& b) { return a.span.begin < b.span.begin; });
  std::size_t moved = 0;  // modulo its size
  for (const text::Edit& edit : edits) {
    const std::size_t begin = edit.span.begin + moved;
    mended.text.replace(begin, edit.span.size(), edit.replacement);
    mended.written.push_back(
        {0, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + edit.replacement.size())});
    moved += edit.replacement.size() - edit.span.size();
  }
  return mended;
}

}  // namespace

// What a mistake kept from being said may come to light; what is written must be right itself.
TEST_CASE("a fix mends what it is offered for, and nothing new is said of what it writes") {
  std::size_t tried = 0;
  for (const auto& at : all_cases()) {
    if (std::filesystem::is_directory(at)) continue;
    const Case one(at);
    for (const text::Diagnostic& d : one.said) {
      for (const text::Fix& fix : d.fixes) {
        ++tried;
        INFO(at.string() << ":" << one.sources.position(0, d.span.begin).line << ": " << d.message << ": "
                         << fix.title);
        std::multiset<std::string> others;
        for (const text::Diagnostic& other : one.said) others.insert(other.message);
        others.erase(others.find(d.message));
        const Mended mended = mend(one, fix);
        const Case again("t.eligo", mended.text, limits_of_cases());
        for (const text::Diagnostic& after : again.said) {
          if (const auto known = others.find(after.message); known != others.end()) {
            others.erase(known);
            continue;
          }
          INFO(after.message);
          CHECK(std::none_of(mended.written.begin(), mended.written.end(), [&](text::Span x) {
            return after.span.begin < x.end && x.begin < after.span.end;
          }));
          CHECK(after.message != d.message);
        }
      }
    }
  }
  CHECK(tried > 90);
}

}  // namespace eligo::tests
