// SPDX-License-Identifier: MIT
// Owns the coding of told values.
#include "interpreter/eval/profile.hpp"

#include <algorithm>
#include <limits>

#include "interpreter/types/fault.hpp"

namespace eligo::eval {

using types::Fault;
using types::Possible;
using types::Told;

Profile::Profile(const program::Program& program)
    : program_(&program),
      cells_(program.slots.size()),
      states_(program.slots.size()),
      told_(program.slots.size()),
      choices_(program.slots.size()),
      rows_(program.slots.size()),
      presumed_rows_(program.slots.size()),
      exact_((program.slots.size() + 63) / 64) {
  for (std::uint32_t s = 0; s < program.today(); ++s) {
    const program::Slot& slot = program.slots[s];
    if (!slot.presumed || program::row_of(slot, *slot.presumed) != nullptr) continue;
    presumed_rows_[s].resize(std::size_t{2} * slot.domain.words);
    program::make_row(slot, program.columns, *slot.presumed, presumed_rows_[s].data());
  }
}

FactCell cell_of(const program::Slot& slot) {
  using Kind = FactCell::Kind;
  using Numbers = std::numeric_limits<std::int64_t>;
  FactCell cell;
  if (slot.domain.words != 0 && !slot.domain.coded) return cell;
  // What is planted there is planted in what is told in full.
  if (types::fault(Fault::none_equals_not_told) || types::fault(Fault::presumption_beats_told)) return cell;
  const auto takes = [&cell](Kind kind, std::int64_t from, std::int64_t to) {
    if (from > to) return;
    cell.kind = kind;
    cell.from = from;
    cell.width = static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from);
  };
  const types::Possible& all = slot.anything;
  switch (slot.type.base) {
    case types::Base::yes_or_no:
    case types::Base::enumeration:
    case types::Base::key:
      takes(slot.type.base == types::Base::yes_or_no ? Kind::yes_or_no : Kind::choice, 0,
            std::int64_t{slot.universe} - 1);
      cell.or_none = slot.type.or_none && cell.kind != Kind::nothing;
      break;
    case types::Base::whole:
    case types::Base::date:
      takes(slot.type.base == types::Base::whole ? Kind::whole : Kind::date,
            static_cast<std::int64_t>(std::max<types::Int128>(all.lo, Numbers::min())),
            static_cast<std::int64_t>(std::min<types::Int128>(all.hi, Numbers::max())));
      break;
    case types::Base::version:
      takes(Kind::version, FactCell::of_version(static_cast<std::uint64_t>(all.lo)),
            FactCell::of_version(static_cast<std::uint64_t>(all.hi)));
      break;
    default:
      break;
  }
  return cell;
}

std::optional<std::int64_t> number_of(const Possible& exact, std::uint32_t universe) {
  switch (exact.base) {
    case types::Base::yes_or_no:
    case types::Base::enumeration:
    case types::Base::key:
      return exact.none ? universe : exact.items.single();
    case types::Base::whole:
    case types::Base::date:
      if (exact.none || exact.lo < std::numeric_limits<std::int64_t>::min() ||
          exact.lo > std::numeric_limits<std::int64_t>::max())
        return std::nullopt;
      return static_cast<std::int64_t>(exact.lo);
    case types::Base::version: {
      if (exact.none || exact.lo < 0 || exact.lo > std::numeric_limits<std::uint64_t>::max())
        return std::nullopt;
      return FactCell::of_version(static_cast<std::uint64_t>(exact.lo));
    }
    default:
      return std::nullopt;
  }
}

namespace {

// The number of an ordered value as a point of the grid of its slot.
types::Int128 point_of(const program::Slot& slot, std::int64_t number) {
  return slot.type.base == types::Base::version ? static_cast<types::Int128>(packed_version(number))
                                                : static_cast<types::Int128>(number);
}

Possible of_number(const program::Slot& slot, std::int64_t number) {
  if (slot.type.is_ordered()) return program::at_grid(slot.type, point_of(slot, number));
  if (number == slot.universe) return types::exactly(types::None{}, slot.type, slot.universe);
  return types::exactly_item(static_cast<std::uint32_t>(number), slot.type, slot.universe);
}

}  // namespace

Possible possible_of(const Told& told, const program::Slot& slot) {
  switch (told.kind) {
    case Told::Kind::exactly:
      return types::exactly(told.value, slot.type, slot.universe);
    case Told::Kind::range: {
      // A side that is not told is the declared one.
      Possible p = types::anything(types::Type{slot.type.base, false, slot.type.of}, slot.universe, told.from,
                                   told.to);
      if (!told.from) {
        p.lo = slot.anything.lo;
        p.has_lo = slot.anything.has_lo;
        p.decimal_lo = slot.anything.decimal_lo;
      }
      if (!told.to) {
        p.hi = slot.anything.hi;
        p.has_hi = slot.anything.has_hi;
        p.decimal_hi = slot.anything.decimal_hi;
      }
      if (p.has_lo && p.has_hi && p.decimal_lo == p.decimal_hi) p.places = p.decimal_lo.places();
      if (types::fault(Fault::range_excludes_its_end) && p.is_discrete() && p.lo < p.hi) --p.hi;
      return p;
    }
    case Told::Kind::one_of: {
      Possible p = types::one_of(told.values, slot.type, slot.universe);
      if (p.is_decimal() && !p.is_exact())
        p.places = types::told_places;  // an open decimal has any digits it may have
      return p;
    }
  }
  return {};
}

void Profile::tell(std::uint32_t slot, const Told& told) {
  const program::Slot& s = program_->slots[slot];
  tell(slot, possible_of(told, s));
  if (told.kind == Told::Kind::one_of && s.type.is_ordered())
    for (const types::Value& v : told.values) choices_[slot].push_back(types::exactly(v, s.type, s.universe));
}

void Profile::forget(std::uint32_t slot) {
  exact_[slot / 64] &= ~(std::uint64_t{1} << (slot % 64));
  states_[slot] = State{};
  cells_[slot].ready = FactCell::Kind::nothing;
  choices_[slot].clear();
}

void Profile::become_number(std::uint32_t slot) {
  forget(slot);
  states_[slot].status = Status::exactly;
  cells_[slot].ready = cells_[slot].kind;
  exact_[slot / 64] |= std::uint64_t{1} << (slot % 64);
}

void Profile::tell(std::uint32_t slot, Possible possible) {
  const program::Slot& s = program_->slots[slot];
  State& state = states_[slot];
  forget(slot);
  if (types::fault(Fault::none_equals_not_told) && possible.none && !possible.some) return;
  if (types::fault(Fault::presumption_beats_told) && s.presumed) return;
  state.status = possible.is_exact() ? Status::exactly : Status::in_part;
  state.coded = state.status == Status::exactly ? program::row_of(s, possible) : nullptr;
  told_[slot] = std::move(possible);
  if (state.status == Status::exactly) {
    if (const auto number = number_of(told_[slot], s.universe)) {
      cells_[slot].number = *number;
      exact_[slot / 64] |= std::uint64_t{1} << (slot % 64);
    }
  }
  if (state.coded == nullptr && s.domain.words != 0) {
    rows_[slot].resize(std::size_t{2} * s.domain.words);
    program::make_row(s, program_->columns, told_[slot], rows_[slot].data());
  }
}

bool Profile::is_presumed(std::uint32_t slot) const {
  return states_[slot].status == Status::untold && program_->slots[slot].presumed.has_value();
}

Possible Profile::possible(std::uint32_t slot) const {
  Possible room;
  return possible(slot, room);
}

const Possible& Profile::possible(std::uint32_t slot, Possible& room) const {
  const program::Slot& s = program_->slots[slot];
  if (is_number(slot)) return room = of_number(s, cells_[slot].number);
  if (states_[slot].status != Status::untold) return told_[slot];
  return s.presumed ? *s.presumed : s.anything;
}

program::Row Profile::row(std::uint32_t slot) const {
  const State& state = states_[slot];
  if (state.coded != nullptr) return state.coded;
  const program::Slot& s = program_->slots[slot];
  if (is_number(slot))
    return s.type.is_ordered() ? program::row_at(s, point_of(s, number(slot)))
                               : program::row_of_item(s, static_cast<std::uint32_t>(number(slot)));
  if (state.status != Status::untold) return rows_[slot].data();
  if (!s.presumed) return s.domain.untold.data();
  const program::Row coded = program::row_of(s, *s.presumed);
  return coded != nullptr ? coded : presumed_rows_[slot].data();
}

}  // namespace eligo::eval
