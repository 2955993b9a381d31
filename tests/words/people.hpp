// SPDX-License-Identifier: MIT
// Owns people made by chance for any ruleset: from nothing, or out of somebody who is told already.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "interpreter/include/eligo/eligo.hpp"
#include "tests/oracle/random.hpp"

namespace eligo::words::test {

/// The same people from the same seed.
class People {
 public:
  People(const Program& program, std::uint64_t seed);

  /// Most facts told, some of them in part.
  [[nodiscard]] Facts anybody();
  /// The person, with some facts forgotten and others told anew.
  [[nodiscard]] Facts changed(const Facts& person);

 private:
  void tell(Facts& person, std::uint32_t slot);
  [[nodiscard]] std::string value(const FactInfo& fact);
  [[nodiscard]] std::string number(const FactInfo& fact, const char* places);
  [[nodiscard]] std::string in_part(const FactInfo& fact);

  const Program& program_;
  std::vector<FactInfo> facts_;
  oracle::Random random_;
};

}  // namespace eligo::words::test
