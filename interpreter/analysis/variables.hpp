// SPDX-License-Identifier: MIT
// Owns which facts of one program, or of two, are one variable.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "interpreter/analysis/axes.hpp"

namespace eligo::analysis {

/// A fact of one program or of both, who then know the same person.
struct Shared {
  std::array<std::uint32_t, 2> slots = {program::nowhere, program::nowhere};
  std::vector<std::array<std::uint32_t, 2>> items;  // of enums and tables: those that both know
};

/// The days looked at; models lie near `about` where they can.
struct LookedAt {
  types::Date first, last, about;
};

/// Every fact of a program by itself.
[[nodiscard]] std::vector<Shared> all_facts(const program::Program& program);

/// Gives each fact, and the day, its variable; the day's is the first. Of a fact that both programs know, values that
/// only one of them allows are left out.
void make_variables(Space& space, std::span<Axes* const> axes,
                    std::span<const program::Program* const> programs, const std::vector<Shared>& facts,
                    const LookedAt& days);

inline constexpr Var day_variable = 0;

}  // namespace eligo::analysis
