// SPDX-License-Identifier: MIT
// Owns the productions of single tokens: names, numbers, dates, texts. Each leaves the gap after it to its
// user.
#pragma once

#include "grammar/parse.hpp"
#include "grammar/recover.hpp"
#include "grammar/words.hpp"

namespace eligo::grammar {

// identifier <- [A-Za-z][A-Za-z0-9_]*
struct identifier {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const std::size_t n = st.word_at(in.current()).size();
    in.bump_in_this_line(n);
    return n != 0;
  }
};

// name <- !reserved identifier
struct name {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const std::string_view w = st.word_at(in.current());
    if (w.empty() || is_reserved(w)) return false;
    in.bump_in_this_line(w.size());
    return true;
  }
};

// A reserved word where a name is due: it is reported as that, and read as the name.
// Departure: not on paper; words that the production itself goes on with (`from`, `of`, `as`) are left to it.
struct reserved_name {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    const std::string_view w = st.word_at(p);
    if (w.empty() || w == "from" || w == "of" || w == "as" || w == "is" || w == "end") return false;
    if (st.is_twice_at(p)) return false;
    if constexpr (A == pegtl::apply_mode::action) {
      const std::string spelling(w);
      if (auto* d = st.say_soft(Code::syntax_reserved_word, p, p + w.size(),
                                "`" + spelling + "` is a reserved word and cannot be a name")) {
        d->help.push_back("add a letter or `_`: `" + spelling + "_`");
        st.fix(d, "write `" + spelling + "_`", p, p + w.size(), spelling + "_");
      }
    }
    in.bump_in_this_line(w.size());
    return true;
  }
};

// The same for an item of a list: a reserved word that begins a line is never meant as one.
struct reserved_item {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (st.over_spaces(st.line_begin(p)) == p) return false;
    return attempt<reserved_name, A, Action, Control>(in, st);
  }
};

// path <- name ('.' identifier)*                 (after a dot every word is a name)
struct path {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* p = in.current();
    const std::string_view w = st.word_at(p);
    if (w.empty() || is_reserved(w)) return false;
    p += w.size();
    while (p != in.end() && *p == '.') {
      const std::size_t n = st.word_at(p + 1).size();
      if (n == 0) break;
      p += n + 1;
    }
    in.iterator() = p;
    return true;
  }
};

// number <- [0-9]+ ('.' [0-9]+)*
struct digits
    : pegtl::seq<pegtl::plus<pegtl::digit>, pegtl::star<pegtl::one<'.'>, pegtl::plus<pegtl::digit>>> {};
// number_literal <- number (blank* '%')?
struct number_literal : pegtl::seq<digits, pegtl::opt<pegtl::star<pegtl::blank>, pegtl::one<'%'>>> {};

// date <- [0-9]{4} '-' [0-9]{2} '-' [0-9]{2}     (that there is such a day is asked by the action)
struct iso_date
    : pegtl::seq<pegtl::rep<4, pegtl::digit>, pegtl::one<'-'>, pegtl::rep<2, pegtl::digit>, pegtl::one<'-'>,
                 pegtl::rep<2, pegtl::digit>, pegtl::not_at<pegtl::sor<pegtl::alnum, pegtl::one<'-', '_'>>>> {
};

// Says what is wrong with a date in another form, and what to write where that is known.
[[gnu::cold]] void said_other_date(Scan& scan, const char* b, const char* e);

// other_date <- digits separator digits separator digits, as people write it: 26/05/2025, 26.05.2025 with a
// slash or dash somewhere, 2025-5-3, 2025–05–26. It is reported and read as a lost date. Departure: `2025-5-3` without
// blanks would be a subtraction on paper; nobody means that.
struct other_date {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* p = in.current();
    const auto run = [&](std::size_t most) {
      const char* b = p;
      while (p != in.end() && is_digit(*p)) ++p;
      return p != b && static_cast<std::size_t>(p - b) <= most;
    };
    const char* const b = p;
    const auto mark = [&](char& is) {  // any dash is a dash
      if (p == in.end()) return false;
      const std::size_t other = other_dash({p, static_cast<std::size_t>(in.end() - p)});
      is = other != 0 ? '-' : *p;
      p += other != 0 ? other : 1;
      return is == '/' || is == '-';
    };
    char first = 0, second = 0;
    if (!run(4) || !mark(first) || !run(2) || !mark(second) || first != second || !run(4)) return false;
    while (p != in.end() && is_name_char(*p)) ++p;  // as in `2025-01-01T`
    if constexpr (A == pegtl::apply_mode::action) {
      said_other_date(st, b, p);
    }
    in.iterator() = p;
    return true;
  }
};

// text <- '"' (escape / placeholder / [^"\n\r])* '"'      (escapes and placeholders are read by the action)
// A text without a closing quote ends with its line, but for what makes the line go on: a last comma, or a
// colon with a blank before it and the condition after it.
struct quoted_text {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (p == in.end() || *p != '"') return false;
    const char* e = st.closed_text(p);
    if (e == nullptr || e - p == 2 || (e != in.end() && (*e == '"' || is_latin_char(*e)))) [[unlikely]]
      e = st.odd_text_end(p, e, A == pegtl::apply_mode::action);
    in.iterator() = e;
    return true;
  }
};

// What people write where a text in quotes is due: words without quotes, or quotes of another kind.
struct other_text {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (st.at_line_end(p)) return false;
    const char* const e = st.other_text_end(p);
    if (e == p) return false;
    if constexpr (A == pegtl::apply_mode::action) st.said_other_text(p, e);
    in.iterator() = e;
    return true;
  }
};

// A text in quotes of another kind, where one may stand.
struct other_label {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    const char* const p = in.current();
    if (!st.other_quote_at(p)) return false;
    const char* const e = st.in_other_quotes(p).after;
    if constexpr (A == pegtl::apply_mode::action) {
      st.said_other_text(p, e);
      st.set_other_text(p);
    }
    in.iterator() = e;
    return true;
  }
};
struct other_quote {
  using rule_t = consumes;
  using subs_t = pegtl::empty_list;
  ELIGO_MATCH {
    if (!st.other_quote_at(in.current())) return false;
    in.bump_in_this_line(1);
    return true;
  }
};

// quoted <- text, where a text must stand.
template <Letters What>
struct quoted : pegtl::seq<pegtl::sor<quoted_text, other_text, expect<quoted_text, What>>, blanks> {};

// label <- text
struct label : pegtl::seq<pegtl::sor<quoted_text, other_label>, blanks> {};

}  // namespace eligo::grammar
