// SPDX-License-Identifier: MIT
// Owns how a declaration is called in what is said of it.
#pragma once

#include <string_view>

namespace eligo::grammar {

class Scan;

/// `rule adult`, `fact home.town` of the declaration that begins at p; its first word alone where it has no name.
[[nodiscard]] std::string_view with_its_name(const Scan& scan, const char* p);

}  // namespace eligo::grammar
