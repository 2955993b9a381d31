// SPDX-License-Identifier: MIT
// Owns the productions of facts and records.
#pragma once

#include "grammar/statements.hpp"

namespace eligo::grammar {

// -- fact --

struct fact_path : pegtl::sor<path, reserved_name> {};
struct fact_name : pegtl::seq<expect<fact_path, "the name of the fact">, blanks> {};
struct fact_private : kw<"private"> {};
struct ask_text : quoted<"the question in quotes"> {};
struct change_text : quoted<"the words in quotes"> {};
struct cost_number : pegtl::plus<pegtl::digit> {};
struct cost_rest : pegtl::seq<expect<cost_number, "a whole number">, blanks> {};
struct cost : pegtl::seq<kw<"cost">, cost_rest> {};
struct fact_ask : pegtl::seq<belonging_kw<"ask">, ask_text> {};
struct change_rest : pegtl::seq<expect<kw<"change">, "`change by`">, expect<kw<"by">, "`by`">, change_text,
                                pegtl::opt<cost>> {};
struct fact_change : pegtl::seq<belonging_kw<"can">, change_rest> {};
// fact <- 'fact' path text? ':' type 'private'? ( 'ask' text / 'can' 'change' 'by' text ('cost' number)? /
// cites )* NL

// A text alone below: `ask` is missing.
struct lost_ask {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = st.continuation(in.current());
    if (A == pegtl::apply_mode::nothing || p == in.current() || !st.lone_text_at(p)) return false;
    st.expected(p, "`ask` before the question", {}, true);
    in.iterator() = p;
    return attempt<ask_text, A, Action, Control>(in, st);
  }
};
struct ask_part : pegtl::seq<blanks, ask_text> {};
struct change_part : pegtl::seq<blanks, change_rest> {};
struct cost_part : pegtl::seq<blanks, cost_rest> {};
// `aks "…"`: said, and read as the part that is meant.
struct misspelt_part : said_only {
  ELIGO_MATCH {
    const char* const p = st.continuation(in.current());
    const std::string_view part = st.part_meant_at(p, in.current());
    if (part.empty()) return false;
    st.said_misspelt(p, part == "can" ? "`can change by`" : "`" + std::string(part) + "`", part);
    in.iterator() = p + st.word_at(p).size();
    if (part == "ask") return attempt<ask_part, A, Action, Control>(in, st);
    if (part == "can") return attempt<change_part, A, Action, Control>(in, st);
    if (part == "cost") return attempt<cost_part, A, Action, Control>(in, st);
    if (part == "cites") return attempt<cites_part, A, Action, Control>(in, st);
    return attempt<blanks, A, Action, Control>(in, st);
  }
};
struct fact_parts : pegtl::star<pegtl::sor<fact_ask, fact_change, cites, lost_ask, misspelt_part>> {};
struct behind_type
    : pegtl::seq<pegtl::opt<range>, pegtl::opt<type_or_none, blanks>, pegtl::opt<fact_private>, fact_parts> {
};
// Junk on the line of a fact: reported here, so that what hangs on the fact is still read.
struct fact_junk {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* p = st.over_spaces(in.current());
    if (st.at_line_end(p)) return true;
    if constexpr (A == pegtl::apply_mode::nothing) return false;
    while (st.is_twice_at(p)) {
      in.iterator() = st.over_twice(p);
      (void)attempt<behind_type, A, Action, Control>(in, st);
      p = st.over_spaces(in.current());
    }
    if (st.at_line_end(p)) return true;
    st.expected(p, "`private`, `ask`, `can change by`, `cites` or the end of the line");
    in.iterator() = p;
    if (st.joined_line_at(p)) return true;
    in.iterator() = st.skip_line(p);
    return attempt<fact_parts, A, Action, Control>(in, st);
  }
};
struct fact_body : pegtl::seq<fact_name, pegtl::opt<decl_label>, typed, pegtl::opt<fact_private>, fact_parts,
                              fact_junk, declared_end> {};

// -- record --

// field <- name text? ':' type 'private'? ( 'ask' text / 'can' 'change' 'by' text ('cost' number)? / cites )* NL
struct field_name : pegtl::sor<name, reserved_name> {};
struct field_label : label {};
struct field_line : pegtl::seq<field_name, blanks, pegtl::opt<field_label>, typed, pegtl::opt<fact_private>,
                               fact_parts, fact_junk> {};
struct field : pegtl::seq<field_line, declared_end> {};
struct field_ahead
    : pegtl::seq<identifier, blanks, pegtl::sor<pegtl::one<':', '"', '=', ';'>, identifier, other_quote>> {};
ELIGO_CONTEXT(in_record, "a field such as `birth_date : date`, or `end`", "end");
struct record_item : pegtl::seq<pegtl::at<field_ahead>, field> {};
struct record_body
    : pegtl::seq<named<"the name of the record">, label_end, body_until_end<record_item, in_record>> {};

}  // namespace eligo::grammar
