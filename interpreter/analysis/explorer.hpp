// SPDX-License-Identifier: MIT
// Owns the people who are found by trying where a comparison was given up: somebody for each way in which an answer can be
// another one. They prove nothing of anybody else.
#pragma once

#include <set>
#include <utility>

#include "interpreter/analysis/seeker.hpp"

namespace eligo::analysis {

class Explorer {
 public:
  Explorer(const Compared& compared, Comparer& comparer, Seeker& seeker);

  void seek_where_written_differently();
  /// Beside the example of a class, which may be of another decision.
  void seek_beside(const Class& one);
  /// One class a way in which somebody was found to get another answer, of that one person; none for a way that a class has.
  void add_found(std::vector<Class>& classes);

 private:
  /// Where the two differ as they are written, and what leads there.
  struct Spot {
    std::vector<Wanted::Condition> on_the_way;
    Int128 first, last;                                   // law days
    std::optional<std::pair<NodeId, NodeId>> conditions;  // one of them holds, the other one does not
  };
  struct Step {
    NodeId before, after;
    Spot way;
  };

  void find_spots();
  void go(const Step& step);
  void go_into_parts(const Step& step);
  void go_into_cases(const Step& step);
  void go_into_versions(const Step& step);
  void stop(const Step& step);
  void add_days(const Step& step, std::vector<program::DayRange>& days, int depth);
  [[nodiscard]] const program::Node& node(std::size_t p, NodeId id) const {
    return compared_.programs[p]->nodes[id];
  }
  [[nodiscard]] NodeId child(std::size_t p, NodeId id, std::uint32_t i) const {
    return compared_.programs[p]->child(node(p, id), i);
  }
  void seek_at(const Spot& spot);
  [[nodiscard]] Class example(const Places& places);
  [[nodiscard]] bool has_way(const Class& one, const Places& places);

  const Compared& compared_;
  Comparer& comparer_;
  Seeker& seeker_;
  std::vector<Step> open_ = {};
  std::set<std::pair<NodeId, NodeId>> seen_;
  std::vector<Spot> spots_;
};

}  // namespace eligo::analysis
