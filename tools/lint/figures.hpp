// SPDX-License-Identifier: MIT
// Owns which figures stand in a ruleset as they were written, and which of them are of one kind.
#pragma once

#include <string>
#include <vector>

#include "tools/lint/lint.hpp"

namespace eligo::lint {

/// A decimal number or an amount, without a sign.
struct Figure {
  Span span;            // as written, in a rule file or a CSV table
  std::string written;  // "80 %", "15.800"
  types::Base base = types::Base::decimal;
  [[nodiscard]] bool is_percentage() const { return !written.empty() && written.back() == '%'; }
};

/// What one value or decision may come to, in any version or case; or the cells of one column.
using Alike = std::vector<Figure>;

/// Of the ruleset's own files.
[[nodiscard]] std::vector<Alike> alike_figures(const Context& context);
/// Every one, wherever it stands.
[[nodiscard]] std::vector<Figure> all_figures(const Context& context);

}  // namespace eligo::lint
