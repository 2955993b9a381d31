// SPDX-License-Identifier: MIT
// Owns a generated ruleset as pieces of text that can be written down in any order (language.md 3.13).
#pragma once

#include <string>
#include <vector>

#include "tests/oracle/random.hpp"

namespace eligo::oracle {

/// `name : condition`, where the condition is one text or a block of lines.
struct SourceLine {
  std::string before;  // `name "label" : `, or ""
  std::string text;    // the condition; of a block its opener
  std::vector<SourceLine> lines;
  std::string after;  // ` otherwise "…"`, or ""
};

struct SourceVersion {
  std::string days;  // `since 2024-01-01 : `, or ""
  SourceLine body;   // `not covered` is a text as well
};

struct SourceDecl {
  std::string header;              // `rule r1 "…"`
  std::vector<std::string> notes;  // lines whose order matters: columns, `yes "…"`
  std::vector<std::string> rows;   // lines of a table
  std::vector<SourceVersion> versions;
  SourceLine coverage;                 // after `not covered if`; empty text: none
  std::vector<SourceLine> exceptions;  // after `unless`
  bool has_end = true;
  bool is_apart = false;  // stands in a file of its own, which is used
};

struct SourceText {
  std::vector<SourceDecl> decls;
};

/// The line that parts the rule file from the one that it uses, and that one's name.
inline constexpr const char* second_file_mark = "# ---- law/amendments.eligo\n";
inline constexpr const char* second_file = "law/amendments.eligo";

/// The same ruleset with some versions in amendments, here or in the second file.
[[nodiscard]] SourceText amended(const SourceText& source, Random& random);

/// The rule file, and after its mark the second one if there is any. With `order`, declarations, lines of blocks, exceptions and rows are shuffled by it.
[[nodiscard]] std::string write(const SourceText& source, Random* order = nullptr);

}  // namespace eligo::oracle
