// SPDX-License-Identifier: MIT
// Owns a checked tree that holds facts only, made by hand.
#include "schema.hpp"

#include "interpreter/check/literals.hpp"

namespace eligo::host::testing {
namespace {

using types::Base;
using types::Type;
using types::Value;

struct Maker {
  Schema& schema;

  std::uint32_t enumeration(const char* name, std::initializer_list<const char*> values, bool lists_none) {
    check::EnumDef& made = schema.checked.enums.emplace_back();
    made.name = schema.names.intern(name);
    for (const char* value : values) made.values.push_back({schema.names.intern(value), 0, {}});
    made.lists_none = lists_none;
    return static_cast<std::uint32_t>(schema.checked.enums.size() - 1);
  }

  std::uint32_t table(const char* name, Type key, std::vector<Value> keys) {
    check::TableDef& made = schema.checked.tables.emplace_back();
    made.name = schema.names.intern(name);
    made.rows = static_cast<check::Index>(keys.size());
    for (check::Index row = 0; row < made.rows; ++row)
      made.row_of[check::key_text(keys[row], key, schema.checked)] = row;
    made.columns.push_back({schema.names.intern("code"), 0, key, std::move(keys)});
    return static_cast<std::uint32_t>(schema.checked.tables.size() - 1);
  }

  /// A list of records, with the facts that it stands for.
  void list(const std::string& name, std::uint32_t at_most,
            std::initializer_list<std::pair<const char*, Base>> fields) {
    check::RecordDef record;
    for (const auto& [field, base] : fields)
      record.fields.push_back({schema.names.intern(field), {base, false, 0}, nullptr});
    schema.checked.lists.push_back({static_cast<check::Index>(schema.checked.facts.size()),
                                    static_cast<check::Index>(schema.checked.records.size()), at_most,
                                    static_cast<std::uint32_t>(fields.size())});
    schema.checked.records.push_back(std::move(record));
    check::FactDef& whole = fact(name.c_str(), Base::whole);
    whole.from = std::int64_t{0};
    whole.to = std::int64_t{at_most};
    whole.list = 0;
    for (std::uint32_t m = 0; m < at_most; ++m)
      for (const auto& [field, base] : fields) {
        check::FactDef& of_member = fact((name + "[" + std::to_string(m + 1) + "]." + field).c_str(), base);
        of_member.member_of = 0;
        of_member.member = m;
      }
  }

  check::FactDef& fact(const char* name, Base base, bool or_none = false, std::uint32_t of = 0) {
    check::FactDef& made = schema.checked.facts.emplace_back();
    made.name = schema.names.intern(name);
    made.type = {base, or_none, of};
    return made;
  }
};

const Schema& schema() {
  static const std::unique_ptr<const Schema> made = [] {
    auto whole = std::make_unique<Schema>();
    whole->checked.names = &whole->names;
    Maker make{*whole};
    const auto os = make.enumeration("os", {"android", "ios"}, false);
    const auto kinds = make.enumeration("id_kind", {"national_id", "passport", "residence_card"}, true);
    const auto countries = make.enumeration("country", {"FR", "BE", "ES", "PT", "DE", "IT", "AT"}, false);
    const auto departments =
        make.table("departments", {Base::text, false, 0},
                   {std::string("01"), std::string("02"), std::string("2A"), std::string("Côte d'Or")});
    const auto years = make.table("years", {Base::whole, false, 0}, {std::int64_t{2024}, std::int64_t{2025}});

    auto& age = make.fact("age", Base::whole);
    age.from = std::int64_t{0};
    age.to = std::int64_t{150};
    make.fact("income", Base::money).is_private = true;
    make.fact("share", Base::decimal);
    make.fact("born", Base::date, true);
    make.fact("phone.os", Base::enumeration, false, os);
    make.fact("phone.version", Base::version);
    make.fact("id.kind", Base::enumeration, true, kinds);
    make.fact("id.country", Base::enumeration, false, countries);
    make.fact("id.expires", Base::date);
    make.fact("citizen", Base::yes_or_no);
    make.fact("name", Base::text);
    make.fact("nickname", Base::text, true);
    make.fact("department", Base::key, false, departments);
    make.fact("year", Base::key, false, years);
    make.fact("pin", Base::key, false, departments).is_private = true;
    make.fact("size", Base::decimal).from = *types::Decimal::parse("0.5");
    make.fact("big", Base::whole);
    make.fact("home.income", Base::money);
    make.fact("home.born", Base::date);
    make.list("household", 3, {{"income", Base::money}, {"born", Base::date}});
    return whole;
  }();
  return *made;
}

}  // namespace

const FactIndex& facts() {
  static const FactIndex index(schema().checked);
  return index;
}

check::Index fact(std::string_view name) {
  return facts().find(name);
}

}  // namespace eligo::host::testing
