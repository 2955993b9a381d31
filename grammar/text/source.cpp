// SPDX-License-Identifier: MIT
// Owns the line table of each source.
#include "grammar/text/source.hpp"

#include <algorithm>

namespace eligo::text {

SourceId SourceSet::add(std::string name, std::string bytes) {
  File file{std::move(name), std::move(bytes), {0}};
  const std::string_view all = file.bytes;
  // Each kind of line end is looked for by itself: most texts have one kind only.
  std::size_t lf = all.find('\n'), cr = all.find('\r');
  for (std::size_t end = std::min(lf, cr); end != std::string_view::npos; end = std::min(lf, cr)) {
    if (end + 1 != lf)
      file.line_starts.push_back(static_cast<std::uint32_t>(end + 1));  // else CRLF: it ends at the LF
    (end == lf ? lf : cr) = all.find(end == lf ? '\n' : '\r', end + 1);
  }
  files_.push_back(std::move(file));
  return static_cast<SourceId>(files_.size() - 1);
}

LineColumn SourceSet::position(SourceId id, std::uint32_t offset) const {
  const auto& starts = files_[id].line_starts;
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  const auto index = static_cast<std::uint32_t>(after - starts.begin()) - 1;
  return {index + 1, offset - starts[index] + 1};
}

std::string_view SourceSet::line(SourceId id, std::uint32_t number) const {
  const File& file = files_[id];
  if (number == 0 || number > file.line_starts.size()) return {};
  const std::size_t begin = file.line_starts[number - 1];
  const std::size_t end = number < file.line_starts.size() ? file.line_starts[number] : file.bytes.size();
  std::string_view text = std::string_view(file.bytes).substr(begin, end - begin);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::uint32_t SourceSet::line_count(SourceId id) const {
  return static_cast<std::uint32_t>(files_[id].line_starts.size());
}

}  // namespace eligo::text
