// SPDX-License-Identifier: MIT
// Owns the bytes of every text that a compile reads (rule files and CSV tables alike) and turns offsets into lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace eligo::text {

using SourceId = std::uint32_t;

/// A half-open range of bytes [begin, end) of one source. An empty range is a place between two bytes.
struct Span {
  SourceId source = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool holds(const Span& inner) const {
    return source == inner.source && begin <= inner.begin && inner.end <= end;
  }
  friend bool operator==(const Span& a, const Span& b) {
    return a.source == b.source && a.begin == b.begin && a.end == b.end;
  }
};

/// The smallest span that holds both; they are of one source.
[[nodiscard]] inline Span join(Span a, Span b) {
  return {a.source, a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

/// Line from 1; column from 1, counted in bytes (renderers count characters or UTF-16 units from the line's text).
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// Every source of one compile. Bytes are kept as they came (a leading BOM and CRs included) and never move,
/// so views stay valid as long as the set lives. Adding is not thread-safe; reading is.
class SourceSet {
 public:
  /// `name` is the logical name that people see ("carte_vitale/departments.csv"). Precondition: bytes.size() < 4 GiB.
  SourceId add(std::string name, std::string bytes);

  [[nodiscard]] std::size_t size() const { return files_.size(); }
  [[nodiscard]] std::string_view name(SourceId id) const { return files_[id].name; }
  [[nodiscard]] std::string_view bytes(SourceId id) const { return files_[id].bytes; }
  [[nodiscard]] std::string_view view(Span span) const {
    return std::string_view(files_[span.source].bytes).substr(span.begin, span.end - span.begin);
  }
  [[nodiscard]] LineColumn position(SourceId id, std::uint32_t offset) const;
  /// The bytes of a line (from 1) without its line end.
  [[nodiscard]] std::string_view line(SourceId id, std::uint32_t number) const;
  /// What stands on its line before it.
  [[nodiscard]] std::string_view line_before(Span span) const {
    const std::string_view all = bytes(span.source).substr(0, span.begin);
    return all.substr(all.find_last_of("\r\n") + 1);
  }
  [[nodiscard]] std::uint32_t line_count(SourceId id) const;

 private:
  struct File {
    std::string name;
    std::string bytes;
    std::vector<std::uint32_t>
        line_starts;  // offset of the first byte of each line; LF, CRLF and a lone CR end a line
  };
  std::deque<File> files_;
};

}  // namespace eligo::text
