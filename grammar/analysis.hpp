// SPDX-License-Identifier: MIT
// Owns what PEGTL's analysis has to know of our own rules. Included by the test of the grammar alone.
#pragma once

#include <tao/pegtl/contrib/analyze.hpp>

#include "grammar/productions.hpp"

namespace tao::pegtl {

template <typename Name>
struct analyze_traits<Name, eligo::grammar::consumes> : analyze_any_traits<> {};

template <typename Name, typename... Rules>
struct analyze_traits<Name, eligo::grammar::consumes_and<Rules...>> : analyze_seq_traits<any, Rules...> {};

template <typename Name, typename... Rules>
struct analyze_traits<Name, eligo::grammar::may_consume<Rules...>> : analyze_opt_traits<Rules...> {};

}  // namespace tao::pegtl

namespace eligo::grammar {

/// The number of ways in which the grammar could read on without consuming anything: 0.
[[nodiscard]] inline std::size_t grammar_problems() {
  return pegtl::analyze<file>(1);
}

}  // namespace eligo::grammar
