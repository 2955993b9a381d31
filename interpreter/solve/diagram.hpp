// SPDX-License-Identifier: MIT
// Owns reduced ordered decision diagrams over variables with several values: a function of regions, each
// written once, so that a variable stands in a diagram exactly when the function depends on it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace eligo::solve {

/// A diagram; equal functions are equal references.
using Ref = std::uint32_t;
using Leaf = std::int64_t;

class Diagrams {
 public:
  /// So many nodes, and as many steps to make them; a node of many children takes a step for each 64 of them.
  explicit Diagrams(std::uint32_t most_nodes) : most_(most_nodes), steps_left_(most_nodes) {}

  [[nodiscard]] Ref leaf(Leaf value);
  /// The function that is children[k] where the variable has value k. Variables of the children come after
  /// `variable`.
  [[nodiscard]] Ref node(std::uint32_t variable, std::span<const Ref> children);

  [[nodiscard]] bool is_leaf(Ref r) const { return nodes_[r].variable == no_variable; }
  [[nodiscard]] Leaf value(Ref r) const { return nodes_[r].value; }
  [[nodiscard]] std::uint32_t variable(Ref r) const { return nodes_[r].variable; }
  [[nodiscard]] std::span<const Ref> children(Ref r) const {
    return {children_.data() + nodes_[r].first, nodes_[r].count};
  }

  /// Point by point f(a, b, c). `f` gets references and gives a result as soon as it is known, at the latest
  /// where all are leaves.
  template <typename F>
  [[nodiscard]] Ref apply(Ref a, Ref b, Ref c, F&& f) {
    Memo memo;
    return apply_in(Triple{a, b, c}, f, memo);
  }

  /// The variables that a function depends on, in their order.
  [[nodiscard]] std::vector<std::uint32_t> support(Ref r) const;
  /// The function with one variable fixed.
  [[nodiscard]] Ref with(Ref r, std::uint32_t variable, std::uint32_t value);

  /// True once more nodes, or steps to make them, were asked for than allowed; results are meaningless from
  /// then on.
  [[nodiscard]] bool exhausted() const { return exhausted_; }

 private:
  static constexpr std::uint32_t no_variable = 0xffffffffu;
  static constexpr Ref no_ref = 0xffffffffu;
  struct Node {
    std::uint32_t variable = no_variable;
    std::uint32_t first = 0, count = 0;
    Leaf value = 0;
  };
  struct Triple {
    Ref a = 0, b = 0, c = 0;
    friend bool operator==(const Triple& x, const Triple& y) {
      return x.a == y.a && x.b == y.b && x.c == y.c;
    }
    [[nodiscard]] std::uint64_t hash() const {
      const std::uint64_t h =
          (a * 0x9e3779b97f4a7c15ull) ^ (b * 0xc2b2ae3d27d4eb4full) ^ (c * 0x165667b19e3779f9ull);
      return h ^ (h >> 32);
    }
  };
  /// What an `apply` came to, by its arguments. Its places are a power of two, at most half of them taken.
  class Memo {
   public:
    [[nodiscard]] Ref find(const Triple& key) const {
      if (places_.empty()) return no_ref;
      return places_[place_of(key)].second;
    }
    void add(const Triple& key, Ref result) {
      if (2 * ++taken_ > places_.size()) grow();
      places_[place_of(key)] = {key, result};
    }

   private:
    using Place = std::pair<Triple, Ref>;
    [[nodiscard]] std::size_t place_of(const Triple& key) const {
      std::size_t at = key.hash() & (places_.size() - 1);
      while (places_[at].second != no_ref && !(places_[at].first == key))
        at = (at + 1) & (places_.size() - 1);
      return at;
    }
    void grow() {
      std::vector<Place> old(places_.empty() ? 64 : 2 * places_.size(), Place{Triple{}, no_ref});
      old.swap(places_);
      for (const Place& place : old)
        if (place.second != no_ref) places_[place_of(place.first)] = place;
    }
    std::vector<Place> places_;
    std::size_t taken_ = 0;
  };

  [[nodiscard]] Ref cofactor(Ref r, std::uint32_t variable, std::uint32_t k) const {
    return nodes_[r].variable == variable ? children_[nodes_[r].first + k] : r;
  }

  // Depth: at most the number of variables.
  template <typename F>
  Ref apply_in(Triple t, F& f, Memo& memo) {
    if (const std::optional<Ref> known = f(t.a, t.b, t.c)) return *known;
    if (exhausted_) return 0;
    if (const Ref known = memo.find(t); known != no_ref) return known;
    std::uint32_t top = no_variable, count = 0;
    for (const Ref r : {t.a, t.b, t.c}) {
      if (nodes_[r].variable >= top) continue;
      top = nodes_[r].variable;
      count = nodes_[r].count;
    }
    if (top == no_variable || !spend(1 + count / 64)) return 0;
    std::vector<Ref> parts;
    parts.reserve(count);
    for (std::uint32_t k = 0; k < count; ++k)
      parts.push_back(
          apply_in(Triple{cofactor(t.a, top, k), cofactor(t.b, top, k), cofactor(t.c, top, k)}, f, memo));
    const Ref result = node(top, parts);
    memo.add(t, result);
    return result;
  }
  [[nodiscard]] bool spend(std::uint32_t steps) {
    exhausted_ = exhausted_ || steps_left_ < steps;
    if (!exhausted_) steps_left_ -= steps;
    return !exhausted_;
  }
  [[nodiscard]] std::size_t place_of(std::uint64_t hash, std::uint32_t variable,
                                     std::span<const Ref> children) const;
  void grow();

  std::uint32_t most_;
  std::uint32_t steps_left_;
  bool exhausted_ = false;
  std::vector<Node> nodes_;
  std::vector<Ref> children_;
  std::unordered_map<Leaf, Ref> leaves_;
  struct Place {
    std::uint64_t hash = 0;
    Ref node = no_ref;
  };
  std::vector<Place> unique_;  // nodes by hash: a power of two of places, at most half of them taken
};

}  // namespace eligo::solve
