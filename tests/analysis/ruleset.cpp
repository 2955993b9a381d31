// SPDX-License-Identifier: MIT
// Owns the way from a text or folder to a program.
#include "tests/analysis/ruleset.hpp"

#include <stdexcept>

#include "interpreter/host/told_value.hpp"

namespace eligo::tests {

namespace {

std::unique_ptr<Ruleset> load(Importer& importer, const std::string& name) {
  auto made = std::make_unique<Ruleset>();
  made->loaded = host::load(importer, name, Limits{});
  check::Input input;
  input.sources = made->loaded.sources.get();
  input.ast = made->loaded.ast.get();
  input.names = made->loaded.names.get();
  input.units = made->loaded.units;
  input.tables = made->loaded.tables;
  check::CheckResult result = check::check(input);
  text::Diagnostics all = made->loaded.diagnostics;
  all.insert(all.end(), result.diagnostics.begin(), result.diagnostics.end());
  std::string why;
  for (const text::Diagnostic& d : all)
    if (d.severity == text::Severity::error)
      why += d.message + " [" + std::string(made->loaded.sources->view(d.span)) + "]\n";
  if (!why.empty()) throw std::runtime_error(why);
  made->checked = std::move(result.checked);
  made->program = program::lower(made->checked);
  return made;
}

}  // namespace

const program::Decision& Ruleset::decision(const std::string& name) const {
  for (std::size_t i = 0; i < checked.decisions.size(); ++i)
    if (loaded.names->view(checked.decisions[i].name) == name) return program.decisions[i];
  throw std::runtime_error("no decision `" + name + "`");
}

program::NodeId Ruleset::line(const std::string& name) const {
  for (const program::Why& why : program.whys) {
    if (why.kind != program::Why::Kind::line) continue;
    if (checked.lines[why.payload].id == name) return why.node;
  }
  throw std::runtime_error("no line `" + name + "`");
}

std::string Ruleset::words(const analysis::Witness& witness) const {
  std::string words = witness.day.iso() + ":";
  const char* separator = " ";
  for (std::uint32_t slot = 0; slot < program.today(); ++slot) {
    if (witness.profile.status(slot) == eval::Profile::Status::untold) continue;
    words += separator + std::string(loaded.names->view(checked.facts[slot].name)) + " " +
             host::spell(checked, program.slots[slot].type, witness.profile.possible(slot).exact());
    separator = ", ";
  }
  return words;
}

std::unique_ptr<Ruleset> ruleset_of_text(const std::string& text) {
  MemoryImporter importer;
  importer.add("main.eligo", text);
  return load(importer, "main.eligo");
}

std::unique_ptr<Ruleset> ruleset_of_folder(const std::string& root, const std::string& name) {
  FolderImporter importer(root);
  return load(importer, name);
}

}  // namespace eligo::tests
