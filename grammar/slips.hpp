// SPDX-License-Identifier: MIT
// Owns the productions of what follows a value where an operator was due: it was forgotten, or a keyword is misspelt.
#pragma once

#include "grammar/blocks.hpp"

namespace eligo::grammar {

// An operand, or `not`, or `one of`, or `with` at once after an operand: the operator is missing.
struct no_operator : said_only {
  ELIGO_MATCH {
    st.expected_operator(in.current());
    return true;
  }
};
struct behind_no_operator
    : pegtl::seq<no_operator, pegtl::opt<kw<"not">>, pegtl::opt<kw<"with">>, right_operand> {};

// The operator that was said.
struct said_operator : pegtl::success {};
struct behind_operator
    : pegtl::seq<said_operator, pegtl::opt<kw<"not">>, pegtl::opt<kw<"with">>, right_operand> {};
struct behind_rounded : pegtl::seq<said_operator, rounding_rest, pegtl::opt<comparison_tail>> {};
struct behind_binding
    : pegtl::seq<binding, pegtl::opt<pegtl::sor<each_where, misspelt_where>>, expect<sign_on<':'>, "`:`">,
                 operand<expression, "a value or a condition">> {};
struct behind_period : pegtl::seq<from_to, pegtl::opt<comparison_tail>> {};
struct behind_quantifier : pegtl::seq<binding, expect<sign_on<':'>, "`:`">, quantified_body> {};
struct behind_when : deeper<outermost_cases> {};

// A misspelt keyword is said, and what it begins is read.
struct behind_slip : said_only {
  ELIGO_MATCH {
    const Slip slip = st.slip_after_value(in.current());
    if (slip.kind == Slip::Kind::nothing) return attempt<behind_no_operator, A, Action, Control>(in, st);
    st.said_slip(slip);
    in.iterator() = slip.next;
    switch (slip.kind) {
      case Slip::Kind::comparison:
        return attempt<behind_operator, A, Action, Control>(in, st);
      case Slip::Kind::rounding:
        return attempt<behind_rounded, A, Action, Control>(in, st);
      case Slip::Kind::counting:
        return attempt<behind_period, A, Action, Control>(in, st);
      case Slip::Kind::binding:
        return attempt<deeper<behind_binding>, A, Action, Control>(in, st);
      case Slip::Kind::quantifier:
        return attempt<behind_quantifier, A, Action, Control>(in, st);
      case Slip::Kind::negation:
        return attempt<deeper<comparison>, A, Action, Control>(in, st);
      default:
        return attempt<behind_when, A, Action, Control>(in, st);
    }
  }
};
struct lost_tail : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (!st.operator_missing_at(p)) return false;
    if (st.stray_quote_at(p)) {
      st.said_stray_quote(p);
      in.iterator() = st.over_spaces(p + 1);
      return true;
    }
    if (st.block_meant_at(p)) return attempt<meant_block, A, Action, Control>(in, st);
    if (st.is_twice_at(p)) {
      st.said_twice(p);
      return attempt<deeper<condition>, A, Action, Control>(in, st);
    }
    return attempt<behind_slip, A, Action, Control>(in, st);
  }
};

}  // namespace eligo::grammar
