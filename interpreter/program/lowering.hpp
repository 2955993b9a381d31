// SPDX-License-Identifier: MIT
// Owns the state of one lowering: what was already made of each expression, rule and value. Internal to
// program/.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "interpreter/builtins/function.hpp"
#include "interpreter/program/known.hpp"
#include "interpreter/program/program.hpp"

namespace eligo::program {

inline constexpr types::Type yes_or_no{types::Base::yes_or_no, false, 0};

class Lowering {
 public:
  explicit Lowering(const check::Checked& checked) : checked_(checked), ast_(*checked.ast) {}
  [[nodiscard]] Program run();

 private:
  using ExprId = grammar::ExprId;
  using Index = check::Index;
  using Ref = check::Ref;

  // lower.cpp: the whole
  void make_slots();
  void make_columns();
  void make_things();  // rules and values, each after what it refers to
  void make_thing(std::uint32_t thing);
  void make_decision(Index index);
  void order_lists();
  [[nodiscard]] std::uint32_t thing_count() const {
    return static_cast<std::uint32_t>(checked_.rules.size() + checked_.values.size());
  }
  [[nodiscard]] std::vector<std::uint32_t> things_of(const std::vector<ExprId>& roots) const;
  struct Whole {
    NodeId node;
    WhyId why;
  };
  [[nodiscard]] Whole version(const check::VersionDef& v, types::Type type, bool lines);
  [[nodiscard]] Whole versions(const std::vector<check::VersionDef>& all, types::Type type, bool lines);
  [[nodiscard]] Whole with_exceptions(Whole body, const std::vector<Index>& unless);
  [[nodiscard]] Whole line(Index index);

  // lower_expression.cpp: nodes
  void lower(ExprId root);  // fills node_of_ and why_of_ for the root and all below it
  NodeId lower_value(ExprId e);
  [[nodiscard]] std::size_t function_of(const grammar::Expr& call) const;  // a place in builtins::functions()
  NodeId folded(Node node, const std::vector<NodeId>& children);
  NodeId lower_condition(ExprId e);
  NodeId compare(grammar::Op op, ExprId a, ExprId b);
  NodeId compare_nodes(grammar::Op op, NodeId a, NodeId b);
  NodeId member(ExprId e);
  NodeId round(const grammar::Expr& e, types::Type type);
  NodeId block(const grammar::Block& b);
  NodeId name(ExprId e);
  [[nodiscard]] bool is_condition_expr(ExprId e) const;
  template <typename F>
  void each_part(ExprId e, const F& f) const {  // children, lines of a block included
    const grammar::Expr& expr = ast_[e];
    if (expr.kind == grammar::ExprKind::block) {
      for (const grammar::Line& l : ast_.blocks[expr.value].lines) f(l.condition);
      return;
    }
    for (std::uint32_t i = 0; i < expr.count; ++i) f(ast_.child(expr, i));
  }
  [[nodiscard]] NodeId as_value(NodeId n);
  [[nodiscard]] NodeId not_node(NodeId n);
  NodeId make(Node node, std::span<const NodeId> children);
  NodeId make(const Node& node, std::initializer_list<NodeId> children) {
    return make(node, std::span<const NodeId>(children.begin(), children.size()));
  }
  /// Without asking whether there is one like it.
  NodeId add(Node node, std::span<const NodeId> children);
  NodeId constant(const types::Value& value, types::Type type);
  NodeId truth(builtins::Truth::State state);
  struct Asked {
    std::uint32_t slot = nowhere, column = nowhere;
  };
  using Operand = std::reference_wrapper<const types::Possible>;
  /// Most conditions come again: what is asked is only kept of those that are new. Changes the operands.
  NodeId atom(Asked asked, SlotCondition::Kind kind, std::span<Operand> operands);
  [[nodiscard]] Asked asked_by(ExprId e) const;  // the fact or column that an expression just is
  [[nodiscard]] types::Type type_of(Asked asked) const;
  /// A constant as one of the type of what is asked; none where it is none.
  [[nodiscard]] std::optional<NodeId> fitted(Asked asked, NodeId n);
  NodeId compare_constant(Asked asked, grammar::Op op, bool mirrored, NodeId constant);
  /// Changes the list. None where a constant is not of the type of what is asked.
  [[nodiscard]] std::optional<NodeId> member_of_constants(Asked asked, std::vector<NodeId>& list);
  [[nodiscard]] bool is_constant(NodeId n) const { return program_.nodes[n].op == Op::constant; }
  [[nodiscard]] const types::Possible& constant_of(NodeId n) const {
    return program_.constants[program_.nodes[n].payload];
  }
  [[nodiscard]] std::uint32_t universe(types::Type type) const;

  // lower_asked.cpp: conditions about one fact and literals, as most are; the same come again and again
  /// Fills node_of_ and why_of_; false where the expression is another one, and nothing is done.
  bool lower_asked(ExprId e);
  struct Asking {
    Asked asked;
    grammar::Op op = grammar::Op::nothing;
    bool mirrored = false;
    std::uint32_t first = 0, count = 0;  // asked_constants_
    Whole made{0, 0};
  };
  [[nodiscard]] bool is_asking(ExprId e, Asking& asking);  // puts the constants behind the others
  [[nodiscard]] bool add_constants(ExprId e, types::Type type);
  [[nodiscard]] std::span<const NodeId> constants_of(const Asking& asking) const {
    return std::span<const NodeId>(asked_constants_).subspan(asking.first, asking.count);
  }
  [[nodiscard]] std::uint64_t hash_of_asking(const Asking& asking) const;
  [[nodiscard]] bool is_same_asking(const Asking& a, const Asking& b) const;
  bool make_anew(ExprId e, std::uint64_t hash, Asking& asking);
  [[nodiscard]] std::optional<NodeId> answer(const Asking& asking);
  [[nodiscard]] WhyId why_of_slot(std::uint32_t slot);

  // lower_lists.cpp: quantifiers and aggregates, member by member
  struct Member {
    NodeId exists;
    WhyId exists_why;
    NodeId where;  // exists, and what `where` asks
    WhyId where_why;
    Whole taken;
  };
  [[nodiscard]] bool asks_members(ExprId e) const;
  void lower_members(ExprId e);
  [[nodiscard]] std::vector<Member> members_of(ExprId e);
  void forget(ExprId root);
  [[nodiscard]] Whole joined(Op op, const std::vector<Whole>& parts, std::uint32_t payload = 0);
  /// What is asked of a member, if it is there; of `any` the first says that it is not.
  [[nodiscard]] Whole asked_of_member(Op op, const Whole& there, const Whole& asked);
  [[nodiscard]] Whole negated(const Whole& part);
  [[nodiscard]] Whole quantifier(ExprId e);
  [[nodiscard]] Whole aggregate(ExprId e);
  /// The factor of every member's term, where what they are multiplied with can as well be multiplied with the sum.
  struct Factored {
    NodeId factor;
    types::Type type;           // of the terms without it
    std::vector<NodeId> terms;  // by member
  };
  [[nodiscard]] std::optional<Factored> factored(const std::vector<Member>& members) const;
  [[nodiscard]] NodeId multiplied(ExprId call, NodeId sum, const Factored& common, types::Type type);
  [[nodiscard]] bool may_be_factored(std::uint32_t slot, NodeId factor, std::size_t terms) const;
  [[nodiscard]] Whole each_counted(const Member& m, NodeId one, NodeId zero);
  [[nodiscard]] Whole each_taken(const Member& m, NodeId otherwise, types::Type type);
  /// `count(…) >= 2` as a condition on the members, where that is the same; 0 where it is not.
  [[nodiscard]] NodeId compare_count(grammar::Op op, ExprId count, NodeId bound, bool mirrored);
  /// The node stands there.
  void written(NodeId node, grammar::Span span);
  [[nodiscard]] bool can_be_invalid(const Node& node, std::span<const NodeId> children) const;

  // lower_why.cpp: reasons
  void explain(ExprId e);
  [[nodiscard]] std::uint32_t instance_of(std::uint32_t line) const;
  WhyId why(Why w, std::span<const WhyId> children);
  WhyId why(const Why& w, std::initializer_list<WhyId> children) {
    return why(w, std::span<const WhyId>(children.begin(), children.size()));
  }

  // plans.cpp
  void make_plans(Decision& decision, Index index);
  /// What the roots are made of, in order, on one law day or on all; adds the days on which versions begin.
  [[nodiscard]] std::vector<NodeId> below(const std::vector<NodeId>& roots, std::optional<std::int32_t> day,
                                          std::vector<std::int32_t>* starts);
  [[nodiscard]] const std::vector<DayRange>& uncovered_of_thing(std::uint32_t thing);
  [[nodiscard]] std::vector<DayRange> uncovered_of(const std::vector<check::VersionDef>& versions,
                                                   const std::vector<ExprId>& others);

  const check::Checked& checked_;
  const grammar::Ast& ast_;
  Program program_;
  std::vector<NodeId> node_of_;  // by ExprId
  std::vector<WhyId> why_of_;
  std::vector<bool> done_;
  Known known_;  // nodes
  struct KnownConstant {
    types::Value value;
    NodeId node;
  };
  std::vector<KnownConstant> constants_;
  Known known_constants_;  // of constants_
  Known known_atoms_;      // nodes of conditions of domains
  std::vector<Asking> asking_;
  Known known_asking_;  // of asking_
  std::vector<NodeId> asked_constants_;
  std::vector<WhyId> slot_whys_;                       // by slot; 0: not made yet
  std::vector<std::pair<ExprId, bool>> walk_;          // of `lower`: what is still to be done
  std::vector<std::uint8_t> wanted_;                   // of `below`, by node
  std::vector<NodeId> block_;                          // of `block` and `answer`
  std::vector<Operand> operands_;                      // of `member_of_constants`
  std::vector<WhyId> below_;                           // of `explain`
  std::vector<std::vector<std::uint32_t>> column_of_;  // by table, by column: index of Program::columns
  std::vector<std::uint32_t> bound_;                   // by variable: the member that it stands for now
  std::unordered_map<ExprId, std::vector<NodeId>>
      counted_;               // by call of `count`: the condition of each member
  std::vector<Whole> thing_;  // rules, then values
  std::vector<std::vector<DayRange>> thing_uncovered_;
  std::vector<bool> thing_uncovered_known_;
  bool something_uncovered_ = false;  // of what was asked so far; what a thing refers to is asked before it
};

}  // namespace eligo::program
