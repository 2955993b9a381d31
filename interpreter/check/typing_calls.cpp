// SPDX-License-Identifier: MIT
// Owns the types of calls: of several values, of the members of a list, of a date, and of no function that there is.
#include <algorithm>
#include <array>
#include <utility>

#include "interpreter/builtins/function.hpp"
#include "interpreter/check/typing.hpp"

namespace eligo::check {

using builtins::Function;
using grammar::ExprKind;
using types::Base;

namespace {

bool is_word_of(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

}  // namespace

void Typing::infer_call(ExprId e) {
  const grammar::Expr& x = node(e);
  std::vector<ExprId> arguments;
  for (std::uint32_t i = 0; i < x.count; ++i) arguments.push_back(c_.ast.child(x, i));
  const std::string_view name = c_.view(c_.ast.paths[x.value].id);
  const std::size_t which = builtins::function_named(name);
  if (which == builtins::functions().size()) {
    unknown_function(e);
    fit_all(arguments, Type{});
    return fail(e);
  }
  const Function& function = *builtins::functions()[which].function;
  if (function.takes == Function::Takes::date) return infer_of_date(e, name, function, arguments);
  const bool of_members = arguments.size() == 1 && node(arguments[0]).kind == ExprKind::each;
  if (function.takes != Function::Takes::values || of_members)
    return infer_aggregate(e, name, function.takes, arguments);
  infer_of_values(e, name, arguments);
}

bool Typing::takes_values(ExprId e) const {
  const std::size_t which = builtins::function_named(c_.view(c_.ast.paths[node(e).value].id));
  return which != builtins::functions().size() &&
         builtins::functions()[which].function->takes == Function::Takes::values;
}

void Typing::infer_of_date(ExprId e, std::string_view name, const Function& function,
                           const std::vector<ExprId>& arguments) {
  if (arguments.size() != 1) {
    fit_all(arguments, Type{});
    wrong_operator(e, "`" + std::string(name) + "` takes one date, found " +
                          (arguments.empty() ? "nothing" : std::to_string(arguments.size()) + " values"))
        .help.push_back("write `" + std::string(name) + "(today)`");
    return;
  }
  set(e, {function.of_date, false, 0});
  need_date(arguments[0]);
}

void Typing::infer_of_values(ExprId e, std::string_view name, const std::vector<ExprId>& arguments) {
  const std::string quoted = "`" + std::string(name) + "`";
  if (arguments.size() < 2) {
    const bool told = !arguments.empty() && is_error(arguments[0]);
    fit_all(arguments, Type{});
    if (told) return fail(e);
    wrong_operator(e, quoted + " takes two or more, found " + (arguments.empty() ? "nothing" : "one"))
        .help.push_back("separate them by commas: `" + std::string(name) + "(a, b)`");
    return;
  }
  const United all = unite(arguments, true, ": " + quoted + " takes values of one type");
  if (is_number(all.open)) return set_open(e, all.open);
  Type result = all.type;
  if (all.open == Open::dotted) {
    result = {Base::version, false, 0};
  } else if (all.open != Open::no) {
    for (const ExprId argument : arguments) settle(argument);
    result = unite(arguments, true, ": " + quoted + " takes values of one type").type;
  }
  if (result.base != Base::error && !result.is_ordered()) {
    const auto typed =
        std::find_if(arguments.begin(), arguments.end(), [&](ExprId a) { return !is_open(a); });
    wrong_operator(e, quoted + " takes what has an order, but " + saying(*typed));
    return fit_all(arguments, Type{});
  }
  fit_all(arguments, result);
  if (result.base == Base::error) return fail(e);
  if (result.or_none) {
    fail(e);
    auto& d = c_.say(Code::type_may_be_none, node(e).span, quoted + " takes nothing that may be none");
    for (const ExprId argument : arguments)
      if (type(argument).or_none) without_none_in(d, argument);
    return;
  }
  // Of lists alone there may be no members, and none then.
  result.or_none = std::all_of(arguments.begin(), arguments.end(),
                               [&](ExprId argument) { return node(argument).kind == ExprKind::each; });
  set(e, result);
}

// What `max` and `min` take, which may be none; said once of each.
void Typing::without_none_in(text::Diagnostic& d, ExprId argument) {
  const grammar::Expr& x = node(argument);
  const ExprId taken = x.kind == ExprKind::each ? c_.ast.child(x, x.count - 1) : argument;
  std::string advice = x.kind == ExprKind::none ? "leave `none` out" : advice_without_none(taken);
  if (!advice.empty() && std::find(d.help.begin(), d.help.end(), advice) == d.help.end())
    d.help.push_back(std::move(advice));
}

void Typing::unknown_function(ExprId e) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> habits = {
      {{"round", "write `… rounded half up to 1`"},
       {"floor", "write `… rounded down to 1`"},
       {"ceil", "write `… rounded up to 1`"},
       {"if", "write `when … then … else …`"},
       {"IF", "write `when … then … else …`"},
       {"age", "write `full years from birth_date to today`"},
       {"years", "write `full years from … to …`"}}};
  const Path& path = c_.ast.paths[node(e).value];
  if (!path || c_.is_lost(path)) return;
  const std::string_view word = c_.view(path.id);
  auto& d = c_.say(Code::name_unknown, path.span, c_.tick(path.id) + " is not a function");
  if (const Entry entry = c_.thing(path.id); entry.kind != Entry::Kind::nothing) {
    d.help.push_back(c_.tick(path.id) + " is " + std::string(c_.article_word(entry.kind)) +
                     ": write a comma or an operator between it and the bracket");
    return;
  }
  for (const auto& [habit, right] : habits) {
    if (word != habit) continue;
    d.help.push_back(std::string(right));
    return;
  }
  std::vector<std::string_view> names;
  for (const auto& [name, function] : builtins::functions()) {
    names.push_back(name);
    if (!is_word_of(function->elsewhere, word)) continue;
    d.help.push_back("write `" + std::string(name) + "(…)`");
    return;
  }
  if (!c_.suggest(d, path.span, word, names))
    d.help.push_back("the functions are " + builtins::function_names());
}

}  // namespace eligo::check
