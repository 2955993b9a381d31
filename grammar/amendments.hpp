// SPDX-License-Identifier: MIT
// Owns the productions of amendments: versions that are added to what is declared elsewhere.
#pragma once

#include "grammar/declarations.hpp"

namespace eligo::grammar {

struct amends_rule : kw<"rule"> {};
struct amends_value : kw<"value"> {};
struct amends_decision : kw<"decision"> {};
struct amended_word : name {};
template <Letters What>
struct amended_name : pegtl::seq<expect<amended_word, What>, blanks> {};

// Remembers `amend rule X` for the report of a missing `end`.
template <typename Words>
struct amend_opener {
  using rule_t = typename Words::rule_t;
  using subs_t = typename Words::subs_t;
  ELIGO_MATCH {
    const char* const begin = st.opener_begin;
    if (!attempt<Words, A, Action, Control>(in, st)) return false;
    st.opener_begin = begin;
    st.opener_end = st.trimmed(in.current());
    return true;
  }
};
struct amend_rule_words : pegtl::seq<amends_rule, amended_name<"the name of the rule">> {};
struct amend_value_words : pegtl::seq<amends_value, amended_name<"the name of the value">> {};
struct amend_decision_words : pegtl::seq<amends_decision, amended_name<"the name of the decision">> {};
struct amend_lost_words
    : pegtl::seq<expect<amends_rule, "`rule`, `value` or `decision`">, amended_name<"its name">> {};

// The end of the first line. A version that begins there is said once and read, or passed over up to an `end` on its
// line.
struct amend_line_end {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (st.at_line_end(p)) {
      in.iterator() = st.over_lines(p);
      return true;
    }
    if constexpr (A == pegtl::apply_mode::nothing) return false;
    st.expected_amendment(p);
    const char* const stop = st.trimmed(st.over_line(p));
    if (st.ends_in_end(stop)) {
      st.lose(p, stop - 3);
      in.iterator() = stop - 3;
      return true;
    }
    if (st.is_word_at(p, "since") || st.is_word_at(p, "until")) return true;
    pass_over<block_lines, A, Action, Control>(in, st, p);
    in.iterator() = st.over_lines(in.current());
    return true;
  }
};

// What belongs to the declaration that is amended: said, then passed over as a whole.
struct amend_refused {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (A == pegtl::apply_mode::nothing || !st.refused_in_amendment(p)) return false;
    using parts = pegtl::sor<unless, coverage, yes_part, no_part, steps>;
    if (attempt<parts, pegtl::apply_mode::nothing, Action, Control>(in, st)) return true;
    pass_over<block_lines, A, Action, Control>(in, st, p);
    in.iterator() = st.over_lines(in.current());
    return true;
  }
};

ELIGO_CONTEXT(in_amend, "`since`, `until`, `cites` or `end`", "since", "until", "cites", "end");
struct amend_rule_item : pegtl::sor<condition_version, amend_refused, body_cites, condition_body> {};
struct amend_value_item : pegtl::sor<value_version, amend_refused, body_cites, value_whole> {};
struct amend_decision_item : pegtl::sor<value_version, amend_refused, body_cites, value_body_line> {};
// amended(X) <- name cites* NL ( version(X) / cites NL )*
template <typename Words, typename Item>
struct amended
    : pegtl::seq<amend_opener<Words>, pegtl::star<cites>, amend_line_end, body_until_end<Item, in_amend>> {};
// amend <- 'amend' ( 'rule' amended(condition) / 'value' amended(expression) / 'decision' name cites* NL
// ( version(condition) / version(expression) / cites NL )* ) 'end' NL
struct amend_parts
    : pegtl::sor<amended<amend_rule_words, amend_rule_item>, amended<amend_value_words, amend_value_item>,
                 amended<amend_decision_words, amend_decision_item>,
                 amended<amend_lost_words, amend_decision_item>> {};
struct amend_body : pegtl::seq<twice<"amend">, amend_parts> {};

}  // namespace eligo::grammar
