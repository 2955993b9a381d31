// SPDX-License-Identifier: MIT
// Owns the sweep over removals.
#include "tests/grammar/removal.hpp"

#include <algorithm>
#include <array>

#include "grammar/parse.hpp"

namespace eligo::tests {
namespace {

// Words that are keywords only where the grammar has them; the files of the sweep name nothing by them.
constexpr std::array<std::string_view, 42> contextual = {
    "publisher", "url",     "checked", "languages", "currency", "missing", "days",  "roll",   "forward",
    "back",      "key",     "shown",   "rows",      "private",  "cost",    "by",    "change", "at",
    "least",     "up",      "down",    "half",      "full",     "months",  "years", "month",  "year",
    "day",       "law",     "needs",   "everyone",  "whole",    "decimal", "money", "date",   "version",
    "text",      "missing", "in",      "but",       "covered",  "steps"};

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool is_keyword(std::string_view word) {
  return grammar::is_reserved(word) ||
         std::find(contextual.begin(), contextual.end(), word) != contextual.end();
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

std::vector<Removal> removals(std::string_view text) {
  std::vector<Removal> out;
  const auto add = [&](std::size_t b, std::size_t e) {
    out.push_back(
        {static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(e), std::string(text.substr(b, e - b))});
  };
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == '#') {
      while (i < text.size() && text[i] != '\n') ++i;
    } else if (c == '"') {
      add(i, i + 1);
      for (++i; i < text.size() && text[i] != '"'; ++i)
        if (text[i] == '\\') ++i;
      add(i, i + 1);
      ++i;
    } else if (c == ':' || c == ',') {
      add(i, i + 1);
      ++i;
    } else if (is_word(c)) {
      std::size_t e = i;
      while (e < text.size() && is_word(text[e])) ++e;
      const bool part = (i != 0 && (text[i - 1] == '.' || text[i - 1] == '/')) ||
                        (e < text.size() && text[e] == '.' && e + 1 < text.size() && is_word(text[e + 1]));
      if (!part && is_keyword(text.substr(i, e - i))) add(i, e);
      i = e;
    } else {
      ++i;
    }
  }
  return out;
}

std::vector<std::filesystem::path> files_of_sweeps() {
  std::vector<std::filesystem::path> out{ELIGO_SOURCE_DIR "/tests/grammar/sample.eligo",
                                         ELIGO_SOURCE_DIR "/tests/grammar/wrapped.eligo"};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(ELIGO_SOURCE_DIR "/rules"))
    if (entry.path().extension() == ".eligo") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

Outcome remove(std::string_view whole, const Removal& removal) {
  return replace(whole, removal, {});
}

Outcome replace(std::string_view whole, const Removal& removal, std::string_view by) {
  std::string bytes(whole.substr(0, removal.begin));
  bytes += by;
  bytes += whole.substr(removal.end);
  text::SourceSet sources;
  const text::SourceId id = sources.add("removed.eligo", bytes);
  text::Names names;
  grammar::Ast ast;
  const text::Diagnostics said = grammar::parse(sources, id, names, Limits{}, ast);
  const std::uint32_t line = sources.position(id, removal.begin).line;
  std::uint32_t next = line + 1;
  while (next < sources.line_count(id) && is_blank(sources.line(id, next))) ++next;

  Outcome out;
  out.story = (by.empty() ? "without `" + removal.what : removal.what + "` as `" + std::string(by)) +
              "` on line " + std::to_string(line) + ": " + std::string(sources.line(id, line)) + "\n";
  out.helped = said.size() == 1 && !(said[0].help.empty() && said[0].fixes.empty());
  for (const text::Diagnostic& d : said) {
    out.story += "    " + std::to_string(sources.position(id, d.span.begin).line) + ": " + d.message + " <" +
                 std::string(sources.view(d.span)) + ">\n";
    for (const std::string& help : d.help) out.story += "       help: " + help + "\n";
  }
  if (said.empty()) {
    out.after = After::valid;
  } else if (said.size() == 1) {
    const std::uint32_t at = sources.position(id, said[0].span.begin).line;
    if (at == line || at == next) out.after = After::one;
  }
  return out;
}

std::vector<Removal> line_breaks(const std::string& text) {
  std::vector<Removal> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    const std::size_t next = text.find_first_not_of(" \r\n", end);
    const bool plain =
        line.find('#') == std::string::npos && line.find_first_not_of(" \r") != std::string::npos;
    const bool rows =
        line.find_first_not_of(' ') == line.find("rows");  // behind which a text is the label of a column
    if (plain && !rows && next != std::string::npos && text[next] != '#') {
      const std::size_t last = text.find_last_not_of(" \r\n", end) + 1;
      out.push_back({static_cast<std::uint32_t>(last), static_cast<std::uint32_t>(next), "line break"});
    }
    begin = end + 1;
  }
  return out;
}

}  // namespace eligo::tests
