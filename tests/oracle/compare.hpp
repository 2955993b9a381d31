// SPDX-License-Identifier: MIT
// Owns the comparison of oracle and engine on one pair, and the making small of a pair on which they differ.
#pragma once

#include <cstddef>
#include <string>

#include "tests/oracle/profiles.hpp"
#include "tests/oracle/subject.hpp"
#include "tests/oracle/tally.hpp"

namespace eligo::oracle {

struct Compared {
  std::string difference;  // "" : they agree
  std::string verdict;     // the oracle's
  bool needs_compared = false;
  bool perhaps = false;  // the engine gave up the search
  Reply reply;           // the engine's
  bool needs_asked = false;
};

/// How much is compared beside verdict and reasons.
struct Effort {
  /// Needs and settled are compared where no more than so many complete the profile; 0: not asked.
  std::size_t completions = 0;
  /// What is decided is held to every completion too.
  bool of_decided = true;
  /// The verdict alone is asked so often that a chart answers, where there is one.
  bool asks_again = true;
};

[[nodiscard]] Compared compare(Subject& subject, Index decision, const Profile& profile, const Effort& effort,
                               Tally* tally);

/// Two replies of the engine that must be the same but for the order of things. "" if they are.
[[nodiscard]] std::string reply_difference(const Reply& a, const Reply& b);

/// The smallest text and profile found, starting from these, on which they still differ; as something to
/// read.
[[nodiscard]] std::string shrunk(const std::string& text, const std::string& decision, const Profile& profile,
                                 const Checked& profile_of, std::size_t completions);

}  // namespace eligo::oracle
