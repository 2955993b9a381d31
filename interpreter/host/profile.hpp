// SPDX-License-Identifier: MIT
// Owns what is told of one person: how it comes in, as words or as JSON, and how it goes out again
// (language.md 2.5, 2.6). Nothing that is said about an error shows the value of a private fact.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "grammar/limits.hpp"
#include "interpreter/host/fact_index.hpp"
#include "interpreter/include/eligo/eligo.hpp"
#include "interpreter/types/told.hpp"

namespace eligo::host {

using ToldOrError = std::variant<types::Told, Error>;
using Telling = std::pair<check::Index, types::Told>;

/// What a person or a `given` says of a fact:
///   VALUE | from VALUE [to VALUE] | to VALUE | one of (VALUE, VALUE, …)        ranges for ordered types only
/// Double quotes around a VALUE only delimit it (`\"` and `\\` inside); a text needs them where it holds `,`
/// or `)` in a list, starts with a quote, or begins with `one of (`. Blanks count in a VALUE that stands
/// alone.
[[nodiscard]] ToldOrError read_told(const FactIndex& facts, check::Index fact, std::string_view text);

/// Exactly one value, its characters as they are: no quotes, ranges or lists. For what a program already
/// holds.
[[nodiscard]] ToldOrError read_value(const FactIndex& facts, check::Index fact, std::string_view text);

struct Profile {
  std::vector<Telling> told;  // in the order of the text, each fact once; empty where there are errors
  Errors errors;              // all there are, in the order of the text, up to the limit `diagnostics`
};
/// How many members each list has (Checked::lists), where it is told.
using Lengths = std::vector<std::optional<std::uint32_t>>;
/// A JSON object of facts, nested (`{"id": {"kind": …}}`) or with dotted names (`{"id.kind": …}`). `before`: of lists
/// that were told before.
[[nodiscard]] Profile read_profile(const FactIndex& facts, std::string_view json, const Limits& limits,
                                   Lengths before = {});
/// The members of one list alone, as a JSON list; null is not told. Paths in errors begin there: `$[0].kind`.
[[nodiscard]] Profile read_list(const FactIndex& facts, check::Index list, std::string_view json,
                                const Limits& limits);

/// Nothing where the telling fits the fact's type, declared range and keys.
[[nodiscard]] std::optional<Error> check_told(const FactIndex& facts, check::Index fact,
                                              const types::Told& told);

/// What is said of a field of a member that the told list does not have.
[[nodiscard]] Error absent_member(const FactIndex& facts, check::Index fact);

/// What `tell` says of a name that is no fact.
[[nodiscard]] Error unknown_fact(const FactIndex& facts, std::string_view name);

/// In the form that `read_told` takes.
[[nodiscard]] std::string print_told(const FactIndex& facts, check::Index fact, const types::Told& told);

/// In the form that `read_profile` takes: nested, sorted by name.
[[nodiscard]] std::string profile_json(const FactIndex& facts, const std::vector<Telling>& told);

}  // namespace eligo::host
