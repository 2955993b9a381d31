// SPDX-License-Identifier: MIT
// Owns what is known of things that stand twice; files that do, as a copy that an editor leaves in the folder, are told once,
// not for each declaration.
#include <algorithm>

#include "interpreter/check/context.hpp"

namespace eligo::check {

bool Context::is_told_copy(text::SourceId a, text::SourceId b) {
  if (a == b) return false;
  const auto [known, fresh] = copies_.try_emplace({std::min(a, b), std::max(a, b)}, false);
  if (!fresh) return known->second;
  const auto header_of = [&](text::SourceId source) -> NameId {
    for (const grammar::Decl& decl : ast.decls)
      if (const auto* header = std::get_if<grammar::RulesetDecl>(&decl.body);
          header && decl.span.source == source)
        return header->name.id;
    return 0;
  };
  known->second = sources.bytes(a) == sources.bytes(b) || (header_of(a) != 0 && header_of(a) == header_of(b));
  return false;
}

void Context::help_with_copy(text::Diagnostic& d, text::SourceId a, text::SourceId b) const {
  const auto known = copies_.find({std::min(a, b), std::max(a, b)});
  if (known != copies_.end() && known->second)
    d.help.emplace_back("if one file is a copy of the other, keep one of them");
}

bool Context::is_doubled(const Path& path) const {
  const std::span<const Word> parts = path.parts();
  const std::string_view name = view(path.id);
  return std::any_of(doubles.begin(), doubles.end(), [&](const NameNote& one) {
    if (one.among != Among::columns) return one.word == name;
    return !parts.empty() && one.owner == parts.front().id && one.word == view(parts.back().id);
  });
}

}  // namespace eligo::check
