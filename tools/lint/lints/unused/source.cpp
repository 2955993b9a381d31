// SPDX-License-Identifier: MIT
// Sources that nothing cites.
#include <set>

#include "grammar/walk.hpp"
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace unused_source_parts {

void run(const Context& context, std::vector<Finding>& found) {
  std::set<text::NameId> cited;
  const auto cite = [&](const std::vector<grammar::Citation>& all) {
    for (const grammar::Citation& each : all) cited.insert(each.source.id);
  };
  const auto fields = [&](const grammar::RecordDecl& record) {
    for (const grammar::FactDecl& field : record.fields) cite(field.cites);
  };
  for (const grammar::Decl& decl : context.ast().decls) {
    std::visit(
        [&](const auto& body) {
          if constexpr (requires { body.cites; }) cite(body.cites);
          if constexpr (requires { body.fields; }) fields(body);
        },
        decl.body);
    grammar::visit_lines(context.ast(), decl, [&](const grammar::Line& line) { cite(line.cites); });
  }
  for (const grammar::Decl& decl : context.ast().decls) {
    const auto* const source = std::get_if<grammar::SourceDecl>(&decl.body);
    if (source == nullptr || cited.count(source->name.id) != 0) continue;
    Finding finding{source->name.span, "nothing cites the source " + context.tick(source->name.id)};
    finding.help.push_back("write `cites " + std::string(context.view(source->name.id)) +
                           "` at the rules, values and lines that follow it, or take it out");
    found.push_back(std::move(finding));
  }
}

}  // namespace unused_source_parts

Lint unused_source() {
  return {
      .summary = "a source that nothing cites",
      .reason =
          "Answers name the sources of the lines that decided. One that nothing cites is never named, and "
          "nobody sees "
          "which rules follow it when it changes.",
      .level = Level::warning,
      .bad = R"(source «decree» "Decree on tickets"
  checked 2025-05-01
end
fact age : whole from 0 to 120
decision ticket
  age >= 18
end
)",
      .good = R"(source decree "Decree on tickets"
  checked 2025-05-01
end
fact age : whole from 0 to 120
decision ticket
  cites decree
  age >= 18
end
)",
      .run = unused_source_parts::run,
  };
}

}  // namespace eligo::lint
