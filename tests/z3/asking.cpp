// SPDX-License-Identifier: MIT
// Owns which questions are asked, and the comparison of the answers.
#include "tests/z3/asking.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "interpreter/host/told_value.hpp"
#include "tests/z3/generator.hpp"

namespace eligo::z3_agree {

using analysis::Answer;
using builtins::Truth;

namespace {

// What Z3 may do for one question, in its own measure, which does not depend on what else the machine does.
constexpr unsigned patience = 50'000'000;
constexpr std::size_t single_questions = 4, joint_questions = 12, questions_of_invalid = 2, most_claims = 4;

types::Date about_day() {
  return *types::Date::of(2026, 6, 1);
}

Person person_of(const analysis::Witness& witness, const program::Program& program) {
  Person person{witness.day, {}};
  for (std::uint32_t slot = 0; slot < program.today(); ++slot) {
    person.told.emplace_back();
    if (witness.profile.status(slot) != eval::Profile::Status::untold)
      person.told.back() = witness.profile.possible(slot).exact();
  }
  return person;
}

}  // namespace

Asking::Asking(const tests::Ruleset& rules, std::uint64_t seed, Counts& counts)
    : rules_(rules),
      random_(seed),
      counts_(counts),
      definitions_(context_),
      formula_(definitions_, rules.checked, first_day(), last_day()),
      analysis_(rules.program, {about_day(), first_day(), last_day()}) {
  collect_conditions();
  for (const Condition& condition : conditions_) static_cast<void>(formula(condition));  // all told at once
}

void Asking::collect_conditions() {
  std::set<check::Index> seen;
  for (const program::Why& why : rules_.program.whys) {
    if (why.kind != program::Why::Kind::line || !seen.insert(why.payload).second) continue;
    conditions_.push_back({rules_.checked.lines[why.payload].id, why.node, why.payload, check::nowhere});
  }
  for (check::Index rule = 0; rule < rules_.checked.rules.size(); ++rule) {
    const std::string name(rules_.loaded.names->view(rules_.checked.rules[rule].name));
    conditions_.push_back({name, rules_.program.rules[rule].root, check::nowhere, rule});
  }
}

z3::expr Asking::formula(const Condition& condition) {
  return condition.line != check::nowhere ? formula_.line(condition.line) : formula_.rule(condition.rule);
}

Asking::Question Asking::about(const std::vector<std::pair<const Condition*, bool>>& claims) {
  Question question{"", context_.bool_val(true), {}};
  for (const auto& [condition, is_so] : claims) {
    question.words += (question.words.empty() ? "" : ", ") + condition->name + (is_so ? " yes" : " no");
    question.claims.push_back({condition->node, is_so ? Truth::yes : Truth::no});
    const z3::expr one = formula(*condition);
    question.formula = question.formula && (is_so ? one : !one);
  }
  return question;
}

Asking::Question Asking::about(eval::Verdict verdict, check::VerdictWord word, const char* words) {
  return {std::string("verdict ") + words, formula_.verdict(0, word), {}, verdict};
}

std::string Asking::run() {
  ++counts_.rulesets;
  random_.shuffle(conditions_);
  for (std::size_t i = 0; i < std::min(single_questions, conditions_.size()); ++i)
    for (const bool is_so : {true, false}) ask(about({{&conditions_[i], is_so}}));
  for (std::size_t i = 0; i < std::min(questions_of_invalid, conditions_.size()); ++i)
    about_invalid(conditions_[i]);
  for (std::size_t i = 0; i < joint_questions; ++i) {
    std::vector<std::pair<const Condition*, bool>> claims;
    for (std::size_t left = 2 + random_.below(most_claims - 1); left > 0; --left)
      claims.emplace_back(&random_.pick(conditions_), random_.percent(50));
    ask(about(claims));
  }
  ask(about(eval::Verdict::yes, check::VerdictWord::yes, "yes"));
  ask(about(eval::Verdict::no, check::VerdictWord::no, "no"));
  ask(about(eval::Verdict::not_covered, check::VerdictWord::not_covered, "not covered"));
  return differences_;
}

// What Z3 is told about stands on this: every condition is yes or no.
void Asking::about_invalid(const Condition& condition) {
  const Question question{
      condition.name + " invalid", context_.bool_val(false), {{condition.node, Truth::invalid}}};
  const Answer answer = analysis_.can({question.claims, {program::DayRange{}}});
  ++counts_.questions;
  compare(question, answer.kind, z3::unsat);
}

void Asking::ask(const Question& question) {
  ++counts_.questions;
  const analysis::Question claimed{question.claims, {program::DayRange{}}};
  const Answer answer = question.claims.empty() ? analysis_.can(rules_.program.decisions[0], question.verdict)
                                                : analysis_.can(claimed);
  // One of them may know what the other gave up looking for.
  const Answer::Kind quick = question.claims.empty() ? answer.kind : analysis_.could(claimed).kind;
  if (quick != answer.kind && quick != Answer::Kind::not_analysed &&
      answer.kind != Answer::Kind::not_analysed)
    differs(question, "`can` and `could` are not of one mind");
  std::optional<Person> model;
  const z3::check_result result = z3_says({question.formula}, &model);
  if (model) confirm_model(question, *model);
  compare(question, answer.kind, result);
  if (answer.witness) confirm_witness(question, *answer.witness);
}

void Asking::compare(const Question& question, Answer::Kind kind, z3::check_result result) {
  if (kind == Answer::Kind::not_analysed) ++counts_.not_analysed;
  if (result == z3::unknown) ++counts_.unknown;
  if (kind == Answer::Kind::not_analysed || result == z3::unknown) {
    counts_.unanswered += question.words + (result == z3::unknown ? ": Z3\n" : ": analysis\n");
    return;
  }
  ++(kind == Answer::Kind::yes ? counts_.yes : counts_.no);
  if ((kind == Answer::Kind::yes) != (result == z3::sat))
    differs(question,
            kind == Answer::Kind::yes ? "analysis says yes, and Z3 no" : "analysis says no, and Z3 yes");
}

// Whatever is not told of the witness may be anything: nobody told so is otherwise.
void Asking::confirm_witness(const Question& question, const analysis::Witness& witness) {
  const Person person = person_of(witness, rules_.program);
  const z3::expr is_person = formula_.is(person);
  const z3::check_result there = z3_says({is_person}), otherwise = z3_says({is_person, !question.formula});
  if (there == z3::unsat) differs(question, "nobody is like the witness " + words(person));
  if (otherwise == z3::sat) differs(question, "not so for all who are like the witness " + words(person));
  if (there == z3::unknown || otherwise == z3::unknown)
    ++counts_.unknown;
  else
    ++counts_.witnesses;
}

void Asking::confirm_model(const Question& question, const Person& person) {
  ++counts_.models;
  if (!evaluator_says(question, person))
    differs(question, "not so, says the evaluator, for Z3's " + words(person));
}

z3::check_result Asking::z3_says(const std::vector<z3::expr>& conditions, std::optional<Person>* model) {
  z3::expr_vector assumed(context_);
  for (const z3::expr& condition : conditions) assumed.push_back(definitions_.named(condition));
  if (!solver_) {
    solver_.emplace(context_, "QF_FD");
    solver_->set("rlimit", patience);
    told_ = 0;
  }
  for (; told_ < definitions_.all().size(); ++told_) solver_->add(definitions_.all()[told_]);
  const z3::check_result result = solver_->check(assumed);
  if (result == z3::sat && model != nullptr) *model = formula_.person(solver_->get_model());
  if (result == z3::unknown) solver_.reset();  // one that is interrupted may forget what it was just told
  return result;
}

bool Asking::evaluator_says(const Question& question, const Person& person) const {
  const program::Program& program = rules_.program;
  eval::Profile profile(program);
  for (std::uint32_t slot = 0; slot < program.today(); ++slot)
    if (person.told[slot])
      profile.tell(slot, types::Told{types::Told::Kind::exactly, *person.told[slot], {}, {}, {}});
  eval::Scratch scratch;
  scratch.days = eval::Days(program, person.day, person.day);
  if (question.claims.empty())
    return eval::decide(program.decisions[0], profile, scratch) == question.verdict;
  return std::all_of(question.claims.begin(), question.claims.end(), [&](const analysis::Claim& claim) {
    eval::run(eval::nodes_below(program, claim.condition, person.day), profile, scratch);
    return scratch.truths[claim.condition].state == claim.state;
  });
}

void Asking::differs(const Question& question, const std::string& how) {
  differences_ += question.words + ": " + how + "\n";
}

std::string Asking::words(const Person& person) const {
  std::string words = person.day.iso() + ":";
  for (check::Index i = 0; i < person.told.size(); ++i) {
    if (!person.told[i]) continue;
    const check::FactDef& fact = rules_.checked.facts[i];
    words += " " + std::string(rules_.loaded.names->view(fact.name)) + " " +
             host::spell(rules_.checked, fact.type, *person.told[i]);
  }
  return words;
}

}  // namespace eligo::z3_agree
