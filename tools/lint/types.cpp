// SPDX-License-Identifier: MIT
// Looks for types in whatever has one.
#include "tools/lint/types.hpp"

namespace eligo::lint {

bool is_told(const check::Checked& checked, types::Base base, check::Index of) {
  const auto is_it = [&](const types::Type& type) { return type.base == base && type.of == of; };
  for (const check::FactDef& fact : checked.facts)
    if (is_it(fact.type)) return true;
  for (const check::RecordDef& record : checked.records)
    for (const check::RecordDef::Field& field : record.fields)
      if (is_it(field.type)) return true;
  for (const check::TableDef& table : checked.tables)
    for (const check::TableDef::Column& column : table.columns)
      if (is_it(column.type)) return true;
  return false;
}

bool is_result(const check::Checked& checked, check::Index of) {
  const auto is_it = [&](const types::Type& type) {
    return type.base == types::Base::enumeration && type.of == of;
  };
  for (const check::ValueDef& value : checked.values)
    if (is_it(value.type)) return true;
  for (const check::DecisionDef& decision : checked.decisions)
    if (decision.is_typed && is_it(decision.type)) return true;
  return false;
}

}  // namespace eligo::lint
