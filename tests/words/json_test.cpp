// SPDX-License-Identifier: MIT
// Owns the cases of the JSON writer; what it writes is read back by another library.
#include "interpreter/words/json.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using eligo::words::Json;
using eligo::words::json_text;

TEST_CASE("every byte below 128 survives, and controls are escaped") {
  for (int byte = 0; byte < 128; ++byte) {
    const std::string text(1, static_cast<char>(byte));
    const std::string spelled = json_text(text);
    INFO(byte << " is " << spelled);
    CHECK(nlohmann::json::parse(spelled).get<std::string>() == text);
    for (const char c : spelled) CHECK((c >= 0x20 && c != 0x7F));
  }
}

TEST_CASE("escapes") {
  CHECK(json_text("a\"b\\c") == R"("a\"b\\c")");
  CHECK(json_text("\b\f\n\r\t") == R"("\b\f\n\r\t")");
  CHECK(json_text(std::string("\0\x1f\x7f", 3)) == R"("\u0000\u001f\u007f")");
  CHECK(json_text("\u0085\u009F") == R"("\u0085\u009f")");
  CHECK(json_text("\u2028\u202E") == R"("\u2028\u202e")");
  CHECK(json_text("a\u200B\uFEFF\u00AD\U000E0041") == R"("a\u200b\ufeff\u00ad\udb40\udc41")");
  CHECK(nlohmann::json::parse(json_text("\U000E0041\u200B")).get<std::string>() == "\U000E0041\u200B");
  CHECK(json_text("é€🙂/ 👩\u200D🚀") == "\"é€🙂/ 👩\u200D🚀\"");
}

TEST_CASE("ill-formed bytes become U+FFFD one by one") {
  CHECK(json_text("\xC3") == "\"\uFFFD\"");
  CHECK(json_text("\xED\xA0\x80") == "\"\uFFFD\uFFFD\uFFFD\"");
  CHECK(json_text("\xC0\xAF") == "\"\uFFFD\uFFFD\"");
  CHECK(json_text("\xF5x") == "\"\uFFFDx\"");
  CHECK(json_text("\xF4\x90\x80\x80") == "\"\uFFFD\uFFFD\uFFFD\uFFFD\"");
}

TEST_CASE("layout") {
  Json json;
  json.object().key("a").number(-5).key("b").array().boolean(true).null().text("x").end();
  json.key("c").object().end().key("d").array().end().key("e").text_or_null("").end();
  CHECK(json.take() ==
        "{\n"
        "  \"a\": -5,\n"
        "  \"b\": [\n"
        "    true,\n"
        "    null,\n"
        "    \"x\"\n"
        "  ],\n"
        "  \"c\": {},\n"
        "  \"d\": [],\n"
        "  \"e\": null\n"
        "}\n");
}

TEST_CASE("all on one line") {
  Json json(0);
  json.array().object().key("a").number(1).key("b").text("c").end().array().end().end();
  CHECK(json.take() == R"([{"a":1,"b":"c"},[]])");
}
