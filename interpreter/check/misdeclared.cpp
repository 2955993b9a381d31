// SPDX-License-Identifier: MIT
// Owns the guess that a name is misspelt where it is declared: several places agree on another one, which is near, and
// nothing uses the one that is declared; or the one that is declared stands there twice. That is one mistake, told once, at
// the declaration.
#include "interpreter/check/misdeclared.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "grammar/text/suggest.hpp"
#include "interpreter/check/literals.hpp"
#include "interpreter/check/repeats.hpp"
#include "interpreter/check/uses.hpp"

namespace eligo::check {

namespace {

constexpr std::size_t most_keys_said = 5;  // of one table
constexpr std::size_t fewest_places = 2;   // of one alone nobody knows which of the two is misspelt

/// The names that were declared, by what looks them up among one another.
class Declared {
 public:
  using Where = std::pair<Among, NameId>;  // and the enum, table, record, rule or decision

  explicit Declared(const Context& c) : c_(c) {
    for (const grammar::Decl& decl : c.ast.decls)
      if (c.counts(decl)) std::visit([&](const auto& body) { add(body); }, decl.body);
    for (Index i = 0; i < c.out.rules.size(); ++i) add_lines(c.out.rules[i].name, c.rule_lines, i);
    for (Index i = 0; i < c.out.decisions.size(); ++i)
      add_lines(c.out.decisions[i].name, c.decision_lines, i);
  }

  [[nodiscard]] const std::vector<Word>& of(const Where& where) const {
    static const std::vector<Word> none;
    const auto at = all_.find(where);
    return at == all_.end() ? none : at->second;
  }

 private:
  template <typename Members>
  void add_type(const Word& name, Among among, const Members& members) {
    all_[{Among::types, 0}].push_back(name);
    for (const auto& member : members) all_[{among, name.id}].push_back(member.name);
  }

  template <typename Body>
  void add(const Body& body) {
    if constexpr (std::is_same_v<Body, grammar::EnumDecl>)
      add_type(body.name, Among::values, body.values);
    else if constexpr (std::is_same_v<Body, grammar::TableDecl>)
      add_type(body.name, Among::columns, body.columns);
    else if constexpr (std::is_same_v<Body, grammar::RecordDecl>)
      add_type(body.name, Among::fields, body.fields);
    else if constexpr (std::is_same_v<Body, grammar::SourceDecl>)
      all_[{Among::sources, 0}].push_back(body.name);
    else if constexpr (std::is_same_v<Body, grammar::FactDecl> || std::is_same_v<Body, grammar::RuleDecl> ||
                       std::is_same_v<Body, grammar::ValueDecl> ||
                       std::is_same_v<Body, grammar::DecisionDecl> ||
                       std::is_same_v<Body, grammar::GroupDecl>)
      all_[{Among::things, 0}].push_back(body.name);
  }

  void add_lines(NameId owner, const std::vector<LineRange>& ranges, Index i) {
    if (i >= ranges.size()) return;
    for (Index line = ranges[i].first; line < ranges[i].last; ++line)
      if (const grammar::Line* syntax = c_.out.lines[line].syntax; syntax != nullptr && syntax->name)
        all_[{Among::lines, owner}].push_back(syntax->name);
  }

  const Context& c_;
  std::map<Where, std::vector<Word>> all_;
};

std::size_t dots(std::string_view path) {
  return static_cast<std::size_t>(std::count(path.begin(), path.end(), '.'));
}

// `GB` for `GR`: of codes as short as these nothing is near; here it is enough that one letter differs, if in one of them alone.
std::string_view other_code(std::string_view word, const std::vector<std::string_view>& candidates) {
  std::string_view found;
  for (const std::string_view one : candidates) {
    if (word.size() != 2 || one.size() != 2 || (one[0] != word[0] && one[1] != word[1])) continue;
    if (!found.empty()) return {};
    found = one;
  }
  return found;
}

class Guess {
 public:
  Guess(Context& c, text::Diagnostics& all)
      : c_(c), all_(all), declared_(c), uses_(c), is_gone_(all.size()) {}

  void run() {
    for (const NameNote& miss : c_.misses)
      if (!miss.is_rest) missed_[{miss.among, miss.owner}][miss.word].push_back(miss.finding);
    for (const NameNote& twice : c_.doubles) meant_other(twice);
    std::vector<Proposal> proposals;
    for (const auto& [where, words] : missed_)
      for (const auto& [word, places] : words)
        if (where.first == Among::keys)
          propose_key(where, word, places, proposals);
        else if (places.size() >= fewest_places)
          propose(where, word, places, proposals);
    std::stable_sort(proposals.begin(), proposals.end(), [](const Proposal& a, const Proposal& b) {
      return a.places->size() > b.places->size();
    });
    std::set<std::pair<text::SourceId, std::uint32_t>> mended;
    text::Diagnostics said;
    for (const Proposal& proposal : proposals) {
      const Places left = still_said(*proposal.places);
      const Span span = proposal.declared.span;
      if (left.size() < (proposal.where.first == Among::keys ? 1 : fewest_places) ||
          !mended.insert({span.source, span.begin}).second)
        continue;
      said.push_back(say(proposal, left));
      leave_out(proposal.where, proposal.word, left);
    }
    for (const auto& [where, words] : missed_)
      if (where.first == Among::keys) say_keys(where, words);
    for (const auto& [where, words] : missed_)
      if (where.second != 0)  // a member; other names are told once where all is known of them (repeats.cpp)
        for (const auto& [word, places] : words) say_first(where, word, still_said(places));
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (!is_gone_[i]) said.push_back(std::move(all_[i]));
    all_ = std::move(said);
  }

 private:
  using Places = std::vector<std::size_t>;  // of the findings
  using Where = Declared::Where;
  struct Proposal {
    Where where;
    Word declared;
    std::string_view word;
    const Places* places = nullptr;
  };

  [[nodiscard]] Places still_said(const Places& places) const {
    Places left;
    for (const std::size_t i : places)
      if (!is_gone_[i]) left.push_back(i);
    return left;
  }

  // A name that stands twice where another is asked for that nothing declares: one of the two was to be that.
  void meant_other(const NameNote& twice) {
    const auto words = missed_.find({twice.among, twice.owner});
    if (words == missed_.end() || is_gone_[twice.finding]) return;
    std::vector<std::string_view> candidates;
    for (const auto& [word, places] : words->second)
      if (dots(word) == dots(twice.word) && !still_said(places).empty()) candidates.push_back(word);
    if (!c_.may_search(candidates.size())) return;
    std::string_view near = text::nearest(twice.word, candidates);
    if (near.empty()) near = other_code(twice.word, candidates);
    if (near.empty()) return;
    const Places places = still_said(words->second.find(near)->second);
    text::Diagnostic& d = all_[twice.finding];
    d.labels.push_back({all_[shown(places)].span, "one of the places that use `" + std::string(near) + "`"});
    d.help = {"is one of them to be `" + std::string(near) + "`? it is used and declared nowhere"};
    leave_out(words->first, near, places);
  }

  void propose(const Where& where, std::string_view word, const Places& places, std::vector<Proposal>& to) {
    const std::vector<Word>& names = declared_.of(where);
    if (!c_.may_search(names.size())) return;
    std::vector<std::string_view> all;
    for (const Word& one : names)
      if (dots(c_.view(one.id)) == dots(word)) all.push_back(c_.view(one.id));
    if (std::find(all.begin(), all.end(), word) != all.end()) return;
    const std::string_view near = text::nearest(word, all);
    if (near.empty()) return;
    const auto at =
        std::find_if(names.begin(), names.end(), [&](const Word& one) { return c_.view(one.id) == near; });
    if (uses_.has(where.first, where.second, at->id) || !may_be_wrong(*at, places)) return;
    to.push_back({where, *at, word, &places});
  }

  // A key that stands where the one that is asked for would stand, in a table that is in order but for it.
  void propose_key(const Where& where, std::string_view word, const Places& places,
                   std::vector<Proposal>& to) {
    const auto table = std::find_if(c_.out.tables.begin(), c_.out.tables.end(),
                                    [&](const TableDef& one) { return one.name == where.second; });
    if (table == c_.out.tables.end() || !c_.may_search(table->rows)) return;
    for (const std::size_t i : places)
      if (!all_[i].fixes.empty()) return;  // what is meant there is known
    if (const auto row = row_for_key(*table, c_.out, word)) {
      const Span whole = table->row_spans[*row];
      const std::string key =
          key_text(table->columns[table->key].cells[*row], table->columns[table->key].type, c_.out);
      const Span first{whole.source, whole.begin,
                       std::min(whole.end, whole.begin + static_cast<std::uint32_t>(key.size()))};
      const bool is_first = c_.sources.view(first) == key;
      to.push_back({where, Word{c_.names.intern(key), is_first ? first : whole}, word, &places});
    }
  }

  // What `use` brings is right for others: it is doubted where something beside it disagrees too.
  [[nodiscard]] bool may_be_wrong(const Word& declared, const Places& places) const {
    if (c_.is_own(declared.span.source)) return true;
    return std::any_of(places.begin(), places.end(), [&](std::size_t i) {
      const text::SourceId file = all_[i].span.source;
      return c_.is_unit(file) && !c_.is_own(file);
    });
  }

  // A condition rather than a cell or a test.
  [[nodiscard]] std::size_t shown(const Places& places) const {
    const auto first = std::find_if(places.begin(), places.end(), [&](std::size_t i) {
      return all_[i].code == Code::name_unknown || all_[i].code == Code::type_value;
    });
    return first == places.end() ? places[0] : *first;
  }

  [[nodiscard]] text::Diagnostic say(const Proposal& proposal, const Places& places) const {
    const std::string name(c_.view(proposal.declared.id)), word(proposal.word);
    if (proposal.where.first == Among::keys) return say_key(proposal, places);
    text::Diagnostic d =
        text::say(Code::name_unknown, proposal.declared.span,
                  "`" + name + "` is declared and used nowhere, `" + word + "` is used and declared nowhere");
    d.labels.push_back({all_[shown(places)].span, "one of the places that use it"});
    d.help.push_back("did you mean `" + word + "`?");
    d.fixes.push_back({"write `" + word + "`", {{d.span, word}}});
    return d;
  }

  [[nodiscard]] text::Diagnostic say_key(const Proposal& proposal, const Places& places) const {
    const std::string name(c_.view(proposal.declared.id)), word(proposal.word);
    text::Diagnostic d = text::say(Code::table_unknown_key, proposal.declared.span,
                                   "the key `" + name + "` is out of order, and `" + word +
                                       "`, which would stand in its place, is asked for and has no row");
    d.labels.push_back({all_[shown(places)].span, "one of the places that ask for it"});
    d.help.push_back("did you mean `" + word + "`?");
    if (c_.sources.view(d.span) == name) d.fixes.push_back({"write `" + word + "`", {{d.span, word}}});
    return d;
  }

  // A value that its enum lost is one mistake, not one for each condition, text, test and row that asks for it; so is a line
  // that its rule lost.
  void say_first(const Where& where, std::string_view word, Places places) {
    if (places.size() <= (where.first == Among::keys ? 1 : most_places_said)) return;
    sort_by_place(places);
    const std::size_t first = places[0];
    places.erase(places.begin());
    const bool more = leave_out(where, word, places);
    all_[first].help.push_back(same_at(all_, places, c_.sources, more));
  }

  // Many keys that no row has: the table has others, and that is one mistake.
  void say_keys(const Where& where, const std::map<std::string_view, Places>& words) {
    Places places;
    std::size_t keys = 0;
    for (const auto& [word, all] : words) {
      const Places left = still_said(all);
      keys += left.empty() ? 0 : 1;
      places.insert(places.end(), left.begin(), left.end());
    }
    const auto table = std::find_if(c_.out.tables.begin(), c_.out.tables.end(),
                                    [&](const TableDef& one) { return one.name == where.second; });
    if (keys <= most_keys_said || table == c_.out.tables.end()) return;
    sort_by_place(places);
    const std::size_t first = places[0];
    places.erase(places.begin());
    for (const std::size_t i : places) is_gone_[i] = true;
    bool more = false;  // "and 60 more of this kind in the column"
    for (const NameNote& rest : c_.misses)
      if (rest.is_rest && Where{rest.among, rest.owner} == where) more = is_gone_[rest.finding] = true;
    all_[first].help = {"so are " + std::to_string(keys - 1) + " more keys" + (more ? " and others" : "") +
                            ": is " + c_.tick(table->columns[table->key].name) + " the right column of " +
                            c_.tick(table->name) + "?",
                        same_at(all_, places, c_.sources, more)};
    all_[first].fixes.clear();
  }

  void sort_by_place(Places& places) const {
    std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
      const Span x = all_[a].span, y = all_[b].span;
      return std::pair(c_.sources.name(x.source), x.begin) < std::pair(c_.sources.name(y.source), y.begin);
    });
  }

  // "and 60 more of this kind in the column" goes too; true where there was one.
  bool leave_out(const Where& where, std::string_view word, const Places& places) {
    std::set<std::pair<text::SourceId, Code>> cells;
    for (const std::size_t i : places) {
      cells.insert({all_[i].span.source, all_[i].code});
      is_gone_[i] = true;
    }
    bool had_rest = false;
    for (const NameNote& rest : c_.misses) {
      const text::Diagnostic& d = all_[rest.finding];
      if (rest.is_rest && rest.word == word && Where{rest.among, rest.owner} == where &&
          cells.count({d.span.source, d.code}) != 0)
        had_rest = is_gone_[rest.finding] = true;
    }
    return had_rest;
  }

  Context& c_;
  text::Diagnostics& all_;
  Declared declared_;
  Uses uses_;
  std::vector<bool> is_gone_;
  std::map<Where, std::map<std::string_view, Places>> missed_;
};

}  // namespace

void say_at_declaration(Context& c, text::Diagnostics& all) {
  if (!c.misses.empty()) Guess(c, all).run();
}

}  // namespace eligo::check
