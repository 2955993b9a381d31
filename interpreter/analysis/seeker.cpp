// SPDX-License-Identifier: MIT
// Owns the descent: of each kind of change the best one, as long as one brings the person nearer.
#include "interpreter/analysis/seeker.hpp"

#include <algorithm>

#include "interpreter/program/exact.hpp"
#include "interpreter/types/sort_unique.hpp"

namespace eligo::analysis {

using program::Op;
using types::Base;

namespace {

constexpr int most_steps = 60;
constexpr std::int64_t most_months = 1'200;
constexpr std::size_t most_mended = 40;
constexpr double nearer_by = 1e-9;
constexpr double much_alike = 0.05, near_enough = 0.9;  // nearly all of one thing that was missing

std::optional<std::uint32_t> item_of(const Possible& value, const std::vector<std::string>& texts) {
  if (value.base != Base::text) return value.items.single();
  const auto text = std::find(texts.begin(), texts.end(), value.texts[0]);
  if (text == texts.end()) return std::nullopt;
  return static_cast<std::uint32_t>(text - texts.begin());
}

}  // namespace

Seeker::Seeker(const Compared& compared, Comparer& comparer, const Options& options)
    : compared_(compared),
      comparer_(comparer),
      options_(options),
      space_(comparer.space()),
      trial_(compared, comparer),
      list_of_(space_.count()),
      member_of_(space_.count()),
      is_length_(space_.count()),
      relevant_(space_.count(), true) {
  find_lists();
  find_thresholds();
}

// Lists of both programs that are one: a field that only one of them knows stands beside the others.
void Seeker::find_lists() {
  std::map<Var, std::size_t> by_length;
  for (std::size_t p = 0; p < 2; ++p) {
    const Axes& axes = comparer_.subject(p).axes();
    for (const List& list : compared_.lists[p]) {
      const auto [at, fresh] = by_length.emplace(axes.var(list.length), lists_.size());
      if (fresh) lists_.push_back({axes.var(list.length), {}});
      Fields& fields = lists_[at->second];
      fields.members.resize(std::max<std::size_t>(fields.members.size(), list.most));
      for (std::uint32_t m = 0; m < list.most; ++m)
        for (std::uint32_t f = 0; f < list.fields; ++f)
          fields.members[m].push_back(axes.var(list.field(m, f)));
    }
  }
  for (Fields& list : lists_) {
    is_length_[list.length] = true;
    for (std::size_t m = 0; m < list.members.size(); ++m) {
      std::vector<Var>& fields = list.members[m];
      types::sort_unique(fields);
      for (const Var var : fields) {
        list_of_[var] = &list;
        member_of_[var] = m;
      }
    }
  }
}

// What ages and other times between days are compared with, and what is added to days.
void Seeker::find_thresholds() {
  for (const program::Program* program : compared_.programs) {
    const auto add = [&](NodeId number, grammar::Unit unit) {
      if (unit == grammar::Unit::days || unit == grammar::Unit::nothing) return;
      for (const NodeId id : all_below(*program, {number})) {
        const program::Node& n = program->nodes[id];
        if (n.op != Op::constant) continue;
        const Possible& p = program->constants[n.payload];
        if (p.base != Base::whole || !p.is_exact() || p.none || p.lo <= 0 || p.lo > most_months) continue;
        months_.push_back(static_cast<std::int64_t>(p.lo) * (unit == grammar::Unit::years ? 12 : 1));
      }
    };
    for (const program::Node& n : program->nodes) {
      if (n.op == Op::shift) add(program->child(n, 1), n.unit);
      if (n.op != Op::less && n.op != Op::less_equal && n.op != Op::equal) continue;
      for (std::uint32_t i = 0; i < 2; ++i) {
        const program::Node& side = program->nodes[program->child(n, i)];
        if (side.op == Op::between) add(program->child(n, 1 - i), side.unit);
      }
    }
  }
  months_.insert(months_.end(), {0, most_months});
  types::sort_unique(months_);
  if (months_.back() > most_months)
    months_.erase(std::upper_bound(months_.begin(), months_.end(), most_months), months_.end());
}

const program::Slot& Seeker::slot_of(Var var) const {
  const Shared& fact = compared_.facts[var - 1];  // variables were made in this order, after the day
  const std::size_t p = fact.slots[0] != program::nowhere ? 0 : 1;
  return compared_.programs[p]->slots[fact.slots[p]];
}

bool Seeker::is_there(const Places& places, Var var) const {
  return list_of_[var] == nullptr || static_cast<Int128>(member_of_[var]) < places[list_of_[var]->length].lo;
}

void Seeker::find_relevant(const Wanted& wanted) {
  std::vector<NodeId> roots[2];
  for (const Wanted::Condition& one : wanted.conditions) roots[one.p].push_back(one.node);
  for (const Measured& measure : wanted.measures)
    for (std::size_t p = 0; p < 2; ++p)
      if (measure.nodes[p]) roots[p].push_back(*measure.nodes[p]);
  if (wanted.came || wanted.other)
    for (std::size_t p = 0; p < 2; ++p)
      for (const NodeId root : Subject::conditions_of(comparer_.decision(p))) roots[p].push_back(root);
  relevant_.assign(space_.count(), false);
  relevant_[day_variable] = true;
  for (const Portion& portion : wanted.portions) relevant_[portion.var] = true;
  for (std::size_t p = 0; p < 2; ++p) {
    const program::Program& program = *compared_.programs[p];
    for (const NodeId id : all_below(program, roots[p])) {
      const program::Node& n = program.nodes[id];
      if (program::asks_slot(n.op)) relevant_[comparer_.subject(p).axes().var(n.payload)] = true;
    }
  }
}

std::string Seeker::way_of(const Came& came) {
  std::string way;
  for (std::size_t p = 0; p < 2; ++p) way += static_cast<char>('a' + static_cast<int>(came.verdicts[p]));
  return way + static_cast<char>('a' + static_cast<int>(came.relation));
}

double Seeker::distance(const Places& places, const Wanted& wanted) {
  if (asked_ > 0) --asked_;
  trial_.ask(places);
  if (wanted.other) {
    const Came came = trial_.came();
    if (came.is_other()) others_.emplace(way_of(came), places);
  }
  return trial_.distance(wanted);
}

bool Seeker::take_best(Found& best, const Moves& moves, const Wanted& wanted) {
  const double before = best.distance;
  for (const Places& move : moves) {
    const double away = distance(move, wanted);
    if (away + nearer_by >= best.distance) continue;
    best = {away, move};
    if (before - away > near_enough) break;
  }
  return best.distance < before;
}

// One more change may make good what the first one spoils: a child more raises the ceiling of an income.
bool Seeker::take_mended(Found& best, const Moves& moves, const Wanted& wanted) {
  static_cast<void>(distance(best.places, wanted));
  const std::vector<Trial::Gap> known = trial_.gaps();
  std::vector<Found> nearest;
  for (const Places& move : moves) nearest.push_back({distance(move, wanted), move});
  std::stable_sort(nearest.begin(), nearest.end(),
                   [](const Found& a, const Found& b) { return a.distance < b.distance; });
  // Of those that are as near as one another, two are enough.
  std::size_t kept = 0;
  for (std::size_t i = 0; i < nearest.size() && kept < most_mended; ++i)
    if (kept < 2 || nearest[i].distance > nearest[kept - 2].distance + much_alike)
      nearest[kept++] = nearest[i];
  nearest.resize(kept);
  for (Found& one : nearest) {
    static_cast<void>(distance(one.places, wanted));
    std::vector<Trial::Gap> spoilt;
    for (const Trial::Gap& gap : trial_.gaps())
      if (std::find(known.begin(), known.end(), gap) == known.end()) spoilt.push_back(gap);
    const Places from = one.places;
    static_cast<void>(take_best(one, of_gaps(from, spoilt), wanted));
    if (one.distance + nearer_by >= best.distance) continue;
    best = std::move(one);
    return true;
  }
  return false;
}

bool Seeker::improve(Found& best, const Wanted& wanted) {
  const Places from = best.places;
  if (take_best(best, of_facts(from, wanted), wanted)) return true;
  static_cast<void>(distance(from, wanted));
  if (take_best(best, of_gaps(from, trial_.gaps()), wanted)) return true;
  if (take_best(best, of_new_members(from), wanted)) return true;
  if (take_best(best, of_fields(from), wanted)) return true;
  if (take_best(best, of_gone_members(from), wanted)) return true;
  return take_mended(best, of_new_members(from), wanted) || take_mended(best, of_fields(from), wanted);
}

bool Seeker::descend(Found& best, const Wanted& wanted) {
  for (int step = 0; step < most_steps && best.distance > 0 && asked_ > 0; ++step)
    if (!improve(best, wanted)) return false;
  return best.distance <= 0;
}

Places Seeker::nobody_told(Int128 day) const {
  Places places;
  for (Var var = 0; var < space_.count(); ++var) {
    Region at = space_.everywhere(var);
    if (!at.none) at.lo = at.hi = std::clamp(var == day_variable ? day : space_.near(var), at.lo, at.hi);
    places.push_back(at);
  }
  for (const Fields& list : lists_)
    places[list.length] = {false, space_.lo(list.length), space_.lo(list.length)};
  return places;
}

std::optional<Region> Seeker::told(const Class& one, Var var) const {
  const Shared& fact = compared_.facts[var - 1];  // variables were made in this order, after the day
  for (std::size_t p = 0; p < 2; ++p) {
    const std::uint32_t slot = fact.slots[p];
    if (slot == program::nowhere || !is_told(one.profiles[p], slot)) continue;
    const Possible value = one.profiles[p].possible(slot);
    if (value.none) return Region{true, 0, 0};
    if (slot_of(var).type.is_ordered()) {
      const Int128 at = std::clamp(program::grid_ceil(value), space_.lo(var), space_.hi(var));
      return Region{false, at, at};
    }
    const Axes& axes = comparer_.subject(p).axes();
    const std::optional<std::uint32_t> item = item_of(value, axes.texts(slot));
    if (!item) continue;
    const auto& classes = axes.classes(slot);
    for (std::size_t number = 0; number < classes.size(); ++number)
      if (std::find(classes[number].begin(), classes[number].end(), *item) != classes[number].end())
        return Region{false, static_cast<Int128>(number), static_cast<Int128>(number)};
  }
  return std::nullopt;
}

Places Seeker::example_of(const Class& one) const {
  Places places = nobody_told(one.day.days);
  for (Var var = day_variable + 1; var < space_.count(); ++var)
    if (const std::optional<Region> at = told(one, var)) places[var] = *at;
  return places;
}

// The days to begin with: the one that was asked about, or the nearest that is wanted, and those on which the law changes.
std::vector<Places> Seeker::starts(const Wanted& wanted) const {
  const Int128 about = options_.about.days;
  std::vector<Int128> days{about};
  for (const program::Program* program : compared_.programs)
    for (const program::DayRange& range : program->version_ranges)
      days.insert(days.end(), {range.from, range.to});
  for (const Portion& portion : wanted.portions) {
    if (portion.var != day_variable) continue;
    for (const auto& [lo, hi] : portion.ranges) days.insert(days.begin(), std::clamp(about, lo, hi));
    const auto is_out = [&](Int128 day) { return !portion.has({false, day, day}); };
    days.erase(std::remove_if(days.begin(), days.end(), is_out), days.end());
  }
  const auto away = [&](Int128 day) { return day < about ? about - day : day - about; };
  std::stable_sort(days.begin(), days.end(), [&](Int128 a, Int128 b) { return away(a) < away(b); });
  std::vector<Places> all;
  for (const Int128 day : days) {
    Places places = nobody_told(day);
    const bool seen = std::any_of(all.begin(), all.end(), [&](const Places& other) {
      return other[day_variable] == places[day_variable];
    });
    if (!seen) all.push_back(std::move(places));
  }
  return all;
}

// Of those near, the nearest first.
std::optional<Places> Seeker::find(const std::vector<Places>& near, const Wanted& wanted,
                                   std::size_t most_asked) {
  find_relevant(wanted);
  const std::size_t given = std::min(most_asked, all_asked_);
  asked_ = given;
  Found nearest{0, {}};
  for (const Places& places : near) {
    const double away = distance(places, wanted);
    if (nearest.places.empty() || away < nearest.distance) nearest = {away, places};
  }
  bool found = !nearest.places.empty() && descend(nearest, wanted);
  constexpr std::size_t most_starts = 4;
  const std::vector<Places> from = starts(wanted);
  for (std::size_t i = 0; !found && i < std::min(most_starts, from.size()); ++i) {
    nearest = {distance(from[i], wanted), from[i]};
    found = descend(nearest, wanted);
  }
  all_asked_ -= given - asked_;
  return found ? std::optional(std::move(nearest.places)) : std::nullopt;
}

std::optional<Places> Seeker::seek(const Wanted& wanted, std::size_t most_asked) {
  std::optional<Places> places = find(known_, wanted, most_asked);
  if (!places) return std::nullopt;
  make_plain(*places, wanted);
  known_.push_back(*places);
  return places;
}

// The same person, and one whose dates lie as far from the day.
std::vector<Places> Seeker::on_days(const Places& somebody, const Wanted& wanted) const {
  std::vector<Places> all;
  for (const Portion& portion : wanted.portions) {
    if (portion.var != day_variable || portion.ranges.empty()) continue;
    const Int128 was = somebody[day_variable].lo;
    const Int128 day = std::clamp(was, portion.ranges.front().first, portion.ranges.back().second);
    Places then = somebody;
    then[day_variable] = {false, day, day};
    all.push_back(then);
    for (Var var = day_variable + 1; var < space_.count(); ++var) {
      if (then[var].none || slot_of(var).type.base != Base::date) continue;
      const Int128 date = std::clamp(then[var].lo + day - was, space_.lo(var), space_.hi(var));
      then[var] = {false, date, date};
    }
    all.push_back(std::move(then));
  }
  return all;
}

std::optional<Places> Seeker::find_like(const Places& somebody, const Wanted& wanted,
                                        std::size_t most_asked) {
  std::vector<Places> near = on_days(somebody, wanted);
  near.push_back(somebody);
  return find(near, wanted, most_asked);
}

}  // namespace eligo::analysis
