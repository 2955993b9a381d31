// SPDX-License-Identifier: MIT
// One decision of the carte Vitale from native values, beside the same decision written by hand in C++: a million
// random residents, and the first thousand of them again and again. The answers are compared.
#include <cstdio>
#include <fstream>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "eligo/eligo.hpp"
#include "tests/bench/ratios.hpp"

namespace {

constexpr eligo::Date day{2025, 6, 1};
constexpr std::size_t stream = 1'000'000, hot = 1'000;

enum class Kind : std::uint8_t { national_id, passport, residence_card, none };
enum class System : std::uint8_t { android, ios, other };

struct Resident {
  std::int32_t expires = 0;   // year * 10000 + month * 100 + day
  std::uint32_t version = 0;  // of the phone's system: major * 65536 + minor
  std::uint16_t citizenship = 0, country = 0, department = 0;
  Kind kind = Kind::none;
  System system = System::other;
  bool account = false;
};

struct Countries {
  std::uint16_t fr = 0, be = 0, es = 0, pt = 0;
};

constexpr std::int32_t number_of(eligo::Date d) {
  return d.year * 10000 + d.month * 100 + d.day;
}

// The law in force since 2025-05-26, as a programmer writes it down.
bool may_activate(const Resident& r, const Countries& c, const std::vector<std::int32_t>& open_since,
                  std::int32_t today) {
  const bool accepted =
      (r.citizenship == c.fr && r.country == c.fr &&
       (r.kind == Kind::national_id || r.kind == Kind::passport)) ||
      (r.kind == Kind::residence_card && r.country == c.fr) ||
      (r.kind == Kind::national_id && (r.country == c.be || r.country == c.es || r.country == c.pt));
  if (!accepted || r.expires < today || open_since[r.department] > today) return false;
  const bool recent = (r.system == System::android && r.version >= 9u << 16) ||
                      (r.system == System::ios && r.version >= 16u << 16);
  return recent && r.account;
}

// The same facts by their slots.
struct Slots {
  std::uint32_t citizenship, kind, country, expires, department, system, version, account;
};

void tell(eligo::Facts& facts, const Slots& s, const Resident& r) {
  facts.set_choice(s.citizenship, r.citizenship);
  if (r.kind == Kind::none)
    facts.set_none(s.kind);
  else
    facts.set_choice(s.kind, static_cast<std::uint32_t>(r.kind));
  facts.set_choice(s.country, r.country);
  facts.set_date(s.expires, {r.expires / 10000, r.expires / 100 % 100, r.expires % 100});
  facts.set_choice(s.department, r.department);
  facts.set_choice(s.system, static_cast<std::uint32_t>(r.system));
  facts.set_version(s.version, static_cast<std::uint16_t>(r.version >> 16),
                    static_cast<std::uint16_t>(r.version));
  facts.set_yes_no(s.account, r.account);
}

std::uint16_t choice(const eligo::FactInfo& fact, const std::string& name) {
  for (std::size_t i = 0; i < fact.choices.size(); ++i)
    if (fact.choices[i].value == name) return static_cast<std::uint16_t>(i);
  std::fprintf(stderr, "`%s` has no value `%s`\n", fact.name.c_str(), name.c_str());
  std::exit(2);
}

// The last column of the table, row by row; no day is later than every day.
std::vector<std::int32_t> opening_days(const std::string& file) {
  std::vector<std::int32_t> days;
  std::ifstream rows(file);
  std::string row;
  std::getline(rows, row);
  while (std::getline(rows, row)) {
    const auto opened = eligo::parse_date(row.substr(row.rfind(',') + 1));
    days.push_back(opened ? number_of(*opened) : 99991231);
  }
  return days;
}

std::vector<Resident> residents(const Countries& c, std::size_t countries, std::size_t departments) {
  std::mt19937 random(11);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const std::uint16_t usual[] = {c.fr, c.fr, c.be, c.es, c.pt};
  const auto country = [&] {
    return below(4) != 0 ? usual[below(5)] : static_cast<std::uint16_t>(below(countries));
  };
  std::vector<Resident> all(stream);
  for (Resident& r : all) {
    r.citizenship = country();
    r.country = country();
    r.kind = static_cast<Kind>(below(4));
    r.expires = static_cast<std::int32_t>((2024 + below(8)) * 10000 + (1 + below(12)) * 100 + 1 + below(28));
    r.department = static_cast<std::uint16_t>(below(departments));
    r.system = static_cast<System>(below(3));
    r.version = static_cast<std::uint32_t>(((5 + below(15)) << 16) + below(7));
    r.account = below(4) != 0;
  }
  return all;
}

eligo::Verdict asked_of(const eligo::Program& program, const eligo::Facts& facts, eligo::Scratch& scratch) {
  return eligo::decide(program, 0, facts, day, scratch);
}

/// A benchmark whose time is that of one of `count` residents.
void each(const char* name, std::size_t count, std::function<void(std::size_t)> ask) {
  benchmark::RegisterBenchmark(name, [count, ask = std::move(ask)](benchmark::State& state) {
    while (state.KeepRunningBatch(static_cast<benchmark::IterationCount>(count))) ask(count);
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: eligo_decide ROOT [OPTIONS OF GOOGLE BENCHMARK]\n", stderr);
    return 2;
  }
  eligo::FolderImporter files(argv[1]);
  const eligo::Compiled compiled = eligo::compile(files, "carte_vitale");
  if (!compiled.program) {
    std::fputs("carte_vitale does not compile\n", stderr);
    return 2;
  }
  const eligo::Program& program = *compiled.program;
  const auto slot = [&](const char* name) { return program.slot(name).value(); };
  const Slots slots{slot("citizenship"), slot("id.kind"),  slot("id.country"),    slot("id.expires"),
                    slot("department"),  slot("phone.os"), slot("phone.version"), slot("ameli_account")};
  const std::vector<eligo::FactInfo> asked = program.facts("en");
  const eligo::FactInfo& country = asked[slots.country];
  const Countries countries{choice(country, "FR"), choice(country, "BE"), choice(country, "ES"),
                            choice(country, "PT")};
  const std::vector<std::int32_t> open_since =
      opening_days(std::string(argv[1]) + "/carte_vitale/departments.csv");
  if (open_since.size() != asked[slots.department].choices.size()) {
    std::fputs("departments.csv has other rows than the fact\n", stderr);
    return 2;
  }
  const std::vector<Resident> all = residents(countries, country.choices.size(), open_since.size());

  std::vector<std::uint8_t> by_hand(stream), ours(stream);
  eligo::Facts facts(program);
  eligo::Scratch scratch;
  const auto ask_by_hand = [&](std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
      by_hand[i] = may_activate(all[i], countries, open_since, number_of(day)) ? 1 : 0;
    benchmark::ClobberMemory();
  };
  const auto ask_ours = [&](std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      tell(facts, slots, all[i]);
      ours[i] = asked_of(program, facts, scratch) == eligo::Verdict::yes ? 1 : 0;
    }
    benchmark::ClobberMemory();
  };
  std::vector<eligo::Facts> told;
  for (std::size_t i = 0; i < hot; ++i) tell(told.emplace_back(program), slots, all[i]);
  const auto ask_told = [&](std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
      ours[i] = asked_of(program, told[i], scratch) == eligo::Verdict::yes ? 1 : 0;
    benchmark::ClobberMemory();
  };
  ask_by_hand(stream);
  ask_ours(stream);
  if (by_hand != ours) {
    std::fputs("the answers differ: these figures would mean nothing\n", stderr);
    return 2;
  }
  each("by_hand/a_million", stream, ask_by_hand);
  each("eligo/a_million", stream, ask_ours);
  each("by_hand/a_thousand_again", hot, ask_by_hand);
  each("eligo/a_thousand_again", hot, ask_ours);
  each("eligo/a_thousand_told_before", hot, ask_told);
  return eligo::bench::run(argc - 1, argv + 1, 9, [](const eligo::bench::Medians& medians) {
    medians.compare("eight facts told and decided, a million residents", "by_hand/a_million",
                    "eligo/a_million");
    medians.compare("the same, a thousand residents again and again", "by_hand/a_thousand_again",
                    "eligo/a_thousand_again");
    medians.compare("decided alone, the facts told before", "by_hand/a_thousand_again",
                    "eligo/a_thousand_told_before");
  });
}
