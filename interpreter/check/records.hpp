// SPDX-License-Identifier: MIT
// Owns the facts that records and lists stand for (language reference, "Records and lists").
#pragma once

#include "interpreter/check/context.hpp"

namespace eligo::check {

/// True of a fact whose type is a record or a list.
[[nodiscard]] bool is_made_of_fields(const Context& c, const FactDef& fact);

/// Puts in place of each fact that is a record its fields, and behind each list the fields of all members that
/// it may have. Types of fields must be known; indices of facts are final after it.
void expand_facts(Context& c);

}  // namespace eligo::check
