// SPDX-License-Identifier: MIT
// From a TOML text to settings: every key is known, or an error says which was perhaps meant.
#include "tools/lint/config.hpp"

#include <algorithm>

#include "grammar/text/suggest.hpp"
#include "tools/lint/lint.hpp"
#include "tools/lint/toml.hpp"

namespace eligo::lint {
namespace {

const char* const levels_said = "`off`, `note`, `warning` or `error`";

std::string_view category_of(std::string_view code) {
  return code.substr(0, code.find('/'));
}

bool is_category(std::string_view word) {
  return std::any_of(lints().begin(), lints().end(),
                     [&](const Lint& lint) { return category_of(lint.code) == word; });
}

std::vector<std::string_view> codes_and_categories() {
  std::vector<std::string_view> words;
  for (const Lint& lint : lints()) {
    words.push_back(lint.code);
    if (words.size() < 2 || std::find(words.begin(), words.end(), category_of(lint.code)) == words.end())
      words.push_back(category_of(lint.code));
  }
  return words;
}

std::string tick(std::string_view word) {
  return "`" + std::string(word) + "`";
}

const Level* find_level(const Config::Part& part, std::string_view key) {
  for (auto each = part.levels.rbegin(); each != part.levels.rend(); ++each)
    if (each->first == key) return &each->second;
  return nullptr;
}

class Reading {
 public:
  Reading(const std::string& name, const std::string& text,
          const std::function<std::vector<std::string>()>& rulesets)
      : name_(name), rulesets_(rulesets) {
    sources_.add(name, text);
    const TomlResult read = read_toml(text);
    if (read.error) {
      say("settings/syntax", read.error->place, "this is not TOML: " + read.error->message);
      return;
    }
    for (const TomlEntry& entry : read.root.entries) {
      if (entry.key != "lint") {
        unknown(entry, {"lint"}, "expected the section `lint`");
      } else if (entry.value.kind != TomlValue::Kind::table) {
        say("settings/value", entry.value.place, "expected a section, as in `[lint]`");
      } else {
        lint(entry.value);
      }
    }
  }

  ConfigResult take() { return std::move(result_); }

 private:
  Diagnostic& say(std::string code, TomlPlace at, std::string message) {
    Diagnostic d;
    d.code = std::move(code);
    const text::LineColumn place = sources_.position(0, at.begin);
    d.place = {name_, at.begin, at.end, place.line, place.column};
    d.message = std::move(message);
    return result_.diagnostics.emplace_back(std::move(d));
  }

  void unknown(const TomlEntry& entry, const std::vector<std::string_view>& known, const std::string& due) {
    Diagnostic& d = say("settings/unknown", entry.place, due + ", found " + tick(entry.key));
    const std::string_view meant = text::nearest(entry.key, known);
    if (!meant.empty()) d.help.push_back("did you mean " + tick(meant) + "?");
  }

  void lint(const TomlValue& section) {
    Config::Part all;
    std::vector<Config::Part> parts;
    for (const TomlEntry& entry : section.entries) {
      const bool has_name_of_ruleset = entry.key.find('/') == std::string::npos && !is_category(entry.key);
      if (entry.key == "lint" && !is_heading(entry)) {
        section_again(entry);
      } else if (entry.value.kind == TomlValue::Kind::table && has_name_of_ruleset) {
        check_ruleset(entry);
        Config::Part part;
        part.ruleset = entry.key;
        for (const TomlEntry& own : entry.value.entries) read(own, part);
        parts.push_back(std::move(part));
      } else {
        read(entry, all);
      }
    }
    result_.config.add(std::move(all));
    for (Config::Part& part : parts) result_.config.add(std::move(part));
  }

  void check_ruleset(const TomlEntry& entry) {
    const std::vector<std::string> all = rulesets_();
    const auto may_be_it = [&](const std::string& name) { return name.empty() || name == entry.key; };
    if (std::none_of(all.begin(), all.end(), may_be_it))
      unknown(entry, {all.begin(), all.end()}, "expected the name of a ruleset below this file");
  }

  /// Whether the name stands in a line like `[lint.pool]`.
  [[nodiscard]] bool is_heading(const TomlEntry& entry) const {
    const std::string_view text = sources_.bytes(0);
    const std::size_t before = text.substr(0, entry.place.begin).rfind('\n');
    const std::size_t at = text.find_first_not_of(" \t", before == std::string_view::npos ? 0 : before + 1);
    return at != std::string_view::npos && text[at] == '[';
  }

  /// `lint.style = "off"` in the section `[lint]`: it would be about a ruleset `lint`.
  void section_again(const TomlEntry& entry) {
    std::string rest = "style";
    if (!entry.value.entries.empty()) rest = entry.value.entries.front().key;
    if (rest.find('/') != std::string::npos) rest = '"' + rest + '"';
    say("settings/unknown", entry.place, "expected a check or a category of checks, found `lint`")
        .help.push_back("the section is `lint` already: write `" + rest +
                        " = …`; settings of a ruleset of that name stand in a section `[lint.lint]`");
  }

  /// `"style/layout" = "off"`, `style = "note"`, `"source/unchecked" = { level = "warning", months = 6 }`.
  void read(const TomlEntry& entry, Config::Part& into) {
    const Lint* const one = find_lint(entry.key);
    if (one == nullptr && !is_category(entry.key))
      return unknown(entry, codes_and_categories(), "expected a check or a category of checks");
    if (entry.value.kind != TomlValue::Kind::table || one == nullptr)
      return level(entry.key, entry.value, into);
    for (const TomlEntry& each : entry.value.entries) {
      const auto is_it = [&](const Setting& setting) { return setting.name == each.key; };
      if (each.key == "level") {
        level(entry.key, each.value, into);
      } else if (std::none_of(one->settings.begin(), one->settings.end(), is_it)) {
        std::vector<std::string_view> known = {"level"};
        for (const Setting& setting : one->settings) known.push_back(setting.name);
        unknown(each, known, "expected a setting of " + tick(one->code));
      } else if (each.value.kind != TomlValue::Kind::number || each.value.number < 0) {
        say("settings/value", each.value.place, "expected a whole number from 0");
      } else {
        into.numbers.push_back({one->code, each.key, each.value.number});
      }
    }
  }

  void level(const std::string& key, const TomlValue& value, Config::Part& into) {
    const std::optional<Level> read = level_of(value.text);
    if (value.kind == TomlValue::Kind::text && read)
      into.levels.emplace_back(key, *read);
    else
      say("settings/value", value.place, std::string("expected a level: ") + levels_said);
  }

  const std::string name_;
  const std::function<std::vector<std::string>()>& rulesets_;
  text::SourceSet sources_;
  ConfigResult result_;
};

}  // namespace

std::string Config::wish(std::string_view assignment) {
  const std::size_t equals = assignment.find('=');
  const std::string key(assignment.substr(0, equals));
  if (find_lint(key) == nullptr && !is_category(key)) {
    const std::string_view meant = text::nearest(key, codes_and_categories());
    return "expected a check or a category of checks, found " + tick(key) +
           (meant.empty() ? "" : "; did you mean " + tick(meant) + "?");
  }
  const std::string_view word = equals == std::string_view::npos ? "" : assignment.substr(equals + 1);
  const std::optional<Level> level = level_of(word);
  if (!level) return "expected " + tick(key + "=LEVEL") + " with a level: " + levels_said;
  wishes_.levels.emplace_back(key, *level);
  return "";
}

std::optional<Level> Config::level(std::string_view code, std::string_view ruleset) const {
  const auto in = [&](const Part& part) {
    const Level* const found = find_level(part, code);
    return found != nullptr ? found : find_level(part, category_of(code));
  };
  if (const Level* const wished = in(wishes_)) return *wished;
  for (const std::string_view of : {ruleset, std::string_view()})
    for (const Part& part : parts_)
      if (part.ruleset == of)
        if (const Level* const found = in(part)) return *found;
  return std::nullopt;
}

std::optional<std::int64_t> Config::number(std::string_view code, std::string_view name,
                                           std::string_view ruleset) const {
  for (const std::string_view of : {ruleset, std::string_view()})
    for (const Part& part : parts_)
      for (const Part::Number& each : part.numbers)
        if (part.ruleset == of && each.code == code && each.name == name) return each.value;
  return std::nullopt;
}

ConfigResult read_config(const std::string& name, const std::string& text,
                         const std::function<std::vector<std::string>()>& rulesets) {
  return Reading(name, text, rulesets).take();
}

}  // namespace eligo::lint
