// SPDX-License-Identifier: MIT
// Owns the joining of lines.
#include "tools/diff/one_line.hpp"

#include <algorithm>
#include <vector>

namespace eligo::diff {

namespace {

constexpr std::string_view blank_signs = " \t\r\n";

std::string with_single_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (blank_signs.find(c) == std::string_view::npos)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string_view without_comment(std::string_view line) {
  bool in_quotes = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') in_quotes = !in_quotes;
    if (line[i] == '\\' && in_quotes)
      ++i;
    else if (line[i] == '#' && !in_quotes)
      return line.substr(0, i);
  }
  return line;
}

/// Those with something on them but a comment.
std::vector<std::string> lines_of(std::string_view source) {
  std::vector<std::string> lines;
  while (!source.empty()) {
    const std::size_t end = std::min(source.find('\n'), source.size());
    std::string line = with_single_blanks(without_comment(source.substr(0, end)));
    if (!line.empty()) lines.push_back(std::move(line));
    source.remove_prefix(std::min(end + 1, source.size()));
  }
  return lines;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Such a line goes on in the next.
bool goes_on(std::string_view line) {
  static constexpr std::string_view ends[] = {",", ":", "<", ">",    "=",   "+",    "-",
                                              "*", "/", "(", " and", " or", " not", " is"};
  return std::any_of(std::begin(ends), std::end(ends),
                     [&](std::string_view end) { return ends_with(line, end); });
}

}  // namespace

std::string on_one_line(std::string_view source) {
  const std::vector<std::string> lines = lines_of(source);
  const bool is_block = lines.size() > 2 && ends_with(lines.front(), " of") && lines.back() == "end" &&
                        std::count(lines.begin(), lines.end(), "end") == 1;
  std::string out;
  for (std::size_t i = 0; i < lines.size() - (is_block ? 1 : 0); ++i) {
    if (is_block && i > 1 && !goes_on(lines[i - 1])) out += ',';
    out += (i > 0 ? " " : "") + lines[i];
  }
  return out;
}

}  // namespace eligo::diff
