// SPDX-License-Identifier: MIT
// Owns what the grammar knows of a statement before there is a tree: where it begins and how deep it stands.
#pragma once

#include <cstdint>

namespace eligo::grammar {

/// Where a statement or an `end` begins, and how many things stand open around it.
struct Statement {
  std::uint32_t begin = 0;
  std::uint32_t depth = 0;
  bool is_end = false;
};

}  // namespace eligo::grammar
