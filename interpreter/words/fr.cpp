// SPDX-License-Identifier: MIT
// Owns the French of answers. U+00A0 stands before a colon and a unit, U+202F before ; ? ! and between
// thousands.
#include "interpreter/words/language.hpp"
#include "interpreter/words/phrase.hpp"

namespace eligo::words {
namespace {

constexpr std::array<std::string_view, 12> months = {"janvier",   "février", "mars",     "avril",
                                                     "mai",       "juin",    "juillet",  "août",
                                                     "septembre", "octobre", "novembre", "décembre"};

std::string date(types::Date day) {
  const types::Date::Civil civil = day.civil();
  return (civil.day == 1 ? std::string("1er") : std::to_string(civil.day)) + " " +
         std::string(months[static_cast<std::size_t>(civil.month - 1)]) + " " + std::to_string(civil.year);
}

constexpr std::array<Currency, 7> symbols = {
    Currency{"EUR", "€"},   Currency{"GBP", "£"},   Currency{"USD", "$US"}, Currency{"JPY", "¥"},
    Currency{"CAD", "$CA"}, Currency{"AUD", "$AU"}, Currency{"INR", "₹"}};

std::string money(const std::string& number, bool negative, std::string_view currency) {
  std::string out = (negative ? "-" : "") + number;
  if (!currency.empty()) (out += "\u00A0") += symbol_of(symbols, currency);
  return out;
}

std::string none(types::Base base) {
  switch (base) {
    case types::Base::date:
      return "aucune date";
    case types::Base::money:
      return "aucun montant";
    case types::Base::whole:
    case types::Base::decimal:
      return "aucun nombre";
    case types::Base::version:
      return "aucune version";
    case types::Base::text:
      return "rien";
    case types::Base::error:
    case types::Base::yes_or_no:
    case types::Base::enumeration:
    case types::Base::key:
      break;
  }
  return "aucun";
}

std::string range(types::Base base, const std::string* from, const std::string* to) {
  const bool day = base == types::Base::date;
  if (from != nullptr && to != nullptr) return (day ? "du " : "de ") + *from + (day ? " au " : " à ") + *to;
  if (day) return from != nullptr ? "à partir du " + *from : "jusqu’au " + *to;
  if (base == types::Base::version) return from != nullptr ? "à partir de " + *from : "jusqu’à " + *to;
  return from != nullptr ? "au moins " + *from : "au plus " + *to;
}

std::string mishap(Mishap what) {
  switch (what) {
    case Mishap::too_large:
      return "un nombre est devenu trop grand pour être calculé exactement";
    case Mishap::too_many_digits:
      return "le résultat exact compte plus de chiffres qu’il n’est possible d’en garder";
    case Mishap::division_by_zero:
      return "il faudrait diviser un nombre par zéro";
    case Mishap::no_such_day:
      return "une date sort des années 1 à 9999";
    case Mishap::bad_step:
      break;
  }
  return "un arrondi est impossible, car son pas n’est pas supérieur à zéro";
}

std::string source(const std::string& title, const std::vector<std::string>& places,
                   const std::string& publisher) {
  std::string out = title;
  for (std::size_t i = 0; i < places.size(); ++i) out += (i == 0 ? " (" : "\u202F; ") + places[i];
  if (!places.empty()) out += ")";
  if (!publisher.empty()) out += ", " + publisher;
  return out;
}

constexpr Language fill_in() {
  Language l{};
  l.code = "fr";
  l.yes = "oui";
  l.no = "non";
  l.point = ",";
  l.thousands = "\u202F";
  l.none = none;
  l.date = date;
  l.money = money;
  l.all_of = [](const std::vector<std::string>& items) { return join(items, " et "); };
  l.any_of = [](const std::vector<std::string>& items) { return join(items, " ou "); };
  l.range = range;

  l.not_told = "(sans réponse)";
  l.withheld = "(non affiché)";
  l.in_part = [](const std::string& what) { return "(" + what + ")"; };

  l.titled = [](const std::string& title, const std::string& what) { return title + "\u00A0: " + what; };
  l.member = [](const std::string& kind, std::uint32_t position) {
    return kind + "\u00A0n°\u00A0" + std::to_string(position);
  };
  l.member_of = [](const std::string& list, std::uint32_t position) {
    return list + ", n°\u00A0" + std::to_string(position);
  };
  l.after_question = [](const std::string& question, const std::string& answer) {
    return question + " " + answer;
  };
  l.cannot_tell = "Nous ne pouvons pas encore vous répondre.";
  l.certain_anyway = "Quelles que soient les réponses qui manquent, cela ne changera pas.";
  l.perhaps_certain =
      "Il se peut que les réponses qui manquent ne comptent plus\u202F; nous n’avons pas pu vérifier tous "
      "les cas.";
  l.not_covered = "Ces règles ne traitent pas votre cas. Ce n’est ni un oui ni un non.";
  l.not_covered_on = [](const std::string& day) {
    return "Ces règles ne disent rien du " + day + ". Ce n’est ni un oui ni un non.";
  };
  l.coverage = "si ces règles valent pour votre cas";
  l.invalid = "Nous n’avons pas pu calculer de réponse. Ce n’est pas un refus.";
  l.contact = "Adressez-vous au service compétent et montrez-lui cette page.";
  l.not_decided = "Pas de réponse\u00A0: la question n’a pas été posée correctement.";
  l.possible = [](const std::string& what) { return "Encore possible\u00A0: " + what; };

  l.why = "Pourquoi\u00A0:";
  l.still_open = "Encore à établir\u00A0:";
  l.answers = "Vos réponses qui comptent\u00A0:";
  l.went_wrong = "Ce qui n’a pas fonctionné\u00A0:";
  l.steps = "Et maintenant\u00A0:";
  l.some_not_met =
      "Pourquoi\u00A0: dans tous les cas, au moins une de ces conditions n’est pas remplie\u00A0:";
  l.some_met = "Pourquoi\u00A0: dans tous les cas, au moins une de ces conditions est remplie\u00A0:";
  l.all_together = "Pourquoi\u00A0: dans tous les cas, ces points mènent ensemble à cette réponse\u00A0:";
  l.not_met = [](const std::string& label) { return "Condition non remplie\u00A0: " + label; };
  l.exception = [](const std::string& label) { return "Ce qui s’y oppose\u00A0: " + label; };
  l.does_not_apply = [](const std::string& label) { return "Ne s’applique pas\u00A0: " + label; };
  l.does_not_apply_inside = [](const std::string& label) { return "ne s’applique pas\u00A0: " + label; };
  l.detail = [](const std::string& label, const std::vector<std::string>& inner) {
    return label + " (" + chain(inner, "\u202F; ") + ")";
  };
  l.may_help = [](const std::vector<std::string>& what) {
    return "Ce qui peut aider\u00A0: " + chain(what, "\u202F; ") + ".";
  };
  l.mishap = mishap;

  l.assumed = [](std::size_t n) {
    return std::string(n < 2 ? "Vous ne l’avez pas précisé\u202F; nous avons supposé ceci\u00A0:"
                             : "Vous ne les avez pas précisés\u202F; nous avons supposé ces points\u00A0:");
  };
  l.missing = [](std::size_t n, bool all_needed) {
    if (n < 2) return std::string("Il manque encore une réponse\u00A0:");
    return std::string("Il manque encore ") + (all_needed ? "" : "jusqu’à ") + std::to_string(n) +
           " réponses\u00A0:";
  };
  l.sources = [](std::size_t n) { return std::string(n < 2 ? "Source\u00A0:" : "Sources\u00A0:"); };
  l.perhaps = [](const std::string& question) {
    return question + " (cette réponse ne sera peut-être pas nécessaire)";
  };
  l.so_far = [](const std::string& question, const std::string& told) {
    return question + " (pour l’instant\u00A0: " + told + ")";
  };
  l.source = source;
  l.as_of = [](const std::string& day) { return "Réponse pour le " + day + "."; };
  l.as_of_law = [](const std::string& day, const std::string& law_day) {
    return "Réponse pour le " + day + ", selon le droit en vigueur le " + law_day + ".";
  };
  return l;
}

}  // namespace

constinit const Language french = fill_in();

}  // namespace eligo::words
