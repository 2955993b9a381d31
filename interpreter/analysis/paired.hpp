// SPDX-License-Identifier: MIT
// Owns leaves that compare counts of the same two days with one another (`full months from A to B > 12 * full years from A to B`):
// how many full months and how many days lie between the two decides them, whichever days they are.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "interpreter/analysis/order.hpp"
#include "interpreter/analysis/refine.hpp"

namespace eligo::analysis {

class Paired {
 public:
  Paired(const program::Program& program, const Axes& axes, Encoder& encoder, Space& space, Order& order)
      : program_(program), axes_(axes), encoder_(encoder), space_(space), order_(order) {}

  /// Tells the solver of the leaf what few clauses say. Nothing happens to a leaf of another kind, or one that takes too long.
  void add(const Leaf& leaf);
  /// Tells what the leaf is wherever as many months (and days) lie between the two as between those at the lower ends of the box,
  /// and whether these lie so. False where nothing is known of it.
  [[nodiscard]] bool learn(const Leaf& leaf, const Box& box);

  /// So many full months lie between the two days and, where ends are named, so many days: then the leaf is one thing.
  struct Cell {
    std::int64_t first_month = 0, last_month = 0;
    std::optional<std::int64_t> first_day, last_day;  // not named: all that so many months can be
    Truth::State state = Truth::no;
  };

 private:
  /// The cells are all that there are, in order.
  struct Pair {
    std::uint32_t slots[2] = {0, 0};
    std::vector<Cell> cells;
  };
  /// At least so many of the unit lie between them, or not.
  struct Line {
    std::int64_t least = 0;
    grammar::Unit unit = grammar::Unit::months;
    bool reached = true;
  };

  [[nodiscard]] static std::vector<Line> lines_of(const Pair& pair, const Cell& cell);
  [[nodiscard]] std::optional<Lit> is_at_least(const Pair& pair, const Line& line);
  bool tell(const Leaf& leaf, const Pair& pair, const Cell& cell);
  void tell_where(const Pair& pair, const Line& line, types::Date from, types::Date to);

  const program::Program& program_;
  const Axes& axes_;
  Encoder& encoder_;
  Space& space_;
  Order& order_;
  std::map<NodeId, Pair> pairs_;  // by leaf
  std::size_t told_ = 0;          // cells, since the solver believed otherwise
};

}  // namespace eligo::analysis
