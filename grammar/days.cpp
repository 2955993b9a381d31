// SPDX-License-Identifier: MIT
// Owns what a date means that is written in another form.
#include "grammar/days.hpp"

#include <array>

#include "grammar/characters.hpp"

namespace eligo::grammar {

namespace {

std::string iso(int year, int month, int day) {
  const auto digits = [](int x, std::size_t n) {
    const std::string plain = std::to_string(x);
    return std::string(n - plain.size(), '0') + plain;
  };
  return digits(year, 4) + '-' + digits(month, 2) + '-' + digits(day, 2);
}

}  // namespace

std::optional<std::vector<std::string>> days_meant(std::string_view written) {
  std::array<int, 3> parts{};
  std::size_t part = 0, digits = 0;
  for (const char c : written) {
    if (is_digit(c) && ++digits <= 4) {
      parts[part] = parts[part] * 10 + (c - '0');
    } else if ((c == '/' || c == '.' || c == '-') && part < 2 && digits > 0) {
      ++part;
      digits = 0;
    } else {
      return std::nullopt;
    }
  }
  if (part != 2 || digits == 0) return std::nullopt;
  const bool year_first = parts[0] > 31;
  const int year = year_first ? parts[0] : parts[2];
  if (year < 100 || parts[1] > 99 || (year_first ? parts[2] : parts[0]) > 99) return std::nullopt;
  std::vector<std::string> days{iso(year, parts[1], year_first ? parts[2] : parts[0])};
  if (!year_first && parts[0] != parts[1]) days.push_back(iso(year, parts[0], parts[1]));
  std::erase_if(days, [](const std::string& day) { return !day_of(day); });
  return days;
}

std::string day_help(const std::vector<std::string>& days) {
  if (days.empty()) return "the calendar has no such day";
  if (days.size() == 1) return "write `" + days[0] + "`";
  return "write `" + days[0] + "` or `" + days[1] + "`: year, month, day";
}

}  // namespace eligo::grammar
