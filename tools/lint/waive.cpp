// SPDX-License-Identifier: MIT
// Reads waivers, and says which findings they silence.
#include "tools/lint/waive.hpp"

#include <algorithm>
#include <string_view>

namespace eligo::lint {
namespace {

constexpr std::string_view blanks = " \t\r";

/// Words of a comment, each with its place.
class Words {
 public:
  Words(std::string_view text, text::Span place) : text_(text), place_(place) {}

  /// The next word; a comma ends one and is left out.
  std::string_view next() {
    at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
    begin_ = at_;
    at_ = std::min(text_.find_first_of(" \t\r,", at_), text_.size());
    const std::string_view word = text_.substr(begin_, at_ - begin_);
    if (at_ < text_.size() && text_[at_] == ',') ++at_;
    return word;
  }
  [[nodiscard]] text::Span span(std::string_view word) const {
    const auto begin = static_cast<std::uint32_t>(place_.begin + begin_);
    return {place_.source, begin, static_cast<std::uint32_t>(begin + word.size())};
  }
  /// Whatever follows, without blanks around it.
  [[nodiscard]] std::string rest() const {
    const std::size_t begin = text_.find_first_not_of(blanks, at_);
    if (begin == std::string_view::npos) return "";
    return std::string(text_.substr(begin, text_.find_last_not_of(blanks) + 1 - begin));
  }

 private:
  std::string_view text_;
  text::Span place_;
  std::size_t at_ = 0, begin_ = 0;
};

bool is_blank(std::string_view line) {
  return line.find_first_not_of(blanks) == std::string_view::npos;
}

bool is_comment(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(blanks);
  return begin != std::string_view::npos && line[begin] == '#';
}

/// The line that a comment speaks of: its own, or the next one with something else than a comment. A blank line ends
/// the search: what stands behind it is not "the line below".
std::uint32_t line_below(const text::SourceSet& sources, text::SourceId source, std::uint32_t line) {
  const std::uint32_t last = sources.line_count(source);
  while (line <= last && is_comment(sources.line(source, line))) ++line;
  return line <= last && !is_blank(sources.line(source, line)) ? line : 0;
}

void place(Waiver& waiver, const text::SourceSet& sources) {
  const text::Span comment = waiver.comment;
  const text::LineColumn at = sources.position(comment.source, comment.begin);
  const std::string_view before = sources.line(comment.source, at.line).substr(0, at.column - 1);
  waiver.removal = comment;
  if (is_blank(before)) {
    waiver.line = line_below(sources, comment.source, at.line);
    waiver.removal.begin -= static_cast<std::uint32_t>(before.size());
    const std::string_view bytes = sources.bytes(comment.source);
    while (waiver.removal.end < bytes.size() && bytes[waiver.removal.end] != '\n') ++waiver.removal.end;
    if (waiver.removal.end < bytes.size()) ++waiver.removal.end;
  } else {
    waiver.line = at.line;
    const std::size_t kept = before.find_last_not_of(blanks) + 1;
    waiver.removal.begin -= static_cast<std::uint32_t>(before.size() - kept);
  }
}

}  // namespace

Waivers read_waivers(const grammar::Ast& ast, const text::SourceSet& sources) {
  Waivers found;
  for (const text::Span comment : ast.comments) {
    const std::string_view text = sources.view(comment);
    const std::size_t begin = text.find_first_not_of(" \t#");
    if (begin == std::string_view::npos || text.compare(begin, 5, "lint:") != 0) continue;
    Waiver waiver;
    waiver.comment = comment;
    place(waiver, sources);
    text::Span rest = comment;
    rest.begin += static_cast<std::uint32_t>(begin + 5);
    Words words(sources.view(rest), rest);
    waiver.is_readable = words.next() == "allow";
    while (waiver.is_readable) {
      const std::string_view word = words.next();
      if (word.empty() || word == "because") break;
      waiver.allowed.push_back({std::string(word), words.span(word), false});
    }
    waiver.is_readable = waiver.is_readable && !waiver.allowed.empty();
    waiver.reason = words.rest();
    found.push_back(std::move(waiver));
  }
  return found;
}

bool is_waived(Waivers& waivers, const text::SourceSet& sources, const std::string& code, text::Span place) {
  const std::uint32_t line = sources.position(place.source, place.begin).line;
  bool silenced = false;
  for (Waiver& waiver : waivers) {
    if (waiver.comment.source != place.source || waiver.line != line) continue;
    for (Waiver::Allowed& allowed : waiver.allowed) {
      if (allowed.code != code) continue;
      allowed.used = silenced = true;
    }
  }
  return silenced;
}

}  // namespace eligo::lint
