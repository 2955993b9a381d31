// SPDX-License-Identifier: MIT
// Owns the reading of real answers: every ruleset under rules/, for its residents, people like them and people
// made by chance, around each day on which its law changes, in its languages.
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "interpreter/api/impl.hpp"
#include "tests/support/contents.hpp"
#include "tests/words/people.hpp"
#include "tests/words/proof.hpp"

using namespace eligo;
namespace fs = std::filesystem;

namespace {

constexpr unsigned rounds = 15;  // of people: one by chance and one like each resident

const fs::path& rules_folder() {
  static const fs::path folder = fs::path(ELIGO_SOURCE_DIR) / "rules";
  return folder;
}

/// The folders of all rulesets: those in which a file has a header.
std::set<std::string> rulesets() {
  std::set<std::string> folders;
  for (const auto& entry : fs::recursive_directory_iterator(rules_folder())) {
    if (entry.path().extension() != ".eligo") continue;
    const std::string text = "\n" + eligo::tests::contents(entry.path());
    if (text.find("\nruleset ") == std::string::npos) continue;
    folders.insert(entry.path().parent_path().lexically_relative(rules_folder()).generic_string());
  }
  return folders;
}

std::shared_ptr<const Program> program_of(const std::string& ruleset) {
  FolderImporter files(rules_folder().string());
  Compiled compiled = compile(files, ruleset);
  for (const Diagnostic& d : compiled.diagnostics) UNSCOPED_INFO(d.place.file << ": " << d.message);
  REQUIRE(compiled.program);
  return compiled.program;
}

std::vector<Facts> residents_of(const std::string& ruleset, const Program& program) {
  std::set<fs::path> files;
  for (const auto& entry : fs::directory_iterator(rules_folder() / ruleset / "residents"))
    files.insert(entry.path());
  std::vector<Facts> residents;
  for (const fs::path& file : files) {
    Facts facts(program);
    INFO(file.string());
    REQUIRE(facts.tell_json(eligo::tests::contents(file)).empty());
    residents.push_back(facts);
  }
  return residents;
}

/// Each day on which a version begins, and the day before.
std::vector<types::Date> turning_days(const check::Checked& checked) {
  std::set<types::Date> days = {*types::Date::of(2026, 4, 15)};
  const auto add = [&days](const std::vector<check::VersionDef>& versions) {
    for (std::size_t i = 1; i < versions.size(); ++i) {
      days.insert(versions[i].from);
      days.insert(types::Date{versions[i].from.days - 1});
    }
  };
  for (const check::RuleDef& rule : checked.rules) add(rule.versions);
  for (const check::ValueDef& value : checked.values) add(value.versions);
  for (const check::DecisionDef& decision : checked.decisions) add(decision.versions);
  return {days.begin(), days.end()};
}

/// Every answer to some people, read; each fault with the first answer in which it stands.
struct Reading {
  explicit Reading(const Program& p) : program(p) {
    for (std::uint32_t i = 0; i < p.impl().checked.languages.size(); ++i)
      readers.emplace_back(p.impl().checked, i);
  }

  /// What is still needed is searched for one person in seven: it takes most of the time.
  void read(const Facts& facts, types::Date day) {
    const auto [year, month, of_month] = day.civil();
    EvaluateOptions options;
    options.needs = people++ % 7 == 0;
    for (const DecisionInfo& decision : program.decisions()) {
      const Outcome outcome = evaluate(program, decision.name, facts, {year, month, of_month}, options);
      ++verdicts[decision.name][outcome.verdict];
      for (std::uint32_t i = 0; i < readers.size(); ++i) {
        const std::string language = program.languages()[i];
        const std::string text = to_text(program, facts, outcome, language);
        const words::Context context = api::context_of(program, facts, day, day, language);
        for (const std::string& fault : readers[i].faults(context, text))
          faults.emplace(language + ": " + fault, text);
      }
    }
  }

  const Program& program;
  std::vector<words::test::ProofReader> readers;
  std::map<std::string, std::string> faults;
  std::map<std::string, std::map<Verdict, unsigned>> verdicts;  // by decision
  unsigned people = 0;
};

}  // namespace

TEST_CASE("answers of every ruleset have no name, code, placeholder or foreign word in them") {
  const std::set<std::string> found = rulesets();
  CHECK(found.count("carte_vitale") == 1);
  CHECK(found.size() > 5);
  for (const std::string& ruleset : found) {
    INFO(ruleset);
    const std::shared_ptr<const Program> program = program_of(ruleset);
    CHECK(program->languages() == std::vector<std::string>{"en", "fr"});
    const std::vector<types::Date> days = turning_days(program->impl().checked);
    const std::vector<Facts> residents = residents_of(ruleset, *program);
    Reading reading(*program);
    reading.read(Facts(*program), days.back());
    words::test::People people(*program, 2026);
    for (unsigned round = 0; round < rounds; ++round) {
      reading.read(people.anybody(), days[round % days.size()]);
      for (std::size_t i = 0; i < residents.size(); ++i) {
        const Facts& person = residents[i];
        reading.read(round == 0 ? person : people.changed(person), days[(round + i) % days.size()]);
      }
    }
    for (const auto& [fault, text] : reading.faults) {
      INFO(text);
      CHECK(fault == "");
    }
    // What is read is not one answer over and over.
    for (const auto& [decision, verdicts] : reading.verdicts) {
      INFO(decision);
      CHECK(verdicts.size() > 1);
    }
  }
}
