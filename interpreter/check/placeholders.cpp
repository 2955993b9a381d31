// SPDX-License-Identifier: MIT
// Owns what the placeholders of each text stand for, and which texts can have none.
#include <algorithm>

#include "interpreter/check/passes.hpp"
#include "interpreter/check/walk.hpp"

namespace eligo::check {
namespace {

using Kind = Entry::Kind;

class Placeholders {
 public:
  explicit Placeholders(Context& c) : c_(c), today_(c.names.find("today")) {}

  void run() {
    c_.out.placeholders.resize(c_.ast.texts.size());
    for (std::size_t i = 0; i < c_.ast.texts.size(); ++i) {
      const auto pieces = c_.ast.pieces_of(static_cast<TextId>(i));
      const bool any =
          std::any_of(pieces.begin(), pieces.end(), [](const auto& piece) { return piece.path != 0; });
      if (any) c_.out.placeholders[i].resize(pieces.size());
    }
    for (const grammar::Decl& decl : c_.ast.decls) {
      if (!c_.counts(decl)) continue;
      std::visit([&](const auto& body) { texts_of(body); }, decl.body);
    }
  }

 private:
  void fill(TextId id) {
    const auto pieces = c_.ast.pieces_of(id);
    for (std::size_t i = 0; i < pieces.size(); ++i)
      if (pieces[i].path != 0) c_.out.placeholders[id][i] = meaning(c_.ast.paths[pieces[i].path]);
  }

  void refuse(TextId id, std::string_view what) {
    for (const grammar::TextPiece& piece : c_.ast.pieces_of(id)) {
      if (piece.path == 0) continue;
      c_.say(Code::text_placeholder, c_.ast.paths[piece.path].span,
             std::string(what) + " has no placeholders")
          .help.push_back("write `{{` and `}}` for the characters themselves");
    }
  }

  Ref meaning(const Path& path) {
    if (path.id == today_) return {Ref::Kind::today, nowhere, nowhere};
    const Entry entry = c_.thing(path.id);
    if (entry.kind == Kind::fact && c_.out.facts[entry.index].list == nowhere)
      return {Ref::Kind::fact, entry.index, nowhere};
    if (entry.kind == Kind::value) return {Ref::Kind::value, entry.index, nowhere};
    const Index fact = c_.fact_before(path);
    if (fact != nowhere) {
      if (const Index column = c_.column(fact, path.parts().back().id); column != nowhere)
        return {Ref::Kind::column, fact, column};
      const Type type = c_.out.facts[fact].type;
      if (type.base == types::Base::error || c_.is_open_ended(type)) return {};
    }
    if (entry.kind != Kind::nothing || !c_.may_be_thing(path) || c_.is_misspelt(path))
      unknown(path, entry, fact);
    return {};
  }

  void unknown(const Path& path, const Entry& entry, Index fact) {
    auto& d = c_.say(Code::text_placeholder, path.span,
                     "expected a fact, column, value or `today` in a placeholder, found " + c_.tick(path.id));
    if (entry.kind == Kind::nothing) c_.missed(path);
    if (entry.kind != Kind::nothing) {
      d.help.push_back(c_.tick(path.id) + " is " +
                       (entry.kind == Kind::fact ? "a list" : std::string(c_.article_word(entry.kind))) +
                       ", which cannot be printed");
      return;
    }
    if (fact != nowhere && c_.out.facts[fact].type.base == types::Base::key) {
      const TableDef& table = c_.out.tables[c_.out.facts[fact].type.of];
      std::vector<std::string_view> columns;
      for (const TableDef::Column& column : table.columns) columns.push_back(c_.view(column.name));
      const Word& last = path.parts().back();
      if (c_.suggest(d, last.span, c_.view(last.id), columns)) return;
    }
    if (const std::string meant = c_.column_meant(path); !meant.empty()) return c_.offer(d, path.span, meant);
    std::vector<std::string_view> known = c_.names_of(Entry::Kind::value);
    for (const FactDef& of : c_.out.facts)
      if (of.member_of == nowhere && of.list == nowhere) known.push_back(c_.view(of.name));
    known.push_back("today");
    c_.suggest(d, path.span, c_.view(path.id), known);
  }

  void cites(const std::vector<grammar::Citation>& all) {
    for (const grammar::Citation& citation : all) refuse(citation.place, "the place in a source");
  }

  template <typename Body>
  void lines_of(const Body& body) {
    each_line_of(c_.ast, body, [&](const grammar::Line& line) {
      fill(line.label);
      fill(line.otherwise);
      cites(line.cites);
    });
  }

  void texts_of(const grammar::RulesetDecl& x) { fill(x.label); }
  void texts_of(const grammar::SourceDecl& x) {
    for (const TextId id : {x.title, x.publisher, x.url}) refuse(id, "a source");
  }
  void texts_of(const grammar::UseDecl& x) { refuse(x.path, "a path"); }
  void texts_of(const grammar::TableDecl& x) {
    fill(x.label);
    refuse(x.from, "a path");
    for (const grammar::ColumnDecl& column : x.columns) fill(column.label);
    cites(x.cites);
  }
  void texts_of(const grammar::EnumDecl& x) {
    fill(x.label);
    // A placeholder prints a value by this label: one inside it might never end.
    for (const grammar::EnumValueDecl& value : x.values) refuse(value.label, "the label of an enum's value");
  }
  void texts_of(const grammar::GroupDecl& x) { fill(x.label); }
  void texts_of(const grammar::FactDecl& x) {
    for (const TextId id : {x.label, x.ask, x.can_change_by}) fill(id);
    cites(x.cites);
  }
  void texts_of(const grammar::RecordDecl& x) {
    fill(x.label);
    for (const grammar::FactDecl& field : x.fields) texts_of(field);
  }
  void texts_of(const grammar::RuleDecl& x) {
    fill(x.label);
    cites(x.cites);
    lines_of(x);
  }
  void texts_of(const grammar::ValueDecl& x) {
    fill(x.label);
    cites(x.cites);
    lines_of(x);
  }
  void texts_of(const grammar::DecisionDecl& x) {
    for (const TextId id : {x.label, x.yes, x.no}) fill(id);
    for (const grammar::Step& step : x.steps) fill(step.text);
    cites(x.cites);
    lines_of(x);
  }
  void texts_of(const grammar::AmendDecl& x) {
    cites(x.cites);
    lines_of(x);
  }
  void texts_of(const grammar::TestsFromDecl& x) { refuse(x.path, "a path"); }
  void texts_of(const grammar::PresumeDecl& x) { cites(x.cites); }
  void texts_of(const grammar::TestDecl& x) { refuse(x.title, "the title of a test"); }
  void texts_of(const grammar::TextsDecl& x) {
    for (const grammar::TextEntry& entry : x.entries) {
      const bool of_value = entry.what == grammar::TextEntry::What::label && is_enum_value(entry.owner);
      for (const TextId id : entry.texts)
        if (of_value)
          refuse(id, "the label of an enum's value");
        else
          fill(id);
    }
  }

  [[nodiscard]] bool is_enum_value(const Path& path) const {
    return path.parts().size() == 2 && c_.type(path.parts()[0].id).kind == Kind::enumeration &&
           c_.thing(path.id).kind == Kind::nothing;
  }

  Context& c_;
  NameId today_;
};

}  // namespace

void check_placeholders(Context& c) {
  Placeholders(c).run();
}

}  // namespace eligo::check
