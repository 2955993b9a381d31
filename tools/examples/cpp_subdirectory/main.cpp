// SPDX-License-Identifier: MIT
// Rules that come with the program, as text in memory: what is missing is asked for, one question after the other.
#include <cstdio>

#include <eligo/eligo.hpp>

namespace {

constexpr const char* rules = R"(
ruleset pool "Swimming pool"
  languages en, fr
end
fact age "age" : whole from 0 to 120
  ask "How old are you?"
fact season_card "season card" : yes or no
  ask "Do you have a season card?"
decision free_entry "free entry"
  yes "You get in free."
  no  "You pay the usual price."
  any of
    child "a child" : age < 12
    season_card
  end
end
texts fr
  age ask         "Quel âge avez-vous ?"
  season_card     "carte de saison"
  season_card ask "Avez-vous une carte de saison ?"
  free_entry yes  "Vous entrez gratuitement."
  free_entry no   "Vous payez le prix habituel."
end
)";

// What a person would answer.
const char* answer(std::string_view fact) {
  return fact == "age" ? "30" : "yes";
}

}  // namespace

int main() {
  eligo::MemoryImporter files;
  files.add("pool.eligo", rules);
  const eligo::Compiled compiled = eligo::compile(files, "pool.eligo");
  if (!compiled.program) return 1;
  const eligo::Program& program = *compiled.program;
  const std::vector<eligo::FactInfo> asked = program.facts("fr");

  eligo::Facts facts(program);
  eligo::Outcome outcome = eligo::evaluate(program, "free_entry", facts, {2025, 6, 1});
  while (!outcome.needs.empty()) {
    const eligo::FactInfo& fact = asked[outcome.needs.front().slot];
    std::printf("%s %s\n", fact.question.c_str(), answer(fact.name));
    if (!facts.tell(fact.name, answer(fact.name)).empty()) return 1;
    outcome = eligo::evaluate(program, "free_entry", facts, {2025, 6, 1});
  }
  std::printf("%s", eligo::to_text(program, facts, outcome, "fr").c_str());
}
