// SPDX-License-Identifier: MIT
// Owns which language `texts` is in, and the names of languages that are answered with their codes (ISO 639-1), also those of three letters.
#include "interpreter/check/languages.hpp"

#include <algorithm>

#include "interpreter/check/context.hpp"

namespace eligo::check {

namespace {

struct Named {
  std::string_view name;
  std::string_view code;
};

// Those of Europe and what else is spoken much in France, as they are called in English, in French and at home, where that can
// be written in letters that a name has.
constexpr Named languages[] = {
    {"eng", "en"},        {"fra", "fr"},         {"fre", "fr"},        {"deu", "de"},
    {"ger", "de"},        {"spa", "es"},         {"ita", "it"},        {"por", "pt"},
    {"nld", "nl"},        {"pol", "pl"},         {"ara", "ar"},        {"ukr", "uk"},
    {"english", "en"},    {"anglais", "en"},     {"french", "fr"},     {"francais", "fr"},
    {"german", "de"},     {"allemand", "de"},    {"deutsch", "de"},    {"spanish", "es"},
    {"espagnol", "es"},   {"espanol", "es"},     {"italian", "it"},    {"italien", "it"},
    {"italiano", "it"},   {"portuguese", "pt"},  {"portugais", "pt"},  {"portugues", "pt"},
    {"dutch", "nl"},      {"neerlandais", "nl"}, {"nederlands", "nl"}, {"polish", "pl"},
    {"polonais", "pl"},   {"polski", "pl"},      {"romanian", "ro"},   {"roumain", "ro"},
    {"bulgarian", "bg"},  {"bulgare", "bg"},     {"greek", "el"},      {"grec", "el"},
    {"hungarian", "hu"},  {"hongrois", "hu"},    {"czech", "cs"},      {"tcheque", "cs"},
    {"slovak", "sk"},     {"slovaque", "sk"},    {"slovenian", "sl"},  {"slovene", "sl"},
    {"croatian", "hr"},   {"croate", "hr"},      {"danish", "da"},     {"danois", "da"},
    {"swedish", "sv"},    {"suedois", "sv"},     {"finnish", "fi"},    {"finnois", "fi"},
    {"estonian", "et"},   {"estonien", "et"},    {"latvian", "lv"},    {"letton", "lv"},
    {"lithuanian", "lt"}, {"lituanien", "lt"},   {"irish", "ga"},      {"irlandais", "ga"},
    {"maltese", "mt"},    {"maltais", "mt"},     {"arabic", "ar"},     {"arabe", "ar"},
    {"turkish", "tr"},    {"turc", "tr"},        {"ukrainian", "uk"},  {"ukrainien", "uk"},
    {"russian", "ru"},    {"russe", "ru"},       {"chinese", "zh"},    {"chinois", "zh"},
    {"breton", "br"},     {"occitan", "oc"},     {"catalan", "ca"},    {"basque", "eu"},
    {"corsican", "co"},   {"corse", "co"},       {"alsatian", "gsw"},  {"alsacien", "gsw"},
    {"norwegian", "no"},  {"norvegien", "no"},
};

// How the header is to name the language that `texts` calls so.
std::string language_help(text::NameId called, const std::vector<text::NameId>& known,
                          const text::Names& names) {
  const std::string_view word = names.view(called);
  const std::string code = language_meant(word);
  if (code.empty()) return "a language is named by its code of ISO 639: `fr` for French";
  std::string header = "write `languages ";
  for (const text::NameId id : known) header += std::string(names.view(id)) + ", ";
  header += code + "` in the header";
  return code == word ? header : header + ", and `texts " + code + "`";
}

}  // namespace

std::string language_meant(std::string_view word) {
  std::string small = in_small_letters(word);
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  for (const Named& one : languages)
    if (one.name == small) return std::string(one.code);
  if (small.size() >= 2 && small.size() <= 3 && std::all_of(small.begin(), small.end(), is_letter))
    return small;
  return "";
}

std::size_t language_of(Context& c, const Word& word, bool is_own) {
  const std::vector<NameId>& known = c.out.languages;
  const auto number_of = [&](NameId id) {
    return static_cast<std::size_t>(std::find(known.begin(), known.end(), id) - known.begin());
  };
  const std::size_t number = number_of(word.id);
  if (number != 0 && number != known.size()) return number;
  const std::string_view written = c.view(word.id);
  const std::string meant = language_meant(written);
  const bool is_another = !is_own && meant == written;  // of other rulesets
  if (!word || is_another || c.header_decl == nowhere || c.is_broken(c.header_decl)) return 0;
  if (number == 0) {
    c.say(Code::header_language, word.span,
          "the texts in " + c.tick(word.id) + " stand in the rule files themselves")
        .help.push_back("the first language of the header is the one of the rule files");
    return 0;
  }
  auto& d = c.say(Code::header_language, word.span, c.tick(word.id) + " is not a language of this ruleset");
  d.labels.push_back({c.out.ruleset_span, "the header"});
  const std::size_t nearest = number_of(c.names.find(meant));
  if (nearest == known.size()) {
    d.help.push_back(language_help(word.id, known, c.names));
    return 0;
  }
  if (nearest == 0) {
    d.help.push_back("the texts in `" + meant + "` stand in the rule files themselves");
  } else {
    d.help.push_back("write `texts " + meant + "`");
    d.fixes.push_back({"write `" + meant + "`", {{word.span, meant}}});
  }
  return nearest;
}

}  // namespace eligo::check
