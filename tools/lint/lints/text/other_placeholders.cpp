// SPDX-License-Identifier: MIT
// Translations that show other things than the text they translate.
#include <set>
#include <string>

#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace text_other_placeholders_parts {

/// What the placeholders of a text name, as written.
std::set<std::string> shown(const Context& context, grammar::TextId text) {
  std::set<std::string> names;
  for (const grammar::TextPiece& piece : context.ast().pieces_of(text))
    if (piece.path != 0) names.emplace(context.sources().view(context.ast().paths[piece.path].span));
  return names;
}

/// "`{a}` and `{b}`"
std::string words(const std::set<std::string>& names) {
  std::string out;
  std::size_t left = names.size();
  for (const std::string& name : names) {
    --left;
    out += "`{" + name + "}`" + (left > 1 ? ", " : (left == 1 ? " and " : ""));
  }
  return out;
}

std::string message(const std::set<std::string>& missing, const std::set<std::string>& added) {
  if (added.empty()) return "this translation does not show " + words(missing) + ", as its text does";
  if (missing.empty()) return "this translation shows " + words(added) + ", as its text does not";
  return "this translation shows " + words(added) + " where its text shows " + words(missing);
}

std::set<std::string> without(const std::set<std::string>& all, const std::set<std::string>& others) {
  std::set<std::string> left;
  for (const std::string& name : all)
    if (others.count(name) == 0) left.insert(name);
  return left;
}

void run(const Context& context, std::vector<Finding>& found) {
  const check::Checked& checked = context.checked;
  for (std::size_t language = 1; language < checked.translations.size(); ++language) {
    for (const auto& [original, translation] : checked.translations[language]) {
      const std::set<std::string> in_original = shown(context, original), here = shown(context, translation);
      if (in_original == here) continue;
      Finding finding{context.ast().texts[translation].span,
                      message(without(in_original, here), without(here, in_original))};
      finding.labels.push_back({context.ast().texts[original].span, "the text"});
      finding.help.push_back("show the same in both, unless the language needs it otherwise");
      found.push_back(std::move(finding));
    }
  }
}

}  // namespace text_other_placeholders_parts

Lint text_other_placeholders() {
  return {
      .summary = "a translation that shows other facts or values than its text",
      .reason =
          "Who reads the translation is told another figure, or none. Mostly a line was copied and its "
          "placeholder "
          "was not changed.",
      .level = Level::note,
      .bad = R"(ruleset example "Example"
  languages en, fr
  currency EUR
end
value lowest "the lowest age" : whole
  18
end
value highest "the highest age" : whole
  65
end
fact age "age" : whole from 0 to 120
decision card "Card"
  all of
    grown_up "a grown-up"     : age >= lowest
      otherwise "You must be {lowest}."
    working  "of working age" : age <= highest
  end
end
texts fr
  example                 "Exemple"
  lowest                  "l’âge minimal"
  highest                 "l’âge maximal"
  age                     "âge"
  card                    "Carte"
  card/grown_up           "majeur"
  card/grown_up otherwise «"Vous devez avoir {highest} ans."»
  card/working            "en âge de travailler"
end
)",
      .good = R"(ruleset example "Example"
  languages en, fr
  currency EUR
end
value lowest "the lowest age" : whole
  18
end
value highest "the highest age" : whole
  65
end
fact age "age" : whole from 0 to 120
decision card "Card"
  all of
    grown_up "a grown-up"     : age >= lowest
      otherwise "You must be {lowest}."
    working  "of working age" : age <= highest
  end
end
texts fr
  example                 "Exemple"
  lowest                  "l’âge minimal"
  highest                 "l’âge maximal"
  age                     "âge"
  card                    "Carte"
  card/grown_up           "majeur"
  card/grown_up otherwise "Vous devez avoir {lowest} ans."
  card/working            "en âge de travailler"
end
)",
      .run = text_other_placeholders_parts::run,
  };
}

}  // namespace eligo::lint
