// SPDX-License-Identifier: MIT
// Answers that no condition tells apart.
#include <set>

#include "grammar/walk.hpp"
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace unused_choice_parts {

using grammar::Expr;
using grammar::ExprKind;

/// Enums that are compared as wholes, with another fact or value: every value of them may matter.
class Compared {
 public:
  explicit Compared(const Context& context) : context_(context) {
    all(context.checked.rules);
    all(context.checked.values);
    all(context.checked.decisions);
  }
  [[nodiscard]] bool has(check::Index e) const { return enums_.count(e) != 0; }

 private:
  template <typename Defs>
  void all(const Defs& defs) {
    for (const auto& def : defs)
      for (const check::ExprId root : expressions_of(context_.checked, def))
        grammar::visit(context_.ast(), root, [&](check::ExprId, const Expr& e) { look(e); });
  }

  [[nodiscard]] bool is_written(check::ExprId side) const {
    return context_.checked.constant(side) != nullptr || context_.ast()[side].kind == ExprKind::none ||
           context_.checked.refs[side].kind == check::Ref::Kind::group;
  }

  /// `a is b`; `a is one of b, FR`.
  void look(const Expr& e) {
    if (e.kind != ExprKind::compare && e.kind != ExprKind::member) return;
    const types::Type& type = context_.checked.types[context_.ast().child(e, 0)];
    std::uint32_t written = 0;
    for (std::uint32_t i = 0; i < e.count; ++i) written += is_written(context_.ast().child(e, i)) ? 1 : 0;
    const std::uint32_t as_usual = e.kind == ExprKind::compare ? 1 : e.count - 1;
    if (type.base == types::Base::enumeration && written < as_usual) enums_.insert(type.of);
  }

  const Context& context_;
  std::set<check::Index> enums_;
};

/// Enums that people tell and a decision asks.
std::set<check::Index> asked(const Context& context) {
  std::set<check::Index> enums;
  for (std::size_t i = 0; i < context.checked.facts.size(); ++i) {
    const types::Type& type = context.checked.facts[i].type;
    if (context.uses.facts[i] && type.base == types::Base::enumeration) enums.insert(type.of);
  }
  return enums;
}

void run(const Context& context, std::vector<Finding>& found) {
  const Compared compared(context);
  for (const check::Index e : asked(context)) {
    const check::EnumDef& def = context.checked.enums[e];
    std::vector<const check::EnumDef::Item*> alike;
    for (std::size_t i = 0; i < def.values.size(); ++i)
      if (!context.uses.enum_values[e][i]) alike.push_back(&def.values[i]);
    if (alike.size() < 2 || compared.has(e)) continue;
    Finding finding{alike[1]->span, "no condition tells " + context.tick(alike[1]->name) + " from " +
                                        context.tick(alike[0]->name)};
    finding.labels.push_back({alike[0]->span, "the other one"});
    finding.help.push_back("one answer would do for both, unless people look for the word itself");
    found.push_back(std::move(finding));
  }
}

}  // namespace unused_choice_parts

Lint unused_choice() {
  return {
      .summary = "two answers to a question that no condition tells apart",
      .reason =
          "Whichever of them somebody gives, every answer is the same. Perhaps a condition was forgotten; "
          "perhaps one "
          "answer, such as \"another\", would do. Where people look for the word itself, it is good that it "
          "is there.",
      .level = Level::note,
      .bad = R"(enum home
  rented "a rented home"
  owned  "a home of my own"
  «shared» "a shared home"
end
fact living : home
decision aid
  living is rented
end
)",
      .good = R"(enum home
  rented "a rented home"
  other  "another home"
end
fact living : home
decision aid
  living is rented
end
)",
      .run = unused_choice_parts::run,
  };
}

}  // namespace eligo::lint
