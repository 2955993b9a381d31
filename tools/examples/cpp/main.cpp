// SPDX-License-Identifier: MIT
// The host program that README.md shows. Run it where the folder `rules` is.
#include <eligo/eligo.hpp>
#include <iostream>

int main() {
  eligo::FolderImporter files("rules");
  const eligo::Compiled compiled = eligo::compile(files, "carte_vitale");
  if (!compiled.program) return 1;  // compiled.diagnostics says why
  eligo::Facts facts(*compiled.program);
  facts.tell("phone.os", "ios");
  facts.tell("phone.version", "15.8");
  const eligo::Outcome outcome = eligo::evaluate(*compiled.program, "activate", facts, {2025, 6, 1});
  std::cout << eligo::to_text(*compiled.program, facts, outcome, "en");
}
