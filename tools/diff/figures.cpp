// SPDX-License-Identifier: MIT
// Owns the comparison of values that are written, stretch by stretch of law days.
#include "tools/diff/figures.hpp"

#include <algorithm>
#include <optional>

#include "interpreter/program/exact.hpp"
#include "interpreter/types/sort_unique.hpp"
#include "interpreter/words/words.hpp"
#include "tools/render/plural.hpp"

namespace eligo::diff {

namespace {

using program::Op;

constexpr std::size_t most_figures = 40;

struct Written {
  program::DayRange days;
  const types::Possible* figure = nullptr;
};

const types::Possible* figure_of(const program::Program& program, analysis::NodeId id) {
  const program::Node& n = program.nodes[id];
  return n.op == Op::constant ? &program.constants[n.payload] : nullptr;
}

// Nothing where any version of it is calculated.
std::vector<Written> written_of(const program::Program& program, analysis::NodeId root) {
  const program::Node& n = program.nodes[root];
  std::vector<Written> all;
  if (n.op != Op::value_versions) {
    all.push_back({{}, figure_of(program, root)});
  } else {
    for (std::uint32_t i = 0; i < n.count; ++i)
      all.push_back({program.version_ranges[n.payload + i], figure_of(program, program.child(n, i))});
  }
  const bool is_written =
      std::all_of(all.begin(), all.end(), [](const Written& one) { return one.figure != nullptr; });
  return is_written ? all : std::vector<Written>{};
}

const types::Possible* on(const std::vector<Written>& all, std::int32_t day) {
  for (const Written& one : all)
    if (one.days.from <= day && day <= one.days.to) return one.figure;
  return nullptr;
}

/// Days on which there is one change.
struct Becoming {
  std::int32_t from, to;
  const types::Possible *before, *after;
};

bool is_covered(const types::Possible& figure) {
  return figure.is_exact();
}

bool is_same(const types::Possible* a, const types::Possible* b) {
  if (a == nullptr || b == nullptr) return a == b;
  if (!is_covered(*a) || !is_covered(*b)) return is_covered(*a) == is_covered(*b);
  return program::same_exact(*a, *b);
}

std::vector<Becoming> changes_of(const std::vector<Written>& before, const std::vector<Written>& after) {
  std::vector<std::int32_t> begins{types::Date::min_days};
  for (const auto* side : {&before, &after}) {
    for (const Written& one : *side) {
      begins.push_back(one.days.from);
      if (one.days.to < types::Date::max_days) begins.push_back(one.days.to + 1);
    }
  }
  types::sort_unique(begins);
  std::vector<Becoming> all;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const Becoming next{begins[i], i + 1 < begins.size() ? begins[i + 1] - 1 : types::Date::max_days,
                        on(before, begins[i]), on(after, begins[i])};
    if (is_same(next.before, next.after)) continue;
    const bool goes_on = !all.empty() && all.back().to + 1 == next.from &&
                         is_same(all.back().before, next.before) && is_same(all.back().after, next.after);
    if (goes_on)
      all.back().to = next.to;
    else
      all.push_back(next);
  }
  return all;
}

std::string days_of(const Phrases& phrases, const Becoming& change) {
  const bool begins = change.from > types::Date::min_days, ends = change.to < types::Date::max_days;
  if (!begins && !ends) return "";
  const std::string from = phrases.language->date(types::Date{change.from}),
                    to = phrases.language->date(types::Date{change.to});
  return ", " + phrases.law_days(begins ? &from : nullptr, ends ? &to : nullptr);
}

}  // namespace

std::vector<std::string> changed_figures(const Both& programs) {
  const check::Checked &before = programs[0]->checked, &after = programs[1]->checked;
  const words::Context was = programs.reader(0), is = programs.reader(1);
  const Phrases& phrases = programs.phrases();
  std::vector<std::string> all;
  for (std::uint32_t b = 0; b < after.values.size(); ++b) {
    const std::string_view name = programs[1]->loaded.names->view(after.values[b].name);
    for (std::uint32_t a = 0; a < before.values.size(); ++a) {
      if (programs[0]->loaded.names->view(before.values[a].name) != name) continue;
      const std::vector<Written> old = written_of(programs[0]->program, programs[0]->program.values[a].root),
                                 now = written_of(programs[1]->program, programs[1]->program.values[b].root);
      if (old.empty() || now.empty()) continue;
      const auto said = [&](const words::Context& context, const types::Possible* figure, types::Type type) {
        if (figure == nullptr) return std::string(phrases.nothing);
        if (!is_covered(*figure)) return std::string(phrases.not_covered);
        return words::print(context, figure->exact(), type);
      };
      for (const Becoming& change : changes_of(old, now))
        all.push_back(phrases.figure(words::label_of_value(is, b) + days_of(phrases, change),
                                     said(was, change.before, before.values[a].type),
                                     said(is, change.after, after.values[b].type)));
    }
  }
  render::cut(all, most_figures, phrases.more_figures);
  return all;
}

}  // namespace eligo::diff
