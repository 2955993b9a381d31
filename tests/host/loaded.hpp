// SPDX-License-Identifier: MIT
// Owns what was loaded, in words for tests.
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "interpreter/host/load.hpp"

namespace eligo::host {

inline std::string units(const Loaded& loaded) {
  std::string names;
  for (const check::Unit& unit : loaded.units) {
    if (!names.empty()) names += " ";
    names += loaded.sources->name(unit.source);
    if (!unit.own) names += "*";
  }
  return names;
}

inline std::string tables(const Loaded& loaded) {
  std::string names;
  for (const check::TableSource& table : loaded.tables) {
    if (!names.empty()) names += " ";
    names += table.source ? std::string(loaded.sources->name(*table.source)) : "nothing";
    const grammar::DeclBody& body = loaded.ast->decls.at(table.decl).body;
    CHECK((std::holds_alternative<grammar::TableDecl>(body) ||
           std::holds_alternative<grammar::TestsFromDecl>(body)));
  }
  return names;
}

// One a line: place, underlined text, code, message, help.
inline std::string said(const Loaded& loaded) {
  std::string lines;
  for (const text::Diagnostic& d : loaded.diagnostics) {
    const auto place = loaded.sources->position(d.span.source, d.span.begin);
    lines += std::string(loaded.sources->name(d.span.source)) + ":" + std::to_string(place.line) + ":" +
             std::to_string(place.column) + " [" + std::string(loaded.sources->view(d.span)) + "] " +
             std::string(text::info(d.code).name) + ": " + d.message;
    for (const std::string& help : d.help) lines += " | " + help;
    lines += "\n";
  }
  return lines;
}

}  // namespace eligo::host
