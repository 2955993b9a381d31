// SPDX-License-Identifier: MIT
// Owns how values are put together to what is told: one, a range, or several; for words and JSON alike.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "interpreter/host/told_value.hpp"
#include "interpreter/types/told.hpp"

namespace eligo::host {

using ToldOrFault = std::variant<types::Told, Fault>;

[[nodiscard]] types::Told told_exactly(types::Value value);
/// Ends that are equal tell exactly. Refuses types without an order, `none`, no end at all, and ends in the
/// wrong order.
[[nodiscard]] ToldOrFault told_range(const ToldValue& fact, std::optional<types::Value> from,
                                     std::optional<types::Value> to);
/// Repetitions are left out; one value tells exactly. Refuses an empty list.
[[nodiscard]] ToldOrFault told_one_of(const ToldValue& fact, std::vector<types::Value> values);
/// What ranges of a fact without an order are answered with.
[[nodiscard]] Fault no_order(const ToldValue& fact);

}  // namespace eligo::host
