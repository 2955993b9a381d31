// SPDX-License-Identifier: MIT
// Owns how what was looked up is noted, what a word that was not found may mean, and how names are listed in words.
#include "interpreter/check/lookups.hpp"

#include <algorithm>

#include "grammar/text/suggest.hpp"
#include "interpreter/check/context.hpp"

namespace eligo::check {

void Context::note(std::vector<NameNote>& notes, NameNote one) {
  if (unsaid_ > 0 || said_.empty()) return;  // beyond the limit
  one.finding = said_.size() - 1;
  notes.push_back(one);
}

void Context::missed(const Path& path) {
  const std::string_view whole = view(path.id);
  for (std::size_t dot = whole.find('.');; dot = whole.find('.', dot + 1)) {
    missed(Among::things, 0, whole.substr(0, dot));
    if (dot == std::string_view::npos) break;
  }
  if (path.parts().size() < 2) return;
  const Entry owner = thing(names.find(whole.substr(0, whole.rfind('.'))));
  const std::string_view part = view(path.parts().back().id);
  if (owner.kind == Entry::Kind::record) missed(Among::fields, out.records[owner.index].name, part);
  if (owner.kind != Entry::Kind::fact) return;
  if (const Type type = out.facts[owner.index].type; type.base == types::Base::key)
    missed(Among::columns, out.tables[type.of].name, part);
}

std::string Context::column_meant(const Path& path) const {
  if (path.parts().size() != 2) return "";
  const std::string_view first = view(path.parts()[0].id);
  for (Index i = 0; i < out.facts.size(); ++i) {
    const FactDef& fact = out.facts[i];
    if (fact.type.base != types::Base::key || column(i, path.parts()[1].id) == nowhere) continue;
    const std::string_view either[] = {view(out.tables[fact.type.of].name), view(fact.name)};
    if (in_small_letters(first) == either[0] || in_small_letters(first) == either[1] ||
        !text::nearest(first, either).empty())
      return std::string(either[1]) + "." + std::string(view(path.parts()[1].id));
  }
  return "";
}

bool Context::is_misspelt(const Path& path) {
  if (is_lost(path) || lost.has_nameless()) return false;  // what lost its name may be called so
  const std::vector<std::string_view> known = thing_names();
  return may_search(known.size()) && !text::nearest(view(path.id), known).empty();
}

void Context::named_in_first_row(NameId name) {
  if (name >= in_first_rows.size()) in_first_rows.resize(std::size_t{name} + 1);
  in_first_rows[name] = true;
}

std::string listed(const std::vector<std::string_view>& names, std::size_t most) {
  std::vector<std::string_view> once;
  for (const std::string_view name : names) {
    if (std::find(once.begin(), once.end(), name) != once.end()) continue;
    if (once.size() == most) return listed(once, most) + ", …";
    once.push_back(name);
  }
  std::string list;
  for (const std::string_view name : once) list += (list.empty() ? "`" : ", `") + std::string(name) + "`";
  return list;
}

}  // namespace eligo::check
