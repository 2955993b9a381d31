// SPDX-License-Identifier: MIT
// Owns a readable print of the tree, for tests. (Over 400 lines: one class that knows every node, in one place.)
#include "tests/grammar/dump.hpp"

#include <type_traits>

namespace eligo::tests {
namespace {

using namespace grammar;

const char* name_of(Op op) {
  constexpr const char* names[] = {"",     "%",    "+",           "-",         "*",
                                   "/",    "is",   "is-not",      "<",         "<=",
                                   ">",    ">=",   "starts-with", "is-one-of", "is-not-one-of",
                                   "some", "every"};
  return names[static_cast<std::size_t>(op)];
}
const char* name_of(Unit unit) {
  constexpr const char* names[] = {"", "days", "months", "years"};
  return names[static_cast<std::size_t>(unit)];
}
const char* name_of(Rounding way) {
  constexpr const char* names[] = {"", "up", "down", "half-up"};
  return names[static_cast<std::size_t>(way)];
}
const char* name_of(BlockKind kind) {
  constexpr const char* names[] = {"all-of", "any-of", "none-of", "at-least"};
  return names[static_cast<std::size_t>(kind)];
}

class Dumper {
 public:
  Dumper(const Ast& ast, const text::SourceSet& sources, const text::Names& names)
      : ast_(ast), sources_(sources), names_(names) {}
  std::string out;

  void expr(ExprId id) {
    const Expr& e = ast_[id];
    switch (e.kind) {
      case ExprKind::error:
        out += "ERROR";
        return;
      case ExprKind::number:
        out += std::string(sources_.view(e.span));
        return;
      case ExprKind::date:
        out += std::string(sources_.view(e.span)) + "@" + std::to_string(static_cast<std::int32_t>(e.value));
        return;
      case ExprKind::text:
        text(e.value);
        return;
      case ExprKind::yes:
        out += "yes";
        return;
      case ExprKind::no:
        out += "no";
        return;
      case ExprKind::none:
        out += "none";
        return;
      case ExprKind::always:
        out += "always";
        return;
      case ExprKind::never:
        out += "never";
        return;
      case ExprKind::today:
        out += "today";
        return;
      case ExprKind::name:
        path(ast_.paths[e.value]);
        return;
      case ExprKind::negate:
        list("neg", e);
        return;
      case ExprKind::arithmetic:
        list(name_of(e.op), e);
        return;
      case ExprKind::shift:
        list(std::string(name_of(e.op)) + "-" + name_of(e.unit), e);
        return;
      case ExprKind::between:
        list(std::string(name_of(e.unit)) + "-between", e);
        return;
      case ExprKind::round:
        list(std::string("round-") + name_of(e.rounding), e);
        return;
      case ExprKind::call:
        list("call " + std::string(names_.view(ast_.paths[e.value].id)), e);
        return;
      case ExprKind::compare:
        list(name_of(e.op), e);
        return;
      case ExprKind::member:
        list(name_of(e.op), e);
        return;
      case ExprKind::is_none:
        list(std::string(name_of(e.op)) + "-none", e);
        return;
      case ExprKind::logical_not:
        list("not", e);
        return;
      case ExprKind::logical_and:
        list("and", e);
        return;
      case ExprKind::logical_or:
        list("or", e);
        return;
      case ExprKind::when:
        list("when", e);
        return;
      case ExprKind::each:
        list("each " + binding(e), e);
        return;
      case ExprKind::quantifier:
        list(name_of(e.op) + (" " + binding(e)), e);
        return;
      case ExprKind::block:
        block(ast_.blocks[e.value]);
        return;
    }
  }

  std::string binding(const Expr& e) {
    const Binding& b = ast_.bindings[e.value];
    return std::string(names_.view(b.variable.id)) + " in " + std::string(names_.view(b.list.id));
  }

  void decl(const Decl& d) {
    std::visit([this](const auto& body) { say(body); }, d.body);
    if (d.broken) out += " BROKEN";
    out += ")\n";
  }

 private:
  void list(const std::string& head, const Expr& e) {
    out += "(" + head;
    for (std::uint32_t i = 0; i < e.count; ++i) {
      out += " ";
      expr(ast_.child(e, i));
    }
    out += ")";
  }
  void word(const Word& w) { out += w ? std::string(names_.view(w.id)) : "?"; }
  void path(const Path& p) { out += p ? std::string(names_.view(p.id)) : "?"; }
  void text(TextId id) {
    out += '"';
    for (const TextPiece& piece : ast_.pieces_of(id)) {
      out += piece.characters;
      if (piece.path != 0) {
        out += "{";
        path(ast_.paths[piece.path]);
        out += "}";
      }
    }
    out += '"';
  }
  void labelled(const char* head, const Word& w, TextId label) {
    out += std::string("(") + head + " ";
    word(w);
    maybe("", label);
  }
  void maybe(const char* head, TextId id) {
    if (id == 0) return;
    out += " ";
    out += head;
    if (*head != '\0') out += " ";
    text(id);
  }
  void cites(const std::vector<Citation>& all) {
    for (const Citation& c : all) {
      out += " (cites ";
      word(c.source);
      maybe("", c.place);
      out += ")";
    }
  }
  void block(const Block& b) {
    out += std::string("(") + name_of(b.kind);
    if (b.kind == BlockKind::at_least) out += " " + std::to_string(b.at_least);
    for (const Line& l : b.lines) {
      out += " ";
      line(l);
    }
    out += ")";
  }
  void line(const Line& l) {
    out += "[";
    if (l.name.span.size() != 0) {
      word(l.name);
      maybe("", l.label);
      out += ": ";
    }
    if (l.condition != 0) expr(l.condition);
    maybe("otherwise", l.otherwise);
    cites(l.cites);
    out += "]";
  }
  void day(const char* head, const std::optional<std::int32_t>& d) {
    if (d) out += std::string(" ") + head + " " + std::to_string(*d);
  }
  void versions(const std::vector<Version>& all) {
    for (const Version& v : all) {
      out += "\n  (";
      if (v.since) out += "since " + std::to_string(*v.since) + " ";
      if (v.until) out += "until " + std::to_string(*v.until) + " ";
      if (v.not_covered) out += "not-covered ";
      line(v.body);
      out += ")";
    }
  }
  void unless(const std::vector<Line>& all) {
    for (const Line& l : all) {
      out += "\n  (unless ";
      line(l);
      out += ")";
    }
  }
  void type(const TypeExpr& t) {
    constexpr const char* kinds[] = {"ERROR",   "yes-or-no", "whole", "decimal", "money", "date",
                                     "version", "text",      "",      "one-of",  "list"};
    out += std::string(" : ") + kinds[static_cast<std::size_t>(t.kind)];
    if (t.kind == TypeKind::list) out += " of ";
    if (t.kind == TypeKind::named || t.kind == TypeKind::list) word(t.name);
    if (t.kind == TypeKind::list) out += " at-most " + std::to_string(t.at_most);
    for (const Word& w : t.values) {
      out += " ";
      word(w);
    }
    if (t.from != 0) {
      out += " from ";
      expr(t.from);
    }
    if (t.to != 0) {
      out += " to ";
      expr(t.to);
    }
    if (t.or_none) out += " or-none";
  }

  void say(const RulesetDecl& d) {
    labelled("ruleset", d.name, d.label);
    for (const Word& w : d.languages) {
      out += " language ";
      word(w);
    }
    if (d.currency) {
      out += " currency ";
      word(d.currency);
    }
    if (d.missing_days == RulesetDecl::MissingDays::roll_forward) out += " roll-forward";
    if (d.missing_days == RulesetDecl::MissingDays::roll_back) out += " roll-back";
  }
  void say(const SourceDecl& d) {
    labelled("source", d.name, d.title);
    maybe("publisher", d.publisher);
    maybe("url", d.url);
    day("checked", d.checked);
  }
  void say(const UseDecl& d) {
    out += "(use ";
    text(d.path);
  }
  void say(const TableDecl& d) {
    labelled("table", d.name, d.label);
    maybe("from", d.from);
    for (const ColumnDecl& c : d.columns) {
      out += c.is_key ? "\n  (key " : "\n  (";
      word(c.name);
      maybe("", c.label);
      type(c.type);
      out += ")";
    }
    if (d.shown_as) {
      out += " shown-as ";
      word(d.shown_as);
    }
    for (const auto& r : d.rows) {
      out += "\n  (row";
      for (const ExprId cell : r) {
        out += " ";
        expr(cell);
      }
      out += ")";
    }
    cites(d.cites);
  }
  void say(const EnumDecl& d) {
    labelled("enum", d.name, d.label);
    for (const EnumValueDecl& v : d.values) {
      out += " (";
      word(v.name);
      maybe("", v.label);
      out += ")";
    }
  }
  void say(const GroupDecl& d) {
    labelled("group", d.name, d.label);
    out += " of ";
    word(d.of);
    for (const Word& w : d.values) {
      out += " ";
      word(w);
    }
  }
  void say(const FactDecl& d) {
    out += "(fact ";
    path(d.name);
    maybe("", d.label);
    type(d.type);
    if (d.is_private) out += " private";
    maybe("ask", d.ask);
    maybe("can-change-by", d.can_change_by);
    if (d.cost) out += " cost " + std::to_string(*d.cost);
    cites(d.cites);
  }
  void say(const RecordDecl& d) {
    labelled("record", d.name, d.label);
    for (const FactDecl& field : d.fields) {
      out += "\n  ";
      say(field);
      out += ")";
    }
  }
  void say(const RuleDecl& d) {
    labelled("rule", d.name, d.label);
    cites(d.cites);
    versions(d.versions);
    unless(d.unless);
  }
  void say(const ValueDecl& d) {
    labelled("value", d.name, d.label);
    type(d.type);
    cites(d.cites);
    versions(d.versions);
  }
  void say(const DecisionDecl& d) {
    labelled("decision", d.name, d.label);
    if (d.type) type(*d.type);
    maybe("yes", d.yes);
    maybe("no", d.no);
    cites(d.cites);
    if (d.not_covered_if) {
      out += "\n  (not-covered-if ";
      line(*d.not_covered_if);
      out += ")";
    }
    versions(d.versions);
    unless(d.unless);
    for (const Step& s : d.steps) {
      out += "\n  (step ";
      text(s.text);
      if (s.when) {
        out += " when ";
        word(s.when);
      }
      out += ")";
    }
  }
  void say(const AmendDecl& d) {
    constexpr const char* whats[] = {"nothing", "rule", "value", "decision"};
    out += std::string("(amend ") + whats[static_cast<std::size_t>(d.what)] + " ";
    word(d.name);
    cites(d.cites);
    versions(d.versions);
  }
  void say(const TestsFromDecl& d) {
    out += "(tests-from ";
    text(d.path);
  }
  void say(const PresumeDecl& d) {
    out += "(presume ";
    path(d.fact);
    out += " ";
    expr(d.value);
    cites(d.cites);
  }
  void say(const TestDecl& d) {
    out += "(test ";
    text(d.title);
    day("as-of", d.as_of);
    day("law-of", d.law_of);
    maybe("everyone-in", d.everyone_in);
    for (const Given& g : d.given) given(g);
    for (const Expect& e : d.expects) expected(e);
  }
  void given(const Given& g) {
    out += "\n  (given ";
    path(g.fact);
    if (g.kind == Given::Kind::one_of) {
      out += " one-of";
      for (const ExprId v : g.values) {
        out += " ";
        expr(v);
      }
    } else if (g.kind == Given::Kind::range) {
      if (g.a != 0) {
        out += " from ";
        expr(g.a);
      }
      if (g.b != 0) {
        out += " to ";
        expr(g.b);
      }
    } else if (g.kind == Given::Kind::list) {
      for (const std::vector<Given>& member : g.members) {
        out += "\n  (member";
        for (const Given& field : member) given(field);
        out += ")";
      }
    } else {
      out += " ";
      expr(g.a);
    }
    out += ")";
  }
  void expected(const Expect& e) {
    out += "\n  (expect ";
    word(e.decision);
    out += " ";
    expr(e.result);
    if (e.has_because) out += " because";
    for (const LineRef& r : e.because) {
      out += " ";
      if (r.owner) {
        word(r.owner);
        out += "/";
      }
      word(r.line);
      for (const std::uint32_t m : r.members) out += "[" + std::to_string(m) + "]";
      if (r.since) out += "@" + std::to_string(*r.since);
    }
    if (e.has_needs) out += " needs";
    for (const Path& p : e.needs) {
      out += " ";
      path(p);
    }
    out += ")";
  }
  void say(const TextsDecl& d) {
    out += "(texts ";
    word(d.language);
    constexpr const char* whats[] = {"label", "ask", "can-change-by", "yes", "no", "otherwise", "steps"};
    for (const TextEntry& e : d.entries) {
      out += "\n  (";
      path(e.owner);
      if (e.line) {
        out += "/";
        word(e.line);
      }
      if (e.since) out += "@" + std::to_string(*e.since);
      out += std::string(" ") + whats[static_cast<std::size_t>(e.what)];
      for (const TextId t : e.texts) {
        out += " ";
        text(t);
      }
      out += ")";
    }
  }

  const Ast& ast_;
  const text::SourceSet& sources_;
  const text::Names& names_;
};

}  // namespace

std::string dump(const Ast& ast, const text::SourceSet& sources, const text::Names& names) {
  Dumper d(ast, sources, names);
  for (const Decl& one : ast.decls) d.decl(one);
  return std::move(d.out);
}

std::string dump(const Ast& ast, const text::SourceSet& sources, const text::Names& names, ExprId id) {
  Dumper d(ast, sources, names);
  d.expr(id);
  return std::move(d.out);
}

}  // namespace eligo::tests
