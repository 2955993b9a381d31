// SPDX-License-Identifier: MIT
// Owns the reading and printing of versions.
#include "interpreter/types/version.hpp"

namespace eligo::types {
namespace {

constexpr int max_parts = 4;
constexpr std::uint32_t max_part = 65535;

}  // namespace

std::optional<Version> Version::parse(std::string_view text) {
  std::uint64_t packed = 0;
  std::uint32_t part = 0;
  int parts = 1;
  bool has_digit = false;
  for (const char c : text) {
    if (c == '.') {
      if (!has_digit || parts == max_parts) return std::nullopt;
      packed = packed << 16 | part;
      part = 0;
      ++parts;
      has_digit = false;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    part = part * 10 + static_cast<std::uint32_t>(c - '0');
    if (part > max_part) return std::nullopt;
    has_digit = true;
  }
  if (!has_digit) return std::nullopt;
  packed = packed << 16 | part;
  return Version{packed << (16 * (max_parts - parts))};
}

std::string Version::str() const {
  std::string out = std::to_string(packed >> 48);
  for (std::uint64_t rest = packed << 16; rest != 0; rest <<= 16) {
    out += '.';
    out += std::to_string(rest >> 48);
  }
  return out;
}

}  // namespace eligo::types
