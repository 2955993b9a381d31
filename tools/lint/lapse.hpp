// SPDX-License-Identifier: MIT
// Owns the versions with which something ends.
#pragma once

#include <functional>
#include <string>

#include "tools/lint/lint.hpp"

namespace eligo::lint {

/// A last version, `never` or `not covered`: from its first day on nothing is in force.
struct Lapse {
  std::string name;
  std::string what;  // "the value `ceiling`"
  std::string then;  // what holds from then on: "nobody meets it", "it is not covered"
  types::Date from;  // the first day of it
  Span span;         // `since 2026-01-01`
  NodeId root = 0;   // of what ends
};

/// Calls `see` for each rule, value and decision that ends for good.
void each_lapse(const Context& context, const std::function<void(const Lapse&)>& see);

/// Somebody whose answer turns on that day, as tests; "" where nobody is found.
[[nodiscard]] std::string shown(const Context& context, const Lapse& lapse);

/// Whether a version lets nobody through, or says nothing.
[[nodiscard]] bool is_lapse(const Context& context, const check::VersionDef& version);

}  // namespace eligo::lint
