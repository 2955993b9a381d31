// SPDX-License-Identifier: MIT
// The words of the levels.
#include "tools/lint/level.hpp"

namespace eligo::lint {

std::string_view to_string(Level level) {
  switch (level) {
    case Level::off:
      return "off";
    case Level::note:
      return "note";
    case Level::warning:
      return "warning";
    case Level::error:
      return "error";
  }
  return "";
}

std::optional<Level> level_of(std::string_view word) {
  for (const Level level : {Level::off, Level::note, Level::warning, Level::error})
    if (to_string(level) == word) return level;
  return std::nullopt;
}

Severity severity_of(Level level) {
  if (level == Level::error) return Severity::error;
  return level == Level::warning ? Severity::warning : Severity::note;
}

Level level_of(Severity severity) {
  if (severity == Severity::error) return Level::error;
  return severity == Severity::warning ? Level::warning : Level::note;
}

}  // namespace eligo::lint
