// SPDX-License-Identifier: MIT
// Names that are not written in small letters.
#include "grammar/walk.hpp"
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace style_naming_parts {

bool is_small(std::string_view name) {
  for (const char c : name)
    if (c >= 'A' && c <= 'Z') return false;
  return true;
}

/// `maxIncome`, `MaxIncome` and `MAX_INCOME` as `max_income`.
std::string in_small_letters(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool large = name[i] >= 'A' && name[i] <= 'Z';
    const bool after_small =
        i > 0 && ((name[i - 1] >= 'a' && name[i - 1] <= 'z') || (name[i - 1] >= '0' && name[i - 1] <= '9'));
    if (large && after_small) out += '_';
    out += large ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
  }
  return out;
}

void look(const Context& context, const grammar::Word& word, std::vector<Finding>& found) {
  const std::string_view name = context.view(word.id);
  if (is_small(name)) return;
  Finding finding{word.span, "expected a name in small letters, found " + context.tick(word.id)};
  finding.help.push_back("write `" + in_small_letters(name) +
                         "`, also where it is used, and in translations and tests");
  found.push_back(std::move(finding));
}

/// Values of enums are often codes that others gave, and so are the columns of a table: both are left alone.
void run(const Context& context, std::vector<Finding>& found) {
  for (const grammar::Decl& decl : context.ast().decls) {
    if (std::holds_alternative<grammar::AmendDecl>(decl.body)) continue;  // it names what others declared
    std::visit(
        [&](const auto& body) {
          if constexpr (requires { body.name.parts(); })
            for (const grammar::Word& part : body.name.parts()) look(context, part, found);
          else if constexpr (requires { body.name.id; })
            look(context, body.name, found);
          if constexpr (requires { body.fields; })
            for (const grammar::FactDecl& field : body.fields)
              for (const grammar::Word& part : field.name.parts()) look(context, part, found);
        },
        decl.body);
    grammar::visit_lines(context.ast(), decl,
                         [&](const grammar::Line& line) { look(context, line.name, found); });
  }
}

}  // namespace style_naming_parts

Lint style_naming() {
  return {
      .summary = "a name that is not written in small letters",
      .reason =
          "Case counts in names: `Income` and `income` are two. With small letters, digits and `_` alone "
          "nobody need "
          "remember which it was. Values of enums and columns of tables may be codes that others gave.",
      .level = Level::warning,
      .bad = R"(fact «livesHere» : yes or no
decision card
  livesHere
end
)",
      .good = R"(fact lives_here : yes or no
decision card
  lives_here
end
)",
      .every_file = true,
      .run = style_naming_parts::run,
  };
}

}  // namespace eligo::lint
