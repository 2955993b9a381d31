// SPDX-License-Identifier: MIT
// Owns the guess that a name was changed where it is declared and not where it is used, or the other way round.
#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "interpreter/check/repeats.hpp"

namespace eligo::check {

namespace {

using grammar::ExprId;
using Kind = Entry::Kind;

/// The facts, rules and values that nothing names, neither a condition nor a text.
std::vector<Entry> unnamed(const Context& c) {
  std::set<std::pair<Ref::Kind, Index>> named;
  const auto name = [&](const Ref& ref) {
    named.insert({ref.kind == Ref::Kind::column ? Ref::Kind::fact : ref.kind, ref.index});
  };
  for (const Ref& ref : c.out.refs) name(ref);
  for (const std::vector<Ref>& text : c.out.placeholders)
    for (const Ref& ref : text) name(ref);
  std::vector<Entry> found;
  for (Index i = 0; i < c.out.facts.size(); ++i)
    if (named.count({Ref::Kind::fact, i}) == 0) found.push_back({Kind::fact, i, c.out.facts[i].decl});
  for (Index i = 0; i < c.out.rules.size(); ++i)
    if (named.count({Ref::Kind::rule, i}) == 0) found.push_back({Kind::rule, i, c.out.rules[i].decl});
  for (Index i = 0; i < c.out.values.size(); ++i)
    if (named.count({Ref::Kind::value, i}) == 0) found.push_back({Kind::value, i, c.out.values[i].decl});
  return found;
}

std::set<std::string_view> words_of(std::string_view name) {
  std::set<std::string_view> words;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of("_."), name.size());
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
  std::vector<std::size_t> lost;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].code != text::Code::name_unknown) continue;
    if (!lost.empty() && c.sources.view(all[lost[0]].span) != c.sources.view(all[i].span))
      return;  // which of them it would be, nobody knows
    lost.push_back(i);
  }
  if (lost.empty() || !all[lost[0]].fixes.empty()) return;
  text::Diagnostic& first = all[lost[0]];
  std::vector<Entry> entries = unnamed(c);
  std::erase_if(entries, [&](const Entry& entry) {
    return !share_a_word(c.sources.view(first.span), c.sources.view(c.name_span(entry)));
  });
  if (entries.size() != 1) return;
  first.labels = {{c.name_span(entries[0]), "declared here, and used nowhere"}};
  std::erase(first.help, line_is_no_condition);
  first.help.emplace_back("one name may have been changed and the other not: write the same at both places");
  if (lost.size() == 1) return;
  const std::span<const std::size_t> others(lost.begin() + 1, lost.end());
  first.help.push_back(same_at(all, others, c.sources, false));
  for (auto i = others.rbegin(); i != others.rend(); ++i)
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(*i));
}

}  // namespace eligo::check
