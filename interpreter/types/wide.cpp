// SPDX-License-Identifier: MIT
// Owns the arithmetic of wide whole numbers, limb by limb.
#include "interpreter/types/wide.hpp"

#include <bit>

namespace eligo::types::detail {
namespace {

constexpr std::uint64_t low_mask = 0xFFFFFFFFU;

std::uint32_t low(std::uint64_t v) {
  return static_cast<std::uint32_t>(v & low_mask);
}

}  // namespace

Wide::Wide(UInt128 value) {
  for (; value != 0; value >>= 32) limbs_[size_++] = static_cast<std::uint32_t>(value & low_mask);
}

UInt128 Wide::low_128() const {
  UInt128 value = 0;
  for (std::size_t i = 4; i > 0; --i) value = value << 32 | limbs_[i - 1];
  return value;
}

int Wide::compare(const Wide& a, const Wide& b) {
  if (a.size_ != b.size_) return a.size_ < b.size_ ? -1 : 1;
  for (std::size_t i = a.size_; i > 0; --i) {
    if (a.limbs_[i - 1] != b.limbs_[i - 1]) return a.limbs_[i - 1] < b.limbs_[i - 1] ? -1 : 1;
  }
  return 0;
}

void Wide::trim() {
  while (size_ > 0 && limbs_[size_ - 1] == 0) --size_;
}

void Wide::increment() {
  std::size_t i = 0;
  while (i < size_ && limbs_[i] == low_mask) limbs_[i++] = 0;
  if (i == size_) ++size_;
  limbs_[i] += 1;
}

void Wide::multiply(const Wide& by) {
  const Wide left = *this;
  limbs_ = {};
  for (std::size_t i = 0; i < left.size_; ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; j < by.size_; ++j) {
      const std::uint64_t t = std::uint64_t{left.limbs_[i]} * by.limbs_[j] + limbs_[i + j] + carry;
      limbs_[i + j] = low(t);
      carry = t >> 32;
    }
    if (carry != 0) limbs_[i + by.size_] = low(carry);
  }
  size_ = left.size_ + by.size_ < capacity ? left.size_ + by.size_ : capacity;
  trim();
}

void Wide::multiply_small(std::uint32_t by) {
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < size_; ++i) {
    const std::uint64_t t = std::uint64_t{limbs_[i]} * by + carry;
    limbs_[i] = low(t);
    carry = t >> 32;
  }
  if (carry != 0) limbs_[size_++] = low(carry);
  trim();
}

void Wide::multiply_by_ten_to(std::int64_t power) {
  constexpr std::int64_t chunk = 9;  // 10^9 is the greatest power in one limb
  for (; power >= chunk; power -= chunk) multiply_small(static_cast<std::uint32_t>(power_of_ten(chunk)));
  multiply_small(static_cast<std::uint32_t>(power_of_ten(power)));
}

std::uint32_t Wide::divide_small(std::uint32_t by) {
  std::uint64_t rest = 0;
  for (std::size_t i = size_; i > 0; --i) {
    const std::uint64_t t = rest << 32 | limbs_[i - 1];
    limbs_[i - 1] = low(t / by);
    rest = t % by;
  }
  trim();
  return low(rest);
}

void Wide::shift_left(int bits) {
  std::uint32_t carry = 0;
  for (std::size_t i = 0; i < size_; ++i) {
    const std::uint64_t t = std::uint64_t{limbs_[i]} << bits | carry;
    limbs_[i] = low(t);
    carry = low(t >> 32);
  }
  if (carry != 0) limbs_[size_++] = carry;
}

void Wide::shift_right(int bits) {
  for (std::size_t i = 0; i < size_; ++i) {
    const std::uint64_t above = i + 1 < size_ ? limbs_[i + 1] : 0;
    limbs_[i] = low((above << 32 | limbs_[i]) >> bits);
  }
  trim();
}

// Subtracts of * times from the limbs that begin at `at`; returns what had to be borrowed from above them.
std::uint32_t Wide::subtract_product(const Wide& of, std::uint32_t times, std::size_t at) {
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < of.size_; ++i) {
    const std::uint64_t t = std::uint64_t{of.limbs_[i]} * times + carry;
    const std::uint32_t taken = low(t);
    carry = (t >> 32) + (limbs_[at + i] < taken ? 1 : 0);
    limbs_[at + i] = low(std::uint64_t{limbs_[at + i]} + (low_mask + 1) - taken);
  }
  return low(carry);
}

void Wide::add_back(const Wide& other, std::size_t at) {
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < other.size_; ++i) {
    const std::uint64_t t = std::uint64_t{limbs_[at + i]} + other.limbs_[i] + carry;
    limbs_[at + i] = low(t);
    carry = t >> 32;
  }
}

// Long division (Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D): with the divisor's top bit
// set, a digit guessed from the two top limbs is at most two too large; the third limb corrects most guesses,
// adding back the rest.
Wide Wide::divide(const Wide& by) {
  Wide quotient(0);
  if (compare(*this, by) < 0) return quotient;
  if (by.size_ == 1) {
    quotient = *this;
    *this = Wide(quotient.divide_small(by.limbs_[0]));
    return quotient;
  }
  const int shift = std::countl_zero(by.limbs_[by.size_ - 1]);
  Wide divisor = by;
  divisor.shift_left(shift);
  const std::size_t n = divisor.size_;
  const std::size_t steps = size_ - n + 1;
  shift_left(shift);
  const std::uint64_t top = divisor.limbs_[n - 1];
  const std::uint64_t second = divisor.limbs_[n - 2];
  for (std::size_t j = steps; j > 0; --j) {
    const std::size_t at = j - 1;
    const std::uint64_t head = std::uint64_t{limbs_[at + n]} << 32 | limbs_[at + n - 1];
    std::uint64_t guess = head / top;
    std::uint64_t rest = head % top;
    while (guess > low_mask || (rest <= low_mask && guess * second > (rest << 32 | limbs_[at + n - 2]))) {
      --guess;
      rest += top;
    }
    if (subtract_product(divisor, low(guess), at) > limbs_[at + n]) {
      --guess;
      add_back(divisor, at);
    }
    limbs_[at + n] = 0;  // what stood there is used up, or given back by the carry of adding back
    quotient.limbs_[at] = low(guess);
  }
  quotient.size_ = steps;
  quotient.trim();
  size_ = n;
  trim();
  shift_right(shift);
  return quotient;
}

}  // namespace eligo::types::detail
