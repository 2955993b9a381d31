// SPDX-License-Identifier: MIT
// Owns the pages of the checks: what each finds, why, and how it is mended or silenced. Made from the check's own file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "eligo/eligo.hpp"
#include "tools/lint/level.hpp"

namespace eligo::lint {

/// A check as others name it.
struct About {
  std::string code, summary, reason;
  Level level = Level::warning;
};
[[nodiscard]] std::vector<About> all_checks();

/// The example that a check brings, as rules that compile: `marked` is the place between « and ».
struct Example {
  std::string text;  // with the header that it needs, below
  std::string shown;
  std::uint32_t begin = 0, end = 0;
};
struct Examples {
  Example bad, good;
};
[[nodiscard]] Examples examples_of(std::string_view code);

/// What is found in an example, on the day that all examples are looked at.
struct Looked {
  Compiled compiled;
  std::vector<Diagnostic> findings;
};
[[nodiscard]] Looked look_at(const Example& example);

/// The page of a check for a terminal, or "" where there is no such code.
[[nodiscard]] std::string page(std::string_view code);
/// The same as Markdown.
[[nodiscard]] std::string markdown_page(std::string_view code);
/// A table of all checks by category, as Markdown; each leads to its page in `folder`.
[[nodiscard]] std::string markdown_list(std::string_view folder);

/// The codes that a mistyped one may have meant; "" where none is near.
[[nodiscard]] std::string nearest_code(std::string_view code);

}  // namespace eligo::lint
