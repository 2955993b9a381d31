// SPDX-License-Identifier: MIT
// Owns how numbers, words, texts and `none` are read in the type of the other side, or refused.
#include <algorithm>

#include "grammar/text/suggest.hpp"
#include "interpreter/check/cells.hpp"
#include "interpreter/check/literals.hpp"
#include "interpreter/check/typing.hpp"
#include "interpreter/types/nfc.hpp"

namespace eligo::check {

using grammar::ExprKind;
using types::Base;

namespace {

constexpr std::size_t searched_rows = 5'000;  // larger tables are not walked for a suggestion

Type without_none(Type type) {
  type.or_none = false;
  return type;
}

}  // namespace

// The type that an open node has where nothing gives it one.
Type Typing::settle(ExprId e) {
  if (e == 0) return {};
  const grammar::Expr& x = node(e);
  switch (open_[e]) {
    case Open::no:
      break;
    case Open::whole:
      fit(e, {Base::whole, false, 0});
      break;
    case Open::point:
      fit(e, {Base::decimal, false, 0});
      break;
    case Open::dotted:
      fit(e, {Base::version, false, 0});
      break;
    case Open::text:
      if (x.kind == ExprKind::text) {
        fit(e, {Base::text, false, 0});
        break;
      }
      [[fallthrough]];
    case Open::word:
    case Open::none:
    case Open::group:
    case Open::mixed:
      if (x.kind == ExprKind::when && open_[e] == Open::mixed) {
        settle_cases(e);
      } else if (x.kind == ExprKind::when || x.kind == ExprKind::each) {
        for (std::uint32_t i = 0; i < x.count; ++i) settle(c_.ast.child(x, i));
      } else if (x.kind == ExprKind::none) {
        c_.say(Code::type_never_none, x.span, "`none` stands where nothing can be none")
            .help.push_back("ask with `is none` or `is not none`");
      } else {
        unknown(e);
      }
      fail(e);
      break;
  }
  return type(e);
}

bool Typing::fit(ExprId e, Type due) {
  todo_.clear();
  todo_.push_back({e, due});
  while (!todo_.empty()) {
    const auto [next, next_due] = todo_.back();
    todo_.pop_back();
    if (next != 0 && is_open(next)) fit_one(next, next_due);
  }
  return !is_error(e);
}

void Typing::fit_all(std::span<const ExprId> nodes, Type due) {
  for (const ExprId e : nodes)
    if (e != 0 && is_open(e)) fit(e, due);
}

void Typing::fit_one(ExprId e, Type due) {
  const grammar::Expr& x = node(e);
  if (due.base == Base::error) {  // follows from something said: nothing more
    fail(e);
    for (std::uint32_t i = 0; i < x.count; ++i) todo_.push_back({c_.ast.child(x, i), due});
    return;
  }
  switch (x.kind) {
    case ExprKind::number:
      fit_number(e, e, false, due);
      break;
    case ExprKind::text:
      fit_text(e, due);
      break;
    case ExprKind::name:
      fit_word(e, due);
      break;
    case ExprKind::none:
      if (due.or_none) {
        set(e, due);
        set_constant(e, types::None{});
      } else if (c_.may_list_none(due) || c_.misspells_none(due)) {
        fail(e);
      } else {
        c_.say(Code::type_never_none, x.span, "expected " + c_.words(due) + ", found `none`")
            .help.push_back("none is possible only where the declaration says `or none`");
        missed_none(due);
        fail(e);
      }
      break;
    case ExprKind::when:
      set(e, due);
      for (std::uint32_t i = 1; i < x.count; i += 2) todo_.push_back({c_.ast.child(x, i), due});
      todo_.push_back({c_.ast.child(x, x.count - 1), due});
      break;
    case ExprKind::each:
      set(e, due);
      todo_.push_back({c_.ast.child(x, x.count - 1), due});
      break;
    case ExprKind::negate:
      if (const ExprId digits = c_.ast.child(x, 0); node(digits).kind == ExprKind::number) {
        fit_number(e, digits, true, due);
        break;
      }
      [[fallthrough]];
    default:
      fit_calculation(e, due);
      break;
  }
}

// `e` is the literal with its sign, `digits` the number in it; they are the same where there is no sign.
void Typing::fit_number(ExprId e, ExprId digits, bool negative, Type due) {
  std::string_view written = c_.sources.view(node(digits).span);
  written = written.substr(0, written.find_first_not_of("0123456789."));
  const bool percent = node(digits).op == grammar::Op::percent;
  const bool is_key = due.base == Base::key;
  const Type key = is_key ? c_.out.tables[due.of].columns[c_.out.tables[due.of].key].type : without_none(due);
  if (key.base == Base::error) return fail(e);  // of a table whose key was reported
  std::string why;
  std::optional<Value> value;
  if (key.base != Base::text) value = number_as({written, negative, percent}, key.base, why);
  if (is_key && value) {
    const auto& rows = c_.out.tables[due.of].row_of;
    const auto row = rows.find(key_text(*value, key, c_.out));
    if (row == rows.end()) {
      unknown_key(e, due, c_.sources.view(node(e).span));
      value.reset();
    } else {
      value = types::Item{row->second};
    }
  } else if (!value) {
    if (is_key && key.base == Base::text) {
      const TableDef& table = c_.out.tables[due.of];
      const auto& rows = table.row_of;
      std::string padded(written);
      for (int i = 0; i < 3 && rows.find(padded) == rows.end(); ++i) padded.insert(0, 1, '0');
      why = "keys of " + c_.tick(table.name) + " are written in quotes";
      if (rows.find(padded) != rows.end())
        why += ": `\"" + padded + "\"`";
      else if (table.rows > 0)
        why += ", as in `\"" + key_text(table.columns[table.key].cells[0], key, c_.out) + "\"`";
    }
    misfit(e, due, why);
  }
  if (!value) {
    fail(e);
    fail(digits);
    return;
  }
  set(e, without_none(due));
  set_constant(e, *value);
  if (digits == e) return;
  set(digits, without_none(due));
  if (auto unsigned_value = number_as({written, false, percent}, key.base, why))
    set_constant(digits, *unsigned_value);
}

void Typing::fit_text(ExprId e, Type due) {
  for (const grammar::TextPiece& piece : c_.ast.pieces_of(node(e).value)) {
    if (piece.path == 0) continue;
    c_.say(Code::text_placeholder, c_.ast.paths[piece.path].span, "a text in a condition has no placeholders")
        .help.push_back("write `{{` and `}}` for the characters themselves");
    fail(e);
    return;
  }
  const std::string characters = c_.plain(node(e).value);
  if (due.base == Base::text) {
    set(e, without_none(due));
    set_constant(e, characters);
    return;
  }
  if (due.base == Base::key) {
    const TableDef& table = c_.out.tables[due.of];
    if (const Base key = table.columns.empty() ? Base::error : table.columns[table.key].type.base;
        key == Base::text) {
      const auto row = table.row_of.find(types::key_form(characters));
      if (row != table.row_of.end()) {
        set(e, without_none(due));
        set_constant(e, types::Item{row->second});
        return;
      }
      unknown_key(e, due, characters);
      fail(e);
      return;
    } else if (key == Base::error) {
      fail(e);
      return;
    }
  }
  misfit(e, due, "");
  fail(e);
}

void Typing::fit_word(ExprId e, Type due) {
  const NameId name = c_.ast.paths[node(e).value].id;
  if (open_[e] == Open::group) {
    unknown(e);
    fail(e);
    return;
  }
  if (due.base == Base::enumeration) {
    const Index item = c_.item(due.of, name);
    if (item != nowhere) {
      c_.out.refs[e] = {Ref::Kind::enum_value, due.of, item};
      set(e, due);
      set_constant(e, types::Item{item});
      return;
    }
    unknown_value(e, due);
  } else if (due.base == Base::key && c_.any_item(name) != nullptr) {
    const TableDef& table = c_.out.tables[due.of];
    const Type key = table.columns[table.key].type;
    const auto row = table.row_of.find(std::string(c_.view(name)));
    if (key.base == Base::enumeration && row != table.row_of.end()) {
      c_.out.refs[e] = {Ref::Kind::enum_value, key.of, c_.item(key.of, name)};
      set(e, without_none(due));
      set_constant(e, types::Item{row->second});
      return;
    }
    unknown_key(e, due, c_.view(name));
  } else if (c_.any_item(name) != nullptr) {
    misfit(e, due, quote(e) + " is a value of an enum");
  } else {
    unknown(e);
  }
  fail(e);
}

// What is calculated from numbers alone takes the type that is due: `income <= 12 * 100`.
void Typing::fit_calculation(ExprId e, Type due) {
  const grammar::Expr& x = node(e);
  due = without_none(due);
  if (!due.is_number()) {
    misfit(e, due, "");
    due = Type{};
  }
  set(e, due);
  const bool factors =
      x.kind == ExprKind::arithmetic && (x.op == grammar::Op::multiply || x.op == grammar::Op::divide);
  for (std::uint32_t i = 0; i < x.count; ++i) {
    const ExprId child = c_.ast.child(x, i);
    Type child_due = due;
    if (factors && due.base == Base::money && i == 1)
      child_due.base = open_[child] == Open::whole ? Base::whole : Base::decimal;
    todo_.push_back({child, child_due});
  }
}

void Typing::misfit(ExprId e, Type due, const std::string& help) {
  const grammar::Expr& x = node(e);
  auto& d = c_.say(Code::type_literal, x.span, "expected " + c_.words(due) + ", found " + quote(e));
  if (!help.empty()) d.help.push_back(help);
  if (x.kind == ExprKind::text) {
    const std::string inside = c_.plain(x.value);
    std::string why;
    const bool is_none = due.or_none && inside == "none";
    if (due.base == Base::key) due = c_.out.tables[due.of].columns[c_.out.tables[due.of].key].type;
    const bool fits = is_none                         ? true
                      : due.base == Base::date        ? types::Date::parse(inside).has_value()
                      : due.base == Base::enumeration ? c_.item(due.of, c_.names.find(inside)) != nowhere
                      : due.base == Base::yes_or_no
                          ? inside == "yes" || inside == "no"
                          : number_as({inside, false, false}, due.base, why).has_value();
    if (!fits) return;
    d.help.push_back("write it without quotes: `" + inside + "`");
    d.fixes.push_back({"leave the quotes out", {{x.span, inside}}});
  } else if (x.kind == ExprKind::number && due.base == Base::date) {
    d.help.push_back("a date is written like `2025-05-26`");
  } else if (x.kind == ExprKind::number && due.base == Base::text) {
    const std::string quoted = "\"" + std::string(c_.sources.view(x.span)) + "\"";
    d.help.push_back("a text stands in quotes: `" + quoted + "`");
    d.fixes.push_back({"put it in quotes", {{x.span, quoted}}});
  }
}

void Typing::unknown_key(ExprId e, Type due, std::string_view written) {
  if (c_.may_be_key(due, written)) return;
  const TableDef& table = c_.out.tables[due.of];
  auto& d =
      c_.say(Code::table_unknown_key, node(e).span, quote(e) + " is not a key of " + c_.tick(table.name));
  c_.missed(Among::keys, table.name, c_.view(c_.names.intern(types::key_form(written))));
  if (due.or_none && written == "none") {
    d.help.push_back("write it without quotes: `none`");
    d.fixes.push_back({"leave the quotes out", {{node(e).span, "none"}}});
    return;
  }
  const bool quotes = table.columns[table.key].type.base == Base::text;
  const auto offer = [&](const std::string& key) {
    const std::string right = quotes ? "\"" + key + "\"" : key;
    d.help.push_back("did you mean `" + right + "`?");
    d.fixes.push_back({"write `" + right + "`", {{node(e).span, right}}});
  };
  std::string near = types::key_form(written);
  for (int i = 0; i < 3; ++i) {
    near.insert(0, 1, '0');
    if (table.row_of.count(near) != 0) return offer(near);
  }
  near = types::key_form(written);
  near.erase(0, std::min(near.find_first_not_of('0'), near.size()));
  if (table.row_of.count(near) != 0) {
    d.help.push_back("the table has `" + near + "`: did a spreadsheet drop its `0`?");
    return;
  }
  for (const std::string& other : in_other_letters(types::key_form(written)))
    if (table.row_of.count(other) != 0) return offer(other);
  if (table.rows > searched_rows || !c_.may_search(table.rows)) return;
  for (const TableDef::Column& column : table.columns) {
    for (Index row = 0; row < column.cells.size(); ++row) {
      const auto* cell = std::get_if<std::string>(&column.cells[row]);
      if (cell == nullptr || types::key_form(*cell) != types::key_form(written)) continue;
      d.help.push_back(quote(e) + " is the " + c_.tick(column.name) + " of another key");
      return offer(key_text(table.columns[table.key].cells[row], table.columns[table.key].type, c_.out));
    }
  }
  if (written.size() < 3) return;  // any other short key is near
  std::vector<std::string> keys;
  for (const auto& [key, row] : table.row_of) keys.push_back(key);
  std::sort(keys.begin(), keys.end());
  const std::vector<std::string_view> views(keys.begin(), keys.end());
  const std::string_view found = text::nearest(written, views);
  if (!found.empty() && text::is_alone_nearest(written, found, views)) offer(std::string(found));
}

}  // namespace eligo::check
