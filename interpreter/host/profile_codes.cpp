// SPDX-License-Identifier: MIT
// Owns the table behind the list of profile codes.
#include "interpreter/host/profile_codes.hpp"

namespace eligo::host {

const std::vector<ProfileCode>& profile_codes() {
  static const std::vector<ProfileCode> table = {
#define ELIGO_PROFILE_CODE(id, spelling, summary) ProfileCode{spelling, summary},
#include "interpreter/host/profile_codes.def"
#undef ELIGO_PROFILE_CODE
  };
  return table;
}

}  // namespace eligo::host
