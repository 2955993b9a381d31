// SPDX-License-Identifier: MIT
// Owns random rulesets: every operator on every type, so that yes, no, open and invalid all come up.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "interpreter/types/value.hpp"
#include "tests/oracle/random.hpp"
#include "tests/oracle/source.hpp"

namespace eligo::oracle {

/// A ruleset of a dozen facts, some tables, enums, values, rules and four decisions. The same for the same
/// seed.
[[nodiscard]] SourceText generate(std::uint64_t seed);

/// A type as the generator speaks of it; `of` counts the enums or the tables.
struct Kind {
  types::Base base = types::Base::whole;
  unsigned of = 0;
  friend bool operator==(const Kind& a, const Kind& b) { return a.base == b.base && a.of == b.of; }
};

/// A fact, column, value or rule: what an expression can be made of.
struct Atom {
  std::string text;
  Kind kind;
  bool or_none = false;
};

/// A list of records: what a member of it has, as `.f0` and `.f3.c1` after its name.
struct Members {
  std::string list;
  std::vector<Atom> fields;
};

/// Writes expressions over the atoms it is given. Whatever it writes passes the checker.
class Expressions {
 public:
  explicit Expressions(Random& random) : random_(random) {}

  void add(Atom atom) { atoms_.push_back(std::move(atom)); }
  /// A value that is written, not calculated.
  void add_figure(Atom figure) { figures_.push_back(std::move(figure)); }
  void add_rule(std::string name) { rules_.push_back(std::move(name)); }
  void add_group(std::string name) { groups_.push_back(std::move(name)); }
  void add_list(Members members) { lists_.push_back(std::move(members)); }
  [[nodiscard]] const std::vector<std::string>& rules() const { return rules_; }

  /// A condition; `depth` bounds what stands inside one another.
  [[nodiscard]] std::string condition(unsigned depth);
  /// A condition that is one operator on one type, all of them alike.
  [[nodiscard]] std::string drill();
  /// The same about the members of a list.
  [[nodiscard]] std::string drill_members();
  /// A condition about members that few answers decide, so that they can be listed.
  [[nodiscard]] std::string few_members();
  /// One about the member that is bound.
  [[nodiscard]] std::string few_asked();
  /// `m0 in l0`: from here to `leave` the fields of that member are what expressions are made of, mostly.
  [[nodiscard]] std::string enter();
  void leave() { scopes_.pop_back(); }
  /// Something of the type that is invalid for most people.
  [[nodiscard]] std::string broken_operand(Kind kind);
  /// Something of the type that never is none; its type can be seen from itself.
  [[nodiscard]] std::string typed(Kind kind, unsigned depth);
  /// The same, or a literal.
  [[nodiscard]] std::string operand(Kind kind, unsigned depth);
  [[nodiscard]] std::string literal(Kind kind);
  [[nodiscard]] Kind any_kind();
  [[nodiscard]] std::string type_name(Kind kind) const;

 private:
  [[nodiscard]] const Atom* atom(Kind kind, bool or_none);
  /// A figure of the kind, or one that may stand there; none where there is none.
  [[nodiscard]] const Atom* figure(Kind kind);
  [[nodiscard]] std::string maybe_none(Kind kind, unsigned depth);
  [[nodiscard]] std::string when(Kind kind, unsigned depth);
  [[nodiscard]] std::string broken_condition();
  [[nodiscard]] std::string computed(Kind kind, unsigned depth);
  [[nodiscard]] std::string whole(unsigned depth);
  [[nodiscard]] std::string decimal(unsigned depth);
  [[nodiscard]] std::string money(unsigned depth);
  [[nodiscard]] std::string date(unsigned depth);
  [[nodiscard]] std::string extreme(Kind kind, unsigned depth);
  [[nodiscard]] std::string sum(Kind kind, unsigned depth);
  [[nodiscard]] std::string product(Kind kind, unsigned depth);
  [[nodiscard]] std::string rounded(const std::string& x, const std::string& step);
  [[nodiscard]] std::string divisor(Kind kind, unsigned depth);
  [[nodiscard]] std::string comparison(unsigned depth);
  [[nodiscard]] std::string membership(unsigned depth);
  [[nodiscard]] std::string logic(unsigned depth);
  [[nodiscard]] std::string bare();
  [[nodiscard]] std::string quantifier(unsigned depth);
  [[nodiscard]] std::string aggregate(Kind kind, unsigned depth);
  [[nodiscard]] std::string extreme_of_members(Kind kind, unsigned depth, bool mixed);
  [[nodiscard]] std::string where(unsigned depth);
  [[nodiscard]] bool can_enter() const { return scopes_.size() < 2; }

  [[nodiscard]] std::string drill_operand(Kind kind);
  [[nodiscard]] std::string drill_none(Kind kind);
  [[nodiscard]] std::string drill_comparison(Kind kind, const std::string& left);
  [[nodiscard]] std::string drill_asked();

  Random& random_;
  std::vector<Atom> atoms_;
  std::vector<Atom> figures_;
  std::vector<std::string> rules_;
  std::vector<std::string> groups_;
  std::vector<Members> lists_;
  std::vector<std::vector<Atom>> scopes_;  // of the members that are bound, innermost last
};

/// The values of the generator's enums; the second lists `none` too.
[[nodiscard]] const std::vector<std::vector<std::string>>& enum_values();
/// The keys of its tables, as written in rules.
[[nodiscard]] const std::vector<std::vector<std::string>>& table_keys();

}  // namespace eligo::oracle
