// SPDX-License-Identifier: MIT
// Owns the French of the account. U+00A0 stands before a colon, U+202F before a semicolon.
#include "interpreter/check/checked.hpp"
#include "interpreter/words/phrase.hpp"
#include "tools/diff/phrases.hpp"

namespace eligo::diff {

namespace {

using Text = Phrases::Text;
using Day = Phrases::Day;

/// "1 groupe", "2 groupes": nothing is singular.
std::string counted(std::size_t count, const std::string& one, const std::string& several) {
  return std::to_string(count) + " " + (count < 2 ? one : several);
}

/// The same without the number, before what is named.
std::string named(std::size_t count, const std::string& one, const std::string& several, Text names) {
  return (count < 2 ? one : several) + "\u00A0: " + names;
}

std::string french_another(FactKind kind) {
  switch (kind) {
    case FactKind::money:
      return "un autre montant";
    case FactKind::whole:
    case FactKind::decimal:
      return "un autre nombre";
    case FactKind::date:
      return "une autre date";
    case FactKind::enumeration:
      return "un autre résultat";
    default:
      return "une autre valeur";
  }
}

std::string french_by_size(FactKind kind, bool larger) {
  switch (kind) {
    case FactKind::money:
      return larger ? "un montant plus élevé" : "un montant moins élevé";
    case FactKind::date:
      return larger ? "une date ultérieure" : "une date antérieure";
    case FactKind::version:
      return larger ? "une version ultérieure" : "une version antérieure";
    default:
      return larger ? "un nombre plus grand" : "un nombre plus petit";
  }
}

std::string_view french_verdict(Verdict verdict) {
  switch (verdict) {
    case Verdict::yes:
      return "oui";
    case Verdict::no:
      return "non";
    case Verdict::value:
      return "une valeur";
    case Verdict::not_covered:
      return "hors du champ d’application";
    case Verdict::invalid:
      return "non calculable";
    case Verdict::undetermined:
      break;
  }
  return "indéterminé";
}

std::string french_days(Day from, Day to) {
  if (from != nullptr && to != nullptr) return "du " + *from + " au " + *to;
  return from != nullptr ? "à partir du " + *from : "jusqu’au " + *to;
}

constexpr std::string_view about = "environ ";

std::string of(Text number) {
  return (number.compare(0, about.size(), about) == 0 ? "d’" : "de ") + number;
}

std::string before_and_now(Text was, Text is) {
  return (was.empty() ? "" : "auparavant " + was) + (was.empty() || is.empty() ? "" : ", ") +
         (is.empty() ? "" : "désormais " + is);
}

std::string before_in_brackets(Text was) {
  return was.empty() ? "" : " (auparavant\u00A0: " + was + ")";
}

std::string french_kind(const check::Checked& checked, types::Type type) {
  const std::string or_none = type.or_none ? " ou rien" : "";
  switch (type.base) {
    case types::Base::yes_or_no:
      return type.or_none ? "oui, non ou rien" : "oui ou non";
    case types::Base::whole:
      return "un nombre entier" + or_none;
    case types::Base::decimal:
      return "un nombre" + or_none;
    case types::Base::money:
      return "un montant" + or_none;
    case types::Base::date:
      return "une date" + or_none;
    case types::Base::version:
      return "une version" + or_none;
    case types::Base::text:
      return "un texte" + or_none;
    case types::Base::key:
      return "une ligne du tableau `" + std::string(checked.names->view(checked.tables[type.of].name)) + "`" +
             or_none;
    case types::Base::enumeration:
      return "une valeur de `" + std::string(checked.names->view(checked.enums[type.of].name)) + "`" +
             or_none;
    case types::Base::error:
      break;
  }
  return "rien";
}

std::string french_day(const Date& day) {
  return words::french.date(types::Date::of(day.year, day.month, day.day).value_or(types::Date{}));
}

}  // namespace

constinit const Phrases french = {
    .language = &words::french,

    .at_revision = [](Text path, Text revision) { return path + " à la révision " + revision; },
    .asked = "Ce qui est demandé",
    .figures = "Ce que deviennent les valeurs écrites dans les règles",
    .tables = "Ce qui change dans les tableaux",
    .meet = "qui remplissent",
    .fail = "qui ne remplissent pas",
    .incalculable = "pour qui ceci ne peut pas être calculé",
    .example = "par exemple",
    .example_on_page = "Par exemple",

    .any_day = "quel que soit le jour",
    .on = [](Text day) { return "le " + day; },
    .days = french_days,
    .law_days = french_days,
    .either = [](const std::vector<std::string>& days) { return words::chain(days, " ou "); },
    .at_least = [](Text days) { return "au moins " + days; },

    .newly_refused = "nouvellement refusés",
    .newly_accepted = "nouvellement acceptés",
    .another = french_another,
    .by_size = french_by_size,
    .perhaps = [](Text what) { return "peut-être " + what; },
    .for_some = [](Text what) { return what + " pour une partie de ces personnes"; },
    .tried = [](Text what) { return "exemple trouvé par essai, " + what; },
    .verdict = french_verdict,
    .now = [](Text is, Text was) { return "désormais " + is + before_in_brackets(was); },
    .no_longer_covered =
        [](Text was) { return "nouvellement hors du champ d’application" + before_in_brackets(was); },
    .newly_covered =
        [](Text is) {
          return "nouvellement dans le champ d’application" + (is.empty() ? "" : "\u00A0: " + is);
        },
    .values = [](Text was, Text is) { return "\u00A0: " + before_and_now(was, is); },
    .in_example = [](Text was, Text is) { return "\u202F; dans l’exemple, " + before_and_now(was, is); },
    .perhaps_as_it_was =
        [](Text value) {
          return "\u202F; on ignore si quelqu’un obtient un autre résultat que celui de l’exemple\u00A0: " +
                 value;
        },

    .about = [](Text number) { return std::string(about) + number; },
    .or_more = [](Text least) { return least + " ou plus"; },
    .more_than = [](Text number) { return "plus " + of(number); },
    .at_most = [](Text most) { return "au plus " + most; },
    .less_than = [](Text number) { return "moins " + of(number); },
    .from_to = [](Text least, Text most) { return "de " + least + " à " + most; },
    .but = [](Text least, Text most) { return least + ", mais " + most; },
    .any = "toute valeur",
    .none = "aucune valeur",
    .any_but = [](Text values) { return "tout sauf " + values; },
    .what_begins = [](Text beginning) { return "ce qui commence par " + beginning; },
    .another_that_begins = [](Text beginning) { return "un autre texte qui commence par " + beginning; },
    .but_with_none_of = [](Text what, Text beginnings) { return what + " mais pas par " + beginnings; },
    .any_other_text = "tout autre texte",
    .empty_text = "un texte vide",
    .or_else = "\u202F; ou ",
    .and_more = [](Text values,
                   std::size_t count) { return values + " et " + counted(count, "autre", "autres"); },
    .as_it_was = [](Text condition) { return condition + ", dans l’ancienne version"; },
    .as_it_is = [](Text condition) { return condition + ", dans la nouvelle version"; },
    .condition_about = [](Text fact) { return "une condition sur " + fact; },
    .the_day = "le jour",

    .groups =
        [](std::size_t count) {
          return counted(count, "groupe de personnes obtient", "groupes de personnes obtiennent") +
                 " une autre réponse";
        },
    .examples =
        [](std::size_t count) {
          return counted(count, "exemple trouvé par essai", "exemples trouvés par essai");
        },
    .between = "\u202F; ",
    .others_the_same = "pour tous les autres, la réponse reste la même",
    .all_the_same = "la même réponse pour tout le monde, quel que soit le jour",
    .all_of_both_the_same =
        "la même réponse, quel que soit le jour, pour toutes les personnes sur lesquelles les deux versions "
        "se prononcent",
    .all_told_the_same =
        "la même réponse, quel que soit le jour, pour toutes les personnes qui répondent aux questions",
    .others_too = "comparaison incomplète, d’autres cas sont possibles\u202F; ",
    .not_settled =
        [](std::size_t groups) {
          return "on n’a pas pu établir si " +
                 counted(groups, "autre groupe compte", "autres groupes comptent") + " au moins une personne";
        },
    .given_up = "le calcul a été abandonné",
    .nobody_tried =
        "non analysé, car la comparaison a été abandonnée\u202F; les essais n’ont trouvé personne qui "
        "obtienne une autre réponse, mais il peut y en avoir",
    .at_condition = [](Text condition) { return ", lors de l’examen de la condition `" + condition + "`"; },
    .too_many =
        [](std::size_t groups) {
          return "plus de " + std::to_string(groups) + " groupes\u202F; le reste n’est pas affiché";
        },
    .not_compared =
        [](Text was, Text is) {
          return "non comparé, car la décision donnait " + was + " et donne désormais " + is;
        },
    .with_reasons = "oui ou non, avec des motifs",
    .kind = french_kind,

    .another_type =
        [](Text name) {
          return "la donnée `" + name +
                 "` a changé de type\u00A0: pour la comparaison, ce sont deux données distinctes";
        },
    .another_range =
        [](Text name) {
          return "les valeurs possibles de `" + name +
                 "` ont changé\u00A0: la comparaison porte sur celles que les deux versions admettent";
        },
    .no_longer_asked =
        [](Text names, std::size_t count) {
          return named(count, "donnée qui n’est plus demandée", "données qui ne sont plus demandées", names);
        },
    .newly_asked =
        [](Text names, std::size_t count) {
          return named(count, "donnée nouvellement demandée", "données nouvellement demandées", names);
        },
    .no_longer_decided =
        [](Text names, std::size_t count) {
          return named(count, "décision qui n’est plus rendue", "décisions qui ne sont plus rendues", names);
        },
    .newly_decided =
        [](Text names, std::size_t count) {
          return named(count, "nouvelle décision", "nouvelles décisions", names);
        },
    .no_longer_among = [](Text name, Text values) { return "`" + name + "` ne peut plus être " + values; },
    .newly_among = [](Text name, Text values) { return "`" + name + "` peut désormais être " + values; },
    .no_longer_presumed =
        [](Text name, Text was) {
          return "`" + name + "` n’est plus présumé en l’absence de réponse\u00A0: auparavant " + was;
        },
    .newly_presumed =
        [](Text name, Text is) {
          return "`" + name + "` est désormais présumé en l’absence de réponse\u00A0: " + is;
        },
    .presumed_otherwise =
        [](Text name, Text was, Text is) {
          return "`" + name +
                 "` est présumé autrement en l’absence de réponse\u00A0: " + before_and_now(was, is);
        },
    .another_currency = [](Text was,
                           Text is) { return "monnaie des montants\u00A0: " + before_and_now(was, is); },
    .no_longer_none = [](Text name) { return "`" + name + "` ne peut plus être sans valeur"; },
    .newly_none = [](Text name) { return "`" + name + "` peut désormais être sans valeur"; },

    .figure = [](Text label, Text was, Text is) { return label + "\u00A0: " + before_and_now(was, is); },
    .nothing = "rien",
    .not_covered = "non prévu",
    .more_figures =
        [](std::size_t count) {
          return "et " + counted(count, "autre changement de valeur", "autres changements de valeurs");
        },
    .cell = [](Text column, Text was, Text is) { return column + " " + was + ", désormais " + is; },
    .cell_filled = [](Text column, Text none,
                      Text is) { return column + " " + is + ", " + none + " auparavant"; },
    .row_changed = [](Text rows, Text cells) { return rows + "\u00A0: " + cells; },
    .row_gone =
        [](Text rows, std::size_t count) {
          return rows + "\u00A0: " + (count < 2 ? "ne figure" : "ne figurent") + " plus dans le tableau";
        },
    .row_added =
        [](Text rows, std::size_t count) {
          return rows + "\u00A0: " + (count < 2 ? "figure" : "figurent") + " désormais dans le tableau";
        },
    .more_rows =
        [](std::size_t count) {
          return "et " + counted(count, "autre changement de ligne", "autres changements de lignes");
        },

    .profiles =
        [](std::size_t count, const Date& day) {
          return "Sur " + counted(count, "profil", "profils") + ", le " + french_day(day) + "\u00A0:";
        },
    .profiles_on_page =
        [](std::size_t count, const Date& day) {
          return counted(count, "profil", "profils") + " le " + french_day(day);
        },
    .affected =
        [](Text decision, std::size_t count, Verdict before, Verdict after) {
          const std::string people = "`" + decision + "`\u00A0: " + counted(count, "profil", "profils");
          if (before == Verdict::value && after == Verdict::value) return people + " avec une autre valeur";
          return people + ", " +
                 before_and_now(std::string(french_verdict(before)), std::string(french_verdict(after)));
        },
    .nobody_affected = "la réponse reste la même pour chacun",
};

}  // namespace eligo::diff
