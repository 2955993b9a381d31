// SPDX-License-Identifier: MIT
// Owns what is told of one person in the form that the program reads: a row of known conditions and the
// possible values of each fact.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "interpreter/program/program.hpp"
#include "interpreter/types/told.hpp"

namespace eligo::eval {

/// The facts alone: the days of an evaluation stand in its scratch. A value type, made for one program, which
/// must outlive it. Telling checks nothing: host/profile does.
class Profile {
 public:
  enum class Status : std::uint8_t { untold, exactly, in_part };

  explicit Profile(const program::Program& program);

  void tell(std::uint32_t slot, const types::Told& told);
  /// An exact value, or any set of possible values.
  void tell(std::uint32_t slot, types::Possible possible);
  /// How a number (see number_of) is written into the possible values of a fact.
  enum class Shape : std::uint8_t { nothing, item, number, version };

  /// The same as telling the exact value of that number, where the last thing told of the slot had a number of that shape
  /// too; else false, and nothing is changed. Never allocates. A stream of people tells the same facts again and again: what
  /// a chart does not read is found when it is asked for.
  template <Shape shape>
  [[nodiscard]] bool retell(std::uint32_t slot, std::int64_t number) {
    State& state = states_[slot];
    if (state.shape != shape) return false;
    types::Possible& told = told_[slot];
    if constexpr (shape == Shape::item) {
      told.none = number == state.universe;
      told.some = !told.none;
      if (told.none)
        told.items.become_empty();
      else
        told.items.become(static_cast<std::uint32_t>(number));
    } else if constexpr (shape == Shape::version) {
      told.lo = told.hi = static_cast<std::uint64_t>(number) ^ (std::uint64_t{1} << 63);
    } else {
      told.lo = told.hi = number;
    }
    numbers_[slot] = number;
    if (!state.is_retold) {
      state.status = Status::exactly;
      state.coded = nullptr;
      state.is_retold = true;
      exact_[slot / 64] |= std::uint64_t{1} << (slot % 64);
    }
    return true;
  }
  /// All that is told of it is a number, by `retell`.
  [[nodiscard]] bool is_retold(std::uint32_t slot) const { return states_[slot].is_retold; }
  void forget(std::uint32_t slot);

  [[nodiscard]] Status status(std::uint32_t slot) const { return states_[slot].status; }
  /// Told exactly, or not told at all and presumed: nothing about it is open.
  [[nodiscard]] bool is_known(std::uint32_t slot) const {
    return states_[slot].status == Status::exactly || is_presumed(slot);
  }
  [[nodiscard]] bool is_presumed(std::uint32_t slot) const;
  [[nodiscard]] const types::Possible& possible(std::uint32_t slot) const;
  /// The values that `one of` named, where an ordered fact was told so (its possible values are the range
  /// around them); else empty.
  [[nodiscard]] const std::vector<types::Possible>& choices(std::uint32_t slot) const {
    return choices_[slot];
  }
  [[nodiscard]] program::Row row(std::uint32_t slot) const;
  /// A bit a slot: set where `number` is what was told.
  [[nodiscard]] const std::vector<std::uint64_t>& exact_slots() const { return exact_; }
  /// What was told exactly, as a number (see number_of).
  [[nodiscard]] std::int64_t number(std::uint32_t slot) const { return numbers_[slot]; }
  [[nodiscard]] const program::Program& program() const { return *program_; }

 private:
  struct State {
    program::Row coded = nullptr;  // of the program's own rows; of what is retold, found when it is asked for
    std::uint32_t universe = 0;
    Status status = Status::untold;
    Shape shape = Shape::nothing;  // what was told last is an exact value that has a number
    bool is_retold = false;
  };
  [[nodiscard]] Shape shape_of(std::uint32_t slot) const;
  const program::Program* program_;
  std::vector<State> states_;
  std::vector<types::Possible> told_;
  std::vector<std::vector<types::Possible>> choices_;
  std::vector<std::vector<std::uint64_t>> rows_;  // made when told, where there is no code
  std::vector<std::vector<std::uint64_t>> presumed_rows_;
  std::vector<std::uint64_t> exact_;
  std::vector<std::int64_t> numbers_;  // by slot
};

/// An exact value as a number that is ordered as the values are: the item (none comes after the last one), the whole, the
/// day; of a version, its packed form with the first bit turned. Nothing for the rest, and for a number that is none.
[[nodiscard]] std::optional<std::int64_t> number_of(const types::Possible& exact, std::uint32_t universe = 0);

[[nodiscard]] inline std::int64_t number_of_version(std::uint64_t packed) {
  return static_cast<std::int64_t>(packed ^ (std::uint64_t{1} << 63));
}

/// The possible values of something told of a fact.
[[nodiscard]] types::Possible possible_of(const types::Told& told, const program::Slot& slot);

}  // namespace eligo::eval
