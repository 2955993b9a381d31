// SPDX-License-Identifier: MIT
// Owns the way from a condition down to the lines and facts that decide it (language.md 3.11).
#pragma once

#include <unordered_map>
#include <utility>
#include <vector>

#include "interpreter/answer/reasons.hpp"
#include "interpreter/solve/search.hpp"

namespace eligo::answer {

[[nodiscard]] inline bool is_undecided(builtins::Truth::State s) {
  return s == builtins::Truth::open || s == builtins::Truth::invalid;
}

/// One walk for one profile, after eval::decide with the same scratch. Iterative: each line is visited once, whatever leads
/// to it.
class Walk {
 public:
  using State = builtins::Truth::State;

  /// `sure`: what is known whatever is still told; nothing for the reasons of the moment.
  Walk(const program::Program& program, const eval::Profile& profile, const eval::Scratch& scratch,
       solve::Certainty* sure = nullptr);

  /// `verdict`: what the root comes to in every completion, where that is yes or no.
  [[nodiscard]] Reasons run(program::WhyId root, bool root_undecided, State verdict = builtins::Truth::open);

 private:
  struct Found {
    std::vector<std::uint32_t> lines, facts, open;
  };
  struct At {
    program::WhyId why = 0;
    State toward =
        builtins::Truth::open;  // of one that is open, what it speaks for: yes, no, or (open) either
  };

  [[nodiscard]] State own_state(program::WhyId why) const;
  [[nodiscard]] State state(program::WhyId why) const;
  [[nodiscard]] State state_of(const program::Why& w) const;
  [[nodiscard]] static bool widen(State& known, State& toward);
  [[nodiscard]] Found below(At root, bool undecided);
  void leaf(std::uint32_t slot, bool undecided, Found& found);
  std::uint32_t reason_of(At at);
  void add_every(const program::Why& w, std::vector<At>& out, State toward = builtins::Truth::open) const;
  void add_those(const program::Why& w, State wanted, std::vector<At>& out,
                 State toward = builtins::Truth::open) const;
  [[nodiscard]] std::vector<At> deciding(const program::Why& w, State own) const;
  [[nodiscard]] std::vector<At> sure_children(const program::Why& w, State toward) const;
  void add_sure(const program::Why& w, State toward, bool one_is_enough, bool is_sure,
                std::vector<At>& out) const;
  void leave_together(std::vector<At>& all, State state) const;
  [[nodiscard]] std::uint32_t enough(const program::Why& w, State state) const;
  void when(const program::Why& w, std::vector<At>& out, State toward = builtins::Truth::open) const;
  [[nodiscard]] std::uint32_t version(const program::Why& w) const;

  const program::Program& program_;
  const eval::Profile& profile_;
  const eval::Scratch& scratch_;
  std::int32_t law_day_;
  solve::Certainty* sure_;
  Reasons result_;
  std::unordered_map<std::uint32_t, std::uint32_t> known_;  // by line
  std::vector<State> toward_;                               // by reason
  std::vector<std::pair<std::uint32_t, program::WhyId>> todo_;
};

}  // namespace eligo::answer
