// SPDX-License-Identifier: MIT
// Owns what is asked of the members of lists (language.md 2.11): position by position, each member in and out.
#include <algorithm>

#include "tests/oracle/explain.hpp"
#include "tests/oracle/oracle.hpp"
#include "tests/oracle/tally.hpp"

namespace eligo::oracle {

using grammar::Expr;
using grammar::ExprKind;

Index askable(const Checked& program, Index fact, const Profile& profile) {
  const Index list = program.facts[fact].member_of;
  if (list == check::nowhere || profile.told[program.lists[list].fact]) return fact;
  return program.lists[list].fact;
}

bool is_absent(const Checked& program, Index fact, const Profile& profile) {
  const check::FactDef& def = program.facts[fact];
  if (def.member_of == check::nowhere) return false;
  const auto& length = profile.told[program.lists[def.member_of].fact];
  return length && std::get<std::int64_t>(length->value) <= std::int64_t{def.member};
}

bool asks_members(const Checked& program, const Expr& e) {
  for (std::uint32_t i = 0; i < e.count; ++i) {
    if ((*program.ast)[program.ast->child(e, i)].kind == ExprKind::each) return true;
  }
  return false;
}

Walk Walk::about(Index variable, std::uint32_t member) const {
  Walk inner = *this;
  inner.outer_ = this;
  inner.variable_ = variable;
  inner.member_ = member;
  return inner;
}

std::uint32_t Walk::member_of(Index variable) const {
  const Walk* at = this;
  while (at->variable_ != variable) at = at->outer_;
  return at->member_;
}

const check::ListDef& Walk::list_of(ExprId id) const {
  return program_.lists[program_.variables[program_.refs[id].index].list];
}

Condition Walk::is_there(const check::ListDef& list, std::uint32_t member) const {
  const Possible length = possible_of_fact(program_, list.fact, profile_);
  if (length.from.count > member) return {State::yes, false};
  return {length.to.count > member ? State::open : State::no, false};
}

Index Walk::fact_of(const check::Ref& member) const {
  const check::ListDef& list = program_.lists[program_.variables[member.index].list];
  return list.member(member_of(member.index), member.second);
}

Index Walk::instance(Index line) const {
  Index index = program_.lines[line].first_instance;
  if (index == check::nowhere) return line;
  std::vector<std::uint32_t> members;
  for (Index v = program_.scope(program_.lines[line].condition); v != check::nowhere;
       v = program_.variables[v].outer) {
    members.insert(members.begin(), member_of(v));
  }
  while (program_.lines[index].members != members) ++index;
  return index;
}

Condition Walk::quantifier(const Expr& e, ExprId id) const {
  const bool some = e.op == grammar::Op::some;
  const check::ListDef& list = list_of(id);
  std::vector<Condition> parts;
  for (std::uint32_t m = 0; m < list.at_most; ++m) {
    const Condition there = is_there(list, m);
    const Condition asked = about(program_.refs[id].index, m).condition(program_.ast->child(e, 0));
    parts.push_back(of_member(there, asked, some ? State::no : State::yes));
  }
  const Condition c = some ? any_of(parts) : all_of(parts);
  if (tally_ != nullptr) tally_->count(some ? "some" : "every", Base::yes_or_no, ending_of(c));
  return c;
}

// Of `count` each member gives 1, of the others what stands after the colon.
std::vector<Walk::Share> Walk::shares(ExprId id, Base base, bool counted) const {
  const Expr& e = (*program_.ast)[id];
  const check::ListDef& list = list_of(id);
  const ExprId last = program_.ast->child(e, e.count - 1);
  std::vector<Share> out;
  for (std::uint32_t m = 0; m < list.at_most; ++m) {
    const Walk inner = about(program_.refs[id].index, m);
    Condition counts = is_there(list, m);
    if (counted) counts = of_member(counts, inner.condition(last), State::no);
    if (!counted && e.count > 1)
      counts = of_member(counts, inner.condition(program_.ast->child(e, 0)), State::no);
    out.push_back({counts, exactly(Base::whole, std::int64_t{1})});
    if (!counted && counts.state != State::no) out.back().value = as_base(base, inner.value(last));
  }
  return out;
}

namespace {

// What it gives to a sum: its value, 0, or one of both.
Possible addend(const Condition& counts, const Possible& value, Base base) {
  if (counts.state == State::invalid) return invalid(base);
  if (counts.state == State::yes) return value;
  const Possible zero = as_base(base, exactly(Base::whole, std::int64_t{0}));
  if (counts.state == State::no) return zero;
  Possible p = both(zero, value);
  p.may_be_invalid = p.may_be_invalid || counts.may_be_invalid;
  return p;
}

}  // namespace

Possible Walk::aggregate(const Expr& e, ExprId id) const {
  const Base base = program_.types[id].base;
  const std::string_view name = program_.names->view(program_.ast->paths[e.value].id);
  std::vector<Share> all;
  bool mixed = false;
  for (std::uint32_t i = 0; i < e.count; ++i) {
    const ExprId argument = program_.ast->child(e, i);
    if ((*program_.ast)[argument].kind == ExprKind::each) {
      const std::vector<Share> of_members = shares(argument, base, name == "count");
      all.insert(all.end(), of_members.begin(), of_members.end());
    } else {
      all.push_back({{State::yes, false}, as_base(base, value(argument))});
      mixed = true;
    }
  }
  Possible p;
  const char* operation = name == "count" ? "count" : "sum";
  if (name == "count" || name == "sum") {
    p = addend(all[0].counts, all[0].value, base);
    for (std::size_t i = 1; i < all.size(); ++i)
      p = arithmetic(grammar::Op::add, base, p, addend(all[i].counts, all[i].value, base));
  } else {
    const bool largest = name == "max";
    p = choice(largest, base, all);
    operation = mixed ? (largest ? "max with members" : "min with members")
                      : (largest ? "max of members" : "min of members");
  }
  if (tally_ != nullptr) tally_->count(operation, base, ending_of(p));
  return p;
}

// The largest (smallest) of those that count, for every way in which the open ones can be in or out.
Possible Walk::choice(bool largest, Base base, const std::vector<Share>& all) {
  std::vector<const Share*> open;
  Possible out;
  out.base = base;
  for (const Share& share : all) {
    if (share.counts.state == State::invalid) return invalid(base);
    if (share.counts.state == State::open) open.push_back(&share);
    if (share.counts.state == State::yes && share.value.is_invalid()) return invalid(base);
    out.may_be_invalid = out.may_be_invalid || share.counts.may_be_invalid;
  }
  for (std::size_t ways = 0; ways >> open.size() == 0; ++ways) {
    std::optional<Possible> best;
    for (const Share& share : all) {
      const auto at = static_cast<std::size_t>(std::find(open.begin(), open.end(), &share) - open.begin());
      const bool in = share.counts.state == State::yes || (at < open.size() && (ways >> at & 1) != 0);
      if (in) best = best ? extreme(largest, *best, share.value) : share.value;
    }
    out = both(out, best ? *best : exactly(base, types::None{}));
  }
  return out;
}

}  // namespace eligo::oracle
