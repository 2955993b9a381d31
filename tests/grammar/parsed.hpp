// SPDX-License-Identifier: MIT
// Owns the parse of one text for a test, with everything that belongs to it.
#pragma once

#include <string>
#include <string_view>

#include "grammar/parse.hpp"
#include "tests/grammar/dump.hpp"

namespace eligo::tests {

struct Parsed {
  explicit Parsed(std::string bytes, const Limits& limits = {})
      : id(sources.add("test.eligo", std::move(bytes))),
        said(grammar::parse(sources, id, names, limits, ast)) {}
  text::SourceSet sources;
  text::Names names;
  grammar::Ast ast;
  text::SourceId id;
  text::Diagnostics said;

  [[nodiscard]] std::string tree() const { return dump(ast, sources, names); }
  /// `line: code <underlined> message`, a line each.
  [[nodiscard]] std::string story() const {
    std::string out;
    for (const text::Diagnostic& d : said)
      out += std::to_string(sources.position(id, d.span.begin).line) + ": " +
             std::string(text::info(d.code).name) + " <" + std::string(sources.view(d.span)) + "> " +
             d.message + "\n";
    return out;
  }
};

/// The tree of a condition, as the only body of a rule.
[[nodiscard]] inline std::string condition(std::string_view written) {
  const Parsed p("rule r\n  " + std::string(written) + "\nend\n");
  if (!p.said.empty()) return p.story();
  const auto& versions = std::get<grammar::RuleDecl>(p.ast.decls.at(0).body).versions;
  return dump(p.ast, p.sources, p.names, versions.at(0).body.condition);
}

/// The tree of an expression, as the only body of a value.
[[nodiscard]] inline std::string expression(std::string_view written) {
  const Parsed p("value v : money\n  " + std::string(written) + "\nend\n");
  if (!p.said.empty()) return p.story();
  const auto& versions = std::get<grammar::ValueDecl>(p.ast.decls.at(0).body).versions;
  return dump(p.ast, p.sources, p.names, versions.at(0).body.condition);
}

}  // namespace eligo::tests
