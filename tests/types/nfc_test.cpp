// SPDX-License-Identifier: MIT
// Owns the tables of UTF-8 and of normalization form C, and that long runs of marks stay cheap.
#include "interpreter/types/nfc.hpp"

#include <catch2/catch.hpp>

using namespace eligo::types;

namespace {

std::string text(const char8_t* s) {
  std::string out;
  for (; *s != 0; ++s) out += static_cast<char>(*s);
  return out;
}

}  // namespace

TEST_CASE("bytes are UTF-8 or the first bad place is named") {
  const auto [bytes, at] = GENERATE(table<std::string, int>({
      {"", -1},
      {"plain", -1},
      {std::string("a\0b", 3), -1},
      {text(u8"é€\U00010000\U0010FFFF"), -1},
      {"\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", -1},
      {"\x80", 0},
      {"ab\xBF", 2},
      {"\xC0\xAF", 0},
      {"\xC1\xBF", 0},
      {"\xE0\x9F\xBF", 0},
      {"\xED\xA0\x80", 0},
      {"\xED\xBF\xBF", 0},
      {"\xF0\x8F\xBF\xBF", 0},
      {"\xF4\x90\x80\x80", 0},
      {"\xF5\x80\x80\x80", 0},
      {"\xFF", 0},
      {"a\xE2\x82", 1},
      {"a\xC3", 1},
      {"a\xF0\x90\x80", 1},
      {"\xC3\xA9\xE2\x82"
       "a",
       2},
      {"\xC3\xA9\xE2(\xA1", 2},
      {"\xF0\x90\x80(", 0},
      {"\xC3\xC3\xA9", 0},
  }));
  std::size_t found = 99;
  CHECK(is_utf8(bytes, &found) == (at < 0));
  CHECK(found == (at < 0 ? 99U : static_cast<std::size_t>(at)));
  CHECK(is_utf8(bytes) == (at < 0));
}

TEST_CASE("texts are normalized to form C") {
  const auto [given, expected] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"Département", "Département"},
      {text(u8"e\u0301"), text(u8"\u00E9")},
      {text(u8"\u00E9"), text(u8"\u00E9")},
      {text(u8"\u212B"), text(u8"\u00C5")},               // angstrom sign
      {text(u8"\u1E9B\u0323"), text(u8"\u1E9B\u0323")},   // stays apart
      {text(u8"a\u0301\u0323"), text(u8"\u1EA1\u0301")},  // marks sorted, then joined
      {text(u8"a\u0323\u0302"), text(u8"\u1EAD")},        // joined twice
      {text(u8"a\u0301\u0301"), text(u8"\u00E1\u0301")},  // the second is blocked
      {text(u8"\u0344"), text(u8"\u0308\u0301")},         // never composes again
      {text(u8"\u0958"), text(u8"\u0915\u093C")},         // excluded from composition
      {text(u8"\u2ADC"), text(u8"\u2ADD\u0338")},
      {text(u8"\u0301a"), text(u8"\u0301a")},            // a mark without a letter
      {text(u8"\u1100\u1161\u11A8"), text(u8"\uAC01")},  // Hangul
      {text(u8"\uAC00\u11A8"), text(u8"\uAC01")},
      {text(u8"\uAC01\u11A8"), text(u8"\uAC01\u11A8")},
      {text(u8"\uAC00\u11A7"), text(u8"\uAC00\u11A7")},              // one before the first tail
      {text(u8"\u1100\u0300\u1161"), text(u8"\u1100\u0300\u1161")},  // a mark between keeps them apart
      {text(u8"\u09C7\u09BE"), text(u8"\u09CB")},                    // a starter that joins
      {text(u8"\u09C7\u0301\u09BE"), text(u8"\u09C7\u0301\u09BE")},  // unless a mark stands between
      {text(u8"\U0001D15E"), text(u8"\U0001D157\U0001D165")},
      {text(u8"\U000110A5\U000110BA"), text(u8"\U000110AB")},
      {text(u8"\U0002F800"), text(u8"\u4E3D")},
      {text(u8"l\u2019e\u0301tat"), text(u8"l\u2019\u00E9tat")},
  }));
  CHECK(nfc(given) == expected);
  CHECK(nfc(expected) == expected);
}

TEST_CASE("code points at the ends of each length of UTF-8 survive beside what changes") {
  const std::string rest = text(u8"\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\U00010000\U0010FFFF");
  CHECK(nfc(text(u8"e\u0301") + rest) == text(u8"\u00E9") + rest);
}

TEST_CASE("bytes that are not UTF-8 are left alone") {
  const std::string bytes = GENERATE(as<std::string>(), "\xFF", "e\xCC\x81\xFF",
                                     "\xFF"
                                     "e\xCC\x81",
                                     "e\xCC", "\xE2\x84");
  CHECK(nfc(bytes) == bytes);
}

TEST_CASE("keys are compared with either apostrophe") {
  CHECK(key_form(text(u8"C\u00F4te-d\u2019Or")) == text(u8"C\u00F4te-d'Or"));
  CHECK(key_form(text(u8"Co\u0302te-d'Or")) == text(u8"C\u00F4te-d'Or"));
  CHECK(key_form(text(u8"\u2019\u2019")) == "''");
  CHECK(key_form(text(u8"\u2018a\u2019b\u02BC")) == text(u8"\u2018a'b\u02BC"));
  CHECK(key_form("").empty());
}

TEST_CASE("a million marks and a million apostrophes are no trouble") {
  std::string marks = "a";
  std::string apostrophes;
  std::string sorted = text(u8"\u1EA1");
  constexpr int count = 500'000;
  for (int i = 0; i < count; ++i) marks += text(u8"\u0301\u0323");
  for (int i = 1; i < count; ++i) sorted += text(u8"\u0323");
  for (int i = 0; i < count; ++i) sorted += text(u8"\u0301");
  for (int i = 0; i < 2 * count; ++i) apostrophes += text(u8"\u2019");
  CHECK((nfc(marks) == sorted));
  CHECK((key_form(apostrophes) == std::string(2 * count, '\'')));
}
