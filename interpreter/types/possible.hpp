// SPDX-License-Identifier: MIT
// Owns the possible values of an expression (language.md 3.5): one closed range for ordered types, a set for
// the rest.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "interpreter/types/value.hpp"

namespace eligo::types {

__extension__ using Int128 = __int128;

/// A set of items 0 .. universe-1 (yes or no: no = 0, yes = 1; enum values; rows of a table).
class ItemSet {
 public:
  ItemSet() = default;
  [[nodiscard]] static ItemSet all(std::uint32_t universe);
  [[nodiscard]] static ItemSet nothing(std::uint32_t universe);
  [[nodiscard]] static ItemSet only(std::uint32_t item, std::uint32_t universe);

  /// As `only`, in place.
  void become(std::uint32_t item) {
    count_ = 1;
    only_ = item;
    words_.clear();
  }
  void become_empty() {
    count_ = 0;
    words_.clear();
  }
  void add(std::uint32_t item);
  void unite(const ItemSet& other);
  [[nodiscard]] bool has(std::uint32_t item) const;
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::uint32_t count() const { return count_; }
  [[nodiscard]] std::uint32_t universe() const { return universe_; }
  /// The only item; precondition: count() == 1.
  [[nodiscard]] std::uint32_t single() const;
  [[nodiscard]] bool meets(const ItemSet& other) const;
  [[nodiscard]] std::vector<std::uint32_t> items() const;

 private:
  void spread();  // from the compact form of one item to words
  std::uint32_t universe_ = 0;
  std::uint32_t count_ = 0;
  std::uint32_t only_ = 0;  // where words_ is empty and count_ is 1
  std::vector<std::uint64_t> words_;
};

/// What an expression may come to. INVARIANT: at least one of some, none, invalid is true.
/// Wholes, dates (days) and versions (packed) are numbers in lo .. hi; decimals and money are Decimals whose
/// side may be missing.
struct Possible {
  Base base = Base::error;
  std::uint32_t of = 0;
  bool some = false;     // a value other than none is possible: the range or set below is not empty
  bool none = false;     // none is possible
  bool invalid = false;  // an error is possible (overflow, too many digits, …)

  Int128 lo = 0, hi = 0;

  Decimal decimal_lo, decimal_hi;
  bool has_lo = false, has_hi = false;
  int places = 0;  // decimals: no value has more digits after the point

  ItemSet items;

  bool any_text = false;
  std::vector<std::string> texts;  // where not any_text

  [[nodiscard]] bool surely_invalid() const { return invalid && !some && !none; }
  [[nodiscard]] bool is_decimal() const { return base == Base::decimal || base == Base::money; }
  [[nodiscard]] bool is_discrete() const {
    return base == Base::whole || base == Base::date || base == Base::version;
  }
  /// Exactly one value (which may be none), and no error possible.
  [[nodiscard]] bool is_exact() const;
  /// The value; precondition: is_exact().
  [[nodiscard]] Value exact() const;
};

/// Limits of what is told of a decimal or money fact: digits before and after the point. They cannot be set as those of
/// grammar/limits.hpp can: what is possible is calculated on the grid of numbers that they make.
inline constexpr int told_places = 10;
inline constexpr int told_integer_digits = 20;

[[nodiscard]] Possible exactly(const Value& value, Type type, std::uint32_t universe);
/// The value of that number, of a type whose values are items.
[[nodiscard]] Possible exactly_item(std::uint32_t item, Type type, std::uint32_t universe);
/// Every value of a type within a declared range; an untold decimal has no ends where none is declared.
[[nodiscard]] Possible anything(Type type, std::uint32_t universe, const std::optional<Value>& from,
                                const std::optional<Value>& to);
[[nodiscard]] Possible surely_invalid(Type type);
/// The smallest that holds both.
[[nodiscard]] Possible unite(const Possible& a, const Possible& b);
/// What is exactly one of these, of which there is one at least.
[[nodiscard]] Possible one_of(std::span<const Value> values, Type type, std::uint32_t universe);
/// A whole where a decimal is due.
[[nodiscard]] Possible as_decimal(const Possible& whole, Base base);

}  // namespace eligo::types
