// SPDX-License-Identifier: MIT
// Owns the way from a CSV source (RFC 4180, comma, UTF-8) to rows of cells with their places. Knows no
// columns and types.
#pragma once

#include <string>
#include <vector>

#include "grammar/limits.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace eligo::grammar {

struct CsvCell {
  std::string value;  // without its quotes, `""` read as `"`; never trimmed
  text::Span span;    // as written, with the quotes
  bool quoted = false;
  bool unclosed = false;  // its closing quote is missing, so it may hold the cells after it
};

struct CsvTable {
  std::vector<CsvCell> header;  // the first line
  std::vector<std::vector<CsvCell>>
      rows;  // any number of cells each; a line with nothing on it at the end is no row
};

struct CsvRead {
  CsvTable table;
  text::Diagnostics said;
};

/// Never fails: what was said is in `said`, and the cells around it are still read. A source that is not
/// well-formed text (grammar/encoding.hpp) gives an empty table. Lines end with LF, CRLF or CR; a leading BOM
/// is passed over.
[[nodiscard]] CsvRead read_csv(const text::SourceSet& sources, text::SourceId id, const Limits& limits);

}  // namespace eligo::grammar
