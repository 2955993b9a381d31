// SPDX-License-Identifier: MIT
// Owns the short way to a verdict: a decision on two fixed days as a diagram over the facts, each fact asked once at
// most. It answers for people of whom every fact of the decision is told exactly; `decide` answers for the others, and
// is what a chart is made from.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "interpreter/eval/evaluate.hpp"

namespace eligo::eval {

class Chart {
 public:
  /// Nothing where the decision gives a value, calculates with its facts, or needs more than `steps` evaluations of
  /// nodes to draw.
  [[nodiscard]] static std::optional<Chart> make(const program::Decision& decision,
                                                 const program::Program& program, const Days& days,
                                                 std::size_t steps);

  /// False, and no verdict, where a fact of the decision is not told exactly.
  [[nodiscard]] bool decide(const Profile& profile, Verdict& verdict) const {
    const std::vector<std::uint64_t>& told = profile.exact_slots();
    for (std::size_t w = 0; w < needed_.size(); ++w)
      if ((needed_[w] & ~told[w]) != 0) return false;
    verdict = has_table() ? look_up(profile) : walk(profile);
    return true;
  }

  /// Writes down the verdict of every combination of codes, where that is a small table: finding a place in it asks all
  /// facts at once, while a walk asks each when the one before has answered, and which comes next cannot be foreseen.
  void tabulate();
  [[nodiscard]] bool has_table() const { return !table_.verdicts.empty(); }

 private:
  friend class Drawing;
  static constexpr std::uint32_t terminal = 0xffffff00u;  // and a Verdict

  struct Axis {  // a fact that forks ask
    std::uint32_t slot = 0;
    std::uint32_t first_code = 0;  // codes_, by item; or cuts_
    std::uint32_t count = 0;       // of those
    std::uint32_t code_count = 0;
    bool is_item = false;
  };
  struct Fork {
    std::uint32_t axis = 0;
    std::uint32_t first = 0;  // next_: where to go, by code
  };
  // The verdict of every combination of codes. Each fact takes its part of the way to the place of one.
  struct Table {
    struct Items {
      std::uint32_t slot = 0;
      std::uint32_t first = 0;  // ways, by item
    };
    struct Cut {
      std::int64_t at = 0;
      std::uint32_t slot = 0;
      std::uint32_t way = 0;  // of whoever has reached it
    };
    std::vector<Items> items;
    std::vector<std::uint32_t> ways;
    std::vector<Cut> cuts;
    std::vector<Verdict> verdicts;  // empty: not made
  };

  [[nodiscard]] std::uint32_t code_of(const Axis& axis, std::int64_t value) const {
    if (axis.is_item) return codes_[axis.first_code + static_cast<std::uint32_t>(value)];
    std::uint32_t code = 0;
    for (std::uint32_t c = 0; c < axis.count; ++c) code += value >= cuts_[axis.first_code + c] ? 1 : 0;
    return code;
  }
  [[nodiscard]] Verdict walk(const Profile& profile) const {
    std::uint32_t at = root_;
    while (at < terminal) {
      const Fork& fork = forks_[at];
      const Axis& axis = axes_[fork.axis];
      at = next_[fork.first + code_of(axis, profile.number(axis.slot))];
    }
    return static_cast<Verdict>(at - terminal);
  }
  [[nodiscard]] Verdict look_up(const Profile& profile) const {
    std::uint32_t place = 0;
    for (const Table::Items& i : table_.items)
      place += table_.ways[i.first + static_cast<std::uint32_t>(profile.number(i.slot))];
    for (const Table::Cut& c : table_.cuts)
      place += c.way * static_cast<std::uint32_t>(profile.number(c.slot) >= c.at);
    return table_.verdicts[place];
  }

  std::vector<std::uint64_t> needed_;  // a bit a slot
  std::vector<Axis> axes_;
  std::vector<Fork> forks_;
  std::vector<std::uint32_t> next_;
  std::vector<std::uint32_t> codes_;
  std::vector<std::int64_t> cuts_;
  std::uint32_t root_ = terminal;
  Table table_;
};

/// The charts of one program on two days, each drawn once its decision was asked often enough that drawing costs
/// little beside the answers given before. One thread at a time.
class Charts {
 public:
  void clear() { entries_.clear(); }
  /// False, and no verdict, where there is no chart for that profile (yet).
  [[nodiscard]] bool decide(std::uint32_t decision, const Profile& profile, Verdict& verdict) {
    if (decision >= entries_.size()) return false;
    Entry& entry = entries_[decision];
    if (!entry.chart) return false;
    if (!entry.chart->has_table() && entry.calls < worth_a_table && ++entry.calls == worth_a_table)
      entry.chart->tabulate();
    return entry.chart->decide(profile, verdict);
  }
  /// Counts a question that no chart answered.
  void count(std::uint32_t decision, const program::Program& program, const Days& days);

 private:
  struct Entry {
    std::uint32_t calls = 0, next = 32;
    std::optional<Chart> chart;
  };
  static constexpr std::uint32_t worth_a_table = 2000;  // calls
  static void draw(Entry& entry, std::uint32_t decision, const program::Program& program, const Days& days);
  std::vector<Entry> entries_;  // by decision
};

}  // namespace eligo::eval
