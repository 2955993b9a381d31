// SPDX-License-Identifier: MIT
// Messages that nobody ever hears.
#include <set>

#include "grammar/walk.hpp"
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace unused_message_parts {

/// The lines that may speak: a line with a message of its own speaks, and nothing below it does.
class Speaking {
 public:
  explicit Speaking(const Context& context) : c_(context.checked), ast_(context.ast()) {
    for (const check::DecisionDef& decision : c_.decisions) {
      bodies(decision);
      if (decision.coverage != check::nowhere) line(*c_.lines[decision.coverage].syntax);
    }
  }
  [[nodiscard]] bool hears(const grammar::Line& line) const { return heard_.count(&line) != 0; }

 private:
  template <typename Def>
  void bodies(const Def& def) {
    for (const check::VersionDef& version : def.versions)
      if (version.syntax != nullptr && version.body != 0) line(version.syntax->body);
    if constexpr (requires { def.unless; })
      for (const check::Index index : def.unless) line(*c_.lines[index].syntax);
  }

  void line(const grammar::Line& line) {
    heard_.insert(&line);
    if (line.otherwise == 0) expression(line.condition);
  }

  void expression(check::ExprId root) {
    std::vector<check::ExprId> open{root};
    while (!open.empty()) {
      const check::ExprId now = open.back();
      open.pop_back();
      const grammar::Expr& e = ast_[now];
      for (const check::ExprId child : grammar::children(ast_, e)) open.push_back(child);
      if (e.kind == grammar::ExprKind::block)
        for (const grammar::Line& each : ast_.blocks[e.value].lines) line(each);
      const check::Ref& ref = c_.refs[now];
      if (ref.kind == check::Ref::Kind::rule && rules_.insert(ref.index).second) bodies(c_.rules[ref.index]);
      if (ref.kind == check::Ref::Kind::value && values_.insert(ref.index).second)
        bodies(c_.values[ref.index]);
    }
  }

  const check::Checked& c_;
  const grammar::Ast& ast_;
  std::set<const grammar::Line*> heard_;
  std::set<check::Index> rules_, values_;
};

void run(const Context& context, std::vector<Finding>& found) {
  const Speaking speaking(context);
  std::set<text::NameId> asked;
  for (std::size_t i = 0; i < context.checked.rules.size(); ++i)
    if (context.uses.rules[i]) asked.insert(context.checked.rules[i].name);
  for (const grammar::Decl& decl : context.ast().decls) {
    const auto* const rule = std::get_if<grammar::RuleDecl>(&decl.body);
    const auto* const amended = std::get_if<grammar::AmendDecl>(&decl.body);
    const text::NameId name = rule != nullptr ? rule->name.id : amended != nullptr ? amended->name.id : 0;
    if (asked.count(name) == 0) continue;  // of a rule that nobody asks this is not the news
    grammar::visit_lines(context.ast(), decl, [&](const grammar::Line& line) {
      if (line.otherwise == 0 || speaking.hears(line)) return;
      Finding finding{context.ast().texts[line.otherwise].span,
                      "nobody hears this message: every line that leads here has a message of its own"};
      finding.help.push_back("take it out; or take out the message above it, so that this one is said");
      found.push_back(std::move(finding));
    });
  }
}

}  // namespace unused_message_parts

Lint unused_message() {
  return {
      .summary = "a message that nobody hears",
      .reason =
          "A line speaks with its own `otherwise`, or else lets the lines below it speak. A message below a "
          "line that "
          "has one is never said: whoever improves it improves nothing.",
      .level = Level::warning,
      .bad = R"(fact age : whole from 0 to 120
fact lives_here : yes or no
rule accepted
  all of
    grown_up : age >= 18
      otherwise «"You must be 18."»
    lives_here
  end
end
decision card
  all of
    accepted
      otherwise "The card is for grown-ups of this town."
  end
end
)",
      .good = R"(fact age : whole from 0 to 120
fact lives_here : yes or no
rule accepted
  all of
    grown_up : age >= 18
      otherwise "You must be 18."
    lives_here
      otherwise "You must live here."
  end
end
decision card
  accepted
end
)",
      .run = unused_message_parts::run,
  };
}

}  // namespace eligo::lint
