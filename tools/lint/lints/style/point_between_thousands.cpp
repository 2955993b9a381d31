// SPDX-License-Identifier: MIT
// A point before three digits, which reads as that between thousands.
#include <algorithm>
#include <cctype>

#include "tools/lint/figures.hpp"

namespace eligo::lint {
namespace style_point_between_thousands_parts {

/// "15.800", "250.000": not "0.125", which nobody writes for thousands, and of plain numbers only those that end with a 0
/// which says nothing.
bool reads_as_thousands(const Figure& figure) {
  const std::string& digits = figure.written;
  const std::size_t point = digits.find('.');
  if (point == std::string::npos || point == 0 || point > 3 || digits.size() != point + 4 || digits[0] == '0')
    return false;
  const auto is_digit = [](unsigned char c) { return std::isdigit(c) != 0; };
  return std::all_of(digits.begin() + static_cast<std::ptrdiff_t>(point) + 1, digits.end(), is_digit) &&
         (figure.base == types::Base::money || digits.back() == '0');
}

void run(const Context& context, std::vector<Finding>& found) {
  for (const Figure& figure : all_figures(context)) {
    if (!reads_as_thousands(figure)) continue;
    std::string plain = figure.written;
    plain.erase(plain.find('.'), 1);
    std::string shorter = figure.written;
    while (shorter.back() == '0') shorter.pop_back();
    if (shorter.back() == '.') shorter.pop_back();
    Finding finding{figure.span, "the point of `" + figure.written +
                                     "` stands before parts of one, not between thousands"};
    finding.help.push_back("if thousands are meant, leave the point out: `" + plain + "`");
    if (shorter != figure.written) finding.help.push_back("if parts of one are, write `" + shorter + "`");
    found.push_back(std::move(finding));
  }
}

}  // namespace style_point_between_thousands_parts

Lint style_point_between_thousands() {
  return {
      .summary = "a point before three digits, which reads as one between thousands",
      .reason =
          "In many countries `15.800` is fifteen thousand eight hundred. Here it is fifteen and four fifths, "
          "and nothing "
          "else shows it. Amounts of money with three digits behind the point, and other figures that end "
          "with a 0 "
          "there, are not written so where parts of one are meant.",
      .level = Level::warning,
      .bad = R"(fact income : money from 0
value ceiling : money
  «15.800»
end
decision help
  income <= ceiling
end
)",
      .good = R"(fact income : money from 0
value ceiling : money
  15800
end
decision help
  income <= ceiling
end
)",
      .run = style_point_between_thousands_parts::run,
  };
}

}  // namespace eligo::lint
