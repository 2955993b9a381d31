// SPDX-License-Identifier: MIT
// Owns the order in which the body of each rule, value and decision is typed, dated and given its lines.
#include <type_traits>

#include "interpreter/check/lines.hpp"
#include "interpreter/check/passes.hpp"
#include "interpreter/check/typing.hpp"
#include "interpreter/check/versions.hpp"

namespace eligo::check {
namespace {

using Kind = Entry::Kind;

class Bodies {
 public:
  Bodies(Context& c, Typing& typing) : c_(c), typing_(typing), lines_(c) {}

  void run() {
    for (Index i = 0; i < c_.out.rules.size(); ++i)
      if (is_whole<grammar::RuleDecl>(c_.out.rules[i])) rule(i);
    for (Index i = 0; i < c_.out.values.size(); ++i)
      if (is_whole<grammar::ValueDecl>(c_.out.values[i])) value(i);
    for (Index i = 0; i < c_.out.decisions.size(); ++i)
      if (is_whole<grammar::DecisionDecl>(c_.out.decisions[i])) decision(i);
    typing_.finish();
  }

 private:
  // Of what has a mistake that was told, names and types are looked at on lines without one, and nothing else.
  template <typename Decl, typename Def>
  bool is_whole(const Def& def) {
    if (!c_.is_broken(def.decl)) return true;
    typing_.set_node(nowhere);
    c_.in_broken = true;
    const auto& decl = std::get<Decl>(c_.ast.decls[def.decl].body);
    if constexpr (requires { decl.not_covered_if; })
      if (decl.not_covered_if) condition_beside(*decl.not_covered_if);
    if constexpr (requires { decl.unless; })
      for (const grammar::Line& line : decl.unless) condition_beside(line);
    for (const Written& written : c_.versions_of(def.decl))
      if (!written.version->not_covered) body_beside(def, written.version->body);
    c_.in_broken = false;
    return false;
  }

  // Recurses as deep as blocks stand inside one another, which the limit `nesting` bounds.
  void condition_beside(const grammar::Line& line) {
    const grammar::Expr& condition = c_.ast[line.condition];
    if (condition.kind == grammar::ExprKind::block)
      for (const grammar::Line& inner : c_.ast.blocks[condition.value].lines) condition_beside(inner);
    else if (!c_.lost.was_told_of_lines(line.span))
      typing_.condition(line.condition);
  }

  template <typename Def>
  void body_beside(const Def& def, const grammar::Line& body) {
    if (c_.lost.was_told_of_lines(c_.ast.decls[def.decl].header))
      return;  // it may have said which type is due
    bool is_condition = !std::is_same_v<Def, ValueDef>;
    if constexpr (requires { def.is_typed; }) is_condition = !def.is_typed;
    if (is_condition) return condition_beside(body);
    if constexpr (requires { def.type; })
      if (!c_.lost.was_told_of_lines(body.span))
        typing_.expression(body.condition, def.type, "the value of " + c_.tick(def.name));
  }

  void rule(Index index) {
    RuleDef& def = c_.out.rules[index];
    const auto& decl = std::get<grammar::RuleDecl>(c_.ast.decls[def.decl].body);
    typing_.set_node(index);
    lines_.begin(def.name, false);
    exceptions(decl.unless, def.unless);
    def.versions = resolve_versions(c_, {Kind::rule, def.name, decl.name.span, def.decl});
    for (VersionDef& version : def.versions) {
      if (version.not_covered) continue;
      typing_.condition(version.body);
      version.line = lines_.add_body(version.syntax->body, version.from);
    }
    c_.rule_lines[index] = lines_.end();
  }

  void value(Index index) {
    ValueDef& def = c_.out.values[index];
    const auto& decl = std::get<grammar::ValueDecl>(c_.ast.decls[def.decl].body);
    typing_.set_node(static_cast<Index>(c_.out.rules.size()) + index);
    const std::string what = "the value " + c_.tick(def.name);
    for (const VersionDef& version :
         resolve_versions(c_, {Kind::value, def.name, decl.name.span, def.decl})) {
      if (!version.not_covered) typing_.expression(version.body, def.type, what);
      no_message(version.syntax->body, "a value");
      def.versions.push_back(version);
    }
  }

  void decision(Index index) {
    DecisionDef& def = c_.out.decisions[index];
    const auto& decl = std::get<grammar::DecisionDecl>(c_.ast.decls[def.decl].body);
    typing_.set_node(nowhere);
    lines_.begin(def.name, true);
    if (decl.not_covered_if) {
      typing_.condition(decl.not_covered_if->condition);
      def.coverage = lines_.add_outside(*decl.not_covered_if, true);
    }
    if (def.is_typed)
      unused_parts(def, decl);
    else
      exceptions(decl.unless, def.unless);
    const std::string what = "the decision " + c_.tick(def.name);
    for (VersionDef& version : resolve_versions(c_, {Kind::decision, def.name, decl.name.span, def.decl})) {
      if (!version.not_covered) {
        if (def.is_typed)
          typing_.expression(version.body, def.type, what);
        else
          condition_of(index, version);
        version.line = lines_.add_body(version.syntax->body, version.from);
      }
      if (def.is_typed) no_message(version.syntax->body, "a decision with a type");
      def.versions.push_back(version);
    }
    c_.decision_lines[index] = lines_.end();
  }

  // A value in its place is one mistake: the type was forgotten, and what tests expect is right.
  void condition_of(Index decision, const VersionDef& version) {
    if (c_.lost_types.count(decision) != 0) return;  // its first version was told
    typing_.condition(version.body);
    if (!typing_.gives_value(version.body)) return;
    c_.lost_types.insert(decision);
    c_.last_said().help.push_back(
        "a decision that gives a value says its type behind its label, such as `: money`");
  }

  void exceptions(const std::vector<grammar::Line>& unless, std::vector<Index>& to) {
    for (const grammar::Line& line : unless) {
      typing_.condition(line);
      to.push_back(lines_.add_outside(line, false));
    }
  }

  void no_message(const grammar::Line& line, const std::string& what) {
    if (line.otherwise == 0) return;
    c_.say(Code::decision_not_here, c_.ast.texts[line.otherwise].span,
           "the message of `otherwise` would never be said: " + what + " is never no")
        .help.push_back("leave it out, or write it at a line of a decision that is yes or no");
  }

  void unused_parts(const DecisionDef& def, const grammar::DecisionDecl& decl) {
    const auto refuse = [&](Span span, const std::string& part, const std::string& help) {
      c_.say(Code::decision_not_here, span,
             part + " stands only in a decision that is yes or no, but " + c_.tick(def.name) + " gives " +
                 c_.words(def.type))
          .help.push_back(help);
    };
    if (def.type.base == types::Base::error) return;
    for (const TextId sentence : {decl.yes, decl.no})
      if (sentence != 0)
        refuse(c_.ast.texts[sentence].span, "a sentence for yes or no",
               "leave it out: the value itself is said");
    for (const grammar::Line& line : decl.unless)
      refuse(line.span, "an exception", "write the exception as the first case: `when … then … else …`");
    if (!decl.steps.empty() && decl.steps[0].text != 0)
      refuse(c_.ast.texts[decl.steps[0].text].span, "`steps`", "steps follow a yes; leave them out");
  }

  Context& c_;
  Typing& typing_;
  Lines lines_;
};

}  // namespace

void check_bodies(Context& c, Typing& typing) {
  Bodies(c, typing).run();
}

}  // namespace eligo::check
