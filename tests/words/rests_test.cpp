// SPDX-License-Identifier: MIT
// Owns what an answer says it rests on: cases, presumptions of the coverage and its message, sources of values.
#include <catch2/catch.hpp>
#include <eligo/eligo.hpp>

namespace {

constexpr eligo::Date that_day{2025, 6, 1};

struct Rules {
  eligo::MemoryImporter files;
  eligo::Compiled compiled;

  explicit Rules(const std::string& text) {
    files.add("r.eligo", "ruleset r \"R\"\nend\n" + text);
    compiled = eligo::compile(files, "r.eligo");
    for (const eligo::Diagnostic& d : compiled.diagnostics) UNSCOPED_INFO(d.place.line << ": " << d.message);
    REQUIRE(compiled.program);
  }
  [[nodiscard]] eligo::Facts told(const std::string& json) const {
    eligo::Facts facts(*compiled.program);
    REQUIRE(facts.tell_json(json).empty());
    return facts;
  }
  [[nodiscard]] std::string answer(const std::string& decision, const std::string& json) const {
    const eligo::Facts facts = told(json);
    return eligo::to_text(*compiled.program, facts,
                          eligo::evaluate(*compiled.program, decision, facts, that_day), "en");
  }
};

}  // namespace

TEST_CASE("a case that is decided is not called open") {
  const Rules rules(R"(
fact a "an old contract" : yes or no
fact b "a new contract" : yes or no
rule old "an old contract"
  a
end
rule new "a new contract"
  b
end
decision fee "fee" : whole
  when old      then 1
  else when new then 2
  else 3
end
)");
  CHECK(rules.answer("fee", R"({"a": false})") ==
        "We cannot tell yet.\n"
        "Still possible: from 2 to 3\n"
        "\n"
        "Not decided yet:\n"
        "- a new contract\n"
        "\n"
        "One answer is still missing:\n"
        "1. a new contract\n"
        "\n"
        "Answer for 1 June 2025.\n");
}

TEST_CASE("what the coverage is no for is said where it was assumed") {
  const Rules rules(R"(
fact abroad "home abroad" : yes or no
fact here "work here" : yes or no
presume abroad is no
decision card "card"
  yes "Yes."
  not covered if abroad
  here
end
decision size "size" : whole
  not covered if coverage : abroad
  when here then 1 else 2
end
)");
  CHECK(rules.answer("card", R"({"here": true})") ==
        "Yes.\n"
        "\n"
        "Why:\n"
        "- work here\n"
        "\n"
        "Your answers that count:\n"
        "- work here: yes\n"
        "\n"
        "You did not say, so we assumed this:\n"
        "- home abroad: no\n"
        "\n"
        "Answer for 1 June 2025.\n");
  const auto presumed = [&](const std::string& decision, const std::string& json) {
    return eligo::evaluate(*rules.compiled.program, decision, rules.told(json), that_day).presumed;
  };
  CHECK(presumed("card", R"({"here": true})") == std::vector<std::uint32_t>{0});
  CHECK(presumed("size", R"({"here": true})") == std::vector<std::uint32_t>{0});
  CHECK(presumed("card", R"({"here": true, "abroad": false})").empty());
}

TEST_CASE("the coverage speaks with its own message, or those below it, or its label") {
  const std::string facts = "fact a \"a home abroad\" : yes or no\nfact b \"a diplomat\" : yes or no\n";
  const auto why = [&](const std::string& coverage) {
    const Rules rules(facts + "decision d\n  not covered if " + coverage + "\n  a\nend\n");
    const std::string answer = rules.answer("d", R"({"a": true, "b": true})");
    const std::size_t from = answer.find("Why:\n") + 5;
    return answer.substr(from, answer.find("\n\n", from) - from);
  };
  CHECK(why("coverage \"a life abroad\" : a") == "- a life abroad");
  CHECK(why("coverage \"a life abroad\" : a\n    otherwise \"Ask the consulate.\"") ==
        "- Ask the consulate.");
  CHECK(why("any of\n    x : a\n      otherwise \"Ask the consulate.\"\n    y : b\n  end") ==
        "- Ask the consulate.\n- a diplomat");
}

TEST_CASE("sources of values are told, also of those that values are made from, one source once") {
  const Rules rules(R"(
source law "The law"
  publisher "Parliament"
end
source decree "The decree"
end
source old "The old decree"
end
fact n "number" : whole from 0 to 9
value base "base" : whole
  cites law "§ 1"
  until 2024-12-31 : 4
    cites old
  since 2025-01-01 : 5
    cites decree "§ 7"
end
value doubled "twice the base" : whole
  cites law "§ 2"
  2 * base
end
decision sum "sum" : whole
  cites law
  doubled + n
end
decision enough "enough"
  cites law "§ 9"
  all of
    small "a small number" : n < doubled
      cites law "§ 1"
  end
end
)");
  const auto sources = [&](const std::string& decision) {
    const std::string answer = rules.answer(decision, R"({"n": 1})");
    const std::size_t from = answer.find("Source");
    return answer.substr(from, answer.find("\n\n", from) - from);
  };
  CHECK(sources("sum") == "Sources:\n- The law (§ 2; § 1), Parliament\n- The decree (§ 7)");
  CHECK(sources("enough") == "Sources:\n- The law (§ 9; § 1; § 2), Parliament\n- The decree (§ 7)");
}
