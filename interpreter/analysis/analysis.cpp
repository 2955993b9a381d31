// SPDX-License-Identifier: MIT
// Owns the asking: claims as assumptions, and what is told of a person made short.
#include "interpreter/analysis/analysis.hpp"

#include <algorithm>
#include <functional>

#include "interpreter/analysis/evidence.hpp"
#include "interpreter/analysis/loop.hpp"
#include "interpreter/analysis/turn.hpp"
#include "interpreter/types/sort_unique.hpp"

namespace eligo::analysis {

namespace {

constexpr std::uint32_t rounds_for_nearer = 20;
constexpr std::int32_t soon = 3'652;  // days of ten years
// Each answer gives every variable a value. A solver that knows more than this, and many times what a question is about,
// is left for a new one.
constexpr std::size_t enough_variables = 3'000, times_the_question = 4;

std::vector<NodeId> calculations_in(const program::Program& program) {
  std::vector<NodeId> all;
  for (const program::Decision& decision : program.decisions)
    for (const NodeId id : calculations_of(program, decision.root)) all.push_back(id);
  types::sort_unique(all);
  return all;
}

}  // namespace

struct Analysis::State {
  /// What is asked for: as the solver sees it, and as the evaluator says of somebody who may be told in part.
  struct Wanted {
    std::vector<Lit> assumptions;
    std::vector<NodeId> conditions;
    std::function<bool(const eval::Profile&, types::Date)> is_so;
  };

  /// A solver, and what it was taught.
  struct Mind {
    Sat sat;
    Space space{sat};
    Order order{space};
    Subject subject;
    Mind(const State& of) : subject(of.program, of.leaves, of.lone, space, order) {
      Axes* const axes[] = {&subject.axes()};
      const program::Program* const programs[] = {&of.program};
      make_variables(space, axes, programs, of.facts, {of.options.first, of.options.last, of.options.about});
    }
  };

  const program::Program& program;
  Options options;
  std::shared_ptr<const Leaves> leaves;
  std::shared_ptr<Lone> lone;
  std::vector<Shared> facts;
  std::unique_ptr<Mind> mind;
  eval::Scratch scratch;
  std::optional<Evidence> evidence;

  State(const program::Program& p, const Options& o)
      : program(p),
        options(o),
        leaves(leaves_of(p, calculations_in(p))),
        lone(std::make_shared<Lone>(p, leaves)),
        facts(all_facts(p)),
        mind(std::make_unique<Mind>(*this)) {}

  /// Before a question about these is put.
  void begin(const std::vector<NodeId>& conditions);
  [[nodiscard]] Wanted wanted(const Question& question);
  [[nodiscard]] Wanted wanted(const program::Decision& decision, eval::Verdict verdict);
  [[nodiscard]] Wanted wanted(const program::Decision& decision, const Omission& omission);
  [[nodiscard]] bool holds(const Question& question, const eval::Profile& profile, types::Date day);
  void shorten(const Wanted& wanted, Witness& witness) const;
  void bring_near(const Wanted& wanted, Witness& witness) const;
  void keep_lists(const Wanted& wanted, const eval::Profile& whole, Witness& witness) const;
  [[nodiscard]] Answer find(const Wanted& wanted, Lit condition, std::uint32_t rounds);
  [[nodiscard]] Answer plain(const Wanted& wanted);
  [[nodiscard]] Answer could(const Question& question);
};

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

void Analysis::State::begin(const std::vector<NodeId>& conditions) {
  const std::size_t known = mind->sat.count();
  if (known > enough_variables && known > times_the_question * all_below(program, conditions).size())
    mind = std::make_unique<Mind>(*this);
}

Analysis::State::Wanted Analysis::State::wanted(const Question& question) {
  Wanted wanted;
  for (const Claim& claim : question.claims) wanted.conditions.push_back(claim.condition);
  begin(wanted.conditions);
  Subject& subject = mind->subject;
  wanted.assumptions.push_back(subject.encoder().on(question.days));
  if (question.of) {
    const Int128 number = static_cast<Int128>(question.of->number);
    wanted.assumptions.push_back(mind->space.within(subject.axes().var(question.of->slot), number, number));
  }
  for (const Claim& claim : question.claims)
    wanted.assumptions.push_back(subject.encoder().is(claim.condition, claim.state));
  wanted.is_so = [this, question](const eval::Profile& profile, types::Date day) {
    return holds(question, profile, day);
  };
  return wanted;
}

Analysis::State::Wanted Analysis::State::wanted(const program::Decision& decision, eval::Verdict verdict) {
  begin(Subject::conditions_of(decision));
  return {{mind->subject.verdict(decision, verdict)},
          Subject::conditions_of(decision),
          [this, &decision, verdict](const eval::Profile& profile, types::Date day) {
            scratch.days = eval::Days(program, day, day);
            return eval::decide(decision, profile, scratch) == verdict;
          }};
}

Analysis::State::Wanted Analysis::State::wanted(const program::Decision& decision, const Omission& omission) {
  using eval::Verdict;
  begin(Subject::conditions_of(decision));
  Encoder& encoder = mind->subject.encoder();
  static constexpr Verdict verdicts[] = {Verdict::yes, Verdict::no, Verdict::not_covered, Verdict::invalid};
  std::vector<Lit> is, would_be, other;
  for (const Verdict verdict : verdicts) is.push_back(mind->subject.verdict(decision, verdict));
  encoder.with(omission.block(), omission.line(), omission.idle(), omission.above(), [&] {
    for (const Verdict verdict : verdicts) would_be.push_back(mind->subject.verdict(decision, verdict));
  });
  for (std::size_t v = 0; v < is.size(); ++v) {
    const Lit lost[] = {is[v], -would_be[v]};
    other.push_back(mind->sat.all(lost));
  }
  return {{mind->sat.any(other)},
          Subject::conditions_of(decision),
          [this, &decision, omission](const eval::Profile& profile, types::Date day) {
            scratch.days = eval::Days(program, day, day);
            const Verdict verdict = eval::decide(decision, profile, scratch);
            const Verdict without = omission.decide(decision, profile, scratch);
            return verdict != Verdict::undetermined && without != Verdict::undetermined && verdict != without;
          }};
}

// What is told only where it is needed: told less, conditions stay as they are or become open.
void Analysis::State::shorten(const Wanted& wanted, Witness& witness) const {
  const eval::Profile whole = witness.profile;
  for (std::uint32_t slot = program.today(); slot-- > 0;) {
    const types::Possible told = witness.profile.possible(slot);
    if (!has_values(program.slots[slot])) continue;
    witness.profile.forget(slot);
    if (!wanted.is_so(witness.profile, witness.day)) witness.profile.tell(slot, told);
  }
  bring_near(wanted, witness);
  keep_lists(wanted, whole, witness);
}

void Analysis::State::bring_near(const Wanted& wanted, Witness& witness) const {
  for (std::uint32_t slot = 0; slot < program.today(); ++slot) {
    const types::Possible told = witness.profile.possible(slot);
    if (told.base != types::Base::date || !is_told(witness.profile, slot) || !told.is_exact() || !told.some)
      continue;
    const program::GridRange dates = program::grid_range(program.slots[slot].anything);
    const auto tell = [&](types::Int128 date) { witness.profile.tell(slot, program::at_grid(told, date)); };
    tell(at_turn(told.lo, witness.day.days, dates, is_counted_from(program, slot), [&](types::Int128 date) {
      tell(date);
      return wanted.is_so(witness.profile, witness.day);
    }));
  }
}

// Members are told with their list, and only as many as anything is told of, where that does.
void Analysis::State::keep_lists(const Wanted& wanted, const eval::Profile& whole, Witness& witness) const {
  for (const List& list : options.lists) {
    const std::uint32_t members = told_members(list, witness.profile);
    if (members == 0) continue;
    const types::Possible length = whole.possible(list.length);
    witness.profile.tell(list.length, program::at_grid(program.slots[list.length].type, members));
    if (!wanted.is_so(witness.profile, witness.day)) witness.profile.tell(list.length, length);
  }
}

Answer Analysis::State::find(const Wanted& wanted, Lit condition, std::uint32_t rounds) {
  std::vector<Lit> assumed = wanted.assumptions;
  assumed.push_back(condition);
  Subject& subject = mind->subject;
  std::vector<Asked> asked;
  for (const Leaf* leaf : subject.leaves_below(wanted.conditions)) asked.push_back({&subject, leaf});
  std::optional<Witness> witness;
  const Found found =
      analysis::find(mind->space, assumed, asked,
                     [&](const Places& places) {
                       const types::Date day{static_cast<std::int32_t>(places[day_variable].lo)};
                       witness.emplace(Witness{subject.profile(places), day});
                       return wanted.is_so(witness->profile, day);
                     },
                     {options.conflicts, rounds});
  if (found.result == Sat::Result::yes) return {Answer::Kind::yes, std::move(witness), std::nullopt};
  std::optional<NodeId> obstacle;
  if (found.result == Sat::Result::no)
    obstacle = beyond_proof(program, all_below(program, wanted.conditions));
  else if (found.obstacle.leaf != nullptr)
    obstacle = found.obstacle.leaf->node;
  const bool is_no = found.result == Sat::Result::no && !obstacle;
  return {is_no ? Answer::Kind::no : Answer::Kind::not_analysed, std::nullopt, obstacle};
}

Answer Analysis::State::could(const Question& question) {
  if (!evidence) evidence.emplace(program, LookedAt{options.first, options.last, options.about});
  if (!question.of && evidence->was_seen(question.claims, question.days))
    return {Answer::Kind::yes, std::nullopt, std::nullopt};
  const Answer answer = find(wanted(question), Sat::always(), options.rounds);
  if (answer.witness) evidence->see(answer.witness->profile, answer.witness->day, question.claims);
  return {answer.kind, std::nullopt, answer.obstacle};
}

// One who is found near the day asked about is plainer than one who was found first.
Answer Analysis::State::plain(const Wanted& wanted) {
  Answer answer = find(wanted, Sat::always(), options.rounds);
  const std::int32_t about = options.about.days;
  Space& space = mind->space;
  for (const Lit nearer :
       {space.within(day_variable, about, about), space.within(day_variable, about, about + soon),
        space.at_least(day_variable, about)}) {
    if (answer.kind != Answer::Kind::yes || answer.witness->day == options.about) break;
    Answer other = find(wanted, nearer, rounds_for_nearer);
    if (other.kind != Answer::Kind::yes) continue;
    answer = std::move(other);
    break;
  }
  if (answer.witness) shorten(wanted, *answer.witness);
  return answer;
}

Analysis::Analysis(const program::Program& program, const Options& options)
    : state_(std::make_unique<State>(program, options)) {}

Analysis::~Analysis() = default;

Answer Analysis::can(const Question& question) {
  return state_->plain(state_->wanted(question));
}

Answer Analysis::could(const Question& question) {
  return state_->could(question);
}

const std::vector<std::vector<std::uint32_t>>& Analysis::classes(std::uint32_t slot) const {
  return state_->mind->subject.axes().classes(slot);
}

Answer Analysis::matters(const program::Decision& decision, const Omission& omission) {
  return state_->find(state_->wanted(decision, omission), Sat::always(), state_->options.rounds);
}

Answer Analysis::can(const program::Decision& decision, eval::Verdict verdict) {
  return state_->plain(state_->wanted(decision, verdict));
}

}  // namespace eligo::analysis
