// SPDX-License-Identifier: MIT
// Owns the English of answers.
#include "interpreter/words/language.hpp"
#include "interpreter/words/phrase.hpp"

namespace eligo::words {
namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

std::string date(types::Date day) {
  const types::Date::Civil civil = day.civil();
  return std::to_string(civil.day) + " " + std::string(months[static_cast<std::size_t>(civil.month - 1)]) +
         " " + std::to_string(civil.year);
}

constexpr std::array<Currency, 8> symbols = {
    Currency{"EUR", "€"},   Currency{"GBP", "£"},  Currency{"USD", "$"},   Currency{"JPY", "¥"},
    Currency{"CAD", "CA$"}, Currency{"AUD", "A$"}, Currency{"NZD", "NZ$"}, Currency{"INR", "₹"}};

std::string money(const std::string& number, bool negative, std::string_view currency) {
  std::string out = negative ? "-" : "";
  const std::string_view symbol = symbol_of(symbols, currency);
  out += symbol;
  if (!currency.empty() && symbol == currency) out += "\u00A0";
  return out + number;
}

std::string none(types::Base base) {
  switch (base) {
    case types::Base::date:
      return "no date";
    case types::Base::money:
      return "no amount";
    case types::Base::whole:
    case types::Base::decimal:
      return "no number";
    case types::Base::version:
      return "no version";
    case types::Base::text:
      return "nothing";
    case types::Base::error:
    case types::Base::yes_or_no:
    case types::Base::enumeration:
    case types::Base::key:
      break;
  }
  return "none";
}

std::string range(types::Base base, const std::string* from, const std::string* to) {
  if (from != nullptr && to != nullptr) return "from " + *from + " to " + *to;
  if (base == types::Base::date) return from != nullptr ? *from + " or later" : *to + " or earlier";
  if (base == types::Base::version) return from != nullptr ? *from + " or later" : *to + " or earlier";
  return from != nullptr ? "at least " + *from : "at most " + *to;
}

std::string mishap(Mishap what) {
  switch (what) {
    case Mishap::too_large:
      return "a number became too large to be worked out exactly";
    case Mishap::too_many_digits:
      return "the exact result has more digits than can be kept";
    case Mishap::division_by_zero:
      return "a number would have to be divided by zero";
    case Mishap::no_such_day:
      return "a day fell outside the years 1 to 9999";
    case Mishap::bad_step:
      break;
  }
  return "a number could not be rounded, since the step to round to is not above zero";
}

std::string source(const std::string& title, const std::vector<std::string>& places,
                   const std::string& publisher) {
  std::string out = title;
  for (std::size_t i = 0; i < places.size(); ++i) out += (i == 0 ? " (" : "; ") + places[i];
  if (!places.empty()) out += ")";
  if (!publisher.empty()) out += ", " + publisher;
  return out;
}

constexpr Language fill_in() {
  Language l{};
  l.code = "en";
  l.yes = "yes";
  l.no = "no";
  l.point = ".";
  l.thousands = ",";
  l.none = none;
  l.date = date;
  l.money = money;
  l.all_of = [](const std::vector<std::string>& items) { return join(items, " and "); };
  l.any_of = [](const std::vector<std::string>& items) { return join(items, " or "); };
  l.range = range;

  l.not_told = "(not given)";
  l.withheld = "(not shown)";
  l.in_part = [](const std::string& what) { return "(" + what + ")"; };

  l.titled = [](const std::string& title, const std::string& what) { return title + ": " + what; };
  l.member = [](const std::string& kind, std::uint32_t position) {
    return kind + " no. " + std::to_string(position);
  };
  l.member_of = [](const std::string& list, std::uint32_t position) {
    return list + ", no. " + std::to_string(position);
  };
  l.after_question = [](const std::string& question, const std::string& answer) {
    return question + " " + answer;
  };
  l.cannot_tell = "We cannot tell yet.";
  l.certain_anyway = "Whatever the missing answers are, this will not change.";
  l.perhaps_certain = "It may be that the missing answers no longer matter; we could not check every case.";
  l.not_covered = "These rules do not cover your case. This is neither a yes nor a no.";
  l.not_covered_on = [](const std::string& day) {
    return "These rules say nothing about " + day + ". This is neither a yes nor a no.";
  };
  l.coverage = "whether these rules are about your case";
  l.invalid = "We could not work out an answer. This is not a refusal.";
  l.contact = "Please contact the service in charge, and show them this page.";
  l.not_decided = "No answer: the question was not put correctly.";
  l.possible = [](const std::string& what) { return "Still possible: " + what; };

  l.why = "Why:";
  l.still_open = "Not decided yet:";
  l.answers = "Your answers that count:";
  l.went_wrong = "What went wrong:";
  l.steps = "What comes next:";
  l.some_not_met = "Why: in any case, at least one of these conditions is not met:";
  l.some_met = "Why: in any case, at least one of these conditions is met:";
  l.all_together = "Why: in any case, these points together lead to this answer:";
  l.not_met = [](const std::string& label) { return "Not met: " + label; };
  l.exception = [](const std::string& label) { return "This stands in the way: " + label; };
  l.does_not_apply = [](const std::string& label) { return "Does not apply: " + label; };
  l.does_not_apply_inside = [](const std::string& label) { return "does not apply: " + label; };
  l.detail = [](const std::string& label, const std::vector<std::string>& inner) {
    return label + " (" + chain(inner, "; ") + ")";
  };
  l.may_help = [](const std::vector<std::string>& what) {
    return "What may help: " + chain(what, "; ") + ".";
  };
  l.mishap = mishap;

  l.assumed = [](std::size_t n) {
    return std::string(n == 1 ? "You did not say, so we assumed this:"
                              : "You did not say, so we assumed these:");
  };
  l.missing = [](std::size_t n, bool all_needed) {
    if (n == 1) return std::string("One answer is still missing:");
    return (all_needed ? "" : "Up to ") + std::to_string(n) + " answers are still missing:";
  };
  l.sources = [](std::size_t n) { return std::string(n == 1 ? "Source:" : "Sources:"); };
  l.perhaps = [](const std::string& question) { return question + " (this answer may not be needed)"; };
  l.so_far = [](const std::string& question, const std::string& told) {
    return question + " (so far: " + told + ")";
  };
  l.source = source;
  l.as_of = [](const std::string& day) { return "Answer for " + day + "."; };
  l.as_of_law = [](const std::string& day, const std::string& law_day) {
    return "Answer for " + day + ", under the law of " + law_day + ".";
  };
  return l;
}

}  // namespace

constinit const Language english = fill_in();

}  // namespace eligo::words
