// SPDX-License-Identifier: MIT
// Owns the cases of settled answers: the reasons that they give, although their lines are open.
#include <catch2/catch.hpp>

#include "interpreter/words/words.hpp"
#include "tests/words/desk.hpp"

using namespace eligo;
using namespace eligo::words;
using namespace eligo::words::test;

namespace {

// Every decision has two lines `young` and `old`, or one of them.
const char* const rules = R"eligo(
ruleset bus "Bus pass"
  languages en, fr
end
fact age "age" : whole from 0 to 120
  can change by "wait"
fact abroad "home abroad" : yes or no
decision both
  no "Not possible."
  all of
    young "under 20" : age < 20
      otherwise "You are too old."
    old "over 60" : age > 60
  end
end
decision either
  any of
    young "under 60" : age < 60
    old "over 20" : age > 20
  end
end
decision neither
  none of
    young "under 60" : age < 60
      otherwise "You are too young."
    old "over 20" : age > 20
  end
end
decision two
  at least 2 of
    young "under 60" : age < 60
    old "over 20" : age > 20
    home : abroad
  end
end
decision pass
  until 2024-12-31 : any of
    home : abroad
  end
  since 2025-01-01 : age < 60
  unless old "over 20" : age > 20
end
decision here
  not covered if abroad
  all of
    young "under 60" : age < 60
  end
end
texts fr
  both no "C’est impossible."
  both/young "moins de 20 ans"
  both/young otherwise "Vous êtes trop âgé."
  both/old "plus de 60 ans"
  age "âge"
  age can change by "attendre"
end
)eligo";

// What stands between the first two sentences and the last.
std::string why(const Desk& desk, const std::string& decision, Verdict settled,
                const std::vector<std::string>& lines, const std::string& language = "en") {
  Outcome outcome = Desk::outcome(decision, Verdict::undetermined);
  for (const std::string& line : lines)
    outcome.reasons.push_back(desk.reason(decision + "/" + line, State::open));
  outcome.own = static_cast<std::uint32_t>(lines.size());
  for (Reason& reason : outcome.reasons) reason.open = {desk.fact("age")};
  outcome.settled = Settled{settled, {}};
  const std::string text = to_text(desk.context(language), outcome);
  const std::size_t begin = text.find("\n\n") + 2;
  const std::size_t end = text.rfind("\n\n");
  return end < begin ? "" : text.substr(begin, end - begin);
}

}  // namespace

TEST_CASE("a settled no of `all of` says that one of its open lines fails in any case") {
  const Desk desk({rules});
  CHECK(why(desk, "both", Verdict::no, {"young", "old"}) ==
        "Why: in any case, at least one of these conditions is not met:\n"
        "- under 20\n"
        "- over 60");
  CHECK(why(desk, "both", Verdict::no, {"young", "old"}, "fr") ==
        "Pourquoi\u00A0: dans tous les cas, au moins une de ces conditions n’est pas remplie\u00A0:\n"
        "- moins de 20 ans\n"
        "- plus de 60 ans");
}

TEST_CASE("the one open line of a settled answer speaks as a decided one") {
  const Desk desk({rules});
  CHECK(why(desk, "both", Verdict::no, {"young"}) == "Why:\n- You are too old.");
  CHECK(why(desk, "both", Verdict::no, {"old"}, "fr") ==
        "Pourquoi\u00A0:\n- Condition non remplie\u00A0: plus de 60 ans");
  CHECK(why(desk, "both", Verdict::yes, {"old"}) == "Why:\n- over 60");
  CHECK(why(desk, "neither", Verdict::no, {"young"}) == "Why:\n- You are too young.");
  CHECK(why(desk, "neither", Verdict::no, {"old"}) == "Why:\n- This stands in the way: over 20");
  CHECK(why(desk, "pass", Verdict::no, {"old"}) == "Why:\n- This stands in the way: over 20");
  CHECK(why(desk, "pass", Verdict::yes, {"old"}) == "Why:\n- Does not apply: over 20");
}

TEST_CASE("lines that are each sure are said one by one") {
  const Desk desk({rules});
  CHECK(why(desk, "both", Verdict::yes, {"young", "old"}) == "Why:\n- under 20\n- over 60");
  CHECK(why(desk, "either", Verdict::no, {"young", "old"}) ==
        "Why:\n- Not met: under 60\n- Not met: over 20");
  CHECK(why(desk, "neither", Verdict::yes, {"young", "old"}) ==
        "Why:\n- Does not apply: under 60\n- Does not apply: over 20");
}

TEST_CASE("a settled yes of `any of` says that one of its open lines is met in any case") {
  const Desk desk({rules});
  CHECK(why(desk, "either", Verdict::yes, {"young", "old"}) ==
        "Why: in any case, at least one of these conditions is met:\n"
        "- under 60\n"
        "- over 20");
  CHECK(why(desk, "either", Verdict::yes, {"young", "old"}, "fr")
            .rfind("Pourquoi\u00A0: dans tous les cas, au moins une de ces conditions est remplie\u00A0:\n",
                   0) == 0);
}

TEST_CASE("where no more can be said, the open lines lead to the answer together") {
  const Desk desk({rules});
  const std::string together = "Why: in any case, these points together lead to this answer:\n";
  CHECK(why(desk, "neither", Verdict::no, {"young", "old"}) == together + "- under 60\n- over 20");
  CHECK(why(desk, "two", Verdict::yes, {"young", "old"}) == together + "- under 60\n- over 20");
  CHECK(why(desk, "pass", Verdict::no, {"age < 60", "old"}).rfind(together, 0) == 0);
  CHECK(why(desk, "here", Verdict::yes, {"coverage"}) == together + "- home abroad");
  CHECK(why(desk, "neither", Verdict::no, {"young", "old"}, "fr")
            .rfind("Pourquoi\u00A0: dans tous les cas, ces points mènent ensemble à cette réponse\u00A0:\n",
                   0) == 0);
}

TEST_CASE("what was told in part stands among the answers that count") {
  Desk desk({rules});
  types::Told told;
  told.kind = types::Told::Kind::range;
  told.from = types::Value(std::int64_t{10});
  CHECK(why(desk, "both", Verdict::no, {"young", "old"}).find("answers") == std::string::npos);
  desk.tell("age", told);
  CHECK(why(desk, "both", Verdict::no, {"young", "old"}, "fr") ==
        "Pourquoi\u00A0: dans tous les cas, au moins une de ces conditions n’est pas remplie\u00A0:\n"
        "- moins de 20 ans\n"
        "- plus de 60 ans\n"
        "\n"
        "Vos réponses qui comptent\u00A0:\n"
        "- âge\u00A0: au moins 10");
}
