// SPDX-License-Identifier: MIT
// Owns, per fact, the conditions that ask about it alone, the codes of its values (one a region that no
// condition tells apart), and a row a code: which of the conditions are known to be yes, and which no.
// Evaluation and the search read these rows; nobody cuts twice.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "interpreter/builtins/listed.hpp"
#include "interpreter/types/possible.hpp"

namespace eligo::program {

inline constexpr std::uint32_t nowhere = 0xffffffffu;

/// A column of a table, as seen from its key.
struct Column {
  types::Type type;
  std::uint32_t universe = 0;                        // of the column's own type
  const std::vector<types::Value>* cells = nullptr;  // by row; owned by the checked tree
};

/// A condition about one fact alone, in canonical form: `x > 3` is `x >= 4` for a whole.
struct SlotCondition {
  enum class Kind : std::uint8_t {
    at_least,
    at_most,
    above,
    below,
    is,
    one_of,
    is_none,
    starts_with
  } kind = Kind::is;
  std::uint32_t column = nowhere;  // Program::columns; nowhere: the fact itself
  std::vector<std::reference_wrapper<const types::Possible>> operands;  // exact; of Program::constants
  builtins::Listed listed{};  // the same in order, of `one_of` once the domain is sealed
};

/// The bits of a row: `words` words of "known to be yes", then as many of "known to be no".
using Row = const std::uint64_t*;

struct Domain {
  std::vector<SlotCondition> conditions;
  std::uint32_t words = 0;
  std::vector<types::Int128> cuts;  // ordered types: a region begins at each; region 0 is below the first
  std::vector<std::uint32_t> item_codes;  // enums, keys, yes or no: the code of each item
  std::vector<std::uint64_t> rows;        // 2 * words a code; the last one is the code of none
  std::vector<std::uint64_t> untold;      // the row of a fact that is not told
  std::uint32_t codes = 0;                // without none
  bool coded = false;  // false (texts, and domains too large): rows are made when a value is told
};

struct Slot {
  types::Type type;
  std::uint32_t universe = 0;
  types::Possible anything;  // what a fact that is not told may be
  std::optional<types::Possible> presumed;
  Domain domain;
};

/// An ordered value on the grid of a fact's told values: wholes, days, packed versions; decimals times 10^10,
/// rounded up (the least grid value that is not below).
[[nodiscard]] types::Int128 grid_ceil(const types::Possible& exact);
/// The points of the grid among possible values other than none, the ends included: of a side that is not declared, the
/// last that can be told. Precondition: an ordered type, some.
struct GridRange {
  types::Int128 lo = 0, hi = 0;
};
[[nodiscard]] GridRange grid_range(const types::Possible& p);
/// The value at a point of the grid.
[[nodiscard]] types::Possible at_grid(types::Type type, types::Int128 point);
[[nodiscard]] types::Possible at_grid(const types::Possible& like, types::Int128 point);

/// What a condition is for possible values of its fact.
[[nodiscard]] builtins::Truth ask(const SlotCondition& condition, const std::vector<Column>& columns,
                                  const types::Possible& fact);
/// The possible cells of a column where the key is one of these.
[[nodiscard]] types::Possible column_of(const Column& column, const types::Possible& key);

/// Makes codes and rows once all conditions are there.
void seal(Slot& slot, const std::vector<Column>& columns);
/// The row of possible values, written to `out` (2 * words).
void make_row(const Slot& slot, const std::vector<Column>& columns, const types::Possible& fact,
              std::uint64_t* out);
/// The code's row of an exact value, or nullptr where the domain is not coded.
[[nodiscard]] Row row_of(const Slot& slot, const types::Possible& exact);
/// The same of an item (none comes after the last one), and of a point of the grid.
[[nodiscard]] Row row_of_item(const Slot& slot, std::uint32_t item);
[[nodiscard]] Row row_at(const Slot& slot, types::Int128 point);

}  // namespace eligo::program
