// SPDX-License-Identifier: MIT
// Owns the guess that a name was changed where it is declared and not where it is used, or the other way round.
#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "interpreter/check/repeats.hpp"

namespace eligo::check {

namespace {

using grammar::ExprId;
using Kind = Entry::Kind;

/// The rules and values that nothing names, neither a condition nor a text.
std::vector<Entry> unnamed(const Context& c) {
  std::set<std::pair<Ref::Kind, Index>> named;
  for (const Ref& ref : c.out.refs) named.insert({ref.kind, ref.index});
  for (const std::vector<Ref>& text : c.out.placeholders)
    for (const Ref& ref : text) named.insert({ref.kind, ref.index});
  std::vector<Entry> found;
  for (Index i = 0; i < c.out.rules.size(); ++i)
    if (named.count({Ref::Kind::rule, i}) == 0) found.push_back({Kind::rule, i, c.out.rules[i].decl});
  for (Index i = 0; i < c.out.values.size(); ++i)
    if (named.count({Ref::Kind::value, i}) == 0) found.push_back({Kind::value, i, c.out.values[i].decl});
  return found;
}

std::set<std::string_view> words_of(std::string_view name) {
  std::set<std::string_view> words;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('_'), name.size());
    words.insert(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return words;
}

/// `ios_minimum` and `lowest_ios`: names of which a part was kept.
bool share_a_word(std::string_view a, std::string_view b) {
  const std::set<std::string_view> words = words_of(a);
  for (const std::string_view word : words_of(b))
    if (word.size() > 2 && words.count(word) != 0) return true;
  return false;
}

}  // namespace

void guess_renamed(const Context& c, text::Diagnostics& all) {
  text::Diagnostic* lost = nullptr;
  for (text::Diagnostic& d : all) {
    if (d.code != text::Code::name_unknown) continue;
    if (lost != nullptr) return;  // which of them it would be, nobody knows
    lost = &d;
  }
  if (lost == nullptr || !lost->fixes.empty() || !lost->labels.empty()) return;
  const std::vector<Entry> entries = unnamed(c);
  if (entries.size() != 1) return;
  const Span span = c.name_span(entries[0]);
  if (!share_a_word(c.sources.view(lost->span), c.sources.view(span))) return;
  lost->labels.push_back({span, "declared here, and used nowhere"});
  lost->help.push_back("one name may have been changed and the other not: write the same at both places");
}

}  // namespace eligo::check
