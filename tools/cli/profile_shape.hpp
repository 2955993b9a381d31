// SPDX-License-Identifier: MIT
// The shape of a profile: a blank one to fill in, and its JSON Schema. Made from the facts of a program.
#pragma once

#include <string>
#include <vector>

#include "eligo/eligo.hpp"

namespace eligo::cli {

/// A profile to fill in: every fact, nested by the dots of its name, with null. A list too: one blank
/// member would say that there is one.
[[nodiscard]] std::string blank_profile(const std::vector<FactInfo>& facts);
/// A member of a list to fill in, as JSON on one line.
[[nodiscard]] std::string blank_member(const FactInfo& list, const std::vector<FactInfo>& facts);

/// The JSON Schema (2020-12) of profiles: what Facts::tell_json takes, as far as a schema can say it (the language
/// reference, "What is told", has what it cannot).
[[nodiscard]] std::string profile_schema(const std::vector<FactInfo>& facts, const std::string& title);

}  // namespace eligo::cli
