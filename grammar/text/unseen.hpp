// SPDX-License-Identifier: MIT
// Owns which characters nobody can see, or turn what is shown, and what is printed in their place. Whole in this header: what
// prints texts of users without the library shares it.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace eligo::text {

namespace unseen {

struct Stretch {
  std::uint32_t first, last;
};

template <std::size_t N>
[[nodiscard]] bool is_in(std::uint32_t point, const std::array<Stretch, N>& stretches) {
  return std::any_of(stretches.begin(), stretches.end(),
                     [&](const Stretch& s) { return point >= s.first && point <= s.last; });
}

// Default_Ignorable_Code_Point of DerivedCoreProperties.txt, Unicode 14.0 (the same in 15.1), without what shapes.
inline constexpr std::array<Stretch, 18> ignorable = {{
    {0x00ad, 0x00ad},
    {0x034f, 0x034f},
    {0x061c, 0x061c},
    {0x115f, 0x1160},
    {0x17b4, 0x17b5},
    {0x180e, 0x180e},
    {0x200b, 0x200b},
    {0x200e, 0x200f},
    {0x202a, 0x202e},
    {0x2060, 0x206f},
    {0x3164, 0x3164},
    {0xfeff, 0xfeff},
    {0xffa0, 0xffa0},
    {0xfff0, 0xfff8},
    {0x1bca0, 0x1bca3},
    {0x1d173, 0x1d17a},
    {0xe0000, 0xe00ff},
    {0xe01f0, 0xe0fff},
}};
// General categories Zl and Zp; interlinear annotation (FFF9 to FFFB); noncharacters, but for the last two of each plane.
inline constexpr std::array<Stretch, 3> others = {{{0x2028, 0x2029}, {0xfff9, 0xfffb}, {0xfdd0, 0xfdef}}};

inline constexpr std::array<Stretch, 1> joiners = {{{0x200c, 0x200d}}};
// Property Variation_Selector of PropList.txt.
inline constexpr std::array<Stretch, 4> selectors = {
    {{0x180b, 0x180d}, {0x180f, 0x180f}, {0xfe00, 0xfe0f}, {0xe0100, 0xe01ef}}};

}  // namespace unseen

/// C0, DEL and C1: a terminal may obey them.
[[nodiscard]] inline bool is_control(std::uint32_t point) {
  return point < 0x20 || (point >= 0x7f && point <= 0x9f);
}

/// What changes the direction in which a text is shown.
[[nodiscard]] inline bool is_bidi(std::uint32_t point) {
  return (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069) || point == 0x200e ||
         point == 0x200f || point == 0x061c;
}

/// What is never shown, whatever stands beside it: what Unicode calls Default_Ignorable_Code_Point, but for what shapes
/// (below); separators of lines and paragraphs, marks of annotations, and code points that are no characters.
[[nodiscard]] inline bool is_invisible(std::uint32_t point) {
  return unseen::is_in(point, unseen::ignorable) || unseen::is_in(point, unseen::others) ||
         (point & 0xfffeu) == 0xfffeu;
}

/// Joiners and variation selectors: not shown either, but they may change how the character before them is shown, in
/// Persian, in Indic and Mongolian writing, in names of places in Chinese and Japanese, and in emoji.
[[nodiscard]] inline bool is_shaping(std::uint32_t point) {
  return unseen::is_in(point, unseen::joiners) || unseen::is_in(point, unseen::selectors);
}

/// Whether a shaping character does nothing at all behind `before` (0: at the beginning).
[[nodiscard]] inline bool shapes_nothing(std::uint32_t before, std::uint32_t point) {
  if (unseen::is_in(before, unseen::selectors))
    return unseen::is_in(point, unseen::selectors);  // one for each character; a joiner may follow
  if (is_shaping(before)) return true;
  if (before >= 0x80) return before == 0xa0;
  const bool in_emoji = (before >= '0' && before <= '9') || before == '#' || before == '*';  // keycaps
  return !(in_emoji && (point == 0xfe0e || point == 0xfe0f));
}

/// What is not to be printed as it is, behind `before` (0: at the beginning).
[[nodiscard]] inline bool is_unseen(std::uint32_t point, std::uint32_t before) {
  if (point >= 0x20 && point < 0x7f) return false;
  return is_control(point) || is_invisible(point) || (is_shaping(point) && shapes_nothing(before, point));
}

/// "U+202E"
[[nodiscard]] inline std::string code_point(std::uint32_t point) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out = "U+";
  for (int shift = point > 0xfffff ? 20 : point > 0xffff ? 16 : 12; shift >= 0; shift -= 4)
    out += digits[(point >> shift) & 15u];
  return out;
}

/// What is printed in its place: the picture of a control character (␛), the code of another (<U+202E>).
[[nodiscard]] inline std::string stand_in(std::uint32_t point) {
  if (point >= 0x20 && point != 0x7f) return "<" + code_point(point) + ">";
  return {'\xe2', '\x90', static_cast<char>(point == 0x7f ? 0xa1 : 0x80 + point)};
}

}  // namespace eligo::text
