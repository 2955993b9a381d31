// SPDX-License-Identifier: MIT
// Owns the promise that a list in order answers as each value asked by itself would.
#include <catch2/catch.hpp>

#include "interpreter/builtins/listed.hpp"

namespace eligo::builtins {
namespace {

using types::Base;
using types::Value;

constexpr types::Type whole{Base::whole, true, 0};
constexpr std::uint32_t universe = 5;

Possible one(const Value& value, Base base) {
  return types::exactly(value, types::Type{base, true, 0}, universe);
}

// What `member` must be where `values` are all that `a` may be.
Truth::State expected(const std::vector<bool>& is_listed) {
  bool yes = false, no = false;
  for (const bool listed : is_listed) (listed ? yes : no) = true;
  return yes && no ? Truth::open : yes ? Truth::yes : Truth::no;
}

void check(const Possible& a, const std::vector<Possible>& list, Truth::State wanted) {
  std::vector<const Possible*> members;
  for (const Possible& p : list) members.push_back(&p);
  CHECK(Listed(members).member(a).state == wanted);
  CHECK(builtins::member(a, members).state == wanted);
}

TEST_CASE("ranges of wholes, with and without none, in lists of wholes and of decimals") {
  for (unsigned listed = 0; listed < 128; ++listed) {
    std::vector<Possible> list, decimals;
    for (int i = 6; i >= 0; --i) {
      if ((listed >> i & 1u) == 0) continue;
      const Value value = i == 6 ? Value(types::None{}) : Value(std::int64_t{i - 2});
      list.push_back(one(value, Base::whole));
      decimals.push_back(i == 6 ? one(value, Base::decimal) : one(types::Decimal(i - 2), Base::decimal));
    }
    decimals.push_back(one(*types::Decimal::parse("9.5"), Base::decimal));
    for (int from = -3; from <= 4; ++from) {
      for (int to = from; to <= 4; ++to) {
        for (const bool none : {false, true}) {
          Possible a = types::anything(whole, 0, Value(std::int64_t{from}), Value(std::int64_t{to}));
          a.none = none;
          std::vector<bool> is_listed;
          for (int v = from; v <= to; ++v)
            is_listed.push_back(v >= -2 && v <= 3 && (listed >> (v + 2) & 1u) != 0);
          if (none) is_listed.push_back((listed >> 6 & 1u) != 0);
          check(a, list, expected(is_listed));
          check(a, decimals, expected(is_listed));
        }
      }
    }
  }
}

TEST_CASE("decimals between the members of a list are never in it") {
  const std::vector<Possible> list = {one(std::int64_t{2}, Base::whole),
                                      one(*types::Decimal::parse("1.5"), Base::decimal)};
  const auto range = [](const char* from, const char* to) {
    std::optional<Value> lo, hi;
    if (*from != 0) lo = *types::Decimal::parse(from);
    if (*to != 0) hi = *types::Decimal::parse(to);
    return types::anything(types::Type{Base::decimal, false, 0}, 0, lo, hi);
  };
  check(range("1.5", "1.5"), list, Truth::yes);
  check(range("2.0", "2.0"), list, Truth::yes);
  check(range("1.5", "2"), list, Truth::open);
  check(range("1.6", "1.9"), list, Truth::no);
  check(range("", "1.4"), list, Truth::no);
  check(range("", "1.5"), list, Truth::open);
  check(range("2", ""), list, Truth::open);
  check(range("2.1", ""), list, Truth::no);
  check(range("", ""), list, Truth::open);
}

TEST_CASE("texts and items") {
  const std::vector<Possible> texts = {one(std::string("b"), Base::text), one(std::string("a"), Base::text)};
  Possible a;
  a.base = Base::text;
  a.some = true;
  a.texts = {"a", "b"};
  check(a, texts, Truth::yes);
  a.texts = {"a", "c"};
  check(a, texts, Truth::open);
  a.texts = {"", "c"};
  check(a, texts, Truth::no);
  check(types::anything(types::Type{Base::text, false, 0}, 0, {}, {}), texts, Truth::open);
  check(types::anything(types::Type{Base::text, false, 0}, 0, {}, {}), {}, Truth::no);

  for (std::uint32_t listed = 0; listed < 32; ++listed) {
    std::vector<Possible> list;
    for (std::uint32_t i = 0; i < universe; ++i)
      if ((listed >> i & 1u) != 0) list.push_back(one(types::Item{i}, Base::enumeration));
    for (std::uint32_t may_be = 1; may_be < 32; ++may_be) {
      Possible b;
      b.base = Base::enumeration;
      b.some = true;
      b.items = types::ItemSet::nothing(universe);
      std::vector<bool> is_listed;
      for (std::uint32_t i = 0; i < universe; ++i) {
        if ((may_be >> i & 1u) == 0) continue;
        b.items.add(i);
        is_listed.push_back((listed >> i & 1u) != 0);
      }
      check(b, list, expected(is_listed));
    }
  }
}

TEST_CASE("an error decides, or leaves it open") {
  Possible a = one(std::int64_t{1}, Base::whole);
  a.invalid = true;
  check(a, {one(std::int64_t{1}, Base::whole)}, Truth::open);
  check(types::surely_invalid(whole), {one(std::int64_t{1}, Base::whole)}, Truth::invalid);
}

}  // namespace
}  // namespace eligo::builtins
