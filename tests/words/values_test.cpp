// SPDX-License-Identifier: MIT
// Owns the tables of printed values, English beside French, typography included.
#include <catch2/catch.hpp>
#include <limits>

#include "tests/words/handmade.hpp"
#include "tests/words/told_values.hpp"

using namespace eligo::words::test;
using namespace eligo;
using types::Base;
using types::Type;

namespace {

std::string shown(const types::Value& value, Base base, std::uint32_t language,
                  const std::string& currency = "EUR") {
  const Handmade made(currency);
  return words::print(made.context(language), value, Type{base, false, 0});
}

types::Told between(std::optional<types::Value> from, std::optional<types::Value> to) {
  types::Told told;
  told.kind = types::Told::Kind::range;
  told.from = std::move(from);
  told.to = std::move(to);
  return told;
}

std::string shown(const types::Told& told, Base base, std::uint32_t language) {
  const Handmade made;
  return words::print(made.context(language), told, Type{base, false, 0});
}

}  // namespace

TEST_CASE("days") {
  CHECK(shown(day("2025-05-26"), Base::date, en) == "26 May 2025");
  CHECK(shown(day("2025-05-26"), Base::date, fr) == "26 mai 2025");
  CHECK(shown(day("2025-08-01"), Base::date, en) == "1 August 2025");
  CHECK(shown(day("2025-08-01"), Base::date, fr) == "1er août 2025");
  CHECK(shown(day("0001-01-01"), Base::date, fr) == "1er janvier 1");
  CHECK(shown(day("9999-12-31"), Base::date, en) == "31 December 9999");
  CHECK(shown(day("2024-02-29"), Base::date, fr) == "29 février 2024");
}

TEST_CASE("every month has a name of its own in each language") {
  for (const std::uint32_t language : {en, fr}) {
    std::vector<std::string> seen;
    for (int month = 1; month <= 12; ++month) {
      const std::string words = shown(*types::Date::of(2025, month, 2), Base::date, language);
      INFO(words);
      CHECK(words.rfind("2 ", 0) == 0);
      CHECK(words.size() > std::string("2  2025").size());
      CHECK(std::find(seen.begin(), seen.end(), words) == seen.end());
      seen.push_back(words);
    }
  }
}

TEST_CASE("numbers have the language's point, and thousands apart from five digits on") {
  CHECK(shown(whole(2025), Base::whole, en) == "2025");
  CHECK(shown(whole(2025), Base::whole, fr) == "2025");
  CHECK(shown(whole(10000), Base::whole, en) == "10,000");
  CHECK(shown(whole(10000), Base::whole, fr) == "10\u202F000");
  CHECK(shown(whole(-1234567), Base::whole, en) == "-1,234,567");
  CHECK(shown(whole(std::numeric_limits<std::int64_t>::min()), Base::whole, en) ==
        "-9,223,372,036,854,775,808");
  CHECK(shown(number("0.05"), Base::decimal, en) == "0.05");
  CHECK(shown(number("0.05"), Base::decimal, fr) == "0,05");
  CHECK(shown(number("-12345.678"), Base::decimal, fr) == "-12\u202F345,678");
  CHECK(shown(number("0.50"), Base::decimal, en) == "0.5");
}

TEST_CASE("money has its currency, and its places where it is not whole") {
  CHECK(shown(number("318.50"), Base::money, en) == "€318.50");
  CHECK(shown(number("318.50"), Base::money, fr) == "318,50\u00A0€");
  CHECK(shown(number("310"), Base::money, en) == "€310");
  CHECK(shown(number("310"), Base::money, fr) == "310\u00A0€");
  CHECK(shown(number("1234.5"), Base::money, en) == "€1,234.50");
  CHECK(shown(number("1234.5"), Base::money, fr) == "1\u202F234,50\u00A0€");
  CHECK(shown(number("-0.125"), Base::money, en) == "-€0.125");
  CHECK(shown(number("-0.125"), Base::money, fr) == "-0,125\u00A0€");
  CHECK(shown(number("0"), Base::money, en) == "€0");
}

TEST_CASE("other currencies") {
  CHECK(shown(number("5.5"), Base::money, en, "GBP") == "£5.50");
  CHECK(shown(number("5.5"), Base::money, fr, "CHF") == "5,50\u00A0CHF");
  CHECK(shown(number("5.5"), Base::money, en, "CHF") == "CHF\u00A05.50");
  CHECK(shown(number("5.5"), Base::money, en, "TND") == "TND\u00A05.500");
  CHECK(shown(number("500.5"), Base::money, en, "JPY") == "¥500.5");
  CHECK(shown(number("5.5"), Base::money, fr, "USD") == "5,50\u00A0$US");
  CHECK(shown(number("5.5"), Base::money, en, "") == "5.50");
  CHECK(shown(number("5.5"), Base::money, fr, "") == "5,50");
}

TEST_CASE("versions, yes and no, texts") {
  CHECK(shown(*types::Version::parse("16.10"), Base::version, fr) == "16.10");
  CHECK(shown(*types::Version::parse("9.0"), Base::version, en) == "9");
  CHECK(shown(true, Base::yes_or_no, en) == "yes");
  CHECK(shown(false, Base::yes_or_no, en) == "no");
  CHECK(shown(true, Base::yes_or_no, fr) == "oui");
  CHECK(shown(false, Base::yes_or_no, fr) == "non");
  CHECK(shown(std::string("Zoé"), Base::text, fr) == "Zoé");
  CHECK(shown(std::string("a\x1b[31mb\nc\u202E"), Base::text, en) == "a\uFFFD[31mb c\uFFFD");
}

TEST_CASE("none has words for each kind of thing") {
  const types::Value none = types::None{};
  CHECK(shown(none, Base::date, en) == "no date");
  CHECK(shown(none, Base::date, fr) == "aucune date");
  CHECK(shown(none, Base::money, en) == "no amount");
  CHECK(shown(none, Base::money, fr) == "aucun montant");
  CHECK(shown(none, Base::whole, fr) == "aucun nombre");
  CHECK(shown(none, Base::version, fr) == "aucune version");
  CHECK(shown(none, Base::text, en) == "nothing");
  CHECK(shown(none, Base::text, fr) == "rien");
  CHECK(shown(none, Base::key, en) == "none");
  CHECK(shown(none, Base::key, fr) == "aucun");
}

TEST_CASE("what is told in part") {
  const types::Value a = day("2025-05-01"), b = day("2025-06-30");
  CHECK(shown(between(a, b), Base::date, en) == "from 1 May 2025 to 30 June 2025");
  CHECK(shown(between(a, b), Base::date, fr) == "du 1er mai 2025 au 30 juin 2025");
  CHECK(shown(between(a, {}), Base::date, en) == "1 May 2025 or later");
  CHECK(shown(between(a, {}), Base::date, fr) == "à partir du 1er mai 2025");
  CHECK(shown(between({}, b), Base::date, en) == "30 June 2025 or earlier");
  CHECK(shown(between({}, b), Base::date, fr) == "jusqu’au 30 juin 2025");
  const types::Value v = *types::Version::parse("16");
  CHECK(shown(between(v, {}), Base::version, en) == "16 or later");
  CHECK(shown(between(v, {}), Base::version, fr) == "à partir de 16");
  CHECK(shown(between({}, v), Base::version, en) == "16 or earlier");
  CHECK(shown(between({}, v), Base::version, fr) == "jusqu’à 16");
  CHECK(shown(between(number("300"), {}), Base::money, en) == "at least €300");
  CHECK(shown(between(number("300"), {}), Base::money, fr) == "au moins 300\u00A0€");
  CHECK(shown(between({}, whole(3)), Base::whole, en) == "at most 3");
  CHECK(shown(between({}, whole(3)), Base::whole, fr) == "au plus 3");
  CHECK(shown(between(whole(1), whole(3)), Base::whole, fr) == "de 1 à 3");
}

TEST_CASE("some of several values are joined by or") {
  types::Told told;
  told.kind = types::Told::Kind::one_of;
  told.values = {whole(1)};
  CHECK(shown(told, Base::whole, en) == "1");
  told.values = {whole(1), whole(2)};
  CHECK(shown(told, Base::whole, en) == "1 or 2");
  told.values = {whole(1), whole(2), types::None{}};
  CHECK(shown(told, Base::whole, en) == "1, 2 or no number");
  CHECK(shown(told, Base::whole, fr) == "1, 2 ou aucun nombre");
}

TEST_CASE("lists") {
  CHECK(words::english.all_of({}) == "");
  CHECK(words::english.all_of({"a"}) == "a");
  CHECK(words::english.all_of({"a", "b", "c"}) == "a, b and c");
  CHECK(words::french.all_of({"a", "b", "c"}) == "a, b et c");
}

TEST_CASE("headings count what follows") {
  CHECK(words::english.missing(1, true) == "One answer is still missing:");
  CHECK(words::english.missing(2, true) == "2 answers are still missing:");
  CHECK(words::english.missing(2, false) == "Up to 2 answers are still missing:");
  CHECK(words::french.missing(1, false) == "Il manque encore une réponse\u00A0:");
  CHECK(words::french.missing(3, true) == "Il manque encore 3 réponses\u00A0:");
  CHECK(words::french.missing(3, false) == "Il manque encore jusqu’à 3 réponses\u00A0:");
  CHECK(words::english.sources(1) == "Source:");
  CHECK(words::english.sources(2) == "Sources:");
}

TEST_CASE(
    "a language that answers are not written in falls back to the first of the ruleset, then to English") {
  const Handmade dutch_second("EUR", {"fr", "nl"});
  CHECK(words::phrases(dutch_second.context(0)).code == "fr");
  CHECK(words::phrases(dutch_second.context(1)).code == "fr");
  const Handmade dutch("EUR", {"nl"});
  CHECK(words::phrases(dutch.context(0)).code == "en");
  CHECK(words::language_index(dutch_second.checked, "nl") == 1);
  CHECK(words::language_index(dutch_second.checked, "fr") == 0);
  CHECK(words::language_index(dutch_second.checked, "de") == 0);
}

TEST_CASE("every phrase of every language is there") {
  CHECK(words::languages().front()->code == "en");
  for (const words::Language* l : words::languages()) {
    INFO(l->code);
    for (std::string_view phrase :
         {l->code, l->yes, l->no, l->point, l->thousands, l->not_told, l->withheld, l->cannot_tell,
          l->certain_anyway, l->perhaps_certain, l->not_covered, l->invalid, l->contact, l->not_decided,
          l->why, l->still_open, l->answers, l->went_wrong, l->steps}) {
      CHECK_FALSE(phrase.empty());
    }
    for (int i = 0; i <= static_cast<int>(Mishap::bad_step); ++i)
      CHECK_FALSE(l->mishap(static_cast<Mishap>(i)).empty());
    CHECK(words::find_language(l->code) == l);
  }
  CHECK(words::find_language("xx") == nullptr);
}

TEST_CASE("French puts no-break spaces before its double punctuation") {
  const words::Language& l = words::french;
  const std::vector<std::string> phrases = {std::string(l.why),
                                            std::string(l.still_open),
                                            std::string(l.answers),
                                            std::string(l.went_wrong),
                                            std::string(l.steps),
                                            std::string(l.not_decided),
                                            std::string(l.perhaps_certain),
                                            l.titled("A", "b"),
                                            l.possible("b"),
                                            l.not_met("a"),
                                            l.exception("a"),
                                            l.does_not_apply("a"),
                                            l.detail("a", {"b", "c"}),
                                            l.may_help({"a", "b"}),
                                            l.assumed(1),
                                            l.assumed(2),
                                            l.missing(1, true),
                                            l.missing(2, true),
                                            l.missing(2, false),
                                            l.sources(1),
                                            l.so_far("q", "a")};
  for (const std::string& phrase : phrases) {
    INFO(phrase);
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      if (phrase[i] == ':') CHECK(phrase.substr(i - 2, 2) == "\u00A0");
      if (phrase[i] == ';' || phrase[i] == '?') CHECK(phrase.substr(i - 3, 3) == "\u202F");
    }
    CHECK(phrase.find('\'') == std::string::npos);
  }
}

TEST_CASE("a value of an outcome is read back in its type") {
  const Handmade made;
  const auto back = [&](FactKind kind, const std::string& text, Base base) {
    const auto value = words::read(made.checked, {kind, false, text}, Type{base, false, 0});
    return value ? words::print(made.context(en), *value, Type{base, false, 0}) : std::string("nothing");
  };
  CHECK(back(FactKind::whole, "12", Base::whole) == "12");
  CHECK(back(FactKind::whole, "1.5", Base::whole) == "nothing");
  CHECK(back(FactKind::money, "318.5", Base::money) == "€318.50");
  CHECK(back(FactKind::date, "2025-01-01", Base::date) == "1 January 2025");
  CHECK(back(FactKind::date, "2025-13-01", Base::date) == "nothing");
  CHECK(back(FactKind::version, "16.1", Base::version) == "16.1");
  CHECK(back(FactKind::yes_or_no, "yes", Base::yes_or_no) == "yes");
  CHECK(back(FactKind::yes_or_no, "maybe", Base::yes_or_no) == "nothing");
  CHECK(words::read(made.checked, {FactKind::date, true, "none"}, Type{Base::date, true, 0}) ==
        types::Value(types::None{}));
}
