// SPDX-License-Identifier: MIT
// Owns the run of the case files of the parser, and the count that every code of this room is proved
// somewhere.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "grammar/table.hpp"
#include "tests/grammar/parsed.hpp"
#include "tests/support/case_file.hpp"
#include "tests/support/contents.hpp"

using namespace eligo;
using namespace eligo::tests;

namespace {

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(ELIGO_SOURCE_DIR "/tests/cases/grammar"))
    if (entry.path().extension() == ".eligo") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> codes_of_this_room() {
  return {
#define ELIGO_CODE(id, spelling, severity, summary) spelling,
#include "grammar/codes.def"
#undef ELIGO_CODE
  };
}

// The one code that a text gets, with its message and what is underlined.
std::string only(const Parsed& p, std::set<std::string>& seen) {
  for (const auto& d : p.said) seen.insert(std::string(text::info(d.code).name));
  return p.story();
}

}  // namespace

TEST_CASE("every case file of the grammar says what it expects, and every code fires") {
  std::set<std::string> seen;
  for (const auto& path : case_files()) {
    const Parsed p(contents(path));
    const CaseFile wanted = read_case(p.sources.bytes(p.id));
    INFO(path.filename().string() << "\n" << difference(wanted, p.said, p.sources, p.id));
    CHECK(difference(wanted, p.said, p.sources, p.id).empty());
    CHECK_FALSE(wanted.expected.empty());
    for (const auto& d : wanted.expected) seen.insert(d.code);
  }

  // What no readable file can hold: other bytes, and sizes.
  CHECK(only(Parsed("rule r\n  \xc0\xaf\nend\n"), seen) ==
        "2: encoding/utf8 <\xc0> expected text in UTF-8, found a byte that is none\n");
  CHECK(only(Parsed(std::string("a\0b", 3)), seen) ==
        std::string("1: encoding/control <") + '\0' +
            "> expected letters and signs, found the control character U+0000\n");
  // The first of each line, up to five, then a count.
  CHECK(Parsed("rule r\n  a\x01 and \x02\nend\n# \xe9\n").story() ==
        "2: encoding/control <\x01> expected letters and signs, found the control character U+0001\n"
        "4: encoding/utf8 <\xe9> expected text in UTF-8, found a byte that is none\n");
  CHECK(Parsed("\x01\n\x01\n\x01\n\x01\n\x01\n\x01\n\xe9\n").said.size() == 6);
  CHECK(Parsed("\x01\n\x01\n\x01\n\x01\n\x01\n\x01\n\xe9\n").said.back().message ==
        "expected at most 5 lines with bytes and characters that no file may hold, found 2 more");
  // A file in another encoding is one mistake.
  const Parsed other("# \xe9\n# \xe8\n# \xe9t\xe9\nrule r\n");
  CHECK(other.story() == "1: encoding/utf8 <\xe9> expected text in UTF-8, found a byte that is none\n");
  CHECK(other.said[0].help ==
        std::vector<std::string>{"save the file as UTF-8", "2 more lines hold such bytes"});
  CHECK(
      Parsed("# \xef\xbf\xbd\n").story() ==
      "1: encoding/utf8 <\xef\xbf\xbd> expected text in UTF-8, found U+FFFD, which stands where a letter was "
      "lost\n");
  CHECK(only(Parsed("# \xe2\x80\xae\n"), seen) ==
        "1: encoding/bidi <\xe2\x80\xae> expected text in one direction, found U+202E, which turns what is "
        "shown\n");
  CHECK(only(Parsed("ab\xe2\x80\x8b"), seen) ==
        "1: encoding/invisible <\xe2\x80\x8b> expected characters that can be seen, found U+200B\n");
  for (const char* hidden :
       {"\u2028", "\u2029", "\u2064", "\u206a", "\u034f", "\u115f", "\u3164", "\uffa0", "\ufff9", "\ufdd0",
        "\U0001d173", "\U000e0001", "\U000e0041", "\ufffe", "\U0010ffff"}) {
    INFO(hidden);
    const Parsed p("rule r\n  a is \"x" + std::string(hidden) + "y\"\nend\n");
    REQUIRE(p.said.size() == 1);
    CHECK(p.sources.view(p.said[0].span) == hidden);
    CHECK(text::info(p.said[0].code).name == "encoding/invisible");
  }
  CHECK(only(Parsed("# \U000e0041\n"), seen) ==
        "1: encoding/invisible <\U000e0041> expected characters that can be seen, found U+E0041\n");

  // Joiners and variation selectors count behind what they can change, one for each character.
  for (const char* shown : {"\u2764\ufe0f", "\u2764\ufe0f\u200d\U0001f525", "1\ufe0f\u20e3",
                            "\u0645\u06cc\u200c\u062e", "\u845b\U000e0100"})
    CHECK(Parsed("# " + std::string(shown) + "\n").said.empty());
  for (const char* hidden : {"\ufe0f", "a\ufe0f", "a\u200d", "1\u200d", "\u2764\ufe0f\ufe0f",
                             "\u2764\u200d\u200d", "\u2764 \ufe0f"})
    CHECK(Parsed("# " + std::string(hidden) + "\n").story().find("encoding/invisible") != std::string::npos);
  CHECK(Parsed("\ufeff# byte order mark\n").said.empty());
  Limits limits;
  limits.source_bytes = 8;
  CHECK(only(Parsed("rule r\n  a\nend\n", limits), seen) ==
        "1: limit/source_bytes <> expected at most 8 bytes in a file, found 15 (limit `source_bytes`)\n");
  limits = {};
  limits.name_bytes = 4;
  CHECK(only(Parsed("rule abcde\n  a\nend\n", limits), seen) ==
        "1: limit/name_bytes <abcde> expected at most 4 letters in a name, found 5 (limit `name_bytes`)\n");
  limits = {};
  limits.path_bytes = 4;
  CHECK(only(Parsed("rule r\n  a.b.c and a.bc\nend\n", limits), seen) ==
        "2: limit/path_bytes <a.b.c> expected at most 4 letters in a name with dots, found 5 (limit "
        "`path_bytes`)\n");
  limits = {};
  limits.text_bytes = 4;
  CHECK(only(Parsed("use \"abc\"\n", limits), seen) ==
        "1: limit/text_bytes <\"> expected at most 4 bytes in a text, found 5 (limit `text_bytes`)\n");
  limits = {};
  limits.nodes = 2;
  CHECK(only(Parsed("rule r\n  a and b and c\nend\n", limits), seen) ==
        "2: limit/nodes <c> expected at most 2 expressions, found more (limit `nodes`)\n");
  limits = {};
  limits.diagnostics = 1;
  CHECK(only(Parsed("x\nrule r\nend\nrule s\nend\n", limits), seen) ==
        "1: syntax/expected <x> expected a declaration such as `rule`, `fact` or `decision`, found `x`\n"
        "6: limit/diagnostics <> expected at most 1 findings in one file, found 2 more\n");
  limits = {};
  limits.table_rows = 1;
  text::SourceSet sources;
  for (const auto& bytes : {"a\n\"b\n", "a\n\"b\"c\n", "a\nb\"c\n", "a\nb\nc\n"})
    for (const auto& d : grammar::read_csv(sources, sources.add("t.csv", bytes), limits).said)
      seen.insert(std::string(text::info(d.code).name));

  for (const std::string& code : codes_of_this_room()) {
    INFO(code);
    CHECK(seen.count(code) == 1);
  }
}

TEST_CASE("a case file that expects something else is told apart") {
  const Parsed p("rule r\n  a == 1\n  #^ syntax/foreign \"==\" expected `is`, found `==`\nend\n");
  CHECK(difference(read_case(p.sources.bytes(p.id)), p.said, p.sources, p.id) == "");
  const auto other = [&](const char* line) {
    return difference(read_case(std::string("rule r\n  a == 1\n") + line + "\n"), p.said, p.sources, p.id);
  };
  CHECK(other("#^ syntax/foreign \"=\" expected `is`, found `==`") ==
        "  not said:  2: syntax/foreign \"=\" expected `is`, found `==`\n"
        "  said:      2: syntax/foreign \"==\" expected `is`, found `==`\n      help: write `is`\n");
  CHECK(other("#^ syntax/foreign \"==\" expected `is`, found `==`\n#^   help: write `has`") != "");
  CHECK(other("#^ syntax/foreign") ==
        "  not an expectation: 3: #^ syntax/foreign\n"
        "  said:      2: syntax/foreign \"==\" expected `is`, found `==`\n      help: write `is`\n");
  CHECK(other("") ==
        "  said:      2: syntax/foreign \"==\" expected `is`, found `==`\n      help: write `is`\n");
}
