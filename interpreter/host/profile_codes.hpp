// SPDX-License-Identifier: MIT
// Owns the list of codes that errors of profiles bear.
#pragma once

#include <string_view>
#include <vector>

namespace eligo::host {

struct ProfileCode {
  std::string_view name;     // "profile/unknown_fact": stable
  std::string_view summary;  // what it means, in one line
};

[[nodiscard]] const std::vector<ProfileCode>& profile_codes();

namespace profile_code {
#define ELIGO_PROFILE_CODE(id, spelling, summary) inline constexpr std::string_view id = spelling;
#include "interpreter/host/profile_codes.def"
#undef ELIGO_PROFILE_CODE
}  // namespace profile_code

}  // namespace eligo::host
