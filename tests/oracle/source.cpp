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

// `rule r1 "…"`, `value v0 : whole`: the first two words say what is amended.
SourceDecl amendment_of(const SourceDecl& decl, bool apart) {
  SourceDecl out;
  const std::size_t name = decl.header.find(' ') + 1;
  out.header = "amend " + decl.header.substr(0, decl.header.find(' ', name));
  out.is_apart = apart;
  return out;
}

}  // namespace

std::string write(const SourceText& source, Random* order) {
  std::string out, apart;
  for (const SourceDecl& decl : in_order(source.decls, order))
    (decl.is_apart ? apart : out) += written(decl, order);
  return apart.empty() ? out : out + second_file_mark + apart;
}

SourceText amended(const SourceText& source, Random& random) {
  SourceText out;
  bool uses = false;
  for (const SourceDecl& decl : source.decls) {
    SourceDecl kept = decl;
    std::vector<SourceDecl> amendments;
    if (decl.versions.size() > 1 && random.percent(50)) {
      kept.versions.clear();
      for (const SourceVersion& version : decl.versions) {
        const bool last = &version == &decl.versions.back();
        if ((last && kept.versions.empty()) || random.percent(40)) {
          kept.versions.push_back(version);
          continue;
        }
        if (amendments.empty() || random.percent(50))
          amendments.push_back(amendment_of(decl, random.percent(60)));
        amendments.back().versions.push_back(version);
      }
      // The first version may leave its end to the next one.
      const bool first = !kept.versions.empty() && kept.versions[0].days == decl.versions[0].days;
      const bool alone = first && kept.versions.size() == 1 && kept.versions[0].body.text != "not covered";
      if (alone && random.percent(50)) kept.versions[0].days.clear();
    }
    out.decls.push_back(std::move(kept));
    for (SourceDecl& amendment : amendments) {
      uses = uses || amendment.is_apart;
      out.decls.push_back(std::move(amendment));
    }
  }
  if (!uses) return out;
  SourceDecl use;
  use.header = "use \"" + std::string(second_file) + "\"";
  use.has_end = false;
  out.decls.insert(out.decls.begin(), std::move(use));
  return out;
}

}  // namespace eligo::oracle
