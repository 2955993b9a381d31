// SPDX-License-Identifier: MIT
// Owns the words of a declaration that name a source or, in a step, a rule.
#include "interpreter/check/passes.hpp"
#include "interpreter/check/walk.hpp"

namespace eligo::check {
namespace {

using Kind = Entry::Kind;

void cite(Context& c, const grammar::Citation& citation) {
  const Word& source = citation.source;
  if (!source || c.source(source.id).kind == Kind::source || c.may_be(Space::sources, source.id)) return;
  auto& d = c.say(Code::name_unknown, source.span, c.tick(source.id) + " is not a source");
  c.missed(Among::sources, 0, c.view(source.id));
  if (!c.suggest(d, source.span, c.view(source.id), c.names_of(Kind::source)))
    d.help.push_back("declare it: `source " + std::string(c.view(source.id)) + " \"title\"` and `end`");
}

void step(Context& c, const grammar::Step& step) {
  const Word& rule = step.when;
  if (!rule) return;
  const Entry entry = c.thing(rule.id);
  if (entry.kind == Kind::rule || (entry.kind == Kind::nothing && c.may_be(Space::things, rule.id))) return;
  auto& d =
      c.say(entry.kind == Kind::nothing ? Code::name_unknown : Code::name_not_here, rule.span,
            "expected a rule, but " + c.tick(rule.id) + " is " + std::string(c.article_word(entry.kind)));
  if (entry.kind == Kind::nothing) c.missed(Among::things, 0, c.view(rule.id));
  if (entry.kind != Kind::nothing)
    d.help.push_back("a step is left out when a rule is no: make a rule of it");
  else
    c.suggest(d, rule.span, c.view(rule.id), c.names_of(Kind::rule));
}

}  // namespace

void check_words(Context& c) {
  for (const grammar::Decl& decl : c.ast.decls) {
    if (!c.counts(decl)) continue;
    std::visit(
        [&](const auto& body) {
          if constexpr (requires { body.cites; })
            for (const grammar::Citation& citation : body.cites) cite(c, citation);
          if constexpr (requires { body.steps; })
            for (const grammar::Step& each : body.steps) step(c, each);
          each_line_of(c.ast, body, [&](const grammar::Line& line) {
            for (const grammar::Citation& citation : line.cites) cite(c, citation);
          });
        },
        decl.body);
  }
}

}  // namespace eligo::check
