// SPDX-License-Identifier: MIT
// Owns what stands behind the opaque types of the public header. Internal to api/ and verify/.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "interpreter/answer/reasons.hpp"
#include "interpreter/check/checked.hpp"
#include "interpreter/eval/chart.hpp"
#include "interpreter/eval/evaluate.hpp"
#include "interpreter/host/fact_index.hpp"
#include "interpreter/host/load.hpp"
#include "interpreter/include/eligo/eligo.hpp"
#include "interpreter/program/program.hpp"
#include "interpreter/words/words.hpp"

namespace eligo {

struct Program::Impl {
  host::Loaded loaded;  // the checked tree refers to its Ast and Names
  check::Checked checked;
  program::Program program;
  std::vector<FactCell> cells;  // by fact, of somebody of whom nothing is told
  std::unique_ptr<host::FactIndex> index;
  std::string hash;
  Limits limits;
  // Whoever keeps this can tell the program from a later one at the same address.
  std::shared_ptr<const char> mark = std::make_shared<const char>(0);
};

struct Facts::Impl {
  explicit Impl(const Program& program)
      : of(&program),
        told(program.impl().checked.facts.size()),
        profile(program.impl().program, program.impl().cells) {}
  [[nodiscard]] bool is_told(std::uint32_t slot) const { return profile.is_number(slot) || told[slot]; }
  [[nodiscard]] std::optional<types::Told> told_of(std::uint32_t slot) const;

  const Program* of;
  std::vector<std::optional<types::Told>>
      told;  // but for facts told by number: those stand in the profile alone
  eval::Profile profile;
};

struct Scratch::Impl {
  eval::Scratch scratch;
  std::shared_ptr<const char> program;  // the mark of the program that the days and charts are of
  Date as_of{0, 0, 0};                  // the day of the scratch, as it was asked
  eval::Charts charts;
};

namespace api {

/// Runs a function of the library; what it throws ends here. std::bad_alloc and whatever else is `failed`'s
/// business.
template <typename F, typename G>
auto guarded(F&& f, G&& failed) noexcept -> decltype(f()) {
  try {
    return f();
  } catch (...) {
    return failed();
  }
}

[[nodiscard]] Place place_of(const text::SourceSet& sources, text::Span span);
[[nodiscard]] Diagnostic diagnostic_of(const text::SourceSet& sources, const text::Diagnostic& d);
[[nodiscard]] FactKind kind_of(types::Base base);
[[nodiscard]] Value value_of(const check::Checked& checked, types::Type type, const types::Value& value);
[[nodiscard]] Error out_of_memory();

/// A profile of its own on two days, for what texts ask about it.
[[nodiscard]] words::Context context_of(const Program& program, const Facts& facts, types::Date as_of,
                                        types::Date law_day, std::string_view language);
[[nodiscard]] inline std::optional<types::Date> day_of(const Date& day) {
  return types::Date::of(day.year, day.month, day.day);
}

/// Evaluates; the internal twin of eligo::evaluate that may throw.
[[nodiscard]] Outcome evaluate(const Program& program, std::uint32_t decision, const eval::Profile& profile,
                               types::Date as_of, types::Date law_day, bool reasons, bool needs);

/// Where a node is written that was found invalid: in what the line asks, or the decision.
[[nodiscard]] grammar::Span written_in(const Program::Impl& impl, std::uint32_t node, std::uint32_t decision,
                                       std::optional<std::uint32_t> line, types::Date law_day);

/// Of an undetermined outcome that is settled: it as it is then, with the reasons for that (see answer::settled_reasons_of).
/// Nothing for others, and where it is settled that nothing can be calculated.
[[nodiscard]] std::optional<Outcome> settled_outcome(const Program& program, std::uint32_t decision,
                                                     const eval::Profile& profile, const Outcome& outcome);

}  // namespace api
}  // namespace eligo
