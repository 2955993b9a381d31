// SPDX-License-Identifier: MIT
// Owns the making of cuts, codes and rows.
#include "interpreter/program/domains.hpp"

#include <algorithm>
#include <unordered_map>

#include "interpreter/types/fault.hpp"

namespace eligo::program {

using builtins::Truth;
using types::Base;
using types::Decimal;
using types::Int128;
using types::Possible;

namespace {

constexpr std::size_t most_row_words = 8u
                                       << 20;  // 64 MiB of rows a fact; beyond that rows are made when told

Int128 power_of_ten(int n) {
  Int128 p = 1;
  for (int i = 0; i < n; ++i) p *= 10;
  return p;
}

// Numbers of the grid have more digits than 64 bits hold: two parts of them do not.
constexpr std::int64_t grid_part = 1'000'000'000'000'000'000;

Int128 as_whole(const Decimal& d) {
  if (const auto small = d.to_whole()) return *small;
  static const Decimal one_part(grid_part), of_part = *Decimal::parse("0.000000000000000001");
  const Decimal high = *Decimal::round_product(d, of_part, Decimal(1), types::RoundMode::down);
  const Decimal low = *Decimal::subtract(d, *Decimal::multiply(high, one_part));
  return Int128{*high.to_whole()} * grid_part + *low.to_whole();
}

// The digits of a decimal as a number on the grid, rounded up.
Int128 scaled_ceil(const Decimal& d) {
  static constexpr int most = types::told_integer_digits + 1;
  if (d.integer_digits() >= most) return power_of_ten(most + types::told_places) * (d.is_negative() ? -1 : 1);
  static const Decimal steps(10'000'000'000);
  if (d.places() <= types::told_places) return as_whole(*Decimal::multiply(d, steps));
  const Decimal down = *Decimal::round_product(d, steps, Decimal(1), types::RoundMode::down);
  return as_whole(down) + (d.is_negative() ? 0 : 1);
}

Decimal from_grid(Int128 point) {
  static const Decimal step = *Decimal::parse("0.0000000001"), step_of_part(grid_part / 10'000'000'000);
  const Decimal low = *Decimal::multiply(Decimal(static_cast<std::int64_t>(point % grid_part)), step);
  const auto high = static_cast<std::int64_t>(point / grid_part);
  return high == 0 ? low : *Decimal::add(low, *Decimal::multiply(Decimal(high), step_of_part));
}

void set_bit(std::uint64_t* row, std::uint32_t words, std::uint32_t bit, Truth truth) {
  if (truth.state == Truth::yes) row[bit / 64] |= std::uint64_t{1} << (bit % 64);
  if (truth.state == Truth::no) row[words + bit / 64] |= std::uint64_t{1} << (bit % 64);
}

// The points where a condition about an ordered fact itself may change. Values of a decimal stand between the
// points of the grid too; where there are none, a bound changes at one point alone.
void add_cuts(const SlotCondition& c, std::vector<Int128>& cuts) {
  for (const Possible& operand : c.operands) {
    if (!operand.some) continue;
    const Int128 at = grid_ceil(operand);
    const bool steps = operand.is_discrete();
    if (!steps || c.kind != SlotCondition::Kind::at_most) cuts.push_back(at);
    if (!steps || c.kind != SlotCondition::Kind::at_least) cuts.push_back(at + 1);
  }
}

// The items for which a condition about the item itself is yes; nothing where it asks a column.
std::optional<types::ItemSet> items_of(const SlotCondition& c, std::uint32_t universe) {
  using Kind = SlotCondition::Kind;
  if (c.column != nowhere || (c.kind != Kind::is && c.kind != Kind::one_of && c.kind != Kind::is_none))
    return std::nullopt;
  types::ItemSet items = types::ItemSet::nothing(universe);
  for (const Possible& operand : c.operands)
    if (operand.some) items.add(operand.items.single());
  return items;
}

}  // namespace

Int128 grid_ceil(const Possible& exact) {
  return exact.is_decimal() ? scaled_ceil(exact.decimal_lo) : exact.lo;
}

GridRange grid_range(const Possible& p) {
  if (!p.is_decimal()) return {p.lo, p.hi};
  const Int128 end = power_of_ten(types::told_integer_digits + types::told_places) - 1;
  return {p.has_lo ? scaled_ceil(p.decimal_lo) : -end, p.has_hi ? -scaled_ceil(-p.decimal_hi) : end};
}

Possible at_grid(types::Type type, Int128 point) {
  Possible p;
  p.base = type.base;
  p.of = type.of;
  p.some = true;
  if (p.is_decimal()) {
    p.decimal_lo = p.decimal_hi = from_grid(point);
    p.has_lo = p.has_hi = true;
    p.places = p.decimal_lo.places();
  } else {
    p.lo = p.hi = point;
  }
  return p;
}

Possible at_grid(const Possible& like, Int128 point) {
  return at_grid(types::Type{like.base, false, like.of}, point);
}

Possible column_of(const Column& column, const Possible& key) {
  Possible cells;
  cells.base = column.type.base;
  cells.of = column.type.of;
  bool first = true;
  for (const std::uint32_t row : key.items.items()) {
    const Possible cell = types::exactly((*column.cells)[row], column.type, column.universe);
    cells = first ? cell : types::unite(cells, cell);
    first = false;
    if (types::fault(types::Fault::untold_key_is_first_row)) break;
  }
  cells.none = cells.none || key.none;  // the column of a key that is none is none
  cells.invalid = key.invalid;
  return cells;
}

namespace {

Truth ask_values(const SlotCondition& c, const Possible& asked) {
  using Kind = SlotCondition::Kind;
  switch (c.kind) {
    case Kind::at_least:
      return builtins::less_equal(c.operands[0], asked);
    case Kind::at_most:
      return builtins::less_equal(asked, c.operands[0]);
    case Kind::above:
      return builtins::less(c.operands[0], asked);
    case Kind::below:
      return builtins::less(asked, c.operands[0]);
    case Kind::is:
      return builtins::equal(asked, c.operands[0]);
    case Kind::one_of:
      return c.listed.member(asked);
    case Kind::is_none:
      return builtins::is_none(asked);
    case Kind::starts_with:
      return builtins::starts_with(asked, c.operands[0]);
  }
  return {};
}

}  // namespace

Truth ask(const SlotCondition& c, const std::vector<Column>& columns, const Possible& fact) {
  return ask_values(c, c.column == nowhere ? fact : column_of(columns[c.column], fact));
}

void make_row(const Slot& slot, const std::vector<Column>& columns, const Possible& fact,
              std::uint64_t* out) {
  const Domain& d = slot.domain;
  std::fill(out, out + std::size_t{2} * d.words, 0);
  for (std::uint32_t i = 0; i < d.conditions.size(); ++i)
    set_bit(out, d.words, i, ask(d.conditions[i], columns, fact));
}

namespace {

// A region differs from the one below it only in the conditions that change at its first point.
void make_regions(Slot& slot, const std::vector<Column>& columns) {
  Domain& d = slot.domain;
  std::vector<std::pair<Int128, std::uint32_t>> changes;  // point, condition
  std::vector<Int128> points;
  for (std::uint32_t i = 0; i < d.conditions.size(); ++i) {
    points.clear();
    add_cuts(d.conditions[i], points);
    for (const Int128 point : points) changes.emplace_back(point, i);
  }
  std::sort(changes.begin(), changes.end());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
  for (const auto& change : changes)
    if (d.cuts.empty() || d.cuts.back() != change.first) d.cuts.push_back(change.first);
  const std::size_t row_size = std::size_t{2} * d.words;
  if ((d.cuts.size() + 2) * row_size > most_row_words) {
    d.cuts.clear();
    return;
  }
  d.codes = static_cast<std::uint32_t>(d.cuts.size() + 1);
  d.rows.resize((d.codes + std::size_t{1}) * row_size);
  std::uint64_t* row = d.rows.data();
  make_row(slot, columns, at_grid(slot.type, d.cuts.empty() ? 0 : d.cuts.front() - 1), row);
  auto change = changes.begin();
  for (const Int128 cut : d.cuts) {
    std::copy(row, row + row_size, row + row_size);
    row += row_size;
    const Possible here = at_grid(slot.type, cut);
    for (; change != changes.end() && change->first == cut; ++change) {
      const std::uint32_t i = change->second;
      const std::uint64_t others = ~(std::uint64_t{1} << (i % 64));
      row[i / 64] &= others;
      row[d.words + i / 64] &= others;
      set_bit(row, d.words, i, ask(d.conditions[i], columns, here));
    }
  }
  d.coded = true;
}

// Items that no condition tells apart share a code.
void make_items(Slot& slot, const std::vector<Column>& columns) {
  Domain& d = slot.domain;
  const std::size_t row_size = std::size_t{2} * d.words;
  std::vector<std::uint64_t> row(row_size);
  std::vector<std::optional<types::ItemSet>> yes;  // by condition
  for (const SlotCondition& c : d.conditions) yes.push_back(items_of(c, slot.universe));
  std::unordered_map<std::string, std::uint32_t> known;
  Possible item;
  item.base = slot.type.base;
  item.of = slot.type.of;
  item.some = true;
  for (std::uint32_t i = 0; i < slot.universe; ++i) {
    item.items = types::ItemSet::only(i, slot.universe);
    std::fill(row.begin(), row.end(), 0);
    for (std::uint32_t c = 0; c < d.conditions.size(); ++c)
      set_bit(row.data(), d.words, c,
              yes[c] ? Truth{yes[c]->has(i) ? Truth::yes : Truth::no, false}
                     : ask(d.conditions[c], columns, item));
    const auto [it, fresh] = known.try_emplace(
        std::string(reinterpret_cast<const char*>(row.data()), row_size * sizeof(std::uint64_t)), d.codes);
    if (fresh) {
      d.rows.insert(d.rows.end(), row.begin(), row.end());
      ++d.codes;
    }
    d.item_codes.push_back(it->second);
  }
  d.rows.resize((d.codes + std::size_t{1}) * row_size);
  d.coded = true;
}

}  // namespace

void seal(Slot& slot, const std::vector<Column>& columns) {
  Domain& d = slot.domain;
  for (SlotCondition& c : d.conditions) {
    if (c.kind != SlotCondition::Kind::one_of) continue;
    std::vector<const Possible*> list;
    for (const Possible& p : c.operands) list.push_back(&p);
    c.listed = builtins::Listed(list);
  }
  d.words = static_cast<std::uint32_t>((d.conditions.size() + 63) / 64);
  d.untold.resize(std::size_t{2} * d.words);
  make_row(slot, columns, slot.anything, d.untold.data());
  if (d.conditions.empty() || slot.type.base == Base::text) return;
  slot.type.is_ordered() ? make_regions(slot, columns) : make_items(slot, columns);
  if (!d.coded) return;
  Possible none;
  none.base = slot.type.base;
  none.of = slot.type.of;
  none.none = true;
  make_row(slot, columns, none, d.rows.data() + std::size_t{2} * d.words * d.codes);
}

namespace {

Row row_of_code(const Domain& d, std::size_t code) {
  return d.rows.data() + code * 2 * d.words;
}

}  // namespace

Row row_of_item(const Slot& slot, std::uint32_t item) {
  const Domain& d = slot.domain;
  if (!d.coded) return nullptr;
  return row_of_code(d, item < slot.universe ? d.item_codes[item] : d.codes);
}

Row row_at(const Slot& slot, Int128 point) {
  const Domain& d = slot.domain;
  if (!d.coded) return nullptr;
  return row_of_code(
      d, static_cast<std::size_t>(std::upper_bound(d.cuts.begin(), d.cuts.end(), point) - d.cuts.begin()));
}

Row row_of(const Slot& slot, const Possible& exact) {
  const Domain& d = slot.domain;
  if (!d.coded) return nullptr;
  if (exact.none) return row_of_code(d, d.codes);
  return slot.type.is_ordered() ? row_at(slot, grid_ceil(exact)) : row_of_item(slot, exact.items.single());
}

}  // namespace eligo::program
