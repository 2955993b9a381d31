// SPDX-License-Identifier: MIT
// Owns the coding of told values.
#include "interpreter/eval/profile.hpp"

#include <limits>

#include "interpreter/types/fault.hpp"

namespace eligo::eval {

using types::Fault;
using types::Possible;
using types::Told;

Profile::Profile(const program::Program& program)
    : program_(&program),
      states_(program.slots.size()),
      told_(program.slots.size()),
      choices_(program.slots.size()),
      rows_(program.slots.size()),
      presumed_rows_(program.slots.size()),
      exact_((program.slots.size() + 63) / 64),
      numbers_(program.slots.size()) {
  for (std::uint32_t s = 0; s < program.today(); ++s) {
    const program::Slot& slot = program.slots[s];
    if (!slot.presumed || program::row_of(slot, *slot.presumed) != nullptr) continue;
    presumed_rows_[s].resize(std::size_t{2} * slot.domain.words);
    program::make_row(slot, program.columns, *slot.presumed, presumed_rows_[s].data());
  }
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
      return number_of_version(static_cast<std::uint64_t>(exact.lo));
    }
    default:
      return std::nullopt;
  }
}

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
      Possible p = types::exactly(told.values.front(), slot.type, slot.universe);
      for (const types::Value& v : told.values)
        p = types::unite(p, types::exactly(v, slot.type, slot.universe));
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
  if (!choices_[slot].empty()) states_[slot].shape = Shape::nothing;
}

// Items are told in place with none among them; a number that is none has another form than the others.
Profile::Shape Profile::shape_of(std::uint32_t slot) const {
  const program::Slot& s = program_->slots[slot];
  if (states_[slot].coded == nullptr && s.domain.words != 0) return Shape::nothing;
  if (types::fault(Fault::none_equals_not_told)) return Shape::nothing;
  if (!s.type.is_ordered()) return Shape::item;
  return s.type.base == types::Base::version ? Shape::version : Shape::number;
}

void Profile::forget(std::uint32_t slot) {
  exact_[slot / 64] &= ~(std::uint64_t{1} << (slot % 64));
  State& state = states_[slot];
  state.status = Status::untold;
  state.coded = nullptr;
  state.is_retold = false;
  if (!choices_[slot].empty()) choices_[slot].clear();
}

void Profile::tell(std::uint32_t slot, Possible possible) {
  const program::Slot& s = program_->slots[slot];
  State& state = states_[slot];
  choices_[slot].clear();
  exact_[slot / 64] &= ~(std::uint64_t{1} << (slot % 64));
  if (types::fault(Fault::none_equals_not_told) && possible.none && !possible.some) {
    state = State{};
    return;
  }
  if (types::fault(Fault::presumption_beats_told) && s.presumed) {
    state = State{};
    return;
  }
  state.status = possible.is_exact() ? Status::exactly : Status::in_part;
  state.coded = state.status == Status::exactly ? program::row_of(s, possible) : nullptr;
  told_[slot] = std::move(possible);
  state.is_retold = false;
  state.shape = Shape::nothing;
  state.universe = s.universe;
  if (state.status == Status::exactly) {
    if (const auto number = number_of(told_[slot], s.universe)) {
      state.shape = shape_of(slot);
      if (told_[slot].none)
        told_[slot].items = types::ItemSet::nothing(s.universe);  // the next one may be an item
      numbers_[slot] = *number;
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

const Possible& Profile::possible(std::uint32_t slot) const {
  if (states_[slot].status != Status::untold) return told_[slot];
  const program::Slot& s = program_->slots[slot];
  return s.presumed ? *s.presumed : s.anything;
}

program::Row Profile::row(std::uint32_t slot) const {
  const State& state = states_[slot];
  if (state.coded != nullptr) return state.coded;
  const program::Slot& s = program_->slots[slot];
  if (state.is_retold) return program::row_of(s, told_[slot]);
  if (state.status != Status::untold) return rows_[slot].data();
  if (!s.presumed) return s.domain.untold.data();
  const program::Row coded = program::row_of(s, *s.presumed);
  return coded != nullptr ? coded : presumed_rows_[slot].data();
}

}  // namespace eligo::eval
