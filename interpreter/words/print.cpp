// SPDX-License-Identifier: MIT
// Owns how a value, and what is told in part, is printed for a person; and the way back from an outcome's
// value.
#include "interpreter/types/nfc.hpp"
#include "interpreter/words/layout.hpp"
#include "interpreter/words/number.hpp"
#include "interpreter/words/words.hpp"

namespace eligo::words {
namespace {

std::string print_digits(const Context& context, std::string_view digits, types::Type type) {
  const Language& language = phrases(context);
  if (type.base != types::Base::money) return print_number(language, digits);
  return print_money(language, digits, context.checked.names->view(context.checked.currency));
}

std::string print_item(const Context& context, types::Item item, types::Type type) {
  if (type.base == types::Base::enumeration) return label_of_enum_value(context, type.of, item.index);
  return label_of_row(context, type.of, item.index);
}

std::optional<types::Value> read_item(const check::Checked& checked, const std::string& text,
                                      types::Type type) {
  if (type.base == types::Base::enumeration) {
    const auto& values = checked.enums[type.of].values;
    for (Index i = 0; i < values.size(); ++i) {
      if (checked.names->view(values[i].name) == text) return types::Item{i};
    }
    return std::nullopt;
  }
  const auto& rows = checked.tables[type.of].row_of;
  auto row = rows.find(text);
  if (row == rows.end()) row = rows.find(types::key_form(text));
  if (row == rows.end()) return std::nullopt;
  return types::Item{row->second};
}

template <class T>
std::optional<types::Value> value_of(const std::optional<T>& read) {
  if (!read) return std::nullopt;
  return types::Value(*read);
}

}  // namespace

std::string print(const Context& context, const types::Value& value, types::Type type) {
  const Language& language = phrases(context);
  if (types::is_none(value)) return label_of_none(context, type);
  if (const auto* v = std::get_if<bool>(&value)) return std::string(*v ? language.yes : language.no);
  if (const auto* v = std::get_if<std::int64_t>(&value))
    return print_digits(context, std::to_string(*v), type);
  if (const auto* v = std::get_if<types::Decimal>(&value)) return print_digits(context, v->str(), type);
  if (const auto* v = std::get_if<types::Date>(&value)) return language.date(*v);
  if (const auto* v = std::get_if<types::Version>(&value)) return v->str();
  if (const auto* v = std::get_if<std::string>(&value)) return clean(*v);
  return print_item(context, std::get<types::Item>(value), type);
}

std::string print(const Context& context, const types::Told& told, types::Type type) {
  const Language& language = phrases(context);
  if (told.kind == types::Told::Kind::exactly) return print(context, told.value, type);
  if (told.kind == types::Told::Kind::one_of) {
    std::vector<std::string> values;
    for (const types::Value& value : told.values) values.push_back(print(context, value, type));
    return language.any_of(values);
  }
  std::string from, to;
  if (told.from) from = print(context, *told.from, type);
  if (told.to) to = print(context, *told.to, type);
  return language.range(type.base, told.from ? &from : nullptr, told.to ? &to : nullptr);
}

std::optional<types::Value> read(const check::Checked& checked, const Value& value, types::Type type) {
  if (value.none) return types::Value(types::None{});
  switch (type.base) {
    case types::Base::error:
      return std::nullopt;
    case types::Base::yes_or_no:
      if (value.text != "yes" && value.text != "no") return std::nullopt;
      return types::Value(value.text == "yes");
    case types::Base::whole: {
      const std::optional<types::Decimal> number = types::Decimal::parse(value.text);
      return number ? value_of(number->to_whole()) : std::nullopt;
    }
    case types::Base::decimal:
    case types::Base::money:
      return value_of(types::Decimal::parse(value.text));
    case types::Base::date:
      return value_of(types::Date::parse(value.text));
    case types::Base::version:
      return value_of(types::Version::parse(value.text));
    case types::Base::text:
      return types::Value(value.text);
    case types::Base::enumeration:
    case types::Base::key:
      return read_item(checked, value.text, type);
  }
  return std::nullopt;
}

}  // namespace eligo::words
