// SPDX-License-Identifier: MIT
// Owns the format of case files (tests/cases/README.md): a rule file whose comments say what is to be said
// about it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace eligo::tests {

struct ExpectedDiagnostic {
  std::uint32_t line = 0;
  std::string code;
  std::string
      underlined;  // the text under the diagnostic, up to its line's end; "" for a place between two letters
  std::string message;
  std::vector<std::string> help;  // compared only if some is given
};

struct CaseFile {
  std::vector<ExpectedDiagnostic> expected;
  std::vector<std::string> malformed;  // expectations that could not be read
};

[[nodiscard]] CaseFile read_case(std::string_view text);

/// "" if exactly what is expected was said about this source; else a story for a reader, a line each.
[[nodiscard]] std::string difference(const CaseFile& wanted, const text::Diagnostics& said,
                                     const text::SourceSet& sources, text::SourceId id);

/// A diagnostic as it would stand in a case file, the leading blanks of `indent` before it.
[[nodiscard]] std::string as_expectation(const text::Diagnostic& d, const text::SourceSet& sources,
                                         std::string_view indent);

}  // namespace eligo::tests
