// SPDX-License-Identifier: MIT
// Owns which characters nobody can see.
#pragma once

#include <cstdint>

namespace eligo::grammar {

/// What is never shown, whatever stands beside it: what Unicode calls Default_Ignorable_Code_Point, but for what shapes
/// (below); separators of lines and paragraphs, marks of annotations, and code points that are no characters.
[[nodiscard]] bool is_invisible(std::uint32_t point);

/// Joiners and variation selectors: not shown either, but they may change how the character before them is shown, in
/// Persian, in Indic and Mongolian writing, in names of places in Chinese and Japanese, and in emoji.
[[nodiscard]] bool is_shaping(std::uint32_t point);

/// Whether a shaping character does nothing at all behind `before` (0: at the beginning).
[[nodiscard]] bool shapes_nothing(std::uint32_t before, std::uint32_t point);

}  // namespace eligo::grammar
