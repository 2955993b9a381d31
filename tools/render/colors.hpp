// SPDX-License-Identifier: MIT
// The few colours of the program, as a terminal is told them.
#pragma once

#include <string>
#include <string_view>

namespace eligo::render {

enum class Color { red, yellow, green, blue, cyan, bold };

/// The text in a colour, or as it is where colour is off. The text must be safe to print (`visible`).
[[nodiscard]] inline std::string colored(std::string_view text, Color color, bool on) {
  if (!on) return std::string(text);
  const char* code = "1";
  switch (color) {
    case Color::red:
      code = "1;31";
      break;
    case Color::yellow:
      code = "1;33";
      break;
    case Color::green:
      code = "1;32";
      break;
    case Color::blue:
      code = "34";
      break;
    case Color::cyan:
      code = "36";
      break;
    case Color::bold:
      code = "1";
      break;
  }
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace eligo::render
