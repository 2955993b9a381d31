// SPDX-License-Identifier: MIT
// Owns how a checked ruleset begins, is moved and ends.
#include "interpreter/check/checked.hpp"

namespace eligo::check {

Checked::Checked() = default;
Checked::Checked(Checked&&) noexcept = default;
Checked& Checked::operator=(Checked&&) noexcept = default;
Checked::~Checked() = default;

}  // namespace eligo::check
