// SPDX-License-Identifier: MIT
// Owns which production makes which part of the tree. The making itself stands in builder*.cpp.
#pragma once

#include "grammar/acting.hpp"

namespace eligo::grammar {

// -- expressions --

ELIGO_ON(quoted_text) : leaf<&Builder::set_text>{};
ELIGO_ON(date_value) : leaf<&Builder::push_date>{};
ELIGO_ON(lost_date) : pushes<ExprKind::error>{};
ELIGO_ON(number_value) : leaf<&Builder::push_number>{};
ELIGO_ON(text_value) : leaf<&Builder::push_text>{};
ELIGO_ON(path_value) : leaf<&Builder::push_name>{};
ELIGO_ON(yes_value) : pushes<ExprKind::yes>{};
ELIGO_ON(no_value) : pushes<ExprKind::no>{};
ELIGO_ON(none_value) : pushes<ExprKind::none>{};
ELIGO_ON(always_value) : pushes<ExprKind::always>{};
ELIGO_ON(never_value) : pushes<ExprKind::never>{};
ELIGO_ON(today_value) : pushes<ExprKind::today>{};

ELIGO_SPAN(unit_days, b.push_op(Op::nothing, s); b.set_unit(Unit::days));
ELIGO_SPAN(unit_months, b.push_op(Op::nothing, s); b.set_unit(Unit::months));
ELIGO_SPAN(unit_years, b.push_op(Op::nothing, s); b.set_unit(Unit::years));
ELIGO_ON(counting) : folds<&Builder::finish_between>{};
ELIGO_SPAN(bound_name, b.begin_binding(s));
ELIGO_SPAN(bound_list, b.bind_list(s));
ELIGO_ON(each) : folds<&Builder::finish_each>{};
ELIGO_ON(some_word) : pushes_op<Op::some>{};
ELIGO_ON(every_word) : pushes_op<Op::every>{};
ELIGO_ON(other_some) : pushes_op<Op::some>{};
ELIGO_ON(other_every) : pushes_op<Op::every>{};
ELIGO_ON(quantifier) : folds<&Builder::finish_quantifier>{};
ELIGO_ON(quantified) : folds<&Builder::finish_quantifier>{};
ELIGO_ON(call_tail) : folds<&Builder::finish_call>{};
ELIGO_ON(brackets) : folds<&Builder::finish_bracket>{};

ELIGO_ON(minus) : leaf<&Builder::push_minus>{};
ELIGO_ON(signed_value) : folds_operators<&Builder::finish_signed>{};
ELIGO_ON(signed_literal) : folds_operators<&Builder::finish_signed>{};
ELIGO_ON(times) : pushes_op<Op::multiply>{};
ELIGO_ON(over) : pushes_op<Op::divide>{};
ELIGO_ON(product_chain) : folds_operators<&Builder::finish_fold>{};
ELIGO_ON(rounded_word) : pushes_op<Op::nothing>{};
ELIGO_DONE(round_up, b.set_rounding(Rounding::up));
ELIGO_DONE(round_down, b.set_rounding(Rounding::down));
ELIGO_DONE(round_half_up, b.set_rounding(Rounding::half_up));
ELIGO_ON(product) : folds_operators<&Builder::finish_rounding>{};
ELIGO_ON(plus_sign) : pushes_op<Op::add>{};
ELIGO_ON(minus_sign) : pushes_op<Op::subtract>{};
ELIGO_DONE(shift_days, b.set_unit(Unit::days));
ELIGO_DONE(shift_months, b.set_unit(Unit::months));
ELIGO_DONE(shift_years, b.set_unit(Unit::years));
ELIGO_ON(sum) : folds_operators<&Builder::finish_fold>{};

ELIGO_ON(op_less_equal) : pushes_op<Op::less_equal>{};
ELIGO_ON(op_greater_equal) : pushes_op<Op::greater_equal>{};
ELIGO_ON(op_less) : pushes_op<Op::less>{};
ELIGO_ON(op_greater) : pushes_op<Op::greater>{};
ELIGO_ON(op_foreign) : leaf<&Builder::set_foreign_op>{};
ELIGO_ON(op_starts_with) : pushes_op<Op::starts_with>{};
ELIGO_ON(word_is) : pushes_op<Op::is>{};
ELIGO_ON(no_operator) : pushes_op<Op::nothing>{};
ELIGO_ON(said_operator) : pushes_op<Op::nothing>{};
ELIGO_DONE(negated, b.negate_op());
ELIGO_DONE(one_of, b.set_member());
ELIGO_DONE(is_none, b.set_is_none());
ELIGO_ON(comparison) : folds_operators<&Builder::finish_comparison>{};
ELIGO_ON(negation) : folds<&Builder::finish_not>{};
ELIGO_ON(chain) : folds_operators<&Builder::finish_chain>{};
ELIGO_ON(cases) : folds<&Builder::finish_cases>{};

// -- blocks and lines --

ELIGO_DONE(opener_all, b.set_block(BlockKind::all_of));
ELIGO_DONE(opener_any, b.set_block(BlockKind::any_of));
ELIGO_DONE(opener_none, b.set_block(BlockKind::none_of));
ELIGO_ON(at_least_number) : leaf<&Builder::set_at_least>{};
ELIGO_ON(block_rest) : framed<action<block_rest>>{static void begin(Builder & b){b.begin_block();
}  // namespace eligo::grammar
static void finish(Builder& b, const Mark& m, const char* e) {
  b.finish_block(m, e);
}
}
;

ELIGO_ON(head_name) : leaf<&Builder::set_line_name>{};
ELIGO_DONE(head_label, b.set_line_label());
ELIGO_DONE(otherwise_text, b.set_otherwise());
ELIGO_ON(cited_source) : leaf<&Builder::set_word>{};
ELIGO_ON(citation) : folds<&Builder::finish_citation>{};

template <typename Self>
struct makes_line : framed<Self> {
  static void begin(Builder& b) { b.begin_line(); }
  static void finish(Builder& b, const Mark& m, const char* e) { Self::place(b, b.finish_line(m, e)); }
};
ELIGO_ON(block_line)
    : makes_line<action<block_line>>{static void place(Builder & b, Line line){b.add_line(std::move(line));
}
}
;
// What stands in it belongs to nothing.
ELIGO_ON(unopened_lines) : makes_line<action<unopened_lines>>{static void place(Builder&, const Line&){}};
ELIGO_ON(unless_line)
    : makes_line<action<unless_line>>{static void place(Builder & b, Line line){b.add_unless(std::move(line));
}
}
;
ELIGO_ON(coverage_line)
    : makes_line<action<coverage_line>>{
          static void place(Builder & b, Line line){b.add_coverage(std::move(line));
}
}
;

struct makes_version : framed<makes_version> {
  static void begin(Builder& b) { b.begin_line(); }
  static void finish(Builder& b, const Mark& m, const char* e) { b.finish_version(m, e); }
};
template <typename X>
struct action<version_rest<X>> : makes_version {};
template <typename X>
struct action<body_rest<X>> : makes_version {};
ELIGO_DONE(since_day, b.version.since = b.take_day());
ELIGO_DONE(until_day, b.version.until = b.take_day());
ELIGO_ON(version_days) : framed<action<version_days>>{static void begin(Builder & b){b.version = Version{};
}
static void finish(Builder& b, const Mark& m, const char* e) {
  b.version.days = b.trimmed_span(m.begin, e);
}
}
;
ELIGO_DONE(not_covered, b.version.not_covered = true);

// -- shared by declarations --

ELIGO_ON(day) : leaf<&Builder::set_day>{};
ELIGO_ON(decl_name) : leaf<&Builder::set_decl_name>{};
ELIGO_DONE(decl_label, b.set_decl_label());
ELIGO_DONE(body_cites, b.add_cites());
ELIGO_ON(enum_word) : leaf<&Builder::set_word>{};

// -- types --

ELIGO_ON(type) : framed<action<type>>{static void begin(Builder & b){b.begin_type();
}
static void finish(Builder& b, const Mark& m, const char* e) {
  b.finish_type(m, e);
}
}
;
ELIGO_DONE(type_yes_or_no, b.type.kind = TypeKind::yes_or_no);
ELIGO_DONE(listed_yes_or_no, b.type.kind = TypeKind::yes_or_no);
ELIGO_DONE(type_one_of, b.type.kind = TypeKind::inline_enum);
ELIGO_DONE(inline_value, b.add_inline_value());
ELIGO_DONE(type_whole, b.set_scalar(TypeKind::whole, "whole"));
ELIGO_DONE(type_decimal, b.set_scalar(TypeKind::decimal, "decimal"));
ELIGO_DONE(type_money, b.set_scalar(TypeKind::money, "money"));
ELIGO_DONE(type_date, b.set_scalar(TypeKind::date, "date"));
ELIGO_DONE(type_version, b.set_scalar(TypeKind::version, "version"));
ELIGO_DONE(type_text, b.set_scalar(TypeKind::text, "text"));
ELIGO_SPAN(type_name, b.type.kind = TypeKind::named; b.type.name = b.word(s));
ELIGO_SPAN(list_record, b.type.kind = TypeKind::list; b.set_list_record(s));
ELIGO_SPAN(list_number, b.set_at_most_members(s));
ELIGO_OPERAND(range_from, b.type.from = x);
ELIGO_OPERAND(range_to, b.type.to = x);
ELIGO_DONE(type_or_none, b.type.or_none = true);

// -- declarations --

ELIGO_ON(ruleset_body) : declares<RulesetDecl>{};
ELIGO_SPAN(a_language, b.add_language(s));
ELIGO_SPAN(currency_name, b.set_currency(s));
ELIGO_DONE(roll_forward, b.as<RulesetDecl>().missing_days = RulesetDecl::MissingDays::roll_forward);
ELIGO_DONE(roll_back, b.as<RulesetDecl>().missing_days = RulesetDecl::MissingDays::roll_back);
ELIGO_ON(missing_days_line)
    : framed<action<missing_days_line>>{static void finish(
          Builder & b, const Mark& m, const char* e){b.set_missing_days(b.trimmed_span(m.begin, e));
}
}
;

ELIGO_ON(source_body) : declares<SourceDecl>{};
ELIGO_DONE(source_title, b.as<SourceDecl>().title = b.take_text());
ELIGO_DONE(publisher_text, b.once(b.as<SourceDecl>().publisher, b.take_text(), "`publisher`"));
ELIGO_DONE(url_text, b.once(b.as<SourceDecl>().url, b.take_text(), "`url`"));
ELIGO_DONE(checked_day, b.set_checked());

ELIGO_ON(use_body) : declares<UseDecl>{};
ELIGO_DONE(use_path, b.as<UseDecl>().path = b.take_text());

ELIGO_ON(table_body) : declares<TableDecl>{};
ELIGO_DONE(table_from_text, b.as<TableDecl>().from = b.take_text());
ELIGO_DONE(column_key, b.column.is_key = true);
ELIGO_SPAN(column_name, b.column.name = b.word(s));
ELIGO_DONE(column_label, b.column.label = b.take_text());
ELIGO_ON(column_line) : framed<action<column_line>>{static void begin(Builder & b){b.begin_column();
}
static void finish(Builder& b, const Mark& m, const char* e) {
  b.finish_column(m, e);
}
}
;
ELIGO_SPAN(shown_name, b.set_shown(s));
ELIGO_DONE(table_cites, b.add_cites());
ELIGO_SPAN(rows_word, b.set_once(b.as<TableDecl>().rows_span, s, "`rows`"));
ELIGO_ON(row_cells)
    : framed<action<row_cells>>{static void finish(Builder & b, const Mark& m, const char*){b.add_row(m);
}
}
;

ELIGO_ON(enum_body) : declares<EnumDecl>{};
ELIGO_SPAN(enum_value_name, b.enum_value.name = b.usable_word(s));
ELIGO_DONE(enum_value_label, b.enum_value.label = b.take_text());
ELIGO_DONE(enum_value_line, b.add_enum_value());

ELIGO_ON(group_body) : declares<GroupDecl>{};
ELIGO_SPAN(group_of, b.set_group_of(s));
ELIGO_DONE(group_value, if (const Word w = b.take_word()) b.as<GroupDecl>().values.push_back(w));

ELIGO_ON(fact_body) : declares<FactDecl>{};
ELIGO_SPAN(fact_path, b.refuse_name(in.begin()); b.as<FactDecl>().name = b.path(s));
ELIGO_DONE(fact_private, b.fact().is_private = true);
ELIGO_DONE(ask_text, b.part_of_fact(b.fact().ask, b.take_text(), "`ask`"));
ELIGO_DONE(change_text, b.part_of_fact(b.fact().can_change_by, b.take_text(), "`can change by`"));
ELIGO_ON(cost_number) : leaf<&Builder::set_cost>{};

ELIGO_ON(record_body) : declares<RecordDecl>{};
ELIGO_SPAN(field_name, b.fact().name = b.path(s));
ELIGO_DONE(field_label, b.fact().label = b.take_text());
ELIGO_ON(field_line) : framed<action<field_line>>{static void begin(Builder & b){b.begin_field();
}
static void finish(Builder& b, const Mark& m, const char*) {
  b.finish_field(m);
}
}
;

ELIGO_ON(rule_body) : declares<RuleDecl>{};
ELIGO_ON(value_body) : declares<ValueDecl>{};
ELIGO_ON(decision_body) : declares<DecisionDecl>{};
ELIGO_DONE(yes_text, b.once(b.as<DecisionDecl>().yes, b.take_text(), "`yes`"));
ELIGO_DONE(no_text, b.once(b.as<DecisionDecl>().no, b.take_text(), "`no`"));
ELIGO_SPAN(steps_word, b.set_once(b.as<DecisionDecl>().steps_span, s, "`steps`"));
ELIGO_DONE(step_text, b.as<DecisionDecl>().steps.push_back({b.take_text(), {}}));
ELIGO_SPAN(step_when, b.set_step_when(s));

ELIGO_ON(amend_body) : declares<AmendDecl>{};
ELIGO_ON(amended_word) : leaf<&Builder::set_decl_name>{};
ELIGO_SPAN(amends_rule, b.set_amended(AmendDecl::What::rule, s));
ELIGO_SPAN(amends_value, b.set_amended(AmendDecl::What::value, s));
ELIGO_SPAN(amends_decision, b.set_amended(AmendDecl::What::decision, s));

ELIGO_ON(presume_body) : declares<PresumeDecl>{};
ELIGO_SPAN(presumed_fact, b.set_presumed(s));

ELIGO_ON(test_body) : declares<TestDecl>{};
ELIGO_DONE(test_title, b.as<TestDecl>().title = b.take_text());
ELIGO_DONE(as_of_day, b.as<TestDecl>().as_of = b.take_day());
ELIGO_DONE(law_of_day, b.as<TestDecl>().law_of = b.take_day());
ELIGO_SPAN(given_fact, b.given().fact = b.path(s));
ELIGO_OPERAND(given_lowest, b.given().kind = Given::Kind::range; b.given().a = x);
ELIGO_OPERAND(given_highest, b.given().kind = Given::Kind::range; b.given().b = x);
ELIGO_OPERAND(given_value, b.given().a = x; b.given().values.push_back(x));
ELIGO_OPERAND(given_plain, b.given().a = x; b.given().values.push_back(x));
ELIGO_DONE(given_one_of, b.given().kind = Given::Kind::one_of; b.given().a = 0);
ELIGO_DONE(given_members, b.given().kind = Given::Kind::list);
ELIGO_ON(given_member)
    : framed<action<given_member>>{static void begin(Builder & b){b.given().members.emplace_back();
}
static void finish(Builder&, const Mark&, const char*) {}
}
;
ELIGO_ON(given) : framed<action<given>>{static void begin(Builder & b){b.begin_given();
}
static void finish(Builder& b, const Mark& m, const char* e) {
  b.add_given(m, e);
}
}
;
ELIGO_DONE(everyone_in_text, b.as<TestDecl>().everyone_in = b.take_text());
ELIGO_SPAN(ref_owner, b.line_ref.owner = b.word(s));
ELIGO_SPAN(ref_line, b.line_ref.line = b.joined(s));
ELIGO_SPAN(ref_number, b.add_ref_member(s));
ELIGO_DONE(ref_since, b.line_ref.since = b.take_day());
ELIGO_ON(lineref) : framed<action<lineref>>{static void begin(Builder & b){b.line_ref = LineRef{};
}
static void finish(Builder& b, const Mark& m, const char* e) {
  b.add_line_ref(m, e);
}
}
;
ELIGO_DONE(because, b.expectation.has_because = true);
ELIGO_SPAN(needed, b.expectation.needs.push_back(b.path(s)));
ELIGO_DONE(needs, b.expectation.has_needs = true);
ELIGO_ON(verdict_word) : leaf<&Builder::push_name>{};
ELIGO_OPERAND(expect_result, b.expectation.result = x);
ELIGO_SPAN(expect_name, b.set_expected_decision(s));
ELIGO_ON(expect_parts) : framed<action<expect_parts>>{static void begin(Builder & b){b.expectation = Expect{};
}
static void finish(Builder& b, const Mark& m, const char* e) {
  b.add_expectation(m, e);
}
}
;

ELIGO_ON(tests_body) : declares<TestsFromDecl>{};
ELIGO_DONE(tests_path, b.as<TestsFromDecl>().path = b.take_text());

ELIGO_ON(texts_body) : declares<TextsDecl>{};
ELIGO_SPAN(texts_language, b.set_texts_language(s));
ELIGO_SPAN(entry_owner, b.entry.owner = b.path(s));
ELIGO_SPAN(entry_line_name, b.entry.line = b.joined(s));
ELIGO_DONE(entry_since, b.entry.since = b.take_day());
ELIGO_DONE(entry_ask, b.entry.what = TextEntry::What::ask);
ELIGO_DONE(entry_change, b.entry.what = TextEntry::What::can_change_by);
ELIGO_DONE(entry_yes, b.entry.what = TextEntry::What::yes);
ELIGO_DONE(entry_no, b.entry.what = TextEntry::What::no);
ELIGO_DONE(entry_otherwise, b.entry.what = TextEntry::What::otherwise);
ELIGO_DONE(entry_step, b.add_entry_step());
ELIGO_DONE(entry_text, if (const TextId t = b.take_text()) b.entry.texts.push_back(t));
ELIGO_SPAN(entry_words, b.end_entry_words(s));
ELIGO_SPAN(entry_what, b.end_entry_words(s));
ELIGO_ON(entry) : framed<action<entry>>{static void begin(Builder & b){b.entry = TextEntry{};
}
static void finish(Builder& b, const Mark&, const char*) {
  b.add_entry();
}
}
;

#undef ELIGO_ON
#undef ELIGO_DONE
#undef ELIGO_SPAN
#undef ELIGO_OPERAND

}  // namespace eligo::grammar
