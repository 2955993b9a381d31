// SPDX-License-Identifier: MIT
// Owns the rules of keywords and gaps, and of keywords that are misspelt or stand twice.
#pragma once

#include <cstddef>
#include <string_view>

#include "grammar/pegtl.hpp"
#include "grammar/scan.hpp"

namespace eligo::grammar {

/// Letters as a template argument.
template <std::size_t N>
struct Letters {
  char text[N]{};
  constexpr Letters(const char (&s)[N]) {  // NOLINT: word<"rule"> is the point
    for (std::size_t i = 0; i < N; ++i) text[i] = s[i];
  }
  [[nodiscard]] constexpr std::string_view view() const { return {text, N - 1}; }
};

// What every rule below has in common: no sub-rules for the analysis unless it says so, and a match that sees
// the Scan.
#define ELIGO_MATCH                                                                         \
  template <pegtl::apply_mode A, pegtl::rewind_mode M, template <typename...> class Action, \
            template <typename...> class Control, typename Input, typename State>           \
  [[nodiscard]] static bool match([[maybe_unused]] Input& in, [[maybe_unused]] State& st)

/// Matches R as the grammar would, with its actions.
template <typename R, pegtl::apply_mode A, template <typename...> class Action,
          template <typename...> class Control, typename Input, typename State>
[[nodiscard]] bool attempt(Input& in, State& st) {
  return Control<R>::template match<A, pegtl::rewind_mode::required, Action, Control>(in, st);
}

/// R from here, without actions, nothing consumed.
template <typename R, template <typename...> class Action, template <typename...> class Control,
          typename Input, typename State>
[[nodiscard]] bool ahead(Input& in, State& st) {
  const char* const here = in.current();
  const bool result = attempt<R, pegtl::apply_mode::nothing, Action, Control>(in, st);
  in.iterator() = here;
  return result;
}

/// Marks of the analysis: what a rule consumes on success.
struct consumes;
template <typename... R>
struct consumes_and;
template <typename... R>
struct may_consume;

/// A rule that only says what is wrong and reads it as what is meant: without actions it never matches.
struct said_only {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
};
/// The same where nothing need be there: without actions it matches nothing.
struct said_aside {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
};

/// The word, not the beginning of a longer one. One template for all keywords: TAO_PEGTL_STRING doubles the
/// compile time.
template <Letters W>
struct word {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    constexpr std::string_view w = W.view();
    const char* const p = in.current();
    if (p == in.end() || *p != w[0] || !st.is_word_at(p, w)) return false;
    in.bump_in_this_line(w.size());
    return true;
  }
};

/// The word at the start of a statement; a misspelt one that was reported as this counts.
template <Letters W>
struct lead {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    constexpr std::string_view w = W.view();
    const char* const p = in.current();
    if (st.corrected_at == p && p != in.end()) {
      if (st.corrected != w) return false;
      in.bump_in_this_line(st.word_at(p).size());
    } else if (p == in.end() || *p != w[0] || !st.is_word_at(p, w)) {
      return false;
    } else {
      in.bump_in_this_line(w.size());
    }
    if constexpr (A == pegtl::apply_mode::action) {
      st.opener_begin = p;
      st.opener_end = in.current();
    }
    return true;
  }
};

/// The gap after a token: blanks; inside brackets line ends and comments too.
struct blanks {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    in.iterator() = st.over_blanks(in.current());
    return true;
  }
};

/// The gap after `,` `:` an operator, `and`, `or`, `not`: the line goes on in the next one. A line with a
/// name of its own
/// (`name :`) or one that a keyword begins is never meant.
struct going_on {
  using rule_t = may_consume<>;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* p = st.over_spaces(in.current());
    const char* const next = st.continuation(p);
    if (next == p || st.brackets != 0 || !st.sure_head_at(next)) p = next;
    in.iterator() = p;
    return true;
  }
};

/// A word of this line, or of the next one that then belongs to the item above.
template <Letters W>
struct belonging {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    constexpr std::string_view w = W.view();
    const char* const p = st.continuation(in.current());
    if (p == in.end() || *p != w[0] || !st.is_word_at(p, w)) return false;
    if constexpr (w == "otherwise" || w == "cites")
      if (p != in.current()) st.belongs(p);
    in.iterator() = p + w.size();
    return true;
  }
};

/// The same keyword once more: said, and passed over.
template <Letters W>
struct twice : said_aside {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p != in.end() && *p == W.view()[0] && st.is_word_at(p, W.view())) in.iterator() = st.over_twice(p);
    return true;
  }
};
template <char C>
struct sign_twice : said_aside {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p != in.end() && *p == C) in.iterator() = st.over_twice(p);
    return true;
  }
};
/// The keyword, misspelt: said, and read as it, with the gap after it.
template <Letters W>
struct misspelt : said_only {
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end() || !is_name_begin(*p)) return false;
    const char* const e = st.over_misspelt(p, W.view());
    if (e == p) return false;
    in.iterator() = e;
    return attempt<going_on, A, Action, Control>(in, st);
  }
};

template <Letters W>
struct kw : pegtl::seq<word<W>, blanks> {};
template <Letters W>
struct kw_on : pegtl::seq<word<W>, going_on> {};
template <Letters W>
struct lead_kw : pegtl::seq<lead<W>, blanks> {};
template <Letters W>
struct belonging_kw : pegtl::seq<belonging<W>, blanks> {};
template <char C>
struct sign : pegtl::seq<pegtl::one<C>, blanks> {};
template <char C>
struct sign_on : pegtl::seq<pegtl::one<C>, going_on> {};

}  // namespace eligo::grammar
