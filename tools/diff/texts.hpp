// SPDX-License-Identifier: MIT
// Owns how a set of texts is said: by those that the rules name, and what others begin with.
#pragma once

#include "interpreter/analysis/difference.hpp"
#include "tools/diff/account.hpp"
#include "tools/diff/phrases.hpp"

namespace eligo::diff {

/// "A", "what begins with CD", "any but A": into `part`, in both languages.
void add_texts(const analysis::Values& values, const Phrases& phrases, Part& part);

}  // namespace eligo::diff
