// SPDX-License-Identifier: MIT
// Tables that nobody looks anything up in.
#include "tools/lint/lint.hpp"
#include "tools/lint/types.hpp"

namespace eligo::lint {
namespace unused_table_parts {

void run(const Context& context, std::vector<Finding>& found) {
  for (const grammar::Decl& decl : context.ast().decls) {
    const auto* const table = std::get_if<grammar::TableDecl>(&decl.body);
    if (table == nullptr) continue;
    check::Index index = 0;
    while (index < context.checked.tables.size() && context.checked.tables[index].name != table->name.id)
      ++index;
    if (is_told(context.checked, types::Base::key, index)) continue;
    Finding finding{table->name.span, "no fact is a key of the table " + context.tick(table->name.id)};
    finding.help.push_back(
        "rows are found through a fact or field whose type is the table: declare it, or take the table "
        "out");
    found.push_back(std::move(finding));
  }
}

}  // namespace unused_table_parts

Lint unused_table() {
  return {
      .summary = "a table that no fact leads to",
      .reason =
          "Rows of a table are found through a fact or field whose type is the table. Without one its rows "
          "decide "
          "nothing, however carefully they are kept.",
      .level = Level::warning,
      .bad = R"(table «towns»
  key code : text
  open     : yes or no
  rows
    "A", yes
    "B", no
  end
end
fact town : text
decision service
  town is "A"
end
)",
      .good = R"(table towns
  key code : text
  open     : yes or no
  rows
    "A", yes
    "B", no
  end
end
fact town : towns
decision service
  town.open
end
)",
      .run = unused_table_parts::run,
  };
}

}  // namespace eligo::lint
