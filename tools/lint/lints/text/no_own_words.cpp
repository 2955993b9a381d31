// SPDX-License-Identifier: MIT
// Languages of a ruleset in which Eligo says nothing by itself.
#include <string>

#include "interpreter/words/language.hpp"
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace text_no_own_words_parts {

/// "`en` and `fr`"
std::string spoken() {
  const auto& all = words::languages();
  std::string out;
  for (std::size_t i = 0; i < all.size(); ++i)
    out += (i == 0 ? "`" : i + 1 == all.size() ? " and `" : ", `") + std::string(all[i]->code) + "`";
  return out;
}

void run(const Context& context, std::vector<Finding>& found) {
  for (const grammar::Decl& decl : context.ast().decls) {
    const auto* const header = std::get_if<grammar::RulesetDecl>(&decl.body);
    if (header == nullptr || !context.is_own(decl.span.source)) continue;
    for (const grammar::Word& language : header->languages) {
      if (words::find_language(context.view(language.id)) != nullptr) continue;
      Finding finding{language.span,
                      "answers in " + context.tick(language.id) +
                          " have English words beside your texts: Eligo has none of its own in it"};
      finding.help.push_back("it has words in " + spoken() +
                             ": leave the language out, or allow it and say why it will do");
      found.push_back(std::move(finding));
    }
  }
}

}  // namespace text_no_own_words_parts

Lint text_no_own_words() {
  return {
      .summary = "a language in which answers are half in English",
      .reason =
          "What the rules do not say, Eligo says itself: *Why*, *Your answers that count*, dates and "
          "amounts. It does "
          "so in English and French only. Whoever asks in another language of the ruleset reads English "
          "words and "
          "English dates between its texts.",
      .level = Level::warning,
      .bad = R"(ruleset pool "Schwimmbad"
  languages «de»
end
fact age "Alter" : whole from 0 to 120
  ask "Wie alt sind Sie?"
decision ticket "Eintritt"
  age >= 18
end
)",
      .good = R"(ruleset pool "Piscine"
  languages fr
end
fact age "âge" : whole from 0 to 120
  ask "Quel âge avez-vous ?"
decision ticket "entrée"
  age >= 18
end
)",
      .run = text_no_own_words_parts::run,
  };
}

}  // namespace eligo::lint
