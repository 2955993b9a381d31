// SPDX-License-Identifier: MIT
// Owns the order in which proofs are tried: near what a walk finds, along paths, at random.
#include "interpreter/solve/contrast.hpp"

#include <algorithm>
#include <utility>

namespace eligo::solve {

using eval::Verdict;

namespace {

constexpr std::size_t few_candidates = 12;  // tried of a fact where it is one of many
constexpr std::size_t many_candidates = 400;
constexpr std::size_t few_members = 3;  // of the facts that one question stands for
constexpr int paths = 4;                // tried for a fact
constexpr std::size_t overhead = 8;     // of an evaluation, in nodes: telling, comparing
constexpr std::size_t most_items = 64;  // where a fact's items could not be told apart

}  // namespace

Contrast::Contrast(const program::Program& program, const program::Decision& decision,
                   const eval::Profile& profile, const eval::Days& days, Regions& regions,
                   const Asking& asking, std::uint32_t nodes)
    : program_(program),
      decision_(decision),
      work_(profile),
      regions_(regions),
      asking_(asking),
      left_(nodes) {
  scratch_.days = days;
  cost_ = eval::plan_of(decision, days.law_day()).nodes.size();
  for (std::size_t i = 0; i < regions.leaves().size(); ++i) leaves_[regions.leaves()[i].node] = i;
  for (const OpenFact& open : regions.facts()) {
    Fact fact{open.slot, regions.candidates(open.slot), 0};
    const Possible all = profile.possible(open.slot);
    if (fact.candidates.empty() && !all.items.empty()) {
      for (const std::uint32_t item : all.items.items()) {
        if (fact.candidates.size() == most_items) break;
        const program::Slot& slot = program.slots[open.slot];
        fact.candidates.push_back(types::exactly_item(item, slot.type, slot.universe));
      }
    }
    facts_.push_back(std::move(fact));
  }
}

std::size_t Contrast::random(std::size_t below) {
  random_ ^= random_ << 13;
  random_ ^= random_ >> 7;
  random_ ^= random_ << 17;
  return static_cast<std::size_t>(random_ % below);
}

void Contrast::put(Move move) {
  Fact& fact = facts_[move.fact];
  fact.at = move.candidate;
  work_.tell(fact.slot, fact.candidates[fact.at]);
}

void Contrast::shuffle() {
  spend(overhead * facts_.size());
  for (std::size_t i = 0; i < facts_.size(); ++i)
    if (!facts_[i].candidates.empty()) put({i, random(facts_[i].candidates.size())});
}

Settled Contrast::evaluate() {
  spend(cost_ + overhead);
  Settled settled{eval::decide(decision_, work_, scratch_), {}};
  if (settled.verdict == Verdict::value)
    settled.value = eval::value_of(decision_, program_, scratch_).exact();
  return settled;
}

bool Contrast::is_other(const Settled& a, const Settled& b) const {
  if (a.verdict == Verdict::undetermined || b.verdict == Verdict::undetermined) return false;
  if (asking_.yes_alone) return (a.verdict == Verdict::yes) != (b.verdict == Verdict::yes);
  return a.verdict != b.verdict || !(a.value == b.value);
}

/// Whether another value of this fact alone changes the verdict here.
bool Contrast::flips(std::size_t fact, std::size_t most_candidates) {
  const std::size_t count = facts_[fact].candidates.size();
  if (count < 2) return false;
  const std::size_t before = facts_[fact].at, first = random(count);
  const Settled here = evaluate();
  bool found = false;
  for (std::size_t i = 0; i < std::min(count, most_candidates) && !found && !is_spent(); ++i) {
    // Spread over all of them where not all are tried.
    put({fact, (first + i * std::max<std::size_t>(1, count / most_candidates)) % count});
    found = is_other(here, evaluate());
  }
  put({fact, before});
  return found;
}

void Contrast::try_all(std::vector<Question>& questions, std::size_t most_candidates) {
  for (Question& question : questions) {
    for (std::size_t i = 0; i < std::min(question.facts.size(), few_members) && !question.proof; ++i) {
      const std::size_t fact = question.facts[random(question.facts.size())];
      if (flips(fact, most_candidates)) question.proof = fact;
    }
  }
}

/// Walks to completions in which the verdict depends on a leaf of the fact.
bool Contrast::try_on_path(std::size_t fact) {
  const std::vector<bool> marked = nodes_with(facts_[fact].slot);
  for (int i = 0; i < paths && !is_spent(); ++i) {
    const Path path = path_to(marked);
    if (path.leaf) tune(regions_.leaves()[*path.leaf], fact);
    if (flips(fact, walk_to(path.goals) ? many_candidates : few_candidates)) return true;
  }
  return false;
}

void Contrast::try_on_paths(std::vector<Question>& questions) {
  for (Question& question : questions) {
    for (std::size_t i = 0; i < std::min(question.facts.size(), few_members) && !question.proof; ++i) {
      const std::size_t fact = question.facts[random(question.facts.size())];
      if (try_on_path(fact)) question.proof = fact;
      if (question.proof) try_all(questions, few_candidates);  // where one matters, others often do
    }
    if (is_spent()) return;
  }
}

void Contrast::try_at_random(std::vector<Question>& questions) {
  const auto is_open = [](const Question& question) { return !question.proof; };
  while (!is_spent() && std::any_of(questions.begin(), questions.end(), is_open)) {
    shuffle();
    try_all(questions, 1);
  }
}

std::vector<bool> Contrast::prove(std::span<const std::uint32_t> slots) {
  std::vector<Question> questions;
  for (const std::uint32_t slot : slots) {
    const std::size_t fact = fact_of(slot);
    if (fact == facts_.size() || facts_[fact].slot != slot || facts_[fact].candidates.size() < 2) continue;
    auto question = std::find_if(questions.begin(), questions.end(),
                                 [&](const Question& q) { return q.asked == asking_.by[slot]; });
    if (question == questions.end()) question = questions.insert(questions.end(), {asking_.by[slot], {}, {}});
    question->facts.push_back(fact);
  }
  const std::uint64_t all = left_;
  shuffle();
  try_all(questions, few_candidates);
  left_ = std::min(left_, all / 4 * 3);
  const std::uint64_t at_random = left_ / 3;
  left_ -= at_random;
  try_on_paths(questions);
  left_ += at_random;
  try_at_random(questions);
  std::vector<bool> proved(slots.size(), false);
  for (const Question& question : questions) {
    if (!question.proof) continue;
    const auto slot = std::find(slots.begin(), slots.end(), facts_[*question.proof].slot);
    proved[static_cast<std::size_t>(slot - slots.begin())] = true;
  }
  return proved;
}

}  // namespace eligo::solve
