// SPDX-License-Identifier: MIT
// Owns the making of a sorted list in which each thing stands once.
#pragma once

#include <algorithm>
#include <vector>

namespace eligo::types {

template <typename T>
void sort_unique(std::vector<T>& all) {
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

}  // namespace eligo::types
