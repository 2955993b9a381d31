// SPDX-License-Identifier: MIT
// Owns the reading and the spelling of single values.
#include "interpreter/check/literals.hpp"

#include <algorithm>
#include <charconv>

#include "interpreter/types/nfc.hpp"

namespace eligo::check {

using types::Base;
using types::Decimal;

namespace {

std::optional<Value> whole_of(const std::string& signed_digits, std::string& why) {
  if (signed_digits.find('.') != std::string::npos) {
    why = "a whole number is written without a point";
    return std::nullopt;
  }
  std::int64_t whole = 0;
  const char* end = signed_digits.data() + signed_digits.size();
  const auto [at, error] = std::from_chars(signed_digits.data(), end, whole);
  if (error == std::errc{} && at == end) return whole;
  why = "a whole number lies between -9223372036854775808 and 9223372036854775807";
  return std::nullopt;
}

std::optional<Value> decimal_of(const std::string& signed_digits, bool percent, std::string& why) {
  bool too_long = false;
  std::optional<Decimal> number = Decimal::parse(signed_digits, false, &too_long);
  if (number && percent) number = Decimal::multiply(*number, *Decimal::parse("0.01"));
  if (number) return *number;
  why = too_long || percent ? "a number has at most 34 digits" : "a number has at most one point";
  return std::nullopt;
}

}  // namespace

std::optional<Value> number_as(Digits number, Base base, std::string& why) {
  const std::string signed_digits = (number.negative ? "-" : "") + std::string(number.digits);
  if (number.percent && base != Base::decimal) {
    why = "a percentage is a decimal number";
    return std::nullopt;
  }
  switch (base) {
    case Base::whole:
      return whole_of(signed_digits, why);
    case Base::decimal:
    case Base::money:
      return decimal_of(signed_digits, number.percent, why);
    case Base::version:
      if (const auto version = types::Version::parse(signed_digits)) return *version;
      why = number.negative ? "a version has no sign" : "a version has up to 4 parts of 0 to 65535";
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

std::string key_text(const Value& key, Type type, const Checked& checked) {
  if (const auto* text = std::get_if<std::string>(&key)) return types::key_form(*text);
  return written(key, type, checked);
}

std::string written(const Value& value, Type type, const Checked& checked) {
  struct Writer {
    Type type;
    const Checked& checked;
    std::string operator()(types::None) const { return "none"; }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
    std::string operator()(std::int64_t whole) const { return std::to_string(whole); }
    std::string operator()(const Decimal& number) const { return number.str(); }
    std::string operator()(types::Date date) const { return date.iso(); }
    std::string operator()(types::Version version) const { return version.str(); }
    std::string operator()(const std::string& text) const { return '"' + text + '"'; }
    std::string operator()(types::Item item) const {
      if (type.base == Base::enumeration)
        return std::string(checked.names->view(checked.enums[type.of].values[item.index].name));
      const TableDef& table = checked.tables[type.of];
      const TableDef::Column& key = table.columns[table.key];
      return written(key.cells[item.index], key.type, checked);
    }
  };
  return std::visit(Writer{type, checked}, value);
}

int compare(const Value& a, const Value& b) {
  if (const auto* x = std::get_if<Decimal>(&a)) return Decimal::compare(*x, std::get<Decimal>(b));
  const auto sign = [](const auto& x, const auto& y) { return x < y ? -1 : (y < x ? 1 : 0); };
  if (const auto* x = std::get_if<std::int64_t>(&a)) return sign(*x, std::get<std::int64_t>(b));
  if (const auto* x = std::get_if<types::Date>(&a)) return sign(*x, std::get<types::Date>(b));
  if (const auto* x = std::get_if<types::Version>(&a)) return sign(*x, std::get<types::Version>(b));
  return 0;
}

}  // namespace eligo::check
