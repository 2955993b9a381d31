// SPDX-License-Identifier: MIT
// Owns what stands behind the opaque types of the public header. Internal to api/ and verify/.
#pragma once

#include <memory>
#include <optional>
#include <span>
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

namespace api {

/// The numbers that a fact takes (see eval::number_of), where they are all that is to be asked of a value told of it: of no
/// list, no text, no decimal.
struct Plain {
  types::Base base = types::Base::error;
  bool or_none = false;  // and, of items, the number after the last
  std::int64_t from = 0, to = -1;
};
[[nodiscard]] std::vector<Plain> plain_facts(const check::Checked& checked, const program::Program& program);

}  // namespace api

struct Program::Impl {
  host::Loaded loaded;  // the checked tree refers to its Ast and Names
  check::Checked checked;
  program::Program program;
  std::vector<api::Plain> plain;  // by fact
  std::unique_ptr<host::FactIndex> index;
  std::string hash;
  Limits limits;
  // Whoever keeps this can tell the program from a later one at the same address.
  std::shared_ptr<const char> mark = std::make_shared<const char>(0);
};

struct Facts::Impl {
  explicit Impl(const Program& program)
      : of(&program),
        plain(program.impl().plain),
        told(program.impl().checked.facts.size()),
        profile(program.impl().program) {}
  [[nodiscard]] bool is_told(std::uint32_t slot) const { return profile.is_retold(slot) || told[slot]; }
  [[nodiscard]] std::optional<types::Told> told_of(std::uint32_t slot) const;

  const Program* of;
  std::span<const api::Plain> plain;
  std::vector<std::optional<types::Told>>
      told;  // but for facts that are retold: those stand in the profile alone
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
[[nodiscard]] std::optional<types::Date> day_of(const Date& day);

/// Evaluates; the internal twin of eligo::evaluate that may throw.
[[nodiscard]] Outcome evaluate(const Program& program, std::uint32_t decision, const eval::Profile& profile,
                               types::Date as_of, types::Date law_day, bool reasons, bool needs);

}  // namespace api
}  // namespace eligo
