// SPDX-License-Identifier: MIT
// Owns the look for blanks that may not break.
#include "grammar/blanks.hpp"

#include <algorithm>
#include <string>

#include "grammar/characters.hpp"
#include "grammar/scan.hpp"

namespace eligo::grammar {

using std::string_view;

namespace {

// Behind a text in quotes of any kind that begins at p and ends on its line; p where there is none.
std::size_t over_quoted(string_view line, std::size_t p) {
  struct Quotes {
    string_view opening, closing;
  };
  static constexpr Quotes all[] = {{"\"", "\""}, {"«", "»"}, {"“", "”"}, {"„", "“"}, {"‘", "’"}};
  for (const Quotes& one : all) {
    if (!line.substr(p).starts_with(one.opening)) continue;
    std::size_t e = p + one.opening.size();
    while (e < line.size() && !line.substr(e).starts_with(one.closing)) e += line[e] == '\\' ? 2 : 1;
    return e < line.size() ? e + one.closing.size() : line.size();
  }
  return p;
}

void look(text::SourceId source, std::size_t begin, string_view line, std::vector<NoBreakBlank>& found) {
  if (std::count(line.begin(), line.end(), '"') % 2 == 1) return;  // nobody knows where its texts are
  for (std::size_t p = 0; p < line.size() && line[p] != '#';) {
    if (const std::size_t e = over_quoted(line, p); e != p) {
      p = e;
      continue;
    }
    const std::size_t bytes = no_break_space(line.substr(p));
    if (bytes == 0) {
      ++p;
      continue;
    }
    const bool in_number =
        p != 0 && is_digit(line[p - 1]) && p + bytes < line.size() && is_digit(line[p + bytes]);
    const auto at = static_cast<std::uint32_t>(begin + p);
    if (!in_number)
      found.push_back(
          {{source, at, at + static_cast<std::uint32_t>(bytes)}, static_cast<std::uint32_t>(begin)});
    p += bytes;
  }
}

}  // namespace

std::vector<NoBreakBlank> no_break_blanks(text::SourceId source, string_view bytes) {
  std::vector<NoBreakBlank> found;
  if (bytes.find("\u00a0") == string_view::npos && bytes.find("\u202f") == string_view::npos) return found;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n", begin), bytes.size());
    look(source, begin, bytes.substr(begin, end - begin), found);
    begin = end + 1;
  }
  return found;
}

text::Diagnostic said_no_break_blanks(const std::vector<NoBreakBlank>& blanks) {
  constexpr std::size_t most_mended = 1'000;
  text::Diagnostic d =
      text::say(text::Code::syntax_expected, blanks.front().span, "expected a blank, found a no-break space");
  d.help.emplace_back("it looks like a blank and is none: write a blank in its place");
  const std::size_t more = blanks.size() - 1;
  if (more != 0)
    d.help.push_back(more == 1 ? "there is one more in the file"
                               : "there are " + std::to_string(more) + " more in the file");
  if (blanks.size() > most_mended) return d;
  text::Fix fix{more == 0 ? "write a blank" : "write blanks", {}};
  for (const NoBreakBlank& blank : blanks) {
    if (!fix.edits.empty() && fix.edits.back().span.end == blank.span.begin) {  // one stretch
      fix.edits.back().span.end = blank.span.end;
      fix.edits.back().replacement += ' ';
    } else {
      fix.edits.push_back({blank.span, " "});
    }
  }
  d.fixes.push_back(std::move(fix));
  return d;
}

}  // namespace eligo::grammar
