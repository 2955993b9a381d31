// SPDX-License-Identifier: MIT
// Owns the answer for the person concerned: what stands on the page, in which order.
#include <algorithm>
#include <optional>
#include <utility>

#include "interpreter/words/answer.hpp"
#include "interpreter/words/layout.hpp"
#include "interpreter/words/settled.hpp"

namespace eligo::words {
namespace {

struct PageWriter {
  PageWriter(const Context& of, const Outcome& what) : context(of), outcome(what), language(phrases(of)) {
    if (outcome.verdict == Verdict::undetermined && outcome.settled)
      settled = settled_reasons(context, outcome);
  }

  const Context& context;
  const Outcome& outcome;
  const Language& language;
  Page page;
  std::optional<SettledReasons> settled;
  std::vector<std::string> said;  // reasons: lines that share a message say it once

  void heading(std::string_view words) {
    page.gap();
    page.paragraph(words);
  }

  /// The outcome, or as it is then where it is settled.
  [[nodiscard]] const Outcome& decided() const {
    return settled && settled->decided ? *settled->decided : outcome;
  }

  void verdict(Index decision);
  void possible(Index decision);
  [[nodiscard]] bool asks_coverage(Index decision) const;
  void why();
  void why(const Outcome& of, std::vector<ReasonId> lines);
  void speak(const Outcome& of, ReasonId reason, Verdict verdict);
  void objection(const Outcome& of, ReasonId reason);
  bool say(const std::string& what);
  void why_settled();
  bool why_not_covered();
  void open_lines();
  void went_wrong();
  void answers();
  void assumed();
  void missing();
  void steps();
  void sources(Index decision);
  void days();
};

void PageWriter::verdict(Index decision) {
  page.paragraph(sentence(context, outcome));
  const bool undetermined = outcome.verdict == Verdict::undetermined;
  if (undetermined && outcome.settled) page.paragraph(language.certain_anyway);
  if (undetermined && !outcome.settled) possible(decision);
  if (undetermined && outcome.settled_perhaps) page.paragraph(language.perhaps_certain);
  if (told_verdict(outcome) == Verdict::invalid) page.paragraph(language.contact);
}

/// The coverage is open: there may be no value at all.
bool PageWriter::asks_coverage(Index decision) const {
  const Index coverage = context.checked.decisions[decision].coverage;
  const std::vector<ReasonId> first = first_reasons(outcome);
  return std::any_of(first.begin(), first.end(),
                     [&](ReasonId id) { return outcome.reasons[id].line == coverage; });
}

void PageWriter::possible(Index decision) {
  if (!outcome.possible || asks_coverage(decision)) return;
  const types::Type type = type_of_decision(context.checked, decision);
  const auto printed = [&](const Value& value) {
    const std::optional<types::Value> read_back = read(context.checked, value, type);
    return read_back ? print(context, *read_back, type) : clean(value.text);
  };
  std::vector<std::string> all;
  if (outcome.possible->is_range && (outcome.possible->from || outcome.possible->to)) {
    std::string from, to;
    if (outcome.possible->from) from = printed(*outcome.possible->from);
    if (outcome.possible->to) to = printed(*outcome.possible->to);
    const bool is_one = outcome.possible->from && outcome.possible->to && from == to;
    all.push_back(is_one ? from
                         : language.range(type.base, outcome.possible->from ? &from : nullptr,
                                          outcome.possible->to ? &to : nullptr));
  }
  for (const Value& value : outcome.possible->values) all.push_back(printed(value));
  if (all.empty()) return;  // everything is possible
  if (outcome.possible->none) all.push_back(label_of_none(context, type));
  page.paragraph(language.possible(language.any_of(all)));
}

void PageWriter::why() {
  if (outcome.verdict == Verdict::undetermined || outcome.verdict == Verdict::invalid) return;
  why(outcome, first_reasons(outcome));
}

void PageWriter::why(const Outcome& of, std::vector<ReasonId> lines) {
  if (of.verdict == Verdict::not_covered)  // that these rules are not about it was said
    lines.erase(
        std::remove_if(lines.begin(), lines.end(), [&](ReasonId id) { return !has_words(context, of, id); }),
        lines.end());
  if (lines.empty()) return;
  heading(language.why);
  for (const ReasonId id : lines) speak(of, id, of.verdict);
}

/// False: it was said before.
bool PageWriter::say(const std::string& what) {
  if (std::find(said.begin(), said.end(), what) != said.end()) return false;
  said.push_back(what);
  page.item(what);
  return true;
}

/// A line of an answer with that verdict.
void PageWriter::speak(const Outcome& of, ReasonId reason, Verdict verdict) {
  if (verdict == Verdict::no) return objection(of, reason);
  if (verdict != Verdict::not_covered) return static_cast<void>(say(grounds(context, of, reason)));
  for (const Objection& one : objections(context, of, reason)) say(one.words);
}

void PageWriter::objection(const Outcome& of, ReasonId reason) {
  for (const Objection& one : objections(context, of, reason)) {
    if (!say(one.words)) continue;
    const std::vector<std::string> what = remedies(context, of, one.of);
    if (!what.empty()) page.below_item(language.may_help(what));
  }
}

void PageWriter::why_settled() {
  if (!settled || settled->lines.empty()) return;
  switch (settled->how) {
    case Together::each:
      if (told_verdict(outcome) == Verdict::not_covered && why_not_covered()) return;
      return why(*settled->decided, settled->lines);
    case Together::some_not_met:
      heading(language.some_not_met);
      break;
    case Together::some_met:
      heading(language.some_met);
      break;
    case Together::all:
      heading(language.all_together);
      break;
  }
  for (const ReasonId id : settled->lines) {
    if (!say(label_of_line(context, decided().reasons[id].line)) || told_verdict(outcome) != Verdict::no)
      continue;
    const std::vector<std::string> what = remedies(context, decided(), id);
    if (!what.empty()) page.below_item(language.may_help(what));
  }
}

/// A coverage without words of its own, of which no line below is sure: these lead there together. False: it is another.
bool PageWriter::why_not_covered() {
  const auto speaks = [&](const Outcome& of) {
    return [&](ReasonId id) { return has_words(context, of, id); };
  };
  if (std::any_of(settled->lines.begin(), settled->lines.end(), speaks(*settled->decided))) return false;
  std::vector<ReasonId> open;
  for (const ReasonId id : first_reasons(outcome))
    for (const ReasonId below : outcome.reasons[id].below)
      if (has_label(context.checked, outcome.reasons[below].line)) open.push_back(below);
  if (open.empty()) return false;
  heading(language.all_together);
  for (const ReasonId id : open) say(label_of_line(context, outcome.reasons[id].line));
  return true;
}

void PageWriter::open_lines() {
  if (outcome.verdict != Verdict::undetermined || outcome.settled) return;
  std::vector<ReasonId> open;  // a case also rests on the conditions before it, which are decided
  for (const ReasonId id : first_reasons(outcome))
    if (outcome.reasons[id].state == State::open || outcome.reasons[id].state == State::invalid)
      open.push_back(id);
  if (open.empty()) return;
  heading(language.still_open);
  for (const ReasonId id : open) say(label_of_line(context, outcome.reasons[id].line));
}

void PageWriter::went_wrong() {
  if (outcome.invalid.empty()) return;
  heading(language.went_wrong);
  std::vector<std::string> items;  // lines that fail alike, as a rule's own and the one that asks it
  for (const Invalid& invalid : outcome.invalid) {
    std::string item = describe(context, outcome, invalid);
    if (std::find(items.begin(), items.end(), item) != items.end()) continue;
    page.item(item);
    items.push_back(std::move(item));
  }
}

void PageWriter::answers() {
  const bool undetermined = outcome.verdict == Verdict::undetermined;
  if (undetermined && !outcome.settled) return;
  std::vector<std::uint32_t> facts;
  const auto add = [&](const std::vector<std::uint32_t>& slots) {
    for (const std::uint32_t slot : slots) {
      const auto& presumed = decided().presumed;
      const bool known = std::find(facts.begin(), facts.end(), slot) != facts.end() ||
                         std::find(presumed.begin(), presumed.end(), slot) != presumed.end();
      if (!known && slot < context.checked.facts.size() && told_of(context, slot)) facts.push_back(slot);
    }
  };
  const Outcome& of = decided();
  for (const Reason& reason : of.reasons) {
    add(reason.facts);
    if (undetermined) add(reason.open);  // told in part
  }
  add(of.facts);
  if (undetermined) add(of.open);
  for (const Invalid& invalid : outcome.invalid) add(invalid.facts);
  if (facts.empty()) return;
  std::sort(facts.begin(), facts.end());  // the author's order of asking
  heading(language.answers);
  for (const std::uint32_t fact : facts) page.item(with_answer(context, fact));
}

void PageWriter::assumed() {
  const std::vector<std::uint32_t>& presumed = decided().presumed;
  if (presumed.empty()) return;
  heading(language.assumed(presumed.size()));
  for (const std::uint32_t slot : presumed) {
    if (slot < context.checked.facts.size()) page.item(with_answer(context, slot));
  }
}

void PageWriter::missing() {
  if (outcome.needs.empty()) return;
  const bool all_needed =
      std::none_of(outcome.needs.begin(), outcome.needs.end(), [](const Need& need) { return need.perhaps; });
  heading(language.missing(outcome.needs.size(), all_needed));
  std::size_t number = 0;
  for (const Need& need : outcome.needs) {
    std::string words = question_of(context, need.slot);
    if (words.empty()) words = label_of_fact(context, need.slot);
    const types::Told* told = context.told ? context.told(need.slot) : nullptr;
    if (told != nullptr)
      words = language.so_far(words, print(context, *told, context.checked.facts[need.slot].type));
    if (need.perhaps) words = language.perhaps(words);
    page.numbered(++number, words);
  }
}

void PageWriter::steps() {
  const std::vector<std::string> steps = steps_of(context, outcome);
  if (steps.empty()) return;
  heading(language.steps);
  for (std::size_t i = 0; i < steps.size(); ++i) page.numbered(i + 1, steps[i]);
}

void PageWriter::sources(Index decision) {
  const types::Date law_day = law_day_of(outcome);
  const Index coverage = context.checked.decisions[decision].coverage;
  std::vector<Cited> cited = sources_of_decision(context.checked, decision, law_day);
  bool asked = outcome.verdict != Verdict::not_covered;  // coverage alone decided otherwise
  for (const Reason& reason : decided().reasons) {
    add_missing(cited, sources_of(context.checked, reason.line, law_day));
    asked = asked && reason.line != coverage;
  }
  if (asked) add_missing(cited, sources_of_expression(context.checked, decision, law_day));
  std::vector<std::pair<Source, std::vector<std::string>>> all;  // each once, with its places
  for (const Cited& of : cited) {
    const Source source = source_of(context, of);
    auto known =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first.name == source.name; });
    if (known == all.end()) known = all.insert(all.end(), {source, {}});
    std::vector<std::string>& places = known->second;
    const bool fresh = std::find(places.begin(), places.end(), source.place) == places.end();
    if (fresh && !source.place.empty()) places.push_back(source.place);
  }
  if (all.empty()) return;
  heading(language.sources(all.size()));
  for (const auto& [source, places] : all) page.item(language.source(source.title, places, source.publisher));
}

void PageWriter::days() {
  const auto day = [&](const Date& of) {
    const std::optional<types::Date> date = types::Date::of(of.year, of.month, of.day);
    return date ? language.date(*date) : std::string();
  };
  page.gap();
  page.paragraph(outcome.law_day == outcome.as_of
                     ? language.as_of(day(outcome.as_of))
                     : language.as_of_law(day(outcome.as_of), day(outcome.law_day)));
}

}  // namespace

std::string to_text(const Context& context, const Outcome& outcome) {
  PageWriter write(context, outcome);
  const Index decision = decision_of(context.checked, outcome);
  if (!outcome.errors.empty() || decision == check::nowhere) {
    write.page.paragraph(write.language.not_decided);
    return write.page.take();
  }
  write.verdict(decision);
  write.why();
  write.why_settled();
  write.open_lines();
  write.went_wrong();
  write.answers();
  write.assumed();
  write.missing();
  write.steps();
  write.sources(decision);
  write.days();
  return write.page.take();
}

}  // namespace eligo::words
