// SPDX-License-Identifier: MIT
// Owns what a full run must have seen: every operator on every type with every ending, and enough of each
// verdict.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "tests/oracle/tally.hpp"

namespace eligo::oracle {

/// The tables of what was seen, for people.
[[nodiscard]] std::string histogram(const Tally& tally, const std::map<std::string, std::size_t>& verdicts);

/// What was seen too seldom, one a line; "" if nothing.
[[nodiscard]] std::string missing(const Tally& tally, const std::map<std::string, std::size_t>& verdicts);

}  // namespace eligo::oracle
