// SPDX-License-Identifier: MIT
// Waivers: where they count, and what is said of those that do not.
#include "tests/lint/looked.hpp"

namespace eligo {
namespace {

using tests::said;

const std::string before = "ruleset x\nend\nfact lives_here : yes or no\n";
const std::string after = "decision card\n  lives_here\nend\n";
const std::string found = "unused/fact \"has_pet\" no decision asks `has_pet`\n";

TEST_CASE("a waiver counts on its line and on the line below") {
  CHECK(said(before + "fact has_pet : yes or no\n" + after) == "4: " + found);
  CHECK(said(before + "fact has_pet : yes or no  # lint: allow unused/fact because a form asks it\n" +
             after) == "");
  CHECK(said(before + "# lint: allow unused/fact because a form asks it\nfact has_pet : yes or no\n" +
             after) == "");
  CHECK(said(before +
             "# lint: allow unused/fact because a form asks it\n# which is new\nfact has_pet : yes or no\n" +
             after) == "");
}

TEST_CASE("it counts nowhere else") {
  const std::string unused = "unused/fact\" there is no finding `unused/fact` here to allow\n";
  CHECK(said(before + "# lint: allow unused/fact because a form asks it\n\nfact has_pet : yes or no\n" +
             after) == "4: waiver/unused \"" + unused + "6: " + found);
  CHECK(said(before + "fact has_pet : yes or no\n# lint: allow unused/fact because a form asks it\n" +
             after) == "4: " + found + "5: waiver/unused \"" + unused);
  CHECK(
      said(before + "fact has_pet : yes or no  # lint: allow unused/rule because a form asks it\n" + after) ==
      "4: " + found + "4: waiver/unused \"unused/rule\" there is no finding `unused/rule` here to allow\n");
}

TEST_CASE("one comment may allow several, and each is looked at by itself") {
  CHECK(said(before +
             "fact hasPet : yes or no  # lint: allow unused/fact, style/naming because a form asks it so\n" +
             after) == "");
  CHECK(said(before +
             "fact has_pet : yes or no  # lint: allow unused/fact, style/naming because a form asks it so\n" +
             after) ==
        "4: waiver/unused \"style/naming\" there is no finding `style/naming` here to allow\n");
}

TEST_CASE("what cannot be read, or names no check, or gives no reason") {
  CHECK(said(before + after + "# lint: ignore unused/fact\n") ==
        "7: waiver/unknown \"# lint: ignore unused/fact\" expected `allow`, the name of a check and "
        "`because` after "
        "`lint:`\n");
  CHECK(said(before + "# lint: allow because I say so\n" + after) ==
        "4: waiver/unknown \"# lint: allow because I say so\" expected `allow`, the name of a check and "
        "`because` after "
        "`lint:`\n");
  CHECK(said(before + "fact has_pet : yes or no  # lint: allow unused/fcat because a form asks it\n" +
             after) == "4: " + found + "4: waiver/unknown \"unused/fcat\" there is no check `unused/fcat`\n");
  CHECK(said(before + "# lint: allow waiver/unused because it is there\n" + after) ==
        "4: waiver/unknown \"waiver/unused\" `waiver/unused` cannot be allowed\n"
        "4: waiver/unused \"waiver/unused\" there is no finding `waiver/unused` here to allow\n");
  CHECK(said(before + "fact has_pet : yes or no  # lint: allow unused/fact\n" + after) ==
        "4: waiver/unexplained \"# lint: allow unused/fact\" no reason is given\n");
  CHECK(said(before + "fact has_pet : yes or no  # lint: allow unused/fact because\n" + after) ==
        "4: waiver/unexplained \"# lint: allow unused/fact because\" no reason is given\n");
}

TEST_CASE("a check that is off makes no waiver unused, and waivers can be switched off") {
  const std::string text =
      before + "fact has_pet : yes or no  # lint: allow unused/fact because a form asks it\n" + after;
  lint::Options options = tests::on({2025, 6, 1});
  options.waivers = false;
  CHECK(said(text, options) == "4: " + found);
  options.waivers = true;
  REQUIRE(options.config.wish("unused/fact=off").empty());
  CHECK(said(text, options) == "");
}

TEST_CASE("a waiver of what comes with the days is never unused") {
  const std::string text =
      "ruleset x\nend\nfact a : yes or no\ndecision d\n  until 2025-12-31 : a\n  since 2026-01-01 : not "
      "covered  # lint: "
      "allow expiry/ended because the scheme is over\nend\n";
  CHECK(said(text, tests::on({2026, 2, 1})) == "");
  CHECK(said(text, tests::on({2025, 2, 1})) == "");
  CHECK(said(text, tests::on({2025, 12, 1})) ==
        "6: expiry/soon \"since 2026-01-01\" the decision `d` ends soon: from 2026-01-01 on it is not "
        "covered\n");
}

TEST_CASE("in a text there is no waiver") {
  CHECK(said(before + "fact has_pet \"# lint: allow unused/fact because\" : yes or no\n" + after) ==
        "4: " + found);
}

}  // namespace
}  // namespace eligo
