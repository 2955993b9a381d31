// SPDX-License-Identifier: MIT
// Owns the writing down of a generated ruleset.
#include "tests/oracle/source.hpp"

#include <cstddef>

namespace eligo::oracle {

namespace {

template <class T>
std::vector<T> in_order(const std::vector<T>& things, Random* order) {
  std::vector<T> out = things;
  if (order != nullptr) order->shuffle(out);
  return out;
}

std::string written(const SourceLine& line, const std::string& indent, Random* order) {
  std::string out = line.before + line.text;
  if (!line.lines.empty()) {
    out += '\n';
    for (const SourceLine& inner : in_order(line.lines, order)) {
      out += indent + "  " + written(inner, indent + "  ", order) + "\n";
    }
    out += indent + "end";
  }
  return out + line.after;
}

std::string written(const SourceDecl& decl, Random* order) {
  std::string out = decl.header + "\n";
  for (const std::string& note : decl.notes) out += "  " + note + "\n";
  if (!decl.rows.empty()) {
    out += "  rows\n";
    for (const std::string& row : in_order(decl.rows, order)) out += "    " + row + "\n";
    out += "  end\n";
  }
  if (!decl.coverage.text.empty()) out += "  not covered if " + written(decl.coverage, "  ", order) + "\n";
  for (const SourceVersion& version : decl.versions) {
    out += "  " + version.days + written(version.body, "  ", order) + "\n";
  }
  for (const SourceLine& exception : in_order(decl.exceptions, order)) {
    out += "  unless " + written(exception, "  ", order) + "\n";
  }
  if (decl.has_end) out += "end\n";
  return out;
}

}  // namespace

std::string write(const SourceText& source, Random* order) {
  std::string out;
  for (const SourceDecl& decl : in_order(source.decls, order)) out += written(decl, order);
  return out;
}

}  // namespace eligo::oracle
