// SPDX-License-Identifier: MIT
// Owns the schema as data: what a program decides and asks.
#include "interpreter/api/impl.hpp"
#include "interpreter/host/told_value.hpp"

namespace eligo {

namespace {

using grammar::TextId;

words::Context speaking(const check::Checked& checked, std::string_view language) {
  return words::Context{checked, words::language_index(checked, language), {}, {}, {}, {}, false};
}

std::string plain(const words::Context& c, TextId text) {
  return text == 0 ? std::string() : words::unfilled(c, text);
}

std::string name_of(const check::Checked& c, text::NameId id) {
  return std::string(c.names->view(id));
}

void add_choices(const words::Context& c, const check::FactDef& fact, FactInfo& info) {
  const check::Checked& checked = c.checked;
  if (fact.type.base == types::Base::enumeration) {
    const check::EnumDef& e = checked.enums[fact.type.of];
    for (check::Index i = 0; i < e.values.size(); ++i)
      info.choices.push_back(
          {name_of(checked, e.values[i].name), words::label_of_enum_value(c, fact.type.of, i)});
  } else if (fact.type.base == types::Base::key) {
    const check::TableDef& t = checked.tables[fact.type.of];
    types::Type key = fact.type;
    while (key.base == types::Base::key)
      key = checked.tables[key.of].columns[checked.tables[key.of].key].type;
    info.key_kind = api::kind_of(key.base);
    for (check::Index row = 0; row < t.rows; ++row)
      info.choices.push_back(
          {host::spell(checked, fact.type, types::Item{row}), words::label_of_row(c, fact.type.of, row)});
  }
  if (fact.type.or_none) info.none_label = words::label_of_none(c, fact.type);
}

}  // namespace

namespace api {

FactKind kind_of(types::Base base) {
  switch (base) {
    case types::Base::yes_or_no:
      return FactKind::yes_or_no;
    case types::Base::whole:
      return FactKind::whole;
    case types::Base::decimal:
      return FactKind::decimal;
    case types::Base::money:
      return FactKind::money;
    case types::Base::date:
      return FactKind::date;
    case types::Base::version:
      return FactKind::version;
    case types::Base::enumeration:
      return FactKind::enumeration;
    case types::Base::key:
      return FactKind::key;
    case types::Base::text:
    case types::Base::error:
      break;
  }
  return FactKind::text;
}

Value value_of(const check::Checked& checked, types::Type type, const types::Value& value) {
  return {kind_of(type.base), types::is_none(value), host::spell(checked, type, value)};
}

}  // namespace api

inline namespace v0 {

#define ELIGO_DIGITS_OF(number) #number
#define ELIGO_DIGITS(number) ELIGO_DIGITS_OF(number)
const char* version() noexcept {
  return ELIGO_DIGITS(ELIGO_VERSION_MAJOR) "." ELIGO_DIGITS(ELIGO_VERSION_MINOR) "." ELIGO_DIGITS(
      ELIGO_VERSION_PATCH);
}

Program::Program(std::unique_ptr<const Impl> impl) noexcept : impl_(std::move(impl)) {}
Program::~Program() = default;

std::string Program::ruleset() const noexcept {
  return api::guarded([&] { return name_of(impl_->checked, impl_->checked.ruleset); },
                      [] { return std::string(); });
}

std::string Program::title(std::string_view language) const noexcept {
  return api::guarded([&] { return words::title_of(speaking(impl_->checked, language)); },
                      [] { return std::string(); });
}

std::vector<std::string> Program::languages() const noexcept {
  return api::guarded(
      [&] {
        std::vector<std::string> out;
        for (const text::NameId id : impl_->checked.languages) out.push_back(name_of(impl_->checked, id));
        return out;
      },
      [] { return std::vector<std::string>(); });
}

std::vector<DecisionInfo> Program::decisions(std::string_view language) const noexcept {
  return api::guarded(
      [&] {
        const words::Context c = speaking(impl_->checked, language);
        std::vector<DecisionInfo> out;
        for (check::Index i = 0; i < c.checked.decisions.size(); ++i) {
          const check::DecisionDef& d = c.checked.decisions[i];
          out.push_back({name_of(c.checked, d.name), words::label_of_decision(c, i), d.is_typed,
                         d.is_typed ? api::kind_of(d.type.base) : FactKind::yes_or_no});
        }
        return out;
      },
      [] { return std::vector<DecisionInfo>(); });
}

std::vector<FactInfo> Program::facts(std::string_view language) const noexcept {
  return api::guarded(
      [&] {
        const words::Context c = speaking(impl_->checked, language);
        std::vector<FactInfo> out;
        for (check::Index i = 0; i < c.checked.facts.size(); ++i) {
          const check::FactDef& fact = c.checked.facts[i];
          const grammar::FactDecl& syntax = *fact.syntax;
          FactInfo info;
          info.name = name_of(c.checked, fact.name);
          info.kind = api::kind_of(fact.type.base);
          info.admits_none = fact.type.or_none;
          info.is_private = fact.is_private;
          const bool list = fact.list != check::nowhere;  // its range is that of its length
          if (fact.from && !list) info.from = api::value_of(c.checked, fact.type, *fact.from);
          if (fact.to && !list) info.to = api::value_of(c.checked, fact.type, *fact.to);
          if (fact.presumed) info.presumed = api::value_of(c.checked, fact.type, *fact.presumed);
          info.label = plain(c, syntax.label);
          info.question = plain(c, syntax.ask);
          info.can_change_by = plain(c, syntax.can_change_by);
          info.cost = syntax.cost.value_or(1);
          add_choices(c, fact, info);
          if (list) {
            info.kind = FactKind::list;
            info.at_most = c.checked.lists[fact.list].at_most;
          }
          if (fact.member_of != check::nowhere) {
            info.list = c.checked.lists[fact.member_of].fact;
            info.member = fact.member + 1;
          }
          if (fact.whole != nullptr) info.field = name_of(c.checked, syntax.name.id);
          info.place =
              api::place_of(*impl_->loaded.sources,
                            fact.whole != nullptr ? syntax.name.span : c.checked.ast->decls[fact.decl].span);
          out.push_back(std::move(info));
        }
        return out;
      },
      [] { return std::vector<FactInfo>(); });
}

std::vector<SourceInfo> Program::sources() const noexcept {
  return api::guarded(
      [&] {
        const words::Context c = speaking(impl_->checked, {});
        std::vector<SourceInfo> out;
        for (const check::SourceDef& s : c.checked.sources) {
          const auto& syntax = std::get<grammar::SourceDecl>(c.checked.ast->decls[s.decl].body);
          SourceInfo info{name_of(c.checked, s.name), plain(c, syntax.title), plain(c, syntax.publisher),
                          plain(c, syntax.url), ""};
          if (syntax.checked) info.checked = types::Date{*syntax.checked}.iso();
          out.push_back(std::move(info));
        }
        return out;
      },
      [] { return std::vector<SourceInfo>(); });
}

LineInfo Program::line(std::uint32_t index, std::string_view language) const noexcept {
  return api::guarded(
      [&] {
        LineInfo info;
        if (index >= impl_->checked.lines.size()) return info;
        const words::Context c = speaking(impl_->checked, language);
        const check::LineDef& line = c.checked.lines[index];
        info.id = line.id;
        const std::size_t slash = line.id.find('/');
        info.owner = line.id.substr(0, slash);
        info.line = line.name != 0 ? name_of(c.checked, line.name) : line.id.substr(slash + 1);
        info.label = words::label_of_line(c, index);
        info.message = plain(c, line.syntax->otherwise);
        for (const grammar::Citation& cite : line.syntax->cites)
          info.sources.push_back(name_of(c.checked, cite.source.id));
        info.place = api::place_of(*impl_->loaded.sources, line.syntax->span);
        return info;
      },
      [] { return LineInfo(); });
}

std::optional<std::uint32_t> Program::slot(std::string_view fact) const noexcept {
  return api::guarded(
      [&]() -> std::optional<std::uint32_t> {
        const check::Index i = impl_->index->find(fact);
        if (i == check::nowhere) return std::nullopt;
        return i;
      },
      []() -> std::optional<std::uint32_t> { return std::nullopt; });
}

std::uint64_t Program::work_bound() const noexcept {
  return impl_->program.work_bound;
}

std::string Program::content_hash() const noexcept {
  return api::guarded([&] { return impl_->hash; }, [] { return std::string(); });
}

}  // namespace v0
}  // namespace eligo
