// SPDX-License-Identifier: MIT
// Owns random people: what is told of each fact, in growing exactness, and how it is written for the engine.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tests/oracle/oracle.hpp"
#include "tests/oracle/random.hpp"

namespace eligo::oracle {

/// A profile, and which fact was told (or told more exactly) since the one before it; nowhere for the first
/// of a chain.
struct Person {
  Profile profile;
  Index changed = check::nowhere;
};

/// People one after the other: each chain begins with little told, and every next one tells one fact more
/// exactly, on the same days.
class People {
 public:
  People(const Checked& program, std::uint64_t seed);
  [[nodiscard]] const Person& next();

 private:
  void begin();
  [[nodiscard]] bool narrow();
  void tell(Index fact);
  [[nodiscard]] types::Told told(Index fact);
  [[nodiscard]] types::Told narrower(Index fact, const types::Told& told);
  [[nodiscard]] Value any_value(const check::FactDef& fact);
  [[nodiscard]] Value any_in_range(const check::FactDef& fact);

  const Checked& program_;
  Random random_;
  Person person_;
  std::size_t left_ = 0;
};

/// What is told of the fact no longer is; of a list, neither what is told of its members.
void forget(const Checked& program, Index fact, Profile& profile);

/// One value as a rule file or profile writes it, without quotes: "42", "2024-02-29", "red", "none".
[[nodiscard]] std::string spelled(const Checked& program, const types::Type& type, const Value& value);
/// All that is told, as a JSON object.
[[nodiscard]] std::string json_of(const Checked& program, const Profile& profile);

}  // namespace eligo::oracle
