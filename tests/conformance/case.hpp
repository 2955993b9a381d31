// SPDX-License-Identifier: MIT
// Owns the cases of a file: one JSON object a line, with what is asked and what must come (README.md here).
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace eligo::conformance {

using Json = nlohmann::json;

struct Case {
  std::string file;  // "3_meaning.jsonl"
  std::size_t line = 0;
  std::string id;         // "3.6/and_no_open"
  std::string paragraph;  // "3.6"
  Json row;               // all keys, as the file has them
};

/// The bytes of a file in the folder of the cases.
[[nodiscard]] std::string text_of(const std::string& file);

/// The cases of one file in the folder of the cases. A line that is no case gives a case whose row is a text: why.
[[nodiscard]] std::vector<Case> read_cases(const std::string& file);

/// The same from a text.
[[nodiscard]] std::vector<Case> parse_cases(const std::string& file, const std::string& text);

/// What is wrong with a case as such: keys that are not there, or say nothing together. "" where it is well made.
[[nodiscard]] std::string complaint(const Case& one);

/// Whether an error is what the case expects: of the rules, of the profile, or of the evaluation.
[[nodiscard]] bool expects_error(const Case& one);

}  // namespace eligo::conformance
