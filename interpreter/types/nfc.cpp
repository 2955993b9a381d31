// SPDX-License-Identifier: MIT
// Owns the check of UTF-8 and normalization form C: decompose, sort the marks, compose (Unicode
// Standard, 3.11).
#include "interpreter/types/nfc.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

namespace eligo::types {
namespace {

#include "interpreter/types/nfc_tables.inc"

constexpr std::uint64_t code_point_mask = (1U << 21) - 1;

constexpr char32_t syllable_first = 0xAC00;
constexpr char32_t lead_first = 0x1100;
constexpr char32_t vowel_first = 0x1161;
constexpr char32_t tail_before = 0x11A7;  // no tail
constexpr char32_t lead_count = 19;
constexpr char32_t vowel_count = 21;
constexpr char32_t tail_count = 28;
constexpr char32_t syllable_count = lead_count * vowel_count * tail_count;

bool in_block(char32_t c, char32_t first, char32_t count) {
  return c >= first && c < first + count;
}

unsigned byte_at(std::string_view s, std::size_t i) {
  return static_cast<unsigned char>(s[i]);
}

// How many bytes the well-formed sequence at `i` has; 0 where there is none (Unicode Standard, table 3-7).
std::size_t sequence_length(std::string_view s, std::size_t i) {
  const unsigned lead = byte_at(s, i);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4);
  if (s.size() - i < length) return 0;
  const unsigned low = lead == 0xE0 ? 0xA0 : (lead == 0xF0 ? 0x90 : 0x80);
  const unsigned high = lead == 0xED ? 0x9F : (lead == 0xF4 ? 0x8F : 0xBF);
  if (byte_at(s, i + 1) < low || byte_at(s, i + 1) > high) return 0;
  for (std::size_t k = 2; k < length; ++k) {
    if ((byte_at(s, i + k) & 0xC0) != 0x80) return 0;
  }
  return length;
}

char32_t decode(std::string_view s, std::size_t i, std::size_t length) {
  if (length == 1) return byte_at(s, i);
  char32_t c = byte_at(s, i) & (0x7FU >> length);
  for (std::size_t k = 1; k < length; ++k) c = c << 6 | (byte_at(s, i + k) & 0x3F);
  return c;
}

void encode(char32_t c, std::string& out) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

// The last entry of a sorted table that is not above `key`; nothing before the first.
template <std::size_t N>
const std::uint64_t* last_up_to(const std::uint64_t (&table)[N], std::uint64_t key) {
  const std::uint64_t* after = std::upper_bound(std::begin(table), std::end(table), key);
  return after == std::begin(table) ? nullptr : after - 1;
}

// Whether NFC can change or move this code point, and its combining class.
struct Special {
  bool is_special = false;
  std::uint8_t combining_class = 0;
};

Special special(char32_t c) {
  const std::uint64_t* entry = last_up_to(special_ranges, std::uint64_t{c} << 32 | 0xFFFFFFFFU);
  if (entry == nullptr || c > (*entry >> 32) + (*entry >> 8 & 0xFFFFFF)) return {};
  return {true, static_cast<std::uint8_t>(*entry & 0xFF)};
}

struct CodePoint {
  char32_t c;
  std::uint8_t combining_class;
};

// Appends the full canonical decomposition. A second part never decomposes further, so a short list holds the
// seconds.
void decompose(char32_t c, std::vector<CodePoint>& out) {
  const auto put = [&out](char32_t p) { out.push_back({p, special(p).combining_class}); };
  if (in_block(c, syllable_first, syllable_count)) {
    const char32_t index = c - syllable_first;
    put(lead_first + index / (vowel_count * tail_count));
    put(vowel_first + index / tail_count % vowel_count);
    if (index % tail_count != 0) put(tail_before + index % tail_count);
    return;
  }
  const std::uint64_t* entry =
      last_up_to(decompositions, std::uint64_t{c} << 42 | ((std::uint64_t{1} << 42) - 1));
  if (entry == nullptr || *entry >> 42 != c) return put(c);
  decompose(static_cast<char32_t>(*entry >> 21 & code_point_mask), out);
  const auto second = static_cast<char32_t>(*entry & code_point_mask);
  if (second != 0) put(second);
}

// 0 where the two do not compose.
char32_t compose(char32_t first, char32_t second) {
  if (in_block(first, lead_first, lead_count) && in_block(second, vowel_first, vowel_count)) {
    return syllable_first + ((first - lead_first) * vowel_count + (second - vowel_first)) * tail_count;
  }
  if (in_block(first, syllable_first, syllable_count) && (first - syllable_first) % tail_count == 0 &&
      in_block(second, tail_before + 1, tail_count - 1)) {
    return first + (second - tail_before);
  }
  const std::uint64_t pair = std::uint64_t{first} << 21 | second;
  const std::uint64_t* entry = last_up_to(compositions, pair << 21 | code_point_mask);
  if (entry == nullptr || *entry >> 21 != pair) return 0;
  return static_cast<char32_t>(*entry & code_point_mask);
}

void sort_marks(std::vector<CodePoint>& text) {
  const auto by_class = [](CodePoint a, CodePoint b) { return a.combining_class < b.combining_class; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i].combining_class == 0) continue;
    std::size_t end = i + 1;
    while (end < text.size() && text[end].combining_class != 0) ++end;
    const auto at = [&text](std::size_t k) { return text.begin() + static_cast<std::ptrdiff_t>(k); };
    if (!std::is_sorted(at(i), at(end), by_class)) std::stable_sort(at(i), at(end), by_class);
    i = end;
  }
}

// Joins each code point with the last starter before it, unless one of the same or a higher class stands
// between.
void compose_all(std::vector<CodePoint>& text) {
  constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
  std::size_t starter = nowhere;
  std::size_t kept = 0;
  for (const CodePoint next : std::vector<CodePoint>(text)) {
    const bool adjacent = kept != 0 && starter == kept - 1;
    if (starter != nowhere && (adjacent || text[kept - 1].combining_class < next.combining_class)) {
      const char32_t joined = compose(text[starter].c, next.c);
      if (joined != 0) {
        text[starter].c = joined;
        continue;
      }
    }
    text[kept] = next;
    if (next.combining_class == 0) starter = kept;
    ++kept;
  }
  text.resize(kept);
}

// True where no code point can change or move: then the text is in NFC as it stands.
bool is_settled(std::string_view utf8) {
  constexpr unsigned lead_of_u0300 = 0xCC;
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t length = sequence_length(utf8, i);
    if (length == 0) return true;  // not UTF-8: nothing is said of its form
    if (byte_at(utf8, i) >= lead_of_u0300 && special(decode(utf8, i, length)).is_special) return false;
    i += length;
  }
  return true;
}

}  // namespace

bool is_utf8(std::string_view bytes, std::size_t* at) {
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = sequence_length(bytes, i);
    if (length == 0) {
      if (at != nullptr) *at = i;
      return false;
    }
    i += length;
  }
  return true;
}

std::string nfc(std::string_view utf8) {
  if (is_settled(utf8)) return std::string(utf8);
  std::vector<CodePoint> text;
  text.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t length = sequence_length(utf8, i);
    if (length == 0) return std::string(utf8);
    decompose(decode(utf8, i, length), text);
    i += length;
  }
  sort_marks(text);
  compose_all(text);
  std::string out;
  out.reserve(utf8.size());
  for (const CodePoint p : text) encode(p.c, out);
  return out;
}

std::string key_form(std::string_view utf8) {
  constexpr std::string_view typographic = "\xE2\x80\x99";  // U+2019
  const std::string normal = nfc(utf8);
  std::string out;
  out.reserve(normal.size());
  for (std::size_t from = 0; from < normal.size();) {
    const std::size_t at = normal.find(typographic, from);
    out.append(normal, from, at - from);
    if (at == std::string::npos) break;
    out += '\'';
    from = at + typographic.size();
  }
  return out;
}

}  // namespace eligo::types
