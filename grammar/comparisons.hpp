// SPDX-License-Identifier: MIT
// Owns the productions of comparisons and of chains of and/or.
#pragma once

#include "grammar/expressions.hpp"

namespace eligo::grammar {

// -- comparisons --

struct op_less_equal : pegtl::string<'<', '='> {};
struct op_greater_equal : pegtl::string<'>', '='> {};
struct op_less : pegtl::seq<pegtl::one<'<'>, pegtl::not_at<pegtl::one<'>'>>> {};
struct op_greater : pegtl::one<'>'> {};
// `==`, `!=`, `≤` …: reported, and read as ours.
struct op_foreign {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    const Foreign* const f = st.foreign_comparison_at(p);
    if (f == nullptr) return false;
    if constexpr (A == pegtl::apply_mode::action) st.said_foreign(p, *f);
    in.bump_in_this_line(f->spelling.size());
    return true;
  }
};
struct order_sign : pegtl::sor<op_foreign, op_less_equal, op_greater_equal, op_less, op_greater> {};
struct op_starts_with : pegtl::seq<word<"starts">, blanks, expect<word<"with">, "`with`">> {};

// `is` in capitals is read as `is`.
struct word_is {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end() || (*p != 'i' && *p != 'I')) return false;
    const std::string_view w = st.word_at(p);
    if (w != "is" && !differs_in_case(w, "is")) return false;
    if constexpr (A == pegtl::apply_mode::action)
      if (w != "is") st.said_capitals(p, w, "is");
    in.bump_in_this_line(2);
    return true;
  }
};
struct negated : kw_on<"not"> {};
struct of_values : pegtl::seq<operand<sum, "a value">, more<separator<',', "`,`">, operand<sum, "a value">>> {
};
struct of_values_in_brackets : in_brackets<of_values, '(', "`,` or `)`"> {};
// `is one of (a, b)`: said, and read without them.
struct listed_in_brackets : said_only {
  ELIGO_MATCH {
    return st.said_listed_in_brackets(in.current()) &&
           attempt<of_values_in_brackets, A, Action, Control>(in, st);
  }
};
struct of_list : pegtl::sor<listed_in_brackets, of_values> {};
// one_of <- 'one' 'of' sum (',' sum)*
struct one_of
    : pegtl::seq<pegtl::sor<pegtl::seq<kw<"one">, expect<kw_on<"of">, "`of`">>,
                            pegtl::seq<pegtl::at<word<"of">>, expect<kw<"one">, "`one of`">, kw_on<"of">>>,
                 of_list> {};
struct is_none : pegtl::seq<none_value, blanks> {};
// is <- 'is' 'not'? ( one_of / 'none' / sum )
struct is_rest;
struct right_value : pegtl::sor<sum, behind_twice<is_rest>, missing<"a value">> {};
struct right_operand : pegtl::sor<one_of, is_none, right_value> {};
struct is_rest : pegtl::seq<pegtl::opt<negated>, right_operand> {};
struct misspelt_one_of_list : pegtl::seq<kw_on<"of">, of_list> {};
struct behind_is : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (st.at_line_end(p) || !st.said_slip_behind_is(p)) return false;
    return *p == 'o' && st.is_word_at(p, "of") ? attempt<misspelt_one_of_list, A, Action, Control>(in, st)
                                               : attempt<right_operand, A, Action, Control>(in, st);
  }
};
struct is_tail : pegtl::seq<word_is, going_on, is_rest, pegtl::opt<behind_is>> {};
struct order_tail : pegtl::seq<pegtl::sor<order_sign, op_starts_with>, going_on, operand<sum, "a value">> {};

// A second comparison after one is an error: reported, and passed over.
struct chained {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (A == pegtl::apply_mode::nothing ||
        !ahead<pegtl::sor<order_sign, word<"is">, word<"starts">>, Action, Control>(in, st))
      return false;
    st.said_chained(p);
    return attempt<pegtl::sor<order_tail, is_tail>, A, Action, Control>(in, st);
  }
};

// comparison <- sum ( operator sum / 'starts' 'with' sum / is )?      (one comparison only: a < b < c is an
// error)
struct lost_tail;  // what takes the place of an operator that is missing (slips.hpp)
// The operator stands on the next line.
struct tail_below : said_only {
  ELIGO_MATCH {
    const char* p = in.current();
    if (!st.at_line_end(p)) return false;
    while (p != in.end() && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r')) ++p;
    if (p == in.end() || std::string_view("<>=#is").find(*p) == std::string_view::npos)
      return false;  // mostly
    return attempt_below<pegtl::sor<order_tail, is_tail>, A, Action, Control>(
        in, st, "an operator such as `is` or `>=`");
  }
};
struct comparison_tail : pegtl::sor<order_tail, is_tail, tail_below, lost_tail> {};
struct comparison : pegtl::seq<sum, pegtl::opt<comparison_tail, pegtl::star<chained>>> {};

// -- and, or, not --

// `!` and `NOT` are read as `not`; a second one in a row is reported.
struct word_not {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end() || (*p != 'n' && *p != 'N' && *p != '!')) return false;
    const std::string_view w = *p == '!' ? std::string_view(p, 1) : st.word_at(p);
    if (w != "not" && w != "!" && (!differs_in_case(w, "not") || st.is_refused(w))) return false;
    if constexpr (A == pegtl::apply_mode::action)
      if (w != "not") *p == '!' ? st.said_foreign(p, *foreign_symbol("!")) : st.said_capitals(p, w, "not");
    in.bump_in_this_line(w.size());
    return true;
  }
};
struct another_not {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (!attempt<word_not, pegtl::apply_mode::nothing, Action, Control>(in, st)) return false;
    if constexpr (A == pegtl::apply_mode::action) st.said_second_not(p, in.current());
    return true;
  }
};
// negation <- 'not' (path / '(' or ')')
// Departure: a whole comparison is read after `not`; the action reports what is neither a bare name nor a
// bracket.
struct negation : pegtl::seq<word_not, going_on, pegtl::star<another_not, going_on>,
                             operand<comparison, "a yes-or-no name or `(`">> {};
// quantifier <- ('some' / 'every') binding ':' or
struct quantifier_words : pegtl::seq<pegtl::sor<some_word, every_word, other_some, other_every>, blanks,
                                     binding, expect<sign_on<':'>, "`:`">> {};
struct quantifier
    : pegtl::seq<quantifier_words,
                 deeper<operand<chain,
                                "a condition on this line (a block stands below a quantifier that is a "
                                "whole line)">>> {};
struct unary : pegtl::sor<quantifier, negation, comparison> {};

// and / or, also at the start of the next line, and what newcomers write for them.
struct junction {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* p = in.current();
    const char* const q = st.continuation(p);
    if (q == in.end()) return false;
    std::size_t n = 0;
    bool is_or = false;
    switch (*q) {
      case 'a':
        n = st.is_word_at(q, "and") ? 3 : 0;
        break;
      case 'o':
        n = st.is_word_at(q, "or") ? 2 : 0;
        is_or = true;
        break;
      case '&':
      case '|':
      case 'A':
      case 'O':
      case '\xe2':
        n = st.foreign_junction(q, is_or, A == pegtl::apply_mode::action);
        break;
      default:
        break;
    }
    if (A == pegtl::apply_mode::action && n == 0 && q == in.current() && is_name_begin(*q))
      n = st.misspelt_junction(q, is_or);
    if (n == 0) return false;
    in.iterator() = q + n;
    if constexpr (A == pegtl::apply_mode::action) st.push_junction(is_or, q, q + n);
    return true;
  }
};

// or <- and ('or' and)* ; and <- unary ('and' unary)*
// Departure: one flat chain, since the two may not be mixed on one level; the action reports a mixture.
struct chain : pegtl::seq<unary, pegtl::star<junction, going_on, operand<unary, "a condition">>> {};

}  // namespace eligo::grammar
