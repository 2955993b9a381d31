// SPDX-License-Identifier: MIT
// Owns which lines are asked about, and what was given up.
#include "tools/lint/prover.hpp"

#include <algorithm>
#include <set>

namespace eligo::lint {

analysis::Analysis& Prover::analysis() {
  if (!analysis_) {
    analysis::Options options;
    options.about = about_;
    options.first = analysis::first_of_interest;
    options.last = analysis::last_of_interest;
    for (const check::ListDef& list : checked_.lists)
      options.lists.push_back({list.fact, list.fields, list.at_most});
    analysis_ = std::make_unique<analysis::Analysis>(program_, options);
  }
  return *analysis_;
}

void Prover::note(const analysis::Answer& answer, text::Span place) {
  if (answer.kind != analysis::Answer::Kind::not_analysed) return;
  GivenUp one{place, std::nullopt};
  if (answer.obstacle) one.at = program_.node_spans[*answer.obstacle];
  // Once for each condition that stands in the way, at what was asked about first.
  const text::Span key = one.at ? *one.at : place;
  const auto same = [&](const GivenUp& other) {
    const text::Span its = other.at ? *other.at : other.place;
    return its.source == key.source && its.begin == key.begin && its.end == key.end;
  };
  if (std::none_of(given_up_.begin(), given_up_.end(), same)) given_up_.push_back(one);
}

std::optional<bool> Prover::settled(const analysis::Answer& answer, text::Span place) {
  note(answer, place);
  if (answer.kind == analysis::Answer::Kind::not_analysed) return std::nullopt;
  return answer.kind == analysis::Answer::Kind::yes;
}

std::optional<bool> Prover::can(const std::vector<Claim>& claims, program::DayRange days, text::Span place) {
  if (!looks_at(days)) return std::nullopt;
  return settled(analysis().could({claims, {days}}), place);
}

std::optional<bool> Prover::can(const std::vector<Claim>& claims, analysis::ItemClass of, text::Span place) {
  return settled(analysis().could({claims, {program::DayRange{}}, of}), place);
}

analysis::Answer Prover::can(const program::Decision& decision, eval::Verdict verdict, text::Span place) {
  analysis::Answer answer = analysis().can(decision, verdict);
  note(answer, place);
  return answer;
}

analysis::Answer Prover::find(const std::vector<Claim>& claims, program::DayRange days) {
  if (!looks_at(days)) return {analysis::Answer::Kind::no, {}, {}};
  return analysis().can({claims, {days}});
}

std::optional<bool> Prover::matters(const program::Decision& decision, const analysis::Omission& omission,
                                    text::Span place) {
  return settled(analysis().matters(decision, omission), place);
}

bool Prover::are_same(NodeId a, NodeId b, program::DayRange days, text::Span place) {
  if (a == b) return true;
  for (const Truth::State state : {Truth::yes, Truth::no, Truth::invalid}) {
    for (const Truth::State other : {Truth::yes, Truth::no, Truth::invalid}) {
      if (state == other) continue;
      const bool possible = (state != Truth::invalid || program_.nodes[a].can_be_invalid) &&
                            (other != Truth::invalid || program_.nodes[b].can_be_invalid);
      if (possible && !cannot({{a, state}, {b, other}}, days, place)) return false;
    }
  }
  return true;
}

program::DayRange Prover::days_of(const check::LineDef& line) const {
  program::DayRange days;
  const auto look = [&](const std::vector<check::VersionDef>& versions) {
    for (const check::VersionDef& version : versions)
      if (version.span.holds(line.syntax->span)) days = {version.from.days, version.to.days};
  };
  for (const check::RuleDef& rule : checked_.rules) look(rule.versions);
  for (const check::DecisionDef& decision : checked_.decisions) look(decision.versions);
  return days;
}

const std::vector<AskedLine>& Prover::lines() {
  if (lines_) return *lines_;
  lines_.emplace();
  std::set<check::Index> seen;
  for (const program::Why& why : program_.whys) {
    if (why.kind != program::Why::Kind::line || !seen.insert(why.payload).second) continue;
    const check::LineDef& line = checked_.lines[why.payload];
    const program::Op op = program_.nodes[why.node].op;
    if (line.syntax == nullptr || !line.members.empty() || line.first_instance != check::nowhere ||
        op == program::Op::truth)
      continue;
    lines_->push_back({why.payload, why.node, days_of(line)});
  }
  std::stable_sort(lines_->begin(), lines_->end(),
                   [](const AskedLine& a, const AskedLine& b) { return a.node < b.node; });
  return *lines_;
}

text::Span Prover::place_of(const AskedLine& line) const {
  const check::LineDef& def = checked_.lines[line.line];
  if (def.syntax->name) return def.syntax->name.span;
  return (*checked_.ast)[def.condition].span;
}

std::string Prover::words_of(const AskedLine& line, const text::SourceSet& sources) const {
  const std::string_view text = sources.view(place_of(line));
  return "`" + std::string(text.substr(0, text.find('\n'))) + (text.find('\n') == text.npos ? "`" : " …`");
}

}  // namespace eligo::lint
