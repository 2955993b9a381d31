// SPDX-License-Identifier: MIT
// Owns the order in which the body of each rule, value and decision is typed, dated and given its lines.
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
      if (!c_.is_broken(c_.out.rules[i].decl)) rule(i);
    for (Index i = 0; i < c_.out.values.size(); ++i)
      if (!c_.is_broken(c_.out.values[i].decl)) value(i);
    for (Index i = 0; i < c_.out.decisions.size(); ++i)
      if (!c_.is_broken(c_.out.decisions[i].decl)) decision(i);
    typing_.finish();
  }

 private:
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
          typing_.condition(version.body);
        version.line = lines_.add_body(version.syntax->body, version.from);
      }
      if (def.is_typed) no_message(version.syntax->body, "a decision with a type");
      def.versions.push_back(version);
    }
    c_.decision_lines[index] = lines_.end();
  }

  void exceptions(const std::vector<grammar::Line>& unless, std::vector<Index>& to) {
    for (const grammar::Line& line : unless) {
      typing_.condition(line.condition);
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
