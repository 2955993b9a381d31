// SPDX-License-Identifier: MIT
// Owns what the productions share while they read one file: gaps between tokens, what is open, and how a
// mistake is said exactly once. Knows no tree.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/characters.hpp"
#include "grammar/limits.hpp"
#include "grammar/statement.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace eligo::grammar {

using text::Code;
using text::Span;

/// Thrown when a counted limit is passed: an end of the declaration or of the parse, never an ordinary mismatch that
/// would let the grammar read the same bytes in another way. It has been reported before.
struct LimitPassed {
  const char* at = nullptr;
  bool of_declaration = false;  // what follows may be read
};

/// What is said to those who write something else into an amendment than versions.
inline constexpr std::string_view amendment_help =
    "an amendment adds versions, each on a line of its own: `since 2026-01-01 : …`";

/// What one token at a place is, for messages.
struct Found {
  const char* begin = nullptr;
  const char* end = nullptr;
  std::string words;  // "`since`", "the text `"…"`", "the end of the line"
};

/// What was written for the opener of a block, and what it was to be.
struct MeantOpener {
  const char* begin = nullptr;
  const char* end = nullptr;
  std::string ours;  // "" where no opener is meant
};

/// A bracket that opens something, and what it should be.
struct Bracket {
  const char* at = nullptr;
  char opening = '(';
  char closing = ')';
  bool is_other = false;  // another one stands there, which is said
};

/// A text in quotes of another kind.
struct OtherText {
  const char* begin = nullptr;  // of what stands between the quotes
  const char* end = nullptr;
  const char* after = nullptr;  // the closing quote
  bool closed = false;
};

/// A misspelt keyword that shows behind a value, and where to go on.
struct Slip {
  enum class Kind { nothing, comparison, rounding, counting, binding, quantifier, negation, cases };
  Kind kind = Kind::nothing;
  const char* at = nullptr;  // the word
  std::string_view meant;
  const char* next = nullptr;
};

/// Something that wants an `end`.
struct Open {
  const char* begin = nullptr;  // its opener: `all of`, `rule`
  const char* end = nullptr;
  const char* statement = nullptr;  // the line it belongs to
  std::uint32_t indent = 0;
  std::uint32_t inner = 0;  // the indent of the first statement in it
  bool flat = false;        // what stands in it is not indented: layout says nothing
  bool any = false;         // a statement stood in it
  bool suspected = false;   // layout says that its `end` was forgotten
};

class Scan {
 public:
  Scan(const text::SourceSet& sources, text::SourceId id, const Limits& limits);

  Limits limits;
  std::vector<text::Diagnostic> said;
  std::size_t unsaid = 0;  // more than limits.diagnostics
  std::vector<Span> comments, lost;
  std::vector<Statement>* outline = nullptr;  // where to write each statement that begins; mostly nowhere

  // -- places --
  const char* first;
  const char* last;
  void read_instead(std::string_view bytes);  // of the same length, before anything was read
  [[nodiscard]] std::uint32_t at(const char* p) const { return static_cast<std::uint32_t>(p - first); }
  [[nodiscard]] Span span(const char* b, const char* e) const { return {id_, at(b), at(e)}; }
  [[nodiscard]] const char* line_begin(const char* p) const;
  [[nodiscard]] const char* line_stop(const char* p) const;
  [[nodiscard]] const char* next_line(const char* p) const;  // the next token on a later line
  [[nodiscard]] std::uint32_t indent(const char* p) const;

  // -- gaps --
  int brackets = 0;  // inside them a line end is a blank
  int squares = 0;   // those of them that are `[`
  [[nodiscard]] const char* over_spaces(const char* p) const;
  /// Blanks; inside brackets line ends and comments too.
  [[nodiscard]] const char* over_blanks(const char* p);
  /// Blanks, comments and line ends.
  [[nodiscard]] const char* over_lines(const char* p);
  /// The end of the last token before p.
  [[nodiscard]] const char* trimmed(const char* p) const;
  /// Only blanks and comments stand between p and a line end before it.
  [[nodiscard]] bool first_on_line(const char* p) const;
  /// The first token of the lines below if nothing more stands on this one, else p. (p: after blanks.)
  [[nodiscard]] const char* continuation(const char* p);
  [[nodiscard]] bool at_line_end(const char* p) const {
    return p == last || *p == '\n' || *p == '\r' || *p == '#';
  }

  // -- tokens, for lookahead --
  [[nodiscard]] std::string_view word_at(const char* p) const;
  [[nodiscard]] bool is_word_at(const char* p, std::string_view word) const;
  /// p: at `"`; after the closing quote, or the line's end.
  [[nodiscard]] const char* after_text(const char* p) const;
  [[nodiscard]] const char* closed_text(const char* p) const;  // … nullptr where no quote closes it
  [[nodiscard]] const char* unterminated_end(const char* p) const;
  [[nodiscard]] const char* other_text_end(const char* p) const;  // without quotes, or in others; p: none
  /// A statement begins at p, on the line of the one before: the break between the two was lost.
  [[gnu::cold]] [[nodiscard]] bool joined_line_at(const char* p) const;
  [[nodiscard]] bool operand_at(const char* p) const;
  [[nodiscard]] bool top_word_at(const char* p) const;
  [[nodiscard]] bool block_opener_at(const char* p) const;
  [[nodiscard]] bool head_at(const char* p) const;       // `name :`, `name "label"`, `name all of`
  [[nodiscard]] bool sure_head_at(const char* p) const;  // the same, with its colon
  [[nodiscard]] bool lone_text_at(const char* p) const;  // a text that is all of its line
  [[nodiscard]] bool given_at(const char* p) const;      // `path literal`
  /// The `)` that closes one before p: on p's line, or on a later one before anything that no bracket holds.
  [[nodiscard]] const char* closing_bracket(const char* p) const;
  [[nodiscard]] bool row_at(const char* p) const;         // `literal , …`
  [[nodiscard]] bool rows_at(const char* p) const;        // such lines to an `end` that is not the last one
  [[nodiscard]] bool none_opens_at(const char* p) const;  // `none of`; `none` alone with deeper lines below
  [[nodiscard]] bool steps_at(const char* p) const;       // texts to an `end` that is not the last one
  [[gnu::cold]] [[nodiscard]] Found found(const char* p) const;
  /// The last word of p's line stands there as in `… : all of`; where the opener begins, or nullptr.
  [[nodiscard]] const char* opener_at_line_end(const char* p) const;
  /// p's line cannot stand alone: it ends in a comma, a colon, an operator, `and`, `or`, `not`.
  [[nodiscard]] bool goes_on(const char* line_end) const;

  // -- saying --
  /// Says it, unless p's line is already known to be hurt. nullptr: not said.
  [[gnu::cold]] text::Diagnostic* say(Code code, const char* b, const char* e, std::string message);
  /// The same for a mistake after which the line reads on as if it were right.
  [[gnu::cold]] text::Diagnostic* say_soft(Code code, const char* b, const char* e, std::string message);
  /// "expected WHAT, found …" at p; where p is on a later line, behind the last token, but where a statement begins or `here`.
  [[gnu::cold]] void expected(const char* p, std::string_view what,
                              std::span<const std::string_view> near = {}, bool here = false);
  [[nodiscard]] bool hurt(const char* p) const { return p >= hurt_begin_ && p <= hurt_end_; }
  // Newcomers' mistakes, each answered by name (mistakes.cpp).
  [[nodiscard]] const char* foreign_value_end(const char* p) const;
  [[gnu::cold]] void said_foreign_value(const char* b, const char* e);
  [[nodiscard]] const struct Foreign* foreign_comparison_at(const char* p) const;
  [[gnu::cold]] void said_foreign(const char* p, const struct Foreign& f);
  [[gnu::cold]] void said_capitals(const char* p, std::string_view word, std::string_view small);
  [[nodiscard]] std::size_t foreign_junction(const char* p, bool& is_or, bool say_it);
  [[nodiscard]] bool operator_missing_at(const char* p) const;
  [[gnu::cold]] void expected_operator(const char* p);
  [[gnu::cold]] void expected_operand(const char* p, std::string_view what);
  [[gnu::cold]] void said_chained(const char* p);
  [[gnu::cold]] void said_second_not(const char* b, const char* e);
  [[gnu::cold]] void said_not(const char* b, const char* e, std::string_view what);
  [[nodiscard]] const char* other_else_when(const char* p);
  [[nodiscard]] const char* other_else(const char* p, const char* from);
  [[gnu::cold]] void expected_when(const char* p);
  [[nodiscard]] bool else_text_at(const char* p) const;
  [[nodiscard]] bool misspelt_otherwise_at(const char* p) const;
  [[nodiscard]] const char* other_otherwise(const char* p, const char* from);
  [[gnu::cold]] void unexpected_in_condition(const char* p);
  // Signs that are too many, or others than ours (signs.cpp).
  [[gnu::cold]] [[nodiscard]] const char* needless_sign_end(const char* p) const;
  [[gnu::cold]] void said_needless_sign(const char* b, const char* e);
  [[gnu::cold]] [[nodiscard]] bool comma_meant_at(const char* p) const;
  [[gnu::cold]] void said_other_comma(const char* p);
  [[nodiscard]] bool colon_meant_at(const char* p) const;
  [[gnu::cold]] void said_other_colon(const char* p);
  // Brackets (brackets.cpp).
  const char* lost_bracket = nullptr;  // here one is missing, which is said
  void enter(const Bracket& bracket);
  void leave(const Bracket& bracket);
  /// Another bracket than `opening` stands there and is meant as it.
  [[gnu::cold]] [[nodiscard]] bool bracket_meant_at(const char* p, char opening) const;
  /// Says that the bracket at p is to be another one; false where it closes something else, or nothing.
  [[gnu::cold]] [[nodiscard]] bool said_other_closing(const char* p, const Bracket& bracket);
  /// The `]` that closes a list whose rest begins at p; nullptr where none does.
  [[gnu::cold]] [[nodiscard]] const char* closing_square(const char* p) const;
  [[gnu::cold]] [[nodiscard]] bool said_lost_bracket(const char* p);
  /// Values in brackets behind `one of`, where none are due.
  [[gnu::cold]] [[nodiscard]] bool said_listed_in_brackets(const char* p);
  [[nodiscard]] const char* listed_yes_or_no_end(const char* p) const;
  [[gnu::cold]] void said_listed_yes_or_no(const char* b, const char* e);
  // What is written for the opener of a block (openers.cpp).
  /// It, where the rest of the line from b on is one that is misspelt.
  [[gnu::cold]] [[nodiscard]] MeantOpener meant_opener_at(const char* b) const;
  /// Where the condition begins in which p stands: after the last `:` of its line, or where the line begins.
  [[nodiscard]] const char* condition_begin(const char* p) const;
  [[gnu::cold]] [[nodiscard]] bool block_meant_at(const char* p) const;
  [[gnu::cold]] MeantOpener said_meant_opener(const char* p);
  [[gnu::cold]] [[nodiscard]] bool said_number_in_letters(const char* p);
  /// The line above p was to open a block.
  [[gnu::cold]] [[nodiscard]] bool unopened_block_at(const char* p) const;
  /// The present statement begins at p, and was to stand in a block whose opener is lost.
  [[gnu::cold]] [[nodiscard]] bool lost_opener_at(const char* p) const;
  /// Passes over that block, with its `end`.
  [[gnu::cold]] [[nodiscard]] const char* over_unopened_block(const char* p);
  /// What to write instead of what stands at p where WHAT is expected, or "" (hints.cpp).
  [[nodiscard]] std::string_view hint_at(const char* p, std::string_view what) const;
  [[gnu::cold]] [[nodiscard]] bool figure_on_opener_at(const char* p) const;  // `value v = 9`
  /// The keyword that `word` of the text is nearly, of those that WHAT names and the others given; or "" (near.cpp).
  [[nodiscard]] std::string_view near_keyword(std::string_view word, std::string_view what,
                                              std::span<const std::string_view> near) const;
  /// A word that is nearly this keyword and is no other one.
  [[nodiscard]] bool is_misspelt_at(const char* p, std::string_view keyword) const;
  [[gnu::cold]] void said_misspelt(const char* p, std::string_view what, std::string_view meant);
  /// Says it and goes over the word; p where that is none such.
  [[gnu::cold]] [[nodiscard]] const char* over_misspelt(const char* p, std::string_view keyword);
  [[nodiscard]] std::string_view misspelt_at(const char* p, std::span<const std::string_view> keywords) const;
  [[nodiscard]] const char* word_before(const char* p) const;  // on p's line; p: none
  // Slips that show behind a value (slips.cpp).
  [[gnu::cold]] [[nodiscard]] bool junction_meant_at(const char* p) const;
  [[nodiscard]] std::size_t misspelt_junction(const char* p, bool& is_or);
  [[gnu::cold]] [[nodiscard]] bool later_keyword_meant_at(const char* p) const;
  /// The part of a fact that p begins, misspelt: on its line, or on one below that stands deeper; or "".
  [[nodiscard]] std::string_view part_meant_at(const char* p, const char* from) const;
  [[nodiscard]] const char* over_misspelt_not_covered(const char* p, bool before_if);
  [[gnu::cold]] [[nodiscard]] bool said_misspelt_yes(const char* no);
  [[gnu::cold]] [[nodiscard]] bool said_misspelt_scalar(const char* p);
  [[gnu::cold]] [[nodiscard]] bool said_misspelt_range(const char* value);
  [[gnu::cold]] [[nodiscard]] bool said_misspelt_one(const char* of);
  [[nodiscard]] std::string_view entry_word_meant_at(const char* p) const;
  [[gnu::cold]] [[nodiscard]] bool said_misspelt_column(const char* p, std::string_view what);
  [[gnu::cold]] [[nodiscard]] bool said_slip_behind_is(const char* p);
  [[nodiscard]] bool everyone_meant_at(const char* p) const;
  [[gnu::cold]] [[nodiscard]] bool list_ends_at(
      const char* p) const;  // what follows goes on from the list, and is no item
  [[gnu::cold]] [[nodiscard]] bool counting_meant_at(const char* p) const;
  [[gnu::cold]] [[nodiscard]] const char* over_misspelt_unit(const char* p);
  [[gnu::cold]] [[nodiscard]] bool then_follows(const char* p) const;
  [[gnu::cold]] [[nodiscard]] bool right_side_at(const char* p) const;  // of a comparison
  [[gnu::cold]] [[nodiscard]] Slip slip_after_value(const char* p) const;
  [[gnu::cold]] void said_slip(const Slip& slip);
  /// The same for a keyword or sign that stands before p too.
  [[gnu::cold]] [[nodiscard]] bool is_twice_at(const char* p) const;
  [[gnu::cold]] void said_twice(const char* p);
  [[gnu::cold]] [[nodiscard]] const char* over_twice(const char* p);
  /// The same for a number in pieces, as in `1 200,50`, where p is its second piece.
  [[nodiscard]] std::string_view number_hint_at(const char* p) const;
  [[gnu::cold]] void said_one_line_block(const char* p);
  [[nodiscard]] bool ends_in_end(const char* p) const;
  [[nodiscard]] bool other_end_at(const char* p);
  /// The end of the line's `end`, or of what other_end_at took for it.
  [[nodiscard]] const char* over_end(const char* p) const;
  [[nodiscard]] bool end_meant_at(const char* p, std::string_view word) const;
  [[nodiscard]] bool body_at(const char* p) const;
  [[nodiscard]] bool misspelt_part_of_test_at(const char* p) const;
  [[gnu::cold]] void expected_given(const char* p);
  [[nodiscard]] bool refused_in_amendment(const char* p);
  [[gnu::cold]] void expected_amendment(const char* p);
  [[nodiscard]] bool correct(const char* p, std::string_view what, std::span<const std::string_view> words);
  [[nodiscard]] bool correct_top(const char* p);
  /// `tests "title" as of`: one test is meant.
  [[gnu::cold]] [[nodiscard]] bool said_tests_for_test(const char* p);

  // What a tree takes from these; there is none here.
  void push_error(const char*) {}
  void push_junction(bool, const char*, const char*) {}
  void push_foreign_value(const char*, const char*) {}
  void set_meant_block(const MeantOpener&) {}
  void set_other_text(const char*) {}

  // Quotes that are missing, too many or of another kind (quotes.cpp).
  [[nodiscard]] bool other_quote_at(const char* p) const;
  [[gnu::cold]] [[nodiscard]] OtherText in_other_quotes(const char* p) const;
  [[nodiscard]] bool other_label_at(const char* p) const;  // a label in them, with its colon
  [[gnu::cold]] [[nodiscard]] bool stray_quote_at(const char* p) const;
  [[gnu::cold]] [[nodiscard]] const char* text_with_quotes_inside(const char* closed) const;
  [[gnu::cold]] [[nodiscard]] const char* over_text_with_quote_twice(const char* p, const char* e) const;
  /// The end of a text that is empty, not closed, or followed by another quote.
  [[gnu::cold]] [[nodiscard]] const char* odd_text_end(const char* p, const char* closed, bool say_it);
  [[gnu::cold]] void unterminated(const char* b, const char* e);
  [[gnu::cold]] [[nodiscard]] bool said_other_closing_quote(const char* p);
  [[gnu::cold]] void said_stray_quote(const char* p);
  [[gnu::cold]] void said_quotes_inside(const char* b, const char* e);
  [[gnu::cold]] void said_quote_twice(const char* p);
  [[gnu::cold]] void said_unquoted_text(const char* b, const char* e);
  [[gnu::cold]] void said_other_text(const char* b, const char* e);
  [[gnu::cold]] void fix(text::Diagnostic* d, std::string title, const char* b, const char* e,
                         std::string replacement) const;
  [[gnu::cold]] [[noreturn]] void stop(Code code, const char* b, const char* e, std::string message);
  [[nodiscard]] std::size_t errors() const { return said.size() + unsaid; }

  // -- passing over --
  /// To the end of the statement that p stands in: its line, and those that go on from it.
  [[nodiscard]] const char* skip_statement(const char* p);
  [[nodiscard]] const char* over_line(const char* p) const;  // to the end of p's line, before a comment
  [[nodiscard]] const char* skip_line(const char* p);        // what stands between is lost
  /// From a stray top-level line to the next top-level word at the start of a line.
  [[nodiscard]] const char* skip_to_top(const char* p);
  [[nodiscard]] const char* next_top(const char* p);
  void lose(const char* b, const char* e);

  // -- what is open --
  const char* statement = nullptr;  // where the present statement begins
  const char* opener_begin = nullptr;
  const char* opener_end = nullptr;
  void begin_declaration(const char* b, const char* e);
  void begin_statement(const char* p);
  bool deeper_than_before = false;  // the present statement stands deeper than the first one beside it
  void open();
  void close();
  void belongs(const char* p);  // `otherwise`, `cites` … on a line of its own
  void closed_by_end(const char* p);
  [[gnu::cold]] void missing_end(const char* p);               // at p: said once, where layout shows it
  std::vector<std::pair<const char*, const char*>> put_aside;  // declarations inside others, still to be read
  [[gnu::cold]] [[nodiscard]] const char* over_declaration_inside(const char* p);
  /// The first line of the declaration stands there once more, with nothing between.
  [[nodiscard]] bool opener_again_at(const char* p) const;
  [[gnu::cold]] void opener_again(const char* p);
  std::uint32_t depth = 0;
  void deeper(const char* p);
  std::uint32_t cases = 0;              // `when` inside one another
  std::size_t errors_before_cases = 0;  // at the outermost of them

  // -- names that were said to be none (names.cpp): where they are used nothing more is said --
  /// Says that what is declared can never be used, where the word is read as a keyword.
  void refuse_name(const char* p);
  void refuse_type_name(const char* p);
  /// Names that another file declares. They stay where they are as long as this file is read.
  void refuse_elsewhere(const std::vector<std::string>& words) {
    refused_.assign(words.begin(), words.end());
  }
  void add_refused(std::vector<std::string>& to) const;
  [[nodiscard]] bool is_refused(std::string_view word) const {
    return !refused_.empty() && was_refused(word);
  }

  // -- a misspelt keyword that was said and is read as the right one --
  const char* corrected_at = nullptr;
  std::string_view corrected;

 private:
  struct Suspect {
    const char* previous_end;
    const char* p;
    Open open;
  };
  void suspect(const char* p, Open& open);
  [[nodiscard]] Suspect likeliest_suspect(const char* p);
  [[nodiscard]] std::pair<const char*, const char*> place_of(const Suspect& s);
  template <typename Is>
  [[nodiscard]] bool lines_to_inner_end(const char* p, Is is) const;
  [[nodiscard]] const char* over_name(const char* p) const;
  [[nodiscard]] const char* over_literal(const char* p) const;
  void hurt_line(const char* p);
  [[nodiscard]] const char* end_in_quotes(const char* p) const;
  [[nodiscard]] bool is_last_value(const char* p) const;
  [[nodiscard]] bool is_value_of_enum(const char* p) const;
  [[gnu::cold]] [[nodiscard]] bool was_refused(std::string_view word) const;
  text::Diagnostic* say_name(const char* p, std::string_view why);
  text::Diagnostic* push(Code code, const char* b, const char* e, std::string message);

  text::SourceId id_;
  std::vector<std::string_view> refused_;
  const char* said_bracket_ = nullptr;
  const char* hurt_begin_ = nullptr;
  const char* hurt_end_ = nullptr;
  const char* continued_from_ = nullptr;
  const char* continued_to_ = nullptr;
  const char* comments_to_ = nullptr;
  const char* missing_end_said_at_ = nullptr;
  text::Diagnostic unheard_;
  std::vector<Open> open_;
  static constexpr std::size_t most_columns = 100;              // of what stands deeper nobody asks
  mutable std::array<const char*, most_columns> stop_below_{};  // by indent: where what is less deep begins
  std::vector<Suspect> suspects_;
};

/// The user's text in backticks, cut at a character where it is long.
[[nodiscard]] std::string in_backticks(const char* b, const char* e);
/// A word of another language or habit, which has a hint of its own.
[[nodiscard]] bool is_habit(std::string_view word);
/// Over name characters and letters of other alphabets than ASCII's, as in `règle`.
[[nodiscard]] const char* over_letters(const char* p, const char* last);
/// The bytes of the no-break space with which a text begins, or 0.
[[nodiscard]] std::size_t no_break_space(std::string_view text);

}  // namespace eligo::grammar
