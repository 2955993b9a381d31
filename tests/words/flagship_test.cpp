// SPDX-License-Identifier: MIT
// Owns the reading of real answers: the digital carte Vitale for many people, on days of each regime, in both
// languages, and nothing in them that people should not read.
#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "interpreter/api/impl.hpp"
#include "tests/words/proof.hpp"

using namespace eligo;

namespace {

using Told = std::map<std::string, std::string>;

const Program& rules(const std::string& folder) {
  static std::map<std::string, std::shared_ptr<const Program>> programs;
  std::shared_ptr<const Program>& program = programs[folder];
  if (!program) {
    FolderImporter files(std::string(ELIGO_SOURCE_DIR) + "/rules");
    Compiled compiled = compile(files, folder);
    for (const Diagnostic& d : compiled.diagnostics) UNSCOPED_INFO(d.place.file << ": " << d.message);
    REQUIRE(compiled.program);
    program = compiled.program;
  }
  return *program;
}

const Told belgian = {{"citizenship", "BE"},        {"id.kind", "national_id"}, {"id.country", "BE"},
                      {"id.expires", "2031-01-01"}, {"department", "83"},       {"phone.os", "android"},
                      {"phone.version", "13"},      {"ameli_account", "yes"}};
const Told french = {{"citizenship", "FR"},        {"id.kind", "national_id"},   {"id.country", "FR"},
                     {"id.format", "credit_card"}, {"id.expires", "2030-07-01"}, {"department", "75"},
                     {"phone.os", "ios"},          {"phone.version", "15.8"},    {"ameli_account", "no"}};
const Told briton = {{"citizenship", "GB"},        {"id.kind", "none"},   {"department", "971"},
                     {"id.expires", "2025-05-25"}, {"phone.os", "other"}, {"phone.version", "2"}};

/// The person, without each fact in turn, and with some told in part.
std::vector<Told> variants(const Told& person) {
  std::vector<Told> out = {person, {}};
  for (const auto& [fact, value] : person) {
    Told less = person;
    less.erase(fact);
    out.push_back(less);
    out.push_back({{fact, value}});
  }
  Told part = person;
  part["phone.version"] = "from 12";
  part["id.kind"] = "one of (passport, national_id)";
  out.push_back(part);
  return out;
}

struct Answer {
  Outcome outcome;
  std::string text;
  std::vector<std::string> faults;
};

Answer answered(const Told& person, Date as_of, const std::string& language,
                const std::string& folder = "carte_vitale") {
  const Program& program = rules(folder);
  Facts facts(program);
  for (const auto& [fact, value] : person) {
    const Errors errors = facts.tell(fact, value);
    INFO(fact << " " << value << (errors.empty() ? "" : ": " + errors[0].message));
    REQUIRE(errors.empty());
  }
  Answer out;
  out.outcome = evaluate(program, "activate", facts, as_of);
  out.text = to_text(program, facts, out.outcome, language);
  const words::Context context =
      api::context_of(program, facts, *api::day_of(as_of), *api::day_of(as_of), language);
  out.faults = words::test::proofread(context, out.text);
  return out;
}

}  // namespace

TEST_CASE("real answers have no name, code, placeholder or foreign word in them") {
  int verdicts[6] = {};
  for (const Told& person : {belgian, french, briton}) {
    for (const Told& told : variants(person)) {
      for (const Date day : {Date{2025, 5, 25}, Date{2025, 6, 1}}) {
        for (const char* language : {"en", "fr"}) {
          const Answer got = answered(told, day, language);
          INFO(got.text);
          CHECK(got.faults == std::vector<std::string>{});
          CHECK(got.text.size() > 100);
          ++verdicts[static_cast<int>(got.outcome.verdict)];
        }
      }
    }
  }
  CHECK(verdicts[static_cast<int>(Verdict::yes)] > 0);
  CHECK(verdicts[static_cast<int>(Verdict::no)] > 0);
  CHECK(verdicts[static_cast<int>(Verdict::undetermined)] > 0);
}

TEST_CASE("nor have those by the public record, on a day of each opening") {
  const Told known = {
      {"birth_date", "2008-02-29"}, {"scheme", "other"}, {"guardianship", "no"}, {"france_identite", "yes"}};
  int verdicts[6] = {};
  for (Told person : {belgian, french, briton}) {
    for (const auto& [fact, value] : known) {
      person[fact] = value;
      for (const Date day : {Date{2023, 7, 24}, Date{2023, 7, 25}, Date{2024, 5, 29}, Date{2025, 3, 11},
                             Date{2025, 9, 23}, Date{2026, 3, 1}}) {
        for (const char* language : {"en", "fr"}) {
          const Answer got = answered(person, day, language, "carte_vitale_2026");
          INFO(got.text);
          CHECK(got.faults == std::vector<std::string>{});
          ++verdicts[static_cast<int>(got.outcome.verdict)];
        }
      }
    }
  }
  CHECK(verdicts[static_cast<int>(Verdict::yes)] > 0);
  CHECK(verdicts[static_cast<int>(Verdict::no)] > 0);
  CHECK(verdicts[static_cast<int>(Verdict::undetermined)] > 0);
  CHECK(verdicts[static_cast<int>(Verdict::not_covered)] > 0);
}

TEST_CASE("the Belgian in the Var reads why and what comes next") {
  const Answer got = answered(belgian, {2025, 6, 1}, "en");
  CHECK(got.outcome.verdict == Verdict::yes);
  const std::string beginning =
      "You can activate the digital carte Vitale.\n"
      "\n"
      "Why:\n"
      "- an identity document that is accepted (Belgian, Spanish or Portuguese identity card)\n"
      "- a document in date\n"
      "- a department that is open\n"
      "- a recent enough phone (an Android phone with a recent system)\n"
      "- an account on ameli.fr\n"
      "\n"
      "Your answers that count:\n"
      "- identity document: national identity card\n";
  INFO(got.text);
  CHECK(got.text.rfind(beginning, 0) == 0);
}

TEST_CASE("two departments that are both closed are named in the refusal") {
  const Told somebody = {{"department", "one of (75, 77)"}};
  const Answer english = answered(somebody, {2025, 6, 1}, "en"),
               french = answered(somebody, {2025, 6, 1}, "fr");
  CHECK(english.text.find("Department: (Paris or Seine-et-Marne). More departments") != std::string::npos);
  CHECK(french.text.find("Département\u00A0: (Paris ou Seine-et-Marne). D’autres") != std::string::npos);
  CHECK(english.faults == std::vector<std::string>{});
  CHECK(french.faults == std::vector<std::string>{});
}
