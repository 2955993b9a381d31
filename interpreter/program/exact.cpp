// SPDX-License-Identifier: MIT
// Owns the comparison of exact values, member by member: only those that the type uses are asked.
#include "interpreter/program/exact.hpp"

#include <string>

#include "interpreter/program/known.hpp"

namespace eligo::program {

using types::Base;
using types::Possible;

namespace {

bool is_item(const Possible& p) {
  return p.base == Base::yes_or_no || p.base == Base::enumeration || p.base == Base::key;
}

std::uint64_t hash_of(const std::string& characters) {
  std::uint64_t h = 0xcbf29ce484222325ull;
  for (const char c : characters) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
  return h;
}

}  // namespace

std::uint64_t hash_of_exact(const Possible& p) {
  const std::uint64_t h =
      mix((static_cast<std::uint64_t>(p.base) << 1) | (p.none ? 1 : 0), std::uint64_t{p.of});
  if (p.none) return h;
  if (is_item(p)) return mix(h, p.items.single());
  if (p.is_decimal()) return mix(h, hash_of(p.decimal_lo.str()));
  if (p.base == Base::text) return mix(h, hash_of(p.texts.front()));
  return mix(h, static_cast<std::uint64_t>(p.lo));
}

bool same_exact(const Possible& a, const Possible& b) {
  if (a.base != b.base || a.of != b.of || a.none != b.none) return false;
  if (a.none) return true;
  if (is_item(a)) return a.items.single() == b.items.single();
  if (a.is_decimal()) return a.decimal_lo == b.decimal_lo;
  if (a.base == Base::text) return a.texts.front() == b.texts.front();
  return a.lo == b.lo;
}

bool exact_before(const Possible& a, const Possible& b) {
  if (a.base != b.base) return a.base < b.base;
  if (a.of != b.of) return a.of < b.of;
  if (a.none || b.none) return a.none && !b.none;
  if (is_item(a)) return a.items.single() < b.items.single();
  if (a.is_decimal()) return a.decimal_lo < b.decimal_lo;
  if (a.base == Base::text) return a.texts.front() < b.texts.front();
  return a.lo < b.lo;
}

}  // namespace eligo::program
