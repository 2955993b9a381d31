// SPDX-License-Identifier: MIT
// Owns how leaves, lines and declarations become nodes. (Expressions: builder_expressions.cpp.)
#include "grammar/builder.hpp"

#include <algorithm>
#include <utility>

#include "grammar/days.hpp"

namespace eligo::grammar {

using std::string_view;

void Builder::cut_back(const Mark& m) {
  operands_.cut(m.operands);
  ops_.cut(m.ops);
  minuses_.cut(m.minuses);
  cites_.cut(m.cites);
  bindings_.cut(m.bindings);
  givens_.cut(m.givens);
}

// -- leaves --

// What rule files hold, measured: an expression in 12 bytes at most, a name in 20, a text in 30, a declaration in 120.
void Builder::reserve(std::size_t bytes) {
  // At least doubled, so that many files cost no more than one.
  const auto grow = [](auto& v, std::size_t more_of_it) {
    if (v.size() + more_of_it > v.capacity()) v.reserve(std::max(v.size() + more_of_it, 2 * v.capacity()));
  };
  grow(ast.exprs, bytes / 12);
  grow(ast.children, bytes / 16);
  grow(ast.paths, bytes / 20);
  grow(ast.texts, bytes / 30);
  grow(ast.pieces, bytes / 30);
  grow(ast.blocks, bytes / 120);
  grow(ast.decls, bytes / 120);
}

Word Builder::word(Span s) {
  if (s.size() > limits.name_bytes) {
    say(Code::limit_name_bytes, first + s.begin, first + s.end,
        "expected at most " + std::to_string(limits.name_bytes) + " letters in a name, found " +
            std::to_string(s.size()) + " (limit `name_bytes`)");
    return {0, s};
  }
  return {names.intern({first + s.begin, s.size()}), s};
}

Path Builder::path(Span s) {
  Path out;
  out.span = s;
  const char* const e = first + s.end;
  const char* b = first + s.begin;
  for (const char* p = b;; ++p) {
    if (p != e && *p != '.') continue;
    if (p == e && b == first + s.begin) {
      static_cast<Word&>(out) = word(s);
      return out;
    }
    out.dotted.push_back(word(span(b, p)));
    if (p == e) break;
    b = p + 1;
  }
  if (s.size() > limits.path_bytes) {
    say(Code::limit_path_bytes, first + s.begin, first + s.end,
        "expected at most " + std::to_string(limits.path_bytes) + " letters in a name with dots, found " +
            std::to_string(s.size()) + " (limit `path_bytes`)");
    return out;
  }
  out.id = names.intern({first + s.begin, s.size()});
  return out;
}

PathId Builder::add_path(Span s) {
  ast.paths.push_back(path(s));
  return static_cast<PathId>(ast.paths.size() - 1);
}

void Builder::set_day(Span s) {
  day_span = s;
  day_.reset();
  const string_view written(first + s.begin, s.size());
  if (!looks_like_day(written)) return;  // another form: it was reported
  day_ = day_of(written);
  if (!day_)
    say_soft(Code::syntax_no_such_day, first + s.begin, first + s.end,
             "expected a day of the calendar, found `" + std::string(written) + "`");
}

Word Builder::take_word() {
  return std::exchange(word_, Word{});
}
Path Builder::take_path() {
  return std::exchange(path_, Path{});
}
TextId Builder::take_text() {
  return std::exchange(text_, 0);
}
std::optional<std::int32_t> Builder::take_day() {
  return std::exchange(day_, std::nullopt);
}

TextId Builder::make_text(Span s) {
  if (s.size() > limits.text_bytes) {
    say(Code::limit_text_bytes, first + s.begin, first + s.begin + 1,
        "expected at most " + std::to_string(limits.text_bytes) + " bytes in a text, found " +
            std::to_string(s.size()) + " (limit `text_bytes`)");
    return 0;
  }
  Text made;
  made.span = s;
  made.first = static_cast<std::uint32_t>(ast.pieces.size());
  const char* const e = first + s.end - (s.size() > 1 && first[s.end - 1] == '"' ? 1 : 0);
  const char* begin = first + s.begin + 1;  // of the characters that stand for themselves up to p
  std::string resolved;                     // what stands before them in this piece, where there were escapes
  const auto is_plain = [](char c) { return c != '\\' && c != '{' && c != '}'; };
  for (const char* p = begin; p < e; ++p) {
    const char c = *p;
    if (is_plain(c)) continue;
    const char next = p + 1 < e ? p[1] : '\0';
    if (c == '{' && next != c) {
      const char* const stop = std::find(p, e, '}');
      if (const PathId path = placeholder(p, stop == e ? e : stop + 1); path != 0) {
        add_piece(begin, p, resolved);
        ast.pieces.push_back({{}, path});
      } else {
        resolved.append(begin, p);
      }
      begin = std::min(e, stop + 1);
      p = stop;
      continue;
    }
    resolved.append(begin, p);
    begin = p + 1;
    if (c == '\\') {
      if (next == '"' || next == '\\') {
        ++p;  // it stands for itself
      } else if (auto* d = say_soft(Code::syntax_escape, p, next == '\0' ? p + 1 : found(p + 1).begin + 1,
                                    "expected `\\\"` or `\\\\`, found `\\` before something else")) {
        d->help.push_back(is_word_at(statement, "use") || is_word_at(statement, "tests")
                              ? "folders in a path are joined by `/`"
                              : "a backslash is written `\\\\`");
      }
    } else if (next == c) {
      ++p;
    } else if (auto* d = say_soft(Code::syntax_escape, p, p + 1, "expected `{` before `}`, found none")) {
      d->help.push_back("a brace of the text itself is written `}}`");
    }
  }
  add_piece(begin, e, resolved);
  made.count = static_cast<std::uint32_t>(ast.pieces.size()) - made.first;
  ast.texts.push_back(made);
  return static_cast<TextId>(ast.texts.size() - 1);
}

// A text begins behind its quote, whose last byte is all that counts of it.
void Builder::set_other_text(const char* p) {
  const OtherText other = in_other_quotes(p);
  set_text(span(other.begin - 1, other.end));
}

// Characters of the source, after those that were resolved before; mostly there are none of these.
void Builder::add_piece(const char* b, const char* e, std::string& resolved) {
  std::string_view characters(b, static_cast<std::size_t>(e - b));
  if (!resolved.empty())
    characters = ast.resolved.emplace_back(std::exchange(resolved, {}).append(characters));
  if (!characters.empty()) ast.pieces.push_back({characters, 0});
}

// {path}: no blanks, no keywords; what it names is asked by the checker.
PathId Builder::placeholder(const char* b, const char* e) {
  const char* p = b + 1;
  bool good = e[-1] == '}' && e - b > 2;
  while (good) {
    const std::size_t n = word_at(p).size();
    good = n != 0;
    p += n;
    if (p == e - 1 || *p != '.') break;
    ++p;
  }
  if (good && p == e - 1) {
    const PathId made = add_path(span(b + 1, e - 1));
    if (ast.paths[made]) return made;
    ast.paths.pop_back();  // too long: it was said
    return 0;
  }
  if (auto* d = say_soft(Code::syntax_escape, b, e,
                         "expected the name of a fact or value in `{…}`, found `" + std::string(b, e) + "`"))
    d->help.push_back("a placeholder is written `{name}`; a brace of the text itself `{{`");
  return 0;
}

// -- lines --

Line Builder::finish_line(const Mark& m, const char* e) {
  Line line = std::move(lines_.back());
  lines_.pop_back();
  line.condition = pop(m);
  line.cites = take_cites(m);
  line.span = trimmed_span(m.begin, e);
  return line;
}

void Builder::finish_citation(const Mark& m, const char* e) {
  Citation c;
  c.source = take_word();
  c.place = take_text();
  c.span = trimmed_span(m.begin, e);
  cites_.push(std::move(c));
}

std::vector<Citation> Builder::take_cites(const Mark& m) {
  if (cites_.size() == m.cites) return {};  // mostly
  const auto own = cites_.from(m.cites);
  std::vector<Citation> out(own.begin(), own.end());
  cites_.cut(m.cites);
  return out;
}

// -- types --

void Builder::begin_type() {
  type = TypeExpr{};
  has_type = true;
}

void Builder::finish_type(const Mark& m, const char* e) {
  type.span = trimmed_span(m.begin, e);
}

// -- declarations --

void Builder::begin_decl() {
  decl = Decl{};
  decl.header = span(opener_begin, opener_end);
  in_declaration = true;
  errors_before_ = errors();
  has_type = false;
  type = TypeExpr{};
  version = Version{};
  (void)take_word();
  (void)take_path();
  (void)take_text();
  (void)take_day();
  lines_.clear();
  blocks_.clear();
  bindings_.cut(0);
  givens_.cut(0);
}

void Builder::leave_declaration() {
  in_declaration = false;
  brackets = 0;
  squares = 0;
  depth = 0;
  cases = 0;
  undo({});
}

void Builder::finish_decl(const Mark& m, const char* e) {
  decl.span = trimmed_span(first + decl.header.begin, e);
  if (auto* d = std::get_if<FactDecl>(&decl.body)) {
    d->type = std::move(type);
    d->cites = take_cites(m);
  } else if (auto* v = std::get_if<ValueDecl>(&decl.body)) {
    v->type = std::move(type);
  } else if (auto* c = std::get_if<DecisionDecl>(&decl.body)) {
    if (has_type) c->type = std::move(type);
  } else if (auto* p = std::get_if<PresumeDecl>(&decl.body)) {
    p->value = pop(m);
    p->cites = take_cites(m);
  }
  if (cites_.size() > m.cites) add_cites();  // those that follow the header: of rules, values and decisions
  finish_body(e);
  decl.broken = broken();
  undo(m);
  ast.decls.push_back(std::move(decl));
  in_declaration = false;
}

// `decision d : ok` and nothing below: the name reads as a type, and is a condition that stands on the wrong line.
bool Builder::condition_for_type() {
  const auto* const decision = std::get_if<DecisionDecl>(&decl.body);
  if (decision == nullptr || !decision->type || decision->type->kind != TypeKind::named ||
      decision->type->or_none || !decision->cites.empty())
    return false;
  const char* const name = first + decision->type->span.begin;
  expected(trimmed(name) - 1, "a label in quotes, or the end of the line");
  if (broken())
    said.back().help.push_back("where `" + std::string(word_at(name)) +
                               "` is a type, the value stands on the lines below");
  return true;
}

// A rule, value or decision without anything that decides it, or an amendment that adds nothing.
void Builder::finish_body(const char* e) {
  const auto empty = [](const auto& d) {
    if constexpr (requires { d.versions; })
      return d.versions.empty();
    else
      return false;
  };
  if (!std::visit(empty, decl.body) || broken()) return;
  if (condition_for_type()) return;
  const char* const stop = trimmed(e);
  const char* const end_word = stop - first >= 3 && is_word_at(stop - 3, "end") ? stop - 3 : stop;
  const bool value = std::holds_alternative<ValueDecl>(decl.body);
  const bool amends = std::holds_alternative<AmendDecl>(decl.body);
  text::Diagnostic* d = say(Code::syntax_expected, end_word, stop,
                            std::string("expected ") +
                                (amends  ? "a version"
                                 : value ? "a value"
                                         : "a condition") +
                                " before `end`, found none");
  if (amends && d != nullptr) d->help.emplace_back(amendment_help);
}

text::Diagnostic* Builder::twice(Span second, Span first_one, string_view what) {
  text::Diagnostic* d = say_soft(Code::syntax_twice, first + second.begin, first + second.end,
                                 "expected one " + std::string(what) + " here, found a second one");
  if (d != nullptr) d->labels.push_back({first_one, "the first one"});
  return d;
}

void Builder::set_once(Span& place, Span s, string_view what) {
  const Span begins = trimmed_span(first + s.begin, first + s.end);
  if (place.size() != 0)
    twice(begins, place, what);
  else
    place = begins;
}

void Builder::once(TextId& place, TextId made, string_view what) {
  if (place != 0 && made != 0) twice(ast.texts[made].span, ast.texts[place].span, what);
  if (place == 0) place = made;
}

void Builder::part_of_fact(TextId& place, TextId made, string_view what) {
  if (place == 0 || made == 0) return once(place, made, what);
  if (place > last_doubled_) {
    text::Diagnostic* d = twice(ast.texts[made].span, ast.texts[place].span, what);
    if (d != nullptr) d->help.emplace_back("if it belongs to another one, its first line is missing above");
  }
  last_doubled_ = made;
}

void Builder::finish_version(const Mark& m, const char* e) {
  Version v = std::exchange(version, Version{});
  v.body = finish_line(m, e);
  add_version(std::move(v));
}

void Builder::add_version(Version v) {
  const auto versions_of = [](auto& d) -> std::vector<Version>* {
    if constexpr (requires { d.versions; })
      return &d.versions;
    else
      return nullptr;
  };
  std::vector<Version>* all = std::visit(versions_of, decl.body);
  if (all == nullptr || amends_without_day(v)) return;
  const auto dated = [](const Version& x) { return x.since || x.until || x.days.size() != 0; };
  if (!all->empty() && (!dated(v) || !dated(all->front())) && !broken()) {
    const Version& old = all->front();
    const bool bare =
        !dated(old) && ast.exprs[old.body.condition].kind == ExprKind::name && old.body.name.id == 0;
    if (!bare && !dated(old) && v.days.size() != 0) {
      days_below(old, v);
      all->push_back(std::move(v));
      return;
    }
    const Span here = bare ? old.body.span : v.body.span;
    const Found f = found(first + here.begin);
    const char* const stop = bare ? first + here.end : f.end;
    text::Diagnostic* d = say(Code::syntax_expected, first + here.begin, stop,
                              std::string("expected one condition or dated versions, found ") +
                                  (bare ? "another one below " + f.words : "a second one: " + f.words));
    if (d != nullptr) {
      d->labels.push_back({bare ? v.body.span : old.body.span, bare ? "the other one" : "the first one"});
      const bool is_fin = bare && word_at(first + v.body.span.begin) == "fin";
      d->help.push_back(is_fin ? "write `end`"
                        : bare
                            ? "a source is named after `cites`; several conditions stand in `all of … end` "
                              "or `any of … end`"
                            : "several conditions stand in `all of … end` or `any of … end`; versions begin "
                              "with `since` or `until`");
    }
  }
  all->push_back(std::move(v));
}

}  // namespace eligo::grammar
