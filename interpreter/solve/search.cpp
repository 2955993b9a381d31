// SPDX-License-Identifier: MIT
// Owns the composition of a decision's diagram from its leaves, and what is read from it.
#include "interpreter/solve/search.hpp"

#include <algorithm>

#include "interpreter/solve/contrast.hpp"
#include "interpreter/solve/diagram.hpp"
#include "interpreter/solve/regions.hpp"
#include "interpreter/solve/values.hpp"
#include "interpreter/types/fault.hpp"

namespace eligo::solve {

using builtins::Truth;
using eval::Verdict;
using program::Node;
using program::Op;

namespace {

// Leaves of diagrams. Conditions: their state. Whole verdicts: these. Values: from `first_value` on.
constexpr Leaf not_covered = 4;
constexpr Leaf first_value = 16;
constexpr Leaf opaque = Leaf{1} << 40;   // a value that is not known to be any other
constexpr Leaf counted = Leaf{1} << 50;  // yes lines and invalid lines of an `at least`
// Where a leaf could not be cut, diagrams can only say "settled" or leave facts out; proof of needs is found elsewhere.
constexpr std::uint32_t part_of_inexact = 8;
constexpr std::uint32_t trials_a_node =
    10;  // nodes evaluated to prove needs, for each node of diagrams allowed

}  // namespace

class Search {
 public:
  Search(const program::Program& program, const program::Decision& decision, const eval::Profile& profile,
         const eval::Days& days, const Asking& asking, const Budget& budget)
      : program_(program),
        decision_(decision),
        profile_(profile),
        days_(days),
        asking_(asking),
        budget_(budget),
        regions_(program, decision, profile, days, budget),
        diagrams_(regions_.are_exact() ? budget.nodes : budget.nodes / part_of_inexact) {}

  Findings run();
  std::vector<Truth::State> sure_states();
  bool is_one_of(std::span<const NodeId> conditions, Truth::State state);

 private:
  [[nodiscard]] Ref of(NodeId id);
  Ref leaf_diagram(const OpenLeaf& leaf, std::uint32_t pseudo_variable);
  Ref region_diagram(const OpenLeaf& leaf, std::size_t depth, eval::Profile& work);
  Ref logic_diagram(NodeId id);
  Ref when_diagram(const Node& n);
  Ref at_least_diagram(const Node& n);
  Ref fold(std::span<const NodeId> parts, bool all);
  [[nodiscard]] Ref whole_verdict();
  [[nodiscard]] Ref yes_or_other(Ref whole);
  [[nodiscard]] Leaf value_leaf(const Possible& p);
  [[nodiscard]] Settled settled_of(Leaf leaf) const;
  [[nodiscard]] std::uint32_t variable_of(std::uint32_t slot) const;
  void rank(Ref whole, Findings& findings);

  const program::Program& program_;
  const program::Decision& decision_;
  const eval::Profile& profile_;
  const eval::Days& days_;
  const Asking& asking_;
  Budget budget_;
  Regions regions_;
  Diagrams diagrams_;
  std::vector<std::optional<Ref>> made_;  // by node
  Values values_;
  std::vector<std::uint32_t> pseudo_;  // by pseudo variable: index of its leaf
};

std::uint32_t Search::variable_of(std::uint32_t slot) const {
  const auto& facts = regions_.facts();
  const auto it = std::find_if(facts.begin(), facts.end(), [&](const OpenFact& f) { return f.slot == slot; });
  return static_cast<std::uint32_t>(it - facts.begin());
}

Leaf Search::value_leaf(const Possible& p) {
  if (p.surely_invalid() || !p.is_exact()) return Truth::invalid;
  return first_value + static_cast<Leaf>(values_.number(p.exact()));
}

// What a node that is not open is; open ones were made before, children first.
Ref Search::of(NodeId id) {
  if (made_[id]) return *made_[id];
  const Node& n = program_.nodes[id];
  const eval::Scratch& known = regions_.known();
  Leaf leaf = 0;
  if (program::is_condition(n.op)) {
    leaf = known.truths[id].state;
  } else {
    const bool decimal =
        decision_.type.base == types::Base::decimal || decision_.type.base == types::Base::money;
    const Possible& p = *known.values[n.value];
    leaf =
        value_leaf(decimal && p.base == types::Base::whole ? types::as_decimal(p, decision_.type.base) : p);
  }
  made_[id] = diagrams_.leaf(leaf);
  return *made_[id];
}

Ref Search::region_diagram(const OpenLeaf& leaf, std::size_t depth, eval::Profile& work) {
  if (depth == leaf.support.size()) {
    regions_.evaluate(leaf, work);
    if (program::is_condition(program_.nodes[leaf.node].op))
      return diagrams_.leaf(regions_.truth(leaf).state);
    const bool decimal =
        decision_.type.base == types::Base::decimal || decision_.type.base == types::Base::money;
    const Possible& p = regions_.value(leaf);
    return diagrams_.leaf(
        value_leaf(decimal && p.base == types::Base::whole ? types::as_decimal(p, decision_.type.base) : p));
  }
  const std::uint32_t slot = leaf.support[depth];
  const std::uint32_t variable = variable_of(slot);
  std::vector<Ref> parts;
  for (const Possible& region : regions_.facts()[variable].regions) {
    work.tell(slot, region);
    parts.push_back(region_diagram(leaf, depth + 1, work));
  }
  return diagrams_.node(variable, parts);
}

Ref Search::leaf_diagram(const OpenLeaf& leaf, std::uint32_t pseudo_variable) {
  if (leaf.exact) {
    eval::Profile work = profile_;
    return region_diagram(leaf, 0, work);
  }
  std::vector<Ref> parts;
  if (program::is_condition(program_.nodes[leaf.node].op)) {
    parts = {diagrams_.leaf(Truth::no), diagrams_.leaf(Truth::yes), diagrams_.leaf(Truth::invalid)};
  } else {
    parts = {diagrams_.leaf(opaque + 2 * leaf.node), diagrams_.leaf(opaque + 2 * leaf.node + 1),
             diagrams_.leaf(Truth::invalid)};
  }
  return diagrams_.node(pseudo_variable, parts);
}

Ref Search::fold(std::span<const NodeId> parts, bool all) {
  const auto strength = [&](Leaf state) {
    constexpr int of_any[] = {3, 1, 2, 0};
    return all ? static_cast<int>(state) : of_any[state];
  };
  Ref result = diagrams_.leaf(all ? Truth::yes : Truth::no);
  for (const NodeId id : parts) {
    const Ref part = of(id);
    result = diagrams_.apply(result, part, result, [&](Ref a, Ref b, Ref) -> std::optional<Ref> {
      if (diagrams_.is_leaf(a) && strength(diagrams_.value(a)) == 0) return a;
      if (diagrams_.is_leaf(b) && strength(diagrams_.value(b)) == 0) return b;
      if (diagrams_.is_leaf(a) && diagrams_.is_leaf(b))
        return strength(diagrams_.value(a)) <= strength(diagrams_.value(b)) ? a : b;
      return std::nullopt;
    });
  }
  return result;
}

Ref Search::at_least_diagram(const Node& n) {
  constexpr Leaf one_invalid = Leaf{1} << 24;
  Ref counts = diagrams_.leaf(counted);
  for (std::uint32_t i = 0; i < n.count; ++i) {
    counts = diagrams_.apply(
        counts, of(program_.child(n, i)), counts, [&](Ref a, Ref b, Ref) -> std::optional<Ref> {
          if (!diagrams_.is_leaf(a) || !diagrams_.is_leaf(b)) return std::nullopt;
          const Leaf state = diagrams_.value(b);
          return diagrams_.leaf(diagrams_.value(a) + (state == Truth::yes       ? 1
                                                      : state == Truth::invalid ? one_invalid
                                                                                : 0));
        });
  }
  const Leaf needed = n.payload;
  return diagrams_.apply(counts, counts, counts, [&](Ref a, Ref, Ref) -> std::optional<Ref> {
    if (!diagrams_.is_leaf(a)) return std::nullopt;
    const Leaf both = diagrams_.value(a) - counted;
    const Leaf yes = both % one_invalid, invalid = both / one_invalid;
    return diagrams_.leaf(yes >= needed ? Truth::yes : yes + invalid < needed ? Truth::no : Truth::invalid);
  });
}

Ref Search::when_diagram(const Node& n) {
  Ref result = of(program_.child(n, n.count - 1));
  for (std::uint32_t i = n.count - 1; i >= 2; i -= 2) {
    result = diagrams_.apply(of(program_.child(n, i - 2)), of(program_.child(n, i - 1)), result,
                             [&](Ref c, Ref then, Ref otherwise) -> std::optional<Ref> {
                               if (!diagrams_.is_leaf(c)) return std::nullopt;
                               const Leaf state = diagrams_.value(c);
                               return state == Truth::yes ? then : state == Truth::no ? otherwise : c;
                             });
  }
  return result;
}

Ref Search::logic_diagram(NodeId id) {
  const Node& n = program_.nodes[id];
  switch (n.op) {
    case Op::negation: {
      const Ref inner = of(program_.child(n, 0));
      return diagrams_.apply(inner, inner, inner, [&](Ref a, Ref, Ref) -> std::optional<Ref> {
        if (!diagrams_.is_leaf(a)) return std::nullopt;
        const Leaf state = diagrams_.value(a);
        return state == Truth::yes  ? diagrams_.leaf(Truth::no)
               : state == Truth::no ? diagrams_.leaf(Truth::yes)
                                    : a;
      });
    }
    case Op::all:
    case Op::any:
      return fold({program_.children.data() + n.first, n.count}, n.op == Op::all);
    case Op::at_least:
      return at_least_diagram(n);
    case Op::condition_when:
    case Op::value_when:
      return when_diagram(n);
    case Op::condition_versions:
    case Op::value_versions: {
      const std::int32_t day = days_.law_day().days;
      for (std::uint32_t i = 0; i < n.count; ++i)
        if (day <= program_.version_ranges[n.payload + i].to) return of(program_.child(n, i));
      return of(program_.child(n, n.count - 1));
    }
    case Op::condition: {
      const Ref inner = of(program_.child(n, 0));
      return diagrams_.apply(inner, inner, inner, [&](Ref a, Ref, Ref) -> std::optional<Ref> {
        if (!diagrams_.is_leaf(a)) return std::nullopt;
        const Leaf state = diagrams_.value(a);
        if (state == Truth::invalid) return a;
        return diagrams_.leaf(value_leaf(
            types::exactly(state == Truth::yes, types::Type{types::Base::yes_or_no, false, 0}, 2)));
      });
    }
    default:
      return of(id);
  }
}

Ref Search::whole_verdict() {
  made_.assign(program_.nodes.size(), std::nullopt);
  for (std::size_t i = 0; i < regions_.leaves().size(); ++i) {
    const OpenLeaf& leaf = regions_.leaves()[i];
    std::uint32_t pseudo = 0;
    if (!leaf.exact) {
      pseudo = static_cast<std::uint32_t>(regions_.facts().size() + pseudo_.size());
      pseudo_.push_back(static_cast<std::uint32_t>(i));
    }
    made_[leaf.node] = leaf_diagram(leaf, pseudo);
  }
  for (const NodeId id : regions_.logic()) made_[id] = logic_diagram(id);
  const Ref body = of(decision_.root);
  if (!decision_.has_coverage) return body;
  return diagrams_.apply(of(decision_.coverage), body, body, [&](Ref c, Ref b, Ref) -> std::optional<Ref> {
    if (!diagrams_.is_leaf(c)) return std::nullopt;
    const Leaf state = diagrams_.value(c);
    return state == Truth::yes ? diagrams_.leaf(not_covered) : state == Truth::no ? b : c;
  });
}

// Nothing but yes is yes, and what is not known stays so.
Ref Search::yes_or_other(Ref whole) {
  return diagrams_.apply(whole, whole, whole, [&](Ref a, Ref, Ref) -> std::optional<Ref> {
    if (!diagrams_.is_leaf(a)) return std::nullopt;
    const Leaf leaf = diagrams_.value(a);
    return leaf == Truth::yes || leaf >= opaque ? a : diagrams_.leaf(Truth::no);
  });
}

Settled Search::settled_of(Leaf leaf) const {
  if (leaf >= first_value) return {Verdict::value, values_[static_cast<std::size_t>(leaf - first_value)]};
  if (leaf == not_covered) return {Verdict::not_covered, {}};
  if (leaf == Truth::invalid) return {Verdict::invalid, {}};
  const bool yes = leaf == Truth::yes;
  if (decision_.typed) return {Verdict::value, yes};
  return {yes ? Verdict::yes : Verdict::no, {}};
}

// The best question first: the larger the share of its answers that settles the verdict at once; then as
// declared.
void Search::rank(Ref whole, Findings& findings) {
  std::vector<double> scores(program_.slots.size(), 0);
  for (const Need& need : findings.needs) {
    const std::uint32_t variable = variable_of(need.slot);
    const bool ordered = program_.slots[need.slot].type.is_ordered();
    std::size_t count = 0, settles = 0;
    std::optional<Ref> before;
    for (std::uint32_t k = 0; k < regions_.facts()[variable].regions.size() && !diagrams_.exhausted(); ++k) {
      const Ref then = diagrams_.with(whole, variable, k);
      if (ordered && before == then) continue;  // the same range of answers: a border of another leaf's
      before = then;
      ++count;
      settles += diagrams_.is_leaf(then) ? 1 : 0;
    }
    scores[need.slot] = count == 0 ? 0 : static_cast<double>(settles) / static_cast<double>(count);
  }
  std::stable_sort(findings.needs.begin(), findings.needs.end(), [&](const Need& a, const Need& b) {
    if (a.perhaps != b.perhaps) return !a.perhaps;
    return scores[a.slot] > scores[b.slot];
  });
}

Findings Search::run() {
  Findings findings;
  Ref whole = whole_verdict();
  if (asking_.yes_alone) whole = yes_or_other(whole);
  if (types::fault(types::Fault::settled_by_told_facts_only) && !diagrams_.exhausted()) {
    findings.settled = Settled{Verdict::yes, {}};
    return findings;
  }
  const bool exact = pseudo_.empty() && !diagrams_.exhausted();
  if (!diagrams_.exhausted() && diagrams_.is_leaf(whole) && diagrams_.value(whole) < opaque) {
    findings.settled = settled_of(diagrams_.value(whole));
    return findings;
  }
  std::vector<std::uint32_t> slots;
  if (diagrams_.exhausted()) {
    for (const OpenFact& fact : regions_.facts()) slots.push_back(fact.slot);
  } else {
    for (const std::uint32_t variable : diagrams_.support(whole)) {
      if (variable < regions_.facts().size()) {
        slots.push_back(regions_.facts()[variable].slot);
      } else {
        const auto& support = regions_.leaves()[pseudo_[variable - regions_.facts().size()]].support;
        slots.insert(slots.end(), support.begin(), support.end());
      }
    }
  }
  if (types::fault(types::Fault::needs_are_all_open)) {
    slots.clear();
    for (std::uint32_t s = 0; s + 2 < program_.slots.size(); ++s)
      if (!profile_.is_known(s)) slots.push_back(s);
  }
  std::sort(slots.begin(), slots.end());
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  std::vector<bool> sure(slots.size(), true);
  if (!exact)
    sure = Contrast(program_, decision_, profile_, days_, regions_, asking_, trials_a_node * budget_.nodes)
               .prove(slots);
  std::vector<bool> has_proof(program_.slots.size(), false);
  for (std::size_t i = 0; i < slots.size(); ++i)
    if (sure[i]) has_proof[asking_.by[slots[i]]] = true;
  for (std::size_t i = 0; i < slots.size(); ++i)
    if (sure[i] || !has_proof[asking_.by[slots[i]]]) findings.needs.push_back({slots[i], !sure[i]});
  findings.settled_perhaps = std::find(sure.begin(), sure.end(), true) == sure.end();
  if (!types::fault(types::Fault::needs_are_all_open)) rank(whole, findings);
  return findings;
}

std::vector<Truth::State> Search::sure_states() {
  static_cast<void>(whole_verdict());
  std::vector<Truth::State> out(program_.nodes.size(), Truth::open);
  if (diagrams_.exhausted()) return out;
  for (NodeId id = 0; id < made_.size(); ++id) {
    if (!made_[id] || !program::is_condition(program_.nodes[id].op) || !diagrams_.is_leaf(*made_[id]))
      continue;
    const Leaf leaf = diagrams_.value(*made_[id]);
    if (leaf == Truth::yes || leaf == Truth::no) out[id] = static_cast<Truth::State>(leaf);
  }
  return out;
}

bool Search::is_one_of(std::span<const NodeId> conditions, Truth::State state) {
  if (diagrams_.exhausted()) return false;
  const Ref whole = fold(conditions, state == Truth::no);
  return !diagrams_.exhausted() && diagrams_.is_leaf(whole) && diagrams_.value(whole) == state;
}

Findings search(const program::Program& program, const program::Decision& decision,
                const eval::Profile& profile, const eval::Days& days, const Asking& asking,
                const Budget& budget) {
  return Search(program, decision, profile, days, asking, budget).run();
}

struct Certainty::Diagram : Search {
  using Search::Search;
};

Certainty::Certainty(const program::Program& program, const program::Decision& decision,
                     const eval::Profile& profile, const eval::Days& days, const Budget& budget)
    : diagram_(std::make_unique<Diagram>(program, decision, profile, days, Asking{}, budget)),
      states_(diagram_->sure_states()) {}

Certainty::~Certainty() = default;

bool Certainty::is_one_of(std::span<const NodeId> conditions, Truth::State state) {
  return diagram_->is_one_of(conditions, state);
}

}  // namespace eligo::solve
