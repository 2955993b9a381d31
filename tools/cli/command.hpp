// SPDX-License-Identifier: MIT
// What a command of the program is: names, help and examples as data, and the function that runs it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/cli/console.hpp"

namespace eligo::cli {

/// `--profile FILE`, `--exit-code`. One without a value is a flag.
struct Option {
  std::string name;        // "--profile"
  std::string value = {};  // how help calls its value: "FILE"; "" : a flag
  std::string help = {};
  std::vector<std::string> choices =
      {};             // the only values, where there are few; the first is what holds without the option
  bool many = false;  // may be given several times
};

/// What stands without a dash: RULESET, PATHS.
struct Operand {
  std::string name;
  std::string help;
  bool many = false;                     // one or more; else exactly one
  std::vector<std::string> unless = {};  // options that need none of it
};

struct Example {
  std::string line;  // "eligo check rules/carte_vitale"
  std::string says;  // what it does
};

/// What the person who calls the program wrote, for one command.
class Arguments {
 public:
  [[nodiscard]] bool has(std::string_view option) const { return !all(option).empty(); }
  /// The last value of an option; "" where it was not given.
  [[nodiscard]] std::string one(std::string_view option) const;
  [[nodiscard]] std::vector<std::string> all(std::string_view option) const;
  void add(std::string option, std::string value) {
    given_.emplace_back(std::move(option), std::move(value));
  }

  std::vector<std::string> operands;

 private:
  std::vector<std::pair<std::string, std::string>> given_;
};

// How the program ends (`eligo decide --exit-code` has more).
inline constexpr int exit_clean = 0;     // answered; nothing found
inline constexpr int exit_findings = 1;  // errors found; a test failed
inline constexpr int exit_usage = 2;     // called wrongly, or something could not be read

struct Command {
  std::string name;
  std::string summary;  // one line, after "eligo NAME: "
  std::string details;  // paragraphs for the long help, or ""
  std::vector<Operand> operands;
  std::vector<Option> options;
  std::vector<std::pair<int, std::string>> exit_codes;
  std::vector<Example> examples;
  int (*run)(const Arguments& arguments, Console& console);
};

/// All commands, by name.
[[nodiscard]] const std::vector<Command>& commands();
/// Options that every command takes: --color, --help, --version.
[[nodiscard]] const std::vector<Option>& common_options();

}  // namespace eligo::cli
