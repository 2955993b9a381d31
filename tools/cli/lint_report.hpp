// SPDX-License-Identifier: MIT
// What the linter found, written out.
#pragma once

#include <string>

#include "tools/cli/linting.hpp"

namespace eligo::cli {

/// `format` is text, json, sarif, github or junit; "" is text. Beside machine formats a summary goes to standard error. With junit a
/// case fails where its finding is as severe as `fail_level`: error, warning or note.
void report(const std::string& format, const Linting& linting, const std::string& fail_level,
            Console& console);

}  // namespace eligo::cli
