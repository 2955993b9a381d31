// SPDX-License-Identifier: MIT
// Owns the verdict of a decision (language.md 3.7), what it can reach (3.3, 3.7), and what a fact may be
// (3.4, 2.5).
#include <algorithm>

#include "tests/oracle/explain.hpp"
#include "tests/oracle/oracle.hpp"

namespace eligo::oracle {

namespace {

Possible not_told(const Checked& program, const check::FactDef& fact) {
  Possible p;
  p.base = fact.type.base;
  switch (fact.type.base) {
    case Base::yes_or_no:
      p.items = {0, 1};
      break;
    case Base::enumeration:
      for (std::uint32_t i = 0; i < program.enums[fact.type.of].values.size(); ++i) p.items.push_back(i);
      break;
    case Base::key:
      for (std::uint32_t i = 0; i < program.tables[fact.type.of].rows; ++i) p.items.push_back(i);
      break;
    case Base::text:
      p.any_text = true;
      break;
    default:
      p = everything(fact.type.base);
      if (fact.from) p.from = end_of(p.base, *fact.from);
      if (fact.to) p.to = end_of(p.base, *fact.to);
      break;
  }
  p.none = fact.type.or_none;
  return p;
}

// Open decimals are told with at most 10 digits after the point.
constexpr int places_told = 10;

void count_places(Possible& p) {
  if (p.is_decimal()) p.places = p.ranged && p.is_single() ? p.from.number.places() : places_told;
}

class Reacher {
 public:
  Reacher(const Checked& program, types::Date law_day) : program_(program), law_day_(law_day) {}

  void expression(ExprId id) {
    if (id == 0 || !seen_.insert(id).second) return;
    found_.expressions.push_back(id);
    const grammar::Expr& e = (*program_.ast)[id];
    if (e.kind == grammar::ExprKind::block) {
      const grammar::Block& block = program_.ast->blocks[e.value];
      for (const grammar::Line& line : block.lines) expression(line.condition);
      return;
    }
    if (e.kind == grammar::ExprKind::name) return name(program_.refs[id]);
    if (program_.refs[id].kind == check::Ref::Kind::list)
      found_.facts.insert(list_of(program_.refs[id].index).fact);
    for (std::uint32_t i = 0; i < e.count; ++i) expression(program_.ast->child(e, i));
  }
  void version(const std::vector<check::VersionDef>& versions) {
    const check::VersionDef& version = in_force(versions, law_day_);
    if (version.not_covered) found_.not_covered = true;
    expression(version.body);
  }
  void lines(const std::vector<Index>& lines) {
    for (const Index line : lines) expression(program_.lines[line].condition);
  }
  Reach found() && { return std::move(found_); }

 private:
  [[nodiscard]] const check::ListDef& list_of(Index variable) const {
    return program_.lists[program_.variables[variable].list];
  }
  void name(const check::Ref& ref) {
    if (ref.kind == check::Ref::Kind::fact || ref.kind == check::Ref::Kind::column) {
      found_.facts.insert(ref.index);
    } else if (ref.kind == check::Ref::Kind::member) {
      const check::ListDef& list = list_of(ref.index);
      for (std::uint32_t m = 0; m < list.at_most; ++m) found_.facts.insert(list.member(m, ref.second));
    } else if (ref.kind == check::Ref::Kind::rule) {
      version(program_.rules[ref.index].versions);
      lines(program_.rules[ref.index].unless);
    } else if (ref.kind == check::Ref::Kind::value) {
      version(program_.values[ref.index].versions);
    }
  }

  const Checked& program_;
  types::Date law_day_;
  std::set<ExprId> seen_;
  Reach found_;
};

VerdictWord verdict_of(State state) {
  switch (state) {
    case State::no:
      return VerdictWord::no;
    case State::invalid:
      return VerdictWord::invalid;
    case State::open:
      return VerdictWord::undetermined;
    case State::yes:
      break;
  }
  return VerdictWord::yes;
}

void decide_value(const Walk& walk, const check::DecisionDef& decision, ExprId body, Answer& answer) {
  const Possible p = as_base(decision.type.base, walk.value(body));
  if (p.is_invalid()) {
    answer.verdict = VerdictWord::invalid;
  } else if (p.is_single() && !p.may_be_invalid) {
    answer.verdict = VerdictWord::value;
    answer.value = only(p);
  }
}

}  // namespace

const check::VersionDef& in_force(const std::vector<check::VersionDef>& versions, types::Date law_day) {
  return *std::find_if(versions.begin(), versions.end(),
                       [&](const check::VersionDef& v) { return v.from <= law_day && law_day <= v.to; });
}

Reach reach(const Checked& program, Index decision, types::Date law_day) {
  const check::DecisionDef& def = program.decisions[decision];
  Reacher reacher(program, law_day);
  if (def.coverage != check::nowhere) reacher.lines({def.coverage});
  reacher.version(def.versions);
  reacher.lines(def.unless);
  return std::move(reacher).found();
}

Possible possible_of_fact(const Checked& program, Index index, const Profile& profile) {
  const check::FactDef& fact = program.facts[index];
  const std::optional<types::Told>& told = profile.told[index];
  if (!told && fact.presumed) return exactly(fact.type.base, *fact.presumed);
  if (told && told->kind == types::Told::Kind::exactly) return exactly(fact.type.base, told->value);
  Possible p = not_told(program, fact);
  if (told && told->kind == types::Told::Kind::range) {
    p.none = false;
    if (told->from) p.from = end_of(p.base, *told->from);
    if (told->to) p.to = end_of(p.base, *told->to);
  } else if (told) {
    p = exactly(fact.type.base, told->values.front());
    for (const Value& value : told->values) p = both(p, exactly(fact.type.base, value));
  }
  count_places(p);
  return p;
}

namespace {

/// Presumptions among the leaves of an explanation.
void add_presumed(const Checked& program, const Profile& profile, const Answer& explained, Answer& to) {
  for (const Index fact : explained.leaves)
    if (!profile.told[fact] && program.facts[fact].presumed) to.presumed.insert(fact);
}

Answer decide(const Checked& program, Index decision, const Profile& profile, Tally* tally, bool explain) {
  const check::DecisionDef& def = program.decisions[decision];
  Answer answer;
  if (reach(program, decision, profile.law_day).not_covered) {
    answer.verdict = VerdictWord::not_covered;
    return answer;
  }
  const Walk walk(program, profile, tally);
  const Explainer explainer(program, profile, answer);
  if (def.coverage != check::nowhere) {
    const Condition coverage = walk.line(def.coverage);
    if (tally != nullptr) {
      tally->count("not covered if", Base::yes_or_no, ending_of(coverage));
    }
    if (coverage.state != State::no) {
      answer.verdict = coverage.state == State::yes ? VerdictWord::not_covered : verdict_of(coverage.state);
      if (explain) explainer.own_line(def.coverage);
      return answer;
    }
    if (explain) {  // what the coverage is no for is no reason, but the verdict rests on it
      Answer covered;
      Explainer(program, profile, covered).own_line(def.coverage);
      add_presumed(program, profile, covered, answer);
    }
  }
  const check::VersionDef& version = in_force(def.versions, profile.law_day);
  if (def.is_typed) {
    decide_value(walk, def, version.body, answer);
    if (explain) explainer.value(version.body);
  } else {
    answer.verdict = verdict_of(walk.with_exceptions(version.body, def.unless).state);
    if (explain) explainer.own_definition(version, def.unless);
  }
  return answer;
}

}  // namespace

Answer evaluate(const Checked& program, Index decision, const Profile& profile, Tally* tally) {
  Answer answer = decide(program, decision, profile, tally, true);
  add_presumed(program, profile, answer, answer);
  return answer;
}

Answer verdict(const Checked& program, Index decision, const Profile& profile) {
  return decide(program, decision, profile, nullptr, false);
}

}  // namespace eligo::oracle
