// SPDX-License-Identifier: MIT
// Owns the reading of leaves as "this day is not after that one", and the comparison of two such.
#include "interpreter/analysis/order.hpp"

#include <algorithm>
#include <iterator>

namespace eligo::analysis {

using grammar::Unit;
using program::Node;
using program::Op;
using types::Date;

namespace {

constexpr std::int32_t period = 146'097;  // days of 400 years
constexpr std::int64_t most_years = 1'000;
constexpr std::ptrdiff_t neighbours = 8;
// Far enough from both ends of the calendar that nothing moved leaves it.
constexpr int base_year = 4'800;

}  // namespace

/// Reads the leaves of one program.
class Order::Reader {
 public:
  Reader(const program::Program& program, const Axes& axes) : program_(program), axes_(axes) {}
  [[nodiscard]] std::optional<Form> form_of(const Leaf& leaf) const;

 private:
  [[nodiscard]] std::optional<std::int64_t> whole_of(NodeId id) const;
  [[nodiscard]] std::optional<Day> day_of(NodeId id) const;
  [[nodiscard]] std::optional<Form> between_form(NodeId between, NodeId number, bool number_first,
                                                 bool strict) const;

  const program::Program& program_;
  const Axes& axes_;
};

std::optional<std::int64_t> Order::Reader::whole_of(NodeId id) const {
  const Node& n = program_.nodes[id];
  if (n.op != Op::constant) return std::nullopt;
  const types::Possible& p = program_.constants[n.payload];
  if (!p.is_exact() || p.none || p.base != types::Base::whole || p.lo > 1'000'000 || p.lo < -1'000'000)
    return std::nullopt;
  return static_cast<std::int64_t>(p.lo);
}

std::optional<Order::Day> Order::Reader::day_of(NodeId id) const {
  Day day;
  for (;;) {
    const Node& n = program_.nodes[id];
    if (n.op == Op::slot && n.type.base == types::Base::date) {
      day.var = axes_.var(n.payload);
      std::reverse(day.steps.begin(), day.steps.end());
      return day;
    }
    if (n.op != Op::shift) return std::nullopt;
    const std::optional<std::int64_t> by = whole_of(program_.child(n, 1));
    if (!by) return std::nullopt;
    day.steps.push_back({n.backwards ? -*by : *by, n.unit});
    id = program_.child(n, 0);
  }
}

// K <= full years from A to B: A + K years <= B.
std::optional<Order::Form> Order::Reader::between_form(NodeId between, NodeId number, bool number_first,
                                                       bool strict) const {
  const Node& n = program_.nodes[between];
  std::optional<std::int64_t> least = whole_of(number);
  if (n.op != Op::between || !least) return std::nullopt;
  std::optional<Day> before = day_of(program_.child(n, 0)), after = day_of(program_.child(n, 1));
  if (!before || !after) return std::nullopt;
  if (number_first == strict) ++*least;
  before->steps.push_back({*least, n.unit});
  return Form{std::move(*before), std::move(*after), false, !number_first, program_.missing_days};
}

std::optional<Order::Form> Order::Reader::form_of(const Leaf& leaf) const {
  const Node& n = program_.nodes[leaf.node];
  if (n.op != Op::less && n.op != Op::less_equal) return std::nullopt;
  const bool strict = n.op == Op::less;
  const NodeId left = program_.child(n, 0), right = program_.child(n, 1);
  if (auto form = between_form(right, left, true, strict)) return form;
  if (auto form = between_form(left, right, false, strict)) return form;
  std::optional<Day> before = day_of(left), after = day_of(right);
  if (!before || !after) return std::nullopt;
  return Form{std::move(*before), std::move(*after), strict, false, program_.missing_days};
}

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

// For each `after` of a period, the last `before` with which the form holds, less `after`.
std::vector<std::int32_t> Order::offsets_of(const Form& form) {
  std::vector<std::int32_t> offsets(period);
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
  for (std::int32_t i = 0; i < period; ++i) {
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

void Order::add(const program::Program& program, const Axes& axes, const Leaf& leaf, Sides sides) {
  std::optional<Form> form = Reader(program, axes).form_of(leaf);
  if (!form || form->before.var == form->after.var) return;
  Line line;
  std::int64_t years = 0;
  for (const Day* day : {&form->before, &form->after}) {
    for (const Step& step : day->steps) {
      const std::int64_t days = step.n * (step.unit == Unit::years    ? 365
                                          : step.unit == Unit::months ? 30
                                                                      : 1);
      line.about += day == &form->after ? days : -days;
      years += std::abs(days) / 365 + 1;
    }
  }
  if (years > most_years) return;
  if (form->before.var > form->after.var) {  // A <= B denies B < A
    std::swap(form->before, form->after);
    form->strict = !form->strict;
    form->denied = !form->denied;
    line.about = -line.about;
  }
  if (form->denied) std::swap(sides.yes, sides.no);
  const auto months = [](const std::vector<Step>& steps) -> std::optional<std::int64_t> {
    if (steps.empty()) return 0;
    if (steps.size() > 1 || steps[0].unit == Unit::days) return std::nullopt;
    return steps[0].n * (steps[0].unit == Unit::years ? 12 : 1);
  };
  if (form->before.steps.empty()) line.months_after = months(form->after.steps);
  if (form->after.steps.empty()) line.months_before = months(form->before.steps);
  line.form = std::move(*form);
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
}

}  // namespace eligo::analysis
