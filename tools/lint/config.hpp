// SPDX-License-Identifier: MIT
// Owns the settings of the linter: what `eligo.toml` says in its section [lint], and what the command line adds.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eligo/eligo.hpp"
#include "tools/lint/level.hpp"

namespace eligo::lint {

/// Levels and numbers by code; a category (`style`) stands for all its codes. Where several speak of one code, the
/// first of these counts: what is wished for this run, the ruleset's own part, what holds for all; and in each of
/// them the code before its category.
class Config {
 public:
  struct Part {
    std::string ruleset;                                // "": all
    std::vector<std::pair<std::string, Level>> levels;  // by code or category
    struct Number {
      std::string code, name;
      std::int64_t value = 0;
    };
    std::vector<Number> numbers;
  };

  void add(Part part) { parts_.push_back(std::move(part)); }
  /// For this run, over all else: `CODE=LEVEL` or `CATEGORY=LEVEL`. Gives a complaint, or "".
  [[nodiscard]] std::string wish(std::string_view assignment);

  /// The level of a code in a ruleset, or nothing: the lint's own.
  [[nodiscard]] std::optional<Level> level(std::string_view code, std::string_view ruleset) const;
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view code, std::string_view name,
                                                   std::string_view ruleset) const;

 private:
  std::vector<Part> parts_;
  Part wishes_;
};

struct ConfigResult {
  Config config;
  std::vector<Diagnostic> diagnostics;  // errors; then the settings are not to be used
};

/// Reads the text of an `eligo.toml`; `name` is what diagnostics call it. An unknown key is an error, and so is a ruleset
/// that is none of `rulesets` ("": one whose name is not known), which is asked only where the text names one.
[[nodiscard]] ConfigResult read_config(const std::string& name, const std::string& text,
                                       const std::function<std::vector<std::string>()>& rulesets);

}  // namespace eligo::lint
