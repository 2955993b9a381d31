// SPDX-License-Identifier: MIT
// Owns the productions of blocks, their lines, and what may follow a line.
#pragma once

#include "grammar/cases.hpp"

namespace eligo::grammar {

// -- blocks --

struct at_least_number : pegtl::plus<pegtl::digit> {};
struct opener_all : word<"all"> {};
struct opener_any : word<"any"> {};
struct opener_none : word<"none"> {};
// `two` is said, and read as the number.
struct number_in_letters : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (!st.said_number_in_letters(p)) return false;
    in.iterator() = p + st.word_at(p).size();
    return true;
  }
};
struct of_word : expect<word<"of">, "`of`"> {};
// Departure: `none` alone, with deeper lines below it, is read as `none of`; on paper it would be a value,
// and never a good condition.
struct none_opens {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH { return st.none_opens_at(in.current()); }
};
struct opener_words
    : pegtl::sor<
          pegtl::seq<pegtl::sor<opener_all, opener_any>, blanks, of_word>,
          pegtl::seq<none_opens, opener_none, blanks, of_word>,
          pegtl::seq<pegtl::at<word<"at">, blanks, pegtl::sor<word<"least">, pegtl::digit>>, kw<"at">,
                     expect<kw<"least">, "`least`">,
                     pegtl::sor<at_least_number, number_in_letters, expect<at_least_number, "a number">>,
                     blanks, of_word>,
          pegtl::seq<pegtl::at<word<"least">, blanks, pegtl::plus<pegtl::digit>, blanks, word<"of">>,
                     expect<kw<"at">, "`at least`">, kw<"least">, at_least_number, blanks, word<"of">>,
          pegtl::seq<pegtl::at<pegtl::plus<pegtl::digit>, blanks, word<"of">>, expect<kw<"at">, "`at least`">,
                     at_least_number, blanks, word<"of">>,
          pegtl::seq<pegtl::at<word<"of">>,
                     expect<opener_all, "`all of`, `any of`, `none of` or `at least` and a number">,
                     word<"of">>> {};

// Remembers where the opener stands, for the report of a missing `end`.
struct block_opener {
  using rule_t = typename opener_words::rule_t;
  using subs_t = typename opener_words::subs_t;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end() || (*p != 'a' && *p != 'n' && *p != 'l' && *p != 'o' && !is_digit(*p))) return false;
    if (*p == 'a' &&
        ahead<pegtl::seq<pegtl::sor<word<"any">, word<"all">>, in_follows>, Action, Control>(in, st))
      return false;
    if (!attempt<opener_words, A, Action, Control>(in, st)) return false;
    st.opener_begin = p;
    st.opener_end = st.trimmed(in.current());
    return true;
  }
};

// otherwise <- 'otherwise' text ; cites <- 'cites' name text? (',' name text?)*
struct otherwise_text : quoted<"a text in quotes"> {};
struct otherwise : pegtl::seq<belonging_kw<"otherwise">, otherwise_text> {};
struct cited_source : pegtl::sor<name, reserved_name> {};
struct cited_place : label {};
struct citation : pegtl::seq<expect<cited_source, "the name of a source">, blanks, pegtl::opt<cited_place>> {
};
// A comma with nothing behind it on the line, and no source on the next one.
struct needless_comma : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end() || *p != ',' || !st.at_line_end(st.over_spaces(p + 1))) return false;
    const char* const next = st.next_line(p);
    const char* const behind = st.over_spaces(next + st.word_at(next).size());
    const bool is_source =
        behind != next && !is_reserved(st.word_at(next)) && !st.sure_head_at(next) &&
        (st.at_line_end(behind) ||
         (std::string_view("=<>+-*/:!.").find(*behind) == std::string_view::npos && !is_name_begin(*behind)));
    if (is_source) return false;
    st.expected(p, "the end of the line", {}, true);
    in.iterator() = p + 1;
    return attempt<blanks, A, Action, Control>(in, st);
  }
};
struct next_citation : pegtl::seq<pegtl::sor<sign_on<','>, other_comma>, citation> {};
struct citations : pegtl::seq<citation, pegtl::star<pegtl::sor<needless_comma, next_citation>>> {};
struct cites : pegtl::seq<belonging_kw<"cites">, citations> {};
struct cites_part : pegtl::seq<blanks, citations> {};

// `else "…"` and a text alone below a line: an `otherwise` is meant.
struct other_otherwise {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    if constexpr (A == pegtl::apply_mode::nothing) return false;
    const char* const p = st.continuation(in.current());
    const char* const e = st.other_otherwise(p, in.current());
    if (e == nullptr) return false;
    in.iterator() = e;
    return attempt<otherwise_text, A, Action, Control>(in, st);
  }
};

// What stands after a condition and before its end, `otherwise` or `cites` is reported and passed over.
struct condition_junk {
  using rule_t = may_consume<>;
  using subs_t = pegtl::type_list<>;
  ELIGO_MATCH {
    const char* const p = st.over_spaces(in.current());
    if (st.at_line_end(p) || st.is_word_at(p, "otherwise") || st.is_word_at(p, "cites")) return true;
    if constexpr (A == pegtl::apply_mode::nothing) return false;
    if (st.else_text_at(p)) return true;
    st.unexpected_in_condition(p);
    pass_over<block_lines, A, Action, Control>(in, st, p);
    return true;
  }
};
struct line_tail : pegtl::seq<condition_junk, pegtl::opt<pegtl::sor<otherwise, other_otherwise>>,
                              pegtl::star<cites>, line_end<block_lines, "the end of the line">> {};

// head <- name text? ':'
// Departure: a text or a block opener after the first name means a head even where the colon is missing.
struct head_name : pegtl::sor<name, reserved_name> {};
struct head_label : label {};
struct head_ahead {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    if (st.head_at(in.current())) return true;
    return A == pegtl::apply_mode::action && label_below(st, in.current()) &&
           !is_reserved(st.word_at(in.current()));
  }
};
struct head_label_below : said_only {
  ELIGO_MATCH {
    if (A == pegtl::apply_mode::nothing || !st.at_line_end(in.current())) return false;
    return attempt_below<head_label, A, Action, Control>(in, st, "the label in quotes, or `:`");
  }
};
struct head : pegtl::seq<head_ahead, head_name, blanks, pegtl::opt<pegtl::sor<head_label, head_label_below>>,
                         pegtl::sor<sign_on<':'>, other_colon, expect<sign_on<':'>, "`:`">>> {};

// line <- head? condition otherwise? cites*
struct lone_text {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH { return st.lone_text_at(in.current()); }
};
struct line : pegtl::seq<pegtl::opt<head>, operand<condition, "a condition">, line_tail> {};

// What closes a block although it has no `end`: parts of the declaration around it.
struct part_words : pegtl::sor<word<"since">, word<"until">, word<"unless">, word<"steps">,
                               pegtl::seq<word<"not">, blanks, word<"covered">>,
                               pegtl::seq<pegtl::sor<word<"yes">, word<"no">>, blanks, pegtl::one<'"'>>> {};
struct part_ahead : pegtl::seq<part_words, pegtl::not_at<blanks, pegtl::one<':'>>> {};

struct block_line : line {};
struct block_item : pegtl::seq<pegtl::not_at<lone_text>, block_line> {};
struct stray_line {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    st.expected(p, "a condition or `end`");
    pass_over<block_lines, A, Action, Control>(in, st, p);
    in.iterator() = st.over_lines(in.current());
    return true;
  }
};
struct block_lines : until_end<block_item, part_ahead, stray_line> {};

// What stands on the line of a block's opener is reported. `all of a, b end` has its end there.
struct opener_end {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = st.over_spaces(in.current());
    if (!st.at_line_end(p)) {
      if constexpr (A == pegtl::apply_mode::nothing) return false;
      if (const char* const e = st.over_twice(p); e != p && st.at_line_end(e)) {
        in.iterator() = st.over_lines(e);
        return true;
      }
      st.said_one_line_block(p);
      in.iterator() = st.skip_line(p);
      if (st.ends_in_end(in.current())) return true;
      if (*p != '/') in.iterator() = p;  // the line below the opener; not a comment with `//`
    }
    in.iterator() = st.over_lines(in.current());
    return true;
  }
};
struct closed_on_its_line {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH { return st.ends_in_end(in.current()); }
};
// block <- ('all' / 'any' / 'none' / 'at' 'least' number) 'of' NL ( line NL )* 'end'
struct block_rest : pegtl::seq<opener_end, pegtl::sor<closed_on_its_line, deeper<block_lines>>> {};
struct block : pegtl::seq<block_opener, block_rest> {};
// A misspelt opener is read as the one that is meant, from any of its words on.
struct meant_block : said_only {
  ELIGO_MATCH {
    if (!st.block_meant_at(in.current())) return false;
    const MeantOpener meant = st.said_meant_opener(in.current());
    st.set_meant_block(meant);
    in.iterator() = st.over_spaces(meant.end);
    return attempt<block_rest, A, Action, Control>(in, st);
  }
};
// The lines below one that reads as a name and was to be an opener, such as `allof`.
struct unopened_lines : pegtl::seq<deeper<block_lines>, line_tail> {};
struct unopened_block : said_only {
  ELIGO_MATCH {
    (void)st.said_meant_opener(st.trimmed(in.current()));
    return attempt<unopened_lines, A, Action, Control>(in, st);
  }
};

// quantified <- ('some' / 'every') binding ':' condition
struct quantified_body : deeper<operand<condition, "a condition">> {};
struct quantified : pegtl::seq<quantifier_words, quantified_body> {};

// condition <- block / quantified / or
struct negated_block {
  using rule_t = consumes;
  using subs_t = pegtl::type_list<block>;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (A == pegtl::apply_mode::nothing || !st.is_word_at(p, "not") ||
        !st.block_opener_at(st.over_spaces(p + 3)))
      return false;
    st.said_not(p, p + 3, "`not` before a name or a bracket, found a block after it");
    in.iterator() = st.over_spaces(p + 3);
    return attempt<block, A, Action, Control>(in, st);
  }
};
struct condition : pegtl::sor<block, negated_block, quantified, chain, meant_block> {};

}  // namespace eligo::grammar
