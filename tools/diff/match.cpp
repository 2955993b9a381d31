// SPDX-License-Identifier: MIT
// Owns the matching by names.
#include "tools/diff/match.hpp"

#include <algorithm>

#include "interpreter/host/told_value.hpp"
#include "interpreter/words/words.hpp"
#include "tools/diff/rows.hpp"

namespace eligo::diff {

using program::nowhere;
using types::Base;

namespace {

constexpr std::size_t most_named = 8;

std::string name_of(const Program::Impl& p, std::uint32_t slot) {
  return std::string(p.loaded.names->view(p.checked.facts[slot].name));
}

bool has_items(const Program::Impl& p, std::uint32_t slot) {
  const Base base = p.program.slots[slot].type.base;
  return base == Base::yes_or_no || base == Base::enumeration || base == Base::key;
}

std::string listed(const Phrases& phrases, const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < most_named; ++i)
    out += (i == 0 ? "`" : ", `") + names[i] + "`";
  return names.size() <= most_named ? out : phrases.and_more(out, names.size() - most_named);
}

class Matcher {
 public:
  explicit Matcher(const Both& programs) : programs_(programs), phrases_(programs.phrases()) {}

  Matched run() {
    match_currencies();
    match_facts();
    match_decisions();
    match_conditions();
    match_values();
    find_owners();
    return std::move(out_);
  }

 private:
  void match_facts();
  void match_items(analysis::Shared& fact, const std::string& name);
  void match_decisions();
  void match_conditions();
  void match_values();
  void find_owners();
  void add_alone(std::uint32_t slot, std::size_t p);
  void say_range(const analysis::Shared& fact, const std::string& name);
  void say_presumption(const analysis::Shared& fact, const std::string& name);
  void match_currencies();
  using Say = std::string (*)(const std::string& names, std::size_t count);
  void say(Say what, const std::vector<std::string>& names) {
    if (!names.empty()) out_.changes.push_back(what(listed(phrases_, names), names.size()));
  }

  const Both& programs_;
  const Phrases& phrases_;
  Matched out_;
};

void Matcher::add_alone(std::uint32_t slot, std::size_t p) {
  analysis::Shared fact;
  fact.slots[p] = slot;
  for (std::uint32_t i = 0; i < programs_[p]->program.slots[slot].universe; ++i) fact.items.push_back({i, i});
  out_.facts.push_back(std::move(fact));
}

// Those of a list's members are as many as there may be, and go with the list.
void Matcher::match_facts() {
  std::map<std::string, std::uint32_t> after;
  for (std::uint32_t s = 0; s < programs_[1]->program.today(); ++s)
    after.emplace(name_of(*programs_[1], s), s);
  std::vector<std::string> gone, added;
  for (std::uint32_t s = 0; s < programs_[0]->program.today(); ++s) {
    const std::string name = name_of(*programs_[0], s);
    const auto other = after.find(name);
    const bool is_member = name.find('[') != std::string::npos;
    if (other == after.end()) {
      add_alone(s, 0);
      if (!is_member) gone.push_back(name);
      continue;
    }
    const std::uint32_t t = other->second;
    after.erase(other);
    if (programs_[0]->program.slots[s].type.base != programs_[1]->program.slots[t].type.base) {
      add_alone(s, 0);
      add_alone(t, 1);
      out_.changes.push_back(phrases_.another_type(name));
      out_.only_before = out_.only_after = true;
      continue;
    }
    analysis::Shared fact;
    fact.slots = {s, t};
    if (has_items(*programs_[0], s)) match_items(fact, name);
    if (!is_member) {
      say_range(fact, name);
      say_presumption(fact, name);
    }
    out_.facts.push_back(std::move(fact));
  }
  for (std::uint32_t t = 0; t < programs_[1]->program.today(); ++t) {
    const std::string name = name_of(*programs_[1], t);
    if (after.count(name) == 0) continue;
    add_alone(t, 1);
    if (name.find('[') == std::string::npos) added.push_back(name);
  }
  say(phrases_.no_longer_asked, gone);
  say(phrases_.newly_asked, added);
}

void Matcher::match_items(analysis::Shared& fact, const std::string& name) {
  const auto index = static_cast<std::uint32_t>(out_.facts.size());
  const types::Type types[] = {programs_[0]->program.slots[fact.slots[0]].type,
                               programs_[1]->program.slots[fact.slots[1]].type};
  const bool rows = types[0].base == Base::key;
  const auto shown = [&](std::size_t p, std::uint32_t item, const std::string& value) {
    return rows ? row_name(programs_, p, types[p].of, item) : value;
  };
  std::map<std::string, std::uint32_t> after;
  for (std::uint32_t i = 0; i < programs_[1]->program.slots[fact.slots[1]].universe; ++i)
    after.emplace(item_name(*programs_[1], fact.slots[1], i), i);
  std::vector<std::string> gone, added;
  for (std::uint32_t i = 0; i < programs_[0]->program.slots[fact.slots[0]].universe; ++i) {
    const std::string value = item_name(*programs_[0], fact.slots[0], i);
    const auto other = after.find(value);
    if (other == after.end()) {
      gone.push_back(shown(0, i, value));
      continue;
    }
    fact.items.push_back({i, other->second});
    if (rows && !same_row(programs_, {types[0].of, types[1].of}, {i, other->second}))
      out_.changed.push_back({index, i});
    after.erase(other);
  }
  for (const auto& [value, item] : after) added.push_back(shown(1, item, value));
  out_.only_before = out_.only_before || !gone.empty();
  out_.only_after = out_.only_after || !added.empty();
  if (name.find('[') != std::string::npos) return;
  if (!gone.empty()) out_.changes.push_back(phrases_.no_longer_among(name, listed(phrases_, gone)));
  if (!added.empty()) out_.changes.push_back(phrases_.newly_among(name, listed(phrases_, added)));
}

void Matcher::say_range(const analysis::Shared& fact, const std::string& name) {
  const types::Possible& a = programs_[0]->program.slots[fact.slots[0]].anything;
  const types::Possible& b = programs_[1]->program.slots[fact.slots[1]].anything;
  out_.only_before = out_.only_before || (a.none && !b.none);
  out_.only_after = out_.only_after || (b.none && !a.none);
  if (a.none != b.none)
    out_.changes.push_back(b.none ? phrases_.newly_none(name) : phrases_.no_longer_none(name));
  if (!programs_[0]->program.slots[fact.slots[0]].type.is_ordered() || !a.some || !b.some) return;
  const program::GridRange before = program::grid_range(a), after = program::grid_range(b);
  if (before.lo == after.lo && before.hi == after.hi) return;
  out_.only_before = out_.only_before || before.lo < after.lo || before.hi > after.hi;
  out_.only_after = out_.only_after || after.lo < before.lo || after.hi > before.hi;
  out_.changes.push_back(phrases_.another_range(name));
}

void Matcher::say_presumption(const analysis::Shared& fact, const std::string& name) {
  std::optional<std::string> presumed[2];
  for (std::size_t p = 0; p < 2; ++p) {
    const program::Slot& slot = programs_[p]->program.slots[fact.slots[p]];
    if (slot.presumed) presumed[p] = words::print(programs_.reader(p), slot.presumed->exact(), slot.type);
  }
  if (presumed[0] == presumed[1]) return;
  out_.presumes_otherwise = true;
  out_.changes.push_back(!presumed[1]   ? phrases_.no_longer_presumed(name, *presumed[0])
                         : !presumed[0] ? phrases_.newly_presumed(name, *presumed[1])
                                        : phrases_.presumed_otherwise(name, *presumed[0], *presumed[1]));
}

// Amounts are compared as numbers.
void Matcher::match_currencies() {
  const auto currency = [&](std::size_t p) {
    return std::string(programs_[p]->loaded.names->view(programs_[p]->checked.currency));
  };
  const std::string before = currency(0), after = currency(1);
  if (before.empty() || after.empty() || before == after) return;
  out_.other_currency = true;
  out_.changes.push_back(phrases_.another_currency(before, after));
}

void Matcher::match_decisions() {
  const auto names = [&](std::size_t p) {
    std::vector<std::string> all;
    for (const check::DecisionDef& d : programs_[p]->checked.decisions)
      all.emplace_back(programs_[p]->loaded.names->view(d.name));
    return all;
  };
  const std::vector<std::string> before = names(0), after = names(1);
  std::vector<std::string> gone, added;
  for (const std::string& name : before)
    if (std::find(after.begin(), after.end(), name) == after.end()) gone.push_back(name);
  for (const std::string& name : after)
    if (std::find(before.begin(), before.end(), name) == before.end()) added.push_back(name);
  out_.gone = !gone.empty();
  out_.added = !added.empty();
  say(phrases_.no_longer_decided, gone);
  say(phrases_.newly_decided, added);
}

void Matcher::match_conditions() {
  std::map<std::string, std::array<std::optional<analysis::NodeId>, 2>> by_name;
  for (std::size_t p = 0; p < 2; ++p) {
    const Program::Impl& of = *programs_[p];
    const words::Context speaking = programs_.reader(p);
    const auto add = [&](const std::string& name, const std::string& label, analysis::NodeId node) {
      by_name[name][p] = node;
      out_.names.emplace(std::pair{p, node}, name);
      if (!label.empty()) out_.labels.emplace(std::pair{p, node}, label);
    };
    for (std::size_t i = 0; i < of.checked.rules.size(); ++i) {
      const check::RuleDef& rule = of.checked.rules[i];
      add(std::string(of.loaded.names->view(rule.name)),
          rule.label == 0 ? std::string() : words::unfilled(speaking, rule.label), of.program.rules[i].root);
    }
    for (const program::Why& why : of.program.whys) {
      if (why.kind != program::Why::Kind::line) continue;
      const check::LineDef& line = of.checked.lines[why.payload];
      if (line.name != 0) add(line.id, words::label_of_line(speaking, why.payload), why.node);
    }
  }
  for (const auto& [name, nodes] : by_name) out_.conditions.push_back(nodes);
}

void Matcher::match_values() {
  std::map<std::string, std::array<std::optional<analysis::NodeId>, 2>> by_name;
  for (std::size_t p = 0; p < 2; ++p) {
    const Program::Impl& of = *programs_[p];
    for (std::uint32_t i = 0; i < of.checked.values.size(); ++i) {
      const std::string name(of.loaded.names->view(of.checked.values[i].name));
      const analysis::NodeId root = of.program.values[i].root;
      by_name[name][p] = root;
      const std::string label = words::label_of_value(programs_.reader(p), i);
      out_.values_called.emplace(std::pair{p, root}, std::pair{name, label});
    }
  }
  for (const auto& [name, nodes] : by_name) out_.values.push_back(nodes);
}

// The smallest rule or value that a condition is in says most about it.
void Matcher::find_owners() {
  for (std::size_t p = 0; p < 2; ++p) {
    const Program::Impl& of = *programs_[p];
    const words::Context speaking = programs_.reader(p);
    std::map<analysis::NodeId, std::size_t> size_of_owner;
    const auto own = [&](analysis::NodeId root, const std::string& label) {
      const std::vector<analysis::NodeId> below = analysis::all_below(of.program, {root});
      for (const analysis::NodeId node : below) {
        const auto [known, fresh] = size_of_owner.emplace(node, below.size());
        if (!fresh && known->second <= below.size()) continue;
        known->second = below.size();
        out_.owners[{p, node}] = label;
      }
    };
    for (std::uint32_t i = 0; i < of.checked.rules.size(); ++i)
      own(of.program.rules[i].root, words::label_of_rule(speaking, i));
    for (std::uint32_t i = 0; i < of.checked.values.size(); ++i)
      own(of.program.values[i].root, words::label_of_value(speaking, i));
  }
}

}  // namespace

std::string item_name(const Program::Impl& program, std::uint32_t slot, std::uint32_t item) {
  const types::Type type = program.program.slots[slot].type;
  const types::Value value =
      type.base == Base::yes_or_no ? types::Value(item == 1) : types::Value(types::Item{item});
  return host::spell(program.checked, type, value);
}

Matched match(const Both& programs) {
  return Matcher(programs).run();
}

}  // namespace eligo::diff
