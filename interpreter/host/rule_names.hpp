// SPDX-License-Identifier: MIT
// Owns which files of a folder are read as rules: their names alone say it.
#pragma once

#include <string>
#include <string_view>

namespace eligo::host {

/// True of a file that is read where its folder is: its name ends in `.eligo`, and can be part of a path. A name that
/// begins with a dot is nobody's rules.
[[nodiscard]] bool is_read(std::string_view name);

/// Why a file that somebody may have meant as rules (or as a table) is not read, and what to call it; both "" where it is
/// read, hidden, or of another kind.
struct NotRead {
  std::string why;   // "its name ends in `.txt`"
  std::string help;  // "name it `tests.eligo`"
  bool is_rules = false;
};
[[nodiscard]] NotRead not_read(std::string_view name);

}  // namespace eligo::host
