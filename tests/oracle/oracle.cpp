// SPDX-License-Identifier: MIT
// Owns the walk over the checked tree: what each expression may be for one profile (language.md 3.4 to 3.6).
#include "tests/oracle/oracle.hpp"

#include <algorithm>

#include "tests/oracle/explain.hpp"
#include "tests/oracle/tally.hpp"

namespace eligo::oracle {

namespace {

using grammar::Expr;
using grammar::ExprKind;
using grammar::Op;
using grammar::Rounding;
using grammar::Unit;

const char* name_of(const Expr& e) {
  switch (e.op) {
    case Op::add:
      return e.kind == ExprKind::shift ? "date +" : "+";
    case Op::subtract:
      return e.kind == ExprKind::shift ? "date -" : "-";
    case Op::multiply:
      return "*";
    case Op::is:
      return e.kind == ExprKind::is_none ? "is none" : "is";
    case Op::is_not:
      return e.kind == ExprKind::is_none ? "is not none" : "is not";
    case Op::less:
      return "<";
    case Op::less_equal:
      return "<=";
    case Op::greater:
      return ">";
    case Op::greater_equal:
      return ">=";
    case Op::starts_with:
      return "starts with";
    case Op::is_one_of:
      return "is one of";
    case Op::is_not_one_of:
      return "is not one of";
    default:
      return "?";
  }
}

const char* name_of_shift(Op op, Unit unit) {
  if (unit == Unit::days) return op == Op::add ? "date + days" : "date - days";
  if (unit == Unit::months) return op == Op::add ? "date + months" : "date - months";
  return op == Op::add ? "date + years" : "date - years";
}

const char* name_of_count(Unit unit) {
  if (unit == Unit::days) return "days from to";
  return unit == Unit::months ? "full months from to" : "full years from to";
}

const char* name_of_rounding(Op op, Rounding rounding) {
  const bool quotient = op == Op::divide;
  if (rounding == Rounding::up) return quotient ? "/ rounded up" : "* rounded up";
  if (rounding == Rounding::down) return quotient ? "/ rounded down" : "* rounded down";
  return quotient ? "/ rounded half up" : "* rounded half up";
}

const char* name_of_block(grammar::BlockKind kind) {
  switch (kind) {
    case grammar::BlockKind::all_of:
      return "all of";
    case grammar::BlockKind::any_of:
      return "any of";
    case grammar::BlockKind::none_of:
      return "none of";
    case grammar::BlockKind::at_least:
      break;
  }
  return "at least of";
}

void note(Tally* tally, const char* operation, Base type, const Possible& p) {
  if (tally != nullptr) tally->count(operation, type, ending_of(p));
}
void note(Tally* tally, const char* operation, Base type, const Condition& c) {
  if (tally != nullptr) tally->count(operation, type, ending_of(c));
}

Outcomes swapped(Outcomes o) {
  std::swap(o.no, o.yes);
  return o;
}

bool is_condition(ExprKind kind) {
  switch (kind) {
    case ExprKind::always:
    case ExprKind::never:
    case ExprKind::compare:
    case ExprKind::member:
    case ExprKind::is_none:
    case ExprKind::logical_not:
    case ExprKind::logical_and:
    case ExprKind::logical_or:
    case ExprKind::quantifier:
    case ExprKind::block:
      return true;
    default:
      return false;
  }
}

}  // namespace

Ending ending_of(const Condition& c) {
  switch (c.state) {
    case State::no:
      return Ending::no;
    case State::invalid:
      return Ending::invalid;
    case State::open:
      return Ending::open;
    case State::yes:
      break;
  }
  return Ending::yes;
}

Ending ending_of(const Possible& p) {
  if (p.is_invalid()) return Ending::invalid;
  return p.is_single() && !p.may_be_invalid ? Ending::yes : Ending::open;
}

Possible Walk::value(ExprId id) const {
  const Expr& e = (*program_.ast)[id];
  if (is_condition(e.kind)) return possible_of(condition(id));
  const types::Type& type = program_.types[id];
  if (const Value* constant = program_.constant(id)) return exactly(type.base, *constant);
  if (e.kind == ExprKind::none) return exactly(type.base, types::None{});
  if (e.kind == ExprKind::yes) return truth(false, true, false);
  if (e.kind == ExprKind::no) return truth(true, false, false);
  if (e.kind == ExprKind::today) return exactly(Base::date, profile_.as_of);
  if (e.kind == ExprKind::name) return as_base(type.base, name(id));
  if (e.kind == ExprKind::when) {
    const Possible p = when(e, 0, type.base);
    note(tally_, "when", type.base, p);
    return p;
  }
  return compute(e, id);
}

Possible Walk::compute(const Expr& e, ExprId id) const {
  const auto child = [&](std::uint32_t i) { return program_.ast->child(e, i); };
  const Base base = program_.types[id].base;
  Possible p;
  if (e.kind == ExprKind::negate) {
    p = as_base(base, negate(value(child(0))));
    note(tally_, "negate", base, p);
  } else if (e.kind == ExprKind::arithmetic) {
    p = arithmetic(e.op, base, value(child(0)), value(child(1)));
    note(tally_, name_of(e), base, p);
  } else if (e.kind == ExprKind::shift) {
    p = shifted(e.op, e.unit, value(child(0)), value(child(1)), program_.missing_days);
    note(tally_, name_of_shift(e.op, e.unit), base, p);
  } else if (e.kind == ExprKind::between) {
    p = between(e.unit, value(child(0)), value(child(1)), program_.missing_days);
    note(tally_, name_of_count(e.unit), base, p);
  } else if (e.kind == ExprKind::round) {
    const Expr& x = (*program_.ast)[child(0)];
    p = rounded(x.op, e.rounding, base, value(program_.ast->child(x, 0)), value(program_.ast->child(x, 1)),
                value(child(1)));
    note(tally_, name_of_rounding(x.op, e.rounding), base, p);
  } else {
    p = call(e, id);
  }
  return p;
}

Possible Walk::call(const Expr& e, ExprId id) const {
  if (asks_members(program_, e)) return aggregate(e, id);
  const Base base = program_.types[id].base;
  const std::string_view name = program_.names->view(program_.ast->paths[e.value].id);
  for (const char* of_date : {"start_of_month", "end_of_month", "start_of_year", "end_of_year", "year_of"}) {
    if (name != of_date) continue;
    const Possible p = of_calendar(name, value(program_.ast->child(e, 0)));
    note(tally_, of_date, base, p);
    return p;
  }
  const bool largest = name == "max";
  Possible p = as_base(base, value(program_.ast->child(e, 0)));
  for (std::uint32_t i = 1; i < e.count; ++i) {
    p = extreme(largest, p, as_base(base, value(program_.ast->child(e, i))));
  }
  note(tally_, largest ? "max" : "min", base, p);
  return p;
}

Possible Walk::when(const Expr& e, std::uint32_t at, Base base) const {
  const auto child = [&](std::uint32_t i) { return program_.ast->child(e, i); };
  if (at + 1 == e.count) return as_base(base, value(child(at)));
  const Condition c = condition(child(at));
  if (c.state == State::invalid) return invalid(base);
  if (c.state == State::yes) return as_base(base, value(child(at + 1)));
  Possible otherwise = when(e, at + 2, base);
  if (c.state == State::no) return otherwise;
  Possible p = both(as_base(base, value(child(at + 1))), otherwise);
  p.base = base;
  p.may_be_invalid = p.may_be_invalid || c.may_be_invalid;
  return p;
}

Possible Walk::name(ExprId id) const {
  const check::Ref& ref = program_.refs[id];
  switch (ref.kind) {
    case check::Ref::Kind::fact: {
      const Possible p = possible_of_fact(program_, ref.index, profile_);
      note(tally_, "fact", p.base, p);
      return p;
    }
    case check::Ref::Kind::column: {
      const Possible p = column(ref.index, ref.second);
      note(tally_, "column", p.base, p);
      return p;
    }
    case check::Ref::Kind::member: {
      const Index fact = fact_of(ref);
      const bool whole = ref.third == check::nowhere;
      const Possible p = whole ? possible_of_fact(program_, fact, profile_) : column(fact, ref.third);
      note(tally_, whole ? "field" : "field column", p.base, p);
      return p;
    }
    case check::Ref::Kind::rule: {
      const Condition c = rule(program_.rules[ref.index]);
      note(tally_, "rule", Base::yes_or_no, c);
      return possible_of(c);
    }
    case check::Ref::Kind::value: {
      const check::ValueDef& def = program_.values[ref.index];
      const Possible p = as_base(def.type.base, value(in_force(def.versions, profile_.law_day).body));
      note(tally_, "value", def.type.base, p);
      return p;
    }
    case check::Ref::Kind::enum_value:
      return exactly(Base::enumeration, types::Item{ref.second});
    default:
      return invalid(program_.types[id].base);
  }
}

Possible Walk::column(Index fact, Index column) const {
  const Possible key = possible_of_fact(program_, fact, profile_);
  const check::TableDef& table = program_.tables[program_.facts[fact].type.of];
  const check::TableDef::Column& cells = table.columns[column];
  Possible p;
  p.base = cells.type.base;
  p.none = key.none;
  for (const std::uint32_t row : key.items) {
    p = both(p, exactly(p.base, cells.cells[row]));
  }
  return p;
}

Condition Walk::condition(ExprId id) const {
  const Expr& e = (*program_.ast)[id];
  switch (e.kind) {
    case ExprKind::always:
      note(tally_, "always", Base::yes_or_no, Condition{State::yes, false});
      return Condition{State::yes, false};
    case ExprKind::never:
      note(tally_, "never", Base::yes_or_no, Condition{State::no, false});
      return Condition{State::no, false};
    case ExprKind::compare:
    case ExprKind::member:
    case ExprKind::is_none:
      return comparison(e);
    case ExprKind::logical_not:
    case ExprKind::logical_and:
    case ExprKind::logical_or:
    case ExprKind::block:
      return logic(e, id);
    case ExprKind::quantifier:
      return quantifier(e, id);
    default:
      return condition_of(value(id));
  }
}

Condition Walk::comparison(const Expr& e) const {
  const auto child = [&](std::uint32_t i) { return program_.ast->child(e, i); };
  std::vector<Possible> sides;
  Base base = Base::error;
  for (std::uint32_t i = 0; i < e.count; ++i) {
    const check::Ref& ref = program_.refs[child(i)];
    if (ref.kind == check::Ref::Kind::group) {
      const check::GroupDef& group = program_.groups[ref.index];
      for (const Index item : group.values) sides.push_back(exactly(Base::enumeration, types::Item{item}));
      if (group.has_none) sides.push_back(exactly(Base::enumeration, types::None{}));
    } else {
      sides.push_back(value(child(i)));
    }
    if (base == Base::error || base == Base::whole) base = sides.back().base;
  }
  bool doubtful = false;
  Condition c{State::invalid, false};
  for (Possible& side : sides) {
    if (side.is_invalid()) {
      note(tally_, name_of(e), base, c);
      return c;
    }
    side = as_base(base, side);
    doubtful = doubtful || side.may_be_invalid;
  }
  Outcomes o;
  if (e.kind == ExprKind::is_none) {
    o = equal(sides[0], exactly(base, types::None{}));
  } else if (e.kind == ExprKind::member) {
    o = member(sides[0], {sides.begin() + 1, sides.end()});
  } else if (e.op == Op::starts_with) {
    o = starts_with(sides[0], sides[1]);
  } else if (e.op == Op::is || e.op == Op::is_not) {
    o = equal(sides[0], sides[1]);
  } else {
    o = ordered(e.op, sides[0], sides[1]);
  }
  if (e.op == Op::is_not || e.op == Op::is_not_one_of) o = swapped(o);
  c = doubtful || o.no == o.yes ? Condition{State::open, doubtful}
                                : Condition{o.yes ? State::yes : State::no, false};
  note(tally_, name_of(e), base, c);
  return c;
}

Condition Walk::logic(const Expr& e, ExprId id) const {
  if (e.kind == ExprKind::block) {
    const grammar::Block& b = program_.ast->blocks[e.value];
    const Condition c = block(b, program_.block_lines[e.value]);
    note(tally_, name_of_block(b.kind), Base::yes_or_no, c);
    return c;
  }
  std::vector<Condition> parts;
  for (std::uint32_t i = 0; i < e.count; ++i) parts.push_back(condition(program_.ast->child(e, i)));
  if (e.kind == ExprKind::logical_not) {
    const Condition c = negated(parts[0]);
    note(tally_, "not", program_.types[id].base, c);
    return c;
  }
  const bool is_and = e.kind == ExprKind::logical_and;
  const Condition c = is_and ? all_of(parts) : any_of(parts);
  note(tally_, is_and ? "and" : "or", Base::yes_or_no, c);
  return c;
}

Condition Walk::block(const grammar::Block& block, Index first_line) const {
  std::vector<Condition> parts;
  for (Index i = 0; i < block.lines.size(); ++i) parts.push_back(line(first_line + i));
  switch (block.kind) {
    case grammar::BlockKind::all_of:
      return all_of(parts);
    case grammar::BlockKind::any_of:
      return any_of(parts);
    case grammar::BlockKind::none_of:
      for (Condition& part : parts) part = negated(part);
      return all_of(parts);
    case grammar::BlockKind::at_least:
      break;
  }
  return at_least(block.at_least, parts);
}

Condition Walk::with_exceptions(ExprId body, const std::vector<Index>& exceptions) const {
  std::vector<Condition> parts{condition(body)};
  for (const Index exception : exceptions) {
    const Condition c = line(exception);
    note(tally_, "unless", Base::yes_or_no, c);
    parts.push_back(negated(c));
  }
  return all_of(parts);
}

Condition Walk::rule(const check::RuleDef& rule) const {
  return with_exceptions(in_force(rule.versions, profile_.law_day).body, rule.unless);
}

}  // namespace eligo::oracle
