// SPDX-License-Identifier: MIT
// Owns the tables of what the reader of JSON takes and refuses, and where.
#include "interpreter/host/json.hpp"

#include <catch2/catch.hpp>
#include <memory>

namespace eligo::host {
namespace {

// Read from a heap block of exactly the text's size, so that a byte read beyond it is seen.
struct Read {
  explicit Read(std::string_view text, const Limits& limits = {})
      : block(new char[text.size() + (text.empty() ? 1 : 0)]) {
    text.copy(block.get(), text.size());
    view = std::string_view(block.get(), text.size());
    result = read_json(view, limits);
  }
  std::string where() const {
    if (!result.error) return "read";
    const TextPlace place = TextPlaces(view).at(result.error->offset);
    return std::to_string(place.line) + ":" + std::to_string(place.column) + " " + result.error->message;
  }
  std::unique_ptr<char[]> block;
  std::string_view view;
  JsonResult result;
};

std::string code(std::string_view text) {
  const Read read(text);
  return read.result.error ? std::string(read.result.error->code) : "read";
}
std::string said(std::string_view text) {
  return Read(text).where();
}
std::string text_of(std::string_view json) {
  const Read read(json);
  INFO(read.where());
  REQUIRE_FALSE(read.result.error);
  REQUIRE(read.result.json.kind(0) == JsonKind::string);
  return read.result.json.string(0);
}

TEST_CASE("every kind of value, with its place") {
  const Read read("{ \"a\" : [1, -0.5e+3, \"x\"],\r\n\"é\": {\"b\": null, \"c\": true},\n\t\"d\":false}");
  REQUIRE_FALSE(read.result.error);
  const Json& json = read.result.json;
  REQUIRE(json.kind(0) == JsonKind::object);
  const Json::Id a = json.first(0);
  CHECK(json.name(a) == "a");
  REQUIRE(json.kind(a) == JsonKind::array);
  CHECK(json.kind(json.first(a)) == JsonKind::number);
  CHECK(json.raw(json.next(json.first(a))) == "-0.5e+3");
  const Json::Id e = json.next(a);
  CHECK(json.name(e) == "é");
  REQUIRE(json.kind(e) == JsonKind::object);
  CHECK(json.kind(json.first(e)) == JsonKind::null);
  const Json::Id c = json.next(json.first(e));
  CHECK(json.truth(c));
  CHECK(json.next(c) == json.end(e));
  const Json::Id d = json.next(e);
  CHECK(json.kind(d) == JsonKind::boolean);
  CHECK_FALSE(json.truth(d));
  CHECK(json.next(d) == json.end(0));

  TextPlaces places(read.view);
  CHECK(places.at(json.name_offset(a)).column == 3);
  CHECK(places.at(json.offset(c)).line == 2);
  CHECK(places.at(json.offset(c)).column == 23);  // characters, not bytes, and CRLF is one line end
  CHECK(places.at(json.offset(d)).line == 3);
  CHECK(places.at(json.offset(d)).column == 6);
  CHECK(places.at(json.offset(a)).column == 9);  // going back
}

TEST_CASE("every escape") {
  CHECK(text_of(R"("\"\\\/\b\f\n\r\t")") == "\"\\/\b\f\n\r\t");
  CHECK(text_of(R"("\u0041\u00e9\u20AC\uD83D\ude00\uffff")") == "Aé€😀\xEF\xBF\xBF");
  CHECK(text_of(R"("a\u0000b")") == std::string("a\0b", 3));
  CHECK(text_of("\"\x7f é €\"") == "\x7f é €");
  CHECK(text_of("\"\"").empty());
}

TEST_CASE("numbers are the digits of RFC 8259") {
  for (const char* good : {"0", "-0", "10", "1.5", "0.00", "1e400", "1E+2", "1e-2", "-1.5e10",
                           "12345678901234567890123456789012345678901234567890"})
    CHECK(code(good) == "read");
  for (const char* bad : {"01", "-01", "+1", ".5", "1.e5", "1,5", "0x10", "NaN", "Infinity", "-Infinity",
                          "1_000", "--1", "1e1.5"})
    CHECK(code(bad) == "profile/json");
  for (const char* cut : {"-", "1.", "1e", "1e+"}) CHECK(code(cut) == "profile/cut_short");
}

TEST_CASE("what is refused, and the words for it") {
  CHECK(said("{'a': 1}") == "1:2 expected a name in double quotes, found `'`");
  CHECK(said("{\"a\" 1}") == "1:6 expected `:` after the name, found `1`");
  CHECK(said("{\"a\": 1 \"b\": 2}") == "1:9 expected `,` or `}`, found `\"`");
  CHECK(said("{\"a\": 1,}") == "1:8 expected a value after the last `,`, found `}`");
  CHECK(said("[1,]") == "1:3 expected a value after the last `,`, found `]`");
  CHECK(said("[1}") == "1:3 expected `,` or `]`, found `}`");
  CHECK(said("{\"a\": 1]") == "1:8 expected `,` or `}`, found `]`");
  CHECK(said("[,1]") == "1:2 expected a value, found `,`");
  CHECK(said("{\n  \"a\": 007}") == "2:8 expected a number without a zero before it");
  CHECK(said("{} {}") == "1:4 expected the end of the text, found `{`");
  CHECK(said("{\"é\": é}") == "1:7 expected a value, found `é`");
  CHECK(said("nul!") == "1:1 expected a value, found `n`");
  CHECK(said("\"a\nb\"") == "1:3 expected the end of a text (`\"`), found the end of the line");
  CHECK(said("\"a\x01\"") == "1:3 expected the end of a text (`\"`), found a control character");
  CHECK(said(std::string_view("\"a\0\"", 4)) ==
        "1:3 expected the end of a text (`\"`), found a control character");
  CHECK(said(R"("\x41")") == "1:2 expected an escape of JSON, found `\\` before `x`");
  CHECK(said(R"("\u00g0")") == "1:6 expected four hexadecimal digits, found `g`");
  CHECK(said("") == "1:1 expected a JSON object, found an empty text");
  CHECK(said(" \n\t ") == "2:3 expected a JSON object, found an empty text");
  CHECK(Read("{a: 1}").result.error->help == "texts and names stand in double quotes");
  for (const char* curly : {"{“a”: 1}", "{\"a\": “b”}", "{«a»: 1}"})
    CHECK(Read(curly).result.error->help == "texts and names stand in straight double quotes: `\"`");
  CHECK(Read("{\"a\": 1\n\"b\": 2}").result.error->help == "a comma is missing before it");
  CHECK(Read("{\"a\": [{} {}]}").result.error->help == "a comma is missing before it");
  CHECK(Read("[True]").result.error->help == "write `true`, `false` or `null`");
  CHECK(Read("[NaN]").result.error->help ==
        "every number has digits; leave the fact out where there is none");
  CHECK(Read("[1, // one\n]").result.error->help == "JSON has no comments");
  CHECK(Read("[+1]").result.error->help == "a number has no `+` before it");
  CHECK(Read("[01]").result.error->help == "write it in quotes where the zero belongs to it: \"01\"");
}

TEST_CASE("half characters are refused") {
  const std::string half = "expected a whole character, found half of one (an unpaired surrogate)";
  for (const char* text : {R"("\ud800")", R"("\udc00")", R"("\ud800x")", R"("\ud800\n")", R"("\ud800\ud800")",
                           R"("\ud800A")", R"("\udfff\ud800")"})
    CHECK(said(text) == "1:2 " + half);
  CHECK(said(R"({"x\ud800": 1})") == "1:4 " + half);
}

TEST_CASE("only UTF-8 is read, with or without a mark before it") {
  for (const char* bad : {"\"\xC0\xAF\"", "\"\xE2\x82\"", "\"\xED\xA0\x80\"", "\"\xF4\x90\x80\x80\"",
                          "\"\xE9\"", "{\"a\": 1}\xFF"})
    CHECK(code(bad) == "profile/encoding");
  CHECK(said("[\"é\", \"\xE9\"]") == "1:8 expected UTF-8, found a byte that is none");
  CHECK(said("\xEF\xBB\xBF{}") == "read");
  CHECK(said("\xEF\xBB\xBF") == "1:2 expected a JSON object, found an empty text");
  CHECK(code(std::string_view("{\0}\0", 4)) == "profile/json");
}

TEST_CASE("names stand once in an object, whatever their spelling") {
  CHECK(said("{\"age\": 10,\n \"age\": 70}") ==
        "2:2 the name `age` stands twice in one object, first at 1:2");
  CHECK(said(R"({"age": 10, "b": {"x": 1}, "a\u0067e": 70})") ==
        "1:28 the name `age` stands twice in one object, first at 1:2");
  CHECK(said(R"({"a": {"b": 1, "c": 2, "\u0062": 3}})") ==
        "1:24 the name `b` stands twice in one object, first at 1:8");
  CHECK(said(R"({"z":1,"z":2,"a":1,"a":2})") ==
        "1:8 the name `z` stands twice in one object, first at 1:2");  // the first repetition
  CHECK(said(R"({"a":1,"a":2,"a":3})") == "1:8 the name `a` stands twice in one object, first at 1:2");
  CHECK(said(R"({"":1,"":2})") == "1:7 the name `` stands twice in one object, first at 1:2");
  CHECK(code(R"({"a": {"a": 1}, "A": {"a": 1}})") == "read");
  CHECK(code(R"({"a\u0000x": 1, "a": 2})") == "read");
}

TEST_CASE("levels are counted: N is read, N + 1 is not") {
  Limits limits;
  limits.profile_nesting = 3;
  CHECK_FALSE(Read("[[[1]]]", limits).result.error);
  CHECK(Read("[[[[1]]]]", limits).where() ==
        "1:4 the profile has more than 3 levels (limit `profile_nesting`)");
  CHECK(Read("{\"a\": [{\"b\": {}}]}", limits).where() ==
        "1:14 the profile has more than 3 levels (limit `profile_nesting`)");
  const auto nested = [](std::size_t n) { return std::string(n, '[') + std::string(n, ']'); };
  CHECK(code(nested(64)) == "read");
  CHECK(code(nested(65)) == "profile/nesting");
  CHECK(code(std::string(1'000'000, '[')) == "profile/nesting");
  CHECK(code("[" + std::string(200, '1') + ", [], []]") == "read");  // levels are not values
  limits.source_bytes = 10;
  CHECK_FALSE(Read("[1,2,3,40]", limits).result.error);
  CHECK(Read("[1,2,3,400]", limits).where() ==
        "1:1 the profile has more than 10 bytes (limit `source_bytes`)");
}

TEST_CASE("no beginning of a document is a document") {
  const std::string whole =
      "{\"id\": {\"kind\": \"pass\\u0070ort\\uD83D\\uDE00\", \"n\": [1.5e-3, true, false, null]}, \"é\": {}}";
  REQUIRE(code(whole) == "read");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const std::string found = code(whole.substr(0, size));
    const bool in_character = size > 0 && whole[size] == '\xA9';
    INFO(whole.substr(0, size));
    CHECK(found == (in_character ? "profile/encoding" : "profile/cut_short"));
  }
}

TEST_CASE("what is written is read back") {
  const std::string text("a\"\\/\n\t\r\x01\x1f\x7f\0é😀", 18);
  std::string json;
  write_json_string(json, text);
  CHECK(text_of(json) == text);
  CHECK(json.find('\n') == std::string::npos);
}

}  // namespace
}  // namespace eligo::host
