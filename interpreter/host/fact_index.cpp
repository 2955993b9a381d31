// SPDX-License-Identifier: MIT
// Owns the sorted names of a program's facts. Sorted, not hashed: nobody can choose names that make looking
// up slow.
#include "interpreter/host/fact_index.hpp"

#include <algorithm>

#include "grammar/text/suggest.hpp"

namespace eligo::host {

FactIndex::FactIndex(const check::Checked& checked) : checked_(&checked) {
  by_name_.reserve(checked.facts.size());
  for (check::Index fact = 0; fact < checked.facts.size(); ++fact) by_name_.emplace_back(name(fact), fact);
  std::sort(by_name_.begin(), by_name_.end());
}

check::Index FactIndex::find(std::string_view name) const {
  const auto at = std::lower_bound(by_name_.begin(), by_name_.end(), std::make_pair(name, check::Index{0}));
  return at != by_name_.end() && at->first == name ? at->second : check::nowhere;
}

bool FactIndex::is_group(std::string_view name) const {
  const std::string prefix = std::string(name) + ".";
  const auto at = std::lower_bound(by_name_.begin(), by_name_.end(),
                                   std::make_pair(std::string_view(prefix), check::Index{0}));
  return at != by_name_.end() && at->first.substr(0, prefix.size()) == prefix;
}

std::string_view FactIndex::nearest(std::string_view name) const {
  std::string_view ending;
  int endings = 0;
  std::vector<std::string_view> names;
  names.reserve(by_name_.size());
  for (const auto& [fact, index] : by_name_) {
    names.push_back(fact);
    if (fact.size() > name.size() && fact[fact.size() - name.size() - 1] == '.' &&
        fact.substr(fact.size() - name.size()) == name) {
      ending = fact;
      ++endings;
    }
  }
  return endings == 1 ? ending : text::nearest(name, names);
}

}  // namespace eligo::host
