// SPDX-License-Identifier: MIT
// Owns every counted limit: each has a name, a default, and the same value on every machine. 0 is never "no
// limit".
#pragma once

#include <cstdint>

namespace eligo {

/// Passed to every stage. Exceeding one is an error with the limit's name, never a crash and never another
/// meaning.
struct Limits {
  std::uint32_t source_bytes = 64u << 20;  ///< bytes of one file (rule file, table, profile)
  std::uint32_t sources = 10'000;          ///< files of one compile, tables included
  std::uint32_t nesting = 64;    ///< levels of brackets, blocks, `when` and unary signs inside one another
  std::uint32_t operands = 250;  ///< operands of one sum or one product (such chains nest to the left)
  std::uint32_t reference_depth = 1'000;  ///< length of a chain of rules and values that refer to one another
  std::uint32_t name_bytes = 128;         ///< bytes of a name (of each part of a dotted one)
  std::uint32_t path_bytes = 1'024;       ///< bytes of a dotted name, with its dots
  std::uint32_t text_bytes = 16'384;      ///< bytes of one text in quotes
  std::uint32_t nodes = 20'000'000;       ///< expressions of one compile
  std::uint32_t table_rows = 1'000'000;   ///< rows of one table
  std::uint32_t list_members = 1'000;     ///< members of one list (`at most N`)
  std::uint32_t expanded = 2'000'000;     ///< conditions and values, once for each member of a list
  std::uint32_t diagnostics = 100;        ///< diagnostics of one compile; the rest is counted
  std::uint32_t profile_nesting = 64;     ///< levels of a JSON profile
  std::uint32_t search_nodes = 200'000;   ///< nodes of the one-profile search behind needs and settled
};

}  // namespace eligo
