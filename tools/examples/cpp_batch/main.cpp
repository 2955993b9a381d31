// SPDX-License-Identifier: MIT
// A batch job: a hundred thousand applicants, decided by four threads that share one program. Names are looked up once;
// each thread has its own facts and scratch memory, and allocates nothing once they are warm.
#include <array>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <thread>
#include <vector>

#include <eligo/eligo.hpp>

namespace {

// As the host's own data may be: its own types, and what is not known is marked in its own way.
struct Applicant {
  int age;             // -1: not known
  int card;            // 0 student, 1 senior, -1 no card, -2 not known
  int resident_since;  // a year; 0: not a resident
};

// Made up, and the same on every machine.
std::vector<Applicant> applicants(std::size_t count) {
  std::vector<Applicant> all(count);
  std::uint32_t state = 2025;
  const auto roll = [&](int sides) {
    state = state * 1664525u + 1013904223u;
    return static_cast<int>((state >> 8) % static_cast<std::uint32_t>(sides));
  };
  for (Applicant& each : all) {
    each.age = roll(100) < 3 ? -1 : roll(100);
    each.card = roll(4) - 2;
    each.resident_since = roll(10) < 2 ? 0 : 2000 + roll(30);
  }
  return all;
}

// The places of what the host tells, looked up once.
struct Slots {
  std::uint32_t age, card, resident_since;
  std::uint32_t student, senior;  // places among the card's choices
};

std::optional<std::uint32_t> choice(const eligo::FactInfo& fact, std::string_view value) {
  for (std::uint32_t i = 0; i < fact.choices.size(); ++i)
    if (fact.choices[i].value == value) return i;
  return std::nullopt;
}

std::optional<Slots> slots_of(const eligo::Program& program) {
  const auto age = program.slot("age"), card = program.slot("card"), since = program.slot("resident_since");
  if (!age || !card || !since) return std::nullopt;
  const std::vector<eligo::FactInfo> facts = program.facts();
  const auto student = choice(facts[*card], "student"), senior = choice(facts[*card], "senior");
  if (!student || !senior) return std::nullopt;
  return Slots{*age, *card, *since, *student, *senior};
}

// What a slot refuses stays not told: then the verdict is undetermined, never a guess.
void tell(const Applicant& applicant, const Slots& slots, eligo::Facts& facts) {
  facts.forget_all();
  if (applicant.age >= 0) facts.set_whole(slots.age, applicant.age);
  if (applicant.card == -1) facts.set_none(slots.card);
  if (applicant.card >= 0) facts.set_choice(slots.card, applicant.card == 0 ? slots.student : slots.senior);
  if (applicant.resident_since == 0) {
    facts.set_none(slots.resident_since);
  } else {
    facts.set_date(slots.resident_since, {applicant.resident_since, 7, 1});
  }
}

using Tally = std::array<std::size_t, 6>;  // by verdict

void decide_part(const eligo::Program& program, const Slots& slots, const Applicant* begin,
                 const Applicant* end, eligo::Date day, Tally& tally) {
  eligo::Facts facts(program);
  eligo::Scratch scratch;
  Tally own{};
  for (const Applicant* each = begin; each != end; ++each) {
    tell(*each, slots, facts);
    ++own[static_cast<std::size_t>(eligo::decide(program, 0, facts, day, scratch))];
  }
  tally = own;
}

Tally decide_all(const eligo::Program& program, const Slots& slots, const std::vector<Applicant>& all,
                 eligo::Date day) {
  constexpr std::size_t parts = 4;
  std::array<Tally, parts> tallies{};
  std::vector<std::thread> threads;
  for (std::size_t part = 0; part < parts; ++part) {
    const Applicant* begin = all.data() + all.size() * part / parts;
    const Applicant* end = all.data() + all.size() * (part + 1) / parts;
    threads.emplace_back(
        [&, begin, end, part] { decide_part(program, slots, begin, end, day, tallies[part]); });
  }
  for (std::thread& thread : threads) thread.join();
  Tally sum{};
  for (const Tally& tally : tallies)
    for (std::size_t verdict = 0; verdict < sum.size(); ++verdict) sum[verdict] += tally[verdict];
  return sum;
}

}  // namespace

int main(int argc, char** argv) {
  eligo::FolderImporter files(argc > 1 ? argv[1] : ".");
  const eligo::Compiled compiled = eligo::compile(files, "transport.eligo");
  for (const eligo::Diagnostic& each : compiled.diagnostics)
    std::fprintf(stderr, "%s:%u: %s\n", each.place.file.c_str(), each.place.line, each.message.c_str());
  if (!compiled.program) return 1;
  // Rules that fail their own tests do not go into use.
  for (const eligo::TestResult& test : eligo::run_tests(*compiled.program))
    if (!test.passed) return std::fprintf(stderr, "failed: %s\n", test.title.c_str()), 1;
  const std::optional<Slots> slots = slots_of(*compiled.program);
  if (!slots) return std::fprintf(stderr, "the rules have other facts than this program tells\n"), 1;

  const std::vector<Applicant> all = applicants(100000);
  for (const int year : {2025, 2026}) {
    const Tally tally = decide_all(*compiled.program, *slots, all, {year, 6, 1});
    std::printf("on 1 June %d:", year);
    for (const eligo::Verdict verdict :
         {eligo::Verdict::yes, eligo::Verdict::no, eligo::Verdict::undetermined})
      std::printf(" %zu %s", tally[static_cast<std::size_t>(verdict)], eligo::to_string(verdict));
    std::printf("\n");
  }
}
