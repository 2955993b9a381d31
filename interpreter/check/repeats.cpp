// SPDX-License-Identifier: MIT
// Owns what is said once of a name that many places use: a name that was lost or misspelled where it is declared is one
// mistake, not one for each test that mentions it.
#include "interpreter/check/repeats.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace eligo::check {

namespace {

using text::Code;

constexpr std::size_t most_said = 3;  // so many places of one name are looked at one by one

bool is_about_a_name(const text::Diagnostic& d) {
  return d.code == Code::name_unknown || d.code == Code::name_not_here || d.code == Code::test_because ||
         d.code == Code::text_owner || d.code == Code::text_placeholder;
}

/// "in `a`, `b` and `c`"
std::string in_files(const std::vector<std::string>& files) {
  std::string words = "in ";
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (i != 0) words += i + 1 == files.size() ? " and " : ", ";
    words += "`" + files[i] + "`";
  }
  return words;
}

}  // namespace

void say_once(text::Diagnostics& all, const text::SourceSet& sources) {
  text::sort(all, sources);
  std::map<std::string_view, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (is_about_a_name(all[i])) places[sources.view(all[i].span)].push_back(i);
  std::vector<bool> is_gone(all.size());
  for (const auto& [name, at] : places) {
    if (at.size() <= most_said) continue;
    std::vector<std::string> files;
    for (std::size_t i = 1; i < at.size(); ++i) {
      is_gone[at[i]] = true;
      const std::string_view path = sources.name(all[at[i]].span.source);
      const std::string file(path.substr(path.rfind('/') + 1));
      if (std::find(files.begin(), files.end(), file) == files.end()) files.push_back(file);
    }
    all[at[0]].help.push_back("the same at " + std::to_string(at.size() - 1) + " more places, " +
                              in_files(files));
  }
  text::Diagnostics kept;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!is_gone[i]) kept.push_back(std::move(all[i]));
  all = std::move(kept);
}

}  // namespace eligo::check
