// SPDX-License-Identifier: MIT
// Owns facts, lines, blocks, rules and verdicts as Z3 sees them, and the way from its models back to people.
#include "tests/z3/formula.hpp"

#include <stdexcept>
#include <string>

namespace eligo::z3_agree {

using check::Index;
using grammar::ExprKind;
using types::Base;

Formula::Formula(Definitions& definitions, const check::Checked& checked, types::Date first, types::Date last)
    : definitions_(definitions),
      context_(definitions.context()),
      checked_(checked),
      calendar_(definitions, checked.missing_days == types::MissingDays::roll_forward
                                 ? Calendar::Rolls::forward
                                 : Calendar::Rolls::back),
      first_(first),
      today_(calendar_.unknown("today", first.days, last.days)) {
  for (Index i = 0; i < checked_.facts.size(); ++i) facts_.push_back(fact(i));
}

Formula::Term Formula::fact(Index index) {
  const check::FactDef& fact = checked_.facts[index];
  const std::string name(checked_.names->view(fact.name));
  const z3::expr none = fact.type.or_none ? context_.bool_const((name + " is none").c_str()) : never();
  const auto within = [&](std::int64_t least, std::int64_t largest) {
    return Term{definitions_.unknown(name.c_str(), least, largest), none};
  };
  if (fact.type.base == Base::yes_or_no) return {context_.bool_const(name.c_str()), none};
  if (fact.type.base == Base::enumeration)
    return within(0, static_cast<std::int64_t>(checked_.enums[fact.type.of].values.size()) - 1);
  if (!fact.from || !fact.to) throw std::runtime_error("`" + name + "` has no range");
  if (fact.type.base == Base::date)
    return {calendar_.unknown(name.c_str(), std::get<types::Date>(*fact.from).days,
                              std::get<types::Date>(*fact.to).days),
            none};
  return within(std::get<std::int64_t>(*fact.from), std::get<std::int64_t>(*fact.to));
}

Formula::Term Formula::constant(const types::Value& value, Base base) const {
  const auto integer = [&](std::int64_t n) { return Term{definitions_.number(n), never()}; };
  if (types::is_none(value))
    return {base == Base::yes_or_no ? never() : definitions_.number(0), context_.bool_val(true)};
  if (const auto* truth = std::get_if<bool>(&value)) return {context_.bool_val(*truth), never()};
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return integer(*whole);
  if (const auto* date = std::get_if<types::Date>(&value)) return {calendar_.constant(date->days), never()};
  if (const auto* item = std::get_if<types::Item>(&value)) return integer(item->index);
  throw std::runtime_error("a constant that is no integer");
}

z3::expr Formula::condition(ExprId id) {
  const auto known = conditions_.find(id);
  if (known != conditions_.end()) return known->second;
  const grammar::Expr& e = (*checked_.ast)[id];
  const auto made = [&] {
    switch (e.kind) {
      case ExprKind::always:
        return context_.bool_val(true);
      case ExprKind::never:
        return never();
      case ExprKind::compare:
      case ExprKind::member:
      case ExprKind::is_none:
        return comparison(e);
      case ExprKind::logical_not:
      case ExprKind::logical_and:
      case ExprKind::logical_or:
        return joined(e);
      case ExprKind::block:
        return block(checked_.ast->blocks[e.value], checked_.block_lines[e.value]);
      default:
        return value(id).value;
    }
  }();
  return conditions_.emplace(id, definitions_.named(made)).first->second;
}

z3::expr Formula::joined(const grammar::Expr& e) {
  z3::expr_vector parts(context_);
  for (std::uint32_t i = 0; i < e.count; ++i) parts.push_back(condition(checked_.ast->child(e, i)));
  if (e.kind == ExprKind::logical_not) return !parts[0];
  return e.kind == ExprKind::logical_and ? z3::mk_and(parts) : z3::mk_or(parts);
}

z3::expr Formula::block(const grammar::Block& block, Index first_line) {
  z3::expr_vector parts(context_);
  for (Index i = 0; i < block.lines.size(); ++i) parts.push_back(line(first_line + i));
  switch (block.kind) {
    case grammar::BlockKind::all_of:
      return z3::mk_and(parts);
    case grammar::BlockKind::any_of:
      return z3::mk_or(parts);
    case grammar::BlockKind::none_of:
      return !z3::mk_or(parts);
    case grammar::BlockKind::at_least:
      break;
  }
  return z3::atleast(parts, block.at_least);
}

z3::expr Formula::with_exceptions(const z3::expr& body, const std::vector<Index>& unless) {
  z3::expr all = body;
  for (const Index exception : unless) all = all && !line(exception);
  return all;
}

// The ends of the calendar are no years that are looked at.
z3::expr Formula::in_force(const check::VersionDef& version) const {
  const z3::expr always = context_.bool_val(true);
  const bool begins = version.from.days > types::Date::min_days,
             ends = version.to.days < types::Date::max_days;
  return (begins ? today_ >= calendar_.constant(version.from.days) : always) &&
         (ends ? today_ <= calendar_.constant(version.to.days) : always);
}

z3::expr Formula::body(const std::vector<check::VersionDef>& versions) {
  z3::expr any = never();
  for (const check::VersionDef& version : versions) {
    if (version.not_covered) throw std::runtime_error("a version that covers nothing");
    any = any || (in_force(version) && condition(version.body));
  }
  return any;
}

z3::expr Formula::rule(Index rule) {
  const auto known = rules_.find(rule);
  if (known != rules_.end()) return known->second;
  const z3::expr made = with_exceptions(body(checked_.rules[rule].versions), checked_.rules[rule].unless);
  return rules_.emplace(rule, definitions_.named(made)).first->second;
}

z3::expr Formula::verdict(Index index, check::VerdictWord verdict) {
  const check::DecisionDef& decision = checked_.decisions[index];
  const z3::expr uncovered = decision.coverage == check::nowhere ? never() : line(decision.coverage);
  const z3::expr yes = with_exceptions(body(decision.versions), decision.unless);
  switch (verdict) {
    case check::VerdictWord::yes:
      return !uncovered && yes;
    case check::VerdictWord::no:
      return !uncovered && !yes;
    case check::VerdictWord::not_covered:
      return uncovered;
    default:
      throw std::runtime_error("a verdict that nobody can have");
  }
}

z3::expr Formula::is(const Person& person) const {
  z3::expr so = today_ == calendar_.constant(person.day.days);
  for (Index i = 0; i < person.told.size(); ++i) {
    if (!person.told[i]) continue;
    so = so && equal(facts_[i], constant(*person.told[i], checked_.facts[i].type.base));
  }
  return so;
}

Person Formula::person(const z3::model& model) const {
  const auto is_so = [&](const z3::expr& e) { return model.eval(e, true).is_true(); };
  // What the model leaves open may be anything in its range.
  const auto number = [&](const z3::expr& e, std::int64_t least) {
    const z3::expr found = model.eval(e);
    return found.is_numeral() ? Definitions::number(found) : least;
  };
  const auto date = [&](const z3::expr& e, types::Date least) {
    return types::Date{calendar_.counted(number(e, calendar_.written(least.days)))};
  };
  Person person{date(today_, first_), {}};
  for (Index i = 0; i < facts_.size(); ++i) {
    const Term& term = facts_[i];
    const check::FactDef& fact = checked_.facts[i];
    if (is_so(term.none))
      person.told.emplace_back(types::None{});
    else if (fact.type.base == Base::yes_or_no)
      person.told.emplace_back(is_so(term.value));
    else if (fact.type.base == Base::enumeration)
      person.told.emplace_back(types::Item{static_cast<std::uint32_t>(number(term.value, 0))});
    else if (fact.type.base == Base::date)
      person.told.emplace_back(date(term.value, std::get<types::Date>(*fact.from)));
    else
      person.told.emplace_back(number(term.value, std::get<std::int64_t>(*fact.from)));
  }
  return person;
}

}  // namespace eligo::z3_agree
