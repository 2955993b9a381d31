// SPDX-License-Identifier: MIT
// Owns the only door to PEGTL: nothing else in the repository includes it, and nothing outside grammar/ may
// include this.
#pragma once

#include <tao/pegtl.hpp>

namespace eligo::grammar {

namespace pegtl = tao::pegtl;

}  // namespace eligo::grammar
