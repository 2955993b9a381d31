// SPDX-License-Identifier: MIT
// Finds what ends for good.
#include "tools/lint/lapse.hpp"

#include "tools/lint/somebody.hpp"

namespace eligo::lint {
namespace {

template <typename Def, typename Roots>
void look(const Context& context, const std::vector<Def>& defs, const Roots& roots, const std::string& noun,
          const std::function<void(const Lapse&)>& see) {
  for (std::size_t i = 0; i < defs.size(); ++i) {
    const Def& def = defs[i];
    const check::VersionDef& last = def.versions.back();
    if (def.versions.size() < 2 || !is_lapse(context, last) || last.syntax == nullptr) continue;
    const std::string then = last.not_covered ? "it is not covered" : "nobody meets it";
    see({std::string(context.view(def.name)), "the " + noun + " " + context.tick(def.name), then, last.from,
         last.syntax->days, roots[i].root});
  }
}

}  // namespace

std::string shown(const Context& context, const Lapse& lapse) {
  const types::Date day_before{lapse.from.days - 1};
  return before_and_since(context, lapse.name, lapse.root, {}, day_before, lapse.from);
}

bool is_lapse(const Context& context, const check::VersionDef& version) {
  return version.not_covered || context.ast()[version.body].kind == grammar::ExprKind::never;
}

void each_lapse(const Context& context, const std::function<void(const Lapse&)>& see) {
  look(context, context.checked.rules, context.program.rules, "rule", see);
  look(context, context.checked.values, context.program.values, "value", see);
  look(context, context.checked.decisions, context.program.decisions, "decision", see);
}

}  // namespace eligo::lint
