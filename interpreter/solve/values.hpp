// SPDX-License-Identifier: MIT
// Owns the numbering of the values that a decision, or a part of it, can come to.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "interpreter/program/exact.hpp"

namespace eligo::solve {

/// The same value has the same number, from 0; tables have tens of thousands of them.
class Values {
 public:
  [[nodiscard]] std::uint32_t number(const types::Value& value) {
    const auto [at, is_new] = numbers_.try_emplace(value, static_cast<std::uint32_t>(all_.size()));
    if (is_new) all_.push_back(&at->first);
    return at->second;
  }
  [[nodiscard]] const types::Value& operator[](std::size_t number) const { return *all_[number]; }

 private:
  struct Hash {
    std::size_t operator()(const types::Value& value) const {
      return static_cast<std::size_t>(program::hash_of(value));
    }
  };

  std::unordered_map<types::Value, std::uint32_t, Hash> numbers_;
  std::vector<const types::Value*> all_;  // keys do not move
};

}  // namespace eligo::solve
