// SPDX-License-Identifier: MIT
// Owns the count of what every operator came to, by the type it was about.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "tests/oracle/values.hpp"

namespace eligo::oracle {

/// How one evaluation of an operator ended. Of what gives a value: yes means exactly one value, open several.
enum class Ending : std::uint8_t { yes, no, open, invalid };

class Tally {
 public:
  using Counts = std::array<std::size_t, 4>;
  /// `operation` lives as long as the tally (a literal).
  void count(const char* operation, Base type, Ending ending) {
    ++counts_[{operation, type}][static_cast<std::size_t>(ending)];
  }
  void add(const Tally& other) {
    for (const auto& [key, counts] : other.counts_) {
      for (std::size_t i = 0; i < counts.size(); ++i) counts_[key][i] += counts[i];
    }
  }
  /// By name and type, for people and for the floor that every combination must reach.
  [[nodiscard]] std::map<std::pair<std::string, Base>, Counts> table() const {
    std::map<std::pair<std::string, Base>, Counts> out;
    for (const auto& [key, counts] : counts_) {
      Counts& sum = out[{key.first, key.second}];
      for (std::size_t i = 0; i < counts.size(); ++i) sum[i] += counts[i];
    }
    return out;
  }

 private:
  std::map<std::pair<const char*, Base>, Counts> counts_;
};

}  // namespace eligo::oracle
