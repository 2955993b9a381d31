// SPDX-License-Identifier: MIT
// Owns the measure of nearness between two words.
#include "grammar/text/suggest.hpp"

#include <algorithm>
#include <array>

namespace eligo::text {
namespace {

constexpr std::size_t longest = 64;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours, case aside.
std::size_t distance(std::string_view a, std::string_view b, std::size_t give_up) {
  const std::size_t apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (apart > give_up) return give_up + 1;
  std::array<std::array<std::size_t, longest + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t differ = lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + differ});
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
        row[j] = std::min(row[j], two_above[j - 2] + 1);
    }
  }
  return rows[a.size() % 3][b.size()];
}

// `expires` for `id.expires`: only the group is forgotten.
bool is_last_part(std::string_view word, std::string_view candidate) {
  return candidate.size() > word.size() + 1 && candidate[candidate.size() - word.size() - 1] == '.' &&
         distance(word, candidate.substr(candidate.size() - word.size()), 0) == 0;
}

// Among words as short as country codes one is always a letter away: `UK` is not `CK`.
// Nor is `POR` (Portugal) `PR`, which is Puerto Rico: codes of three letters are no longer ones of two.
bool is_other_code(std::string_view word, std::string_view candidate) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (word.size() == 3 && candidate.size() == 2 && std::all_of(word.begin(), word.end(), is_capital) &&
      std::all_of(candidate.begin(), candidate.end(), is_capital))
    return true;
  if (word.size() > 2 || candidate.size() != word.size() || distance(word, candidate, 0) == 0) return false;
  return word.size() == 1 || lower(word[0]) != lower(candidate[1]) || lower(word[1]) != lower(candidate[0]);
}

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.empty() || word.size() > longest) return {};
  std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
  std::string_view found;
  for (const std::string_view candidate : candidates) {
    if (candidate.empty() || candidate.size() > longest || candidate == word ||
        is_other_code(word, candidate))
      continue;
    const std::size_t d = is_last_part(word, candidate) ? 1 : distance(word, candidate, best);
    if (d < best || (d == best && !found.empty() && candidate < found)) {
      best = d;
      found = candidate;
    }
  }
  return found;
}

bool is_alone_nearest(std::string_view word, std::string_view found,
                      std::span<const std::string_view> candidates) {
  const std::size_t least = distance(word, found, longest);
  for (const std::string_view candidate : candidates)
    if (candidate != found && candidate.size() <= longest && distance(word, candidate, least + 1) <= least)
      return false;
  return true;
}

}  // namespace eligo::text
