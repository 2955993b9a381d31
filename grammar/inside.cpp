// SPDX-License-Identifier: MIT
// Owns the answer to a declaration that stands inside another one, which goes on behind it: it is said once, passed over there,
// and read when the file is read.
#include "grammar/inside.hpp"

#include <algorithm>

#include "grammar/parse.hpp"
#include "grammar/scan.hpp"
#include "grammar/words.hpp"

namespace eligo::grammar {

using std::string_view;

namespace {

bool is_among(string_view word, std::initializer_list<string_view> known) {
  return std::find(known.begin(), known.end(), word) != known.end();
}

// The first line behind the declaration at p, by its layout: its parts stand deeper than it, its `end` as deep. nullptr where
// its layout is another one.
const char* behind_declaration(const Scan& scan, const char* p) {
  const std::uint32_t own = scan.indent(p);
  const char* line = scan.next_line(p);
  if (is_among(scan.word_at(p), {"fact", "use", "presume", "tests"})) {
    while (line != scan.last && is_among(scan.word_at(line), {"ask", "can", "cites"}))
      line = scan.next_line(line);
    return line;
  }
  while (line != scan.last && scan.indent(line) > own && !scan.top_word_at(line)) line = scan.next_line(line);
  return scan.is_word_at(line, "end") && scan.indent(line) == own ? scan.next_line(line) : nullptr;
}

}  // namespace

string_view with_its_name(const Scan& scan, const char* p) {
  const char* const behind = p + scan.word_at(p).size();
  const char* const name = scan.over_spaces(behind);
  const char* e = name + scan.word_at(name).size();
  while (e != name && e != scan.last && *e == '.' && !scan.word_at(e + 1).empty())
    e += 1 + scan.word_at(e + 1).size();
  if (e == name) e = behind;
  return {p, static_cast<std::size_t>(e - p)};
}

const char* Scan::over_declaration_inside(const char* p) {
  if (open_.empty() || p == last || p == open_.front().begin || !top_word_at(p)) return nullptr;
  const char* const behind = behind_declaration(*this, p);
  if (behind == nullptr || behind == last || top_word_at(behind)) return nullptr;
  const char* const outer = open_.front().begin;
  const string_view it = with_its_name(*this, p), around = with_its_name(*this, outer);
  text::Diagnostic* const d =
      push(Code::syntax_inside, p, p + it.size(),
           "`" + std::string(it) + "` stands inside `" + std::string(around) + "`, which goes on below it");
  if (d != nullptr) {
    d->labels.push_back({span(outer, outer + around.size()), "`" + std::string(around) + "` begins here"});
    d->help.emplace_back("declarations stand one after the other, each with its own `end`");
    const char* const begin = line_begin(p);
    const char* const stop = line_begin(next_line(trimmed(behind) - 1));
    const char* const above = line_begin(outer);
    d->fixes.push_back({"move it above `" + std::string(around) + "`",
                        {{span(above, above), std::string(begin, stop)}, {span(begin, stop), ""}}});
  }
  put_aside.emplace_back(p, behind);
  return behind;
}

}  // namespace eligo::grammar
