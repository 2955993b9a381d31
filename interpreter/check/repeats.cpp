// SPDX-License-Identifier: MIT
// Owns what is said once of a name that many places use: a name that was lost or misspelled where it is declared is one
// mistake, not one for each test that mentions it.
#include "interpreter/check/repeats.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interpreter/check/pieces.hpp"

namespace eligo::check {

namespace {

using text::Code;

constexpr std::size_t most_lines = 3;  // so many are named of each file

bool is_about_a_name(const text::Diagnostic& d) {
  return d.code == Code::name_unknown || d.code == Code::test_because || d.code == Code::text_owner ||
         d.code == Code::text_placeholder || d.code == Code::test_columns || d.code == Code::test_everyone;
}

/// `age`, `id.kind`, `rule/line`
bool is_named(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return is_path(text);
  return is_path(text.substr(0, slash)) && is_path(text.substr(slash + 1));
}

/// The lines of one file, the first few of them: "`a.eligo` (lines 3, 7, 9 and more)"
std::string in_file(const std::string& file, const std::vector<std::uint32_t>& lines) {
  std::string words = "`" + file + (lines.size() == 1 ? "` (line " : "` (lines ");
  for (std::size_t i = 0; i < std::min(lines.size(), most_lines); ++i)
    words += (i == 0 ? "" : ", ") + std::to_string(lines[i]);
  return words + (lines.size() > most_lines ? " and more)" : ")");
}

}  // namespace

std::string same_at(const text::Diagnostics& all, std::span<const std::size_t> places,
                    const text::SourceSet& sources, bool more) {
  std::vector<std::pair<std::string, std::vector<std::uint32_t>>> files;
  for (const std::size_t i : places) {
    const text::Span span = all[i].span;
    const std::string_view path = sources.name(span.source);
    const std::string file(path.substr(path.rfind('/') + 1));
    if (files.empty() || files.back().first != file) files.push_back({file, {}});
    std::vector<std::uint32_t>& lines = files.back().second;
    const std::uint32_t line = sources.position(span.source, span.begin).line;
    if (lines.empty() || lines.back() != line) lines.push_back(line);
  }
  std::string words = "the same at " + std::to_string(places.size()) +
                      (places.size() == 1 ? " more place" : " more places") +
                      (more ? " and others, in " : ", in ");
  for (std::size_t i = 0; i < files.size(); ++i)
    words += (i == 0                  ? ""
              : i + 1 == files.size() ? " and "
                                      : ", ") +
             in_file(files[i].first, files[i].second);
  return words;
}

void say_once(text::Diagnostics& all, const text::SourceSet& sources) {
  text::sort(all, sources);
  std::set<std::string_view> unknown;  // whole names
  for (const text::Diagnostic& d : all)
    if (d.code == Code::name_unknown) unknown.insert(sources.view(d.span));
  std::map<std::string_view, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string_view text = sources.view(all[i].span);
    const bool is_title = all[i].code == Code::test_everyone;
    if (!is_about_a_name(all[i]) || !(is_title || is_named(text))) continue;
    // A text of a value, column or field of a type that is unknown is about the type.
    const std::string_view type = text.substr(0, text.find('.'));
    if (all[i].code == Code::text_owner && unknown.count(type) != 0) text = type;
    places[text].push_back(i);
  }
  std::vector<bool> is_gone(all.size());
  for (const auto& [name, at] : places) {
    if (at.size() <= most_places_said) continue;
    const std::span<const std::size_t> others(at.begin() + 1, at.end());
    for (const std::size_t i : others) is_gone[i] = true;
    all[at[0]].help.push_back(same_at(all, others, sources, false));
  }
  text::Diagnostics kept;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!is_gone[i]) kept.push_back(std::move(all[i]));
  all = std::move(kept);
}

}  // namespace eligo::check
