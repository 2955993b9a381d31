// SPDX-License-Identifier: MIT
// Owns the cases of what a refusal says: each line that decided, and nothing that is not so.
#include <catch2/catch.hpp>
#include <eligo/eligo.hpp>
#include <nlohmann/json.hpp>

namespace {

constexpr eligo::Date some_day{2025, 6, 1};

class Asked {
 public:
  explicit Asked(const std::string& text) {
    files_.add("r.eligo", "ruleset r \"R\"\n  currency EUR\nend\n" + text);
    compiled_ = eligo::compile(files_, "r.eligo");
    for (const eligo::Diagnostic& d : compiled_.diagnostics) UNSCOPED_INFO(d.place.line << ": " << d.message);
    REQUIRE(compiled_.program);
  }

  /// What stands below a heading, or all of the answer.
  [[nodiscard]] std::string said(const std::string& json, const std::string& heading = "",
                                 const std::string& decision = "d") const {
    const eligo::Facts facts = told(json);
    const std::string answer = eligo::to_text(
        *compiled_.program, facts, eligo::evaluate(*compiled_.program, decision, facts, some_day), "en");
    if (heading.empty()) return answer;
    const std::size_t at = answer.find(heading + "\n");
    if (at == std::string::npos) return "";
    const std::size_t from = at + heading.size() + 1;
    return answer.substr(from, answer.find("\n\n", from) - from);
  }
  [[nodiscard]] nlohmann::json json(const std::string& profile) const {
    const eligo::Facts facts = told(profile);
    return nlohmann::json::parse(eligo::to_json(
        *compiled_.program, facts, eligo::evaluate(*compiled_.program, "d", facts, some_day), "en"));
  }

 private:
  [[nodiscard]] eligo::Facts told(const std::string& json) const {
    eligo::Facts facts(*compiled_.program);
    REQUIRE(facts.tell_json(json).empty());
    return facts;
  }

  eligo::MemoryImporter files_;
  eligo::Compiled compiled_;
};

constexpr const char* card = R"(
fact here "home in the town" : yes or no
  can change by "move to the town"
fact age "age" : whole from 0 to 120
fact quiet "no fine" : yes or no
  can change by "pay the fine"
rule conditions "conditions of the card"
  all of
    lives "a home in the town" : here
      otherwise "You must live in the town."
    adult "18 or older" : age >= 18
    quiet
  end
end
decision d "Card"
  conditions
end
)";

}  // namespace

TEST_CASE("beside a line that speaks, the others that decided are said by their labels") {
  const Asked rules(card);
  CHECK(rules.said(R"({"here": false, "age": 5, "quiet": false})", "Why:") ==
        "- You must live in the town.\n"
        "- Not met: 18 or older\n"
        "- Not met: no fine");
}

TEST_CASE("where no line below speaks, the label says which of them are not met") {
  const Asked rules(card);
  CHECK(rules.said(R"({"here": true, "age": 5, "quiet": false})", "Why:") ==
        "- Not met: conditions of the card (18 or older; no fine)");
  CHECK(rules.said(R"({"here": true, "age": 20, "quiet": true})", "Why:") ==
        "- conditions of the card (a home in the town; 18 or older; no fine)");
}

TEST_CASE("what may help stands below the reason that it helps") {
  const Asked rules(R"(
fact here "home in the town" : yes or no
  can change by "move to the town"
fact quiet "no fine" : yes or no
  can change by "pay the fine"
rule conditions "conditions of the card"
  all of
    lives : here
      otherwise "You must live in the town."
    paid : quiet
      otherwise "There is a fine to pay."
  end
end
decision d "Card"
  conditions
end
)");
  CHECK(rules.said(R"({"here": false, "quiet": false})", "Why:") ==
        "- You must live in the town.\n"
        "  What may help: move to the town.\n"
        "- There is a fine to pay.\n"
        "  What may help: pay the fine.");
}

TEST_CASE("what may help the answer, but not this line, is not said below it") {
  const Asked rules(R"(
enum kind "kind of paper"
  card "card"
  permit "permit"
end
fact citizen "citizen" : yes or no
fact paper "paper" : kind
  can change by "use another paper"
rule by_video "by video"
  paper is permit
end
rule by_app "by the app"
  all of
    for_citizens "for citizens" : citizen
    with_card "with a card" : paper is card
  end
end
rule a_way "a way"
  any of
    by_video
      otherwise "By video you need a permit."
    by_app
      otherwise "The app is for citizens with a card."
  end
end
decision d "Card"
  a_way
end
)");
  CHECK(rules.said(R"({"citizen": false, "paper": "card"})", "Why:") ==
        "- By video you need a permit.\n"
        "  What may help: use another paper.\n"
        "- The app is for citizens with a card.");
}

TEST_CASE("as data, a line has its message only where it refuses") {
  const Asked rules(card);
  const auto message = [&](const char* profile) {
    return rules.json(profile)["reasons"][0]["because"][0]["message"];
  };
  CHECK(message(R"({"here": false, "age": 20, "quiet": true})") == "You must live in the town.");
  CHECK(message(R"({"here": true, "age": 20, "quiet": true})").is_null());
  CHECK(message(R"({"age": 20, "quiet": true})").is_null());
}

TEST_CASE("below a negation what is met stands in the way, and is said whole") {
  const Asked rules(R"(
fact a "a debt" : yes or no
fact b "a ban" : yes or no
decision d
  all of
    clear "nothing against you" : none of
      both "both of these" : all of
        debt "a debt" : a
          otherwise "Pay your debt."
        ban "a ban" : b
      end
    end
  end
end
)");
  const char* met = R"({"a": true, "b": true})";
  CHECK(rules.said(met, "Why:") == "- Pay your debt.\n- This stands in the way: a ban");
  const auto message = [&](const char* profile) {
    return rules.json(profile)["reasons"][0]["because"][0]["because"][0]["message"];
  };
  CHECK(message(met) == "Pay your debt.");
  CHECK(message(R"({"a": false, "b": false})").is_null());
}

TEST_CASE("what stands in the way is named where no line speaks") {
  const Asked rules(R"(
fact a "a debt" : yes or no
fact b "a ban" : yes or no
decision d
  all of
    clear "nothing against you" : none of
      a
      b
    end
  end
end
)");
  CHECK(rules.said(R"({"a": true, "b": true})", "Why:") == "- Not met: nothing against you (a debt; a ban)");
}

TEST_CASE("a line without a label that decided is said by the label around it") {
  const Asked rules(R"(
fact a "home in the town" : yes or no
fact age "age" : whole from 0 to 120
decision d
  all of
    right "the right age and place" : all of
      age >= 6
      here "home" : a
        otherwise "You must live in the town."
    end
  end
end
)");
  CHECK(rules.said(R"({"a": false, "age": 3})", "Why:") ==
        "- Not met: the right age and place\n- You must live in the town.");
}

TEST_CASE("of the coverage all lines that decided are said") {
  const Asked rules(R"(
fact a "a home abroad" : yes or no
fact b "a diplomat" : yes or no
decision d
  not covered if any of
    x "a home abroad" : a
      otherwise "Ask the consulate."
    y "a diplomat" : b
  end
  a
end
)");
  CHECK(rules.said(R"({"a": true, "b": true})", "Why:") == "- Ask the consulate.\n- a diplomat");
}

TEST_CASE("a coverage without words of its own is said in words all the same") {
  const Asked rules(R"(
fact abroad "home abroad" : yes or no
fact far "far away" : yes or no
fact here "work here" : yes or no
decision d "Card"
  not covered if abroad and far
  here
end
)");
  CHECK(rules.said(R"({"here": true})", "Not decided yet:") == "- whether these rules are about your case");
  CHECK(rules.said(R"({"here": true, "abroad": true, "far": true})") ==
        "These rules do not cover your case. This is neither a yes nor a no.\n"
        "\n"
        "Your answers that count:\n"
        "- home abroad: yes\n"
        "- far away: yes\n"
        "\n"
        "Answer for 1 June 2025.\n");
}

TEST_CASE("what an author says of the coverage is said, whatever the words") {
  const std::string phrase = "whether these rules are about your case";
  const auto said = [&](const std::string& coverage) {
    const Asked rules("fact a : yes or no\nfact b \"a diplomat\" : yes or no\nrule away \"" + phrase +
                      "\"\n  a\nend\ndecision d \"Card\"\n  not covered if " + coverage + "\n  b\nend\n");
    return rules.said(R"({"a": true, "b": true})", "Why:");
  };
  CHECK(said("coverage \"" + phrase + "\" : a and b") == "- " + phrase);
  CHECK(said("away") == "- " + phrase);
  CHECK(said("a and b\n    otherwise \"" + phrase + "\"") == "- " + phrase);
  CHECK(said("any of\n    a\n    b\n  end") == "- " + phrase + " (a diplomat)");
}

TEST_CASE("a day that the rules say nothing about is named") {
  const Asked rules(R"(
fact here "work here" : yes or no
decision d "Card"
  until 2025-12-31 : not covered
  since 2026-01-01 : here
end
)");
  CHECK(rules.said(R"({"here": true})") ==
        "These rules say nothing about 1 June 2025. This is neither a yes nor a no.\n"
        "\n"
        "Answer for 1 June 2025.\n");
}

TEST_CASE("one amount that is still possible is said as one") {
  const Asked rules(R"(
fact here "work here" : yes or no
decision d "Price" : money or none
  when here then 12.50
  else none
end
)");
  CHECK(rules.said("{}").find("Still possible: €12.50 or no amount\n") != std::string::npos);
}

TEST_CASE("a message is not said of a line that came out the other way") {
  const Asked rules(R"(
fact age "age" : whole from 0 to 120
fact member "member" : yes or no
rule minor "a minor"
  all of
    young "under 18" : age < 18
      otherwise "You are 18 or older."
  end
end
decision d "Card"
  all of
    adult "not a minor" : not minor
    out "no members" : none of
      member "member" : member
        otherwise "You are a member."
    end
  end
end
)");
  CHECK(rules.said(R"({"age": 10, "member": false})", "Why:") == "- Not met: not a minor (under 18)");
  CHECK(rules.said(R"({"age": 20, "member": true})", "Why:") == "- You are a member.");
  CHECK(rules.said(R"({"age": 10, "member": true})", "Why:") ==
        "- Not met: not a minor (under 18)\n- You are a member.");
  const nlohmann::json reasons = rules.json(R"({"age": 10, "member": true})")["reasons"];
  const nlohmann::json young = reasons[0]["because"][0];
  CHECK(young["id"] == "minor/young");
  CHECK(young["state"] == "yes");
  CHECK(young["message"].is_null());
  CHECK(reasons[1]["because"][0]["message"] == "You are a member.");
}

TEST_CASE("nor below a second `not`, where it is so again") {
  const Asked rules(R"(
fact age "age" : whole from 0 to 120
rule grown_up "a grown-up"
  all of
    old "18 or older" : age >= 18
      otherwise "You are under 18."
  end
end
rule minor "a minor"
  not grown_up
end
decision d "Card"
  all of
    adult "not a minor" : not minor
  end
end
)");
  CHECK(rules.said(R"({"age": 10})", "Why:") == "- You are under 18.");
}

TEST_CASE("within exceptions and coverage, lines speak that are met") {
  const std::string facts = R"(
fact young "young" : yes or no
fact old "old" : yes or no
rule grown "neither"
  none of
    y "young" : young
      otherwise "You are young."
    o "old" : old
      otherwise "You are old."
  end
end
decision d "Card"
)";
  const std::string block = R"(any of
    y "young" : young
      otherwise "You are young."
    o "old" : old
      otherwise "You are old."
  end
)";
  const std::string young = R"({"young": true, "old": false})", both = R"({"young": true, "old": true})";
  const Asked excepted(facts + "  always\n  unless out \"the exception\" : " + block + "end\n");
  CHECK(excepted.said(young, "Why:") == "- You are young.");
  CHECK(excepted.said(both, "Why:") == "- You are young.\n- You are old.");
  const Asked covered(facts + "  always\n  not covered if " + block + "end\n");
  CHECK(covered.said(both, "Why:") == "- You are young.\n- You are old.");
  const Asked elsewhere(facts + "  always\n  not covered if not grown\nend\n");
  CHECK(elsewhere.said(young, "Why:") == "- You are young.");
  const Asked twice(
      facts +
      "  all of\n    inner \"inner\" : none of\n      a \"a\" : none of\n        y \"young\" : young\n"
      "          otherwise \"You are not young.\"\n      end\n    end\n  end\nend\n");
  CHECK(twice.said(R"({"young": false})", "Why:") == "- You are not young.");
}
