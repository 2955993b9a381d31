// SPDX-License-Identifier: MIT
// Owns the reading of what was passed over: its names, and which declarations it may have held.
#include "interpreter/check/lost.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <type_traits>

#include "grammar/text/suggest.hpp"

namespace eligo::check {
namespace {

bool is_before(Span a, Span b) {
  return a.source != b.source ? a.source < b.source : a.begin < b.begin;
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string_view first_word(std::string_view bytes) {
  std::size_t end = 0;
  while (end < bytes.size() && is_name_byte(bytes[end])) ++end;
  return bytes.substr(0, end);
}

bool begins_with_quote(std::string_view text) {
  constexpr std::string_view quotes[] = {"\"", "'", "`", "“", "”", "„", "«", "»", "‘", "’"};
  return std::any_of(std::begin(quotes), std::end(quotes),
                     [&](std::string_view quote) { return text.substr(0, quote.size()) == quote; });
}

bool is_nearly(std::string_view word, std::string_view keyword) {
  return word == keyword || !text::nearest(word, {&keyword, 1}).empty();
}

/// The word stands at the beginning of a line.
bool begins_a_line(std::string_view bytes, std::string_view word) {
  for (std::size_t at = bytes.find(word); at != std::string_view::npos; at = bytes.find(word, at + 1))
    if ((at == 0 || bytes[at - 1] == '\n' || bytes[at - 1] == '\r') && first_word(bytes.substr(at)) == word)
      return true;
  return false;
}

/// `"shared/countries.eligo"`, `usee "shared"`, and perhaps a comment.
bool is_like_use(std::string_view bytes) {
  const std::string_view word = first_word(bytes);
  const bool has_path = bytes.find(".eligo") != std::string_view::npos;
  return (word.empty() && bytes[0] == '"') || has_path || is_nearly(word, "use") ||
         begins_a_line(bytes, "use");
}

/// The space in which a declaration enters its name; nothing where it enters none.
template <typename Body>
constexpr std::optional<Space> space_of() {
  if constexpr (std::is_same_v<Body, grammar::SourceDecl>)
    return Space::sources;
  else if constexpr (std::is_same_v<Body, grammar::TableDecl> || std::is_same_v<Body, grammar::EnumDecl> ||
                     std::is_same_v<Body, grammar::RecordDecl>)
    return Space::types;
  else if constexpr (std::is_same_v<Body, grammar::FactDecl> || std::is_same_v<Body, grammar::GroupDecl> ||
                     std::is_same_v<Body, grammar::RuleDecl> || std::is_same_v<Body, grammar::ValueDecl> ||
                     std::is_same_v<Body, grammar::DecisionDecl>)
    return Space::things;
  else
    return std::nullopt;
}

}  // namespace

Lost::Lost(const Input& input)
    : ast_(*input.ast),
      sources_(*input.sources),
      known_(*input.names),
      stretches_(ast_.lost),
      is_incomplete_(input.incomplete) {
  cut_off_.assign(ast_.decls.size(), false);
  std::vector<Span> told;
  if (input.told != nullptr)
    for (const text::Diagnostic& d : *input.told) told.push_back(d.span);
  std::sort(told.begin(), told.end(), is_before);
  for (const grammar::Decl& decl : ast_.decls)
    if (decl.broken) look_at(decl, told);
  if (input.told != nullptr) look_at(*input.told);
  if (ast_.lost.empty()) return;
  names_.assign(known_.size(), false);
  std::sort(stretches_.begin(), stretches_.end(), is_before);
  for (const Span span : stretches_) {
    std::string bytes(sources_.view(span));
    std::erase(bytes, '\0');  // of a file in UTF-16, what it has in common with ASCII
    if (!bytes.empty()) look_at(span, bytes);
    (passed_over_ += bytes) += '\n';
  }
  names_[0] = false;
}

void Lost::look_at(const text::Diagnostics& told) {
  beside_.assign(known_.size(), false);
  for (const text::Diagnostic& d : told) {
    const std::uint32_t line = sources_.position(d.span.source, d.span.begin).line;
    look_at_doubled(d);
    if (told_.insert({d.span.source, line}).second) add_names(sources_.line(d.span.source, line), beside_);
  }
}

void Lost::look_at(const grammar::Decl& decl, const std::vector<Span>& told) {
  std::visit(
      [&](const auto& body) {
        using Body = std::decay_t<decltype(body)>;
        if constexpr (constexpr std::optional<Space> space = space_of<Body>(); space.has_value()) {
          if (!body.name)
            mark_nameless(*space);
          else
            look_behind(*space, body.name.span, told);
        } else if constexpr (std::is_same_v<Body, grammar::UseDecl>) {
          is_incomplete_ = true;
        } else if constexpr (std::is_same_v<Body, grammar::TestDecl>) {
          const std::string_view bytes = sources_.view(decl.span);
          (passed_over_ += bytes.substr(0, bytes.find_first_of("\r\n"))) += '\n';
        } else if constexpr (std::is_same_v<Body, grammar::AmendDecl>) {
          amendment_ = amendment_ || !body.name;
        }
      },
      decl.body);
}

// `rule open department`, `rule open-department`: what stands behind the name may have been meant as a part of it, but no quote.
void Lost::look_behind(Space space, Span name, const std::vector<Span>& told) {
  const Span end{name.source, name.end, name.end};
  const auto next = std::lower_bound(told.begin(), told.end(), end, is_before);
  if (next == told.end() || next->source != name.source) return;
  const std::string_view between = sources_.view({name.source, name.end, next->begin});
  if (between.find_first_not_of(" \t") != std::string_view::npos) return;
  const std::string_view behind = sources_.view(*next);
  if (behind.empty() || begins_with_quote(behind)) return;
  cut_names_[static_cast<std::size_t>(space)].push_back(sources_.view(name));
}

bool Lost::is_cut(Space space, NameId id) const {
  const auto& names = cut_names_[static_cast<std::size_t>(space)];
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return known_.view(id).substr(0, name.size()) == name; });
}

Index Lost::decl_before(Span span) const {
  const auto after = std::upper_bound(ast_.decls.begin(), ast_.decls.end(), span,
                                      [](Span a, const grammar::Decl& b) { return is_before(a, b.span); });
  if (after == ast_.decls.begin() || std::prev(after)->span.source != span.source) return nowhere;
  return static_cast<Index>(after - ast_.decls.begin() - 1);
}

void Lost::look_at(Span span, std::string_view bytes) {
  add_names(bytes, names_);
  const Index before = decl_before(span);
  if (const std::string_view word = first_word(bytes); word == "ask" || word == "can")
    cut_off_fact(before == nowhere ? 0 : before + 1, span.source);
  if (before != nowhere && span.begin < ast_.decls[before].span.end) return;  // a part of it: it is broken
  look_at_declaration(bytes, before);
}

// A part that stands below a fact for the second time, of that without its first line; a word that is doubled has no label.
void Lost::look_at_doubled(const text::Diagnostic& d) {
  if (d.code != text::Code::syntax_twice || d.labels.empty()) return;
  const Index decl = decl_before(d.span);
  if (decl == nowhere || !std::holds_alternative<grammar::FactDecl>(ast_.decls[decl].body)) return;
  mark_nameless(Space::things);
  cut_off_fact(decl + 1, d.span.source);
}

// It may have lost a part of it to the place above.
void Lost::cut_off_fact(std::size_t decl, text::SourceId source) {
  if (decl >= ast_.decls.size() || ast_.decls[decl].span.source != source) return;
  if (std::holds_alternative<grammar::FactDecl>(ast_.decls[decl].body)) cut_off_[decl] = true;
}

void Lost::look_at_part(std::string_view bytes) {
  const std::string_view word = first_word(bytes);
  const auto is_one_of = [&](std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  if (is_one_of({"publisher", "url", "checked"})) mark_nameless(Space::sources);
  if (is_one_of({"key", "shown", "rows", "cites"})) mark_nameless(Space::types);
  if (is_one_of({"ask", "can", "cites", "all", "any", "none", "unless", "since", "until", "steps", "yes",
                 "no", "not"}))
    mark_nameless(Space::things);
  // `national_id "national identity card"`: a value, a column or a line.
  const std::size_t behind = bytes.find_first_not_of(" \t", word.size());
  if (!word.empty() && behind != std::string_view::npos && begins_with_quote(bytes.substr(behind))) {
    mark_nameless(Space::types);
    mark_nameless(Space::things);
  }
}

// The first thing of a file is its header, as a rule; what stands behind a fact may be its question, or its advice, and
// behind a test what it expects.
void Lost::look_at_declaration(std::string_view bytes, Index before) {
  const std::string_view word = first_word(bytes);
  is_incomplete_ = is_incomplete_ || is_like_use(bytes);
  amendment_ = amendment_ || is_nearly(word, "amend") || begins_a_line(bytes, "amend");
  look_at_part(bytes);
  header_ = header_ || before == nowhere || is_nearly(word, "ruleset") || begins_a_line(bytes, "ruleset");
  if (before == nowhere) return;
  const auto& body = ast_.decls[before].body;
  if (std::holds_alternative<grammar::FactDecl>(body) || std::holds_alternative<grammar::TestDecl>(body))
    cut_off_[before] = true;
}

void Lost::add_names(std::string_view bytes, std::vector<bool>& to) const {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::string_view word = first_word(bytes.substr(i));
    if (const NameId id = word.empty() ? 0 : known_.find(word); id < to.size()) to[id] = true;
    i += word.size();
  }
}

bool Lost::may_be_title(std::string_view title) const {
  return is_incomplete_ || passed_over_.find(title) != std::string::npos;
}

bool Lost::was_told_of_lines(Span whole) const {
  if (told_.empty()) return false;
  const auto first = told_.lower_bound({whole.source, sources_.position(whole.source, whole.begin).line});
  return first != told_.end() && first->first == whole.source &&
         first->second <= sources_.position(whole.source, whole.end).line;
}

bool Lost::cuts(const grammar::TypeExpr& type) const {
  const Span end{type.span.source, type.span.end, type.span.end};
  const auto next = std::lower_bound(stretches_.begin(), stretches_.end(), end, is_before);
  if (next == stretches_.end() || next->source != end.source) return false;
  return sources_.view({end.source, end.end, next->begin}).find_first_of("\r\n") == std::string_view::npos;
}

}  // namespace eligo::check
