// SPDX-License-Identifier: MIT
// Owns the telling of facts through the public interface.
#include "interpreter/api/impl.hpp"
#include "interpreter/host/profile.hpp"
#include "interpreter/host/told_value.hpp"

namespace eligo {

std::optional<types::Told> Facts::Impl::told_of(std::uint32_t slot) const {
  if (!profile.is_number(slot)) return told[slot];
  types::Told now;
  now.value = profile.possible(slot).exact();
  return now;
}

inline namespace v0 {

namespace {

using types::Base;
using types::Told;

const host::FactIndex& index_of(const Facts::Impl& f) {
  return *f.of->impl().index;
}

void forget_slot(Facts::Impl& f, std::uint32_t slot) {
  f.told[slot].reset();
  f.profile.forget(slot);
}

std::optional<std::uint32_t> length_of(const Facts::Impl& f, check::Index list) {
  const std::optional<Told>& told = f.told[f.of->impl().checked.lists[list].fact];
  if (!told) return std::nullopt;
  return static_cast<std::uint32_t>(std::get<std::int64_t>(told->value));
}

host::Lengths lengths_of(const Facts::Impl& f) {
  host::Lengths lengths;
  for (check::Index list = 0; list < f.of->impl().checked.lists.size(); ++list)
    lengths.push_back(length_of(f, list));
  return lengths;
}

// A field of a member that the told list does not have.
bool is_absent(const Facts::Impl& f, std::uint32_t slot) {
  const check::FactDef& def = f.of->impl().checked.facts[slot];
  if (def.member_of == check::nowhere) return false;
  const auto length = length_of(f, def.member_of);
  return length && def.member >= *length;
}

// Nothing can be told of members that are not there: their cells take no number either.
void keep_length(Facts::Impl& f, std::uint32_t slot, std::int64_t length) {
  const check::Checked& checked = f.of->impl().checked;
  const check::ListDef& list = checked.lists[checked.facts[slot].list];
  for (std::uint32_t m = 0; m < list.at_most; ++m)
    for (std::uint32_t field = 0; field < list.fields; ++field) {
      const std::uint32_t s = list.member(m, field);
      forget_slot(f, s);  // a list that is told anew has other members
      f.profile.cells()[s] = m < length ? f.of->impl().cells[s] : FactCell{};
    }
}

// Each may be there again.
void forget_length(Facts::Impl& f, std::uint32_t slot) {
  const check::Checked& checked = f.of->impl().checked;
  const check::ListDef& list = checked.lists[checked.facts[slot].list];
  const std::uint32_t length = length_of(f, checked.facts[slot].list).value_or(list.at_most);
  for (check::Index s = list.member(length, 0); s < list.member(list.at_most, 0); ++s)
    f.profile.cells()[s] = f.of->impl().cells[s];
}

void keep(Facts::Impl& f, std::uint32_t slot, const Told& told) {
  if (index_of(f).is_list(slot)) keep_length(f, slot, std::get<std::int64_t>(told.value));
  f.profile.tell(slot, told);
  f.told[slot] = told;
}

bool set_exactly(Facts::Impl& f, std::uint32_t slot, types::Value value) noexcept {
  return api::guarded(
      [&] {
        if (slot >= f.told.size()) return false;
        Told told;
        told.value = std::move(value);
        if (is_absent(f, slot) || host::check_told(index_of(f), slot, told)) return false;
        keep(f, slot, told);
        return true;
      },
      [] { return false; });
}

// The members of a list as JSON, in the form that `tell` takes.
std::string told_list(const Facts::Impl& f, std::uint32_t slot) {
  const check::Checked& checked = f.of->impl().checked;
  const check::ListDef& list = checked.lists[checked.facts[slot].list];
  std::vector<host::Telling> all;
  for (std::uint32_t s = slot; s <= slot + list.at_most * list.fields; ++s)
    if (auto told = f.told_of(s)) all.emplace_back(s, std::move(*told));
  const std::string json = host::profile_json(index_of(f), all);  // {"household": […]}, perhaps in groups
  const std::size_t begin = json.find('['), end = json.rfind(']');
  return json.substr(begin, end + 1 - begin);
}

bool is_of(const Facts::Impl& f, std::uint32_t slot, Base base) {
  const types::Base found = slot < f.told.size() ? f.profile.program().slots[slot].type.base : Base::error;
  return found == base || (found == Base::key && base == Base::enumeration);
}

// All of it, or nothing where something is refused. A list before its members, which may stand before it in the text.
Errors keep_all(Facts::Impl& f, host::Profile profile) {
  if (!profile.errors.empty()) return std::move(profile.errors);
  const host::FactIndex& index = index_of(f);
  for (const auto& [slot, told] : profile.told)
    if (index.is_list(slot)) keep(f, slot, told);
  for (const auto& [slot, told] : profile.told)
    if (!index.is_list(slot)) keep(f, slot, told);
  return {};
}

// What is told for the first time, what has no cell, and what must be refused.
template <typename T>
bool tell_exactly(Facts::Impl& f, std::uint32_t slot, Base base, T value) noexcept {
  return is_of(f, slot, base) && set_exactly(f, slot, value);
}

}  // namespace

Facts::Facts(const Program& program) noexcept
    : impl_(api::guarded([&] { return std::make_unique<Impl>(program); },
                         [] { return std::unique_ptr<Impl>(); })) {
  find_cells();
}
Facts::~Facts() = default;
Facts::Facts(const Facts& other) noexcept
    : impl_(api::guarded([&] { return std::make_unique<Impl>(*other.impl_); },
                         [] { return std::unique_ptr<Impl>(); })) {
  find_cells();
}
Facts& Facts::operator=(const Facts& other) noexcept {
  if (this != &other) *this = Facts(other);
  return *this;
}
Facts::Facts(Facts&& other) noexcept : impl_(std::move(other.impl_)) {
  find_cells();
  other.find_cells();
}
Facts& Facts::operator=(Facts&& other) noexcept {
  impl_ = std::move(other.impl_);
  find_cells();
  other.find_cells();
  return *this;
}

void Facts::find_cells() noexcept {
  cells_ = impl_ ? impl_->profile.cells().data() : nullptr;
  cell_count_ = impl_ ? static_cast<std::uint32_t>(impl_->profile.cells().size()) : 0;
}

Errors Facts::tell(std::string_view fact, std::string_view value) noexcept {
  return api::guarded(
      [&]() -> Errors {
        const host::FactIndex& index = index_of(*impl_);
        const check::Index slot = index.find(fact);
        if (slot == check::nowhere) return {host::unknown_fact(index, fact)};
        if (index.is_list(slot))
          return keep_all(*impl_, host::read_list(index, slot, value, impl_->of->impl().limits));
        const host::ToldOrError read = host::read_told(index, slot, value);
        if (const Error* error = std::get_if<Error>(&read)) return {*error};
        if (is_absent(*impl_, slot)) return {host::absent_member(index, slot)};
        keep(*impl_, slot, std::get<Told>(read));
        return {};
      },
      [] { return Errors{api::out_of_memory()}; });
}

Errors Facts::tell_json(std::string_view json) noexcept {
  return api::guarded(
      [&]() -> Errors {
        const host::FactIndex& index = index_of(*impl_);
        return keep_all(*impl_,
                        host::read_profile(index, json, impl_->of->impl().limits, lengths_of(*impl_)));
      },
      [] { return Errors{api::out_of_memory()}; });
}

bool Facts::tell_yes_no(std::uint32_t slot, bool value) noexcept {
  return impl_->profile.tell_number(slot, FactCell::Kind::yes_or_no, value ? 1 : 0) ||
         tell_exactly(*impl_, slot, Base::yes_or_no, value);
}

bool Facts::tell_whole(std::uint32_t slot, std::int64_t value) noexcept {
  return impl_->profile.tell_number(slot, FactCell::Kind::whole, value) ||
         tell_exactly(*impl_, slot, Base::whole, value);
}

bool Facts::set_day(std::uint32_t slot, int year, int month, int day) noexcept {
  if (!types::Date::exists(year, month, day)) return false;
  const types::Date told = types::Date::from_civil(year, month, day);
  return keep_number(slot, FactCell::Kind::date, told.days) ||
         impl_->profile.tell_number(slot, FactCell::Kind::date, told.days) ||
         tell_exactly(*impl_, slot, Base::date, told);
}

bool Facts::tell_version(std::uint32_t slot, std::uint64_t packed) noexcept {
  return impl_->profile.tell_number(slot, FactCell::Kind::version, FactCell::of_version(packed)) ||
         tell_exactly(*impl_, slot, Base::version, types::Version{packed});
}

bool Facts::tell_choice(std::uint32_t slot, std::uint32_t choice) noexcept {
  return impl_->profile.tell_number(slot, FactCell::Kind::choice, choice) ||
         tell_exactly(*impl_, slot, Base::enumeration, types::Item{choice});
}

bool Facts::set_none(std::uint32_t slot) noexcept {
  return impl_->profile.tell_no_item(slot) || set_exactly(*impl_, slot, types::None{});
}

bool Facts::set_text(std::uint32_t slot, std::string_view value) noexcept {
  return api::guarded(
      [&] {
        if (slot >= impl_->told.size() || is_absent(*impl_, slot)) return false;
        const host::ToldOrError read = host::read_value(index_of(*impl_), slot, value);
        if (!std::holds_alternative<Told>(read)) return false;
        keep(*impl_, slot, std::get<Told>(read));
        return true;
      },
      [] { return false; });
}

void Facts::forget(std::uint32_t slot) noexcept {
  if (slot >= impl_->told.size()) return;
  if (index_of(*impl_).is_list(slot)) forget_length(*impl_, slot);
  forget_slot(*impl_, slot);
}

void Facts::forget_all() noexcept {
  for (std::uint32_t slot = 0; slot < impl_->told.size(); ++slot) forget(slot);
}

bool Facts::is_told(std::uint32_t slot) const noexcept {
  return slot < impl_->told.size() && impl_->is_told(slot);
}

std::string Facts::told(std::uint32_t slot) const noexcept {
  return api::guarded(
      [&] {
        if (is_told(slot) && index_of(*impl_).is_list(slot)) return told_list(*impl_, slot);
        return is_told(slot) ? host::print_told(index_of(*impl_), slot, *impl_->told_of(slot))
                             : std::string();
      },
      [] { return std::string(); });
}

std::string Facts::to_json() const noexcept {
  return api::guarded(
      [&] {
        std::vector<host::Telling> all;
        for (std::uint32_t slot = 0; slot < impl_->told.size(); ++slot)
          if (auto told = impl_->told_of(slot)) all.emplace_back(slot, std::move(*told));
        return host::profile_json(index_of(*impl_), all);
      },
      [] { return std::string(); });
}

}  // namespace v0
}  // namespace eligo
