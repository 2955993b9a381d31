// SPDX-License-Identifier: MIT
// Owns the words around the facts that `eligo facts` lists, in the languages that answers are written in.
#include "tools/cli/fact_words.hpp"
#include "tools/render/plural.hpp"

namespace eligo::cli {
namespace {

std::string_view english_kind(FactKind kind) {
  switch (kind) {
    case FactKind::yes_or_no:
      return "yes or no";
    case FactKind::whole:
      return "whole";
    case FactKind::decimal:
      return "decimal";
    case FactKind::money:
      return "money";
    case FactKind::date:
      return "date";
    case FactKind::version:
      return "version";
    case FactKind::text:
      return "text";
    case FactKind::enumeration:
      return "one of ";
    case FactKind::key:
      return "key: ";
    case FactKind::list:
      break;
  }
  return "list";
}

std::string_view french_kind(FactKind kind) {
  switch (kind) {
    case FactKind::yes_or_no:
      return "oui ou non";
    case FactKind::whole:
      return "nombre entier";
    case FactKind::decimal:
      return "nombre décimal";
    case FactKind::money:
      return "montant";
    case FactKind::date:
      return "date";
    case FactKind::version:
      return "version";
    case FactKind::text:
      return "texte";
    case FactKind::enumeration:
      return "au choix\u00A0: ";
    case FactKind::key:
      return "code\u00A0: ";
    case FactKind::list:
      break;
  }
  return "liste";
}

const FactWords english = {
    [](std::size_t count) { return render::plural(count, "fact"); },
    english_kind,
    [](std::size_t most) { return "list of at most " + render::plural(most, "member") + ", each with:"; },
    [](std::size_t count) { return std::to_string(count) + " in all"; },
    " from ",
    " to ",
    " or none",
    "can change by: ",
    "presumed where not told: ",
    "private",
    "yes",
    "no",
    ": ",
};

const FactWords french = {
    [](std::size_t count) { return std::to_string(count) + (count < 2 ? " donnée" : " données"); },
    french_kind,
    [](std::size_t most) {
      return "liste de " + std::to_string(most) + (most < 2 ? " membre" : " membres") +
             " au plus, chacun avec\u00A0:";
    },
    [](std::size_t count) { return std::to_string(count) + " en tout"; },
    " à partir de ",
    " jusqu’à ",
    " ou none (néant)",
    "ce qui peut aider\u00A0: ",
    "supposé si rien n’est dit\u00A0: ",
    "privé",
    "oui",
    "non",
    "\u00A0: ",
};

}  // namespace

const FactWords& fact_words(std::string_view language) {
  return language == "fr" ? french : english;
}

}  // namespace eligo::cli
