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

std::uint64_t hash_of(const types::Value& value) {
  const auto h = [&](std::uint64_t v) { return mix(value.index(), v); };
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return h(static_cast<std::uint64_t>(*whole));
  if (const auto* item = std::get_if<types::Item>(&value)) return h(item->index);
  if (const auto* day = std::get_if<types::Date>(&value)) return h(static_cast<std::uint32_t>(day->days));
  if (const auto* version = std::get_if<types::Version>(&value)) return h(version->packed);
  if (const auto* is_so = std::get_if<bool>(&value)) return h(*is_so ? 1 : 0);
  if (const auto* number = std::get_if<types::Decimal>(&value)) return h(hash_of(number->str()));
  if (const auto* characters = std::get_if<std::string>(&value)) return h(hash_of(*characters));
  return h(0);
}

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
