// SPDX-License-Identifier: MIT
// Owns what a name in a `texts` block can be the label of. Part of the checker.
#pragma once

#include <vector>

#include "interpreter/check/context.hpp"

namespace eligo::check {

/// A thing that has a label, or could have one.
struct Labelled {
  Entry::Kind kind = Entry::Kind::nothing;  // nothing: the ruleset, a column, a field or a value of an enum
  TextId label = 0;
  Index decl = nowhere;  // of Ast::decls: what it is declared by
};

[[nodiscard]] std::vector<Labelled> labels_of(const Context& context, const grammar::Path& owner);
/// The field `person.income`, or nullptr.
[[nodiscard]] const grammar::FactDecl* field_of(const Context& context, const grammar::Path& owner);

/// What an entry translates, as messages call it: "label", "question (`ask`)".
[[nodiscard]] std::string_view what_word(grammar::TextEntry::What what);

}  // namespace eligo::check
