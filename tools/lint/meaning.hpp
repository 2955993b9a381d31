// SPDX-License-Identifier: MIT
// Owns what a program means, as one text: two programs with the same one answer every question alike.
#pragma once

#include <string>

#include "eligo/eligo.hpp"

namespace eligo::lint {

/// What is asked, what is decided from it (the compiled conditions, two negations and blocks of one line left out), and
/// every text that people read. Programs with different ones may still mean the same.
[[nodiscard]] std::string meaning_of(const Program& program);

}  // namespace eligo::lint
