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
#include "tests/bench/timing.hpp"

namespace {

using eligo::bench::median;
using eligo::bench::once_ns;

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

void report(const char* what, double by_hand, double ours) {
  std::printf("%-52s by hand %7.1f ns, eligo %7.1f ns, ratio %.1f\n", what, by_hand, ours, ours / by_hand);
}

// The median time of one of `count` residents; both are asked in turn, so that both meet the same machine.
std::pair<double, double> side_by_side(std::size_t count, int again, const std::function<void()>& by_hand,
                                       const std::function<void()>& ours) {
  std::vector<double> a, b;
  for (int round = 0; round < 9; ++round) {
    const auto repeated = [&](const std::function<void()>& work) {
      return once_ns([&] {
               for (int i = 0; i < again; ++i) work();
             }) /
             static_cast<double>(again) / static_cast<double>(count);
    };
    a.push_back(repeated(by_hand));
    b.push_back(repeated(ours));
  }
  return {median(a), median(b)};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: eligo_decide ROOT\n", stderr);
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
  };
  const auto ask_ours = [&](std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      tell(facts, slots, all[i]);
      ours[i] = eligo::decide(program, 0, facts, day, scratch) == eligo::Verdict::yes ? 1 : 0;
    }
  };
  const auto [a, b] = side_by_side(
      stream, 1, [&] { ask_by_hand(stream); }, [&] { ask_ours(stream); });
  if (by_hand != ours) {
    std::fputs("the answers differ: these figures would mean nothing\n", stderr);
    return 2;
  }
  report("tell eight facts and decide, a million residents", a, b);
  const auto [c, d] = side_by_side(
      hot, 100, [&] { ask_by_hand(hot); }, [&] { ask_ours(hot); });
  report("the same, a thousand residents again and again", c, d);

  std::vector<eligo::Facts> told;
  for (std::size_t i = 0; i < hot; ++i) tell(told.emplace_back(program), slots, all[i]);
  const auto [e, f] = side_by_side(
      hot, 100, [&] { ask_by_hand(hot); },
      [&] {
        for (std::size_t i = 0; i < hot; ++i)
          ours[i] = eligo::decide(program, 0, told[i], day, scratch) == eligo::Verdict::yes ? 1 : 0;
      });
  report("decide, facts told before, the same thousand", e, f);
  return by_hand == ours ? 0 : 2;
}
