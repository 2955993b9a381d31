// SPDX-License-Identifier: MIT
// Owns the going through of months, and of days where months do not decide, and the clauses that say what was found.
#include "interpreter/analysis/paired.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_set>

#include "interpreter/types/sort_unique.hpp"

namespace eligo::analysis {

using grammar::Unit;
using program::Node;
using program::Op;
using program::Program;
using types::Date;
using types::MissingDays;

namespace paired_parts {

constexpr std::size_t most_evaluations = 400'000, most_cells = 5'000;
constexpr std::size_t few_cells = 16;  // are told at once, others when the solver believes otherwise
constexpr std::size_t most_told = 400;

constexpr std::int64_t months_of_period = 4'800;  // 400 years

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

std::int64_t counted(Date from, Date to, Unit unit, MissingDays rule) {
  return unit == Unit::days     ? types::days_between(from, to)
         : unit == Unit::months ? types::full_months(from, to, rule)
                                : types::full_years(from, to, rule);
}

Date day_at(Int128 days) {
  return Date{static_cast<std::int32_t>(days)};
}

struct Range {
  std::int64_t lo = 0, hi = 0;
};

/// How many days so many months can be, whichever day they are added to.
class Months {
 public:
  explicit Months(MissingDays rule) : rule_(rule) {
    std::int64_t day = 0;
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      starts_[i] = day;
      lengths_[i] = Date::days_in_month(static_cast<int>(i / 12) + 1, static_cast<int>(i % 12) + 1);
      day += lengths_[i];
    }
  }

  [[nodiscard]] Range days_of(std::int64_t months) const {
    Range all{std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()};
    for (std::int64_t from = 0; from < months_of_period; ++from) {
      const std::int64_t to = from + months, periods = floor_div(to, months_of_period);
      const std::size_t i = static_cast<std::size_t>(from),
                        j = static_cast<std::size_t>(to - periods * months_of_period);
      const std::int64_t days = starts_[j] + periods * types::Date::period - starts_[i];
      // Days that the later month lacks.
      const std::int64_t missing = std::max(std::int64_t{0}, lengths_[i] - lengths_[j]);
      const std::int64_t nearer =
          rule_ == MissingDays::roll_back ? missing : std::max(std::int64_t{0}, missing - 1);
      all.lo = std::min(all.lo, days - nearer);
      all.hi = std::max(all.hi, days);
    }
    return all;
  }

 private:
  MissingDays rule_;
  std::array<std::int64_t, months_of_period> starts_{}, lengths_{};
};

using Cell = Paired::Cell;

/// Finds the cells of one leaf.
class Survey {
 public:
  Survey(const Program& program, const Leaf& leaf) : program_(program), leaf_(leaf), profile_(program) {}

  /// False where the leaf is of another kind.
  [[nodiscard]] bool is_paired();
  [[nodiscard]] std::array<std::uint32_t, 2> slots() const { return slots_; }
  /// All cells of days between these; nothing where that takes too long.
  [[nodiscard]] std::optional<std::vector<Cell>> cells(Range from, Range to);

 private:
  [[nodiscard]] bool is_count_of_both(const Node& n);
  [[nodiscard]] Range days_of(Range months);
  [[nodiscard]] Truth::State ask(Range months, Range days);
  [[nodiscard]] bool go_through(Range months);
  [[nodiscard]] bool go_through_days(std::int64_t month, Range days, Range row);
  [[nodiscard]] bool add(Cell cell);

  const Program& program_;
  const Leaf& leaf_;
  std::array<std::uint32_t, 2> slots_ = {program::nowhere, program::nowhere};
  std::vector<NodeId> counts_, rest_;
  bool counts_days_ = false;
  std::optional<Months> lengths_;
  Range all_days_;
  eval::Profile profile_;
  eval::Scratch scratch_;
  std::vector<Possible> values_;
  std::vector<Cell> found_;
  std::size_t evaluations_ = 0;
};

bool Survey::is_count_of_both(const Node& n) {
  std::array<std::uint32_t, 2> slots{};
  for (std::uint32_t i = 0; i < 2; ++i) {
    const Node& day = program_.nodes[program_.child(n, i)];
    if (day.op != Op::slot || day.type.base != types::Base::date) return false;
    slots[i] = std::min(day.payload, program_.today());
  }
  if (slots_[0] == program::nowhere) slots_ = slots;
  return slots == slots_ && slots[0] != slots[1];
}

bool Survey::is_paired() {
  if (leaf_.slots.size() != 2 || !leaf_.conditions.empty() || !leaf_.changes.empty()) return false;
  std::unordered_set<NodeId> seen;
  for (std::vector<NodeId> open{leaf_.node}; !open.empty();) {
    const NodeId id = open.back();
    open.pop_back();
    if (!seen.insert(id).second) continue;
    const Node& n = program_.nodes[id];
    if (n.op == Op::slot || n.op == Op::column || n.op == Op::value_versions) return false;
    if (n.op == Op::between) {
      if (!is_count_of_both(n)) return false;
      counts_.push_back(id);
      counts_days_ = counts_days_ || n.unit == Unit::days;
      continue;
    }
    rest_.push_back(id);
    for (std::uint32_t i = 0; i < n.count; ++i) open.push_back(program_.child(n, i));
  }
  std::sort(rest_.begin(), rest_.end());
  return !counts_.empty();
}

Range Survey::days_of(Range months) {
  if (!counts_days_) return {};
  if (!lengths_) lengths_.emplace(program_.missing_days);
  return {std::max(lengths_->days_of(months.lo).lo, all_days_.lo),
          std::min(lengths_->days_of(months.hi + 1).hi - 1, all_days_.hi)};
}

Truth::State Survey::ask(Range months, Range days) {
  ++evaluations_;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    const Node& n = program_.nodes[counts_[i]];
    const Range range = n.unit == Unit::days     ? days
                        : n.unit == Unit::months ? months
                                                 : Range{floor_div(months.lo, 12), floor_div(months.hi, 12)};
    values_[i] = program::at_grid(n.type, range.lo);
    values_[i].hi = range.hi;
    scratch_.values[n.value] = &values_[i];
  }
  eval::run(rest_, profile_, scratch_);
  return truth_of(program_, scratch_, leaf_.node).state;
}

bool Survey::add(Cell cell) {
  const bool whole = !cell.first_day && !cell.last_day;
  if (!found_.empty()) {
    Cell& last = found_.back();
    const bool same = last.state == cell.state;
    if (same && whole && !last.first_day && !last.last_day) {
      last.last_month = cell.last_month;
      return true;
    }
    if (same && last.first_month == cell.first_month && last.last_day) {
      last.last_day = cell.last_day;
      return true;
    }
  }
  found_.push_back(cell);
  return found_.size() <= most_cells;
}

bool Survey::go_through(Range months) {
  if (evaluations_ >= most_evaluations) return false;
  const Range days = days_of(months);
  if (counts_days_ && days.lo > days.hi) return true;  // nobody's
  const Truth::State state = ask(months, days);
  if (state != Truth::open) return add({months.lo, months.hi, {}, {}, state});
  if (months.lo == months.hi) return counts_days_ && go_through_days(months.lo, days, days);
  const std::int64_t middle = months.lo + (months.hi - months.lo) / 2;
  return go_through({months.lo, middle}) && go_through({middle + 1, months.hi});
}

bool Survey::go_through_days(std::int64_t month, Range days, Range row) {
  if (evaluations_ >= most_evaluations) return false;
  const Truth::State state = ask({month, month}, days);
  if (state != Truth::open) {
    const auto end = [](bool is_end, std::int64_t day) { return is_end ? std::nullopt : std::optional(day); };
    return add({month, month, end(days.lo == row.lo, days.lo), end(days.hi == row.hi, days.hi), state});
  }
  if (days.lo == days.hi) return false;
  const std::int64_t middle = days.lo + (days.hi - days.lo) / 2;
  return go_through_days(month, {days.lo, middle}, row) && go_through_days(month, {middle + 1, days.hi}, row);
}

std::optional<std::vector<Cell>> Survey::cells(Range from, Range to) {
  const MissingDays rule = program_.missing_days;
  all_days_ = {to.lo - from.hi, to.hi - from.lo};
  values_.resize(counts_.size());
  scratch_.truths.resize(program_.nodes.size());
  scratch_.values.resize(program_.value_count);
  scratch_.made.resize(program_.value_count);
  scratch_.days = eval::Days(program_, Date{0}, Date{0});
  const Range months{types::full_months(day_at(from.hi), day_at(to.lo), rule),
                     types::full_months(day_at(from.lo), day_at(to.hi), rule)};
  if (!go_through(months)) return std::nullopt;
  // Days that were told apart in vain.
  std::vector<Cell> all;
  for (const Cell& cell : found_) {
    const auto is_whole = [](const Cell& one) { return !one.first_day && !one.last_day; };
    if (!all.empty() && is_whole(cell) && is_whole(all.back()) && all.back().state == cell.state)
      all.back().last_month = cell.last_month;
    else
      all.push_back(cell);
  }
  return all;
}

}  // namespace paired_parts

using paired_parts::counted;
using paired_parts::day_at;

void Paired::add(const Leaf& leaf) {
  using namespace paired_parts;
  Survey survey(program_, leaf);
  if (!survey.is_paired()) return;
  Range ranges[2];
  Pair pair;
  for (std::size_t i = 0; i < 2; ++i) {
    pair.slots[i] = survey.slots()[i];
    const Region all = axes_.everywhere(pair.slots[i]);
    if (all.none) return;
    ranges[i] = {static_cast<std::int64_t>(all.lo), static_cast<std::int64_t>(all.hi)};
  }
  std::optional<std::vector<Cell>> cells = survey.cells(ranges[0], ranges[1]);
  if (!cells || cells->empty()) return;
  pair.cells = std::move(*cells);
  if (pair.cells.size() <= few_cells)
    for (const Cell& cell : pair.cells) static_cast<void>(tell(leaf, pair, cell));
  pairs_.emplace(leaf.node, std::move(pair));
}

std::optional<Lit> Paired::is_at_least(const Pair& pair, const Line& line) {
  Form form;
  form.before = {axes_.var(pair.slots[0]), {{line.least, line.unit}}};
  form.after = {axes_.var(pair.slots[1]), {}};
  form.missing_days = program_.missing_days;
  return order_.holds(form);
}

// Ends of all that there is need not be named.
std::vector<Paired::Line> Paired::lines_of(const Pair& pair, const Cell& cell) {
  std::vector<Line> lines;
  if (cell.first_month != pair.cells.front().first_month)
    lines.push_back({cell.first_month, Unit::months, true});
  if (cell.last_month != pair.cells.back().last_month)
    lines.push_back({cell.last_month + 1, Unit::months, false});
  if (cell.first_day) lines.push_back({*cell.first_day, Unit::days, true});
  if (cell.last_day) lines.push_back({*cell.last_day + 1, Unit::days, false});
  return lines;
}

bool Paired::tell(const Leaf& leaf, const Pair& pair, const Cell& cell) {
  std::vector<Lit> clause;
  for (const std::uint32_t slot : pair.slots) clause.push_back(space_.is_none(axes_.var(slot)));
  for (const Line& line : lines_of(pair, cell)) {
    const std::optional<Lit> lit = is_at_least(pair, line);
    if (!lit) return false;
    clause.push_back(line.reached ? -*lit : *lit);
  }
  const Sides sides = encoder_.of(leaf.node);
  const auto conclude = [&](Lit so) {
    clause.push_back(so);
    space_.sat().add(clause);
    clause.pop_back();
  };
  if (cell.state != Truth::invalid) {
    conclude(cell.state == Truth::yes ? sides.yes : sides.no);
  } else {
    conclude(-sides.yes);
    conclude(-sides.no);
  }
  return true;
}

// Days that lie farther apart have more between them: so it is for all of them.
void Paired::tell_where(const Pair& pair, const Line& line, Date from, Date to) {
  const MissingDays rule = program_.missing_days;
  const std::optional<Lit> lit = is_at_least(pair, line);
  if (!lit) return;
  const Var before = axes_.var(pair.slots[0]), after = axes_.var(pair.slots[1]);
  const bool reached = counted(from, to, line.unit, rule) >= line.least;
  Int128 known = from.days, open = reached ? space_.hi(before) + 1 : space_.lo(before) - 1;
  while (known - open > 1 || open - known > 1) {
    const Int128 middle = known + (open - known) / 2;
    ((counted(day_at(middle), to, line.unit, rule) >= line.least) == reached ? known : open) = middle;
  }
  const Lit none[] = {space_.is_none(before), space_.is_none(after)};
  if (reached)
    space_.sat().add(
        {none[0], none[1], space_.at_least(before, known + 1), -space_.at_least(after, to.days), *lit});
  else
    space_.sat().add(
        {none[0], none[1], -space_.at_least(before, known), space_.at_least(after, to.days + 1), -*lit});
}

bool Paired::learn(const Leaf& leaf, const Box& box) {
  const auto at = pairs_.find(leaf.node);
  if (at == pairs_.end() || told_ >= paired_parts::most_told) return false;
  const Pair& pair = at->second;
  Date days[2];
  for (std::size_t i = 0; i < 2; ++i) {
    const auto slot = std::find(leaf.slots.begin(), leaf.slots.end(), pair.slots[i]);
    const Region& region = box.slots[static_cast<std::size_t>(slot - leaf.slots.begin())];
    if (region.none) return false;
    days[i] = day_at(region.lo);
  }
  const std::int64_t months = types::full_months(days[0], days[1], program_.missing_days),
                     apart = types::days_between(days[0], days[1]);
  const auto is_in = [&](const Cell& cell) {
    return cell.first_month <= months && months <= cell.last_month &&
           (!cell.first_day || *cell.first_day <= apart) && (!cell.last_day || apart <= *cell.last_day);
  };
  const auto cell = std::find_if(pair.cells.begin(), pair.cells.end(), is_in);
  if (cell == pair.cells.end() || !tell(leaf, pair, *cell)) return false;
  ++told_;
  for (const Line& line : lines_of(pair, *cell)) tell_where(pair, line, days[0], days[1]);
  return true;
}

}  // namespace eligo::analysis
