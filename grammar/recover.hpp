// SPDX-License-Identifier: MIT
// Owns counted depth, and how the grammar goes on after a mistake. Once an opener is read its production cannot fail
// any more: what is missing is reported and taken as read.
#pragma once

#include "grammar/keywords.hpp"

namespace eligo::grammar {

/// Goes back from a place on a later line to the end of the last token, so that the line is over; not inside
/// brackets that are closed further on.
template <typename Input, typename State>
void back_to_line(Input& in, State& st) {
  if (in.current() == st.statement) return;
  if (st.brackets != 0 && st.closing_bracket(in.current()) != nullptr) return;
  if (st.first_on_line(in.current())) in.iterator() = st.over_spaces(st.trimmed(in.current()));
}

/// The keyword that a production begins with, or "".
template <typename R>
struct keyword_of {
  static constexpr std::string_view view{};
};
template <Letters W>
struct keyword_of<word<W>> {
  static constexpr std::string_view view = W.view();
};
template <Letters W>
struct keyword_of<kw<W>> : keyword_of<word<W>> {};
template <Letters W>
struct keyword_of<kw_on<W>> : keyword_of<word<W>> {};

/// R behind a token that stands twice, or misspelt: what is wrong with it is said.
template <typename R, pegtl::apply_mode A, template <typename...> class Action,
          template <typename...> class Control, typename Input, typename State>
[[nodiscard]] bool attempt_meant(Input& in, State& st) {
  if (const char* const p = st.over_twice(in.current()); p != in.current()) {
    in.iterator() = p;
    if (attempt<R, A, Action, Control>(in, st)) return true;
  }
  if constexpr (!keyword_of<R>::view.empty()) {
    const char* const p = st.over_misspelt(in.current(), keyword_of<R>::view);
    if (p == in.current()) return false;
    in.iterator() = p;
    return true;
  }
  return false;
}

/// p is at the end of a line where WHAT is due, and the next one goes on with it: it begins as no statement does. Where that
/// is; else nullptr.
[[gnu::cold]] [[nodiscard]] const char* broken_line_at(const Scan& scan, const char* p,
                                                       std::string_view what);
/// Says at p that WHAT stands on the next line.
[[gnu::cold]] void said_broken_line(Scan& scan, const char* p, std::string_view what);

/// A name stands at p alone on its line, and on the next one its colon, with a label before it or none.
[[gnu::cold]] [[nodiscard]] bool label_below(const Scan& scan, const char* p);

/// R on the next line, where the break before it is one too many: that is said.
template <typename R, pegtl::apply_mode A, template <typename...> class Action,
          template <typename...> class Control, typename Input, typename State>
[[nodiscard]] bool attempt_below(Input& in, State& st, std::string_view what) {
  const char* const here = in.current();
  const char* const next = broken_line_at(st, here, what);
  if (next == nullptr) return false;
  in.iterator() = next;
  const bool is_there = ahead<R, Action, Control>(in, st);
  in.iterator() = here;
  if (!is_there) return false;
  said_broken_line(st, here, what);
  in.iterator() = next;
  return attempt<R, A, Action, Control>(in, st);
}

/// R; where it is missing, that is said and it is taken as read.
template <typename R, Letters What>
struct expect {
  using rule_t = may_consume<R>;
  using subs_t = pegtl::type_list<R>;
  ELIGO_MATCH {
    if (attempt<R, A, Action, Control>(in, st)) return true;
    if constexpr (A == pegtl::apply_mode::nothing) return false;
    if (attempt_meant<R, A, Action, Control>(in, st)) return true;
    if (attempt_below<R, A, Action, Control>(in, st, What.view())) return true;
    st.expected(in.current(), What.view());
    back_to_line(in, st);
    return true;
  }
};

/// The same, but what follows on the next line is still meant; so that is where it is missing.
template <typename R, Letters What>
struct expect_through {
  using rule_t = may_consume<R>;
  using subs_t = pegtl::type_list<R>;
  ELIGO_MATCH {
    if (attempt<R, A, Action, Control>(in, st)) return true;
    if constexpr (A == pegtl::apply_mode::nothing) return false;
    if (attempt_meant<R, A, Action, Control>(in, st)) return true;
    const char* const p = in.current();
    if (!st.hurt(st.trimmed(p))) st.expected(p, What.view(), {}, st.operand_at(p));
    return true;
  }
};

/// `;` for a comma.
struct other_comma : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end() || *p != ';' || !st.comma_meant_at(p)) return false;
    st.said_other_comma(p);
    in.iterator() = p + 1;
    return attempt<going_on, A, Action, Control>(in, st);
  }
};

/// `=` or `;` for a colon.
struct other_colon : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end() || (*p != '=' && *p != ';')) return false;
    if (p + 1 != in.end() && p[1] == '<') return false;  // `=<`
    if (st.at_line_end(st.over_spaces(p + 1)) || st.figure_on_opener_at(p)) return false;
    st.said_other_colon(p);
    in.iterator() = p + 1;
    return attempt<going_on, A, Action, Control>(in, st);
  }
};

/// A comma; where the next item follows at once, it is taken as read.
template <char C, Letters Before>
struct separator {
  using rule_t = may_consume<pegtl::one<C>, blanks>;
  using subs_t = pegtl::type_list<pegtl::one<C>, going_on>;
  ELIGO_MATCH {
    if (attempt<sign_on<C>, A, Action, Control>(in, st)) return true;
    if constexpr (A == pegtl::apply_mode::nothing) return false;
    if (in.current() != in.end() && *in.current() == ';')
      return attempt<other_comma, A, Action, Control>(in, st);
    if (!st.operand_at(in.current()) || st.list_ends_at(in.current())) return false;
    // Inside brackets a new line that begins like this is rather one after a forgotten bracket.
    if (st.first_on_line(in.current()) && st.head_at(in.current())) return false;
    const bool closed = st.brackets != 0 && st.closing_bracket(in.current()) != nullptr;
    st.expected(in.current(), Before.view(), {}, closed);
    return true;
  }
};

/// (Separator Item)*, ended also by a step that consumes nothing: both may be taken as read.
template <typename Separator, typename Item>
struct more {
  using rule_t = may_consume<Separator, Item>;
  using subs_t = pegtl::type_list<Separator, Item>;
  ELIGO_MATCH {
    for (;;) {
      const char* const p = in.current();
      if (!attempt<Separator, A, Action, Control>(in, st)) return true;
      (void)attempt<Item, A, Action, Control>(in, st);
      if (in.current() == p) return true;
    }
  }
};

/// R one level deeper. Attached to brackets, blocks, cases and arguments only: one level costs one count.
template <typename R>
struct deeper {
  using rule_t = typename R::rule_t;
  using subs_t = typename R::subs_t;
  ELIGO_MATCH {
    st.deeper(in.current());
    const bool result = attempt<R, A, Action, Control>(in, st);
    --st.depth;
    return result;
  }
};

/// `(` R `)`, or `[` R `]`. Inside, line ends are blanks. A missing `)` is reported where the last token ends; brackets of
/// the other kind are said, and read as these.
template <typename R, char Opening = '(', Letters Expected = "an operator or `)`">
struct in_brackets {
  static constexpr char closing_sign = Opening == '(' ? ')' : ']';
  using rule_t = consumes_and<R>;
  using subs_t = pegtl::type_list<pegtl::one<Opening>, R, pegtl::one<closing_sign>>;
  ELIGO_MATCH {
    const char* const opening = in.current();
    if (opening == in.end()) return false;
    bool is_other = false;
    if (*opening != Opening) {
      if (A == pegtl::apply_mode::nothing || !st.bracket_meant_at(opening, Opening)) return false;
      is_other = true;
    }
    if constexpr (Opening != '(' && A == pegtl::apply_mode::nothing) return true;
    const std::size_t said_before = st.errors();
    const Bracket bracket{opening, Opening, closing_sign, is_other};
    st.enter(bracket);
    in.iterator() = st.over_lines(opening + (st.lost_bracket == opening ? 0 : 1));
    (void)attempt<R, A, Action, Control>(in, st);
    in.iterator() = st.over_lines(in.current());
    st.leave(bracket);
    const char* const p = in.current();
    if (p != in.end() &&
        (*p == closing_sign || (A == pegtl::apply_mode::action && st.said_other_closing(p, bracket)))) {
      in.iterator() = p + 1;
      (void)attempt<blanks, A, Action, Control>(in, st);
      return true;
    }
    const char* const end_before = st.trimmed(p);
    const bool below = st.first_on_line(p);
    const char* const closing = Opening == '(' ? st.closing_bracket(p) : st.closing_square(p);
    if (Opening == '(' || st.errors() == said_before)
      st.expected(below && closing == nullptr ? end_before : p, Expected.view(), {}, closing != nullptr);
    if (closing != nullptr) {
      st.lose(p, closing);
      in.iterator() = st.over_blanks(closing + 1);
    } else if (below && st.squares == 0) {
      in.iterator() = st.over_spaces(end_before);  // in a list of members the next one follows
    }
    return true;
  }
};

/// The end of a statement, and the gap to the next one. What stands before it is passed over, with one
/// report; where it ends as a block begins (`… : all of`), the block is read, so that its `end` closes
/// nothing else.
template <typename Lines, Letters What>
struct line_end {
  using rule_t = may_consume<>;
  using subs_t = pegtl::type_list<Lines>;
  ELIGO_MATCH {
    const char* const p = st.over_spaces(in.current());
    if (!st.at_line_end(p)) {
      if constexpr (A == pegtl::apply_mode::nothing) return false;
      st.expected(p, What.view());
      pass_over<Lines, A, Action, Control>(in, st, p);
    }
    in.iterator() = st.over_lines(in.current());
    return true;
  }
};

/// Passes over the rest of the statement; Lines is the inside of a block.
template <typename Lines, pegtl::apply_mode A, template <typename...> class Action,
          template <typename...> class Control, typename Input, typename State>
void pass_over(Input& in, State& st, const char* p) {
  if (st.joined_line_at(p)) {
    in.iterator() = p;
    return;
  }
  in.iterator() = st.skip_statement(p);
  const char* const opener = st.opener_at_line_end(in.current());
  if (opener == nullptr) return;
  st.opener_begin = opener;
  st.opener_end = st.trimmed(in.current());
  in.iterator() = st.over_lines(in.current());
  (void)attempt<Lines, A, Action, Control>(in, st);
  in.iterator() = st.over_spaces(in.current());
  if (!st.at_line_end(in.current())) in.iterator() = st.skip_line(in.current());
}

struct unopened_block;  // below: what stands below a misspelt opener that reads as a name

/// Item until `end`. A top-level word, the end of the file, or what only the declaration around can hold
/// (Closer) closes it too, with a report. `Stray` reads whatever else stands there and reports it.
template <typename Item, typename Closer, typename Stray>
struct until_end {
  using rule_t = may_consume<Item>;  // a loop, but one that always goes onwards
  using subs_t = pegtl::type_list<Item, Closer, Stray>;
  ELIGO_MATCH {
    st.open();
    for (;;) {
      const char* const p = in.current();
      if (st.opener_again_at(p)) {
        st.opener_again(p);
        in.iterator() = st.over_lines(st.over_line(p));
        continue;
      }
      const bool is_top = p != in.end() && st.top_word_at(p);
      if (A == pegtl::apply_mode::action && is_top) {
        if (const char* const behind = st.over_declaration_inside(p)) {
          in.iterator() = behind;
          continue;
        }
      }
      if (p == in.end() || is_top || ahead<Closer, Action, Control>(in, st)) {
        st.missing_end(p);
        st.close();
        back_to_line(in, st);
        return true;
      }
      if (st.is_word_at(p, "end") || st.other_end_at(p)) {
        const char* const end = st.over_end(p);
        st.closed_by_end(p);
        in.iterator() = st.over_spaces(end);
        return true;
      }
      st.begin_statement(p);
      if (A == pegtl::apply_mode::action && st.deeper_than_before && st.unopened_block_at(p)) {
        (void)attempt<unopened_block, A, Action, Control>(in, st);
        continue;
      }
      if (!attempt<Item, A, Action, Control>(in, st)) (void)attempt<Stray, A, Action, Control>(in, st);
      if (in.current() == p && st.corrected_at == p && st.corrected == "end") {
        st.closed_by_end(p);
        in.iterator() = st.over_spaces(p + st.word_at(p).size());
        return true;
      }
      if (in.current() == p) in.iterator() = st.over_lines(st.skip_line(p + 1));  // always onwards
    }
  }
};

}  // namespace eligo::grammar
