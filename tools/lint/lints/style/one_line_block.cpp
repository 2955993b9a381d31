// SPDX-License-Identifier: MIT
// Blocks of one line.
#include <algorithm>

#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace style_one_line_block_parts {

/// A comment that would be lost with the words around the line.
bool has_comment(const Context& context, const grammar::Block& block) {
  const auto& comments = context.ast().comments;
  return std::any_of(comments.begin(), comments.end(), [&](const Span& comment) {
    return comment.source == block.span.source && comment.begin >= block.span.begin &&
           comment.end <= block.span.end;
  });
}

void run(const Context& context, std::vector<Finding>& found) {
  for (const grammar::Block& block : context.ast().blocks) {
    if (block.lines.size() != 1 || block.kind == grammar::BlockKind::none_of) continue;
    const grammar::Line& line = block.lines[0];
    // A name, a label, a message or a source need a line to stand at.
    if (line.name || line.otherwise != 0 || !line.cites.empty()) continue;
    Finding finding{block.opener, "a block of one line is that line"};
    if (!has_comment(context, block))
      finding.fixes.push_back(
          {"write the line without a block",
           {{block.span, std::string(context.sources().view(context.ast()[line.condition].span))}}});
    found.push_back(std::move(finding));
  }
}

}  // namespace style_one_line_block_parts

Lint style_one_line_block() {
  return {
      .summary = "a block of one line without a name",
      .reason =
          "`all of` and `any of` say how lines are joined. With one line there is nothing to join, and a "
          "reader looks for "
          "the others.",
      .level = Level::warning,
      .bad = R"(fact age : whole from 0 to 120
rule grown_up
  «all of»
    age >= 18
  end
end
decision ticket
  grown_up
end
)",
      .good = R"(fact age : whole from 0 to 120
rule grown_up
  age >= 18
end
decision ticket
  grown_up
end
)",
      .every_file = true,
      .run = style_one_line_block_parts::run,
  };
}

}  // namespace eligo::lint
