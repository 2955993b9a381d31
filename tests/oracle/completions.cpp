// SPDX-License-Identifier: MIT
// Owns needs (language.md 3.12) and settled (3.8): every completion of the open facts is evaluated, one by
// one.
#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "tests/oracle/explain.hpp"
#include "tests/oracle/oracle.hpp"

namespace eligo::oracle {

namespace {

using grammar::Expr;
using grammar::ExprKind;

// Ranges of at most so many values are listed; longer ones need cuts.
constexpr Int128 longest_list = 64;

struct OpenFact {
  Index index = 0;
  std::vector<Value> values;
};

bool has_facts(const Checked& program, ExprId id, types::Date law_day);

bool body_has_facts(const Checked& program, const std::vector<check::VersionDef>& versions,
                    types::Date law_day) {
  return has_facts(program, in_force(versions, law_day).body, law_day);
}

bool has_facts(const Checked& program, ExprId id, types::Date law_day) {
  const Expr& e = (*program.ast)[id];
  if (e.kind == ExprKind::block || program.refs[id].kind == check::Ref::Kind::list) return true;
  if (e.kind == ExprKind::name) {
    const check::Ref& ref = program.refs[id];
    if (ref.kind == check::Ref::Kind::value)
      return body_has_facts(program, program.values[ref.index].versions, law_day);
    return ref.kind != check::Ref::Kind::enum_value && ref.kind != check::Ref::Kind::group;
  }
  for (std::uint32_t i = 0; i < e.count; ++i) {
    if (has_facts(program, program.ast->child(e, i), law_day)) return true;
  }
  return false;
}

// `m.income`, whichever member m is, may be this fact.
bool is_field(const Checked& program, const check::Ref& ref, Index fact) {
  const Index index = program.variables[ref.index].list;
  const check::ListDef& list = program.lists[index];
  return program.facts[fact].member_of == index && ref.third == check::nowhere &&
         list.member(program.facts[fact].member, ref.second) == fact;
}

// The constants that a fact is compared with. Nothing where it stands anywhere else: then its values cannot
// be grouped.
std::optional<std::vector<Value>> cuts_of(const Checked& program, Index fact, const Reach& reached,
                                          const Profile& profile) {
  std::vector<Value> cuts;
  const Walk walk(program, profile, nullptr);
  const auto is_fact = [&](ExprId id) {
    const check::Ref& ref = program.refs[id];
    if ((*program.ast)[id].kind != ExprKind::name) return false;
    return ref.kind == check::Ref::Kind::member ? is_field(program, ref, fact)
                                                : ref.kind == check::Ref::Kind::fact && ref.index == fact;
  };
  for (const ExprId id : reached.expressions) {
    const Expr& e = (*program.ast)[id];
    if (e.kind == ExprKind::block) continue;
    std::size_t here = 0;
    std::vector<ExprId> others;
    for (std::uint32_t i = 0; i < e.count; ++i) {
      const ExprId child = program.ast->child(e, i);
      if (is_fact(child)) {
        ++here;
      } else {
        others.push_back(child);
      }
    }
    if (here == 0) continue;
    if (here > 1) return std::nullopt;
    if (e.kind == ExprKind::is_none) continue;
    if (e.kind != ExprKind::compare && e.kind != ExprKind::member) return std::nullopt;
    for (const ExprId other : others) {
      if (has_facts(program, other, profile.law_day)) return std::nullopt;
      const Possible p = walk.value(other);
      if (p.is_single()) cuts.push_back(only(p));
    }
  }
  // A fact that is the whole body of a value stands wherever that value does.
  std::set<ExprId> children;
  for (const ExprId id : reached.expressions)
    for (std::uint32_t i = 0; i < (*program.ast)[id].count; ++i)
      children.insert(program.ast->child((*program.ast)[id], i));
  for (const ExprId id : reached.expressions)
    if (is_fact(id) && children.count(id) == 0) return std::nullopt;
  return cuts;
}

Value value_at(Base base, const End& end) {
  Possible p;
  p.base = base;
  p.ranged = true;
  p.from = p.to = end;
  return only(p);
}

void add_value(std::vector<Value>& values, const Value& value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

types::Decimal decimal(const char* digits) {
  return *types::Decimal::parse(digits);
}

// What can be told lies within these: 20 digits before the point, 10 after it.
void close_ends(Possible& p) {
  if (p.from.infinite != 0) p.from = end_of(p.base, decimal("-99999999999999999999.9999999999"));
  if (p.to.infinite != 0) p.to = end_of(p.base, decimal("99999999999999999999.9999999999"));
}

// The cut's neighbours: nothing that can be told lies between two of them.
std::vector<End> around(Base base, const Value& cut) {
  std::vector<End> out;
  Value near_cut = cut;
  if (const auto* number = std::get_if<types::Decimal>(&cut); number != nullptr && base == Base::whole) {
    const auto below =
        types::Decimal::round_product(*number, decimal("1"), decimal("1"), types::RoundMode::down);
    const auto whole = below ? below->to_whole() : std::nullopt;
    if (!whole) return out;  // beyond all wholes
    near_cut = *whole;
  }
  End at = end_of(base, near_cut);
  if (base != Base::decimal && base != Base::money) {
    for (const int offset : {-1, 0, 1}) {
      out.push_back(at);
      out.back().count += offset;
    }
    return out;
  }
  const types::Decimal grain = decimal("0.0000000001");
  const auto near = types::Decimal::round_product(at.number, decimal("1"), grain, types::RoundMode::down);
  if (!near) return out;
  for (const auto& number :
       {types::Decimal::subtract(*near, grain), near, types::Decimal::add(*near, grain)}) {
    if (!number) continue;
    out.push_back(at);
    out.back().number = *number;
  }
  return out;
}

bool list_range(Possible p, const std::optional<std::vector<Value>>& cuts, std::vector<Value>& values) {
  close_ends(p);
  if (p.is_single()) {
    add_value(values, only(p));
    return true;
  }
  if (!p.is_decimal() && p.to.count - p.from.count < longest_list) {
    for (End at = p.from; at.count <= p.to.count; ++at.count) add_value(values, value_at(p.base, at));
    return true;
  }
  if (p.is_decimal()) {
    End at = p.from;
    std::vector<Value> all;
    for (Int128 i = 0; i < longest_list && compare(at, p.to, true) <= 0; ++i) {
      all.push_back(value_at(p.base, at));
      const auto next = types::Decimal::add(at.number, decimal("0.0000000001"));
      if (!next) break;
      at.number = *next;
    }
    if (compare(at, p.to, true) > 0) {
      for (const Value& value : all) add_value(values, value);
      return true;
    }
  }
  if (!cuts) return false;
  add_value(values, value_at(p.base, p.from));
  add_value(values, value_at(p.base, p.to));
  for (const Value& cut : *cuts) {
    if (types::is_none(cut)) continue;
    for (const End& end : around(p.base, cut)) {
      const bool within =
          compare(p.from, end, p.is_decimal()) <= 0 && compare(end, p.to, p.is_decimal()) <= 0;
      if (within) add_value(values, value_at(p.base, end));
    }
  }
  return true;
}

// Every text that the program names, and beside each (as a beginning) and beside nothing two that it does not
// name.
void list_texts(const Checked& program, const Reach& reached, const Profile& profile,
                std::vector<Value>& values) {
  std::set<std::string> starts{""};
  bool starts_with_cell = false;  // a text may go on behind any cell
  for (const ExprId id : reached.expressions) {
    const grammar::Expr& expr = (*program.ast)[id];
    if (expr.kind == ExprKind::compare && expr.op == grammar::Op::starts_with)
      starts_with_cell = starts_with_cell || program.constant(program.ast->child(expr, 1)) == nullptr;
    if (expr.kind != ExprKind::text) continue;
    if (const Value* text = program.constant(id)) {
      if (const auto* characters = std::get_if<std::string>(text)) starts.insert(*characters);
    }
  }
  std::set<std::string> texts;
  const auto add_to = [](std::set<std::string>& to, const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) to.insert(*text);
  };
  for (const check::TableDef& table : program.tables) {
    for (const check::TableDef::Column& column : table.columns) {
      for (const Value& cell : column.cells) add_to(starts_with_cell ? starts : texts, cell);
    }
  }
  texts.insert(starts.begin(), starts.end());
  for (const std::string& start : starts) {
    texts.insert(start + "~1");
    texts.insert(start + "~2");
  }
  const auto add = [&](const Value& value) { add_to(texts, value); };
  for (const auto& told : profile.told) {
    if (!told) continue;
    add(told->value);
    for (const Value& value : told->values) add(value);
  }
  for (const check::FactDef& fact : program.facts) {
    if (fact.presumed) add(*fact.presumed);
  }
  for (const std::string& text : texts) add_value(values, text);
}

std::optional<OpenFact> open_fact(const Checked& program, Index index, const Reach& reached,
                                  const Profile& profile) {
  const check::FactDef& fact = program.facts[index];
  const auto& told = profile.told[index];
  OpenFact open{index, {}};
  if (told && told->kind == types::Told::Kind::one_of) {
    for (const Value& value : told->values) add_value(open.values, value);
    return open;
  }
  const Possible p = possible_of_fact(program, index, profile);
  if (p.none) open.values.emplace_back(types::None{});
  for (const std::uint32_t item : p.items) {
    if (p.base == Base::yes_or_no) {
      open.values.emplace_back(item == 1);
    } else {
      open.values.emplace_back(types::Item{item});
    }
  }
  if (fact.type.base == Base::text) list_texts(program, reached, profile, open.values);
  if (p.ranged && !list_range(p, cuts_of(program, index, reached, profile), open.values)) return std::nullopt;
  return open;
}

struct Result {
  VerdictWord verdict = VerdictWord::undetermined;
  Value value;
  friend bool operator==(const Result& a, const Result& b) {
    return a.verdict == b.verdict && a.value == b.value;
  }
};

}  // namespace

std::optional<Completed> complete(const Checked& program, Index decision, const Profile& profile,
                                  std::size_t limit) {
  const Reach reached = reach(program, decision, profile.law_day);
  if (reached.not_covered) return Completed{VerdictWord::not_covered, {}, {}, 1};
  std::vector<OpenFact> open;
  std::size_t total = 1;
  for (const Index index : reached.facts) {
    const auto& told = profile.told[index];
    if (is_absent(program, index, profile)) continue;
    if (told ? told->kind == types::Told::Kind::exactly : program.facts[index].presumed.has_value()) continue;
    auto found = open_fact(program, index, reached, profile);
    if (!found) return std::nullopt;
    total *= found->values.size();
    if (total > limit) return std::nullopt;
    open.push_back(std::move(*found));
  }

  // Completion number n has, of each open fact, the value at its digit of n.
  std::vector<Result> results;
  Profile completion = profile;
  for (std::size_t n = 0; n < total; ++n) {
    std::size_t rest = n;
    for (const OpenFact& fact : open) {
      types::Told exactly;
      exactly.value = fact.values[rest % fact.values.size()];
      completion.told[fact.index] = exactly;
      rest /= fact.values.size();
    }
    const Answer answer = verdict(program, decision, completion);
    results.push_back(Result{answer.verdict, answer.value});
  }

  Completed out;
  out.completions = total;
  if (std::all_of(results.begin(), results.end(), [&](const Result& r) { return r == results.front(); })) {
    out.settled = results.front().verdict;
    out.value = results.front().value;
    return out;
  }
  std::size_t stride = 1;
  for (const OpenFact& fact : open) {
    for (std::size_t n = 0; n < total; ++n) {
      const std::size_t digit = n / stride % fact.values.size();
      if (digit + 1 < fact.values.size() && !(results[n] == results[n + stride]))
        out.needs.insert(askable(program, fact.index, profile));
    }
    stride *= fact.values.size();
  }
  return out;
}

}  // namespace eligo::oracle
