// SPDX-License-Identifier: MIT
// Owns the loop between solver and evaluator: a model becomes a person on a day; where the evaluator says otherwise
// about a leaf, the solver learns why, and is asked again.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "interpreter/analysis/places.hpp"

namespace eligo::analysis {

struct Effort {
  std::uint32_t conflicts = 100'000;  // of the solver, in one round
  std::uint32_t rounds = 2'000;
};

struct Found {
  Sat::Result result = Sat::Result::no;
  Places places;        // of yes: points
  Asked obstacle = {};  // of unknown: a leaf that could not be settled, where it is known
};

/// Whether the assumptions can hold together. `yes` comes with places that `is_so` has accepted; `is_so` evaluates, and
/// must follow from the assumptions for whoever has the leaves as the solver believes.
[[nodiscard]] Found find(Space& space, std::span<const Lit> assumptions, const std::vector<Asked>& leaves,
                         const std::function<bool(const Places&)>& is_so, const Effort& effort);

}  // namespace eligo::analysis
