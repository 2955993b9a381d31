// SPDX-License-Identifier: MIT
// Owns the comparison of two trees. Each structure names all its fields, so that a field that is added and not compared
// does not compile. Trees of one text have one numbering, so what refers to another node is compared as a number.
#include "grammar/same.hpp"

#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace eligo::grammar {
namespace {

// -- the fields of each structure --

#define ELIGO_FIELDS(type, ...)    \
  auto fields(const type& x) {     \
    const auto& [__VA_ARGS__] = x; \
    return std::tie(__VA_ARGS__);  \
  }
ELIGO_FIELDS(Word, id, span)
// Of a base and a member there is no binding: a path is as long as these two.
auto fields(const Path& x) {
  static_assert(sizeof(Path) == sizeof(Word) + sizeof(x.dotted));
  return std::tie(x.id, x.span, x.dotted);
}
ELIGO_FIELDS(TextPiece, characters, path)
ELIGO_FIELDS(Text, span, first, count)
ELIGO_FIELDS(Expr, kind, op, unit, rounding, span, focus, first, count, value)
ELIGO_FIELDS(Binding, variable, list, span)
ELIGO_FIELDS(Citation, source, place, span)
ELIGO_FIELDS(Line, name, label, condition, otherwise, cites, span)
ELIGO_FIELDS(Block, kind, at_least, at_least_span, opener, lines, span)
ELIGO_FIELDS(Version, since, until, days, not_covered, body)
ELIGO_FIELDS(TypeExpr, kind, name, values, or_none, from, to, at_most, at_most_span, span)
ELIGO_FIELDS(RulesetDecl, name, label, languages, currency, missing_days, span)
ELIGO_FIELDS(SourceDecl, name, title, publisher, url, checked, span)
ELIGO_FIELDS(UseDecl, path)
ELIGO_FIELDS(ColumnDecl, name, label, type, is_key, span)
ELIGO_FIELDS(TableDecl, name, label, from, columns, shown_as, rows, span, cites)
ELIGO_FIELDS(EnumValueDecl, name, label)
ELIGO_FIELDS(EnumDecl, name, label, values)
ELIGO_FIELDS(GroupDecl, name, label, of, values)
ELIGO_FIELDS(FactDecl, name, label, type, is_private, ask, can_change_by, cost, span, cites)
ELIGO_FIELDS(RecordDecl, name, label, fields)
ELIGO_FIELDS(RuleDecl, name, label, cites, versions, unless)
ELIGO_FIELDS(ValueDecl, name, label, type, cites, versions)
ELIGO_FIELDS(Step, text, when)
ELIGO_FIELDS(DecisionDecl, name, label, type, yes, no, cites, not_covered_if, versions, unless, steps,
             steps_span)
ELIGO_FIELDS(AmendDecl, what, what_span, name, cites, versions)
ELIGO_FIELDS(PresumeDecl, fact, value, cites)
ELIGO_FIELDS(Given, fact, kind, a, b, values, members, span)
ELIGO_FIELDS(LineRef, owner, line, members, since, span)
ELIGO_FIELDS(Expect, decision, result, because, has_because, needs, has_needs, span)
ELIGO_FIELDS(TestDecl, title, as_of, law_of, everyone_in, given, expects)
ELIGO_FIELDS(TestsFromDecl, path)
ELIGO_FIELDS(TextEntry, owner, line, since, what, texts, span)
ELIGO_FIELDS(TextsDecl, language, entries)
ELIGO_FIELDS(Decl, body, span, header, broken)
#undef ELIGO_FIELDS

// -- equal but for places --

template <typename T>
bool same(const T& a, const T& b);

template <typename... T>
bool same_each(const std::tuple<T...>& a, const std::tuple<T...>& b) {
  return std::apply(
      [&](const auto&... x) { return std::apply([&](const auto&... y) { return (same(x, y) && ...); }, b); },
      a);
}

template <typename T>
bool same_all(const std::vector<T>& a, const std::vector<T>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!same(a[i], b[i])) return false;
  return true;
}

template <typename T>
struct Equal {
  static bool of(const T& a, const T& b) {
    if constexpr (std::is_same_v<T, Span>)
      return true;
    else if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_same_v<T, std::string_view>)
      return a == b;
    else
      return same_each(fields(a), fields(b));
  }
};
template <typename T>
struct Equal<std::vector<T>> {
  static bool of(const std::vector<T>& a, const std::vector<T>& b) { return same_all(a, b); }
};
template <typename T>
struct Equal<std::optional<T>> {
  static bool of(const std::optional<T>& a, const std::optional<T>& b) {
    return a.has_value() == b.has_value() && (!a || same(*a, *b));
  }
};
template <typename... T>
struct Equal<std::variant<T...>> {
  static bool of(const std::variant<T...>& a, const std::variant<T...>& b) {
    return a.index() == b.index() &&
           std::visit([&](const auto& x) { return same(x, std::get<std::decay_t<decltype(x)>>(b)); }, a);
  }
};

template <typename T>
bool same(const T& a, const T& b) {
  return Equal<T>::of(a, b);
}

// A number as written, without the blank before `%`.
std::string digits(const text::SourceSet& sources, Span span) {
  std::string out;
  for (const char c : sources.view(span))
    if (c != ' ' && c != '\t') out += c;
  return out;
}

std::string_view comment(const text::SourceSet& sources, Span span) {
  std::string_view out = sources.view(span);
  while (!out.empty() && (out.back() == ' ' || out.back() == '\t')) out.remove_suffix(1);
  return out;
}

}  // namespace

bool same_meaning(const Ast& a, const Ast& b, const text::SourceSet& sources) {
  const auto& [exprs, children, paths, texts, pieces, resolved, blocks, bindings, decls, comments, lost,
               refused] = a;
  if (!same(exprs, b.exprs) || !same(children, b.children) || !same(paths, b.paths) ||
      !same(texts, b.texts) || !same(pieces, b.pieces) || !same(blocks, b.blocks) ||
      !same(bindings, b.bindings) || !same(decls, b.decls) || comments.size() != b.comments.size() ||
      lost.size() != b.lost.size() || refused != b.refused)
    return false;
  for (std::size_t i = 0; i < exprs.size(); ++i)
    if (exprs[i].kind == ExprKind::number &&
        digits(sources, exprs[i].span) != digits(sources, b.exprs[i].span))
      return false;
  for (std::size_t i = 0; i < comments.size(); ++i)
    if (comment(sources, comments[i]) != comment(sources, b.comments[i])) return false;
  return true;
}

}  // namespace eligo::grammar
