// SPDX-License-Identifier: MIT
// Owns which bytes a source may hold at all: UTF-8, no control characters, nothing that hides or turns what
// is read.
#pragma once

#include "grammar/limits.hpp"
#include "grammar/text/diagnostic.hpp"
#include "grammar/text/source.hpp"

namespace eligo::grammar {

/// Empty if the source may be read further. At most one diagnostic of each kind.
[[nodiscard]] text::Diagnostics check_encoding(const text::SourceSet& sources, text::SourceId id,
                                               const Limits& limits);

}  // namespace eligo::grammar
