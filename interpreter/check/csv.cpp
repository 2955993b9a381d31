// SPDX-License-Identifier: MIT
// Owns the findings about the form of a CSV.
#include "interpreter/check/csv.hpp"

#include <algorithm>

namespace eligo::check {

bool other_separator(Context& c, const std::vector<grammar::CsvCell>& first_row) {
  if (first_row.size() != 1) return false;
  for (const std::string_view separator : {";", "\t", "|"}) {
    if (first_row[0].value.find(separator) == std::string::npos) continue;
    const std::string name = separator == "\t" ? "tabs" : "`" + std::string(separator) + "`";
    c.say(Code::table_separator, first_row[0].span, "expected cells separated by commas, found " + name)
        .help.push_back("save the table as CSV with commas: a cell that holds a comma stands in quotes");
    return true;
  }
  return false;
}

static bool has_empty_cell(const std::vector<grammar::CsvCell>& row) {
  return std::any_of(row.begin(), row.end(), [](const grammar::CsvCell& cell) { return cell.value.empty(); });
}

void bad_row(Findings& findings, const std::vector<grammar::CsvCell>& header,
             const std::vector<grammar::CsvCell>& row) {
  constexpr std::size_t most_shown = 120;  // characters of the header
  const std::size_t due = header.size();
  const auto unclosed = [](const grammar::CsvCell& cell) { return cell.unclosed; };
  if (std::any_of(row.begin(), row.end(), unclosed)) return;  // its quote was reported
  const bool empty = is_empty(row);
  auto* d = findings.say(Code::table_row, nowhere, text::join(row.front().span, row.back().span),
                         empty ? "there is an empty row in the table" : cell_counts(due, row.size()));
  if (d == nullptr) return;
  if (empty)
    d->help.push_back("leave it out");
  else if (row.size() > due)
    d->help.push_back(has_empty_cell(row)
                          ? "a comma is one too many, or a cell that holds a comma stands without quotes"
                          : "a cell that holds a comma stands in quotes");
  else
    d->help.push_back("a cell in which nothing stands still has its comma");
  std::string columns;
  for (const grammar::CsvCell& cell : header) columns += (columns.empty() ? "" : ",") + cell.value;
  if (!empty && columns.size() <= most_shown) d->help.push_back("the columns are `" + columns + "`");
}

bool is_empty(const std::vector<grammar::CsvCell>& row) {
  return std::all_of(row.begin(), row.end(), [](const grammar::CsvCell& cell) { return cell.value.empty(); });
}

std::string cell_counts(std::size_t due, std::size_t found) {
  return "expected " + std::to_string(due) + (due == 1 ? " cell" : " cells") + ", found " +
         std::to_string(found);
}

}  // namespace eligo::check
