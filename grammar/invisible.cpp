// SPDX-License-Identifier: MIT
// Owns which characters nobody can see.
#include "grammar/invisible.hpp"

#include <algorithm>
#include <array>

namespace eligo::grammar {
namespace {

struct Stretch {
  std::uint32_t first, last;
};

template <std::size_t N>
bool is_in(std::uint32_t point, const std::array<Stretch, N>& stretches) {
  return std::any_of(stretches.begin(), stretches.end(),
                     [&](const Stretch& s) { return point >= s.first && point <= s.last; });
}

// Default_Ignorable_Code_Point of DerivedCoreProperties.txt, Unicode 14.0 (the same in 15.1), without what shapes.
constexpr std::array<Stretch, 18> ignorable = {{
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
constexpr std::array<Stretch, 3> others = {{{0x2028, 0x2029}, {0xfff9, 0xfffb}, {0xfdd0, 0xfdef}}};

constexpr std::array<Stretch, 1> joiners = {{{0x200c, 0x200d}}};
// Property Variation_Selector of PropList.txt.
constexpr std::array<Stretch, 4> selectors = {
    {{0x180b, 0x180d}, {0x180f, 0x180f}, {0xfe00, 0xfe0f}, {0xe0100, 0xe01ef}}};

}  // namespace

bool is_invisible(std::uint32_t point) {
  return is_in(point, ignorable) || is_in(point, others) || (point & 0xfffeu) == 0xfffeu;
}

bool is_shaping(std::uint32_t point) {
  return is_in(point, joiners) || is_in(point, selectors);
}

bool shapes_nothing(std::uint32_t before, std::uint32_t point) {
  if (is_in(before, selectors))
    return is_in(point, selectors);  // one for each character; a joiner may follow
  if (is_shaping(before)) return true;
  if (before >= 0x80) return before == 0xa0;
  const bool in_emoji = (before >= '0' && before <= '9') || before == '#' || before == '*';  // keycaps
  return !(in_emoji && (point == 0xfe0e || point == 0xfe0f));
}

}  // namespace eligo::grammar
