// SPDX-License-Identifier: MIT
// Owns the comparison with another reader of JSON on documents that were changed at random.
#ifdef ELIGO_HAS_NLOHMANN_JSON

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>

#include "interpreter/host/json.hpp"
#include "tests/support/amount.hpp"

namespace eligo::host {
namespace {

using Other = nlohmann::json;

// The other reader keeps the last of two members with one name, takes a mark before the text, any depth, and
// numbers as doubles: those differences are wanted, so they are looked for apart.
enum class Theirs { reads, refuses, number_beyond_doubles };
Theirs other_reads(const std::string& text) {
  constexpr int number_overflow = 406;
  try {
    if (Other::parse(text).is_discarded()) return Theirs::refuses;
  } catch (const Other::out_of_range& error) {
    return error.id == number_overflow ? Theirs::number_beyond_doubles : Theirs::refuses;
  } catch (const Other::exception&) {
    return Theirs::refuses;
  }
  return Theirs::reads;
}

Other rebuilt(const Json& json, Json::Id id) {
  switch (json.kind(id)) {
    case JsonKind::null:
      return nullptr;
    case JsonKind::boolean:
      return json.truth(id);
    case JsonKind::number:
      return Other::parse(json.raw(id));
    case JsonKind::string:
      return json.string(id);
    case JsonKind::array: {
      Other list = Other::array();
      for (Json::Id child = json.first(id); child != json.end(id); child = json.next(child))
        list.push_back(rebuilt(json, child));
      return list;
    }
    case JsonKind::object:
      break;
  }
  Other object = Other::object();
  for (Json::Id child = json.first(id); child != json.end(id); child = json.next(child))
    object[json.name(child)] = rebuilt(json, child);
  return object;
}

const std::vector<std::string>& seeds() {
  static const std::vector<std::string> texts = {
      R"({"age": 30, "id": {"kind": "passport", "country": "FR"}, "citizen": true, "born": null})",
      R"(["\u0041\ud83d\ude00\n\\\"", -0.5e+10, 0, 120, false, [], {}, [[{"a": [1]}]]])",
      R"({"from": 1, "to": 3, "one_of": ["a", "b", "é", "€", "😀"], "": "", "x\u0000y": 1e3})",
      " \t\r\n{ \"a\" : 1 , \"b\" : [ 1 , 2 ] } \n",
      R"("plain")",
      R"(-12.5E-3)",
      R"(null)"};
  return texts;
}

using tests::amount;

TEST_CASE("another reader accepts and refuses the same") {
  std::mt19937 random(20250601);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const std::string bytes =
      "{}[]\",:\\/ue0123456789+-.E \n\ttrfalsn'dD8cC\x01\x7f\x80\xC3\xA9\xE2\xED\xF0\xFF";
  std::size_t both_read = 0, both_refuse = 0, stricter = 0;
  const std::uint64_t rounds = amount("ELIGO_DOCUMENTS", 200'000);
  for (std::uint64_t round = 0; round < rounds; ++round) {
    std::string text = seeds()[below(seeds().size())];
    for (std::size_t change = below(3); change < 3; ++change) {
      const std::size_t at = below(text.size() + 1);
      switch (below(4)) {
        case 0:
          text.insert(at, 1, bytes[below(bytes.size())]);
          break;
        case 1:
          if (at < text.size()) text[at] = bytes[below(bytes.size())];
          break;
        case 2:
          text.erase(at, 1 + below(3));
          break;
        default: {
          const std::size_t from = below(text.size() + 1);
          text.insert(at, text.substr(from, below(12)));
        }
      }
    }
    const JsonResult mine = read_json(text, {});
    const Theirs verdict = other_reads(text);
    if (verdict == Theirs::number_beyond_doubles) continue;  // the rest of that text was not looked at
    const bool theirs = verdict == Theirs::reads;
    INFO(text);
    if (mine.error) {
      const bool wanted =
          mine.error->code == "profile/duplicate_key" || mine.error->code == "profile/encoding";
      if (theirs && wanted) {
        ++stricter;
        if (mine.error->code == "profile/encoding") REQUIRE(text.substr(0, 3) == "\xEF\xBB\xBF");
        continue;
      }
      REQUIRE_FALSE(theirs);
      ++both_refuse;
    } else {
      REQUIRE(theirs);
      ++both_read;
      REQUIRE(rebuilt(mine.json, 0) == Other::parse(text));
    }
  }
  CHECK(both_read > rounds / 20);
  CHECK(both_refuse > rounds / 4);
  CHECK(stricter > 0);
}

}  // namespace
}  // namespace eligo::host

#endif
