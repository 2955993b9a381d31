// SPDX-License-Identifier: MIT
// Owns the reading of single cells; each habit of a spreadsheet is answered with the spelling that is meant.
#include "interpreter/check/cells.hpp"

#include <algorithm>
#include <array>

#include "grammar/days.hpp"
#include "grammar/text/suggest.hpp"
#include "interpreter/check/literals.hpp"
#include "interpreter/types/nfc.hpp"

namespace eligo::check {
namespace {

using types::Base;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// `-16.10`, `80 %`; nothing where it is no number in any type.
std::optional<Digits> number_in(std::string_view cell) {
  Digits number;
  number.negative = cell.front() == '-';
  if (number.negative) cell.remove_prefix(1);
  number.percent = !cell.empty() && cell.back() == '%';
  if (number.percent) cell.remove_suffix(1);
  while (number.percent && !cell.empty() && (cell.back() == ' ' || cell.back() == '\t'))
    cell.remove_suffix(1);
  number.digits = cell;
  const auto in_number = [](char c) { return is_digit(c) || c == '.'; };
  if (cell.empty() || !is_digit(cell.front()) || !is_digit(cell.back()) ||
      !std::all_of(cell.begin(), cell.end(), in_number))
    return std::nullopt;
  return number;
}

std::optional<Value> plain_value(Context& c, std::string_view cell, Type type) {
  if (type.or_none && type.base != Base::text && cell == "none") return types::None{};
  std::string why;
  switch (type.base) {
    case Base::whole:
    case Base::decimal:
    case Base::money:
    case Base::version:
      if (const auto number = number_in(cell)) return number_as(*number, type.base, why);
      return std::nullopt;
    case Base::date:
      if (const auto date = types::Date::parse(cell)) return *date;
      return std::nullopt;
    case Base::yes_or_no:
      if (cell == "yes" || cell == "no") return cell == "yes";
      return std::nullopt;
    case Base::text:
      if (type.or_none && cell == "none") return std::nullopt;  // no profile could tell such a text from none
      return types::nfc(cell);
    case Base::enumeration: {
      const NameId name = c.names.find(cell);
      const Index item = name == 0 ? nowhere : c.item(type.of, name);
      return item == nowhere ? std::nullopt : std::optional<Value>(types::Item{item});
    }
    case Base::key: {
      const auto& rows = c.out.tables[type.of].row_of;
      const auto row = rows.find(types::key_form(cell));
      return row == rows.end() ? std::nullopt : std::optional<Value>(types::Item{row->second});
    }
    case Base::error:
      break;
  }
  return std::nullopt;
}

void date_habits(std::string_view cell, CellProblem& problem) {
  const auto days = grammar::days_meant(cell);
  if (days && days->size() == 1)
    problem.right = days->front();
  else
    problem.help = days ? grammar::day_help(*days) : "a date is written like `2025-05-26`";
}

void number_habits(Context& c, std::string_view cell, Type type, CellProblem& problem) {
  std::string cleaned;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const std::string_view rest = cell.substr(i);
    if (rest.substr(0, 2) == "\xC2\xA0") {
      i += 1;
    } else if (rest.substr(0, 3) == "\xE2\x80\xAF" ||
               rest.substr(0, 3) == "\xE2\x82\xAC") {  // narrow blank, €
      i += 2;
    } else if (cell[i] != ' ' && cell[i] != '\'' && cell[i] != '$' && cell[i] != '"') {
      cleaned += cell[i];
    }
  }
  const bool points = cleaned.find('.') != std::string::npos;
  for (char& digit : cleaned)
    if (digit == ',' && !points) digit = '.';
  if (points) cleaned.erase(std::remove(cleaned.begin(), cleaned.end(), ','), cleaned.end());
  if (type.base == Base::whole && cleaned.size() > 2 && cleaned.substr(cleaned.size() - 2) == ".0")
    cleaned.resize(cleaned.size() - 2);
  if (!cleaned.empty() && plain_value(c, cleaned, type)) problem.right = cleaned;
  if (!problem.right.empty()) return;
  const auto number = number_in(cell);
  const bool has_point = number && number->digits.find('.') != std::string_view::npos;
  if (number && (number->percent || type.base != Base::whole || !has_point))
    (void)number_as(*number, type.base, problem.help);  // a number, but none of this type
  else if (type.base != Base::version)
    problem.help = type.base == Base::whole ? "write digits only, as in `1500`"
                                            : "write digits with a point, as in `1500.50`";
}

void word_habits(Context& c, std::string_view cell, Type type, CellProblem& problem) {
  const std::string word = in_small_letters(cell);
  if (type.base == Base::yes_or_no) {
    for (const std::string_view yes : {"yes", "true", "y", "1", "oui", "vrai", "x", "ja"})
      if (word == yes) problem.right = "yes";
    for (const std::string_view no : {"no", "false", "n", "0", "non", "faux", "nein"})
      if (word == no) problem.right = "no";
    if (problem.right.empty()) problem.help = "write `yes` or `no`";
    return;
  }
  const EnumDef& of = c.out.enums[type.of];
  for (const EnumDef::Item& value : of.values)
    if (in_small_letters(c.view(value.name)) == word ||
        (value.label != 0 && in_small_letters(c.plain(value.label)) == word))
      problem.right = std::string(c.view(value.name));
  if (problem.right.empty() && c.may_search(of.values.size()))
    problem.right = std::string(text::nearest(cell, c.values_of(type.of)));
}

void key_habits(Context& c, std::string_view cell, Type type, CellProblem& problem) {
  const TableDef& table = c.out.tables[type.of];
  std::string padded(cell);
  for (int i = 0; i < 3 && problem.right.empty(); ++i) {
    padded.insert(0, 1, '0');
    if (table.row_of.count(padded) != 0) problem.right = padded;
  }
  for (std::string& other : in_other_letters(cell))
    if (problem.right.empty() && table.row_of.count(other) != 0) problem.right = std::move(other);
  const std::string short_one(cell.substr(std::min(cell.find_first_not_of('0'), cell.size())));
  if (short_one.size() < cell.size() && table.row_of.count(short_one) != 0)
    problem.help = "the table has `" + short_one + "`: did a spreadsheet drop its `0`?";
  else
    problem.help = "its keys are those of the table " + c.tick(table.name);
}

}  // namespace

std::string_view trimmed(std::string_view cell) {
  const auto cut = [&](bool front) {
    for (const std::string_view blank : {" ", "\t", "\xC2\xA0", "\xE2\x80\xAF"}) {
      const bool there =
          front ? cell.substr(0, blank.size()) == blank
                : cell.size() >= blank.size() && cell.substr(cell.size() - blank.size()) == blank;
      if (!there) continue;
      front ? cell.remove_prefix(blank.size()) : cell.remove_suffix(blank.size());
      return true;
    }
    return false;
  };
  const auto may_be_blank = [](char c) {
    return c == ' ' || c == '\t' || static_cast<unsigned char>(c) >= 0x80;
  };
  while (!cell.empty() && may_be_blank(cell.front()) && cut(true)) {
  }
  while (!cell.empty() && may_be_blank(cell.back()) && cut(false)) {
  }
  return cell;
}

std::array<std::string, 2> in_other_letters(std::string_view key) {
  std::array<std::string, 2> other = {in_small_letters(key), std::string(key)};
  for (char& letter : other[1])
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  return other;
}

std::optional<Value> read_cell(Context& c, std::string_view cell, Span span, Type type, bool is_key,
                               CellProblem& problem) {
  const std::string_view inside = trimmed(cell);
  const bool blanks = inside.size() < cell.size();
  if (!is_key || !blanks)
    if (std::optional<Value> value = plain_value(c, cell, type)) return value;
  problem.message =
      "expected " + c.words(type) + ", found " + (inside.empty() ? "nothing but blanks" : c.quote(span));
  if (blanks && !inside.empty() && plain_value(c, inside, type)) {
    const bool before = inside.data() != cell.data();
    const bool after = inside.data() + inside.size() != cell.data() + cell.size();
    problem.message = std::string("there is a blank ") +
                      (before ? (after ? "before and after" : "before") : "after") + " `" +
                      std::string(inside) + "`";
    problem.right = std::string(inside);
    return std::nullopt;
  }
  switch (type.base) {
    case Base::date:
      date_habits(inside, problem);
      break;
    case Base::whole:
    case Base::decimal:
    case Base::money:
    case Base::version:
      number_habits(c, inside, type, problem);
      break;
    case Base::yes_or_no:
    case Base::enumeration:
      word_habits(c, inside, type, problem);
      break;
    case Base::key:
      key_habits(c, inside, type, problem);
      break;
    case Base::text:
      problem.help = "nobody could tell such a text from none: where nothing stands, leave the cell empty";
      break;
    case Base::error:
      break;
  }
  return std::nullopt;
}

}  // namespace eligo::check
