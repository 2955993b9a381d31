// SPDX-License-Identifier: MIT
// Owns where a fact of one person is kept that is told as a number, so that telling it is compiled into the host: a
// comparison and a store. Not for hosts: eligo.hpp tells facts. A change here is another binary interface.
#pragma once

#include <cstdint>

namespace eligo {
inline namespace v0 {

struct FactCell {
  enum class Kind : std::uint8_t { nothing, yes_or_no, whole, choice, date, version };

  std::int64_t number = 0;    // what was told: of a choice its place, of a day its days since 1970-01-01
  std::int64_t from = 0;      // the least number that the fact takes …
  std::uint64_t width = 0;    // … and how much more the greatest one is
  Kind kind = Kind::nothing;  // of the numbers that it takes
  Kind ready =
      Kind::nothing;     // the same, where the number is all that is told and no other form of it was made
  bool or_none = false;  // of choices: and the number after the last

  /// Keeps the number where no more than that need be done. False says nothing about whether the fact takes it.
  [[nodiscard]] bool keep(Kind of, std::int64_t told) noexcept {
    if (ready != of || !takes(told)) return false;
    number = told;
    return true;
  }
  [[nodiscard]] bool takes(std::int64_t told) const noexcept {
    return static_cast<std::uint64_t>(told) - static_cast<std::uint64_t>(from) <= width;
  }
  /// A version, 16 bits a part, as a number that is ordered as versions are.
  [[nodiscard]] static std::int64_t of_version(std::uint64_t packed) noexcept {
    return static_cast<std::int64_t>(packed ^ (std::uint64_t{1} << 63));
  }
  [[nodiscard]] std::int64_t none() const noexcept {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(from) + width + 1);
  }
};

}  // namespace v0
}  // namespace eligo
