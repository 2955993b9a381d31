// SPDX-License-Identifier: MIT
// Owns what is said of the form of a CSV, whatever its cells mean: separators, rows that are too short, floods of one
// mistake.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "grammar/table.hpp"
#include "interpreter/check/context.hpp"
#include "interpreter/types/nfc.hpp"

namespace eligo::check {

inline constexpr std::size_t most_of_a_kind = 5;  // findings of one kind in one table; the rest is counted

/// Says a handful of each kind in each column, and how many more there were.
class Findings {
 public:
  explicit Findings(Context& c) : c_(c) {}

  /// Nothing where enough of this kind was said. `column`: nowhere for what concerns a whole row.
  text::Diagnostic* say(Code code, Index column, Span span, std::string message) {
    Kind& kind = kinds_[{code, column}];
    if (++kind.count > most_of_a_kind) return nullptr;
    kind.last = span;
    return &c_.say(code, span, std::move(message));
  }
  /// What was said last, or would have been, is that this word is none of these names.
  void missed(Code code, Index column, NameNote note) {
    Kind& kind = kinds_[{code, column}];
    if (kind.count <= most_of_a_kind)
      c_.missed(note.among, note.owner, note.word);
    else if (kind.missed.word.empty())
      kind.missed = note;
  }

  void finish() {
    for (const auto& [of, kind] : kinds_) {
      if (kind.count <= most_of_a_kind) continue;
      c_.say(of.first, kind.last,
             "and " + std::to_string(kind.count - most_of_a_kind) + " more of this kind in the " +
                 (of.second == nowhere ? "table" : "column"));
      if (!kind.missed.word.empty()) c_.missed_more(kind.missed);
    }
  }

 private:
  struct Kind {
    std::size_t count = 0;
    Span last;
    NameNote missed;  // the first of those that are counted only
  };
  Context& c_;
  std::map<std::pair<Code, Index>, Kind> kinds_;
};

/// That the cell is none of the values of the enum, or of the keys of the table, of which its type is.
[[nodiscard]] inline NameNote value_missed(Context& c, Type type, std::string_view cell) {
  if (type.base == types::Base::key)
    return {0, Among::keys, c.out.tables[type.of].name, c.view(c.names.intern(types::key_form(cell))), false};
  return {0, Among::values, c.out.enums[type.of].name, c.view(c.names.intern(cell)), false};
}

/// The first row is one cell, cut by something else than commas: that was said then.
[[nodiscard]] bool other_separator(Context& c, const std::vector<grammar::CsvCell>& first_row);

/// Nothing stands in any cell: spreadsheets write such rows where something stood once.
[[nodiscard]] bool is_empty(const std::vector<grammar::CsvCell>& row);

/// Says that a row has more or fewer cells than the first one, or that it is empty.
void bad_row(Findings& findings, const std::vector<grammar::CsvCell>& header,
             const std::vector<grammar::CsvCell>& row);

/// "expected 3 cells, found 2"
[[nodiscard]] std::string cell_counts(std::size_t due, std::size_t found);

}  // namespace eligo::check
