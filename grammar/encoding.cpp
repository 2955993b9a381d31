// SPDX-License-Identifier: MIT
// Owns the one pass over the bytes of a source before anything reads them.
#include "grammar/encoding.hpp"

#include <cstdint>
#include <cstring>

#include "grammar/invisible.hpp"

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

bool is_control(std::uint32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f || (c >= 0x80 && c <= 0x9f);
}
bool is_bidi(std::uint32_t c) {
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f ||
         c == 0x061c;
}

std::string code_point(std::uint32_t c) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (int shift = c > 0xfffff ? 20 : c > 0xffff ? 16 : 12; shift >= 0; shift -= 4)
    out += digits[(c >> shift) & 15u];
  return "U+" + out;
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

}  // namespace

Diagnostics check_encoding(const text::SourceSet& sources, text::SourceId id, const Limits& limits) {
  Diagnostics out;
  const std::string_view all = sources.bytes(id);
  if (all.size() > limits.source_bytes) {
    out.push_back(say(Code::limit_source_bytes, {id, 0, 0},
                      "expected at most " + std::to_string(limits.source_bytes) + " bytes in a file, found " +
                          std::to_string(all.size()) + " (limit `source_bytes`)"));
    return out;
  }
  const auto* const first = reinterpret_cast<const unsigned char*>(all.data());
  const auto* const e = first + all.size();
  const auto* p = first;
  if (all.substr(0, 3) == "\xef\xbb\xbf") p += 3;
  bool said_control = false, said_bidi = false, said_invisible = false;
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
    const Decoded d = decode(p, e);
    if (d.bytes == 0) {
      const bool is_utf16 = p == first && (all.substr(0, 2) == "\xff\xfe" || all.substr(0, 2) == "\xfe\xff");
      out.push_back(
          say(Code::encoding_utf8, place(is_utf16 ? 2 : 1),
              std::string("expected text in UTF-8, found ") + (is_utf16 ? "UTF-16" : "a byte that is none")));
      out.back().help.push_back("save the file as UTF-8");
      return out;
    }
    if (d.point >= 0x7f || is_control(d.point)) {
      if (is_control(d.point) && !said_control) {
        said_control = true;
        out.push_back(say(Code::encoding_control, place(d.bytes),
                          "expected letters and signs, found the control character " + code_point(d.point)));
      } else if (is_bidi(d.point) && !said_bidi) {
        said_bidi = true;
        out.push_back(say(
            Code::encoding_bidi, place(d.bytes),
            "expected text in one direction, found " + code_point(d.point) + ", which turns what is shown"));
      } else if (!said_invisible && !is_bidi(d.point) &&
                 (is_invisible(d.point) || (is_shaping(d.point) && shapes_nothing(p == start   ? 0
                                                                                  : p == after ? before
                                                                                               : p[-1],
                                                                                  d.point)))) {
        said_invisible = true;
        out.push_back(say(Code::encoding_invisible, place(d.bytes),
                          "expected characters that can be seen, found " + code_point(d.point)));
        out.back().fixes.push_back({"remove it", {{place(d.bytes), ""}}});
      }
    }
    p += d.bytes;
    before = d.point;
    after = p;
  }
  return out;
}

}  // namespace eligo::grammar
