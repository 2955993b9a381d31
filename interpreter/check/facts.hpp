// SPDX-License-Identifier: MIT
// Owns the values that a rule file states of a fact: its declared range, a presumption, what a test tells.
#pragma once

#include <optional>
#include <string_view>

#include "interpreter/check/typing.hpp"

namespace eligo::check {

/// The literal as a value of the fact, within its declared range. Nothing where it does not fit, which was
/// said then.
[[nodiscard]] std::optional<Value> fact_value(Context& c, Typing& typing, Index fact, ExprId literal);

/// The value lies in the fact's declared range; where not, that was said.
[[nodiscard]] bool is_within_range(Context& c, Index fact, const Value& value, Span span);

/// The fact may be told as a range; where not, that was said.
[[nodiscard]] bool has_order(Context& c, Index fact, Span span);

/// The range that is told of it has two values of which the smaller stands first; where not, that was said.
[[nodiscard]] bool is_range(Context& c, Index fact, const types::Told& told, Span span);

/// The fact of that name, or nowhere, which was said then unless it follows from something said.
[[nodiscard]] Index find_fact(Context& c, const Path& path);

/// The list may have so many members; where not, that was said.
[[nodiscard]] bool is_length(Context& c, Index fact, std::size_t members, Span span);

/// Which field of the members has that name; nowhere where none has, which was said then unless it follows from
/// something said.
[[nodiscard]] Index find_field(Context& c, const ListDef& list, const Path& path);

}  // namespace eligo::check
