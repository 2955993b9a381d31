// SPDX-License-Identifier: MIT
// Owns what is told of one person in the form that the program reads: a row of known conditions and the
// possible values of each fact.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "interpreter/include/eligo/fact_cell.hpp"
#include "interpreter/program/program.hpp"
#include "interpreter/types/told.hpp"

namespace eligo::eval {

/// The facts alone: the days of an evaluation stand in its scratch. A value type, made for one program, which
/// must outlive it. Telling checks nothing: host/profile does.
class Profile {
 public:
  enum class Status : std::uint8_t { untold, exactly, in_part };

  explicit Profile(const program::Program& program);
  /// Takes numbers, as the cells say.
  Profile(const program::Program& program, const std::vector<FactCell>& cells) : Profile(program) {
    cells_ = cells;
  }

  void tell(std::uint32_t slot, const types::Told& told);
  /// An exact value, or any set of possible values.
  void tell(std::uint32_t slot, types::Possible possible);
  /// The exact value of that number, where the slot takes it; else false, and nothing is changed. No more is done than to
  /// keep it: a stream of people tells the same facts again and again, and a chart reads nothing else. The other forms are
  /// made when they are asked for.
  [[nodiscard]] bool tell_number(std::uint32_t slot, FactCell::Kind kind, std::int64_t number) {
    if (slot >= cells_.size()) return false;
    FactCell& cell = cells_[slot];
    if (cell.kind != kind || !cell.takes(number)) return false;
    cell.number = number;
    if (!is_number(slot)) become_number(slot);
    return true;
  }
  /// None, likewise, of a slot of items.
  [[nodiscard]] bool tell_no_item(std::uint32_t slot) {
    if (slot >= cells_.size() || !cells_[slot].or_none) return false;
    cells_[slot].number = cells_[slot].none();
    if (!is_number(slot)) become_number(slot);
    return true;
  }
  /// All that is told of it is a number, by `tell_number` or in its cell.
  [[nodiscard]] bool is_number(std::uint32_t slot) const {
    return cells_[slot].ready != FactCell::Kind::nothing;
  }
  /// A cell a slot; they stay where they are for as long as the profile lives and nothing is assigned to it.
  [[nodiscard]] std::vector<FactCell>& cells() { return cells_; }
  void forget(std::uint32_t slot);

  [[nodiscard]] Status status(std::uint32_t slot) const { return states_[slot].status; }
  /// Told exactly, or not told at all and presumed: nothing about it is open.
  [[nodiscard]] bool is_known(std::uint32_t slot) const {
    return states_[slot].status == Status::exactly || is_presumed(slot);
  }
  [[nodiscard]] bool is_presumed(std::uint32_t slot) const;
  [[nodiscard]] types::Possible possible(std::uint32_t slot) const;
  /// The same without a copy; `room` is for what is not kept in this form.
  [[nodiscard]] const types::Possible& possible(std::uint32_t slot, types::Possible& room) const;
  /// The values that `one of` named, where an ordered fact was told so (its possible values are the range
  /// around them); else empty.
  [[nodiscard]] const std::vector<types::Possible>& choices(std::uint32_t slot) const {
    return choices_[slot];
  }
  [[nodiscard]] program::Row row(std::uint32_t slot) const;
  /// A bit a slot: set where `number` is what was told.
  [[nodiscard]] const std::vector<std::uint64_t>& exact_slots() const { return exact_; }
  /// What was told exactly, as a number (see number_of).
  [[nodiscard]] std::int64_t number(std::uint32_t slot) const { return cells_[slot].number; }
  [[nodiscard]] const program::Program& program() const { return *program_; }

 private:
  struct State {
    program::Row coded = nullptr;  // of the program's own rows
    Status status = Status::untold;
  };
  void become_number(std::uint32_t slot);
  const program::Program* program_;
  std::vector<FactCell> cells_;
  std::vector<State> states_;
  std::vector<types::Possible> told_;
  std::vector<std::vector<types::Possible>> choices_;
  std::vector<std::vector<std::uint64_t>> rows_;  // made when told, where there is no code
  std::vector<std::vector<std::uint64_t>> presumed_rows_;
  std::vector<std::uint64_t> exact_;
};

/// The cell of a slot; it takes nothing where an exact value is no number, or has no row in the program.
[[nodiscard]] FactCell cell_of(const program::Slot& slot);

/// An exact value as a number that is ordered as the values are: the item (none comes after the last one), the whole, the
/// day; of a version, its packed form with the first bit turned. Nothing for the rest, and for a number that is none.
[[nodiscard]] std::optional<std::int64_t> number_of(const types::Possible& exact, std::uint32_t universe = 0);

[[nodiscard]] inline std::uint64_t packed_version(std::int64_t number) {
  return static_cast<std::uint64_t>(number) ^ (std::uint64_t{1} << 63);
}

/// The possible values of something told of a fact.
[[nodiscard]] types::Possible possible_of(const types::Told& told, const program::Slot& slot);

}  // namespace eligo::eval
