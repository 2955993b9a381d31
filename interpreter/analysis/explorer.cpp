// SPDX-License-Identifier: MIT
// Owns the walk down both decisions to where they are written differently.
#include "interpreter/analysis/explorer.hpp"

#include <algorithm>

namespace eligo::analysis {

using program::Node;
using program::Op;

namespace {

constexpr int deepest_spot = 100;
constexpr std::size_t most_spots = 12, most_tried = 5'000, most_tried_in_all = 40'000,
                      most_tried_beside = 1'000;

}  // namespace

Explorer::Explorer(const Compared& compared, Comparer& comparer, Seeker& seeker)
    : compared_(compared), comparer_(comparer), seeker_(seeker) {}

// Of a comparison with a number that has versions: the days on which the version is another one.
void Explorer::add_days(const Step& step, std::vector<program::DayRange>& days, int depth) {
  if (depth > deepest_spot || comparer_.are_written_alike(step.before, step.after)) return;
  const Node &a = node(0, step.before), &b = node(1, step.after);
  const std::size_t open = open_.size();
  if (a.op == b.op && (a.op == Op::value_versions || a.op == Op::condition_versions)) {
    go_into_versions(step);
  } else if (a.op == b.op && a.count == b.count && a.count > 0) {
    for (std::uint32_t i = 0; i < a.count; ++i)
      open_.push_back({child(0, step.before, i), child(1, step.after, i), step.way});
  } else {
    days.push_back({static_cast<std::int32_t>(step.way.first), static_cast<std::int32_t>(step.way.last)});
  }
  const std::vector<Step> parts(open_.begin() + static_cast<std::ptrdiff_t>(open), open_.end());
  open_.resize(open);
  for (const Step& part : parts) add_days(part, days, depth + 1);
}

void Explorer::stop(const Step& step) {
  Spot spot = step.way;
  if (program::is_condition(node(0, step.before).op) && program::is_condition(node(1, step.after).op))
    spot.conditions = {step.before, step.after};
  std::vector<program::DayRange> days;
  add_days(step, days, 0);
  std::sort(days.begin(), days.end(), [](const auto& x, const auto& y) { return x.from < y.from; });
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (i > 0 && days[i].from == days[i - 1].from) continue;
    spot.first = days[i].from;
    spot.last = days[i].to;
    spots_.push_back(spot);
  }
}

// For one line of a block to matter, the others must leave the matter open.
void Explorer::go_into_parts(const Step& step) {
  const Node& n = node(0, step.before);
  for (std::uint32_t i = 0; i < n.count; ++i) {
    Step next{child(0, step.before, i), child(1, step.after, i), step.way};
    for (std::uint32_t other = 0; other < n.count && (n.op == Op::all || n.op == Op::any); ++other) {
      const NodeId part = child(0, step.before, other);
      if (other != i && comparer_.are_written_alike(part, child(1, step.after, other)))
        next.way.on_the_way.push_back({0, part, n.op == Op::all ? Truth::yes : Truth::no});
    }
    open_.push_back(std::move(next));
  }
}

void Explorer::go_into_cases(const Step& step) {
  const Node& n = node(0, step.before);
  Spot way = step.way;
  for (std::uint32_t i = 0; i + 1 < n.count; i += 2) {
    const NodeId before = child(0, step.before, i), after = child(1, step.after, i);
    open_.push_back({before, after, way});
    Spot taken = way;
    taken.on_the_way.insert(taken.on_the_way.end(), {{0, before, Truth::yes}, {1, after, Truth::yes}});
    open_.push_back({child(0, step.before, i + 1), child(1, step.after, i + 1), std::move(taken)});
    way.on_the_way.insert(way.on_the_way.end(), {{0, before, Truth::no}, {1, after, Truth::no}});
  }
  open_.push_back({child(0, step.before, n.count - 1), child(1, step.after, n.count - 1), std::move(way)});
}

void Explorer::go_into_versions(const Step& step) {
  for (std::uint32_t i = 0; i < node(0, step.before).count; ++i) {
    const program::DayRange& one = compared_.programs[0]->version_ranges[node(0, step.before).payload + i];
    for (std::uint32_t k = 0; k < node(1, step.after).count; ++k) {
      const program::DayRange& other = compared_.programs[1]->version_ranges[node(1, step.after).payload + k];
      Step next{child(0, step.before, i), child(1, step.after, k), step.way};
      next.way.first = std::max<Int128>({next.way.first, one.from, other.from});
      next.way.last = std::min<Int128>({next.way.last, one.to, other.to});
      if (next.way.first <= next.way.last) open_.push_back(std::move(next));
    }
  }
}

void Explorer::go(const Step& step) {
  if (comparer_.are_written_alike(step.before, step.after) || !seen_.emplace(step.before, step.after).second)
    return;
  const Node &a = node(0, step.before), &b = node(1, step.after);
  if (a.op == b.op && (a.op == Op::value_versions || a.op == Op::condition_versions))
    return go_into_versions(step);
  if (a.op != b.op || a.count != b.count || a.count == 0) return stop(step);
  if (a.op == Op::value_when || a.op == Op::condition_when) return go_into_cases(step);
  const bool leaf = is_leaf(a.op) || a.op == Op::at_least;
  leaf ? stop(step) : go_into_parts(step);
}

void Explorer::find_spots() {
  const Space& space = comparer_.space();
  const std::vector<NodeId> before = Subject::conditions_of(comparer_.decision(0)),
                            after = Subject::conditions_of(comparer_.decision(1));
  for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i)
    open_.push_back(
        {before[i], after[i], {{}, space.lo(day_variable), space.hi(day_variable), std::nullopt}});
  while (!open_.empty() && spots_.size() < most_spots) {
    const Step step = std::move(open_.back());
    open_.pop_back();
    go(step);
  }
}

void Explorer::seek_at(const Spot& spot) {
  Wanted wanted;
  wanted.other = true;
  wanted.conditions = spot.on_the_way;
  wanted.portions.push_back({day_variable, false, {{spot.first, spot.last}}});
  if (!spot.conditions) {
    static_cast<void>(seeker_.seek(wanted, most_tried));
    return;
  }
  for (const Truth::State before : {Truth::yes, Truth::no}) {
    Wanted turned = wanted;
    turned.conditions.push_back({0, spot.conditions->first, before});
    turned.conditions.push_back({1, spot.conditions->second, before == Truth::yes ? Truth::no : Truth::yes});
    static_cast<void>(seeker_.seek(turned, most_tried));
  }
}

Class Explorer::example(const Places& places) {
  seeker_.trial().ask(places);
  Wanted wanted;
  wanted.came = seeker_.trial().came();
  wanted.came->values = {};
  Places plain = places;
  seeker_.make_plain(plain, wanted);
  return comparer_.tried(plain, wanted.came->relation);
}

void Explorer::seek_where_written_differently() {
  find_spots();
  seeker_.allow(most_tried_in_all);
  for (const Spot& spot : spots_) seek_at(spot);
}

void Explorer::seek_beside(const Class& one) {
  Wanted wanted;
  wanted.other = true;
  static_cast<void>(seeker_.find_like(seeker_.example_of(one), wanted, most_tried_beside));
}

bool Explorer::has_way(const Class& one, const Places& places) {
  seeker_.trial().ask(places);
  const Came came = seeker_.trial().came();
  return one.found && one.verdicts[0] == came.verdicts[0] && one.verdicts[1] == came.verdicts[1] &&
         (one.relation == Relation::none || one.relation == came.relation);
}

void Explorer::add_found(std::vector<Class>& classes) {
  for (const auto& other : seeker_.others())
    if (std::none_of(classes.begin(), classes.end(),
                     [&](const Class& one) { return has_way(one, other.second); }))
      classes.push_back(example(other.second));
}

}  // namespace eligo::analysis
