// SPDX-License-Identifier: MIT
// Owns the list of operators, their types and endings, and the reasons why some cannot be.
#include "tests/oracle/floors.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace eligo::oracle {

namespace {

constexpr std::size_t floor_of_each = 1000;

using Bases = std::vector<Base>;

const Bases truth_alone{Base::yes_or_no};
const Bases numbers{Base::whole, Base::decimal, Base::money};
const Bases with_order{Base::whole, Base::decimal, Base::money, Base::date, Base::version};
const Bases every{Base::yes_or_no, Base::whole, Base::decimal,     Base::money, Base::date,
                  Base::version,   Base::text,  Base::enumeration, Base::key};

struct Row {
  std::string operation;
  Bases bases;
  bool is_condition;  // no is an ending of its own; what gives a value has yes (one value), open, invalid
  std::string impossible;  // endings that cannot be: a subset of "ynoi"
  std::string because;     // why
};

const std::vector<Row>& rows() {
  static const std::vector<Row> all{
      {"is", every, true, "", ""},
      {"is not", every, true, "", ""},
      {"<", with_order, true, "", ""},
      {"<=", with_order, true, "", ""},
      {">", with_order, true, "", ""},
      {">=", with_order, true, "", ""},
      {"starts with", {Base::text}, true, "", ""},
      {"is one of", every, true, "", ""},
      {"is not one of", every, true, "", ""},
      {"is none", every, true, "", ""},
      {"is not none", every, true, "", ""},
      {"not", truth_alone, true, "", ""},
      {"and", truth_alone, true, "", ""},
      {"or", truth_alone, true, "", ""},
      {"all of", truth_alone, true, "", ""},
      {"any of", truth_alone, true, "", ""},
      {"none of", truth_alone, true, "", ""},
      {"at least of", truth_alone, true, "", ""},
      {"rule", truth_alone, true, "", ""},
      {"unless", truth_alone, true, "", ""},
      {"not covered if", truth_alone, true, "", ""},
      {"always", truth_alone, true, "noi", "it is yes"},
      {"never", truth_alone, true, "yoi", "it is no"},
      {"fact", every, false, "i", "a value outside the type is refused when told"},
      {"column",
       {Base::yes_or_no, Base::whole, Base::decimal, Base::money, Base::date, Base::version, Base::text,
        Base::enumeration},
       false,
       "i",
       "cells are values, and a key outside the table is refused"},
      {"field", every, false, "i", "a value outside the type is refused when told"},
      {"field column",
       {Base::yes_or_no, Base::whole, Base::decimal, Base::money, Base::date, Base::version, Base::text,
        Base::enumeration},
       false,
       "i",
       "cells are values, and a key outside the table is refused"},
      {"some", truth_alone, true, "", ""},
      {"every", truth_alone, true, "", ""},
      {"count", {Base::whole}, false, "", ""},
      {"sum", numbers, false, "", ""},
      {"max of members", with_order, false, "", ""},
      {"min of members", with_order, false, "", ""},
      {"max with members", with_order, false, "", ""},
      {"min with members", with_order, false, "", ""},
      {"value", every, false, "", ""},
      {"when", every, false, "", ""},
      {"+", numbers, false, "", ""},
      {"-", numbers, false, "", ""},
      {"*", numbers, false, "", ""},
      {"negate", numbers, false, "", ""},
      {"max", with_order, false, "", ""},
      {"min", with_order, false, "", ""},
      {"* rounded up", numbers, false, "", ""},
      {"* rounded down", numbers, false, "", ""},
      {"* rounded half up", numbers, false, "", ""},
      {"/ rounded up", numbers, false, "", ""},
      {"/ rounded down", numbers, false, "", ""},
      {"/ rounded half up", numbers, false, "", ""},
      {"date + days", {Base::date}, false, "", ""},
      {"date + months", {Base::date}, false, "", ""},
      {"date + years", {Base::date}, false, "", ""},
      {"date - days", {Base::date}, false, "", ""},
      {"date - months", {Base::date}, false, "", ""},
      {"date - years", {Base::date}, false, "", ""},
      {"days from to", {Base::whole}, false, "", ""},
      {"full months from to", {Base::whole}, false, "", ""},
      {"full years from to", {Base::whole}, false, "", ""},
      {"start_of_month", {Base::date}, false, "", ""},
      {"end_of_month", {Base::date}, false, "", ""},
      {"start_of_year", {Base::date}, false, "", ""},
      {"end_of_year", {Base::date}, false, "", ""},
      {"year_of", {Base::whole}, false, "", ""},
  };
  return all;
}

const char* name_of(Base base) {
  static const char* const names[] = {"error", "yes or no", "whole", "decimal", "money",
                                      "date",  "version",   "text",  "enum",    "key"};
  return names[static_cast<std::size_t>(base)];
}

constexpr const char* endings = "ynoi";  // as in Ending

const char* ending_name(std::size_t ending, bool is_condition) {
  static const char* const names[] = {"yes", "no", "open", "invalid"};
  return ending == 0 && !is_condition ? "one value" : names[ending];
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::size_t sum_of(const std::map<std::string, std::size_t>& verdicts) {
  std::size_t sum = 0;
  for (const auto& [verdict, count] : verdicts) sum += count;
  return sum;
}

}  // namespace

std::string histogram(const Tally& tally, const std::map<std::string, std::size_t>& verdicts) {
  std::string out = padded("operator", 24) + padded("type", 12) + padded("yes / one", 12) + padded("no", 12) +
                    padded("open", 12) + "invalid\n";
  for (const auto& [key, counts] : tally.table()) {
    out += padded(key.first, 24) + padded(name_of(key.second), 12);
    for (const std::size_t count : counts) out += padded(std::to_string(count), 12);
    out += "\n";
  }
  for (const auto& [verdict, count] : verdicts) {
    out += padded(verdict, 16) + padded(std::to_string(count), 12) +
           std::to_string(count * 1000 / std::max<std::size_t>(1, sum_of(verdicts))) + " of 1000\n";
  }
  return out;
}

std::string missing(const Tally& tally, const std::map<std::string, std::size_t>& verdicts) {
  std::string out;
  const auto seen = tally.table();
  std::set<std::pair<std::string, Base>> known;
  for (const Row& row : rows()) {
    for (const Base base : row.bases) {
      known.insert({row.operation, base});
      const auto found = seen.find({row.operation, base});
      for (std::size_t ending = 0; ending < 4; ++ending) {
        if (ending == 1 && !row.is_condition) continue;
        const std::size_t count = found == seen.end() ? 0 : found->second[ending];
        const bool possible = row.impossible.find(endings[ending]) == std::string::npos;
        if (possible ? count >= floor_of_each : count == 0) continue;
        out += row.operation + " of " + name_of(base) + ": " + ending_name(ending, row.is_condition) +
               " came up " + std::to_string(count) + " times" +
               (possible ? "\n" : ", but " + row.because + "\n");
      }
    }
  }
  for (const auto& [key, counts] : seen) {
    if (known.count(key) == 0) out += key.first + " of " + name_of(key.second) + " is not in the list\n";
  }
  const std::size_t all = sum_of(verdicts);
  for (const char* verdict : {"yes", "no", "value", "undetermined", "not_covered", "invalid"}) {
    const auto found = verdicts.find(verdict);
    const std::size_t count = found == verdicts.end() ? 0 : found->second;
    const std::string word = verdict;
    const std::size_t due = word == "yes" || word == "no" ? 15 : 1;
    if (count * 100 < all * due) out += "too few verdicts: " + word + "\n";
  }
  return out;
}

}  // namespace eligo::oracle
