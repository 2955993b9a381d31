// SPDX-License-Identifier: MIT
// Owns the order of the passes.
#include "interpreter/check/checked.hpp"
#include "interpreter/check/passes.hpp"
#include "interpreter/check/repeats.hpp"
#include "interpreter/check/typing.hpp"

namespace eligo::check {

CheckResult check(const Input& input) {
  Context c(input);
  c.out.ast = input.ast;
  c.out.names = input.names;
  declare(c);
  declare_amendments(c);
  declare_types(c);
  Typing typing(c);
  read_tables(c, typing);
  read_facts(c, typing);
  check_bodies(c, typing);
  check_references(c);
  check_words(c);
  check_placeholders(c);
  check_tests(c, typing);
  check_tests_from(c);
  check_texts(c);
  CheckResult result;
  result.diagnostics = c.take();
  say_once(result.diagnostics, *input.sources);
  guess_renamed(c, result.diagnostics);
  result.checked = std::move(c.out);
  return result;
}

}  // namespace eligo::check
