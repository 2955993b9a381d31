// SPDX-License-Identifier: MIT
// Owns reading cases, and what a well-made case is.
#include "tests/conformance/case.hpp"

#include <fstream>
#include <set>
#include <sstream>

namespace eligo::conformance {

namespace {

const std::set<std::string> known_keys{
    "id",       "why",      "rules",      "load",    "profile", "profile_text", "as_of",
    "law_day",  "decision", "load_error", "refused", "tests",   "verdict",      "value",
    "possible", "because",  "facts",      "needs",   "settled", "presumed",     "invalid"};

bool paragraph_exists(const std::string& paragraph) {
  static const std::set<std::string> all = [] {
    std::set<std::string> made;
    for (int i = 1; i <= 15; ++i) made.insert("2." + std::to_string(i));
    for (int i = 1; i <= 14; ++i) made.insert("3." + std::to_string(i));
    return made;
  }();
  return all.count(paragraph) == 1;
}

}  // namespace

std::vector<Case> parse_cases(const std::string& file, const std::string& text) {
  std::vector<Case> cases;
  std::istringstream lines(text);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty()) continue;  // an empty line groups rows for the eye
    Case one{file, number, "", "", Json::parse(line, nullptr, false)};
    if (one.row.is_object() && one.row.contains("id") && one.row["id"].is_string()) {
      one.id = one.row["id"].get<std::string>();
      one.paragraph = one.id.substr(0, one.id.find('/'));
    } else {
      one.row = "the line is not a JSON object with an `id`";
    }
    cases.push_back(std::move(one));
  }
  return cases;
}

std::string text_of(const std::string& file) {
  std::ifstream in(std::string(ELIGO_SOURCE_DIR "/tests/conformance/") + file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<Case> read_cases(const std::string& file) {
  return parse_cases(file, text_of(file));
}

std::string complaint(const Case& one) {
  const Json& row = one.row;
  if (!row.is_object()) return row.get<std::string>();
  for (const auto& [key, value] : row.items())
    if (known_keys.count(key) == 0) return "there is no key `" + key + "`";
  if (one.id.find('/') == std::string::npos || !paragraph_exists(one.paragraph))
    return "the id does not begin with a paragraph and `/`";
  if (!row.contains("rules")) return "`rules` is missing";
  if (row["rules"].is_object() != row.contains("load")) return "`load` belongs to `rules` of several files";
  if (row.contains("profile") && row.contains("profile_text"))
    return "`profile` and `profile_text` exclude one another";
  const int ends = static_cast<int>(row.contains("load_error")) + static_cast<int>(row.contains("refused")) +
                   static_cast<int>(row.contains("tests")) + static_cast<int>(row.contains("verdict"));
  if (ends != 1) return "expected one of `load_error`, `refused`, `tests` and `verdict`";
  if (!row.contains("verdict")) return "";
  if (!row.contains("decision")) return "`decision` is missing";
  if ((row["verdict"] == "value") != row.contains("value")) return "`value` belongs to the verdict `value`";
  if (row["verdict"] == "undetermined" && !(row.contains("needs") && row.contains("settled")))
    return "an undetermined case says `needs` and `settled`";
  return "";
}

bool expects_error(const Case& one) {
  return one.row.is_object() && (one.row.contains("load_error") || one.row.contains("refused") ||
                                 (one.row.contains("verdict") && one.row["verdict"] == "invalid"));
}

}  // namespace eligo::conformance
