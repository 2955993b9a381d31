// SPDX-License-Identifier: MIT
// Owns the promise that an answer which cannot be calculated names the place that was asked, also where the same calculation
// stands elsewhere.
#include <catch2/catch.hpp>
#include <string>

#include "eligo/eligo.hpp"

using namespace eligo;

namespace {

constexpr const char* equal_calculations = R"(ruleset again
end
fact a : whole from 0 to 10
value early : decimal
  100 / a rounded up to 1
end
value late : decimal
  until 2024-12-31 : 100 / a rounded up to 1
  since 2025-01-01 :
    100 / a rounded up to 1
end
rule enough
  late > 3
end
decision first
  early > 3
end
decision second
  all of
    x "x" : enough
  end
end
decision third : decimal
  when a < 5 then late else 1
end
decision fourth
  a < 20
  unless often : 100 / a rounded up to 1 > 7
end
decision fifth
  not covered if 1 + (100 / a rounded up to 1) > 7
  a < 20
end
)";

/// Line and column of what was invalid.
std::string place(const std::string& decision, const Date& day) {
  MemoryImporter files;
  files.add("main.eligo", equal_calculations);
  const Compiled compiled = compile(files, "main.eligo");
  REQUIRE(compiled.program);
  Facts facts(*compiled.program);
  REQUIRE(facts.tell_json(R"({"a": 0})").empty());
  const Outcome outcome = evaluate(*compiled.program, decision, facts, day);
  REQUIRE(outcome.verdict == Verdict::invalid);
  REQUIRE(outcome.invalid.size() == 1);
  return std::to_string(outcome.invalid[0].place.line) + ":" +
         std::to_string(outcome.invalid[0].place.column);
}

}  // namespace

TEST_CASE("what cannot be calculated is shown where it was asked, not where it is written first") {
  const Date old{2024, 6, 1}, now{2025, 6, 1};
  CHECK(place("first", now) == "5:3");
  CHECK(place("second", old) == "8:22");
  CHECK(place("second", now) == "10:5");
  CHECK(place("third", old) == "8:22");
  CHECK(place("third", now) == "10:5");
  CHECK(place("fourth", now) == "28:18");
  CHECK(place("fifth", now) == "31:23");
}
