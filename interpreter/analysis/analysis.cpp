// SPDX-License-Identifier: MIT
// Owns the asking: claims as assumptions, and what is told of a person made short.
#include "interpreter/analysis/analysis.hpp"

#include <algorithm>

#include "interpreter/analysis/evidence.hpp"
#include "interpreter/analysis/loop.hpp"

namespace eligo::analysis {

namespace {

constexpr std::uint32_t rounds_for_nearer = 20;

}  // namespace

struct Analysis::State {
  const program::Program& program;
  Options options;
  Sat sat;
  Space space{sat};
  Order order{space};
  Subject subject;
  eval::Scratch scratch;
  std::optional<Evidence> evidence;

  State(const program::Program& p, const Options& o) : program(p), options(o), subject(p, space, order) {
    Axes* const axes[] = {&subject.axes()};
    const program::Program* const programs[] = {&p};
    make_variables(space, axes, programs, all_facts(p), {o.first, o.last, o.about});
  }

  [[nodiscard]] bool holds(const Question& question, const eval::Profile& profile, types::Date day);
  void shorten(const Question& question, Witness& witness);
  [[nodiscard]] Answer find(const Question& question, Lit condition, std::uint32_t rounds);
  [[nodiscard]] Answer can(const Question& question, Lit condition, std::uint32_t rounds);
  [[nodiscard]] Answer could(const Question& question);
  [[nodiscard]] Answer can(const Question& question);
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

// What is told only where the claims need it: told less, they stay as they are or become open.
void Analysis::State::shorten(const Question& question, Witness& witness) {
  for (std::uint32_t slot = program.today(); slot-- > 0;) {
    const types::Possible told = witness.profile.possible(slot);
    witness.profile.forget(slot);
    if (!holds(question, witness.profile, witness.day)) witness.profile.tell(slot, told);
  }
}

Answer Analysis::State::find(const Question& question, Lit condition, std::uint32_t rounds) {
  std::vector<Lit> assumed{condition, subject.encoder().on(question.days)};
  std::vector<NodeId> conditions;
  for (const Claim& claim : question.claims) {
    assumed.push_back(subject.encoder().is(claim.condition, claim.state));
    conditions.push_back(claim.condition);
  }
  std::vector<Asked> leaves;
  for (const Leaf* leaf : subject.leaves_below(conditions)) leaves.push_back({&subject, leaf});
  std::optional<Witness> witness;
  const Found found =
      analysis::find(space, assumed, leaves,
                     [&](const Places& places) {
                       const types::Date day{static_cast<std::int32_t>(places[day_variable].lo)};
                       witness.emplace(Witness{subject.profile(places), day});
                       return holds(question, witness->profile, day);
                     },
                     {options.conflicts, rounds});
  if (found.result == Sat::Result::no) return {};
  if (found.result == Sat::Result::yes) return {Answer::Kind::yes, std::move(witness), std::nullopt};
  Answer answer{Answer::Kind::not_analysed, std::nullopt, std::nullopt};
  if (found.obstacle.leaf != nullptr) answer.obstacle = found.obstacle.leaf->node;
  return answer;
}

Answer Analysis::State::can(const Question& question, Lit condition, std::uint32_t rounds) {
  Answer answer = find(question, condition, rounds);
  if (answer.witness) shorten(question, *answer.witness);
  return answer;
}

Answer Analysis::State::could(const Question& question) {
  if (!evidence) evidence.emplace(program, LookedAt{options.first, options.last, options.about});
  if (question.claims.size() == 1 &&
      evidence->was_seen(question.claims[0].condition, question.claims[0].state, question.days))
    return {Answer::Kind::yes, std::nullopt, std::nullopt};
  const Answer answer = find(question, Sat::always(), options.rounds);
  if (answer.witness) evidence->see(answer.witness->profile, answer.witness->day);
  return {answer.kind, std::nullopt, answer.obstacle};
}

// One who is found near the day asked about is plainer than one who was found first.
Answer Analysis::State::can(const Question& question) {
  Answer answer = can(question, Sat::always(), options.rounds);
  if (answer.kind != Answer::Kind::yes || answer.witness->day == options.about) return answer;
  const std::int32_t about = options.about.days;
  for (const Lit nearer : {space.within(day_variable, about, about), space.at_least(day_variable, about)}) {
    Answer other = can(question, nearer, rounds_for_nearer);
    if (other.kind == Answer::Kind::yes) return other;
  }
  return answer;
}

Analysis::Analysis(const program::Program& program, const Options& options)
    : state_(std::make_unique<State>(program, options)) {}

Analysis::~Analysis() = default;

Answer Analysis::can(const Question& question) {
  return state_->can(question);
}

Answer Analysis::could(const Question& question) {
  return state_->could(question);
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
