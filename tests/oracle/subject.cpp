// SPDX-License-Identifier: MIT
// Owns the way from a rule file to both sides, and the engine's answers in the oracle's terms.
#include "tests/oracle/subject.hpp"

#include "grammar/parse.hpp"
#include "interpreter/api/impl.hpp"
#include "tests/oracle/profiles.hpp"
#include "tests/oracle/source.hpp"

namespace eligo::oracle {

namespace {

eligo::Date public_date(types::Date date) {
  const types::Date::Civil c = date.civil();
  return eligo::Date{c.year, c.month, c.day};
}

std::string verdict_words(Verdict verdict, const eligo::Value& value) {
  std::string words = to_string(verdict);
  if (verdict == Verdict::value) words += " " + value.text;
  return words;
}

void read_sure(const Outcome& outcome, Reply& reply) {
  for (const Reason& reason : outcome.reasons)
    if (reason.state == v0::State::yes || reason.state == v0::State::no)
      reply.sure.emplace_back(reason.line, reason.state == v0::State::yes);
}

/// A rule file and the one that it uses; "" where it uses none.
struct Files {
  std::string main, second;
};

Files files_of(const std::string& text) {
  const std::size_t mark = text.find(second_file_mark);
  if (mark == std::string::npos) return {text, ""};
  Files files{text.substr(0, mark), text.substr(mark + std::string(second_file_mark).size())};
  // Without its `use` (a text that was made small) nobody reads it.
  if (files.main.find("use \"" + std::string(second_file)) == std::string::npos) files.second.clear();
  return files;
}

}  // namespace

std::unique_ptr<Subject> Subject::make(const std::string& text, std::string& why) {
  std::unique_ptr<Subject> subject(new Subject);
  subject->text_ = text;
  if (!subject->front(text, why) || !subject->engine(text, why)) return nullptr;
  return subject;
}

bool Subject::front(const std::string& text, std::string& why) {
  check::Input input;
  text::Diagnostics said;
  const auto read = [&](const char* name, const std::string& bytes, bool own) {
    const text::SourceId id = sources_.add(name, bytes);
    text::Diagnostics more = grammar::parse(sources_, id, names_, input.limits, ast_);
    said.insert(said.end(), more.begin(), more.end());
    input.units.push_back({id, own});
  };
  const Files files = files_of(text);
  read("main.eligo", files.main, true);
  if (!files.second.empty()) read(second_file, files.second, false);
  input.sources = &sources_;
  input.ast = &ast_;
  input.names = &names_;
  for (Index i = 0; i < ast_.decls.size(); ++i) {
    if (std::holds_alternative<grammar::TableDecl>(ast_.decls[i].body)) input.tables.push_back({i, {}});
  }
  check::CheckResult result = check::check(input);
  said.insert(said.end(), result.diagnostics.begin(), result.diagnostics.end());
  for (const text::Diagnostic& d : said) {
    why += std::to_string(sources_.position(d.span.source, d.span.begin).line) + ": " + d.message + " [" +
           std::string(sources_.view(d.span)) + "]\n";
  }
  checked_ = std::move(result.checked);
  return said.empty();
}

bool Subject::engine(const std::string& text, std::string& why) {
  const Files texts = files_of(text);
  MemoryImporter files;
  files.add("main.eligo", texts.main);
  if (!texts.second.empty()) files.add(second_file, texts.second);
  Compiled compiled = compile(files, "main.eligo");
  for (const Diagnostic& d : compiled.diagnostics) why += "engine: " + d.code + ": " + d.message + "\n";
  program_ = compiled.program;
  if (!program_) return false;
  for (const FactInfo& fact : program_->facts()) slots_.push_back(fact.name);
  for (const DecisionInfo& decision : program_->decisions()) decisions_.push_back(decision.name);
  return compiled.diagnostics.empty();
}

std::string Subject::decision_name(Index decision) const {
  return std::string(names_.view(checked_.decisions[decision].name));
}

std::string Subject::fact_name(Index fact) const {
  return std::string(names_.view(checked_.facts[fact].name));
}

std::string Subject::verdict_words(VerdictWord verdict, Index decision, const Value& value) const {
  switch (verdict) {
    case VerdictWord::yes:
      return "yes";
    case VerdictWord::no:
      return "no";
    case VerdictWord::value:
      return "value " + spelled(checked_, checked_.decisions[decision].type, value);
    case VerdictWord::undetermined:
      return "undetermined";
    case VerdictWord::not_covered:
      return "not_covered";
    case VerdictWord::invalid:
      break;
  }
  return "invalid";
}

const std::string& Subject::line_id(std::uint32_t line) {
  if (line >= line_ids_.size()) line_ids_.resize(line + 1);
  if (line_ids_[line].empty()) line_ids_[line] = program_->line(line).id;
  return line_ids_[line];
}

const Facts* Subject::facts(const std::string& json, std::string& problem) {
  if (told_ && told_json_ == json) return told_.get();
  told_ = std::make_unique<Facts>(*program_);
  told_json_ = json;
  const Errors errors = told_->tell_json(json);
  if (errors.empty()) return told_.get();
  problem = "refused: " + errors[0].path + ": " + errors[0].message;
  told_.reset();
  return nullptr;
}

void Subject::read_reasons(const Outcome& outcome, Reply& reply) {
  for (std::size_t i = 0; i < outcome.reasons.size(); ++i) {
    const Reason& reason = outcome.reasons[i];
    const std::string& id = line_id(reason.line);
    reply.all.insert(id);
    if (i < outcome.own) reply.own.insert(id);
    for (const std::uint32_t slot : reason.facts) reply.leaves.insert(slots_[slot]);
    for (const std::uint32_t slot : reason.open) reply.leaves.insert(slots_[slot]);
  }
}

Reply Subject::ask(const std::string& decision, const std::string& json, types::Date as_of,
                   types::Date law_day, bool needs) {
  Reply reply;
  const Facts* told = facts(json, reply.problem);
  if (told == nullptr) return reply;
  EvaluateOptions options;
  options.law_day = public_date(law_day);
  options.needs = needs;
  const Outcome outcome = evaluate(*program_, decision, *told, public_date(as_of), options);
  if (!outcome.errors.empty()) {
    reply.problem = "error: " + outcome.errors[0].message;
    return reply;
  }
  reply.verdict = oracle::verdict_words(outcome.verdict, outcome.value);
  read_reasons(outcome, reply);
  for (const std::uint32_t slot : outcome.presumed) reply.presumed.insert(slots_[slot]);
  for (const Need& need : outcome.needs) {
    (need.perhaps ? reply.perhaps : reply.needs).insert(slots_[need.slot]);
  }
  if (outcome.settled)
    reply.settled = oracle::verdict_words(outcome.settled->verdict, outcome.settled->value);
  reply.settled_perhaps = outcome.settled_perhaps;
  read_sure(outcome, reply);
  if (!outcome.settled) return reply;
  for (std::uint32_t i = 0; i < decisions_.size(); ++i) {
    if (decisions_[i] != decision) continue;
    if (const auto then = api::settled_outcome(*program_, i, told->impl().profile, outcome))
      read_sure(*then, reply);
  }
  return reply;
}

std::string Subject::ask_fast(const std::string& decision, const std::string& json, types::Date as_of,
                              bool again) {
  std::string problem;
  const Facts* told = facts(json, problem);
  if (told == nullptr) return problem;
  for (std::uint32_t i = 0; i < decisions_.size(); ++i) {
    if (decisions_[i] != decision) continue;
    const Verdict first = decide(*program_, i, *told, public_date(as_of), scratch_);
    Verdict last = first;
    // Asked so often that a chart answers too, where there is one.
    for (int times = 0; again && times < 33 && last == first; ++times)
      last = decide(*program_, i, *told, public_date(as_of), scratch_);
    if (last != first) return std::string(to_string(first)) + ", and asked again " + to_string(last);
    return to_string(first);
  }
  return "no such decision";
}

}  // namespace eligo::oracle
