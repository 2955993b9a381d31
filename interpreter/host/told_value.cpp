// SPDX-License-Identifier: MIT
// Owns the reading of values by type. A new type has one case in each switch.
#include "interpreter/host/told_value.hpp"

#include <algorithm>
#include <charconv>

#include "grammar/days.hpp"
#include "grammar/text/suggest.hpp"
#include "interpreter/check/literals.hpp"
#include "interpreter/host/characters.hpp"
#include "interpreter/host/profile_codes.hpp"
#include "interpreter/host/shown.hpp"
#include "interpreter/types/nfc.hpp"
#include "interpreter/types/possible.hpp"

namespace eligo::host {

using check::TableDef;
using types::Base;
using types::Decimal;
using types::Item;
using types::Type;
using types::Value;

namespace {

std::string in_backticks(std::string_view text) {
  return "`" + shortly(text) + "`";
}

bool holds(Base base, const Value& value) {
  switch (base) {
    case Base::error:
      return false;
    case Base::yes_or_no:
      return std::holds_alternative<bool>(value);
    case Base::whole:
      return std::holds_alternative<std::int64_t>(value);
    case Base::decimal:
    case Base::money:
      return std::holds_alternative<Decimal>(value);
    case Base::date:
      return std::holds_alternative<types::Date>(value);
    case Base::version:
      return std::holds_alternative<types::Version>(value);
    case Base::text:
      return std::holds_alternative<std::string>(value);
    case Base::enumeration:
    case Base::key:
      return std::holds_alternative<Item>(value);
  }
  return false;
}

std::string_view without_zeros(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

}  // namespace

ToldValue::ToldValue(const check::Checked& checked, check::Index fact)
    : checked_(checked), fact_(checked.facts[fact]) {}

ValueOrFault ToldValue::read(std::string_view text, Written written) const {
  if (text == "none" && written != Written::as_json_number) {
    if (fact_.type.or_none) return ValueOrFault(std::in_place_index<0>);  // a Value begins as none
    if (fact_.type.base != Base::text)
      return Fault{
          profile_code::none,
          "expected " + words_of(checked_, fact_.type) + " for `" + std::string(name()) + "`, found `none`",
          "leave it out where it is not known"};
  }
  ValueOrFault read = read_as(fact_.type, text, written);
  if (const Value* value = std::get_if<Value>(&read))
    if (auto fault = check(*value)) return *fault;
  return read;
}

std::optional<Fault> ToldValue::check(const Value& value) const {
  if (types::is_none(value)) {
    if (fact_.type.or_none) return std::nullopt;
    return mismatch(profile_code::none, "none", "none");
  }
  if (!holds(fact_.type.base, value)) return mismatch(profile_code::type, "a value of another kind", "");
  const auto* text = std::get_if<std::string>(&value);
  if (text && fact_.type.or_none && *text == "none")  // JSON could not say it back: there it is the word none
    return mismatch(profile_code::none, "the text none", "");
  if (const auto* item = std::get_if<Item>(&value)) {
    const std::size_t most = fact_.type.base == Base::key ? checked_.tables[fact_.type.of].rows
                                                          : checked_.enums[fact_.type.of].values.size();
    if (item->index >= most) return mismatch(profile_code::value, "a value beyond the last one", "");
  }
  if (const auto* number = std::get_if<Decimal>(&value);
      number &&
      (number->places() > types::told_places || number->integer_digits() > types::told_integer_digits))
    return too_many_digits(fact_.type.base);
  const bool below = fact_.from && check::compare(value, *fact_.from) < 0;
  const bool above = fact_.to && check::compare(value, *fact_.to) > 0;
  if (!below && !above) return std::nullopt;
  std::string range;
  if (fact_.from) range += " from " + spell(checked_, fact_.type, *fact_.from);
  if (fact_.to) range += (fact_.from ? " to " : " up to ") + spell(checked_, fact_.type, *fact_.to);
  const std::string found = is_private() ? "a value outside of it (private, so not shown)"
                                         : in_backticks(spell(checked_, fact_.type, value));
  return Fault{profile_code::range, "`" + std::string(name()) + "` goes" + range + ", found " + found, ""};
}

Fault ToldValue::mismatch(std::string_view code, std::string_view kind, std::string_view value,
                          std::string help) const {
  std::string message = "expected " + words_of(checked_, fact_.type) + " for `" + std::string(name()) +
                        "`, found " + std::string(kind);
  if (is_private())
    message += " (private, so not shown)";
  else if (!value.empty() && value != kind)
    message += " " + in_backticks(value);
  return {code, std::move(message), std::move(help)};
}

Fault ToldValue::not_read(Type type, std::string_view text, std::string help) const {
  const std::string found = is_private()   ? "something else (private, so not shown)"
                            : text.empty() ? "an empty text"
                                           : in_backticks(text);
  return {profile_code::value,
          "expected " + words_of(checked_, type) + " for `" + std::string(name()) + "`, found " + found,
          std::move(help)};
}

Fault ToldValue::too_many_digits(Base base) const {
  std::string most = base == Base::whole
                         ? "whole numbers from -9223372036854775808 to 9223372036854775807"
                         : "at most " + std::to_string(types::told_integer_digits) +
                               " digits before the point (limit `told_integer_digits`) and " +
                               std::to_string(types::told_places) + " after it (limit `told_places`)";
  return {profile_code::digits, "`" + std::string(name()) + "` takes " + most + ", found more", ""};
}

std::string ToldValue::did_you_mean(std::string_view nearest) const {
  // What a private value is near to tells much of it.
  return nearest.empty() || is_private() ? "" : "did you mean `" + std::string(nearest) + "`?";
}

std::string ToldValue::date_help(std::string_view text) const {
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') return "the calendar has no such day";
  const auto days = is_private() ? std::nullopt : grammar::days_meant(text);
  return days ? grammar::day_help(*days) : "write year, month, day: 2025-12-31";
}

ValueOrFault ToldValue::read_as(Type type, std::string_view text, Written written) const {
  switch (type.base) {
    case Base::error:
      break;
    case Base::yes_or_no:
      if (text == "yes" || text == "no") return Value(text == "yes");
      return not_read(type, text, "write `yes` or `no`");
    case Base::whole:
    case Base::decimal:
    case Base::money:
      return number(type.base, text, written);
    case Base::date:
      if (const auto date = types::Date::parse(text)) return Value(*date);
      return not_read(type, text, date_help(text));
    case Base::version:
      if (const auto version = types::Version::parse(text)) return Value(*version);
      return not_read(type, text, "a version has up to 4 parts of 0 to 65535, with points between");
    case Base::text:
      return Value(types::nfc(text));
    case Base::enumeration:
      return enum_value(type, text);
    case Base::key:
      return key(checked_.tables[type.of], text, written);
  }
  return not_read(type, text);
}

namespace {

// As in `12,50` and `12 000`; the blank may be one at which no line is broken.
bool is_in_pieces(std::string_view number) {
  const auto is_digit = [&](std::size_t at) {
    return at < number.size() && number[at] >= '0' && number[at] <= '9';
  };
  for (const std::string_view mark : {",", " ", "\u00A0", "\u202F"})
    if (const std::size_t at = number.find(mark);
        at != std::string_view::npos && at != 0 && is_digit(at - 1) && is_digit(at + mark.size()))
      return true;
  return false;
}

// The digits before `%`; all of it where there is none.
std::string_view before_percent(std::string_view number) {
  if (number.empty() || number.back() != '%') return number;
  number.remove_suffix(1);
  while (!number.empty() && is_blank(number.back())) number.remove_suffix(1);
  return number;
}

}  // namespace

ValueOrFault ToldValue::number(Base base, std::string_view text, Written written) const {
  const Type type{base, fact_.type.or_none, 0};
  const std::string_view digits = before_percent(text);
  const bool is_percentage = digits.size() < text.size();
  bool too_long = false;
  auto decimal = Decimal::parse(digits, written == Written::as_json_number, &too_long);
  if (!decimal && !too_long)
    return not_read(
        type, text,
        is_in_pieces(digits) ? "write a point before the decimals, and nothing between thousands" : "");
  if (is_percentage) {
    if (base != Base::decimal) return not_read(type, text, "write the number alone, without `%`");
    if (decimal) decimal = Decimal::multiply(*decimal, *Decimal::parse("0.01"));
    if (!decimal) return too_many_digits(base);
    if (written == Written::in_words) return Value(*decimal);
    return not_read(type, text,
                    is_private() ? "write it as a number, not in per cent"
                                 : "write it as a number: `" + decimal->str() + "`");
  }
  if (base == Base::whole) {
    std::int64_t whole = 0;
    const char* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, whole);
    if (at != end) return not_read(type, text, "write it without point and exponent");
    if (error != std::errc()) return too_many_digits(base);
    return Value(whole);
  }
  if (too_long) return too_many_digits(base);
  return Value(*decimal);
}

ValueOrFault ToldValue::enum_value(Type type, std::string_view text) const {
  const check::EnumDef& of = checked_.enums[type.of];
  const text::NameId name = checked_.names->find(text);
  for (std::uint32_t i = 0; name != 0 && i < of.values.size(); ++i)
    if (of.values[i].name == name) return Value(Item{i});
  std::vector<std::string_view> names;
  for (const auto& value : of.values) {
    names.push_back(checked_.names->view(value.name));
    if (is_label(value.label, text)) return not_read(type, text, did_you_mean(names.back()));
  }
  if (of.lists_none) names.push_back("none");
  return not_read(type, text, did_you_mean(text::nearest(text, names)));
}

// The label in any language of the ruleset: `France` for FR.
bool ToldValue::is_label(check::TextId label, std::string_view text) const {
  const std::string told = types::key_form(text);
  const auto says = [&](check::TextId id) {
    const auto pieces = checked_.ast->pieces_of(id);
    return pieces.size() == 1 && types::key_form(pieces[0].characters) == told;
  };
  if (label == 0) return false;
  const auto translated = [&](const auto& language) {
    const auto at = language.find(label);
    return at != language.end() && says(at->second);
  };
  return says(label) || std::any_of(checked_.translations.begin(), checked_.translations.end(), translated);
}

// Keys are told in the spelling of their column's type; the table knows them by their canonical text.
ValueOrFault ToldValue::key(const TableDef& table, std::string_view text, Written written) const {
  const Type column = table.columns[table.key].type;
  std::string canonical;
  if (column.base == Base::text) {
    canonical = types::key_form(text);
  } else {
    ValueOrFault cell = read_as(column, text, written);
    if (const Value* value = std::get_if<Value>(&cell)) canonical = check::key_text(*value, column, checked_);
  }
  if (const auto row = table.row_of.find(canonical); row != table.row_of.end())
    return Value(Item{row->second});
  return not_read(fact_.type, text, did_you_mean(nearest_key(text)));
}

// A spreadsheet that took the zeros away is the usual reason.
std::string ToldValue::nearest_key(std::string_view text) const {
  if (is_private() || fact_.type.base != Base::key) return "";
  const TableDef& table = checked_.tables[fact_.type.of];
  std::vector<std::string> keys;
  keys.reserve(table.rows);
  for (const Value& cell : table.columns[table.key].cells) {
    keys.push_back(spell(checked_, table.columns[table.key].type, cell));
    if (without_zeros(keys.back()) == without_zeros(text)) return keys.back();
  }
  // The name that people see, where it is the name of one row alone.
  if (table.shown_as != check::nowhere) {
    const std::string shown = types::key_form(text);
    std::vector<std::size_t> rows;
    const std::vector<Value>& cells = table.columns[table.shown_as].cells;
    for (std::size_t row = 0; row < cells.size(); ++row)
      if (const auto* cell = std::get_if<std::string>(&cells[row]); cell && types::key_form(*cell) == shown)
        rows.push_back(row);
    if (rows.size() == 1) return keys[rows[0]];
  }
  const std::vector<std::string_view> views(keys.begin(), keys.end());
  return std::string(text::nearest(text, views));
}

std::string words_of(const check::Checked& checked, Type type) {
  constexpr std::size_t most_named = 6;
  const std::string or_none = type.or_none ? " or none" : "";
  switch (type.base) {
    case Base::error:
      break;
    case Base::yes_or_no:
      return type.or_none ? "yes, no or none" : "yes or no";
    case Base::whole:
      return "a whole number" + or_none;
    case Base::decimal:
      return "a number" + or_none;
    case Base::money:
      return "an amount of money" + or_none;
    case Base::date:
      return "a date such as 2025-12-31" + or_none;
    case Base::version:
      return "a version such as 16.1" + or_none;
    case Base::text:
      return "a text" + or_none;
    case Base::key:
      return "a key of the table `" + std::string(checked.names->view(checked.tables[type.of].name)) + "`" +
             or_none;
    case Base::enumeration: {
      const check::EnumDef& of = checked.enums[type.of];
      std::string words = "one of ";
      for (std::size_t i = 0; i < of.values.size() && i < most_named; ++i) {
        if (i > 0) words += ", ";
        words += checked.names->view(of.values[i].name);
      }
      if (of.values.size() > most_named) words += ", … (" + std::to_string(of.values.size()) + " in all)";
      return words + or_none;
    }
  }
  return "nothing";
}

std::string spell(const check::Checked& checked, Type type, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* item = std::get_if<Item>(&value); item && type.base == Base::key) {
    const TableDef& table = checked.tables[type.of];
    const TableDef::Column& key = table.columns[table.key];
    return spell(checked, key.type, key.cells[item->index]);
  }
  return check::written(value, type, checked);
}

}  // namespace eligo::host
