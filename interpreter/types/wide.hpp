// SPDX-License-Identifier: MIT
// Owns whole numbers of up to 1088 bits, for what decimals need while they round; for the sources of this
// folder only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "interpreter/types/powers.hpp"

namespace eligo::types::detail {

/// Never negative. Callers keep within the capacity; the bounds are argued where they are used
/// (decimal_round.cpp).
class Wide {
 public:
  static constexpr std::size_t capacity = 34;

  explicit Wide(UInt128 value);

  [[nodiscard]] bool is_zero() const { return size_ == 0; }
  [[nodiscard]] bool fits_128() const { return size_ <= 4; }
  [[nodiscard]] UInt128 low_128() const;
  [[nodiscard]] static int compare(const Wide& a, const Wide& b);

  void increment();
  void multiply(const Wide& by);
  void multiply_small(std::uint32_t by);
  void multiply_by_ten_to(std::int64_t power);
  /// Leaves the quotient, returns the remainder.
  std::uint32_t divide_small(std::uint32_t by);
  /// Leaves the remainder, returns the quotient; `by` is not 0.
  Wide divide(const Wide& by);

 private:
  void trim();
  std::uint32_t subtract_product(const Wide& of, std::uint32_t times, std::size_t at);
  void add_back(const Wide& other, std::size_t at);
  void shift_left(int bits);
  void shift_right(int bits);

  std::array<std::uint32_t, capacity> limbs_{};  // the lowest first; 0 from size_ up
  std::size_t size_ = 0;
};

}  // namespace eligo::types::detail
