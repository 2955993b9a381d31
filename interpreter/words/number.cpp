// SPDX-License-Identifier: MIT
// Owns how digits are set: thousands apart, the decimal sign, the places of a currency.
#include "interpreter/words/number.hpp"

namespace eligo::words {
namespace {

struct Parts {
  bool negative = false;
  std::string_view whole, fraction;
};

Parts split(std::string_view digits) {
  Parts parts;
  if (!digits.empty() && digits.front() == '-') {
    parts.negative = true;
    digits.remove_prefix(1);
  }
  const std::size_t point = digits.find('.');
  parts.whole = digits.substr(0, point);
  if (point != std::string_view::npos) parts.fraction = digits.substr(point + 1);
  return parts;
}

std::string group(std::string_view whole, std::string_view between, std::size_t from) {
  if (whole.size() < from) return std::string(whole);
  std::string out;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0) out += between;
    out += whole[i];
  }
  return out;
}

std::size_t places_of(std::string_view currency) {
  for (std::string_view code : {"JPY", "KRW", "CLP", "ISK", "VND", "XAF", "XOF", "XPF"}) {
    if (currency == code) return 0;
  }
  for (std::string_view code : {"TND", "BHD", "JOD", "KWD", "OMR"}) {
    if (currency == code) return 3;
  }
  return 2;
}

}  // namespace

std::string print_number(const Language& language, std::string_view digits) {
  const Parts parts = split(digits);
  std::string out = (parts.negative ? "-" : "") + group(parts.whole, language.thousands, 5);
  if (!parts.fraction.empty()) (out += language.point) += parts.fraction;
  return out;
}

std::string print_money(const Language& language, std::string_view digits, std::string_view currency) {
  const Parts parts = split(digits);
  std::string number = group(parts.whole, language.thousands, 4);
  if (!parts.fraction.empty()) {
    (number += language.point) += parts.fraction;
    for (std::size_t i = parts.fraction.size(); i < places_of(currency); ++i) number += '0';
  }
  return language.money(number, parts.negative, currency);
}

}  // namespace eligo::words
