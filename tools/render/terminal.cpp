// SPDX-License-Identifier: MIT
// Diagnostics as a person reads them on a terminal.
#include <algorithm>
#include <cstdint>
#include <span>

#include "tools/render/colors.hpp"
#include "tools/render/diagnostics.hpp"
#include "tools/render/excerpt.hpp"
#include "tools/render/visible.hpp"

namespace eligo::render {
namespace {

// What one finding may add, whatever a text makes of it.
constexpr int widest_message = 400;
constexpr std::size_t most_related = 5, most_help = 5, most_fixes = 3, most_fix_lines = 6;

Color color_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Color::red;
    case Severity::warning:
      return Color::yellow;
    case Severity::note:
      return Color::cyan;
  }
  return Color::bold;
}

class Page {
 public:
  Page(const Findings& findings, const TerminalOptions& options) : findings_(findings), options_(options) {}

  std::string finding(const Diagnostic& diagnostic) {
    severity_ = color_of(diagnostic.severity);
    margin_ = margin(diagnostic);
    out_ = paint(to_string(diagnostic.severity), severity_) + ": " +
           paint(shortened(diagnostic.message, widest_message), Color::bold) + " [" +
           visible(diagnostic.code) + "]\n";
    place(diagnostic.place, "-->", '^', severity_);
    for (std::size_t i = 0; i < std::min(diagnostic.related.size(), most_related); ++i) {
      const RelatedPlace& related = diagnostic.related[i];
      out_ +=
          indent() + paint("also", Color::cyan) + ": " + shortened(related.message, widest_message) + "\n";
      place(related.place, "-->", '-', Color::cyan);
    }
    for (std::size_t i = 0; i < std::min(diagnostic.help.size(), most_help); ++i) {
      out_ +=
          indent() + paint("help", Color::cyan) + ": " + shortened(diagnostic.help[i], widest_message) + "\n";
    }
    for (std::size_t i = 0; i < std::min(diagnostic.fixes.size(), most_fixes); ++i) fix(diagnostic.fixes[i]);
    witness(diagnostic.witness);
    return std::move(out_);
  }

 private:
  std::string paint(std::string_view text, Color color) const { return colored(text, color, options_.color); }
  std::string indent() const { return std::string(margin_ + 1, ' '); }

  /// The width of the widest line number that the finding shows.
  static std::size_t margin(const Diagnostic& diagnostic) {
    std::uint32_t line = diagnostic.place.line;
    for (const RelatedPlace& related : diagnostic.related) line = std::max(line, related.place.line);
    for (const Fix& fix : diagnostic.fixes)
      for (const Edit& edit : fix.edits) line = std::max(line, edit.place.line);
    return std::max<std::size_t>(2, std::to_string(line).size());
  }

  std::string numbered(std::uint32_t line, char bar) const {
    const std::string number = line == 0 ? "" : std::to_string(line);
    return paint(std::string(margin_ - std::min(margin_, number.size()), ' ') + number + " " + bar,
                 Color::blue) +
           " ";
  }

  void place(const Place& place, std::string_view arrow, char mark, Color color) {
    if (place.file.empty()) return;
    const std::string* text = text_of(*findings_.files, place.file);
    out_ += std::string(margin_ - 2, ' ') + paint(arrow, Color::blue) + " " +
            visible(findings_.path_of(place.file));
    if (place.line > 0) {
      const std::size_t column = text ? character_column(*text, place.begin) : place.column;
      out_ += ":" + std::to_string(place.line) + ":" + std::to_string(column);
    }
    out_ += "\n";
    if (!text || place.line == 0 || place.begin > text->size()) return;
    Excerpt shown = excerpt(*text, place.begin, place.end, options_.columns);
    std::replace(shown.underline.begin(), shown.underline.end(), '^', mark);
    const std::size_t spaces = shown.underline.find_first_not_of(' ');
    out_ += numbered(place.line, '|') + shown.line + "\n";
    out_ += numbered(0, '|') + shown.underline.substr(0, spaces) +
            paint(shown.underline.substr(spaces), color) + "\n";
  }

  /// To be pasted: whole lines, none of them shortened.
  void witness(std::string_view test) {
    if (test.empty()) return;
    out_ += indent() + paint("for example", Color::green) + ":\n";
    for (std::size_t begin = 0; begin < test.size();) {
      const std::size_t end = std::min(test.find('\n', begin), test.size());
      out_ += visible(test.substr(begin, end - begin)) + "\n";
      begin = end + 1;
    }
  }

  void fix(const Fix& fix) {
    out_ += indent() + paint("suggestion", Color::green) + ": " + shortened(fix.title, widest_message) + "\n";
    std::size_t shown = 0;
    for (std::size_t i = 0; i < fix.edits.size() && shown < most_fixes; ++shown) {
      std::size_t end = i + 1;
      while (end < fix.edits.size() && is_on_last_line(fix.edits[end - 1], fix.edits[end])) ++end;
      edit(std::span<const Edit>(fix.edits).subspan(i, end - i));
      i = end;
    }
  }

  /// `next` begins behind `one`, on the line where that ends.
  [[nodiscard]] bool is_on_last_line(const Edit& one, const Edit& next) const {
    const std::string* const text = text_of(*findings_.files, one.place.file);
    return text && one.place.file == next.place.file && one.place.end <= next.place.begin &&
           next.place.begin <= text->size() && text->find('\n', one.place.end) >= next.place.begin;
  }

  /// The lines that edits of one stretch leave behind, whole.
  void edit(std::span<const Edit> edits) {
    const Edit &head = edits.front(), &tail = edits.back();
    const std::string* text = text_of(*findings_.files, head.place.file);
    if (!text || tail.place.end > text->size() || head.place.begin > tail.place.end) return;
    const std::string_view first = line_at(*text, head.place.begin), last = line_at(*text, tail.place.end);
    const auto offset = [&](std::string_view line) {
      return static_cast<std::size_t>(line.data() - text->data());
    };
    std::string changed;
    std::size_t at = offset(first);
    for (const Edit& one : edits) {
      changed.append(*text, at, one.place.begin - at);
      changed += one.replacement;
      at = one.place.end;
    }
    const std::size_t rest = at - offset(last);
    if (rest < last.size()) changed += last.substr(rest);
    std::size_t lines = 0;
    for (std::size_t begin = 0; begin < changed.size() && lines < most_fix_lines; ++lines) {
      out_ += numbered(head.place.line + static_cast<std::uint32_t>(lines), '+');
      out_ +=
          excerpt(line_at(changed, static_cast<std::uint32_t>(begin)), 0, 0, options_.columns).line + "\n";
      begin = next_line(changed, begin);
    }
  }

  const Findings& findings_;
  const TerminalOptions& options_;
  std::string out_;
  std::size_t margin_ = 2;
  Color severity_ = Color::red;
};

/// Says that there are findings which are not listed.
bool is_cut_off(const Diagnostic& diagnostic) {
  return diagnostic.code == "limit/diagnostics";
}

}  // namespace

std::string to_terminal(const std::vector<Findings>& all, const TerminalOptions& options) {
  std::string out, ends;
  std::size_t shown = 0, total = 0;
  for (const Findings& findings : all) {
    Page page(findings, options);
    for (const Diagnostic& diagnostic : *findings.diagnostics) {
      if (is_cut_off(diagnostic)) {
        ends += "\n" + page.finding(diagnostic);
        continue;
      }
      ++total;
      if (shown == options.most_findings || out.size() >= options.most_bytes) continue;
      if (shown > 0) out += "\n";
      out += page.finding(diagnostic);
      ++shown;
    }
  }
  if (shown < total) out += "\nand " + std::to_string(total - shown) + " more\n";
  return out + ends;
}

Counts count(const std::vector<Findings>& all) {
  Counts counts;
  for (const Findings& findings : all) {
    for (const Diagnostic& diagnostic : *findings.diagnostics) {
      counts.limits += is_cut_off(diagnostic) ? 1 : 0;
      switch (diagnostic.severity) {
        case Severity::error:
          ++counts.errors;
          break;
        case Severity::warning:
          ++counts.warnings;
          break;
        case Severity::note:
          ++counts.notes;
          break;
      }
    }
  }
  return counts;
}

const char* to_string(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "error";
}

const std::string* text_of(const Files& files, std::string_view name) {
  for (const auto& [file, text] : files)
    if (file == name) return &text;
  return nullptr;
}

}  // namespace eligo::render
