// SPDX-License-Identifier: MIT
// Owns the checked tree: the Ast with every name resolved, every expression typed, every literal read, every
// table cell a value. Nothing in it can be wrong any more but what only evaluation can find
// (language.md 3.10).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "grammar/ast.hpp"
#include "grammar/limits.hpp"
#include "grammar/text/diagnostic.hpp"
#include "interpreter/types/told.hpp"
#include "interpreter/types/value.hpp"

namespace eligo::check {

using grammar::ExprId;
using grammar::NameId;
using grammar::Span;
using grammar::TextId;
using types::Type;
using types::Value;

using Index = std::uint32_t;
inline constexpr Index nowhere = 0xffffffffu;

/// What a word or path of the tree means.
struct Ref {
  enum class Kind : std::uint8_t {
    nothing,
    fact,        // index: of facts
    column,      // index: of facts (its type is the table's key), second: column of that table
    rule,        // index: of rules
    value,       // index: of values
    enum_value,  // index: of enums, second: of its values; `none` is a literal, never this
    group,       // index: of groups
    list,        // of a quantifier or `each`: index: of variables
    member,      // `m.income`: index: of variables, second: field of the record; third: column of its table
    today,       // in placeholders only; in expressions `today` is a node of its own
  } kind = Kind::nothing;
  Index index = nowhere;
  Index second = nowhere;
  Index third = nowhere;
};

struct EnumDef {
  NameId name = 0;  // 0: written inline, `one of a, b`
  TextId label = 0;
  struct Item {
    NameId name = 0;
    TextId label = 0;
    Span span;
  };
  std::vector<Item> values;  // without none
  bool lists_none = false;
  TextId none_label = 0;
  Span span;
};

struct GroupDef {
  NameId name = 0;
  TextId label = 0;
  Index of = nowhere;         // enum
  std::vector<Index> values;  // sorted, without none
  bool has_none = false;
};

struct TableDef {
  NameId name = 0;
  TextId label = 0;
  struct Column {
    NameId name = 0;
    TextId label = 0;
    Type type;
    std::vector<Value> cells;  // by row; of the key column: its keys, as text or whatever its type is
  };
  std::vector<Column> columns;
  Index key = 0;             // which column is the key
  Index shown_as = nowhere;  // which column people see
  Index rows = 0;
  std::vector<Span> row_spans;
  std::unordered_map<std::string, Index>
      row_of;  // by the key's canonical text: types::key_form for text keys
};

struct RecordDef {
  NameId name = 0;
  TextId label = 0;
  struct Field {
    NameId name = 0;
    Type type;
    const grammar::FactDecl* syntax = nullptr;
  };
  std::vector<Field> fields;
  Index decl = nowhere;
};

/// A fact that is a list. It is a fact itself, of type whole: the number of its members. Each field of each
/// member that it may have is a fact too, and stands behind it: of member m (from 0) and field f,
/// facts[fact + 1 + m * fields + f].
struct ListDef {
  Index fact = nowhere;
  Index record = nowhere;
  std::uint32_t at_most = 0;
  std::uint32_t fields = 0;
  [[nodiscard]] Index member(std::uint32_t m, std::uint32_t f) const { return fact + 1 + m * fields + f; }
};

/// The `m` of `some m in household : …`.
struct VariableDef {
  NameId name = 0;
  Index list = nowhere;   // of lists; nowhere where it is not one (reported)
  Index outer = nowhere;  // the variable of the quantifier around
};

struct FactDef {
  NameId name = 0;  // the whole path: `id.kind`; of members `household[1].income`
  Type type;
  std::optional<Value> from, to;  // declared range, ends included
  bool is_private = false;
  std::optional<Value> presumed;
  Index decl = nowhere;                       // Ast::decls, a FactDecl
  const grammar::FactDecl* syntax = nullptr;  // its texts; of a field those of the record
  const grammar::FactDecl* whole = nullptr;   // of a field: the fact that is the record or list
  Index list = nowhere;                       // this is a list: of lists
  Index member_of = nowhere;                  // this is a field of a member: of lists
  std::uint32_t member = 0;                   // which one, from 0
  Index presume_decl = nowhere;
};

/// A line of a block, a version's whole body (which counts as a block of one line), an exception, or a
/// coverage line.
struct LineDef {
  const grammar::Line* syntax = nullptr;  // label, otherwise, cites, condition, place
  NameId name =
      0;  // as written, or taken from the rule or fact that the line just is; `coverage`; 0 if unnamed
  std::string id;  // `rule/line`, `rule/line@2025-05-26` where versions share the name; else canonical text
  Index near = nowhere;  // LineDef of the nearest named line around it; nowhere: the rule or decision itself
  ExprId condition = 0;
  // Below quantifiers a line is as many as there are members: those stand at first_instance and behind it, the
  // last variable's members the quickest. It itself never decides then.
  Index first_instance = nowhere;
  std::vector<std::uint32_t> members;  // of such an instance: which member of each, from 0
};

/// One version in force on law days from .. to, both included. Those of one thing are sorted and cover every
/// day from 0001-01-01 to 9999-12-31 exactly once.
struct VersionDef {
  types::Date from, to;
  bool not_covered = false;
  ExprId body = 0;       // a condition or expression; 0 if not covered
  Index line = nowhere;  // LineDef of the whole body; nowhere if not covered or of a value
  Span span;
  const grammar::Version* syntax = nullptr;
  Index decl = nowhere;  // Ast::decls: the rule, value or decision itself, or the amendment that it stands in
};

/// The version of a rule, value or decision that is in force on the law day; null where there is none.
template <typename Def>
[[nodiscard]] const VersionDef* version_on(const Def& def, types::Date law_day) {
  for (const VersionDef& version : def.versions)
    if (version.from <= law_day && law_day <= version.to) return &version;
  return nullptr;
}

struct RuleDef {
  NameId name = 0;
  TextId label = 0;
  std::vector<VersionDef> versions;
  std::vector<Index> unless;  // LineDefs
  Index decl = nowhere;
};

struct ValueDef {
  NameId name = 0;
  TextId label = 0;
  Type type;
  std::vector<VersionDef> versions;
  Index decl = nowhere;
};

struct DecisionDef {
  NameId name = 0;
  TextId label = 0;
  bool is_typed = false;
  Type type;                 // yes_or_no where not typed
  Index coverage = nowhere;  // LineDef of `not covered if`
  std::vector<VersionDef> versions;
  std::vector<Index> unless;  // LineDefs
  Index decl = nowhere;
};

struct SourceDef {
  NameId name = 0;
  Index decl = nowhere;
};

enum class VerdictWord : std::uint8_t { yes, no, value, undetermined, not_covered, invalid };

/// A `test`, or a row of a table that `tests from` names.
struct TestDef {
  std::string title;  // of a row without one: `cases.csv, line 12`
  Span span;          // the whole declaration, or row
  types::Date as_of, law_day;
  struct Telling {
    Index fact = nowhere;
    types::Told told;
  };
  std::vector<Telling> told;  // those of `everyone in` included; one per fact
  struct Expectation {
    Index decision = nowhere;
    VerdictWord verdict = VerdictWord::yes;
    Value value;  // of `value`
    bool has_because = false;
    std::vector<std::string>
        because;  // line ids without `@day` unless one was written: `activate/recent_phone`, `rule/line`
    bool has_needs = false;
    std::vector<Index> needs;  // facts
    Span span;
  };
  std::vector<Expectation> expects;
};

/// Immutable once made. Refers to the Ast and Names that it was made from, which must outlive it.
struct Checked {
  // Made and destroyed in checked.cpp: everybody reads it, and the code for that is long.
  Checked();
  Checked(Checked&&) noexcept;
  Checked& operator=(Checked&&) noexcept;
  ~Checked();

  const grammar::Ast* ast = nullptr;
  const text::Names* names = nullptr;

  NameId ruleset = 0;
  TextId ruleset_label = 0;
  Span ruleset_span;
  std::vector<NameId> languages;  // the first is the one of the rule files; `en` where nothing is said
  NameId currency = 0;
  types::MissingDays missing_days = types::MissingDays::roll_forward;

  std::vector<EnumDef> enums;
  std::vector<GroupDef> groups;
  std::vector<TableDef> tables;
  std::vector<RecordDef> records;
  std::vector<ListDef> lists;
  std::vector<VariableDef> variables;
  std::vector<FactDef> facts;  // in the order of declaration; lists with their members
  // by rule, then by value: those that it refers to are referred[refers_from[i] .. refers_from[i + 1]), as these are counted
  std::vector<Index> refers_from, referred;
  std::vector<RuleDef> rules;
  std::vector<ValueDef> values;
  std::vector<DecisionDef> decisions;
  std::vector<SourceDef> sources;
  std::vector<TestDef> tests;
  std::vector<LineDef> lines;

  // by ExprId
  std::vector<Type> types;  // conditions: yes_or_no. A literal has the type that it is read in.
  std::vector<Ref> refs;    // of `name` nodes
  std::vector<Index>
      constants;  // of literals (and names of enum values): index into `constant_values`, or nowhere
  std::vector<Value> constant_values;

  // by ExprId: the innermost variable around it, or nowhere; empty where there are no lists
  std::vector<Index> scopes;

  // by BlockId: the LineDef of its first line; the others follow
  std::vector<Index> block_lines;
  // by TextId: what each piece that is a placeholder means (as long as pieces, `nothing` for characters; empty where none is)
  std::vector<std::vector<Ref>> placeholders;
  // by language (as in `languages`; the first is empty): the text of that language by the text of the first
  std::vector<std::unordered_map<TextId, TextId>> translations;

  [[nodiscard]] Index scope(ExprId e) const { return scopes.empty() ? nowhere : scopes[e]; }
  [[nodiscard]] const Value* constant(ExprId e) const {
    return constants[e] == nowhere ? nullptr : &constant_values[constants[e]];
  }
};

/// One file that was read, and how: `own` files are of the ruleset itself; of the others (brought by `use`)
/// header, decisions, tests and presumptions do not count.
struct Unit {
  text::SourceId source = 0;
  bool own = true;
};

/// The CSV that was read for the declaration of a table, or for `tests from`; `source` is nothing where it could not be read (already
/// reported).
struct TableSource {
  Index decl = nowhere;
  std::optional<text::SourceId> source;
};

struct Input {
  const text::SourceSet* sources = nullptr;
  const grammar::Ast* ast = nullptr;
  text::Names* names = nullptr;
  std::vector<Unit> units;
  std::vector<TableSource> tables;
  const text::Diagnostics* told = nullptr;  // what was said while the files were read
  bool incomplete = false;                  // a rule file could not be read: nobody knows what it declares
  Limits limits;
};

struct CheckResult {
  Checked checked;  // complete and usable only where no diagnostic is an error
  text::Diagnostics diagnostics;
};

/// Resolves, types and proves what section 2 and 3.3 ask: names, types, ranges, tables, placeholders, tests,
/// translations' names, no recursion, each day exactly one version. Says nothing that may only follow from an
/// error already told (broken declarations, Ast::lost). Never fails.
[[nodiscard]] CheckResult check(const Input& input);

}  // namespace eligo::check
