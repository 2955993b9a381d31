// SPDX-License-Identifier: MIT
// Owns the loop between solver and evaluator: a model becomes a person; where the evaluator says otherwise about a
// leaf, the solver learns why, and is asked again.
#include "interpreter/analysis/analysis.hpp"

#include <algorithm>

#include "interpreter/analysis/order.hpp"
#include "interpreter/analysis/places.hpp"

namespace eligo::analysis {

namespace {

constexpr std::uint32_t rounds_for_nearer = 20;

}  // namespace

struct Analysis::State {
  const program::Program& program;
  Options options;
  std::vector<Leaf> leaves;
  std::vector<std::uint32_t> leaf_of;  // by node
  Sat sat;
  Space space{sat};
  Axes axes;
  Encoder encoder{program, axes, space};
  Refiner refiner{program, axes, encoder, space};
  Chooser chooser{program, axes, encoder, refiner};
  Order order{program, axes, space};
  std::vector<bool> known;  // by leaf: its days and its order to others have been told to the solver
  eval::Scratch scratch;

  State(const program::Program& p, const Options& o)
      : program(p),
        options(o),
        leaves(all_leaves(p)),
        axes(p, leaves, space, {o.first, o.last, o.about}),
        known(leaves.size()) {
    leaf_of.resize(p.nodes.size(), program::nowhere);
    for (std::uint32_t i = 0; i < leaves.size(); ++i) leaf_of[leaves[i].node] = i;
  }

  static std::vector<Leaf> all_leaves(const program::Program& p) {
    std::vector<Leaf> all;
    for (NodeId id = 0; id < p.nodes.size(); ++id)
      if (is_leaf(p.nodes[id].op)) all.push_back(analysis::leaf_of(p, id));
    return all;
  }

  [[nodiscard]] std::vector<const Leaf*> below(const std::vector<Claim>& claims) const;
  void introduce(const Leaf& leaf);
  [[nodiscard]] bool holds(const Question& question, const eval::Profile& profile, types::Date day);
  [[nodiscard]] Witness person(const Places& places) const;
  void shorten(const Question& question, Witness& witness);
  [[nodiscard]] bool learn_from_regions(const std::vector<const Leaf*>& asked, const Places& places);
  [[nodiscard]] const Leaf* learn_from_person(const std::vector<const Leaf*>& asked, const Places& places);
  [[nodiscard]] Answer can(const Question& question);
  [[nodiscard]] Answer can(const Question& question, Lit condition, std::uint32_t rounds);
};

std::vector<const Leaf*> Analysis::State::below(const std::vector<Claim>& claims) const {
  std::vector<NodeId> open;
  std::vector<bool> seen(program.nodes.size());
  std::vector<const Leaf*> found;
  for (const Claim& claim : claims) open.push_back(claim.condition);
  while (!open.empty()) {
    const NodeId id = open.back();
    open.pop_back();
    if (seen[id]) continue;
    seen[id] = true;
    if (leaf_of[id] != program::nowhere) found.push_back(&leaves[leaf_of[id]]);
    for (const NodeId part : leaf_of[id] != program::nowhere ? leaves[leaf_of[id]].conditions : parts_of(program, id))
      open.push_back(part);
  }
  return found;
}

void Analysis::State::introduce(const Leaf& leaf) {
  const std::uint32_t index = leaf_of[leaf.node];
  if (known[index]) return;
  known[index] = true;
  for (const std::int32_t day : leaf.changes) static_cast<void>(space.at_least(axes.var(axes.day()), day));
  order.add(leaf, encoder.of(leaf.node));
}

bool Analysis::State::holds(const Question& question, const eval::Profile& profile, types::Date day) {
  const auto on = [&](const program::DayRange& d) { return d.from <= day.days && day.days <= d.to; };
  if (std::none_of(question.days.begin(), question.days.end(), on)) return false;
  scratch.days = eval::Days(program, day, day);
  for (const Claim& claim : question.claims) {
    eval::run(eval::nodes_below(program, claim.condition, day), profile, scratch);
    if (scratch.truths[claim.condition].state != claim.state) return false;
  }
  return true;
}

Witness Analysis::State::person(const Places& places) const {
  Witness witness{eval::Profile(program), types::Date{static_cast<std::int32_t>(places[axes.day()].lo)}};
  for (std::uint32_t slot = 0; slot < program.today(); ++slot)
    witness.profile.tell(slot, axes.point(slot, places[slot]));
  return witness;
}

// What is told only where the claims need it: told less, they stay as they are or become open.
void Analysis::State::shorten(const Question& question, Witness& witness) {
  for (std::uint32_t slot = program.today(); slot-- > 0;) {
    const types::Possible told = witness.profile.possible(slot);
    witness.profile.forget(slot);
    if (!holds(question, witness.profile, witness.day)) witness.profile.tell(slot, told);
  }
}

// Leaves that are not what the model has, whatever the facts are within its regions.
bool Analysis::State::learn_from_regions(const std::vector<const Leaf*>& asked, const Places& places) {
  std::vector<std::pair<const Leaf*, Box>> wrong;
  for (const Leaf* leaf : asked) {
    Box box = chooser.box_of(*leaf, places);
    const Truth::State state = refiner.evaluate(*leaf, box);
    if (state != Truth::open && state != encoder.state(leaf->node)) wrong.emplace_back(leaf, std::move(box));
  }
  for (auto& [leaf, box] : wrong) {
    const Truth::State state = refiner.evaluate(*leaf, box);
    refiner.learn(*leaf, std::move(box), state);
  }
  return !wrong.empty();
}

const Leaf* Analysis::State::learn_from_person(const std::vector<const Leaf*>& asked, const Places& places) {
  struct Wrong {
    const Leaf* leaf;
    Box box;
    Truth::State state;
  };
  std::vector<Wrong> wrong;
  for (const Leaf* leaf : asked) {
    Box box = chooser.box_of(*leaf, places);
    const Truth::State state = refiner.evaluate(*leaf, box);
    if (state != encoder.state(leaf->node)) wrong.push_back({leaf, std::move(box), state});
  }
  for (Wrong& one : wrong) refiner.learn(*one.leaf, std::move(one.box), one.state);
  return wrong.empty() ? nullptr : wrong.front().leaf;
}

// One who is found near the day asked about is plainer than one who was found first.
Answer Analysis::State::can(const Question& question) {
  Answer answer = can(question, Sat::always(), options.rounds);
  if (answer.kind != Answer::Kind::yes || answer.witness->day == options.about) return answer;
  const Var day = axes.var(axes.day());
  const std::int32_t about = options.about.days;
  for (const Lit nearer : {space.within(day, about, about), space.at_least(day, about)}) {
    Answer other = can(question, nearer, rounds_for_nearer);
    if (other.kind == Answer::Kind::yes) return other;
  }
  return answer;
}

Answer Analysis::State::can(const Question& question, Lit condition, std::uint32_t rounds) {
  std::vector<Lit> assumed{condition, encoder.on(question.days)};
  for (const Claim& claim : question.claims) assumed.push_back(encoder.is(claim.condition, claim.state));
  const std::vector<const Leaf*> asked = below(question.claims);
  for (const Leaf* leaf : asked) introduce(*leaf);
  const Leaf* obstacle = nullptr;
  for (std::uint32_t round = 0; round < rounds; ++round) {
    const Sat::Result result = sat.solve(assumed, options.conflicts);
    if (result == Sat::Result::no) return {};
    if (result == Sat::Result::unknown) break;
    Places regions;
    for (std::uint32_t slot = 0; slot <= program.today(); ++slot)
      regions.push_back(space.region(axes.var(slot)));
    Places places = regions;
    chooser.choose(asked, places, options.about.days);
    Witness witness = person(places);
    if (holds(question, witness.profile, witness.day)) {
      shorten(question, witness);
      return {Answer::Kind::yes, std::move(witness), std::nullopt};
    }
    if (learn_from_regions(asked, regions)) continue;
    obstacle = learn_from_person(asked, places);
    if (obstacle == nullptr) break;
  }
  Answer answer{Answer::Kind::not_analysed, std::nullopt, std::nullopt};
  if (obstacle != nullptr) answer.obstacle = obstacle->node;
  return answer;
}

Analysis::Analysis(const program::Program& program, const Options& options)
    : state_(std::make_unique<State>(program, options)) {}

Analysis::~Analysis() = default;

Answer Analysis::can(const Question& question) {
  return state_->can(question);
}

Answer Analysis::can(const program::Decision& decision, eval::Verdict verdict) {
  using eval::Verdict;
  std::vector<program::DayRange> covered;
  std::int32_t from = types::Date::min_days;
  for (const program::DayRange& gap : decision.uncovered) {
    if (from < gap.from) covered.push_back({from, gap.from - 1});
    from = gap.to + 1;
  }
  if (from <= types::Date::max_days) covered.push_back({from, types::Date::max_days});
  Question question;
  question.days = covered;
  if (verdict == Verdict::not_covered) {
    question.days = decision.uncovered;
    if (Answer first = can(question); first.kind != Answer::Kind::no || !decision.has_coverage) return first;
    question.days = covered;
    question.claims = {{decision.coverage, Truth::yes}};
    return can(question);
  }
  if (verdict == Verdict::invalid && decision.has_coverage) {
    question.claims = {{decision.coverage, Truth::invalid}};
    if (Answer first = can(question); first.kind != Answer::Kind::no) return first;
    question.claims.clear();
  }
  if (decision.has_coverage) question.claims.push_back({decision.coverage, Truth::no});
  question.claims.push_back({decision.root, verdict == Verdict::yes  ? Truth::yes
                                            : verdict == Verdict::no ? Truth::no
                                                                     : Truth::invalid});
  return can(question);
}

}  // namespace eligo::analysis
