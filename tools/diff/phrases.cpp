// SPDX-License-Identifier: MIT
// Owns the list of the languages that the account can be given in.
#include "tools/diff/phrases.hpp"

namespace eligo::diff {

const Phrases& phrases_of(const words::Language& language) {
  for (const Phrases* phrases : {&english, &french})
    if (phrases->language == &language) return *phrases;
  return english;
}

}  // namespace eligo::diff
