// SPDX-License-Identifier: MIT
// Owns the steps from a text to its canonical layout, and the proof that nothing was changed on the way.
#include "grammar/print.hpp"

#include "grammar/lines.hpp"
#include "grammar/marks.hpp"
#include "grammar/parse.hpp"
#include "grammar/same.hpp"
#include "grammar/sheet.hpp"
#include "grammar/text/names.hpp"

namespace eligo::grammar {

std::string print(const Ast& ast, const text::SourceSet& sources, text::SourceId id, const Limits& limits) {
  Sheet sheet(sources.bytes(id), outline(sources, id, limits));
  Marks(ast, sheet).all();
  return lines_of(sheet);
}

Printed print_proved(text::SourceSet& sources, text::SourceId id, const Limits& limits) {
  Printed out;
  text::Names names;
  Ast before, after;
  out.said = parse(sources, id, names, limits, before);
  if (!out.said.empty()) return out;
  std::string text = print(before, sources, id, limits);
  const text::SourceId made = sources.add(std::string(sources.name(id)), text);
  if (parse(sources, made, names, limits, after).empty() && same_meaning(before, after, sources))
    out.text = std::move(text);
  return out;
}

}  // namespace eligo::grammar
