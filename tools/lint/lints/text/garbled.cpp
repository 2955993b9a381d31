// SPDX-License-Identifier: MIT
// Letters that were read in one encoding and saved in another: `RÃ©union`.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "interpreter/words/utf8.hpp"
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace text_garbled_parts {

using std::string_view;

constexpr std::size_t most_shown = 40;  // bytes of the word on each side

// The signs of Windows-1252 between 0x80 and 0x9f (Unicode's table CP1252; 0: none): what UTF-8's further bytes are shown as.
constexpr std::array<std::uint16_t, 32> signs = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

// The byte that Windows-1252 shows as this character, from 0x80 on.
std::optional<unsigned char> byte_of(char32_t point) {
  if (point >= 0x80 && point <= 0xff) return static_cast<unsigned char>(point);
  for (std::size_t i = 0; i < signs.size(); ++i)
    if (signs[i] != 0 && signs[i] == point) return static_cast<unsigned char>(0x80 + i);
  return std::nullopt;
}

struct Meant {
  std::string letter;     // "é"
  std::size_t bytes = 0;  // of what stands there instead: "Ã©"
};

// A letter of UTF-8 of which each byte was read as one of Windows-1252.
std::optional<Meant> letter_meant(string_view text) {
  const words::CodePoint first = words::decode(text, 0);
  if (first.value != 0xc2 && first.value != 0xc3 && first.value != 0xc5 && first.value != 0xe2)
    return std::nullopt;  // of accents, ligatures, quotes and dashes
  Meant meant{std::string(1, static_cast<char>(first.value)), first.size};
  for (std::size_t left = first.value < 0xe0 ? 1 : 2; left != 0; --left) {
    if (meant.bytes >= text.size()) return std::nullopt;
    const words::CodePoint next = words::decode(text, meant.bytes);
    const auto byte = byte_of(next.value);
    if (!byte || *byte > 0xbf) return std::nullopt;
    const bool is_quote = next.value >= 0x2018 && next.value <= 0x201d;
    if (is_quote && (first.value == 0xc2 || first.value == 0xc3)) return std::nullopt;  // “AMANHÔ
    meant.letter += static_cast<char>(*byte);
    meant.bytes += next.size;
  }
  return meant;
}

bool is_inside_word(char c) {
  return string_view(" \t\r\n\",;:(){}").find(c) == string_view::npos;
}

// The word around it, as it stands and as it is meant.
void say(text::SourceId source, string_view all, std::size_t at, std::vector<Finding>& found) {
  std::size_t begin = at, end = at;
  while (begin != 0 && at - begin < most_shown && is_inside_word(all[begin - 1])) --begin;
  while (begin != at && (static_cast<unsigned char>(all[begin]) & 0xc0u) == 0x80u) ++begin;
  std::string right;
  std::size_t p = begin;
  while (p != all.size() && p - begin < 2 * most_shown && is_inside_word(all[p])) {
    const auto meant = letter_meant(all.substr(p));
    const std::size_t bytes = meant ? meant->bytes : words::decode(all, p).size;
    right += meant ? meant->letter : std::string(all.substr(p, bytes));
    p += bytes;
  }
  end = p;
  const Span span{source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  Finding finding{span, "`" + std::string(all.substr(begin, end - begin)) + "` looks like `" + right +
                            "`, read in another encoding"};
  finding.help.push_back("open the file as UTF-8 where it was edited, and write `" + right + "`");
  found.push_back(std::move(finding));
}

// Once a file: where one letter is, all are.
void look(const Context& context, text::SourceId source, std::vector<Finding>& found) {
  const string_view all = context.sources().bytes(source);
  std::optional<std::size_t> first;
  std::size_t more = 0;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const auto byte = static_cast<unsigned char>(all[at]);
    if (byte != 0xc3) continue;  // how all of them begin
    const auto meant = letter_meant(all.substr(at));
    if (!meant) continue;
    if (first)
      ++more;
    else
      first = at;
    at += meant->bytes - 1;
  }
  if (!first) return;
  say(source, all, *first, found);
  if (more != 0)
    found.back().help.push_back(more == 1 ? "one more letter of the file is like that"
                                          : std::to_string(more) + " more letters of the file are like that");
}

void run(const Context& context, std::vector<Finding>& found) {
  for (const check::Unit& unit : context.loaded.units)
    if (context.is_own(unit.source)) look(context, unit.source, found);
  for (const check::TableSource& table : context.loaded.tables)
    if (table.source && context.is_own(context.ast().decls[table.decl].span.source))
      look(context, *table.source, found);
}

}  // namespace text_garbled_parts

Lint text_garbled() {
  return {
      .summary = "letters with accents that were read in another encoding",
      .reason =
          "A program that takes UTF-8 for Windows-1252 shows `é` as `Ã©` and saves it so. The file is "
          "well-formed "
          "again, and people read *La RÃ©union*. Rule files and CSV tables are looked at, a finding for each "
          "file.",
      .level = Level::warning,
      .bad = R"(fact adult "«majoritÃ©»" : yes or no
decision help
  adult
end
)",
      .good = R"(fact adult "majorité" : yes or no
decision help
  adult
end
)",
      .run = text_garbled_parts::run,
  };
}

}  // namespace eligo::lint
