// SPDX-License-Identifier: MIT
// Owns the layout of what declarations share: types, versions, lines, what hangs on them, lists.
#include "grammar/marks.hpp"

namespace eligo::grammar {

void Marks::type(const TypeExpr& t) {
  std::vector<Span> values;
  for (const Word& w : t.values) values.push_back(w.span);
  items(values);
  expression(t.from);
  expression(t.to);
}

std::size_t Marks::text(TextId id) const {
  return sheet_.first_of(ast_.texts[id].span);
}

// `ask "…"`, `can change by "…"`: a text with this many words before it, on a line of its own.
void Marks::part_before(TextId id, std::size_t words) {
  if (id == 0) return;
  std::size_t i = text(id);
  for (std::size_t n = 0; n < words; ++n) i = sheet_.before(i);
  sheet_.part(i);
}

void Marks::cites(const std::vector<Citation>& all) {
  std::vector<Span> sources;
  for (const Citation& c : all) {
    const std::size_t word = sheet_.before(sheet_.first_of(c.span));
    if (sheet_.is(word, "cites")) sheet_.part(word);
    sources.push_back(c.span);
  }
  items(sources);
}

// Lists of things of one kind; a comma joins a thing to the list of the one before it.
void Marks::items(const std::vector<Span>& all, bool keep) {
  std::size_t first = sheet_.none(), last = sheet_.none();
  for (const Span& one : all) {
    const std::size_t begin = sheet_.first_of(one);
    const bool joined = first != sheet_.none() && sheet_.is(sheet_.before(begin), ",");
    if (!joined) {
      if (first != sheet_.none()) sheet_.list(first, last, keep);
      first = begin;
    }
    last = sheet_.last_of(one);
  }
  if (first != sheet_.none()) sheet_.list(first, last, keep);
}

void Marks::versions(const std::vector<Version>& all) {
  const std::uint32_t table = sheet_.new_table();
  for (const Version& v : all) {
    std::size_t colon = sheet_.none();
    if (v.days.size() != 0) {
      colon = sheet_.after(sheet_.last_of(v.days));
      sheet_.stop(colon, table, 1);
    }
    tail(v.body);
    if (v.not_covered) continue;
    const bool rows = starts_row_of_cases(v.body.condition);
    if (rows) cases(v.body.condition, v.days.size() != 0 ? 1 : 0);
    if (!rows) body(colon, v.body.condition);
    expression(v.body.condition);
  }
}

void Marks::exceptions(const std::vector<Line>& all) {
  const std::uint32_t table = sheet_.new_table();
  for (const Line& one : all) {
    head(one, table);
    expression(one.condition);
  }
}

// `name "label" :`, in columns. The place of the colon.
std::size_t Marks::named(Span name, TextId label, std::uint32_t table) {
  if (label != 0) sheet_.stop(text(label), table, 1);
  const std::size_t colon = sheet_.after(label != 0 ? text(label) : sheet_.last_of(name));
  sheet_.stop(colon, table, label != 0 ? 2 : 1);
  return colon;
}

// name "label" : condition
void Marks::head(const Line& line, std::uint32_t table) {
  tail(line);
  if (!line.name) return;
  body(named(line.name.span, line.label, table), line.condition);
}

void Marks::tail(const Line& line) {
  part_before(line.otherwise, 1);
  cites(line.cites);
}

// What stands after a colon goes to the line below where it does not fit. A block's lines are statements of their own.
void Marks::body(std::size_t colon, ExprId condition) {
  if (colon == sheet_.none() || ast_[condition].kind == ExprKind::block) return;
  sheet_.row_break(sheet_.after(colon));
}

}  // namespace eligo::grammar
