// SPDX-License-Identifier: MIT
// Rendering: what reaches a terminal is safe, stands below the right characters and is bounded; JSON is
// exact.
#include <catch2/catch.hpp>

#include "tools/render/diagnostics.hpp"
#include "tools/render/excerpt.hpp"
#include "tools/render/json.hpp"
#include "tools/render/reports.hpp"
#include "tools/render/visible.hpp"

using namespace eligo;

namespace {

Diagnostic finding(const std::string& text, const std::string& word,
                   const std::string& message = "unknown name `x`") {
  const std::size_t begin = text.find(word);
  Diagnostic diagnostic;
  diagnostic.code = "name/unknown";
  diagnostic.message = message;
  std::uint32_t line = 1, column = 1;
  for (std::size_t i = 0; i < begin; ++i) {
    if (text[i] == '\n') {
      ++line;
      column = 1;
    } else {
      ++column;
    }
  }
  diagnostic.place = {"a.eligo", static_cast<std::uint32_t>(begin),
                      static_cast<std::uint32_t>(begin + word.size()), line, column};
  return diagnostic;
}

std::string terminal(const std::string& text, const std::vector<Diagnostic>& diagnostics,
                     const render::TerminalOptions& options = {}, const std::string& folder = "") {
  const render::Files files = {{"a.eligo", text}};
  return render::to_terminal({{&diagnostics, &files, folder}}, options);
}

/// No byte that a terminal obeys: C0 (line ends apart), DEL, C1 and the characters that reorder text.
bool is_safe(const std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\n') || byte == 0x7F) return false;
    const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
    if (byte == 0xC2 && next < 0xA0) return false;  // C1 in UTF-8
  }
  for (const char* hidden : {"\u202E", "\u2066", "\u200B", "\uFEFF", "\u00AD", "\u3164", "\u115F", "\u034F"})
    if (text.find(hidden) != std::string::npos) return false;
  return true;
}

}  // namespace

TEST_CASE("characters that a terminal obeys are shown as glyphs") {
  CHECK(render::visible("a\x1b[2J\x7f\n\tb") == "a␛[2J␡␊␉b");
  CHECK(render::visible("\u009b31m") == "<U+009B>31m");
  CHECK(render::visible("abc\u202Edef\u2066") == "abc<U+202E>def<U+2066>");
  CHECK(render::visible("no\u200Bbreak\uFEFF") == "no<U+200B>break<U+FEFF>");
  CHECK(render::visible("a\u00AD\u034F\u3164\u115F\uFFA0\U000E0041\uFFFF") ==
        "a<U+00AD><U+034F><U+3164><U+115F><U+FFA0><U+E0041><U+FFFF>");
  CHECK(render::visible("❤\uFE0F 👩\u200D🚀 a\u200Db\uFE0F") == "❤\uFE0F 👩\u200D🚀 a<U+200D>b<U+FE0F>");
  CHECK(render::visible(std::string_view("\0x", 2)) == "␀x");
  CHECK(render::visible("caf\xE9!") == "caf\uFFFD!");
  CHECK(render::visible("Préfecture de l’Aÿ 漢字 🙂") == "Préfecture de l’Aÿ 漢字 🙂");
  CHECK(render::visible_lines("a\r\nb\x07\n") == "a␍\nb␇\n");
}

TEST_CASE("width counts terminal columns") {
  CHECK(render::width("abc") == 3);
  CHECK(render::width("漢字") == 4);
  CHECK(render::width("e\u0301") == 1);
  CHECK(render::width("\x1b") == 1);
  CHECK(render::width("\u202E") == 8);
  CHECK(render::characters("e\u0301漢\xFF") == 4);
}

TEST_CASE("long texts are shortened to the columns asked for") {
  CHECK(render::shortened("abcdef", 6) == "abcdef");
  CHECK(render::shortened("abcdefg", 6) == "abcde…");
  CHECK(render::shortened("漢字漢字", 6) == "漢字…");
  CHECK(render::shortened(std::string(1'000'000, 'x'), 20) == std::string(19, 'x') + "…");
}

TEST_CASE("the underline stands below the place") {
  struct Row {
    std::string line, word, shown, underline;
  };
  const std::vector<Row> rows = {
      {"citizenship is XY", "XY", "citizenship is XY", "               ^^"},
      {"\tis XY", "XY", "    is XY", "       ^^"},
      {"a\tXY", "XY", "a   XY", "    ^^"},
      {"漢字 is XY", "XY", "漢字 is XY", "        ^^"},
      {"is 漢字 then", "漢字", "is 漢字 then", "   ^^^^"},
      {"cafe\u0301 is XY", "XY", "cafe\u0301 is XY", "        ^^"},
      {"\x1b[31m XY", "XY", "␛[31m XY", "      ^^"},
      {"\u202E XY", "XY", "<U+202E> XY", "         ^^"},
      {"caf\xE9 XY", "XY", "caf\uFFFD XY", "     ^^"},
      {"a\u200Bb\u3164 XY", "XY", "a<U+200B>b<U+3164> XY", "                   ^^"},
      {"is X\u00ADY", "X\u00ADY", "is X<U+00AD>Y", "   ^^^^^^^^^^"},
      {"👩\u200D🚀 XY", "XY", "👩\u200D🚀 XY", "     ^^"},
  };
  for (const Row& row : rows) {
    for (const char* end : {"", "\n", "\r\n", "\r"}) {
      const std::string text =
          std::string("first line") + (*end ? end : "\n") + row.line + end + (*end ? "next" : "");
      const auto begin = static_cast<std::uint32_t>(text.find(row.word));
      const auto shown =
          render::excerpt(text, begin, begin + static_cast<std::uint32_t>(row.word.size()), 100);
      CHECK(shown.line == row.shown);
      CHECK(shown.underline == row.underline);
    }
  }
}

TEST_CASE("places at ends of lines, of texts and over several lines get one line and at least one mark") {
  const std::string text = "one\r\ntwo three\nfour";
  const auto underline = [&](std::uint32_t begin, std::uint32_t end) {
    return render::excerpt(text, begin, end, 100).underline;
  };
  CHECK(underline(3, 3) == "   ^");                   // the end of the first line
  CHECK(underline(4, 5) == "   ^");                   // its line end
  CHECK(underline(9, 19) == "    ^^^^^");             // from "three" into the next line
  CHECK(underline(19, 19) == "    ^");                // the end of the text
  CHECK(underline(4'000'000, 4'000'001) == "    ^");  // beyond it
  CHECK(render::excerpt("", 0, 0, 100).underline == "^");
  CHECK(render::excerpt(text, 9, 19, 100).line == "two three");
}

TEST_CASE("LF, CRLF and a lone CR end a line, each once, also in one text") {
  const std::string text = "aé\rbb\r\nc\r\rd\n\re";
  struct Row {
    std::uint32_t offset;
    std::string_view line;
    std::size_t column;
    std::uint32_t line_number;
  };
  for (const Row& row : std::vector<Row>{{0, "aé", 1, 1},
                                         {3, "aé", 3, 1},
                                         {4, "bb", 1, 2},
                                         {6, "bb", 3, 2},
                                         {7, "bb", 4, 2},  // between CR and LF
                                         {8, "c", 1, 3},
                                         {10, "", 1, 4},
                                         {11, "d", 1, 5},
                                         {13, "", 1, 6},
                                         {14, "e", 1, 7},
                                         {15, "e", 2, 7}}) {
    CAPTURE(row.offset);
    CHECK(render::line_at(text, row.offset) == row.line);
    CHECK(render::character_column(text, row.offset) == row.column);
    CHECK(render::lines_between(text, 0, row.offset) + 1 == row.line_number);
  }
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < text.size(); at = render::next_line(text, at)) begins.push_back(at);
  CHECK(begins == std::vector<std::size_t>{0, 4, 8, 10, 11, 13, 14});
}

TEST_CASE("a long line is cut around the place") {
  const std::string text = std::string(500, 'a') + " HERE " + std::string(500, 'b');
  const auto shown = render::excerpt(text, 501, 505, 60);
  CHECK(render::width(shown.line) <= 60);
  CHECK(shown.line.rfind("…", 0) == 0);
  CHECK(shown.line.substr(shown.line.size() - 3) == "…");
  const std::size_t at = shown.line.find("HERE");
  REQUIRE(at != std::string::npos);
  CHECK(shown.underline == std::string(at - 2, ' ') + "^^^^");  // "…" has three bytes and one column
  const std::string huge = std::string(10'000'000, ' ') + "HERE" + std::string(10'000'000, ' ');
  const auto cut = render::excerpt(huge, 10'000'000, 10'000'004, 60);
  CHECK(cut.line.find("HERE") != std::string::npos);
  CHECK(cut.line.size() < 80);
  CHECK(cut.underline.size() < 60);
}

TEST_CASE("an underline never leaves the part of a long line that is shown") {
  const std::string text(5000, 'x');
  const auto shown = render::excerpt(text, 0, 5000, 60);
  CHECK(render::width(shown.line) <= 60);
  CHECK(static_cast<int>(shown.underline.size()) < render::width(shown.line));
}

TEST_CASE("a finding has a title, a place, an excerpt, related places, help and suggestions") {
  const std::string text = "ruleset a \"A\"\nend\nrule b\n\tcitizenshp is FR\nend\n";
  Diagnostic diagnostic = finding(text, "citizenshp", "unknown name `citizenshp`");
  diagnostic.related.push_back({finding(text, "rule b").place, "in this rule"});
  diagnostic.help = {"did you mean `citizenship`?"};
  diagnostic.fixes = {{"write `citizenship`", {{diagnostic.place, "citizenship"}}}};
  CHECK(terminal(text, {diagnostic}, {}, "rules/") ==
        "error: unknown name `citizenshp` [name/unknown]\n"
        "--> rules/a.eligo:4:2\n"
        " 4 |     citizenshp is FR\n"
        "   |     ^^^^^^^^^^\n"
        "   also: in this rule\n"
        "--> rules/a.eligo:3:1\n"
        " 3 | rule b\n"
        "   | ------\n"
        "   help: did you mean `citizenship`?\n"
        "   suggestion: write `citizenship`\n"
        " 4 +     citizenship is FR\n");
}

TEST_CASE("edits of one line are shown as one line, others as theirs") {
  const std::string text = "rule b\n  a  is  c\nend\n";
  Diagnostic diagnostic = finding(text, "a", "two blanks");
  const Place first = finding(text, "  is", "").place, second = finding(text, "  c", "").place,
              third = finding(text, "end", "").place;
  diagnostic.fixes = {{"write one", {{first, " is"}, {second, " c"}, {third, "END"}}}};
  CHECK(terminal(text, {diagnostic}, {}) ==
        "error: two blanks [name/unknown]\n"
        "--> a.eligo:2:3\n"
        " 2 |   a  is  c\n"
        "   |   ^\n"
        "   suggestion: write one\n"
        " 2 +   a is c\n"
        " 3 + END\n");
}

TEST_CASE("a witness is shown as it is to be pasted, and stands in JSON") {
  const std::string text = "rule b\n  a\nend\n";
  Diagnostic diagnostic = finding(text, "rule b", "nobody meets `b`");
  diagnostic.witness = "test \"nobody\" as of 2025-06-01\n  expect b no\nend\n";
  CHECK(terminal(text, {diagnostic}, {}) ==
        "error: nobody meets `b` [name/unknown]\n"
        "--> a.eligo:1:1\n"
        " 1 | rule b\n"
        "   | ^^^^^^\n"
        "   for example:\n"
        "test \"nobody\" as of 2025-06-01\n"
        "  expect b no\n"
        "end\n");
  const render::Files files = {{"a.eligo", text}};
  const std::vector<Diagnostic> all = {diagnostic};
  CHECK(render::to_json({{&all, &files, ""}})
            .find("\"witness\": \"test \\\"nobody\\\" as of 2025-06-01\\n  expect b no\\nend\\n\"") !=
        std::string::npos);
}

TEST_CASE("colour is there where it is asked for, and only there") {
  const std::string text = "a BAD b";
  const std::string plain = terminal(text, {finding(text, "BAD")});
  CHECK(plain.find('\x1b') == std::string::npos);
  const std::string colored = terminal(text, {finding(text, "BAD")}, {true});
  CHECK(colored.find("\x1b[1;31merror\x1b[0m") == 0);
  CHECK(colored.find("\x1b[1;31m^^^\x1b[0m") != std::string::npos);
  std::string stripped;
  for (std::size_t i = 0; i < colored.size(); ++i) {
    if (colored[i] == '\x1b') {
      i = colored.find('m', i);
    } else {
      stripped += colored[i];
    }
  }
  CHECK(stripped == plain);
}

TEST_CASE("columns count characters, bytes stay in JSON") {
  const std::string text = "é漢 BAD\n";
  const std::vector<Diagnostic> all = {finding(text, "BAD")};
  CHECK(terminal(text, all).find("--> a.eligo:1:4\n") != std::string::npos);
  const render::Files files = {{"a.eligo", text}};
  const std::string json = render::to_json({{&all, &files, ""}});
  CHECK(json.find("\"column\": 4,\n        \"end_line\": 1,\n        \"end_column\": 7,\n        \"begin\": "
                  "6,\n        \"end\": 9") != std::string::npos);
}

TEST_CASE("a place in a file that was not read has no excerpt") {
  Diagnostic diagnostic;
  diagnostic.code = "host/file";
  diagnostic.message = "no such file";
  diagnostic.place = {"b\n.eligo", 0, 0, 0, 0};
  CHECK(terminal("text", {diagnostic}) == "error: no such file [host/file]\n--> b␊.eligo\n");
  diagnostic.place = {"a.eligo", 900, 901, 7, 3};  // beyond the text: the place is said, nothing is shown
  CHECK(terminal("text", {diagnostic}) == "error: no such file [host/file]\n--> a.eligo:7:5\n");
}

TEST_CASE("no text of a user reaches the terminal raw") {
  const std::string evil =
      "a\x1b[2J\x1b]52;c;aGk=\x07\u009b31m\u202E\r\x7f\u2066\u200B\uFEFF\u00AD\u3164\u115F\u034F";
  const std::string text = "x " + evil + " BAD " + evil + "\n";
  Diagnostic diagnostic = finding(text, "BAD", "message " + evil);
  diagnostic.code = "x/" + evil;
  diagnostic.place.file = "a.eligo";
  diagnostic.related.push_back({diagnostic.place, evil});
  diagnostic.help = {evil};
  diagnostic.fixes = {{evil, {{diagnostic.place, evil + "\n" + evil}}}};
  const std::vector<Diagnostic> all = {diagnostic};
  CHECK(is_safe(terminal(text, all, {}, evil)));
  const render::Files files = {{"a.eligo", text}};
  const std::string json = render::to_json({{&all, &files, ""}});
  CHECK(json.find("\\u001b[2J") != std::string::npos);
  CHECK(json.find('\x1b') == std::string::npos);
  CHECK(json.find("\u009b") == std::string::npos);
  CHECK(is_safe(json));
  CHECK(json.find("\\u200b\\ufeff\\u00ad\\u3164") != std::string::npos);
  const std::vector<render::Findings> findings = {{&all, &files, ""}};
  CHECK(is_safe(render::to_github(findings)));
  CHECK(is_safe(render::to_junit(findings, {evil}, Severity::error)));
}

TEST_CASE("a flood of findings, and monstrous ones, stay bounded") {
  std::string text;
  std::vector<Diagnostic> all;
  for (int i = 0; i < 20'000; ++i) text += "BAD\n";
  for (int i = 0; i < 20'000; ++i) {
    Diagnostic diagnostic = finding(text, "BAD");
    diagnostic.place = {"a.eligo", static_cast<std::uint32_t>(4 * i), static_cast<std::uint32_t>(4 * i + 3),
                        static_cast<std::uint32_t>(i + 1), 1};
    all.push_back(diagnostic);
  }
  const std::string flood = terminal(text, all);
  CHECK(flood.size() < 64 * 1024);
  CHECK(flood.find("\nand 19950 more\n") != std::string::npos);

  const std::string monster(100'000, 'm');
  Diagnostic diagnostic = finding("BAD", "BAD", monster);
  diagnostic.related.assign(20, {diagnostic.place, monster});
  diagnostic.help.assign(20, monster);
  diagnostic.fixes.assign(20, {monster, {{diagnostic.place, monster + "\n" + monster}}});
  CHECK(terminal("BAD", {diagnostic}).size() < 16 * 1024);
}

TEST_CASE("nothing to say is said with nothing") {
  CHECK(terminal("text", {}).empty());
  const std::vector<Diagnostic> none;
  const render::Files files;
  CHECK(render::to_json({{&none, &files, ""}}) ==
        "{\n  \"version\": 1,\n  \"errors\": 0,\n  \"warnings\": 0,\n  \"notes\": 0,\n  \"diagnostics\": "
        "[],\n  \"left_out\": 0\n}\n");
}

TEST_CASE("JSON escapes what it must and keeps the rest") {
  render::JsonWriter json;
  json.object()
      .key("a\"b")
      .text("\\ \n \t \x1b \x7f \u009b é 漢 🙂 \xFF")
      .key("n")
      .raw("0.10")
      .key("e")
      .array()
      .end()
      .end();
  CHECK(
      json.take() ==
      "{\n  \"a\\\"b\": \"\\\\ \\n \\u0009 \\u001b \\u007f \\u009b é 漢 🙂 \uFFFD\",\n  \"n\": 0.10,\n  "
      "\"e\": "
      "[]\n}\n");
}
