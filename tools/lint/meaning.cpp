// SPDX-License-Identifier: MIT
// Writes a program down: its conditions, each once and numbered, with nothing left that only differs in spelling.
#include "tools/lint/meaning.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "grammar/canonical.hpp"
#include "interpreter/api/impl.hpp"

namespace eligo::lint {
namespace {

using program::Node;
using program::NodeId;
using program::Op;

std::string number(std::int64_t n) {
  return std::to_string(n) + " ";
}

std::string wide(types::Int128 n) {
  return number(static_cast<std::int64_t>(n >> 64)) + std::to_string(static_cast<std::uint64_t>(n)) + " ";
}

std::string written(const types::Type& type) {
  return number(static_cast<int>(type.base)) + number(type.or_none) + number(type.of);
}

std::string written(const types::Possible& p) {
  std::string out = number(static_cast<int>(p.base)) + number(p.of) + number(p.some) + number(p.none) +
                    number(p.invalid) + wide(p.lo) + wide(p.hi);
  if (p.has_lo) out += "from " + p.decimal_lo.str() + " ";
  if (p.has_hi) out += "to " + p.decimal_hi.str() + " ";
  for (const std::uint32_t item : p.items.items()) out += number(item);
  for (const std::string& text : p.texts) out += number(static_cast<std::int64_t>(text.size())) + text + " ";
  return out;
}

class Conditions {
 public:
  explicit Conditions(const program::Program& program) : p_(program) {}

  std::string run() {
    for (const program::Decision& d : p_.decisions) {
      write_below(plain(d.root));
      if (d.has_coverage) write_below(plain(d.coverage));
    }
    for (const auto* things : {&p_.rules, &p_.values}) {  // those too that no decision asks
      for (const program::Rule& thing : *things) {
        write_below(plain(thing.root));
        out_ += "thing " + number(number_of_[plain(thing.root)]) + "\n";
      }
    }
    for (const program::Decision& d : p_.decisions) {
      out_ += "decision " + number(d.typed) + written(d.type) + number(number_of_[plain(d.root)]);
      if (d.has_coverage) out_ += "covers " + number(number_of_[plain(d.coverage)]);
      for (const program::DayRange& days : d.uncovered) out_ += number(days.from) + number(days.to);
      out_ += "\n";
    }
    return std::move(out_);
  }

 private:
  /// What a node says in other words: two negations are none, and a block of one line is its line.
  [[nodiscard]] NodeId plain(NodeId id) const {
    while (true) {
      const Node& n = p_.nodes[id];
      const bool of_one = (n.op == Op::all || n.op == Op::any || at_least_one(n)) && n.count == 1;
      const NodeId child = n.count == 0 ? id : p_.child(n, 0);
      if (of_one)
        id = child;
      else if (n.op == Op::negation && p_.nodes[child].op == Op::negation)
        id = p_.child(p_.nodes[child], 0);
      else
        return id;
    }
  }

  [[nodiscard]] static bool at_least_one(const Node& n) { return n.op == Op::at_least && n.payload == 1; }

  /// Each node once, children first, in the order in which the decisions ask for them: where else a condition stands
  /// does not matter.
  void write_below(NodeId root) {
    std::vector<NodeId> open{root};
    while (!open.empty()) {
      const NodeId now = open.back();
      const Node& n = p_.nodes[now];
      bool ready = true;
      for (std::uint32_t i = n.count; i-- != 0;) {
        const NodeId child = plain(p_.child(n, i));
        if (number_of_.count(child) != 0) continue;
        open.push_back(child);
        ready = false;
      }
      if (!ready) continue;
      open.pop_back();
      if (number_of_.count(now) == 0) write(now);
    }
  }

  void write(NodeId id) {
    const Node& n = p_.nodes[id];
    const Op op = at_least_one(n) ? Op::any : n.op;
    std::string line = number(static_cast<int>(op)) + number(static_cast<int>(n.unit)) +
                       number(static_cast<int>(n.rounding)) + number(n.backwards) + written(n.type);
    switch (op) {
      case Op::constant:
        line += written(p_.constants[n.payload]);
        break;
      case Op::slot:
      case Op::truth:
      case Op::at_least:
        line += number(n.payload);
        break;
      case Op::column:
        line += number(n.payload) + number(n.aux);
        break;
      case Op::atom:
        line += number(n.payload) + condition(p_.slots[n.payload].domain.conditions[n.aux]);
        break;
      case Op::condition_versions:
      case Op::value_versions:
        for (std::uint32_t i = 0; i < n.count; ++i)
          line += number(p_.version_ranges[n.payload + i].from) + number(p_.version_ranges[n.payload + i].to);
        break;
      default:  // whatever else is said by its children
        break;
    }
    line += ": ";
    for (std::uint32_t i = 0; i < n.count; ++i) line += number(number_of_[plain(p_.child(n, i))]);
    const auto [known, is_new] = known_.emplace(line, known_.size());
    number_of_[id] = static_cast<std::int64_t>(known->second);
    if (is_new) out_ += line + "\n";
  }

  static std::string condition(const program::SlotCondition& c) {
    std::string line = number(static_cast<int>(c.kind)) + number(c.column);
    for (const types::Possible& operand : c.operands) line += "( " + written(operand) + ") ";
    return line;
  }

  const program::Program& p_;
  std::map<NodeId, std::int64_t> number_of_;
  std::map<std::string, std::size_t> known_;
  std::string out_;
};

std::string asked(const Program& program) {
  std::string out;
  for (const FactInfo& fact : program.facts()) {
    out += fact.name + " " + number(static_cast<int>(fact.kind)) + number(fact.admits_none) +
           number(fact.is_private) + number(fact.cost) + number(fact.at_most);
    for (const std::optional<Value>* value : {&fact.from, &fact.to, &fact.presumed})
      out += *value ? (*value)->text + " " : "- ";
    for (const Choice& choice : fact.choices) out += choice.value + " ";
    out += "\n";
  }
  return out;
}

std::string listed(const check::Checked& checked) {
  std::string out;
  for (const check::TableDef& table : checked.tables)
    for (const check::TableDef::Column& column : table.columns)
      for (const types::Value& cell : column.cells)
        out += written(types::exactly(cell, column.type, table.rows)) + "\n";
  return out;
}

/// Every text, sorted: where it stands is said by the rest.
std::string said(const host::Loaded& loaded) {
  std::multiset<std::string> all;
  for (std::size_t i = 1; i < loaded.ast->texts.size(); ++i)
    all.insert(grammar::quoted(*loaded.ast, static_cast<grammar::TextId>(i), *loaded.names));
  std::string out;
  for (const std::string& text : all) out += text + "\n";
  return out;
}

}  // namespace

std::string meaning_of(const Program& program) {
  const Program::Impl& impl = program.impl();
  return asked(program) + listed(impl.checked) + Conditions(impl.program).run() + said(impl.loaded);
}

}  // namespace eligo::lint
