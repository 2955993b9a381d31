// SPDX-License-Identifier: MIT
// Owns the promise that facts told by slot, again and again, are the facts that words tell at once.
#include <catch2/catch.hpp>
#include <limits>
#include <map>
#include <random>
#include <string>

#include "eligo/eligo.hpp"

using namespace eligo;

namespace {

constexpr const char* rules = R"(
ruleset again
  currency EUR
end
table towns from "towns.csv"
  key code : text
  opened : date
end
enum kind
  passport
  permit
  badge
end
fact agrees : yes or no
fact lives_here : yes or no or none
fact age : whole from 0 to 120
fact points : whole
fact born : date from 1900-01-01 to 2030-12-31
fact ends : date or none
fact system : version
fact id : kind or none
fact town : towns
fact paid : money or none
decision card
  any of
    some_of "some" : at least 3 of
      agrees
      lives_here is yes
      age >= 18
      points > 100
      born < 2000-01-01
      ends is none
    end
    system_and_id "system and id" : system >= 10.2 and (id is one of passport, badge or id is none)
    town_since "town" : town.opened <= today
  end
end
)";

class Stream {
 public:
  Stream() {
    MemoryImporter files;
    files.add("again/again.eligo", rules);
    files.add("again/towns.csv", "code,opened\nA,2020-01-01\nB,2024-06-01\nC,2030-01-01\n");
    compiled_ = compile(files, "again");
    for (const Diagnostic& d : compiled_.diagnostics) UNSCOPED_INFO(d.place.line << ": " << d.message);
    REQUIRE(compiled_.program != nullptr);
  }

  [[nodiscard]] const Program& program() const { return *compiled_.program; }
  [[nodiscard]] std::uint32_t slot(const char* name) const { return program().slot(name).value(); }

  // Tells one thing by slot, and remembers it in words; or something that must be refused.
  void step(Facts& facts, std::map<std::string, std::string>& words) {
    const auto tell = [&](const char* name, bool took, const std::string& spelling) {
      CHECK(took);
      words[name] = spelling;
    };
    const auto refuse = [](bool took) { CHECK_FALSE(took); };
    const std::uint32_t n = below(4);
    switch (below(14)) {
      case 0:
        return tell("agrees", facts.set_yes_no(slot("agrees"), n % 2 == 0), n % 2 == 0 ? "yes" : "no");
      case 1:
        if (n == 0) return tell("lives_here", facts.set_none(slot("lives_here")), "none");
        return tell("lives_here", facts.set_yes_no(slot("lives_here"), n == 1), n == 1 ? "yes" : "no");
      case 2:
        return tell("age", facts.set_whole(slot("age"), 17 + n), std::to_string(17 + n));
      case 3:
        return tell("points", facts.set_whole(slot("points"), points(n)), std::to_string(points(n)));
      case 4:
        return tell("born", facts.set_date(slot("born"), {1998 + static_cast<int>(n), 2, 28}),
                    std::to_string(1998 + n) + "-02-28");
      case 5:
        if (n == 0) return tell("ends", facts.set_none(slot("ends")), "none");
        return tell("ends", facts.set_date(slot("ends"), {2024, 2, 29}), "2024-02-29");
      case 6:
        return tell("system", facts.set_version(slot("system"), 9 + static_cast<std::uint16_t>(n % 3), 2),
                    std::to_string(9 + n % 3) + ".2");
      case 7:
        if (n == 3) return tell("id", facts.set_none(slot("id")), "none");
        return tell("id", facts.set_choice(slot("id"), n), n == 0 ? "passport" : n == 1 ? "permit" : "badge");
      case 8:
        return tell("town", facts.set_choice(slot("town"), n % 3), std::string(1, "ABC"[n % 3]));
      case 9: {
        const std::string name = names[below(10)];
        facts.forget(slot(name.c_str()));
        words.erase(name);
        return;
      }
      case 10:
        CHECK(facts.tell("age", "from 18").empty());
        words["age"] = "from 18";
        return;
      case 11:
        CHECK(facts.tell("id", "one of (passport, none)").empty());
        words["id"] = "one of (passport, none)";
        return;
      case 12:
        CHECK(facts.tell("paid", n == 0 ? "none" : "12.50").empty());
        words["paid"] = n == 0 ? "none" : "12.50";
        return;
      default:
        refuse(facts.set_whole(slot("age"), n % 2 == 0 ? 121 : -1));
        refuse(facts.set_date(slot("born"), {1899, 12, 31}));
        refuse(facts.set_date(slot("born"), {2023, 2, 29}));
        refuse(facts.set_choice(slot("id"), 3));
        refuse(facts.set_choice(slot("town"), 3));
        refuse(facts.set_choice(slot("age"), 1));
        refuse(facts.set_none(slot("town")));
        refuse(facts.set_none(slot("age")));
        refuse(facts.set_yes_no(slot("id"), true));
        refuse(facts.set_whole(slot("born"), 1));
        refuse(facts.set_version(slot("age"), 1));
        refuse(facts.set_none(1'000));
        return;
    }
  }

  // Everything that the decision asks, by slot.
  void tell_all(Facts& facts) {
    CHECK(facts.set_yes_no(slot("agrees"), below(2) == 0));
    const std::uint32_t home = below(3);
    CHECK((home == 2 ? facts.set_none(slot("lives_here")) : facts.set_yes_no(slot("lives_here"), home == 1)));
    CHECK(facts.set_whole(slot("age"), 16 + below(4)));
    CHECK(facts.set_whole(slot("points"), points(below(4))));
    CHECK(facts.set_date(slot("born"), {1998 + static_cast<int>(below(4)), 12, 31}));
    CHECK(facts.set_date(slot("ends"), {2024, 2, 29}));
    CHECK(facts.set_version(slot("system"), 10, static_cast<std::uint16_t>(below(4))));
    const std::uint32_t id = below(4);
    CHECK((id == 3 ? facts.set_none(slot("id")) : facts.set_choice(slot("id"), id)));
    CHECK(facts.set_choice(slot("town"), below(3)));
  }

  static constexpr const char* names[] = {"agrees", "lives_here", "age", "points", "born",
                                          "ends",   "system",     "id",  "town",   "paid"};

 private:
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
  static std::int64_t points(std::uint32_t n) {
    constexpr std::int64_t all[] = {std::numeric_limits<std::int64_t>::min(), 100, 101,
                                    std::numeric_limits<std::int64_t>::max()};
    return all[n];
  }

  Compiled compiled_;
  std::mt19937 random_{5};
};

}  // namespace

TEST_CASE("facts told by slot again and again are those that words tell at once") {
  Stream stream;
  const Program& program = stream.program();
  constexpr Date day{2025, 6, 1};
  Facts facts(program);
  Scratch scratch;
  std::map<std::string, std::string> words;
  for (int i = 0; i < 3'000; ++i) {
    stream.step(facts, words);
    Facts at_once(program);
    for (const auto& [name, value] : words) {
      INFO(name << " = " << value);
      REQUIRE(at_once.tell(name, value).empty());
    }
    INFO("after " << i + 1 << " steps: " << at_once.to_json());
    REQUIRE(facts.to_json() == at_once.to_json());
    for (const char* const name : Stream::names) {
      const std::uint32_t slot = stream.slot(name);
      REQUIRE(facts.is_told(slot) == (words.count(name) != 0));
      REQUIRE(facts.told(slot) == at_once.told(slot));
    }
    const Outcome outcome = evaluate(program, "card", at_once, day);
    REQUIRE(to_json(program, facts, evaluate(program, "card", facts, day), "en") ==
            to_json(program, at_once, outcome, "en"));
    REQUIRE(decide(program, 0, facts, day, scratch) == outcome.verdict);
  }
}

TEST_CASE("facts that were copied or moved are told on their own") {
  Stream stream;
  const std::uint32_t age = stream.slot("age");
  Facts first(stream.program());
  REQUIRE(first.set_whole(age, 20));
  Facts second(first);
  REQUIRE(second.set_whole(age, 21));
  CHECK((first.told(age) == "20" && second.told(age) == "21"));
  Facts third(std::move(second));
  REQUIRE(third.set_whole(age, 22));
  CHECK(third.told(age) == "22");
  second = third;
  REQUIRE(second.set_whole(age, 23));
  CHECK((second.told(age) == "23" && third.told(age) == "22"));
  first = std::move(third);
  REQUIRE(first.set_whole(age, 24));
  CHECK((first.told(age) == "24" && second.told(age) == "23"));
  first.forget(age);
  CHECK_FALSE(first.is_told(age));
  REQUIRE(first.set_whole(age, 25));
  CHECK(first.told(age) == "25");
}

TEST_CASE(
    "what is presumed of a fact that is calculated with is not what is told, however often it is asked") {
  MemoryImporter files;
  files.add(
      "r.eligo",
      "ruleset r\nend\nfact n : whole\npresume n is 1\nfact k : whole\npresume k is 2\n"
      "decision product\n  n * 5 <= 2\nend\n"
      "decision share\n  all of\n    by_k : 6 / k rounded down to 1 >= 2\n    small : n <= 3\n  end\nend\n");
  const Compiled compiled = compile(files, "r.eligo");
  REQUIRE(compiled.program);
  const Program& program = *compiled.program;
  Scratch scratch;
  for (int i = 0; i < 400; ++i) {
    Facts facts(program);
    REQUIRE(facts.set_whole(*program.slot("n"), i % 7 - 3));
    REQUIRE(facts.set_whole(*program.slot("k"), i % 5 + 1));
    for (const std::uint32_t decision : {0u, 1u}) {
      INFO(decision << " of " << facts.to_json());
      REQUIRE(decide(program, decision, facts, {2025, 1, 1}, scratch) ==
              evaluate(program, program.decisions()[decision].name, facts, {2025, 1, 1}).verdict);
    }
  }
}

// First it is evaluated, then a chart is walked, then a table is looked up.
TEST_CASE("a decision that was asked often is the same decision") {
  Stream stream;
  const Program& program = stream.program();
  Facts facts(program);
  Scratch scratch;
  for (int i = 0; i < 6'000; ++i) {
    stream.tell_all(facts);
    const Date day{2024 + i / 3'000, 6, 1};
    INFO("after " << i << " people: " << facts.to_json());
    REQUIRE(decide(program, 0, facts, day, scratch) == evaluate(program, "card", facts, day).verdict);
  }
}
