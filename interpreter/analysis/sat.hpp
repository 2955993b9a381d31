// SPDX-License-Identifier: MIT
// Owns the door to the SAT solver (CaDiCaL): literals, clauses, models. Nothing else includes its header.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <vector>

namespace eligo::analysis {

/// A variable, or with a minus its opposite. Never 0.
using Lit = std::int32_t;

class Sat {
 public:
  enum class Result : std::uint8_t { no, yes, unknown };

  Sat();
  ~Sat();
  Sat(const Sat&) = delete;
  Sat& operator=(const Sat&) = delete;

  /// A literal that always holds; `-always()` never does.
  [[nodiscard]] static constexpr Lit always() { return 1; }
  [[nodiscard]] Lit fresh() { return ++last_; }
  /// How many variables there are: each `solve` gives all of them a value.
  [[nodiscard]] std::size_t count() const { return static_cast<std::size_t>(last_); }
  void add(std::span<const Lit> clause);
  void add(std::initializer_list<Lit> clause) { add(std::span<const Lit>(clause.begin(), clause.size())); }
  /// Both hold, or neither.
  void equate(Lit a, Lit b) {
    add({-a, b});
    add({a, -b});
  }
  /// A literal that holds exactly when any of these (all of these) do.
  [[nodiscard]] Lit any(std::span<const Lit> of);
  [[nodiscard]] Lit all(std::span<const Lit> of);
  /// What the solver tries first where nothing forces it: models come out plainer.
  void prefer(Lit lit);

  /// Whether all clauses and assumptions can hold together; `unknown` after so many conflicts.
  [[nodiscard]] Result solve(std::span<const Lit> assumptions, std::uint32_t most_conflicts);
  /// Of the model that the last `solve` found; precondition: it said yes, and nothing was added since.
  [[nodiscard]] bool holds(Lit lit) const;
  /// Whether the last `solve` needed this assumption to say no; precondition: it said no, and nothing was added since.
  [[nodiscard]] bool needed(Lit assumption) const;

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
  Lit last_ = 1;
};

}  // namespace eligo::analysis
