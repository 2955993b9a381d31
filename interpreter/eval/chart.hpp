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

  /// Nothing where a fact of the decision is not told exactly.
  [[nodiscard]] std::optional<Verdict> decide(const Profile& profile) const {
    const std::vector<std::uint64_t>& told = profile.exact_slots();
    for (std::size_t w = 0; w < needed_.size(); ++w)
      if ((needed_[w] & ~told[w]) != 0) return std::nullopt;
    std::uint32_t at = root_;
    while (at < terminal) {
      const Fork& fork = forks_[at];
      const std::int64_t value = profile.number(fork.slot);
      std::uint32_t code = 0;
      if (fork.is_item) {
        code = codes_[fork.first_code + static_cast<std::uint32_t>(value)];
      } else {
        for (std::uint32_t c = 0; c < fork.cut_count; ++c)
          code += value >= cuts_[fork.first_code + c] ? 1 : 0;
      }
      at = next_[fork.first + code];
    }
    return static_cast<Verdict>(at - terminal);
  }

 private:
  friend class Drawing;
  static constexpr std::uint32_t terminal = 0xffffff00u;  // and a Verdict

  struct Fork {
    std::uint32_t slot = 0;
    std::uint32_t first = 0;       // next_: where to go, by code
    std::uint32_t first_code = 0;  // codes_, by item; or cuts_
    std::uint32_t cut_count = 0;
    bool is_item = false;
  };

  std::vector<std::uint64_t> needed_;  // a bit a slot
  std::vector<Fork> forks_;
  std::vector<std::uint32_t> next_;
  std::vector<std::uint32_t> codes_;
  std::vector<std::int64_t> cuts_;
  std::uint32_t root_ = terminal;
};

/// The charts of one program on two days, each drawn once its decision was asked often enough that drawing costs
/// little beside the answers given before. One thread at a time.
class Charts {
 public:
  void clear() { entries_.clear(); }
  /// Nothing where there is no chart for that profile (yet).
  [[nodiscard]] std::optional<Verdict> decide(std::uint32_t decision, const Profile& profile,
                                              const Days& days) {
    if (decision >= entries_.size()) entries_.resize(profile.program().decisions.size());
    Entry& entry = entries_[decision];
    if (entry.chart) return entry.chart->decide(profile);
    if (++entry.calls == entry.next) draw(entry, decision, profile.program(), days);
    return std::nullopt;
  }

 private:
  struct Entry {
    std::uint32_t calls = 0, next = 32;
    std::optional<Chart> chart;
  };
  static void draw(Entry& entry, std::uint32_t decision, const program::Program& program, const Days& days);
  std::vector<Entry> entries_;  // by decision
};

}  // namespace eligo::eval
