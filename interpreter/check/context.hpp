// SPDX-License-Identifier: MIT
// Owns what the passes of the checker share: what each name stands for, what was said so far, how things are
// named.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "interpreter/check/checked.hpp"
#include "interpreter/check/lookups.hpp"
#include "interpreter/check/lost.hpp"

namespace eligo::check {

using grammar::Path;
using grammar::Word;
using text::Code;

/// What a name stands for in one of the three spaces.
struct Entry {
  enum class Kind : std::uint8_t {
    nothing,
    fact,
    rule,
    value,
    decision,
    group,
    enumeration,
    table,
    record,
    source
  };
  Kind kind = Kind::nothing;
  Index index = nowhere;  // of the list of that kind in Checked
  Index decl = nowhere;   // of Ast::decls
};

/// One reference from a rule or value to another. Nodes are the rules, then the values.
struct Reference {
  Index from = nowhere, to = nowhere;
  ExprId at = 0;
};

/// The lines of one rule or decision: a stretch of Checked::lines.
struct LineRange {
  Index first = 0, last = 0;  // [first, last)
};

/// What a line belongs to besides its rule: the version, or nowhere for exceptions and coverage.
struct LinePlace {
  Index version = nowhere;  // counted in its rule or decision
  bool is_body = false;     // the whole body of that version
};

/// A version, and the declaration that it stands in: the rule's own, or an amendment.
struct Written {
  const grammar::Version* version = nullptr;
  Index decl = nowhere;
};

struct Context {
  explicit Context(const Input& input);

  const Input& in;
  const grammar::Ast& ast;
  text::Names& names;
  const text::SourceSet& sources;
  Checked out;

  // -- names
  // ------------------------------------------------------------------------------------------------------
  std::vector<Entry> things, types,
      source_names;  // by NameId: facts, rules, values, decisions, groups; types; sources
  struct ValueSlot {
    Index of_enum = nowhere, item = nowhere, next = nowhere;
  };
  std::vector<Index> first_value;      // by NameId: the first of `value_slots` with that name
  std::vector<ValueSlot> value_slots;  // the values of all enums that are not `none`
  Lost lost;
  std::vector<Index> enum_decls, group_decls,
      table_decls;                                    // by index of Checked's lists; nowhere: written inline
  std::vector<LineRange> rule_lines, decision_lines;  // by rule, by decision
  std::vector<LinePlace> line_places;                 // by line
  std::vector<Reference> references;
  std::set<std::pair<text::SourceId, std::uint32_t>>
      strays;                      // members of lists that were named where nothing asks them
  std::vector<bool> table_unsure;  // by table: it could not be read, so no key is "unknown"
  struct LostRows {
    std::vector<Span> rows;         // that could not be read
    std::vector<std::string> keys;  // that cannot be what was meant
  };
  std::vector<LostRows> lost_rows;  // by table
  std::unordered_set<NameId>
      foreign;  // headers and decisions of files brought by `use`: names that do not count here
  Index header_decl = nowhere;
  std::unordered_map<Index, std::vector<Index>>
      amendments;  // by declaration of a rule, value or decision: its amendments, in the order of files
  std::vector<bool> unsure_decls;         // by declaration: an amendment of it has a mistake; may be empty
  std::vector<bool> idle_decls;           // by declaration: an amendment of nothing here; may be empty
  bool amendment_lost = false;            // an amendment of nobody knows what: a gap may follow from it
  bool in_broken = false;                 // what is looked at stands beside a mistake that was told
  std::set<Index> lost_types;             // decisions without a type that give a value, which was told
  std::vector<NameNote> misses, doubles;  // see missed() and doubled()
  std::vector<bool> in_first_rows;        // by NameId: columns and facts that the first row of a CSV names
  grammar::RulesetDecl::MissingDays missing_days = grammar::RulesetDecl::MissingDays::unsaid;

  [[nodiscard]] Entry thing(NameId id) const { return id < things.size() ? things[id] : Entry{}; }
  [[nodiscard]] Entry type(NameId id) const { return id < types.size() ? types[id] : Entry{}; }
  [[nodiscard]] Entry source(NameId id) const {
    return id < source_names.size() ? source_names[id] : Entry{};
  }
  /// The value of that name in the enum, or nowhere.
  [[nodiscard]] Index item(Index of_enum, NameId name) const;
  /// The fact before the last dot of a path (`department` of `department.open_since`), or nowhere.
  /// Room for names that were made after the spaces of names.
  void make_room(NameId id) {
    if (id >= things.size()) things.resize(std::size_t{id} + 1);
  }
  [[nodiscard]] Index fact_before(const Path& path) const;
  /// The column of that name in the table that the fact is a key of, or nowhere.
  [[nodiscard]] Index column(Index fact, NameId name) const;
  /// The value's first enum, or nothing.
  [[nodiscard]] const ValueSlot* any_item(NameId name) const;
  /// Stands in bytes that were passed over, as a whole or in part.
  [[nodiscard]] bool is_lost(NameId id) const { return lost.holds(id); }
  [[nodiscard]] bool is_lost(const Path& path) const;
  /// Nobody can know whether such a thing is declared; of a path (`id.kind`, `household[1].income`) also where nobody knows
  /// what it begins with.
  [[nodiscard]] bool may_be(Space space, NameId id) const { return lost.may_declare(space, id); }
  [[nodiscard]] bool may_be_thing(const Path& path) const;
  /// Nearly a name that is known, where it might also be one that is declared in what could not be read.
  [[nodiscard]] bool is_misspelt(const Path& path);
  [[nodiscard]] bool is_broken(Index decl) const {
    return decl != nowhere && (ast.decls[decl].broken || lost.cut_off(decl) ||
                               (decl < unsure_decls.size() && unsure_decls[decl]));
  }
  /// One file says what the other does (the same, or as the same ruleset), and something was said of that before.
  [[nodiscard]] bool is_told_copy(text::SourceId a, text::SourceId b);
  void help_with_copy(text::Diagnostic& d, text::SourceId a, text::SourceId b) const;  // the first time
  /// All versions of a rule, value or decision: its own, then those of its amendments.
  [[nodiscard]] std::vector<Written> versions_of(Index decl) const;
  /// In it a member of a list is named where nothing asks the list: what stands there belongs elsewhere.
  [[nodiscard]] bool has_stray(Span whole) const;
  /// True where `none` may be among the values of the type's enum, or the key among those of its table.
  [[nodiscard]] bool may_list_none(Type type) const {
    return type.base == types::Base::enumeration && is_open_ended(type);
  }
  /// True where the enum lists something like `none` in its place, which is said once, there.
  bool misspells_none(Type type);
  [[nodiscard]] bool may_be_key(Type type, std::string_view written);
  /// True where a table's or enum's own declaration cannot be trusted to list everything.
  [[nodiscard]] bool is_open_ended(Type type) const;
  [[nodiscard]] bool is_own(text::SourceId source) const { return source < own_.size() && own_[source] == 2; }
  [[nodiscard]] bool is_unit(text::SourceId source) const {
    return source < own_.size() && own_[source] != 0;
  }

  /// Read without mistakes, and of a kind that counts in this ruleset: header, decisions, presumptions and
  /// tests of a file brought by `use` do not, nor amendments of what is not here.
  [[nodiscard]] bool counts(const grammar::Decl& decl) const { return !decl.broken && belongs(decl); }
  /// The same, with mistakes or without.
  [[nodiscard]] bool belongs(const grammar::Decl& decl) const;

  // -- saying
  // -----------------------------------------------------------------------------------------------------
  /// The reference is good until the next call.
  text::Diagnostic& say(Code code, Span span, std::string message);
  /// What another room said of a table that was read here.
  void add(text::Diagnostic said);
  /// Adds "did you mean" with a fix.
  static void offer(text::Diagnostic& d, Span span, const std::string& meant);
  /// The same, if something is near. Computed a bounded number of times.
  bool suggest(text::Diagnostic& d, Span span, std::string_view word,
               const std::vector<std::string_view>& among);
  /// What was said last, to add help. Something was.
  [[nodiscard]] text::Diagnostic& last_said() { return unsaid_ != 0 ? beyond_ : said_.back(); }
  /// What was said last is that this word is none of these names.
  void missed(Among among, NameId owner, std::string_view word) {
    note(misses, {0, among, owner, word, false});
  }
  /// The same of a path, which names a thing, or a column or field of the thing that it begins with.
  void missed(const Path& path);
  /// What was said last counts more of the kind of which this is one.
  void missed_more(NameNote one) {
    one.is_rest = true;
    note(misses, one);
  }
  /// What was said last is that this name is one of them already.
  void doubled(Among among, NameId owner, NameId name) {
    note(doubles, {0, among, owner, view(name), false});
  }
  /// It was said that there are two of the name, or of the column that it names.
  [[nodiscard]] bool is_doubled(const Path& path) const;
  void named_in_first_row(NameId name);
  /// True while a walk over that many names, only to make a message better, is still worth its time.
  [[nodiscard]] bool may_search(std::size_t names_walked);
  text::Diagnostics take();

  [[nodiscard]] std::string_view view(NameId id) const { return names.view(id); }
  /// The name in backticks.
  [[nodiscard]] std::string tick(NameId id) const { return "`" + std::string(names.view(id)) + "`"; }
  /// What is written there, in backticks, on one line, cut where it is long.
  [[nodiscard]] std::string quote(Span span) const;
  /// "a date", "one of the values of `id_kind`", "a version or none"
  [[nodiscard]] std::string words(Type type) const;
  /// The characters of a text, after NFC; placeholders are left out.
  [[nodiscard]] std::string plain(TextId id) const;

  /// Facts, rules, values; no members of lists. These and the other names are for suggestions: none once enough were walked.
  [[nodiscard]] std::vector<std::string_view> thing_names() const;
  /// `dept.name` for `Departments.name`, where the fact `dept` is a key of the table `departments`; or "".
  [[nodiscard]] std::string column_meant(const Path& path) const;
  [[nodiscard]] std::vector<std::string_view> list_names() const;
  [[nodiscard]] std::vector<std::string_view> names_of(Entry::Kind kind) const;
  [[nodiscard]] std::vector<std::string_view> values_of(Index of_enum) const;
  [[nodiscard]] Span name_span(Entry entry) const;
  /// "fact", "rule", … as people say it
  [[nodiscard]] static std::string_view kind_word(Entry::Kind kind);
  [[nodiscard]] static std::string_view article_word(
      Entry::Kind kind);  // "a fact", "an enum", "not declared"

 private:
  void note(std::vector<NameNote>& notes, NameNote one);

  std::vector<std::uint8_t> own_;  // by source: 0 not read here, 1 brought by `use`, 2 own
  std::vector<bool> none_said_;    // by enum
  text::Diagnostics said_;
  text::Diagnostic beyond_;  // what is said above the limit is written here and only counted
  std::map<std::pair<text::SourceId, text::SourceId>, bool>
      copies_;  // those looked at: one says what the other does
  std::size_t unsaid_ = 0;
  std::size_t walked_ = 0;
};

/// With the letters A to Z made small.
[[nodiscard]] std::string in_small_letters(std::string_view word);

/// The same day as people write it.
[[nodiscard]] inline std::string iso(std::int32_t day) {
  return types::Date{day}.iso();
}

}  // namespace eligo::check
