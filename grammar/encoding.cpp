// SPDX-License-Identifier: MIT
// Owns the one pass over the bytes of a source before anything reads them.
#include "grammar/encoding.hpp"

#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

#include "grammar/text/unseen.hpp"

namespace eligo::grammar {

using text::Code;
using text::Diagnostics;
using text::Span;

namespace {

struct Decoded {
  std::uint32_t point = 0;
  std::uint32_t bytes = 0;  // 0: not well-formed
};

// Well-formed UTF-8 as Unicode defines it: shortest forms, no surrogates, nothing above U+10FFFF.
Decoded decode(const unsigned char* p, const unsigned char* e) {
  const auto left = static_cast<std::size_t>(e - p);
  const auto tail = [&](std::size_t i) { return i < left && (p[i] & 0xc0u) == 0x80u; };
  const std::uint32_t a = p[0];
  if (a < 0x80) return {a, 1};
  if (a >= 0xc2 && a <= 0xdf && tail(1)) return {((a & 0x1fu) << 6) | (p[1] & 0x3fu), 2};
  if (a >= 0xe0 && a <= 0xef && tail(1) && tail(2)) {
    const std::uint32_t x = ((a & 0x0fu) << 12) | ((p[1] & 0x3fu) << 6) | (p[2] & 0x3fu);
    if (x >= 0x800 && (x < 0xd800 || x > 0xdfff)) return {x, 3};
  }
  if (a >= 0xf0 && a <= 0xf4 && tail(1) && tail(2) && tail(3)) {
    const std::uint32_t x =
        ((a & 0x07u) << 18) | ((p[1] & 0x3fu) << 12) | ((p[2] & 0x3fu) << 6) | (p[3] & 0x3fu);
    if (x >= 0x10000 && x <= 0x10ffff) return {x, 4};
  }
  return {};
}

// What programs write for bytes that they could not read.
constexpr std::uint32_t lost_letter = 0xfffd;

// What may stand between lines and words.
bool is_layout(std::uint32_t c) {
  return c == '\t' || c == '\n' || c == '\r';
}

// Eight bytes of printable ASCII and ends of lines at once: most of most files.
bool plain_ascii(const unsigned char* p) {
  std::uint64_t x = 0;
  std::memcpy(&x, p, 8);
  constexpr std::uint64_t each = 0x0101010101010101u, high = each * 0x80;
  const auto plus = [&](std::uint64_t y, std::uint64_t n) {
    return (y & ~high) + each * n;
  };  // sets `high` from 128 on
  const std::uint64_t line = x ^ (each * '\n');
  return ((plus(x, 0x80 - ' ') | ~plus(line, 0x7f)) & ~(plus(x, 1) | x) & high) == high;
}

bool plain(unsigned char c) {
  return (c >= 0x20 && c < 0x7f) || c == '\t' || c == '\n' || c == '\r';
}

// What no file may hold, line by line: the first of each line, up to a few, then how many lines more. What is no UTF-8 is one
// mistake, of the whole file.
class Findings {
 public:
  Findings(text::SourceId id, std::string_view all) : id_(id), all_(all) {}

  // Where one more may be said of the line at this place.
  [[nodiscard]] bool takes(std::size_t at, bool is_other_encoding) {
    if (at < line_end_) return false;
    const std::size_t stop = all_.find_first_of("\r\n", at);
    line_end_ = stop == std::string_view::npos ? all_.size() : stop;
    if (is_other_encoding && other_lines_++ != 0) return false;
    if (out_.size() < most) return true;
    ++more_;
    last_ = static_cast<std::uint32_t>(at);
    return false;
  }
  void add(text::Diagnostic made) { out_.push_back(std::move(made)); }
  void add_other_encoding(text::Diagnostic made) {
    other_ = out_.size();
    add(std::move(made));
  }
  [[nodiscard]] Diagnostics take() {
    if (other_lines_ > 1 && other_ < out_.size())
      out_[other_].help.push_back(other_lines_ == 2
                                      ? "one more line holds such bytes"
                                      : std::to_string(other_lines_ - 1) + " more lines hold such bytes");
    if (more_ != 0)
      out_.push_back(say(Code::limit_diagnostics, {id_, last_, last_},
                         "expected at most " + std::to_string(most) +
                             " lines with bytes and characters that no file may hold, found " +
                             std::to_string(more_) + " more"));
    return std::move(out_);
  }

 private:
  static constexpr std::size_t most = 5;
  text::SourceId id_;
  std::string_view all_;
  Diagnostics out_;
  std::size_t line_end_ = 0;  // nothing more is said before it
  std::size_t more_ = 0;
  std::size_t other_lines_ = 0, other_ = most;  // those that are no UTF-8, and what was said of the first
  std::uint32_t last_ = 0;
};

Diagnostics too_large(text::SourceId id, std::size_t bytes, const Limits& limits) {
  return {say(Code::limit_source_bytes, {id, 0, 0},
              "expected at most " + std::to_string(limits.source_bytes) + " bytes in a file, found " +
                  std::to_string(bytes) + " (limit `source_bytes`)")};
}

bool is_utf16(std::string_view all) {
  return all.substr(0, 2) == "\xff\xfe" || all.substr(0, 2) == "\xfe\xff";
}

text::Diagnostic not_utf8(Span where, std::string_view found) {
  text::Diagnostic out =
      say(Code::encoding_utf8, where, "expected text in UTF-8, found " + std::string(found));
  out.help.push_back("save the file as UTF-8");
  return out;
}

// Which kind of character that no file may hold it is, if any; `before` is the one before it, or 0.
std::optional<Code> refused(std::uint32_t point, std::uint32_t before) {
  if (is_layout(point)) return std::nullopt;
  if (text::is_control(point)) return Code::encoding_control;
  if (text::is_bidi(point)) return Code::encoding_bidi;
  if (text::is_unseen(point, before)) return Code::encoding_invisible;
  return std::nullopt;
}

text::Diagnostic refusal(Code code, std::uint32_t point, Span where) {
  const std::string shown = text::code_point(point);
  if (code == Code::encoding_control)
    return say(code, where, "expected letters and signs, found the control character " + shown);
  if (code == Code::encoding_bidi)
    return say(code, where, "expected text in one direction, found " + shown + ", which turns what is shown");
  text::Diagnostic out = say(code, where, "expected characters that can be seen, found " + shown);
  out.fixes.push_back({"remove it", {{where, ""}}});
  return out;
}

}  // namespace

Diagnostics check_encoding(const text::SourceSet& sources, text::SourceId id, const Limits& limits) {
  const std::string_view all = sources.bytes(id);
  if (all.size() > limits.source_bytes) return too_large(id, all.size(), limits);
  if (is_utf16(all)) return {not_utf8({id, 0, 2}, "UTF-16")};
  Findings findings(id, all);
  const auto* const first = reinterpret_cast<const unsigned char*>(all.data());
  const auto* const e = first + all.size();
  const auto* p = first;
  if (all.substr(0, 3) == "\xef\xbb\xbf") p += 3;
  std::uint32_t before = 0;  // the last character that is not ASCII …
  const auto* after = p;     // … and what follows it
  const auto* const start = p;
  const auto place = [&](std::uint32_t bytes) {
    const auto at = static_cast<std::uint32_t>(p - first);
    return Span{id, at, at + bytes};
  };
  while (p != e) {
    if (e - p >= 8 && plain_ascii(p)) {
      p += 8;
      continue;
    }
    if (plain(*p)) {  // mostly the end of a line is near
      do ++p;
      while (p != e && plain(*p) && p[-1] != '\n');
      continue;
    }
    const auto at = static_cast<std::size_t>(p - first);
    const Decoded d = decode(p, e);
    if (d.bytes == 0) {
      if (findings.takes(at, true)) findings.add_other_encoding(not_utf8(place(1), "a byte that is none"));
      ++p;
      continue;
    }
    if (d.point == lost_letter) {
      if (findings.takes(at, true))
        findings.add_other_encoding(not_utf8(place(d.bytes), "U+FFFD, which stands where a letter was lost"));
    } else if (d.point >= 0x7f || d.point < 0x20) {
      const std::uint32_t previous = p == start ? 0 : p == after ? before : p[-1];
      if (const auto code = refused(d.point, previous); code && findings.takes(at, false))
        findings.add(refusal(*code, d.point, place(d.bytes)));
    }
    p += d.bytes;
    before = d.point;
    after = p;
  }
  return findings.take();
}

}  // namespace eligo::grammar
