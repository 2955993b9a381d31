// SPDX-License-Identifier: MIT
// Owns "what can I do?": which facts, among those that can change, are part of a way to yes.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "interpreter/eval/evaluate.hpp"

namespace eligo::answer {

/// Of a decision that is not yes for this profile. By slot: whether a change of the fact, alone or with others that
/// can change, may lead to yes, everything else staying as it is told; where the search cannot find out, it may.
/// `changes_with` names, by slot, the fact whose change may change it: itself, the list that it is a member's field
/// of, or nowhere.
[[nodiscard]] std::vector<bool> remedies_of(const program::Program& program,
                                            const program::Decision& decision, const eval::Profile& profile,
                                            const eval::Days& days,
                                            std::span<const std::uint32_t> changes_with);

}  // namespace eligo::answer
