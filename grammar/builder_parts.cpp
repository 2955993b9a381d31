// SPDX-License-Identifier: MIT
// Owns how the parts of each kind of declaration are put into it.
#include <utility>

#include "grammar/builder.hpp"

namespace eligo::grammar {
namespace {

// The words of a span that may end in blanks: its first one.
Span without_blanks(const Scan& scan, Span s) {
  const char* e = scan.first + s.end;
  while (e != scan.first + s.begin && (e[-1] == ' ' || e[-1] == '\t')) --e;
  return {s.source, s.begin, scan.at(e)};
}

// A name of more than one word follows a keyword that stands twice.
Span last_word(const Scan& scan, Span s) {
  Span one = without_blanks(scan, s);
  for (std::uint32_t i = one.end; i-- > one.begin;)
    if (scan.first[i] == ' ' || scan.first[i] == '\t') return {one.source, i + 1, one.end};
  return one;
}

}  // namespace

// -- rule, value, decision --

Word Builder::usable_word(Span s) {
  refuse_name(first + s.begin);
  return word(s);
}

void Builder::add_inline_value() {
  const Word w = take_word();
  if (!w) return;
  refuse_name(first + w.span.begin);
  type.values.push_back(w);
}

void Builder::set_scalar(TypeKind kind, std::string_view word) {
  type.kind = is_refused(word) ? TypeKind::error : kind;
}

void Builder::set_decl_name(Span s) {
  const Word w = word(s);
  if (std::holds_alternative<RuleDecl>(decl.body) || std::holds_alternative<ValueDecl>(decl.body) ||
      std::holds_alternative<GroupDecl>(decl.body))
    refuse_name(first + s.begin);
  if (std::holds_alternative<EnumDecl>(decl.body) || std::holds_alternative<TableDecl>(decl.body) ||
      std::holds_alternative<RecordDecl>(decl.body))
    refuse_type_name(first + s.begin);
  std::visit(
      [&](auto& d) {
        if constexpr (requires { d.name = w; }) d.name = w;
      },
      decl.body);
}

void Builder::set_decl_label() {
  const TextId made = take_text();
  std::visit(
      [&](auto& d) {
        if constexpr (requires { d.label; }) d.label = made;
      },
      decl.body);
}

void Builder::add_cites() {
  auto made = take_cites(Mark{});
  std::visit(
      [&](auto& d) {
        if constexpr (requires { d.cites; }) d.cites.insert(d.cites.end(), made.begin(), made.end());
      },
      decl.body);
}

void Builder::add_line(Line line) {
  if (!blocks_.empty()) blocks_.back().lines.push_back(std::move(line));
}

void Builder::add_unless(Line line) {
  if (auto* rule = std::get_if<RuleDecl>(&decl.body))
    rule->unless.push_back(std::move(line));
  else if (auto* decision = std::get_if<DecisionDecl>(&decl.body))
    decision->unless.push_back(std::move(line));
}

void Builder::set_amended(AmendDecl::What what, Span s) {
  as<AmendDecl>().what = what;
  as<AmendDecl>().what_span = without_blanks(*this, s);
}

// An amendment says from which day: a body without one would change what was the law before.
bool Builder::amends_without_day(const Version& v) {
  if (!std::holds_alternative<AmendDecl>(decl.body) || v.days.size() != 0) return false;
  const Found f = found(first + v.body.span.begin);
  text::Diagnostic* d = say(Code::syntax_expected, f.begin, f.end,
                            "expected `since` and a day before it, found " + f.words + " without one");
  if (d != nullptr) d->help.emplace_back(amendment_help);
  return true;
}

void Builder::add_coverage(Line line) {
  auto& d = as<DecisionDecl>();
  if (d.not_covered_if)
    twice(line.span, d.not_covered_if->span, "`not covered if`");
  else
    d.not_covered_if = std::move(line);
}

void Builder::set_step_when(Span s) {
  const Span whole = without_blanks(*this, s);
  const char* b = first + whole.end;
  while (is_name_char(b[-1])) --b;
  as<DecisionDecl>().steps.back().when = word(span(b, first + whole.end));
}

// -- ruleset, source --

void Builder::add_language(Span s) {
  if (s.size() == 0) return;
  std::vector<Word>& all = as<RulesetDecl>().languages;
  if (!all.empty() && statement != nullptr && all.back().span.begin < at(statement))
    twice(last_word(*this, s), all.front().span, "`languages`");
  all.push_back(word(last_word(*this, s)));
}

void Builder::set_currency(Span s) {
  auto& d = as<RulesetDecl>();
  if (s.size() == 0) return;
  if (d.currency)
    twice(without_blanks(*this, s), d.currency.span, "`currency`");
  else
    d.currency = word(without_blanks(*this, s));
}

void Builder::set_missing_days(Span s) {
  auto& d = as<RulesetDecl>();
  if (d.missing_days_span.size() != 0) twice(s, d.missing_days_span, "`missing days`");
  d.missing_days_span = s;
}

void Builder::set_checked() {
  auto& d = as<SourceDecl>();
  if (d.checked) twice(day_span, d.checked_span, "`checked`");
  d.checked = take_day();
  d.checked_span = day_span;
}

// -- table, enum, group, fact --

void Builder::finish_column(const Mark& m, const char* e) {
  column.type = std::exchange(type, TypeExpr{});
  column.span = trimmed_span(m.begin, e);
  as<TableDecl>().columns.push_back(std::exchange(column, ColumnDecl{}));
}

void Builder::set_shown(Span s) {
  auto& d = as<TableDecl>();
  if (s.size() == 0) return;
  if (d.shown_as)
    twice(without_blanks(*this, s), d.shown_as.span, "`shown as`");
  else
    d.shown_as = word(without_blanks(*this, s));
}

void Builder::add_row(const Mark& m) {
  const auto cells = operands_.from(m.operands);
  as<TableDecl>().rows.emplace_back(cells.begin(), cells.end());
  operands_.cut(m.operands);
}

void Builder::add_enum_value() {
  as<EnumDecl>().values.push_back(std::exchange(enum_value, EnumValueDecl{}));
}

void Builder::set_group_of(Span s) {
  if (s.size() != 0) as<GroupDecl>().of = word(last_word(*this, s));
}

void Builder::set_cost(Span s) {
  fact().cost = number_of(s);
  fact().cost_span = s;
}

// A number of digits, cut where it is beyond every use.
std::uint32_t Builder::number_of(Span s) const {
  std::uint32_t n = 0;
  for (const char* p = first + s.begin; p != first + s.end; ++p)
    n = n > 99'999'999 ? n : n * 10 + static_cast<std::uint32_t>(*p - '0');
  return n;
}

FactDecl& Builder::fact() {
  auto* record = std::get_if<RecordDecl>(&decl.body);
  return record != nullptr ? record->fields.back() : as<FactDecl>();
}

void Builder::begin_field() {
  as<RecordDecl>().fields.emplace_back();
}

void Builder::finish_field(const Mark& m) {
  fact().type = std::exchange(type, TypeExpr{});
  fact().cites = take_cites(m);
}

void Builder::set_list_record(Span s) {
  if (s.size() != 0) type.name = word(last_word(*this, s));
}

void Builder::set_at_most_members(Span s) {
  type.at_most = number_of(s);
  type.at_most_span = s;
}

// -- presume, test, texts --

void Builder::set_presumed(Span s) {
  if (s.size() != 0) as<PresumeDecl>().fact = path(without_blanks(*this, s));
}

void Builder::add_given(const Mark& m, const char* e) {
  Given made = std::move(givens_.back());
  givens_.pop();
  made.span = trimmed_span(m.begin, e);
  if (made.kind != Given::Kind::one_of) made.values.clear();
  if (givens_.empty())
    as<TestDecl>().given.push_back(std::move(made));
  else
    given().members.back().push_back(std::move(made));
}

void Builder::add_line_ref(const Mark& m, const char* e) {
  line_ref.span = trimmed_span(m.begin, e);
  expectation.because.push_back(std::exchange(line_ref, LineRef{}));
}

void Builder::add_ref_member(Span s) {
  line_ref.members.push_back(number_of(s));
}

void Builder::set_expected_decision(Span s) {
  if (s.size() != 0) expectation.decision = word(last_word(*this, s));
}

void Builder::add_expectation(const Mark& m, const char* e) {
  expectation.span = trimmed_span(m.begin, e);
  as<TestDecl>().expects.push_back(std::exchange(expectation, Expect{}));
}

void Builder::set_texts_language(Span s) {
  if (s.size() != 0) as<TextsDecl>().language = word(last_word(*this, s));
}

void Builder::end_entry_words(Span s) {
  const Span words = without_blanks(*this, s);
  if (words.size() == 0) return;
  entry.span = entry.span.size() == 0 ? words : text::join(entry.span, words);
}

void Builder::add_entry_step() {
  entry.what = TextEntry::What::steps;
  if (const TextId made = take_text()) entry.texts.push_back(made);
}

void Builder::add_entry() {
  as<TextsDecl>().entries.push_back(std::exchange(entry, TextEntry{}));
}

// A new figure below the old one, to which nobody gave its days.
void Builder::days_below(const Version& old, const Version& v) {
  text::Diagnostic* d = say(Code::syntax_expected, first + v.days.begin, first + v.days.end,
                            "expected one condition or dated versions, found days below one without days");
  if (d == nullptr) return;
  d->labels.push_back({old.body.span, "the one without days"});
  d->help.emplace_back(v.since ? "begin the one above with `until`, the day before this one, and `:`"
                               : "begin the one above with `since`, the day after this one, and `:`");
}

}  // namespace eligo::grammar
