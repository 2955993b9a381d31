// SPDX-License-Identifier: MIT
// Owns the guess that a name is misspelt where it is declared: several places agree on another one, which is near, and
// nothing uses the one that is declared. That is one mistake, told once, at the declaration.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/text/suggest.hpp"
#include "interpreter/check/misdeclared.hpp"
#include "interpreter/check/pieces.hpp"

namespace eligo::check {

namespace {

constexpr std::size_t fewest_places = 2;  // of one alone nobody knows which of the two is misspelt

struct DeclaredName {
  std::string_view name;
  Span span;
};

/// Names among which one word is looked up: all things, or the values of one enum, the columns of one table …
struct Names {
  enum class Of : std::uint8_t { things, types, sources, values, columns, fields, lines } of = Of::things;
  std::string_view owner;  // of values, columns, fields and lines
  std::vector<DeclaredName> names;
};

class Declarations {
 public:
  explicit Declarations(const Context& c) : c_(c), all_(3) {
    all_[1].of = Names::Of::types;
    all_[2].of = Names::Of::sources;
    for (const grammar::Decl& decl : c.ast.decls)
      if (c.counts(decl)) std::visit([&](const auto& body) { add(body); }, decl.body);
    for (const grammar::Decl& decl : c.ast.decls)
      if (const auto* fact = std::get_if<grammar::FactDecl>(&decl.body)) add_parts_of(*fact);
    for (Index i = 0; i < c.out.rules.size(); ++i) add_lines(c.out.rules[i].name, c.rule_lines, i);
    for (Index i = 0; i < c.out.decisions.size(); ++i)
      add_lines(c.out.decisions[i].name, c.decision_lines, i);
  }

  [[nodiscard]] const std::vector<Names>& all() const { return all_; }
  /// Which names belong to this enum, table, record or rule, or to this fact whose type is one of them.
  [[nodiscard]] const std::vector<std::size_t>& of_owner(std::string_view owner) const {
    static const std::vector<std::size_t> none;
    const auto at = by_owner_.find(owner);
    return at == by_owner_.end() ? none : at->second;
  }

 private:
  using Of = Names::Of;

  template <typename Body>
  void add(const Body& body) {
    if constexpr (std::is_same_v<Body, grammar::EnumDecl>) {
      all_[1].names.push_back({c_.view(body.name.id), body.name.span});
      open(Of::values, body.name.id);
      for (const auto& value : body.values) member(value.name.id, value.name.span);
    } else if constexpr (std::is_same_v<Body, grammar::TableDecl>) {
      all_[1].names.push_back({c_.view(body.name.id), body.name.span});
      open(Of::columns, body.name.id);
      for (const auto& column : body.columns) member(column.name.id, column.name.span);
    } else if constexpr (std::is_same_v<Body, grammar::RecordDecl>) {
      all_[1].names.push_back({c_.view(body.name.id), body.name.span});
      open(Of::fields, body.name.id);
      for (const auto& field : body.fields) member(field.name.id, field.name.span);
    } else if constexpr (std::is_same_v<Body, grammar::SourceDecl>) {
      all_[2].names.push_back({c_.view(body.name.id), body.name.span});
    } else if constexpr (std::is_same_v<Body, grammar::FactDecl> || std::is_same_v<Body, grammar::RuleDecl> ||
                         std::is_same_v<Body, grammar::ValueDecl> ||
                         std::is_same_v<Body, grammar::DecisionDecl> ||
                         std::is_same_v<Body, grammar::GroupDecl>) {
      all_[0].names.push_back({c_.view(body.name.id), body.name.span});
    }
  }

  void open(Of of, NameId owner) {
    by_owner_[c_.view(owner)].push_back(all_.size());
    all_.push_back({of, c_.view(owner), {}});
  }
  void member(NameId name, Span span) { all_.back().names.push_back({c_.view(name), span}); }

  void add_parts_of(const grammar::FactDecl& fact) {
    if (fact.type.kind != grammar::TypeKind::named && fact.type.kind != grammar::TypeKind::list) return;
    const Entry::Kind kind = c_.type(fact.type.name.id).kind;
    if (kind != Entry::Kind::record && kind != Entry::Kind::table) return;
    const std::vector<std::size_t> parts = of_owner(c_.view(fact.type.name.id));
    auto& of_fact = by_owner_[c_.view(fact.name.id)];
    of_fact.insert(of_fact.end(), parts.begin(), parts.end());
  }

  void add_lines(NameId owner, const std::vector<LineRange>& ranges, Index i) {
    if (i >= ranges.size()) return;
    open(Of::lines, owner);
    for (Index line = ranges[i].first; line < ranges[i].last; ++line)
      if (const grammar::Line* syntax = c_.out.lines[line].syntax; syntax != nullptr && syntax->name)
        member(syntax->name.id, syntax->name.span);
  }

  const Context& c_;
  std::vector<Names> all_;  // things, types, sources, then those of each owner
  std::map<std::string_view, std::vector<std::size_t>> by_owner_;
};

bool is_about_unknown(Code code) {
  return code == Code::name_unknown || code == Code::type_value || code == Code::text_owner ||
         code == Code::text_placeholder || code == Code::test_because || code == Code::test_columns ||
         code == Code::test_cell || code == Code::test_expect || code == Code::table_cell ||
         code == Code::table_header || code == Code::list_member;
}

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::size_t dots(std::string_view path) {
  return static_cast<std::size_t>(std::count(path.begin(), path.end(), '.'));
}

/// What a finding says that is not there: `household[1].income` and `stayed/proof@2025-01-01` without numbers and days.
std::string_view written(std::string_view text) {
  if (text.size() > 1 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  return text.substr(0, text.find('@'));
}

std::string_view before_number(std::string_view word) {
  return word.substr(0, word.find('['));
}

/// Is this name written anywhere but where it is declared? Comments and the characters of texts do not count.
class Uses {
 public:
  Uses(const text::SourceSet& sources, const Names& among, DeclaredName name)
      : sources_(sources), among_(among), name_(name) {}

  [[nodiscard]] bool any() const {
    for (text::SourceId id = 0; id < sources_.size(); ++id)
      if (in(id)) return true;
    return false;
  }

 private:
  [[nodiscard]] bool in(text::SourceId id) const {
    const std::string_view bytes = sources_.bytes(id);
    const std::string_view file = sources_.name(id);
    const bool is_table = file.size() > 4 && file.substr(file.size() - 4) == ".csv";
    for (std::size_t at = bytes.find(name_.name); at != bytes.npos; at = bytes.find(name_.name, at + 1)) {
      if (id == name_.span.source && at == name_.span.begin) continue;
      if (stands_alone(bytes, at) && (is_table || is_read(bytes, at))) return true;
    }
    return false;
  }

  [[nodiscard]] bool stands_alone(std::string_view bytes, std::size_t at) const {
    const std::size_t end = at + name_.name.size();
    if (at > 0 && is_name_char(bytes[at - 1])) return false;
    if (end < bytes.size() && is_name_char(bytes[end])) return false;
    const bool follows_dot = at > 0 && bytes[at - 1] == '.';
    const bool dot_follows = end + 1 < bytes.size() && bytes[end] == '.' && is_name_char(bytes[end + 1]);
    if (among_.of == Names::Of::columns || among_.of == Names::Of::fields) return true;
    if (among_.of == Names::Of::values) return !dot_follows && (!follows_dot || follows_owner(bytes, at - 1));
    return !follows_dot;
  }

  [[nodiscard]] bool follows_owner(std::string_view bytes, std::size_t dot) const {
    const std::size_t size = among_.owner.size();
    return dot >= size && bytes.substr(dot - size, size) == among_.owner;
  }

  // Neither in a comment nor in a text, or else in its braces.
  static bool is_read(std::string_view bytes, std::size_t at) {
    bool in_text = false, in_braces = false;
    const std::size_t before = bytes.find_last_of("\r\n", at);
    for (std::size_t i = before == bytes.npos ? 0 : before; i < at; ++i) {
      if (bytes[i] == '\\' && in_text)
        ++i;
      else if (bytes[i] == '"')
        in_text = !in_text;
      else if (bytes[i] == '#' && !in_text)
        return false;
      else if (bytes[i] == '{' || bytes[i] == '}')
        in_braces = bytes[i] == '{';
    }
    return !in_text || in_braces;
  }

  const text::SourceSet& sources_;
  const Names& among_;
  DeclaredName name_;
};

class Guess {
 public:
  Guess(Context& c, text::Diagnostics& all) : c_(c), all_(all), declared_(c) {}

  void run() {
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (is_about_unknown(all_[i].code)) look_at(i);
    std::vector<Proposal> proposals;
    for (const auto& [of, places] : unknown_)
      if (places.size() >= fewest_places) propose(of.first, of.second, places, proposals);
    std::stable_sort(proposals.begin(), proposals.end(), [](const Proposal& a, const Proposal& b) {
      return a.places->size() > b.places->size();
    });
    std::set<std::pair<text::SourceId, std::uint32_t>> mended;
    std::vector<bool> is_gone(all_.size());
    text::Diagnostics said;
    for (const Proposal& proposal : proposals) {
      std::vector<std::size_t> left;
      for (const std::size_t i : *proposal.places)
        if (!is_gone[i]) left.push_back(i);
      const Span span = proposal.declared.span;
      if (left.size() < fewest_places || !mended.insert({span.source, span.begin}).second) continue;
      said.push_back(say(proposal, left));
      for (const std::size_t i : left) is_gone[i] = true;
      take_rest(proposal.word, left, is_gone);
    }
    if (said.empty()) return;
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (!is_gone[i]) said.push_back(std::move(all_[i]));
    all_ = std::move(said);
  }

 private:
  using Places = std::vector<std::size_t>;  // of the findings
  struct Proposal {
    DeclaredName declared;
    std::string_view word;
    const Places* places = nullptr;
  };

  void look_at(std::size_t i) {
    const std::string_view text = written(c_.sources.view(all_[i].span));
    const std::size_t slash = std::min(text.find('/'), text.size());
    const std::string_view path = before_number(text.substr(0, slash));
    if (!is_path(path) || all_[i].message.compare(0, 4, "and ") == 0) return;
    std::set<std::size_t> owned;
    owned_by(before_number(path.substr(0, path.rfind('.'))), owned);
    if (slash < text.size()) owned_by(path, owned);
    const std::string_view message = all_[i].message;
    for (std::size_t at = message.find('`'); at != message.npos; at = message.find('`', at + 1)) {
      const std::size_t end = message.find('`', at + 1);
      if (end == message.npos) break;
      owned_by(message.substr(at + 1, end - at - 1), owned);
      at = end;
    }
    const std::string_view last = before_number(text.substr(text.find_last_of("./") + 1));
    for (const std::size_t names : owned) unknown_[{names, last}].push_back(i);
    look_at_beginnings(i, path);
  }

  void owned_by(std::string_view owner, std::set<std::size_t>& owned) const {
    const auto& names = declared_.of_owner(owner);
    owned.insert(names.begin(), names.end());
  }

  // `home.street` and `home` of `home.street.zone`
  void look_at_beginnings(std::size_t i, std::string_view path) {
    const std::string_view message = all_[i].message;
    const auto ends_in = [&](std::string_view words) {
      return message.size() >= words.size() && message.substr(message.size() - words.size()) == words;
    };
    const bool is_type =
        ends_in(" is not a type") || ends_in(" is not a record") || ends_in(" is not an enum");
    const bool is_source = ends_in(" is not a source");
    const bool is_any = all_[i].code == Code::text_owner;
    for (std::size_t end = path.find('.');; end = path.find('.', end + 1)) {
      const std::string_view word = path.substr(0, end);
      if (!is_type && !is_source) unknown_[{0, word}].push_back(i);
      if (is_type || is_any) unknown_[{1, word}].push_back(i);
      if (is_source || is_any) unknown_[{2, word}].push_back(i);
      if (end == path.npos) return;
    }
  }

  void propose(std::size_t index, std::string_view word, const Places& places, std::vector<Proposal>& to) {
    const Names& names = declared_.all()[index];
    if (!c_.may_search(names.names.size())) return;
    std::vector<std::string_view> all;
    for (const DeclaredName& one : names.names)
      if (dots(one.name) == dots(word)) all.push_back(one.name);
    if (std::find(all.begin(), all.end(), word) != all.end()) return;
    const std::string_view near = text::nearest(word, all);
    if (near.empty()) return;
    const auto at = std::find_if(names.names.begin(), names.names.end(),
                                 [&](const DeclaredName& one) { return one.name == near; });
    if (Uses(c_.sources, names, *at).any() || !may_be_wrong(*at, places)) return;
    to.push_back({*at, word, &places});
  }

  // What `use` brings is right for others: it is doubted where something beside it disagrees too.
  [[nodiscard]] bool may_be_wrong(const DeclaredName& declared, const Places& places) const {
    if (c_.is_own(declared.span.source)) return true;
    return std::any_of(places.begin(), places.end(), [&](std::size_t i) {
      const text::SourceId file = all_[i].span.source;
      return c_.is_unit(file) && !c_.is_own(file);
    });
  }

  [[nodiscard]] text::Diagnostic say(const Proposal& proposal, const Places& places) const {
    const std::string name(proposal.declared.name), word(proposal.word);
    text::Diagnostic d =
        text::say(Code::name_unknown, proposal.declared.span,
                  "`" + name + "` is declared and used nowhere, `" + word + "` is used and declared nowhere");
    const auto first = std::find_if(places.begin(), places.end(), [&](std::size_t i) {
      return all_[i].code == Code::name_unknown || all_[i].code == Code::type_value;
    });
    d.labels.push_back(
        {all_[first == places.end() ? places[0] : *first].span, "one of the places that use it"});
    d.help.push_back("did you mean `" + word + "`?");
    d.fixes.push_back({"write `" + word + "`", {{d.span, word}}});
    return d;
  }

  // "and 60 more of this kind in the column"
  void take_rest(std::string_view word, const Places& places, std::vector<bool>& is_gone) const {
    std::set<std::pair<text::SourceId, Code>> cells;
    for (const std::size_t i : places) cells.insert({all_[i].span.source, all_[i].code});
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (all_[i].message.compare(0, 4, "and ") == 0 && written(c_.sources.view(all_[i].span)) == word &&
          cells.count({all_[i].span.source, all_[i].code}) != 0)
        is_gone[i] = true;
  }

  Context& c_;
  text::Diagnostics& all_;
  Declarations declared_;
  std::map<std::pair<std::size_t, std::string_view>, Places> unknown_;  // by Declarations::all and word
};

}  // namespace

void say_at_declaration(Context& c, text::Diagnostics& all) {
  if (all.size() >= fewest_places) Guess(c, all).run();
}

}  // namespace eligo::check
