// SPDX-License-Identifier: MIT
// Owns the facts of every type that the tests of profiles tell of.
#pragma once

#include <memory>
#include <string>

#include "interpreter/check/checked.hpp"
#include "interpreter/host/fact_index.hpp"

namespace eligo::host::testing {

/// age, income, share, born, phone.os, phone.version, id.kind, id.country, id.expires, citizen, name,
/// nickname, department, year, pin (private key), size; see schema.cpp.
struct Schema {
  text::Names names;
  check::Checked checked;
};

[[nodiscard]] const FactIndex& facts();
[[nodiscard]] check::Index fact(std::string_view name);

}  // namespace eligo::host::testing
