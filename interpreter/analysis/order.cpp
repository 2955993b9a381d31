// SPDX-License-Identifier: MIT
// Owns the comparison of two leaves about days.
#include "interpreter/analysis/order.hpp"

#include <algorithm>
#include <iterator>

#include "interpreter/analysis/compound.hpp"

namespace eligo::analysis {

using grammar::Unit;
using types::Date;

namespace {

constexpr std::int64_t most_years = 1'000;
constexpr std::ptrdiff_t neighbours = 8;
// Far enough from both ends of the calendar that nothing moved leaves it.
constexpr int base_year = 4'800;

// Nearly.
std::int64_t days_of(const Step& step) {
  return step.n * (step.unit == Unit::years ? 365 : step.unit == Unit::months ? 30 : 1);
}

}  // namespace

Date Order::moved(Date day, const std::vector<Step>& steps, types::MissingDays rule) {
  for (const Step& step : steps) {
    std::optional<Date> next;
    if (step.unit == Unit::years) next = types::add_years(day, step.n, rule);
    if (step.unit == Unit::months) next = types::add_months(day, step.n, rule);
    if (step.unit == Unit::days) next = types::add_days(day, step.n);
    day = next.value_or(day);
  }
  return day;
}

std::int64_t Order::years_of(const std::vector<Step>& steps) {
  std::int64_t years = 0;
  for (const Step& step : steps) years += std::abs(days_of(step)) / 365 + 1;
  return years;
}

// For each `after` of a period, the last `before` with which the form holds, less `after`.
std::vector<std::int32_t> Order::offsets_of(const Form& form) {
  std::vector<std::int32_t> offsets(Date::period);
  const Date first = *Date::of(base_year, 1, 1);
  const auto holds = [&](Date before, Date limit) {
    const Date moved_before = moved(before, form.before.steps, form.missing_days);
    return form.strict ? moved_before < limit : moved_before <= limit;
  };
  Date limit = moved(first, form.after.steps, form.missing_days);
  std::int32_t lo = first.days - 3 * static_cast<std::int32_t>(most_years) * 366,
               hi = first.days + 3 * static_cast<std::int32_t>(most_years) * 366;
  while (hi - lo > 1) {
    const std::int32_t middle = lo + (hi - lo) / 2;
    (holds(Date{middle}, limit) ? lo : hi) = middle;
  }
  for (std::int32_t i = 0; i < Date::period; ++i) {
    limit = moved(Date{first.days + i}, form.after.steps, form.missing_days);
    while (holds(Date{lo + 1}, limit)) ++lo;
    offsets[static_cast<std::size_t>(i)] = lo - (first.days + i);
  }
  return offsets;
}

// On every day on which `a` holds, so does `b`.
bool Order::implies(Line& a, Line& b) {
  const bool stricter = a.form.strict || !b.form.strict;
  if (a.form.missing_days == b.form.missing_days) {
    if (a.months_after && b.months_after)
      return *a.months_after != *b.months_after ? *a.months_after < *b.months_after : stricter;
    if (a.months_before && b.months_before)
      return *a.months_before != *b.months_before ? *a.months_before > *b.months_before : stricter;
  }
  for (Line* line : {&a, &b})
    if (line->offsets.empty()) line->offsets = offsets_of(line->form);
  for (std::size_t i = 0; i < a.offsets.size(); ++i)
    if (a.offsets[i] > b.offsets[i]) return false;
  return true;
}

bool Order::add(const program::Program& program, const Axes& axes, Encoder& encoder, const Leaf& leaf) {
  const Sides sides = encoder.of(leaf.node);
  const std::optional<Form> form = Forms(program, axes).of(leaf);
  if (form) {
    return form->before.var != form->after.var && insert(*form, sides);
  }
  const std::optional<Lit> made = Compound(program, axes, encoder, space_, *this).of(leaf);
  if (!made) return false;
  std::vector<Lit> clause;
  for (const std::uint32_t slot : leaf.slots) clause.push_back(space_.is_none(axes.var(slot)));
  clause.insert(clause.end(), {-sides.yes, *made});
  space_.sat().add(clause);
  clause.resize(clause.size() - 2);
  clause.insert(clause.end(), {-sides.no, -*made});
  space_.sat().add(clause);
  return true;
}

std::optional<Lit> Order::holds(const Form& form) {
  Key key{form.before.var, form.after.var, form.strict ? 1 : 0, static_cast<std::int64_t>(form.missing_days)};
  for (const Day* day : {&form.before, &form.after}) {
    key.push_back(static_cast<std::int64_t>(day->steps.size()));
    for (const Step& step : day->steps) key.insert(key.end(), {step.n, static_cast<std::int64_t>(step.unit)});
  }
  const auto [at, is_new] = held_.try_emplace(std::move(key));
  if (!is_new) return at->second;
  const Lit lit = space_.sat().fresh();
  if (insert(form, {lit, -lit})) at->second = lit;
  return at->second;
}

bool Order::insert(Form form, Sides sides) {
  if (years_of(form.before.steps) + years_of(form.after.steps) > most_years) return false;
  Line line;
  for (const Step& step : form.before.steps) line.about -= days_of(step);
  for (const Step& step : form.after.steps) line.about += days_of(step);
  if (form.before.var > form.after.var) {  // A <= B denies B < A
    std::swap(form.before, form.after);
    form.strict = !form.strict;
    form.denied = !form.denied;
    line.about = -line.about;
  }
  if (form.denied) std::swap(sides.yes, sides.no);
  const auto months = [](const std::vector<Step>& steps) -> std::optional<std::int64_t> {
    if (steps.empty()) return 0;
    if (steps.size() > 1 || steps[0].unit == Unit::days) return std::nullopt;
    return steps[0].n * (steps[0].unit == Unit::years ? 12 : 1);
  };
  if (form.before.steps.empty()) line.months_after = months(form.after.steps);
  if (form.after.steps.empty()) line.months_before = months(form.before.steps);
  line.form = std::move(form);
  line.yes = sides.yes;
  line.no = sides.no;
  const std::pair vars{line.form.before.var, line.form.after.var};
  std::vector<Line>& lines = lines_[vars];
  const auto at = std::upper_bound(lines.begin(), lines.end(), line.about,
                                   [](std::int64_t about, const Line& l) { return about < l.about; });
  const Lit none[] = {space_.is_none(vars.first), space_.is_none(vars.second)};
  const auto from = at - std::min(neighbours, at - lines.begin());
  const auto to = at + std::min(neighbours, lines.end() - at);
  for (auto other = from; other != to; ++other) {
    if (implies(*other, line)) space_.sat().add({-other->yes, -line.no, none[0], none[1]});
    if (implies(line, *other)) space_.sat().add({-line.yes, -other->no, none[0], none[1]});
  }
  lines.insert(at, std::move(line));
  return true;
}

}  // namespace eligo::analysis
