// SPDX-License-Identifier: MIT
// Owns the words for values, ranges, conditions and days of a group.
#include "tools/diff/fill.hpp"

#include <algorithm>

#include "interpreter/host/told_value.hpp"
#include "interpreter/words/words.hpp"
#include "tools/diff/change.hpp"
#include "tools/diff/one_line.hpp"
#include "tools/diff/texts.hpp"
#include "tools/witness/test_block.hpp"

namespace eligo::diff {

using program::nowhere;
using types::Base;
using types::Int128;

namespace {

constexpr int most_places = 4;
constexpr Int128 values_of_last_part = 1 << 16;  // as they are packed: the last one is 0 of what people write
constexpr int deepest_text = 4;
constexpr std::size_t longest_text = 100;

types::Decimal cent() {
  return *types::Decimal::parse("0.01");
}

Verdict verdict_of(eval::Verdict verdict) {
  switch (verdict) {
    case eval::Verdict::yes:
      return Verdict::yes;
    case eval::Verdict::no:
      return Verdict::no;
    case eval::Verdict::not_covered:
      return Verdict::not_covered;
    case eval::Verdict::invalid:
      return Verdict::invalid;
    case eval::Verdict::value:
      return Verdict::value;
    case eval::Verdict::undetermined:
      break;
  }
  return Verdict::undetermined;
}

Date date_of(types::Date day) {
  const types::Date::Civil civil = day.civil();
  return {civil.year, civil.month, civil.day};
}

// 16.1 rather than 16.1.0.1, and no more digits of an amount than anybody writes.
bool is_plain(types::Type type, Int128 at) {
  if (type.base == Base::version) return at % values_of_last_part == 0;
  const types::Value value = program::at_grid(type, at).exact();
  const auto* number = std::get_if<types::Decimal>(&value);
  return number == nullptr || number->places() <= most_places;
}

class Filler {
 public:
  Filler(const Both& programs, const Matched& matched, const Infos& infos)
      : programs_(programs), phrases_(programs.phrases()), matched_(matched), infos_(infos) {}

  [[nodiscard]] Group group(const analysis::Class& one, const Decided& decided) const;

 private:
  [[nodiscard]] Part part(const analysis::Values& values) const;
  [[nodiscard]] Condition condition(const analysis::Met& met) const;
  [[nodiscard]] std::string text_of(std::size_t p, analysis::NodeId node, int depth = 0) const;
  [[nodiscard]] std::string text_of_made(std::size_t p, const program::Node& n, int depth) const;
  [[nodiscard]] bool is_written_alike(std::size_t p, analysis::NodeId node, const std::string& text) const;
  [[nodiscard]] std::string member_of(std::size_t p, analysis::NodeId node) const;
  [[nodiscard]] Days days(const program::DayRange& days) const;
  void say_values(const analysis::Class& one, const Decided& decided, Group& group) const;
  struct Side {
    std::size_t p;
    types::Type type;
    types::Possible any;
    bool printed;  // as people write numbers and days, else as data, in English
  };
  [[nodiscard]] std::string spell(const Side& side, types::Int128 at) const;
  [[nodiscard]] std::string range(const Side& side, types::Int128 lo, types::Int128 hi) const;
  [[nodiscard]] Part part(const analysis::Measured& measured) const;
  [[nodiscard]] Part say_none(const program::Slot& asked, const FactInfo& info, Part part) const;
  [[nodiscard]] static Condition missing(const Part& part);
  void add_ranges(const std::vector<std::pair<types::Int128, types::Int128>>& ranges, Side side,
                  Part& part) const;

  const Both& programs_;
  const Phrases& phrases_;
  const Matched& matched_;
  const Infos& infos_;
};

// People have no use for more places of an amount than it can be paid in.
std::string Filler::spell(const Side& side, Int128 at) const {
  const Program::Impl& of = *programs_[side.p];
  const types::Type type = side.type;
  const types::Value value = program::at_grid(type, at).exact();
  if (!side.printed) return host::spell(of.checked, type, value);
  const auto* number = std::get_if<types::Decimal>(&value);
  if (number == nullptr || is_plain(type, at)) return words::print(programs_.reader(side.p), value, type);
  const auto rounded =
      types::Decimal::round_product(*number, types::Decimal(1), cent(), types::RoundMode::half_up);
  return phrases_.about(
      words::print(programs_.reader(side.p), rounded ? types::Value(*rounded) : value, type));
}

std::string Filler::range(const Side& side, Int128 lo, Int128 hi) const {
  const types::Type& type = side.type;
  const Phrases& phrases = side.printed ? phrases_ : english;
  const auto spell = [&](Int128 at) { return this->spell(side, at); };
  const bool steps = type.base == Base::whole || type.base == Base::date;
  const program::GridRange any = program::grid_range(side.any);
  const bool open_below = lo <= any.lo, open_above = hi >= any.hi;
  if (lo == hi) return spell(lo);
  if (open_above && open_below) return std::string(phrases.any);
  if (type.base == Base::date) {
    const std::string from = spell(lo), to = spell(hi);
    return phrases.days(open_below ? nullptr : &from, open_above ? nullptr : &to);
  }
  // The next number of the grid after one that people write.
  const bool is_more = side.printed && !steps && !is_plain(type, lo) && is_plain(type, lo - 1);
  const bool is_most = side.printed && !steps && !is_plain(type, hi + 1) && is_plain(type, hi);
  const std::string least = is_more ? phrases.more_than(spell(lo - 1)) : phrases.or_more(spell(lo));
  if (open_above) return least;
  if (!open_below && steps) return phrases.from_to(spell(lo), spell(hi));
  const std::string most = steps || is_most ? phrases.at_most(spell(hi)) : phrases.less_than(spell(hi + 1));
  return open_below ? most : phrases.but(least, most);
}

void Filler::add_ranges(const std::vector<std::pair<Int128, Int128>>& ranges, Side side, Part& part) const {
  for (const auto& [lo, hi] : ranges) {
    side.printed = false;
    part.ranges.push_back(range(side, lo, hi));
    side.printed = true;
    part.printed.push_back(range(side, lo, hi));
  }
}

// What has no name is a part of what has one.
Part Filler::part(const analysis::Measured& measured) const {
  Part part;
  part.of = !measured.nodes[0] ? Part::Of::after : !measured.nodes[1] ? Part::Of::before : Part::Of::both;
  part.calculated = true;
  part.none = measured.none;
  if (part.none) part.printed.emplace_back(phrases_.none);
  const std::size_t p = measured.nodes[1] ? 1 : 0;
  const analysis::NodeId node = *measured.nodes[p];
  const auto called = matched_.values_called.find({p, node});
  if (called != matched_.values_called.end()) {
    part.name = called->second.first;
    part.label = called->second.second;
  } else {
    // What is written nowhere is named by what it is a part of, where there is that.
    const auto owner = matched_.owners.find({p, node});
    const bool is_made = programs_[p]->program.node_spans[node].size() == 0 &&
                         programs_[p]->program.node_pieces.count(node) == 0;
    part.label = is_made && owner != matched_.owners.end() ? owner->second : text_of(p, node);
    if (!is_made && owner != matched_.owners.end())
      part.label = phrases_.language->titled(owner->second, part.label);
  }
  const program::Program& program = programs_[p]->program;
  types::Possible any =
      analysis::range_of(program, node, {analysis::first_of_interest, analysis::last_of_interest, {}});
  add_ranges(measured.ranges, {p, program.nodes[node].type, std::move(any), false}, part);
  return part;
}

// What cannot be calculated stands among the conditions.
Condition Filler::missing(const Part& part) {
  Condition condition;
  condition.of = part.of == Part::Of::both    ? Condition::Of::both
                 : part.of == Part::Of::after ? Condition::Of::after
                                              : Condition::Of::before;
  condition.name = part.name;
  condition.label = part.label;
  condition.state = Condition::State::invalid;
  return condition;
}

// Where it may be none: "none of these", or that all others are told.
Part Filler::say_none(const program::Slot& asked, const FactInfo& info, Part part) const {
  const std::string none = info.none_label.empty() ? std::string(phrases_.none) : info.none_label;
  if (part.none) part.printed.push_back(none);
  const bool all_but = !part.others.empty() || !part.others_printed.empty();
  const bool everything = part.printed.size() == 1 && part.printed[0] == phrases_.any;
  if (!asked.anything.none || part.none || (!all_but && !everything)) return part;
  if (everything) part.printed.clear();
  part.others_printed.push_back(everything ? std::string(phrases_.none) : none);
  return part;
}

Part Filler::part(const analysis::Values& values) const {
  const analysis::Shared& fact = matched_.facts[values.fact];
  // Newer words describe better what both know.
  const std::size_t p = fact.slots[1] != nowhere ? 1 : 0;
  const std::uint32_t slot = fact.slots[p];
  const FactInfo& info = infos_[p][slot];
  Part part;
  part.name = info.name;
  // Of a member it says whose: "person no. 2, works".
  part.label = words::label_of_fact(programs_.reader(p), slot);
  part.is_plain = info.kind == FactKind::yes_or_no;
  part.none = values.none;
  const program::Slot& asked = programs_[p]->program.slots[slot];
  add_ranges(values.ranges, {p, asked.type, asked.anything, false}, part);
  if (asked.type.base == Base::text) add_texts(values, phrases_, part);
  if (asked.type.is_ordered() || asked.type.base == Base::text || values.items.empty())
    return say_none(asked, info, part);
  // Items are numbered by the first program that knows the fact.
  const std::size_t numbering = fact.slots[0] != nowhere ? 0 : 1;
  for (const std::array<std::uint32_t, 2>& item : fact.items) {
    const bool is_in = std::binary_search(values.items.begin(), values.items.end(), item[numbering]);
    Choice choice{item_name(*programs_[p], slot, item[p]), ""};
    choice.label = part.is_plain ? std::string(item[p] == 1 ? phrases_.language->yes : phrases_.language->no)
                   : item[p] < info.choices.size() ? info.choices[item[p]].label
                                                   : choice.value;
    (is_in ? part.values : part.others).push_back(std::move(choice));
  }
  if (part.others.size() >= part.values.size()) part.others.clear();
  return say_none(asked, info, part);
}

// What is written nowhere was made of what is: of `t is not high`, by the cases of `t`. Keywords are those of the rules.
std::string Filler::text_of(std::size_t p, analysis::NodeId node, int depth) const {
  const program::Program& program = programs_[p]->program;
  const program::Node& n = program.nodes[node];
  const auto called = matched_.values_called.find({p, node});
  if (depth > 0 && called != matched_.values_called.end()) return called->second.first;
  const text::SourceSet& sources = *programs_[p]->loaded.sources;
  if (program.node_spans[node].size() != 0) return on_one_line(sources.view(program.node_spans[node]));
  const auto pieces = program.node_pieces.find(node);
  if (pieces == program.node_pieces.end()) return depth < deepest_text ? text_of_made(p, n, depth) : "…";
  std::string text;
  for (const grammar::Span& piece : pieces->second) text += sources.view(piece);
  return on_one_line(text);
}

std::string Filler::text_of_made(std::size_t p, const program::Node& n, int depth) const {
  using program::Op;
  const program::Program& program = programs_[p]->program;
  const auto part = [&](std::uint32_t i) { return text_of(p, program.child(n, i), depth + 1); };
  std::string out;
  switch (n.op) {
    case Op::equal:
    case Op::less:
    case Op::less_equal:
      return part(0) + (n.op == Op::equal ? " is " : n.op == Op::less ? " < " : " <= ") + part(1);
    case Op::is_none:
      return part(0) + " is none";
    case Op::truth:
      return n.payload == builtins::Truth::yes ? "yes" : n.payload == builtins::Truth::no ? "no" : "invalid";
    case Op::negation:
      return "not (" + part(0) + ")";
    case Op::condition_when:
    case Op::value_when:
      for (std::uint32_t i = 0; i + 1 < n.count; i += 2)
        out += (i == 0 ? "when " : " else when ") + part(i) + " then " + part(i + 1);
      return out + " else " + part(n.count - 1);
    case Op::slot:
    case Op::column:
    case Op::atom: {
      const std::string asked =
          n.payload < infos_[p].size() ? infos_[p][n.payload].name : std::string(phrases_.the_day);
      return n.op == Op::atom ? phrases_.condition_about(asked) : asked;
    }
    default:
      for (std::uint32_t i = 0; i < n.count; ++i)
        out += (i == 0 ? "" : n.op == Op::all ? " and " : n.op == Op::any ? " or " : ", ") + part(i);
      return n.count > 1 ? "(" + out + ")" : out;
  }
}

// "person no. 2", of a condition about this member alone; else "".
std::string Filler::member_of(std::size_t p, analysis::NodeId node) const {
  const program::Program& program = programs_[p]->program;
  const FactInfo* field = nullptr;
  std::uint32_t slot = 0;
  for (const analysis::NodeId id : analysis::all_below(program, {node})) {
    const program::Node& n = program.nodes[id];
    if (!program::asks_slot(n.op) || n.payload >= infos_[p].size() || !infos_[p][n.payload].list) continue;
    const FactInfo& next = infos_[p][n.payload];
    if (field != nullptr && (field->list != next.list || field->member != next.member)) return "";
    field = &next;
    slot = n.payload;
  }
  return field == nullptr ? "" : words::label_of_member(programs_.reader(p), slot);
}

// Of what is called and written the same in both, what it asks has changed: its text says nothing.
bool Filler::is_written_alike(std::size_t p, analysis::NodeId node, const std::string& text) const {
  return std::any_of(matched_.conditions.begin(), matched_.conditions.end(), [&](const auto& nodes) {
    return nodes[p] == node && nodes[1 - p] && text_of(1 - p, *nodes[1 - p]) == text;
  });
}

Condition Filler::condition(const analysis::Met& met) const {
  Condition out;
  out.of = !met.nodes[0] ? Condition::Of::after : !met.nodes[1] ? Condition::Of::before : Condition::Of::both;
  const std::size_t p = met.nodes[1] ? 1 : 0;
  const std::pair key{p, *met.nodes[p]};
  const auto name = matched_.names.find(key);
  const auto label = matched_.labels.find(key);
  if (name != matched_.names.end()) out.name = name->second;
  if (label != matched_.labels.end()) out.label = label->second;
  const std::string text = text_of(p, *met.nodes[p]);
  if (out.label.empty() && out.name.empty()) {
    out.label = text;
    const auto owner = matched_.owners.find(key);
    if (owner != matched_.owners.end()) out.owner = owner->second;
    const std::string whose = member_of(p, *met.nodes[p]);
    if (!whose.empty()) out.owner = out.owner.empty() ? whose : phrases_.language->titled(whose, out.owner);
  } else if (text.size() <= longest_text && text != out.name && !is_written_alike(p, *met.nodes[p], text)) {
    out.text = text;
  }
  if (out.label.empty()) out.label = out.name;
  out.state = met.state == builtins::Truth::yes  ? Condition::State::yes
              : met.state == builtins::Truth::no ? Condition::State::no
                                                 : Condition::State::invalid;
  return out;
}

Days Filler::days(const program::DayRange& days) const {
  Days range;
  const types::Date from{days.from}, to{days.to};
  if (analysis::first_of_interest < from) range.from = date_of(from);
  if (to < analysis::last_of_interest) range.to = date_of(to);
  const std::string first = phrases_.language->date(from), last = phrases_.language->date(to);
  if (range.from && range.to && days.from == days.to)
    range.words = phrases_.on(first);
  else if (range.from || range.to)
    range.words = phrases_.days(range.from ? &first : nullptr, range.to ? &last : nullptr);
  return range;
}

void Filler::say_values(const analysis::Class& one, const Decided& decided, Group& group) const {
  std::optional<Came>* const came[] = {&group.value_before, &group.value_after};
  for (std::size_t p = 0; p < 2; ++p) {
    if (!one.values[p]) continue;
    types::Type type = decided.types[p];
    const types::Value value = one.values[p]->exact();
    *came[p] =
        Came{host::spell(programs_[p]->checked, type, value), words::print(programs_.reader(p), value, type)};
  }
  group.kind = api::kind_of(decided.types[1].base);
  group.calculated = one.calculated;
  group.everybody = one.everybody;
  group.found = one.found;
  if (!one.values[0] || !one.values[1]) return;
  group.change = change_of(*one.values[0], *one.values[1]);
}

Group Filler::group(const analysis::Class& one, const Decided& decided) const {
  Group group;
  group.before = verdict_of(one.verdicts[0]);
  group.after = verdict_of(one.verdicts[1]);
  say_values(one, decided, group);
  group.days_settled = one.seen.empty();
  for (const program::DayRange& range : one.seen.empty() ? one.days : one.seen)
    group.days.push_back(days(range));
  group.tried = one.tried;
  for (const analysis::Values& values : one.facts) group.facts.push_back(part(values));
  for (const analysis::Measured& measured : one.measures)
    if (!measured.invalid) group.facts.push_back(part(measured));
  for (const analysis::Met& met : one.conditions) {
    Condition next = condition(met);
    // Members of a list, and versions, have conditions of one name each.
    const auto is_same = [&](const Condition& known) {
      return known.of == next.of && known.name == next.name && known.label == next.label &&
             known.owner == next.owner && known.state == next.state;
    };
    if (std::none_of(group.conditions.begin(), group.conditions.end(), is_same))
      group.conditions.push_back(std::move(next));
  }
  for (const analysis::Measured& measured : one.measures)
    if (measured.invalid) group.conditions.push_back(missing(part(measured)));
  group.day = date_of(one.day);
  const witness::Rules rules{programs_[1]->checked, programs_[1]->program};
  group.told = witness::told(rules, one.profiles[1]);
  const std::string result = one.values[1] ? witness::spelled(rules, decided.types[1], one.values[1]->exact())
                                           : std::string(to_string(group.after));
  group.test = witness::test_block(rules, heading(phrases_, group), one.day, one.profiles[1],
                                   decided.name + " " + result);
  return group;
}

}  // namespace

Group filled(const Both& programs, const Matched& matched, const Infos& infos, const analysis::Class& one,
             const Decided& decided) {
  return Filler(programs, matched, infos).group(one, decided);
}

}  // namespace eligo::diff
