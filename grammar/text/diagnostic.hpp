// SPDX-License-Identifier: MIT
// Owns the shape of everything that is said to a human about a text. Rendering stands elsewhere (tools/render).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/source.hpp"

namespace eligo::text {

/// Every code there is. Each room lists its own once, in a codes.def of lines
///   ELIGO_CODE(name_in_cpp, "category/name", severity, "what it means, in one line")
/// and CMake joins them into all_codes.def.
enum class Code : std::uint16_t {
#define ELIGO_CODE(id, spelling, severity, summary) id,
#include "all_codes.def"
#undef ELIGO_CODE
};

enum class Severity : std::uint8_t { error, warning, note };

struct CodeInfo {
  Code code;
  std::string_view name;  // "syntax/expected": stable, never re-used
  std::string_view cpp_name;
  Severity severity;
  std::string_view summary;
};

/// All codes, in the order of the enumeration.
[[nodiscard]] const std::vector<CodeInfo>& all_codes();
[[nodiscard]] const CodeInfo& info(Code code);

/// A related place, in the same source or another.
struct Label {
  Span span;
  std::string message;
};

struct Edit {
  Span span;  // what is replaced; an empty span inserts
  std::string replacement;
};

/// A change that mends the finding. All edits are applied together.
struct Fix {
  std::string title;
  std::vector<Edit> edits;
};

/// One thing said about a text. `message`: lower-case start, one line, no full stop, the user's text in backticks.
struct Diagnostic {
  Code code{};
  Severity severity = Severity::error;
  Span span;
  std::string message;
  std::vector<Label> labels;
  std::vector<std::string> help;
  std::vector<Fix> fixes;
};

using Diagnostics = std::vector<Diagnostic>;

/// Starts a diagnostic with the severity that its code was listed with.
[[nodiscard]] Diagnostic say(Code code, Span span, std::string message);

/// Sorted by source (in the order of their names), place and code; exact repetitions removed.
void sort(Diagnostics& all, const SourceSet& sources);

}  // namespace eligo::text
