// SPDX-License-Identifier: MIT
// Owns which text of another language translates which text of the rule files.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "grammar/canonical.hpp"
#include "interpreter/check/labels.hpp"
#include "interpreter/check/languages.hpp"
#include "interpreter/check/lines.hpp"
#include "interpreter/check/passes.hpp"
#include "interpreter/types/date.hpp"

namespace eligo::check {
namespace {

using grammar::TextEntry;
using Kind = Entry::Kind;
using What = TextEntry::What;

constexpr std::size_t most_listed = 6;  // names of lines, where none is near

class Texts {
 public:
  explicit Texts(Context& c) : c_(c) {}

  void run() {
    c_.out.translations.resize(c_.out.languages.size());
    dated_.resize(c_.out.languages.size());
    struct Block {
      const grammar::TextsDecl* texts;
      std::size_t language;
      bool is_own;
      std::uint32_t broken_to;  // the end of one with a mistake, which was told; else 0
    };
    std::vector<Block> blocks;
    for (const grammar::Decl& decl : c_.ast.decls) {
      const auto* texts = std::get_if<grammar::TextsDecl>(&decl.body);
      if (texts == nullptr || !c_.belongs(decl)) continue;
      is_own_ = c_.is_own(decl.span.source);
      const std::size_t language = language_of(c_, texts->language, is_own_);
      if (language != 0) blocks.push_back({texts, language, is_own_, decl.broken ? decl.span.end : 0});
    }
    // An entry without a day is of the versions that no other names: an amendment brings its own translation, and the
    // one that was there before still stands.
    for (const bool dated : {true, false}) {
      for (const Block& block : blocks) {
        is_own_ = block.is_own;
        for (const TextEntry& entry : block.texts->entries)
          if (entry.since.has_value() == dated && is_whole(*block.texts, entry, block.broken_to))
            add(entry, block.language);
      }
    }
  }

 private:
  // Nothing was said of its lines, up to the next entry.
  [[nodiscard]] bool is_whole(const grammar::TextsDecl& block, const TextEntry& entry, Index end) const {
    if (end == 0) return true;
    const auto next = static_cast<std::size_t>(&entry - block.entries.data()) + 1;
    if (next < block.entries.size()) end = block.entries[next].span.begin;
    return !c_.lost.was_told_of_lines({entry.span.source, entry.span.begin, end - 1});
  }

  void add(const TextEntry& entry, std::size_t language) {
    if (!entry.owner || c_.is_lost(entry.owner) || is_foreign(entry)) return;
    if (entry.what == What::steps) return steps(entry, language);
    std::vector<TextId> originals;
    if (!(entry.line ? of_line(entry, originals) : of_thing(entry, originals))) return;
    originals.erase(std::remove(originals.begin(), originals.end(), TextId{0}), originals.end());
    if (originals.empty()) return nothing(entry);
    if (entry.since)
      dated_[language].insert(originals.begin(), originals.end());
    else
      leave_out(dated_[language], originals);
    if (!one_meaning(entry, originals) || entry.texts.empty() || entry.texts[0] == 0) return;
    for (const TextId original : originals) translate(language, original, entry.texts[0]);
  }

  // The text of a used file for its own decision or header, which do not count: not even for a thing of this ruleset
  // that has the same name. What `use` brings may have it too, and does count.
  [[nodiscard]] bool is_foreign(const TextEntry& entry) const {
    const NameId name = entry.owner.id;
    if (is_own_ || c_.foreign.count(name) == 0) return false;
    const Entry thing = c_.thing(name);
    const bool is_brought = thing.kind != Kind::nothing && !c_.is_own(c_.ast.decls[thing.decl].span.source);
    if (entry.line || entry.what != What::label) return !is_brought;
    for (const Labelled& found : labels_of(c_, entry.owner))
      if (found.label != 0 && found.kind != Kind::nothing && (is_brought || found.kind != thing.kind))
        return false;
    return true;
  }

  // All of them stay where nothing else would: then the entry says again what was said.
  static void leave_out(const std::unordered_set<TextId>& dated, std::vector<TextId>& originals) {
    std::vector<TextId> left;
    for (const TextId original : originals)
      if (dated.count(original) == 0) left.push_back(original);
    if (!left.empty()) originals = std::move(left);
  }

  void translate(std::size_t language, TextId original, TextId translated) {
    const auto [at, is_new] = c_.out.translations[language].emplace(original, translated);
    const Span first = c_.ast.texts[at->second].span, second = c_.ast.texts[translated].span;
    if (is_new || c_.is_told_copy(second.source, first.source)) return;
    auto& d = c_.say(Code::text_duplicate, second, "this text is translated already");
    d.labels.push_back({first, "the first translation"});
    d.labels.push_back({c_.ast.texts[original].span, "the original"});
    c_.help_with_copy(d, second.source, first.source);
  }

  void nothing(const TextEntry& entry) {
    const Index decl = c_.thing(entry.owner.id).decl;
    const bool may_be_lost =
        decl != nowhere && (c_.has_stray(c_.ast.decls[decl].span) || c_.lost.cut_off(decl));
    if (may_be_lost || c_.is_doubled(entry.owner)) return;
    const std::string what(what_word(entry.what));
    auto& d =
        c_.say(Code::text_nothing, entry.span, c_.quote(entry.span) + " has no " + what + " to translate");
    d.help.emplace_back(
        "write the text of the first language where it is declared, or leave the translation out");
  }

  void unknown(const TextEntry& entry, Span span, std::string_view word, const std::string& message,
               const std::vector<std::string_view>& among) {
    if (is_lost(entry)) return;
    auto& d = c_.say(Code::text_owner, span, message);
    note_missed(entry);
    if (c_.suggest(d, span, word, among) || !entry.line) return;
    if (span != entry.line.span) {
      d.help.push_back("before the slash stands the rule or decision that has the line: `rule/line`");
    } else if (!among.empty()) {
      d.help.push_back("its lines with a name are " + listed(among, most_listed));
    } else {
      d.help.push_back("no line of it has a name: write one before the condition, as in `name : …`");
    }
  }

  // What has a text is a thing, a type or a source; the line or value of one that is known is one that it does not have.
  void note_missed(const TextEntry& entry) {
    const Entry thing = c_.thing(entry.owner.id);
    const std::span<const Word> parts = entry.owner.parts();
    const Entry type = parts.size() == 2 ? c_.type(parts[0].id) : Entry{};
    if (entry.line && thing.kind != Kind::nothing)
      return c_.missed(Among::lines, entry.owner.id, c_.view(entry.line.id));
    if (type.kind == Kind::enumeration) return c_.missed(Among::values, parts[0].id, c_.view(parts[1].id));
    if (type.kind == Kind::table) return c_.missed(Among::columns, parts[0].id, c_.view(parts[1].id));
    if (type.kind == Kind::record) return c_.missed(Among::fields, parts[0].id, c_.view(parts[1].id));
    if (thing.kind != Kind::nothing) return;
    c_.missed(entry.owner);
    for (const Among space : {Among::types, Among::sources}) c_.missed(space, 0, c_.view(parts[0].id));
  }

  // What nothing is known of may be in what was lost.
  [[nodiscard]] bool is_lost(const TextEntry& entry) const {
    const NameId name = entry.owner.id;
    if (c_.thing(name).kind != Kind::nothing || c_.type(name).kind != Kind::nothing) return false;
    const Entry type = c_.type(entry.owner.parts()[0].id);
    const bool of_header = entry.what == What::label && c_.out.ruleset == 0;
    return of_header || (type.kind != Kind::nothing && c_.is_broken(type.decl)) ||
           c_.may_be_thing(entry.owner) || c_.may_be(Space::types, name) || c_.may_be(Space::sources, name);
  }

  template <typename Decl>
  const Decl& body(const Entry& entry) const {
    return std::get<Decl>(c_.ast.decls[entry.decl].body);
  }

  bool of_thing(const TextEntry& entry, std::vector<TextId>& originals) {
    const Entry thing = c_.thing(entry.owner.id);
    if (thing.kind != Kind::nothing && c_.is_broken(thing.decl)) return false;
    if (entry.what == What::label) return of_label(entry, originals);
    const bool of_fact = entry.what == What::ask || entry.what == What::can_change_by;
    const bool of_decision = entry.what == What::yes || entry.what == What::no;
    if (of_fact && thing.kind == Kind::fact) {
      const auto& fact = body<grammar::FactDecl>(thing);
      originals.push_back(entry.what == What::ask ? fact.ask : fact.can_change_by);
      return true;
    }
    if (const grammar::FactDecl* field = of_fact ? field_of(c_, entry.owner) : nullptr) {
      if (c_.is_broken(c_.type(entry.owner.parts()[0].id).decl)) return false;
      originals.push_back(entry.what == What::ask ? field->ask : field->can_change_by);
      return true;
    }
    if (of_decision && thing.kind == Kind::decision) {
      const auto& decision = body<grammar::DecisionDecl>(thing);
      originals.push_back(entry.what == What::yes ? decision.yes : decision.no);
      return true;
    }
    if (entry.what == What::otherwise && (thing.kind == Kind::rule || thing.kind == Kind::decision)) {
      for (const Written& written :
           c_.versions_of(thing.decl))  // one without `since` begins with the calendar
        if (!entry.since || written.version->since.value_or(types::Date::min_days) == *entry.since)
          originals.push_back(written.version->body.otherwise);
      return true;
    }
    std::vector<std::string_view> among = c_.names_of(of_fact ? Kind::fact : Kind::decision);
    const std::string due = of_fact ? "a fact" : (of_decision ? "a decision" : "a rule or decision");
    unknown(entry, entry.owner.span, c_.view(entry.owner.id),
            "the " + std::string(what_word(entry.what)) + " belongs to " + due + ", but " +
                c_.tick(entry.owner.id) + " is " + std::string(c_.article_word(thing.kind)),
            among);
    return false;
  }

  bool of_label(const TextEntry& entry, std::vector<TextId>& originals) {
    const std::vector<Labelled> all = labels_of(c_, entry.owner);
    if (all.empty()) {
      const Entry type = c_.type(entry.owner.parts()[0].id);
      const bool member = entry.owner.parts().size() == 2 && type.kind == Kind::enumeration;
      const bool column = entry.owner.parts().size() == 2 && type.kind == Kind::table;
      if (member && c_.view(entry.owner.parts()[1].id) == "none" &&
          c_.misspells_none({types::Base::enumeration, false, type.index}))
        return false;
      if (member && !c_.is_broken(type.decl))
        unknown(entry, entry.owner.parts()[1].span, c_.view(entry.owner.parts()[1].id),
                c_.tick(entry.owner.parts()[1].id) + " is not one of the values of " +
                    c_.tick(entry.owner.parts()[0].id),
                c_.values_of(type.index));
      else if (column && !c_.is_broken(type.decl) && has_key(body<grammar::TableDecl>(type)))
        unknown(
            entry, entry.owner.parts()[1].span, c_.view(entry.owner.parts()[1].id),
            c_.tick(entry.owner.parts()[1].id) + " is not a column of " + c_.tick(entry.owner.parts()[0].id),
            columns_of(type.index));
      else if (!member && !column)
        unknown(entry, entry.owner.span, c_.view(entry.owner.id),
                c_.tick(entry.owner.id) + " names nothing that has a text", everything());
      return false;
    }
    std::vector<Labelled> labelled;
    for (const Labelled& found : all)
      if (found.label != 0) labelled.push_back(found);
    if (labelled.size() < 2) {
      if (!labelled.empty()) originals.push_back(labelled[0].label);
      return !labelled.empty() ||
             std::none_of(all.begin(), all.end(), [&](const Labelled& x) { return c_.is_broken(x.decl); });
    }
    if (c_.is_doubled(entry.owner)) return false;
    const std::string name = c_.tick(entry.owner.id);
    auto& d = c_.say(Code::text_owner, entry.span, "two things that have a label are called " + name);
    for (const Labelled& found : labelled)
      d.labels.push_back({c_.ast.texts[found.label].span, "one of them"});
    d.help.push_back("give one of them another name");
    return false;
  }

  // One without a key has lost it, or took the word for a name.
  static bool has_key(const grammar::TableDecl& table) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [](const grammar::ColumnDecl& column) { return column.is_key; });
  }

  std::vector<std::string_view> columns_of(Index table) const {
    std::vector<std::string_view> all;
    for (const TableDef::Column& column : c_.out.tables[table].columns) all.push_back(c_.view(column.name));
    return all;
  }

  std::vector<std::string_view> everything() const {
    std::vector<std::string_view> all = {c_.view(c_.out.ruleset)};
    for (const Kind kind : {Kind::fact, Kind::rule, Kind::value, Kind::decision, Kind::group,
                            Kind::enumeration, Kind::table, Kind::record, Kind::source})
      for (const std::string_view name : c_.names_of(kind)) all.push_back(name);
    return all;
  }

  // -- lines

  bool of_line(const TextEntry& entry, std::vector<TextId>& originals) {
    const Entry thing = c_.thing(entry.owner.id);
    const bool is_rule = thing.kind == Kind::rule;
    if (!is_rule && thing.kind != Kind::decision) {
      std::vector<std::string_view> owners = c_.names_of(Kind::rule);
      for (const std::string_view name : c_.names_of(Kind::decision)) owners.push_back(name);
      unknown(entry, entry.owner.span, c_.view(entry.owner.id),
              "expected a rule or decision before the slash, but " + c_.tick(entry.owner.id) + " is " +
                  std::string(c_.article_word(thing.kind)),
              owners);
      return false;
    }
    if (c_.is_broken(thing.decl) || c_.is_lost(entry.line.id)) return false;
    if (entry.what != What::label && entry.what != What::otherwise) {
      nothing(entry);
      return false;
    }
    const LineRange range = is_rule ? c_.rule_lines[thing.index] : c_.decision_lines[thing.index];
    const auto& versions =
        is_rule ? c_.out.rules[thing.index].versions : c_.out.decisions[thing.index].versions;
    if (lines_.find(thing.decl) == lines_.end()) index_lines(thing.decl, range);
    bool found = false;
    for (const Index line : lines_[thing.decl][entry.line.id]) {
      const Index version = c_.line_places[line].version;
      if (entry.since && (version == nowhere || versions[version].from.days != *entry.since)) continue;
      found = true;
      const grammar::Line& syntax = *c_.out.lines[line].syntax;
      if (!syntax.name && c_.out.refs[syntax.condition].kind == Ref::Kind::nothing)
        return false;  // an unknown name
      originals.push_back(entry.what == What::label ? syntax.label : syntax.otherwise);
    }
    if (found) return true;
    if (is_near_unknown_line(c_, range, c_.view(entry.line.id))) return false;
    std::vector<std::string_view> names;
    for (Index i = range.first; i < range.last; ++i)
      if (c_.out.lines[i].name != 0) names.push_back(c_.view(c_.out.lines[i].name));
    unknown(entry, entry.line.span, c_.view(entry.line.id),
            c_.quote(entry.line.span) + " is not a line of " + c_.tick(entry.owner.id) +
                (entry.since ? " in a version since " + iso(*entry.since) : ""),
            names);
    return false;
  }

  void index_lines(Index decl, LineRange range) {
    auto& by_name = lines_[decl];
    for (Index i = range.first; i < range.last; ++i)
      if (c_.out.lines[i].name != 0 && c_.out.lines[i].members.empty())
        by_name[c_.out.lines[i].name].push_back(i);
  }

  // One translation stands for the same text in several versions, but not for two texts.
  bool one_meaning(const TextEntry& entry, const std::vector<TextId>& originals) {
    TextId first = 0;
    for (const TextId original : originals) {
      if (original == 0) continue;
      if (first == 0) first = original;
      if (grammar::quoted(c_.ast, first, c_.names) == grammar::quoted(c_.ast, original, c_.names)) continue;
      auto& d = c_.say(Code::text_owner, entry.span,
                       c_.quote(entry.span) + " says different things in different versions");
      d.labels.push_back({c_.ast.texts[first].span, "in one version"});
      d.labels.push_back({c_.ast.texts[original].span, "in another"});
      d.help.push_back(std::string("say which version: write `@` and its first day after the name") +
                       (entry.line ? " of the line" : ""));
      d.help.push_back("the version that begins with `until` has the first day `@0001-01-01`");
      return false;
    }
    return true;
  }

  void steps(const TextEntry& entry, std::size_t language) {
    const Entry thing = c_.thing(entry.owner.id);
    if (thing.kind != Kind::decision || entry.line)
      return unknown(entry, entry.owner.span, c_.view(entry.owner.id),
                     "steps belong to a decision, but " + c_.quote(entry.owner.span) + " is " +
                         (entry.line ? "not one" : std::string(c_.article_word(thing.kind))),
                     c_.names_of(Kind::decision));
    if (c_.is_broken(thing.decl)) return;
    const auto& originals = body<grammar::DecisionDecl>(thing).steps;
    if (originals.empty()) return nothing(entry);
    if (originals.size() != entry.texts.size()) {
      auto& d = c_.say(Code::text_steps, entry.span,
                       "expected " + std::to_string(originals.size()) + " steps of " +
                           c_.tick(entry.owner.id) + ", found " + std::to_string(entry.texts.size()));
      d.labels.push_back({c_.ast.texts[originals[0].text].span, "the original steps begin here"});
      return;
    }
    for (std::size_t i = 0; i < originals.size(); ++i)
      if (originals[i].text != 0 && entry.texts[i] != 0)
        translate(language, originals[i].text, entry.texts[i]);
  }

  Context& c_;
  bool is_own_ = true;
  std::vector<std::unordered_set<TextId>> dated_;  // by language: what an entry with a day translates
  std::unordered_map<Index, std::unordered_map<NameId, std::vector<Index>>> lines_;  // by owner, by name
};

}  // namespace

void check_texts(Context& c) {
  Texts(c).run();
}

}  // namespace eligo::check
