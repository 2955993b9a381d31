// SPDX-License-Identifier: MIT
// Owns which names there are: one entry for each declaration, duplicates and clashes refused, the header
// read.
#include <algorithm>

#include "interpreter/check/languages.hpp"
#include "interpreter/check/passes.hpp"

namespace eligo::check {
namespace {

using Kind = Entry::Kind;

class Declarer {
 public:
  explicit Declarer(Context& c) : c_(c) {}

  void run() {
    for (Index i = 0; i < c_.ast.decls.size(); ++i) {
      decl_ = i;
      const grammar::Decl& decl = c_.ast.decls[i];
      if (c_.is_unit(decl.span.source)) std::visit([&](const auto& body) { add(body); }, decl.body);
    }
    if (c_.header_decl == nowhere) no_header();
    if (c_.out.languages.empty()) c_.out.languages.push_back(c_.names.intern("en"));
    c_.rule_lines.resize(c_.out.rules.size());
    c_.decision_lines.resize(c_.out.decisions.size());
    for (const FactDef& fact : c_.out.facts) prefixes(fact);
  }

 private:
  // It has a version from a day on.
  [[nodiscard]] static bool is_dated(const grammar::Decl& decl) {
    return std::visit(
        [](const auto& body) {
          if constexpr (requires { body.versions; })
            return std::any_of(body.versions.begin(), body.versions.end(),
                               [](const auto& version) { return version.since || version.until; });
          return false;
        },
        decl.body);
  }
  // Enters a name into its space; false where it is missing or taken.
  bool enter(std::vector<Entry>& space, NameId id, Span span, Kind kind, std::size_t index) {
    if (id == 0) return false;
    Entry& entry = space[id];
    if (entry.kind == Kind::nothing) {
      entry = {kind, static_cast<Index>(index), decl_};
      return true;
    }
    const bool same = entry.kind == kind;
    if (same && c_.is_told_copy(span.source, c_.name_span(entry).source)) return false;
    auto& d = c_.say(Code::name_duplicate, span,
                     std::string(c_.article_word(kind)) + " named " + c_.tick(id) +
                         (same ? " is declared already" : " is declared, but the name is taken"));
    const bool is_type = kind == Kind::enumeration || kind == Kind::table || kind == Kind::record;
    c_.doubled(kind == Kind::source ? Among::sources : is_type ? Among::types : Among::things, 0, id);
    d.labels.push_back(
        {c_.name_span(entry),
         same ? "the first one" : std::string(c_.article_word(entry.kind)) + " with the same name"});
    if (same && is_dated(c_.ast.decls[decl_]))
      d.help.push_back("a change from a day on is written `amend " + std::string(c_.kind_word(kind)) + " " +
                       std::string(c_.view(id)) + "`");
    else
      d.help.push_back("give one of them another name");
    c_.help_with_copy(d, span.source, c_.name_span(entry).source);
    return false;
  }

  void add(const grammar::RulesetDecl& header) {
    if (!c_.is_own(c_.ast.decls[decl_].span.source)) {
      c_.foreign.insert(header.name.id);
      return;
    }
    if (c_.header_decl != nowhere) {
      auto& d = c_.say(Code::header_duplicate, c_.ast.decls[decl_].header, "a ruleset has only one header");
      d.labels.push_back({c_.out.ruleset_span, "the first one"});
      d.help.push_back("keep one of them; all files of the folder share it");
      const text::SourceId here = c_.ast.decls[decl_].header.source, there = c_.out.ruleset_span.source;
      static_cast<void>(c_.is_told_copy(here, there));
      c_.help_with_copy(d, here, there);
      return;
    }
    c_.header_decl = decl_;
    c_.out.ruleset = header.name.id;
    c_.out.ruleset_label = header.label;
    c_.out.ruleset_span = header.name ? header.name.span : c_.ast.decls[decl_].header;
    c_.out.currency = header.currency.id;
    if (header.currency) currency(header.currency);
    c_.missing_days = header.missing_days;
    c_.out.missing_days = header.missing_days == grammar::RulesetDecl::MissingDays::roll_back
                              ? types::MissingDays::roll_back
                              : types::MissingDays::roll_forward;
    for (const Word& language : header.languages) {
      if (!language) continue;
      const NameId id = code_of(language);
      auto& known = c_.out.languages;
      if (std::find(known.begin(), known.end(), id) == known.end())
        known.push_back(id);
      else
        c_.say(Code::header_language, language.span,
               "the language " + c_.tick(language.id) + " is named twice");
    }
  }

  // Codes of ISO 639: texts and `--lang` name them in the same letters.
  NameId code_of(const Word& language) {
    const std::string_view written = c_.view(language.id);
    const std::string right = language_meant(written);
    if (right == written) return language.id;
    const bool is_code = in_small_letters(written) == right;
    auto& d = c_.say(
        Code::header_language, language.span,
        is_code ? "expected a language in small letters, found " + c_.tick(language.id)
                : "expected the code of a language in two or three letters, found " + c_.tick(language.id));
    if (right.empty()) {
      d.help.push_back("the codes are those of ISO 639: `fr` for French");
      return language.id;
    }
    d.help.push_back("write `" + right + "`");
    d.fixes.push_back({"write `" + right + "`", {{language.span, right}}});
    return c_.names.intern(right);
  }

  // Codes of ISO 4217: `EUR` is printed as €, `eur` would be printed as it stands.
  void currency(const Word& code) {
    const std::string_view written = c_.view(code.id);
    const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    const bool is_code = written.size() == 3 && std::all_of(written.begin(), written.end(), is_letter);
    const std::string small = in_small_letters(written);
    std::string large(written);
    for (char& c : large)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (is_code && large == written) return;
    auto& d = c_.say(Code::header_currency, code.span,
                     "expected the code of a currency in three capital letters, found " + c_.tick(code.id));
    const std::string right = is_code ? large : small == "euro" || small == "euros" ? "EUR" : "";
    d.help.push_back(right.empty() ? "such as `EUR`, `CHF` or `USD` (ISO 4217)" : "write `" + right + "`");
    if (!right.empty()) d.fixes.push_back({"write `" + right + "`", {{code.span, right}}});
  }

  void add(const grammar::SourceDecl& source) {
    if (enter(c_.source_names, source.name.id, source.name.span, Kind::source, c_.out.sources.size()))
      c_.out.sources.push_back({source.name.id, decl_});
  }

  void add(const grammar::TableDecl& table) {
    if (!enter(c_.types, table.name.id, table.name.span, Kind::table, c_.out.tables.size())) return;
    c_.out.tables.push_back({});
    c_.out.tables.back().name = table.name.id;
    c_.out.tables.back().label = table.label;
    c_.table_decls.push_back(decl_);
    c_.table_unsure.push_back(false);
    c_.lost_rows.emplace_back();
  }

  void add(const grammar::EnumDecl& decl) {
    if (!enter(c_.types, decl.name.id, decl.name.span, Kind::enumeration, c_.out.enums.size())) return;
    EnumDef def;
    def.name = decl.name.id;
    def.label = decl.label;
    def.span = c_.ast.decls[decl_].span;
    c_.out.enums.push_back(std::move(def));
    c_.enum_decls.push_back(decl_);
  }

  void add(const grammar::GroupDecl& decl) {
    if (!enter(c_.things, decl.name.id, decl.name.span, Kind::group, c_.out.groups.size())) return;
    GroupDef def;
    def.name = decl.name.id;
    def.label = decl.label;
    c_.out.groups.push_back(std::move(def));
    c_.group_decls.push_back(decl_);
  }

  void add(const grammar::FactDecl& fact) {
    if (!enter(c_.things, fact.name.id, fact.name.span, Kind::fact, c_.out.facts.size())) return;
    FactDef def;
    def.name = fact.name.id;
    def.is_private = fact.is_private;
    def.decl = decl_;
    def.syntax = &fact;
    c_.out.facts.push_back(std::move(def));
  }

  void add(const grammar::RecordDecl& record) {
    if (!enter(c_.types, record.name.id, record.name.span, Kind::record, c_.out.records.size())) return;
    RecordDef def;
    def.name = record.name.id;
    def.label = record.label;
    def.decl = decl_;
    c_.out.records.push_back(std::move(def));
  }

  void add(const grammar::RuleDecl& rule) {
    if (!enter(c_.things, rule.name.id, rule.name.span, Kind::rule, c_.out.rules.size())) return;
    RuleDef def;
    def.name = rule.name.id;
    def.label = rule.label;
    def.decl = decl_;
    c_.out.rules.push_back(std::move(def));
  }

  void add(const grammar::ValueDecl& value) {
    if (!enter(c_.things, value.name.id, value.name.span, Kind::value, c_.out.values.size())) return;
    ValueDef def;
    def.name = value.name.id;
    def.label = value.label;
    def.decl = decl_;
    c_.out.values.push_back(std::move(def));
  }

  void add(const grammar::DecisionDecl& decision) {
    if (!c_.is_own(c_.ast.decls[decl_].span.source)) {
      c_.foreign.insert(decision.name.id);
      return;
    }
    if (!enter(c_.things, decision.name.id, decision.name.span, Kind::decision, c_.out.decisions.size()))
      return;
    DecisionDef def;
    def.name = decision.name.id;
    def.label = decision.label;
    def.is_typed = decision.type.has_value();
    def.decl = decl_;
    c_.out.decisions.push_back(std::move(def));
  }

  void add(const grammar::UseDecl&) {}
  void add(const grammar::AmendDecl&) {}
  void add(const grammar::TestsFromDecl&) {}
  void add(const grammar::PresumeDecl&) {}
  void add(const grammar::TestDecl&) {}
  void add(const grammar::TextsDecl&) {}

  void no_header() {
    if (c_.in.incomplete || c_.lost.may_be_header()) return;
    for (const Unit& unit : c_.in.units) {
      if (!unit.own) continue;
      const std::string_view name = c_.sources.name(unit.source);
      const std::size_t slash = name.rfind('/');
      const std::string folder = slash == std::string_view::npos
                                     ? "the folder"
                                     : "the folder `" + std::string(name.substr(0, slash)) + "`";
      auto& d = c_.say(Code::header_missing, {unit.source, 0, 0},
                       "no file of " + folder + " has a `ruleset` header");
      d.help.push_back("begin one of its files with `ruleset NAME \"title\"` and `end`");
      return;
    }
  }

  // `id.kind` is a fact, so `id` cannot be one: "no fact's name is the beginning of another's".
  void prefixes(const FactDef& fact) {
    const std::string_view whole = c_.view(fact.name);
    for (std::size_t dot = whole.find('.'); dot != std::string_view::npos; dot = whole.find('.', dot + 1)) {
      const Entry other = c_.thing(c_.names.find(whole.substr(0, dot)));
      if (other.kind != Kind::fact || c_.is_broken(other.decl) || c_.is_broken(fact.decl)) continue;
      const Span span = c_.name_span({Kind::fact, 0, fact.decl});
      const std::string beginning(whole.substr(0, dot));
      auto& d =
          c_.say(Code::name_prefix, span,
                 "the fact `" + beginning + "` has a name with which " + c_.tick(fact.name) + " begins");
      d.labels.push_back({c_.name_span(other), "the fact `" + beginning + "`"});
      d.help.push_back("dots group facts: give `" + beginning + "` a name in the group too, such as `" +
                       beginning + ".kind`");
      return;
    }
  }

  Context& c_;
  Index decl_ = nowhere;
};

}  // namespace

void declare(Context& c) {
  Declarer(c).run();
}

}  // namespace eligo::check
