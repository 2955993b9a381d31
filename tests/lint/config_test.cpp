// SPDX-License-Identifier: MIT
// The settings of the linter: what counts before what, and what is said of a file that cannot be used.
#include <catch2/catch.hpp>

#include "tools/lint/config.hpp"

namespace eligo {
namespace {

using lint::Level;

std::vector<std::string> rulesets() {
  return {"pool", "library", "lint"};
}

lint::Config settings_of(const std::string& text) {
  const lint::ConfigResult read = lint::read_config("eligo.toml", text, rulesets);
  for (const Diagnostic& each : read.diagnostics) FAIL(each.code << ": " << each.message);
  return read.config;
}

/// Everything that is said, each with the text that is underlined: `code "underlined" message; help`.
std::string told(const std::string& text) {
  std::string out;
  for (const Diagnostic& each : lint::read_config("rules/eligo.toml", text, rulesets).diagnostics) {
    CHECK(each.place.file == "rules/eligo.toml");
    CHECK(each.severity == Severity::error);
    out += each.code + " \"" + text.substr(each.place.begin, each.place.end - each.place.begin) + "\" " +
           each.message;
    for (const std::string& help : each.help) out += "; " + help;
    out += "\n";
  }
  return out;
}

TEST_CASE("nothing set: each check has its own level and numbers") {
  const lint::Config config = settings_of("# nothing here\n");
  CHECK(!config.level("unused/fact", "pool"));
  CHECK(!config.number("source/unchecked", "months", "pool"));
}

TEST_CASE("a code counts before its category, a ruleset before all, a wish of this run before everything") {
  lint::Config config = settings_of(R"([lint]
style = "note"
"style/layout" = "error"
"source/unchecked" = { level = "off", months = 6 }
[lint."pool"]
"style/layout" = "off"
[lint.library."source/unchecked"]
months = 24
)");
  CHECK(config.level("style/number", "pool") == Level::note);
  CHECK(config.level("style/layout", "library") == Level::error);
  CHECK(config.level("style/layout", "pool") == Level::off);
  CHECK(config.level("source/unchecked", "pool") == Level::off);
  CHECK(config.number("source/unchecked", "months", "pool") == 6);
  CHECK(config.number("source/unchecked", "months", "library") == 24);
  CHECK(config.wish("style=warning").empty());
  CHECK(config.level("style/layout", "pool") == Level::warning);
  CHECK(config.wish("style/layout=note").empty());
  CHECK(config.level("style/layout", "pool") == Level::note);
  CHECK(config.level("style/number", "pool") == Level::warning);
}

TEST_CASE("a category of a part counts before a code that is set for all") {
  const lint::Config config =
      settings_of("[lint]\n\"style/layout\" = \"error\"\n[lint.pool]\nstyle = \"off\"\n");
  CHECK(config.level("style/layout", "pool") == Level::off);
}

TEST_CASE("an unknown key is an error with its place") {
  CHECK(told("[lnt]\nstyle = \"note\"\n") ==
        "settings/unknown \"lnt\" expected the section `lint`, found `lnt`; did you mean `lint`?\n");
  CHECK(told("[lint]\n\"unused/facts\" = \"off\"\n") ==
        "settings/unknown \"\"unused/facts\"\" expected a check or a category of checks, found "
        "`unused/facts`; did you mean "
        "`unused/fact`?\n");
  CHECK(told("[lint]\nstile = \"off\"\n") ==
        "settings/unknown \"stile\" expected a check or a category of checks, found `stile`; did you mean "
        "`style`?\n");
  CHECK(told("[lint.pool]\n\"é/x\" = \"off\"\nzzz = \"off\"\n") ==
        "settings/unknown \"\"é/x\"\" expected a check or a category of checks, found `é/x`\n"
        "settings/unknown \"zzz\" expected a check or a category of checks, found `zzz`\n");
  CHECK(told("[lint.\"source/unchecked\"]\nmonth = 3\n") ==
        "settings/unknown \"month\" expected a setting of `source/unchecked`, found `month`; did you mean "
        "`months`?\n");
}

TEST_CASE("a part is of a ruleset that there is, or perhaps of one that cannot be read") {
  CHECK(told("[lint.pol]\nstyle = \"off\"\n") ==
        "settings/unknown \"pol\" expected the name of a ruleset below this file, found `pol`; did you mean "
        "`pool`?\n");
  const auto unknown = [] { return std::vector<std::string>{"pool", ""}; };
  CHECK(lint::read_config("eligo.toml", "[lint.pol]\nstyle = \"off\"\n", unknown).diagnostics.empty());
}

TEST_CASE("a value of another kind is an error with its place") {
  const std::string levels = "expected a level: `off`, `note`, `warning` or `error`\n";
  CHECK(told("[lint]\nstyle = \"loud\"\n") == "settings/value \"\"loud\"\" " + levels);
  CHECK(told("[lint]\nstyle = 3\n") == "settings/value \"3\" " + levels);
  CHECK(told("lint = 3\n") == "settings/value \"3\" expected a section, as in `[lint]`\n");
  CHECK(told("[lint]\n\"source/unchecked\" = { months = -1 }\n") ==
        "settings/value \"-1\" expected a whole number from 0\n");
  CHECK(told("[lint]\n\"source/unchecked\" = { months = \"6\" }\n") ==
        "settings/value \"\"6\"\" expected a whole number from 0\n");
}

TEST_CASE("what is not TOML is said once, where it stands") {
  const lint::ConfigResult read = lint::read_config("eligo.toml", "[lint]\nstyle = = 3\n", rulesets);
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].code == "settings/syntax");
  CHECK(read.diagnostics[0].place.line == 2);
  CHECK(read.diagnostics[0].message.rfind("this is not TOML: ", 0) == 0);
}

TEST_CASE("a file may begin with an empty line") {
  CHECK(settings_of("\n[lint]\n\"style/layout\" = \"off\"\n").level("style/layout", "pool") == Level::off);
  CHECK(settings_of("\n\n").level("style/layout", "pool") == std::nullopt);
}

TEST_CASE("what no section can be called is told with its place") {
  for (const char* const section : {"[.lint]", "[[[lint]", "[élint]", "[*]", "[=lint]", "["})
    CHECK(told(std::string(section) + "\n") ==
          "settings/syntax \"" + std::string(section) +
              "\" this is not TOML: expected the name of a section, as in `[lint]`\n");
  CHECK(told("[lint]\n[ .x]\n") ==
        "settings/syntax \"[ .x]\" this is not TOML: expected the name of a section, as in `[lint]`\n");
}

TEST_CASE("what is given twice is told at its second place, in its own spelling") {
  CHECK(
      told("[lint]\n\"unused/fact\" = \"off\"\n  \"unused/fact\" = \"note\"\n") ==
      "settings/syntax \"\"unused/fact\"\" this is not TOML: `\"unused/fact\"` stands here a second time\n");
  CHECK(told("[lint]\nstyle = \"off\"\n[lint] # again\n") ==
        "settings/syntax \"[lint]\" this is not TOML: `[lint]` stands here a second time\n");
}

TEST_CASE("the section is not named again inside itself") {
  CHECK(told("[lint]\nlint.source = \"off\"\n") ==
        "settings/unknown \"lint\" expected a check or a category of checks, found `lint`; the section is "
        "`lint` already: "
        "write `source = …`; settings of a ruleset of that name stand in a section `[lint.lint]`\n");
  CHECK(settings_of("[lint.lint]\nsource = \"off\"\n").level("source/unchecked", "lint") == Level::off);
}

TEST_CASE("wishes that cannot be read are told") {
  lint::Config config;
  CHECK(config.wish("style") == "expected `style=LEVEL` with a level: `off`, `note`, `warning` or `error`");
  CHECK(config.wish("style=loud") ==
        "expected `style=LEVEL` with a level: `off`, `note`, `warning` or `error`");
  CHECK(config.wish("stile=off") ==
        "expected a check or a category of checks, found `stile`; did you mean `style`?");
}

}  // namespace
}  // namespace eligo
