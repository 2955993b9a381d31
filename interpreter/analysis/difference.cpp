// SPDX-License-Identifier: MIT
// Owns the search for classes: somebody whose verdict differs, made as wide a class as holds together, shut out, and the
// next one, until there is nobody left.
#include "interpreter/analysis/difference.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "interpreter/analysis/alike.hpp"
#include "interpreter/analysis/loop.hpp"
#include "interpreter/analysis/portion.hpp"

namespace eligo::analysis {

using eval::Verdict;

namespace {

constexpr Verdict verdicts[] = {Verdict::yes, Verdict::no, Verdict::not_covered, Verdict::invalid};

/// One thing that a class asks. Those with a lower rank are given up first: what is kept says most.
struct Demand {
  std::size_t rank = 0;
  Lit lit = 0;
  std::optional<Portion> portion;  // of a variable; else a condition:
  Met met;
};

/// A condition by which classes may be described.
struct Term {
  std::optional<NodeId> nodes[2];
  std::size_t size = 0;   // how much it stands for
  std::vector<Var> vars;  // that it asks about
};

struct Draft {
  std::array<Verdict, 2> verdicts;
  std::vector<Demand> demands;
  Places places;  // of somebody in it
  std::array<bool, 2> given = {false,
                               false};  // a verdict that is part of what the class says: nothing explains it
  Lit lit = 0;                          // who fits all demands
};

std::vector<Lit> lits_of(const std::vector<Demand>& demands) {
  std::vector<Lit> all;
  for (const Demand& demand : demands) all.push_back(demand.lit);
  return all;
}

/// All that conditions are made of, in whatever version.
std::vector<NodeId> cone_of(const program::Program& program, std::vector<NodeId> open) {
  std::vector<NodeId> cone;
  std::vector<bool> seen(program.nodes.size());
  while (!open.empty()) {
    const NodeId id = open.back();
    open.pop_back();
    if (seen[id]) continue;
    seen[id] = true;
    cone.push_back(id);
    for (std::uint32_t i = 0; i < program.nodes[id].count; ++i)
      open.push_back(program.child(program.nodes[id], i));
  }
  std::sort(cone.begin(), cone.end());
  return cone;
}

class Comparer {
 public:
  Comparer(const Compared& compared, const Options& options);
  Difference run(std::size_t most_classes);

 private:
  [[nodiscard]] Subject& subject(std::size_t p) { return p == 0 ? before_ : after_; }
  [[nodiscard]] const program::Decision& decision(std::size_t p) const {
    return compared_.programs[p]->decisions[compared_.decisions[p]];
  }
  [[nodiscard]] Found find(std::vector<Lit> assumptions, const std::function<bool(const Places&)>& is_so);
  [[nodiscard]] std::array<Verdict, 2> verdicts_of(const Places& places);
  [[nodiscard]] Lit pair(const std::array<Verdict, 2>& of);
  void join_leaves();
  [[nodiscard]] bool are_same(NodeId before, NodeId after);
  void find_terms();
  [[nodiscard]] std::vector<bool> told_apart(const std::array<Verdict, 2>& of);
  [[nodiscard]] std::vector<Demand> demands_of(const Places& places, const std::array<Verdict, 2>& of);
  [[nodiscard]] bool fits(const std::vector<Demand>& demands, const Places& places) const;
  [[nodiscard]] bool fits(const Draft& draft, const Places& places, const std::array<Verdict, 2>& of) const;
  void add_given(const Draft& draft, std::vector<Lit>& to);
  [[nodiscard]] bool all_alike(const std::vector<Demand>& demands, const Draft& draft);
  [[nodiscard]] bool is_somebody(const std::vector<Demand>& demands, const Draft& draft);
  void keep_needed(Draft& draft);
  void widen(Draft& draft);
  [[nodiscard]] Draft draft_of(const Places& places);
  void drop_covered();
  [[nodiscard]] Class finished(const Draft& draft);
  void shorten(Class& done);

  const Compared& compared_;
  Options options_;
  Sat sat_;
  Space space_{sat_};
  Order order_{space_};
  Subject before_, after_;
  std::vector<Asked> leaves_;
  std::vector<Term> terms_;
  std::vector<Draft> drafts_;
  std::map<std::array<Verdict, 2>, Lit> pairs_;
  std::vector<NodeId> cones_[2];  // all that the decisions are made of, in whatever version
  eval::Scratch scratch_[2];
};

Comparer::Comparer(const Compared& compared, const Options& options)
    : compared_(compared),
      options_(options),
      before_(*compared.programs[0], space_, order_),
      after_(*compared.programs[1], space_, order_) {
  Axes* const axes[] = {&before_.axes(), &after_.axes()};
  make_variables(space_, axes, compared.programs, compared.facts,
                 {options.first, options.last, options.about});
  for (std::size_t p = 0; p < 2; ++p)
    cones_[p] = cone_of(*compared.programs[p], Subject::conditions_of(decision(p)));
  for (std::size_t p = 0; p < 2; ++p)
    for (const Leaf* leaf : subject(p).leaves_below(Subject::conditions_of(decision(p))))
      leaves_.push_back({&subject(p), leaf});
}

Found Comparer::find(std::vector<Lit> assumptions, const std::function<bool(const Places&)>& is_so) {
  return analysis::find(space_, assumptions, leaves_, is_so, {options_.conflicts, options_.rounds});
}

// Evaluates everything that the decisions are made of, too: `scratch_` has it afterwards.
std::array<Verdict, 2> Comparer::verdicts_of(const Places& places) {
  std::array<Verdict, 2> found{};
  const types::Date day{static_cast<std::int32_t>(places[day_variable].lo)};
  for (std::size_t p = 0; p < 2; ++p) {
    const eval::Profile profile = subject(p).profile(places);
    scratch_[p].days = eval::Days(*compared_.programs[p], day, day);
    eval::run(cones_[p], profile, scratch_[p]);
    found[p] = eval::decide(decision(p), profile, scratch_[p]);
  }
  return found;
}

Lit Comparer::pair(const std::array<Verdict, 2>& of) {
  Lit& known = pairs_[of];
  if (known != 0) return known;
  const Lit both[] = {before_.verdict(decision(0), of[0]), after_.verdict(decision(1), of[1])};
  return known = sat_.all(both);
}

// Leaves that are written alike are one to the solver.
void Comparer::join_leaves() {
  for (const Asked& a : leaves_) {
    for (const Asked& b : leaves_) {
      if (a.subject != &before_ || b.subject != &after_ || !are_alike(before_, *a.leaf, after_, *b.leaf))
        continue;
      const Sides one = before_.encoder().of(a.leaf->node), other = after_.encoder().of(b.leaf->node);
      for (const auto& [x, y] : {std::pair{one.yes, other.yes}, std::pair{one.no, other.no}}) {
        sat_.add({-x, y});
        sat_.add({x, -y});
      }
    }
  }
}

bool Comparer::are_same(NodeId before, NodeId after) {
  const Sides a = before_.encoder().of(before), b = after_.encoder().of(after);
  const Lit only_a[] = {a.yes, -b.yes}, only_b[] = {-a.yes, b.yes}, no_a[] = {a.no, -b.no},
            no_b[] = {-a.no, b.no};
  const Lit any[] = {sat_.all(only_a), sat_.all(only_b), sat_.all(no_a), sat_.all(no_b)};
  const auto differ = [&](const Places& places) {
    static_cast<void>(verdicts_of(places));
    return scratch_[0].truths[before].state != scratch_[1].truths[after].state;
  };
  return find({sat_.any(any)}, differ).result == Sat::Result::no;
}

// Conditions that are called the same are one where they mean the same, else each stands for itself.
void Comparer::find_terms() {
  const auto add = [&](std::optional<NodeId> before, std::optional<NodeId> after) {
    Term term;
    term.nodes[0] = before;
    term.nodes[1] = after;
    const std::size_t p = before ? 0 : 1;
    const std::vector<NodeId> cone = cone_of(*compared_.programs[p], {before ? *before : *after});
    term.size = cone.size();
    for (const NodeId id : cone) {
      const program::Node& n = compared_.programs[p]->nodes[id];
      if (n.op == program::Op::atom || n.op == program::Op::slot || n.op == program::Op::column)
        term.vars.push_back(subject(p).axes().var(n.payload));
    }
    terms_.push_back(std::move(term));
  };
  for (std::array<std::optional<NodeId>, 2> nodes : compared_.conditions) {
    for (std::size_t p = 0; p < 2; ++p)
      if (nodes[p] && (*nodes[p] == decision(p).root ||
                       !std::binary_search(cones_[p].begin(), cones_[p].end(), *nodes[p])))
        nodes[p].reset();
    if (nodes[0] && nodes[1] && are_same(*nodes[0], *nodes[1])) {
      add(nodes[0], nodes[1]);
      continue;
    }
    if (nodes[0]) add(nodes[0], std::nullopt);
    if (nodes[1]) add(std::nullopt, nodes[1]);
  }
}

// The facts that the failing conditions of a no ask about: these are told one by one.
std::vector<bool> Comparer::told_apart(const std::array<Verdict, 2>& of) {
  std::vector<bool> vars(space_.count());
  for (std::size_t p = 0; p < 2; ++p) {
    if (of[p] != Verdict::no) continue;
    const program::Program& program = *compared_.programs[p];
    NodeId at = decision(p).root;
    const std::int32_t day = scratch_[p].days.law_day().days;
    for (;;) {  // down to the condition that fails
      const program::Node& n = program.nodes[at];
      std::optional<NodeId> failing;
      for (std::uint32_t i = 0; i < n.count && !failing; ++i) {
        const NodeId child = program.child(n, i);
        if (n.op == program::Op::all && scratch_[p].truths[child].state == Truth::no) failing = child;
        if (n.op == program::Op::condition_versions && day <= program.version_ranges[n.payload + i].to)
          failing = child;
      }
      if (!failing) break;
      at = *failing;
    }
    for (const NodeId id : cone_of(program, {at})) {
      const program::Node& n = program.nodes[id];
      if (n.op == program::Op::atom || n.op == program::Op::slot || n.op == program::Op::column)
        vars[subject(p).axes().var(n.payload)] = true;
    }
  }
  vars[day_variable] = false;
  return vars;
}

// All that is so of somebody: with all of it together, both verdicts are what they are.
std::vector<Demand> Comparer::demands_of(const Places& places, const std::array<Verdict, 2>& of) {
  std::vector<Demand> demands;
  constexpr std::size_t last = ~std::size_t{0};
  const auto meet = [&](std::optional<NodeId> before, std::optional<NodeId> after, std::size_t rank) {
    const std::size_t p = before ? 0 : 1;
    const NodeId node = before ? *before : *after;
    Demand demand;
    demand.rank = rank;
    demand.met.nodes[0] = before;
    demand.met.nodes[1] = after;
    demand.met.state = scratch_[p].truths[node].state;
    demand.lit = subject(p).encoder().is(node, demand.met.state);
    demands.push_back(std::move(demand));
  };
  const std::vector<bool> apart = told_apart(of);
  for (Var var = space_.count(); var-- > 0;) {
    Demand demand;
    demand.rank = var == day_variable ? last : (apart[var] ? last - 1 : 0);
    demand.portion = around(space_, var, places[var]);
    demand.lit = demand.portion->lit(space_);
    demands.push_back(std::move(demand));
  }
  for (const Asked& asked : leaves_) {
    const NodeId node = asked.leaf->node;
    asked.subject == &before_ ? meet(node, std::nullopt, 1) : meet(std::nullopt, node, 1);
  }
  for (const Term& term : terms_)
    if (std::none_of(term.vars.begin(), term.vars.end(), [&](Var var) { return apart[var]; }))
      meet(term.nodes[0], term.nodes[1], 2 * term.size + (term.nodes[0] && term.nodes[1] ? 1 : 0));
  std::stable_sort(demands.begin(), demands.end(),
                   [](const Demand& a, const Demand& b) { return a.rank < b.rank; });
  return demands;
}

// Of those whom `verdicts_of` was asked about last.
bool Comparer::fits(const std::vector<Demand>& demands, const Places& places) const {
  return std::all_of(demands.begin(), demands.end(), [&](const Demand& demand) {
    if (demand.portion) return demand.portion->has(places[demand.portion->var]);
    const std::size_t p = demand.met.nodes[0] ? 0 : 1;
    return scratch_[p].truths[*demand.met.nodes[p]].state == demand.met.state;
  });
}

bool Comparer::fits(const Draft& draft, const Places& places, const std::array<Verdict, 2>& of) const {
  for (std::size_t p = 0; p < 2; ++p)
    if (draft.given[p] && of[p] != draft.verdicts[p]) return false;
  return fits(draft.demands, places);
}

void Comparer::add_given(const Draft& draft, std::vector<Lit>& to) {
  for (std::size_t p = 0; p < 2; ++p)
    if (draft.given[p]) to.push_back(subject(p).verdict(decision(p), draft.verdicts[p]));
}

bool Comparer::all_alike(const std::vector<Demand>& demands, const Draft& draft) {
  std::vector<Lit> assumptions = lits_of(demands);
  add_given(draft, assumptions);
  assumptions.push_back(-pair(draft.verdicts));
  const auto other = [&](const Places& places) {
    const auto of = verdicts_of(places);
    if (!fits(demands, places)) return false;
    for (std::size_t p = 0; p < 2; ++p)
      if (draft.given[p] && of[p] != draft.verdicts[p]) return false;
    return of != draft.verdicts;
  };
  return find(assumptions, other).result == Sat::Result::no;
}

bool Comparer::is_somebody(const std::vector<Demand>& demands, const Draft& draft) {
  std::vector<Lit> assumptions = lits_of(demands);
  add_given(draft, assumptions);
  const auto alike = [&](const Places& places) {
    return verdicts_of(places) == draft.verdicts && fits(demands, places);
  };
  return find(assumptions, alike).result != Sat::Result::no;
}

// Gives up one demand after the other, where the rest is enough.
void Comparer::keep_needed(Draft& draft) {
  for (std::size_t i = 0; i < draft.demands.size();) {
    std::vector<Demand> rest = draft.demands;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    if (all_alike(rest, draft))
      draft.demands = std::move(rest);
    else
      ++i;
  }
}

void Comparer::widen(Draft& draft) {
  for (std::size_t i = 0; i < draft.demands.size(); ++i) {
    if (!draft.demands[i].portion) continue;
    std::vector<Demand> demands = draft.demands;
    for (const Portion& piece : pieces_beyond(space_, *draft.demands[i].portion)) {
      demands[i].portion = piece;  // what it is added to is known
      demands[i].lit = piece.lit(space_);
      if (!all_alike(demands, draft) || !is_somebody(demands, draft)) continue;
      Portion& wider = *draft.demands[i].portion;
      wider.none = wider.none || piece.none;
      for (const auto& [lo, hi] : piece.ranges) wider.add(lo, hi);
      draft.demands[i].lit = wider.lit(space_);
    }
  }
}

Draft Comparer::draft_of(const Places& places) {
  Draft draft;
  draft.places = places;
  draft.verdicts = verdicts_of(places);
  draft.demands = demands_of(places, draft.verdicts);
  for (std::size_t p = 0; p < 2; ++p) draft.given[p] = draft.verdicts[1 - p] == Verdict::not_covered;
  keep_needed(draft);
  widen(draft);
  std::vector<Lit> all = lits_of(draft.demands);
  add_given(draft, all);
  draft.lit = sat_.all(all);
  return draft;
}

// A class everybody of which is in another one says nothing new. The latest first: they were found in what was left.
void Comparer::drop_covered() {
  for (std::size_t i = 0; i < drafts_.size();) {
    std::vector<Lit> assumptions{drafts_[i].lit};
    for (std::size_t other = 0; other < drafts_.size(); ++other)
      if (other != i) assumptions.push_back(-drafts_[other].lit);
    const auto alone = [&](const Places& places) {
      const auto of = verdicts_of(places);
      for (std::size_t other = 0; other < drafts_.size(); ++other)
        if (fits(drafts_[other], places, of) != (other == i)) return false;
      return of[0] != of[1];
    };
    if (find(assumptions, alone).result == Sat::Result::no)
      drafts_.erase(drafts_.begin() + static_cast<std::ptrdiff_t>(i));
    else
      ++i;
  }
}

void Comparer::shorten(Class& done) {
  const auto still = [&] {
    for (std::size_t p = 0; p < 2; ++p) {
      scratch_[p].days = eval::Days(*compared_.programs[p], done.day, done.day);
      if (eval::decide(decision(p), done.profiles[p], scratch_[p]) != done.verdicts[p]) return false;
    }
    return true;
  };
  for (std::size_t f = compared_.facts.size(); f-- > 0;) {
    const Shared& fact = compared_.facts[f];
    std::optional<types::Possible> told[2];
    for (std::size_t p = 0; p < 2; ++p) {
      if (fact.slots[p] == program::nowhere) continue;
      told[p] = done.profiles[p].possible(fact.slots[p]);
      done.profiles[p].forget(fact.slots[p]);
    }
    if (still()) continue;
    for (std::size_t p = 0; p < 2; ++p)
      if (told[p]) done.profiles[p].tell(fact.slots[p], *told[p]);
  }
}

Class Comparer::finished(const Draft& draft) {
  Class done;
  for (std::size_t p = 0; p < 2; ++p) {
    done.verdicts[p] = draft.verdicts[p];
    done.profiles.push_back(subject(p).profile(draft.places));
  }
  done.day = types::Date{static_cast<std::int32_t>(draft.places[day_variable].lo)};
  for (const Demand& demand : draft.demands) {
    if (!demand.portion) {
      done.conditions.push_back(demand.met);
      continue;
    }
    const Portion& portion = *demand.portion;
    if (portion.var == day_variable) {
      for (const auto& [lo, hi] : portion.ranges)
        done.days.push_back({static_cast<std::int32_t>(lo), static_cast<std::int32_t>(hi)});
      continue;
    }
    Values values;
    values.fact = portion.var - 1;  // variables were made in this order, after the day
    values.none = portion.none;
    const Shared& fact = compared_.facts[values.fact];
    const std::size_t p = fact.slots[0] != program::nowhere ? 0 : 1;
    const program::Slot& slot = compared_.programs[p]->slots[fact.slots[p]];
    if (slot.type.is_ordered()) {
      values.ranges = portion.ranges;
    } else {
      for (const auto& [lo, hi] : portion.ranges) {
        for (Int128 number = lo; number <= hi; ++number) {
          for (const std::uint32_t item : subject(p).axes().items(fact.slots[p], number)) {
            if (slot.type.base == types::Base::text)
              values.texts.push_back(subject(p).axes().texts(fact.slots[p])[item]);
            else
              values.items.push_back(item);
          }
        }
      }
      std::sort(values.items.begin(), values.items.end());
    }
    done.facts.push_back(std::move(values));
  }
  std::sort(done.facts.begin(), done.facts.end(),
            [](const Values& a, const Values& b) { return a.fact < b.fact; });
  shorten(done);
  return done;
}

Difference Comparer::run(std::size_t most_classes) {
  Difference difference;
  join_leaves();
  find_terms();
  std::vector<Lit> differ;
  for (const Verdict before : verdicts)
    for (const Verdict after : verdicts)
      if (before != after) differ.push_back(pair({before, after}));
  const Lit any = sat_.any(differ);
  const std::int32_t about = options_.about.days;
  // Who is found near the day that was asked about is plainer than one from the first years of the calendar.
  std::vector<Lit> nearest{space_.within(day_variable, about, about), space_.at_least(day_variable, about),
                           Sat::always()};
  std::vector<Lit> assumptions{any};
  for (;;) {
    std::vector<Lit> here = assumptions;
    here.push_back(nearest.front());
    const Found found = find(here, [&](const Places& places) {
      const auto of = verdicts_of(places);
      return of[0] != of[1] && std::none_of(drafts_.begin(), drafts_.end(),
                                            [&](const Draft& draft) { return fits(draft, places, of); });
    });
    if (found.result == Sat::Result::no && nearest.size() > 1) {
      nearest.erase(nearest.begin());
      continue;
    }
    if (found.result == Sat::Result::no) break;
    if (found.result == Sat::Result::unknown || drafts_.size() == most_classes) {
      difference.complete = false;
      if (found.result == Sat::Result::unknown && found.obstacle.leaf != nullptr)
        difference.obstacle[found.obstacle.subject == &before_ ? 0 : 1] = found.obstacle.leaf->node;
      break;
    }
    drafts_.push_back(draft_of(found.places));
    assumptions.push_back(-drafts_.back().lit);
  }
  if (difference.complete) drop_covered();
  for (const Draft& draft : drafts_) difference.classes.push_back(finished(draft));
  return difference;
}

}  // namespace

Difference compare(const Compared& compared, const Options& options, std::size_t most_classes) {
  return Comparer(compared, options).run(most_classes);
}

}  // namespace eligo::analysis
