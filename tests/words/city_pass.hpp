// SPDX-License-Identifier: MIT
// Owns the ruleset that answers are tested on: one of everything that words are made for.
#pragma once

#include <string>
#include <vector>

namespace eligo::words::test {

inline std::vector<std::string> city_pass() {
  return {R"eligo(
ruleset city_pass "City pass"
  languages en, fr
  currency EUR
end

source decree "Order on the city pass"
  publisher "Lyon"
  url "https://example.org/decree"
end
source leaflet "City pass: the leaflet"
end

table districts "district"
  key code "code" : text
  name "name" : text
  opens "opening day" : date or none
  shown as name
  cites leaflet "§ 3"
  rows
    "69001", "Terreaux", 2025-01-01
    "69004", "Croix-Rousse", none
  end
end

enum id_kind "kind of document"
  identity_card "identity card"
  passport      "passport"
  none          "no document"
end

fact age "age" : whole from 0 to 150
  ask "How old are you?"
fact paper.kind "document" : id_kind
  ask "Which document do you have?"
  can change by "bring another document" cost 3
fact paper.expires "last day of the document" : date or none
  ask "Until which day is it valid?"
  can change by "renew the document."
fact district "district" : districts
  ask "In which district do you live?"
fact monthly_income "income of the month" : money private
  ask "What did you earn last month?"
fact has_job : yes or no
  ask "Do you have a job?"
fact tickets : whole from 0 to 1000000
fact banned_person "ban from the network" : yes or no
  ask "Are you banned from the network?"
fact nickname "nickname" : text
fact tourist "stay as a tourist" : yes or no
  ask "Are you here as a tourist?"

presume banned_person is no

value ceiling "income ceiling" : money
  cites decree "§ 2"
  1500.50
end
value doubled "twice the income" : money
  2 * monthly_income
end

rule served_district "a district that is served"
  district.opens <= today
end
rule modest_income "a modest income"
  cites decree "§ 2"
  monthly_income <= ceiling
end
rule any_route "one of the routes"
  any of
    worker "people with a job" : all of
      has_job
      age >= 18
    end
    senior "people of 65 or more" : age >= 65
      otherwise "From 65 on you need no job."
    young : age <= 25
  end
end
rule unlabelled_rule
  tickets <= 10
end

decision city_card "City pass"
  yes "You can have the city pass."
  no  "You cannot have the city pass."
  cites decree
  not covered if coverage "people who are here as tourists" : tourist
  all of
    good_paper "a document that is accepted" : paper.kind is not none
      otherwise "This document is not accepted: {paper.kind}."
    in_date "a document in date" : paper.expires >= today
      otherwise "Your document expired on {paper.expires}; today is {today}."
    served_district
    modest_income
      otherwise "Your income, {monthly_income}, twice of which is {doubled}, is above {ceiling}; you live in {district.name}, open since {district.opens}."
    any_route
    has_job
    grown "eighteen years or more" : age >= 18
    few_tickets : tickets <= 10
  end
  unless excluded "a ban from the network" : banned_person
  steps
    "Take a photograph."
    "Bring your pay slip." when modest_income
  end
end

decision monthly_help "help of the month" : money
  when age < 18 then 0
  else when has_job then 318.50
  else 2 * ceiling
end

decision fare_kind "fare" : one of full, reduced
  when age < 18 then reduced
  else full
end
)eligo",
          R"eligo(
texts fr
  city_pass "Carte de ville"
  decree "Arrêté relatif à la carte de ville"
  leaflet "Carte de ville : la brochure"
  districts "arrondissement"
  districts.code "numéro"
  districts.name "nom"
  districts.opens "jour d’ouverture"
  id_kind "type de justificatif"
  id_kind.identity_card "carte d’identité"
  id_kind.passport "passeport"
  id_kind.none "aucun justificatif"
  age "âge"
  age ask "Quel âge avez-vous ?"
  paper.kind "justificatif"
  paper.kind ask "Quel justificatif avez-vous ?"
  paper.kind can change by "apporter un autre justificatif"
  paper.expires "dernier jour de validité du justificatif"
  paper.expires ask "Jusqu’à quel jour est-il valable ?"
  paper.expires can change by "faire renouveler le justificatif"
  district "arrondissement"
  district ask "Dans quel arrondissement habitez-vous ?"
  monthly_income "revenu du mois"
  monthly_income ask "Combien avez-vous gagné le mois dernier ?"
  has_job ask "Avez-vous un emploi ?"
  banned_person "interdiction de réseau"
  banned_person ask "Êtes-vous interdit de réseau ?"
  tourist "séjour touristique"
  tourist ask "Êtes-vous ici en touriste ?"
  ceiling "plafond de revenu"
  doubled "double du revenu"
  served_district "arrondissement desservi"
  modest_income "revenu modeste"
  any_route "l’une des voies"
  any_route/worker "personnes ayant un emploi"
  any_route/senior "personnes de 65 ans ou plus"
  any_route/senior otherwise "Dès 65 ans, un emploi n’est pas exigé."
  city_card "Carte de ville"
  city_card yes "Vous pouvez avoir la carte de ville."
  city_card no "Vous ne pouvez pas avoir la carte de ville."
  city_card/coverage "personnes en séjour touristique"
  city_card/good_paper "justificatif accepté"
  city_card/good_paper otherwise "Ce justificatif n’est pas accepté : {paper.kind}."
  city_card/in_date "justificatif en cours de validité"
  city_card/in_date otherwise "Votre justificatif a expiré le {paper.expires} ; nous sommes le {today}."
  city_card/modest_income otherwise "Votre revenu, {monthly_income}, dont le double est {doubled}, dépasse {ceiling} ; vous habitez à {district.name}, ouvert depuis le {district.opens}."
  city_card/grown "dix-huit ans ou plus"
  city_card/excluded "interdiction de réseau"
  city_card steps
    "Faites une photo."
    "Apportez votre fiche de paie."
  end
  monthly_help "aide du mois"
  fare_kind "tarif"
end
)eligo"};
}

}  // namespace eligo::words::test
