// SPDX-License-Identifier: MIT
// Owns the search for somebody by trying: one thing about a person is changed after the other, members of lists come and go, as
// long as the person comes nearer to what is wanted.
#pragma once

#include <functional>
#include <map>

#include "interpreter/analysis/tried.hpp"

namespace eligo::analysis {

inline constexpr Int128 one_unit = 10'000'000'000;  // of a decimal, on the grid

class Seeker {
 public:
  Seeker(const Compared& compared, Comparer& comparer, const Options& options);

  /// Somebody as wanted, made as plain as can be; nothing where none was found among so many.
  [[nodiscard]] std::optional<Places> seek(const Wanted& wanted, std::size_t most_asked);
  /// The same, near somebody who is so on another day, and not made plain.
  [[nodiscard]] std::optional<Places> find_like(const Places& somebody, const Wanted& wanted,
                                                std::size_t most_asked);
  /// What is told of the example of a class, which may be of another decision; the rest is as searches begin.
  [[nodiscard]] Places example_of(const Class& one) const;
  /// Fewer members, round numbers, first days of months, as long as the person is as wanted.
  void make_plain(Places& places, const Wanted& wanted);
  /// Numbers with more than two digits after the point are made round.
  void make_round(Places& places, const Wanted& wanted);
  /// Dates not in the future, and next to where something turns.
  void bring_near(Places& places, const Wanted& wanted);
  [[nodiscard]] Trial& trial() { return trial_; }
  /// So many people may be tried from now on.
  void allow(std::size_t people) { all_asked_ = people; }

  /// Whoever was met on the way and gets another answer: one for each way in which it can be another.
  using Others = std::map<std::string, Places>;
  [[nodiscard]] const Others& others() const { return others_; }
  [[nodiscard]] static std::string way_of(const Came& came);

 private:
  struct Fields {
    Var length;
    std::vector<std::vector<Var>> members;
  };
  struct Found {
    double distance;
    Places places;
  };
  using Moves = std::vector<Places>;

  void find_lists();
  void find_thresholds();
  [[nodiscard]] double distance(const Places& places, const Wanted& wanted);
  [[nodiscard]] bool improve(Found& best, const Wanted& wanted);
  [[nodiscard]] bool take_best(Found& best, const Moves& moves, const Wanted& wanted);
  [[nodiscard]] bool take_mended(Found& best, const Moves& moves, const Wanted& wanted);
  [[nodiscard]] bool descend(Found& best, const Wanted& wanted);
  [[nodiscard]] std::optional<Places> find(const std::vector<Places>& near, const Wanted& wanted,
                                           std::size_t most_asked);
  [[nodiscard]] Places nobody_told(Int128 day) const;
  [[nodiscard]] std::optional<Region> told(const Class& one, Var var) const;
  [[nodiscard]] std::vector<Places> on_days(const Places& somebody, const Wanted& wanted) const;
  [[nodiscard]] std::vector<Places> starts(const Wanted& wanted) const;
  void find_relevant(const Wanted& wanted);

  [[nodiscard]] const program::Slot& slot_of(Var var) const;
  [[nodiscard]] bool is_there(const Places& places, Var var) const;
  [[nodiscard]] std::vector<Region> candidates(const Places& places, Var var, bool exact) const;
  void add_dates(const Places& places, bool exact, std::vector<Int128>& points) const;
  void add_numbers(Var var, bool exact, std::vector<Int128>& points) const;
  [[nodiscard]] Moves of_facts(const Places& places, const Wanted& wanted) const;
  [[nodiscard]] Moves of_fields(const Places& places) const;
  [[nodiscard]] std::vector<Int128> ways_to_mend(const Trial::Gap& gap, Var var, Int128 at) const;
  [[nodiscard]] Moves of_gaps(const Places& places, const std::vector<Trial::Gap>& gaps) const;
  [[nodiscard]] Moves of_new_members(const Places& places) const;
  [[nodiscard]] Moves of_gone_members(const Places& places) const;
  [[nodiscard]] Places without(const Places& places, const Fields& list, std::size_t member) const;
  [[nodiscard]] std::vector<Int128> plainer(Var var, Int128 at) const;
  void make_plainer(Places& places, Var var, const Wanted& wanted);
  void drop_members(Places& places, const Wanted& wanted);
  void order_members(Places& places, const Wanted& wanted);

  const Compared& compared_;
  Comparer& comparer_;
  Options options_;
  Space& space_;
  Trial trial_;
  std::vector<Fields> lists_;
  std::vector<const Fields*> list_of_;      // by variable: the list that it is a field in
  std::vector<std::size_t> member_of_;      // by variable: of which member
  std::vector<bool> is_length_, relevant_;  // by variable
  std::vector<std::int64_t> months_;        // that are counted somewhere, sorted
  std::vector<Places> known_;               // people found before
  Others others_;
  std::size_t asked_ = 0, all_asked_ = 50'000;  // that may still be asked: for one who is wanted, in all
};

}  // namespace eligo::analysis
