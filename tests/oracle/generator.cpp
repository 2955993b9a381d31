// SPDX-License-Identifier: MIT
// Owns the declarations of random rulesets.
#include "tests/oracle/generator.hpp"

#include <algorithm>

namespace eligo::oracle {

namespace {

using types::Base;

constexpr unsigned drilled_lines = 44;
constexpr unsigned drilled_members = 16;
constexpr unsigned fields_of_a_record = 6;

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : random_(seed), expressions_(random_) {}

  SourceText make() {
    types();
    facts();
    lists();
    for (unsigned i = 0; i < 3; ++i) value(i);
    for (unsigned i = 0; i < 3; ++i) rule(i);
    decision(0);
    if (random_.percent(40)) {
      members_decision();
    } else {
      decision(1);
    }
    typed_decision();
    drill_decision();
    return std::move(out_);
  }

 private:
  SourceDecl& declare(const std::string& header) {
    out_.decls.emplace_back();
    out_.decls.back().header = header;
    return out_.decls.back();
  }

  void types() {
    declare("ruleset chance \"Chance\"").notes = {
        "currency EUR",
        random_.percent(50) ? "missing days roll forward" : "missing days roll back",
    };
    declare("enum colour").notes = {"red", "green", "blue \"Blue\""};
    declare("enum size").notes = {"small", "large", "none \"no size\""};
    declare("group warm of colour").notes = {"red, green"};
    declare("group cold of colour").notes = {"blue"};
    expressions_.add_group("warm");
    expressions_.add_group("cold");
    table("places", 0);
    table("levels", 1);
  }

  // Columns of a random choice of types, some `or none`, and a row for each key.
  void table(const std::string& name, unsigned of) {
    std::vector<std::string> notes{of == 0 ? "key code : text" : "key code : whole"};
    struct Column {
      Kind kind;
      bool or_none;
    };
    std::vector<Column> columns;
    for (unsigned i = 0; i < 5; ++i) {
      Kind kind = expressions_.any_kind();
      while (kind.base == Base::key || (kind == Kind{Base::enumeration, 1})) kind = expressions_.any_kind();
      columns.push_back({kind, random_.percent(40)});
      notes.push_back("c" + std::to_string(i) + " : " + expressions_.type_name(kind) +
                      (columns.back().or_none ? " or none" : ""));
    }
    SourceDecl& decl = declare("table " + name);
    decl.notes = notes;
    for (const std::string& key : table_keys()[of]) {
      std::string row = key;
      for (const Column& column : columns) {
        row += ", " + (column.or_none && random_.percent(40) ? "none" : plain_literal(column.kind));
      }
      decl.rows.push_back(row);
    }
    table_columns_.emplace_back();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      table_columns_.back().push_back({".c" + std::to_string(i), columns[i].kind, columns[i].or_none});
    }
    const Kind key_type = of == 0 ? Kind{Base::text, 0} : Kind{Base::whole, 0};
    table_columns_.back().push_back({".code", key_type, false});
  }

  std::string plain_literal(Kind kind) {
    std::string text = expressions_.literal(kind);
    while (text == "today") text = expressions_.literal(kind);
    return text;
  }

  void fact(const std::string& name, Kind kind, const std::string& range, bool or_none) {
    const bool lists_none = kind == Kind{Base::enumeration, 1};
    const std::string none = or_none && !lists_none ? " or none" : "";
    declare("fact " + name + " : " + expressions_.type_name(kind) + range + none).has_end = false;
    expressions_.add({name, kind, or_none || lists_none});
    if (kind.base == Base::key) {
      for (const Atom& column : table_columns_[kind.of]) {
        expressions_.add({name + column.text, column.kind, column.or_none || or_none});
      }
    }
    if (!range.empty() || !random_.percent(15)) return;
    SourceDecl& presumption = declare("presume " + name + " is " + plain_literal(kind));
    presumption.has_end = false;
  }

  std::string range_of(Kind kind) {
    switch (kind.base) {
      case Base::whole:
        return random_.percent(50) ? " from 0 to 3" : " from -1 to 1";
      case Base::decimal:
        return random_.percent(60) ? " from 0.4999999999 to 0.5000000001" : " from 0 to 2";
      case Base::money:
        return random_.percent(60) ? " from 100 to 100.0000000002" : " from -100 to 400.50";
      case Base::date:
        return random_.percent(60) ? " from 2024-02-27 to 2024-03-01" : " from 2024-02-28";
      case Base::version:
        return random_.percent(60) ? " from 9 to 9.0.0.2" : " to 16.10";
      default:
        return "";
    }
  }

  void facts() {
    const std::vector<Kind> kinds{{Base::whole, 0},     {Base::decimal, 0},     {Base::money, 0},
                                  {Base::date, 0},      {Base::version, 0},     {Base::text, 0},
                                  {Base::yes_or_no, 0}, {Base::enumeration, 0}, {Base::enumeration, 1},
                                  {Base::key, 0},       {Base::key, 1}};
    unsigned number = 0;
    for (const Kind kind : kinds) {
      const std::string base = "f" + std::to_string(number++);
      fact(base, kind, random_.percent(75) ? range_of(kind) : "", false);
      if (random_.percent(40)) fact("g.x" + base, kind, random_.percent(50) ? range_of(kind) : "", true);
      if (random_.percent(25)) fact("h" + base, kind, "", random_.percent(30));
    }
  }

  // One record, of which there are a fact and two lists.
  void lists() {
    std::vector<std::string> notes;
    Members members;
    const auto add = [&](const std::string& field, Kind kind, const std::string& range, bool or_none) {
      const bool lists_none = kind == Kind{Base::enumeration, 1};
      notes.push_back(field + " : " + expressions_.type_name(kind) + range +
                      (or_none && !lists_none ? " or none" : ""));
      members.fields.push_back({"." + field, kind, or_none || lists_none});
      if (kind.base != Base::key) return;
      for (const Atom& column : table_columns_[kind.of]) {
        members.fields.push_back({"." + field + column.text, column.kind, column.or_none || or_none});
      }
    };
    add("p0", {Base::yes_or_no, 0}, "", false);
    for (unsigned i = 1; i < fields_of_a_record; ++i) {
      const Kind kind = expressions_.any_kind();
      add("p" + std::to_string(i), kind, random_.percent(60) ? range_of(kind) : "", random_.percent(20));
    }
    declare("record person \"a person\"").notes = notes;
    declare("fact home : person").has_end = false;
    if (random_.percent(15))
      declare("presume home.p0 is " + expressions_.literal({Base::yes_or_no, 0})).has_end = false;
    for (const Atom& field : members.fields)
      expressions_.add({"home" + field.text, field.kind, field.or_none});
    for (unsigned i = 0; i < 2; ++i) {
      members.list = (i == 0 ? "l" : "g.l") + std::to_string(i);
      const std::size_t at_most = 1 + random_.below(random_.percent(60) ? 2 : 3);
      declare("fact " + members.list + " : list of person, at most " + std::to_string(at_most)).has_end =
          false;
      expressions_.add_list(members);
    }
  }

  // One version, or several that share no day; `body` writes each.
  template <class Body>
  void versions(SourceDecl& decl, bool can_be_uncovered, Body body) {
    if (random_.percent(65)) {
      decl.versions.push_back({"", body()});
      return;
    }
    std::vector<std::string> days{"until 2023-12-31 : "};
    if (random_.percent(50)) {
      days.emplace_back("since 2024-01-01 : ");
    } else {
      days.emplace_back("since 2024-01-01 until 2024-02-29 : ");
      days.emplace_back("since 2024-03-01 : ");
    }
    for (const std::string& these : days) {
      if (can_be_uncovered && random_.percent(4)) {
        decl.versions.push_back({these, {"", "not covered", {}, ""}});
      } else {
        decl.versions.push_back({these, body()});
      }
    }
  }

  // The parser refuses a body that is a text alone: it takes it for a label.
  static bool is_plain_body(Kind kind) { return kind.base != Base::text && !(kind == Kind{Base::key, 0}); }

  void value(unsigned number) {
    const bool of_text = number == 0 && random_.percent(25);  // texts are rare otherwise
    const Kind kind = of_text ? Kind{Base::text, 0} : expressions_.any_kind();
    const std::string name = "v" + std::to_string(number);
    SourceDecl& decl = declare("value " + name + " : " + expressions_.type_name(kind));
    const bool is_figure =
        types::Type{kind.base, false, 0}.is_ordered() && random_.percent(kind.base == Base::whole ? 60 : 15);
    versions(decl, true, [&] {
      if (is_figure) return SourceLine{"", plain_literal(kind), {}, ""};
      if (random_.percent(20)) return SourceLine{"", expressions_.broken_operand(kind), {}, ""};
      const std::string text = random_.percent(35) && is_plain_body(kind)
                                   ? plain_literal(kind)
                                   : expressions_.typed(kind, random_.percent(50) ? 2 : 1);
      return SourceLine{"", text, {}, ""};
    });
    const bool lists_none = kind == Kind{Base::enumeration, 1};
    expressions_.add({name, kind, lists_none});
    if (is_figure) expressions_.add_figure({name, kind, lists_none});
  }

  SourceLine line(const std::string& name, unsigned depth, bool must_have_name) {
    SourceLine l;
    if (depth > 0 && random_.percent(25)) {
      const std::string asked = asked_of_members();
      l = block(name + "_", depth - 1, must_have_name);
      l.before = name + " \"line " + name + "\" : ";
      l.text = asked + l.text;
      if (!asked.empty()) expressions_.leave();
      return l;
    }
    l.text = expressions_.condition(depth > 0 ? 2 : 1);
    if (must_have_name || random_.percent(60)) {
      l.before = name + " : ";
      if (random_.percent(20)) l.after = " otherwise \"not " + name + "\"";
    }
    return l;
  }

  // `some m0 in l0 : ` before a block, or nothing.
  std::string asked_of_members() {
    if (!random_.percent(35)) return "";
    return (random_.percent(50) ? "some " : "every ") + expressions_.enter() + " : ";
  }

  SourceLine block(const std::string& prefix, unsigned depth, bool names) {
    static const std::vector<std::string> openers{"all of",  "any of",  "any of",
                                                  "none of", "none of", "at least"};
    SourceLine b;
    const std::size_t count = 2 + random_.below(3);
    b.text = random_.pick(openers);
    if (b.text == "at least")
      b.text += " " + std::to_string(1 + random_.below(random_.percent(50) ? 1 : count)) + " of";
    for (std::size_t i = 0; i < count; ++i) {
      const std::string name = prefix + "l" + std::to_string(i);
      SourceLine next = line(name, depth, names);
      if (next.before.empty() && is_there(b.lines, next.text)) next.before = name + " : ";
      b.lines.push_back(std::move(next));
    }
    return b;
  }

  // A rule or fact alone on two lines of one block would be one name twice.
  static bool is_there(const std::vector<SourceLine>& lines, const std::string& text) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const SourceLine& line) { return line.before.empty() && line.text == text; });
  }

  SourceLine body(unsigned depth, bool names) {
    if (random_.percent(25)) return {"", expressions_.condition(2), {}, ""};
    const std::string asked = random_.percent(30) ? asked_of_members() : "";
    SourceLine whole = block("", depth, names);
    whole.text = asked + whole.text;
    if (!asked.empty()) expressions_.leave();
    return whole;
  }

  void exceptions(SourceDecl& decl) {
    if (!random_.percent(20)) return;
    const std::size_t count = 1 + random_.below(2);
    for (std::size_t i = 0; i < count; ++i) {
      decl.exceptions.push_back(line("x" + std::to_string(i), 1, random_.percent(70)));
    }
  }

  void rule(unsigned number) {
    const std::string name = "r" + std::to_string(number);
    SourceDecl& decl = declare("rule " + name + " \"rule " + name + "\"");
    versions(decl, false, [&] { return body(1, false); });
    exceptions(decl);
    expressions_.add_rule(name);
  }

  void decision(unsigned number) {
    SourceDecl& decl = declare("decision d" + std::to_string(number) + " \"decision\"");
    decl.notes = {"yes \"Yes.\"", "no \"No.\""};
    if (random_.percent(16)) decl.coverage = line("coverage", 1, true);
    decl.coverage.before.clear();
    decl.coverage.after.clear();
    versions(decl, true, [&] { return body(1, true); });
    exceptions(decl);
  }

  // Few enough answers to list them all: a line or two, and perhaps a block about each member.
  void members_decision() {
    SourceDecl& decl = declare("decision d1 \"members\"");
    SourceLine block;
    block.text = random_.percent(50) ? "any of" : "all of";
    const std::size_t count = 1 + random_.below(2);
    for (std::size_t i = 0; i < count; ++i) {
      block.lines.push_back({"l" + std::to_string(i) + " : ", expressions_.few_members(), {}, ""});
    }
    if (random_.percent(50)) {
      SourceLine asked;
      asked.before = "b : ";
      asked.text = (random_.percent(50) ? "some " : "every ") + expressions_.enter() +
                   (random_.percent(50) ? " : any of" : " : all of");
      for (const char* name : {"b_l0 : ", "b_l1 : "})
        asked.lines.push_back({name, expressions_.few_asked(), {}, ""});
      expressions_.leave();
      block.lines.push_back(std::move(asked));
    }
    decl.versions.push_back({"", block});
  }

  void drill_decision() {
    SourceDecl& decl = declare("decision d3 \"drill\"");
    SourceLine block;
    const bool alone = random_.percent(20);
    block.text = random_.percent(50) ? "any of" : "all of";
    for (unsigned i = 0; i < (alone ? 1u : drilled_lines); ++i) {
      block.lines.push_back({"l" + std::to_string(i) + " : ", expressions_.drill(), {}, ""});
    }
    for (unsigned i = 0; i < (alone ? 0u : drilled_members); ++i) {
      block.lines.push_back({"m" + std::to_string(i) + "_ : ", expressions_.drill_members(), {}, ""});
    }
    decl.versions.push_back({"", block});
  }

  void typed_decision() {
    const Kind kind = expressions_.any_kind();
    if (kind.base == Base::yes_or_no) return decision(2);
    const bool or_none = random_.percent(20) && kind.base != Base::enumeration;
    SourceDecl& decl =
        declare("decision d2 \"decision\" : " + expressions_.type_name(kind) + (or_none ? " or none" : ""));
    if (random_.percent(12)) decl.coverage = {"", expressions_.condition(1), {}, ""};
    versions(decl, true, [&] {
      if (random_.percent(25)) return SourceLine{"", expressions_.typed(kind, 2), {}, ""};
      std::string text = "when " + expressions_.condition(1) + " then " + expressions_.typed(kind, 1);
      while (random_.percent(50)) {
        text += " else when " + expressions_.condition(1) + " then " + expressions_.operand(kind, 1);
      }
      const bool ends_with_none = or_none && random_.percent(50);
      return SourceLine{
          "", text + " else " + (ends_with_none ? "none" : expressions_.operand(kind, 1)), {}, ""};
    });
  }

  Random random_;
  Expressions expressions_;
  SourceText out_;
  std::vector<std::vector<Atom>> table_columns_;
};

}  // namespace

SourceText generate(std::uint64_t seed) {
  return Maker(seed).make();
}

}  // namespace eligo::oracle
