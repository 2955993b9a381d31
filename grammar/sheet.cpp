// SPDX-License-Identifier: MIT
// Owns how the tokens of a file are found and marked.
#include "grammar/sheet.hpp"

#include <algorithm>

namespace eligo::grammar {

Sheet::Sheet(std::string_view bytes, const std::vector<Statement>& statements)
    : tokens(tokens_of(bytes)), gaps(tokens.size()), groups(1), bytes_(bytes) {
  pass_over_comments();
  for (const Statement& s : statements) {
    const std::size_t i = first_of({0, s.begin, s.begin});
    if (i == none()) continue;
    gaps[i].begins_row = true;
    gaps[i].depth = s.depth;
    gaps[i].is_end = s.is_end;
  }
}

void Sheet::lists_in_brackets() {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (is(i, "(") || is(i, "[")) open.push_back(i);
    if ((!is(i, ")") && !is(i, "]")) || open.empty()) continue;
    const std::size_t inside = after(open.back());
    open.pop_back();
    if (inside < i) list(inside, before(i));
  }
}

std::size_t Sheet::first_of(Span span) const {
  const auto at = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                   [](const Token& t, std::uint32_t x) { return t.begin < x; });
  return static_cast<std::size_t>(at - tokens.begin());
}

std::size_t Sheet::last_of(Span span) const {
  const std::size_t beyond = first_of({0, span.end, span.end});
  return beyond == 0 ? 0 : is_comment(beyond - 1) ? before(beyond - 1) : beyond - 1;
}

void Sheet::pass_over_comments() {
  before_.resize(tokens.size() + 1);
  after_.resize(tokens.size());
  std::size_t last = none();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    before_[i] = last;
    if (!is_comment(i)) last = i;
  }
  before_.back() = last;
  last = none();
  for (std::size_t i = tokens.size(); i-- != 0;) {
    after_[i] = last;
    if (!is_comment(i)) last = i;
  }
}

std::size_t Sheet::before(std::size_t i) const {
  return i < before_.size() ? before_[i] : none();
}

std::size_t Sheet::after(std::size_t i) const {
  return i < after_.size() ? after_[i] : none();
}

std::size_t Sheet::row_begin(std::size_t i) const {
  while (i != 0 && !gaps[i].begins_row) --i;
  return i;
}

std::size_t Sheet::row_end(std::size_t i) const {
  for (std::size_t next = after(i); next != none() && !gaps[next].begins_row; next = after(i)) i = next;
  return i;
}

void Sheet::part(std::size_t i, std::uint32_t deeper) {
  if (i == none() || gaps[i].begins_row) return;
  std::size_t around = i;  // the statement or `end` that it belongs to
  while (around != 0 && (!gaps[around].begins_row || gaps[around].is_part)) --around;
  gaps[i].begins_row = gaps[i].is_part = true;
  gaps[i].depth = gaps[around].depth + deeper;
}

void Sheet::stop(std::size_t i, std::uint32_t table, std::uint32_t column) {
  if (i == none()) return;
  gaps[i].table = table;
  gaps[i].stop = column;
}

void Sheet::tight(std::size_t i) {
  if (i != none()) gaps[i].tight = true;
}

std::uint32_t Sheet::group(BreakGroup made) {
  groups.push_back(made);
  return static_cast<std::uint32_t>(groups.size() - 1);
}

void Sheet::break_before(std::size_t i, std::uint32_t group) {
  if (i != none() && gaps[i].group == 0) gaps[i].group = group;
}

void Sheet::row_break(std::size_t i) {
  if (i != none()) break_before(i, group({row_begin(i), row_end(i), false, false, true, false}));
}

void Sheet::list(std::size_t first, std::size_t last, bool keep) {
  std::uint32_t made = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (!is(i, ",") || tokens[i].depth != tokens[first].depth) continue;
    if (made == 0) made = group({first, last, true, true, false, false});
    const std::size_t item = after(i);
    break_before(item, made);
    if (keep && item != none() && tokens[item].lines_before != 0) groups[made].kept = true;
  }
}

}  // namespace eligo::grammar
