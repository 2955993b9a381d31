// SPDX-License-Identifier: MIT
// Owns what a checked ruleset means to Z3, written from the reference alone: nothing here stands on program, eval or analysis.
// Each fact is told, so each condition is yes or no: rulesets whose conditions can be invalid are not for it, nor are
// decimals, versions, texts, tables and lists.
#pragma once

#include <z3++.h>

#include <optional>
#include <unordered_map>
#include <vector>

#include "interpreter/check/checked.hpp"
#include "tests/z3/calendar.hpp"
#include "tests/z3/person.hpp"

namespace eligo::z3_agree {

/// Throws std::runtime_error at what it has no words for.
class Formula {
 public:
  /// The definitions are who can be: facts in their ranges, days from `first` to `last`.
  Formula(Definitions& definitions, const check::Checked& checked, types::Date first, types::Date last);

  [[nodiscard]] z3::expr line(check::Index line) { return condition(checked_.lines[line].condition); }
  [[nodiscard]] z3::expr rule(check::Index rule);
  /// yes, no or not covered
  [[nodiscard]] z3::expr verdict(check::Index decision, check::VerdictWord verdict);

  /// It is that day, and all that is told of the person is so.
  [[nodiscard]] z3::expr is(const Person& person) const;
  [[nodiscard]] Person person(const z3::model& model) const;

 private:
  using ExprId = grammar::ExprId;
  /// Numbers, days and items of enums are bit-vectors, yes or no is a Boolean. Where it is none the value means nothing.
  struct Term {
    z3::expr value, none;
  };

  [[nodiscard]] Term fact(check::Index index);
  [[nodiscard]] Term constant(const types::Value& value, types::Base base) const;
  [[nodiscard]] Term choice(const z3::expr& condition, const Term& a, const Term& b);
  [[nodiscard]] z3::expr equal(const Term& a, const Term& b) const;

  [[nodiscard]] z3::expr condition(ExprId id);
  [[nodiscard]] z3::expr comparison(const grammar::Expr& e);
  [[nodiscard]] z3::expr joined(const grammar::Expr& e);
  [[nodiscard]] z3::expr block(const grammar::Block& block, check::Index first_line);
  [[nodiscard]] z3::expr with_exceptions(const z3::expr& body, const std::vector<check::Index>& unless);
  [[nodiscard]] z3::expr in_force(const check::VersionDef& version) const;
  [[nodiscard]] z3::expr body(const std::vector<check::VersionDef>& versions);

  [[nodiscard]] Term value(ExprId id);
  [[nodiscard]] Term name(ExprId id);
  [[nodiscard]] Term computed(const grammar::Expr& e);
  [[nodiscard]] z3::expr shifted(const z3::expr& day, const z3::expr& by, grammar::Unit unit) const;

  [[nodiscard]] z3::expr number(ExprId id) { return value(id).value; }
  [[nodiscard]] z3::expr never() const { return context_.bool_val(false); }

  Definitions& definitions_;
  z3::context& context_;
  const check::Checked& checked_;
  Calendar calendar_;
  types::Date first_;
  z3::expr today_;
  std::vector<Term> facts_;
  std::unordered_map<ExprId, Term> values_;
  std::unordered_map<ExprId, z3::expr> conditions_;  // by name, as rules are
  std::unordered_map<check::Index, z3::expr> rules_;
};

}  // namespace eligo::z3_agree
