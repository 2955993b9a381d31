// SPDX-License-Identifier: MIT
// Values that people read by the name that the rules have for them.
#include <algorithm>
#include <string>
#include <vector>

#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace text_unlabelled_parts {

using types::Base;

/// The enums, by index, whose values stand in answers: those of facts, columns, values and decisions that count.
std::vector<bool> seen(const Context& context) {
  const check::Checked& checked = context.checked;
  std::vector<bool> enums(checked.enums.size());
  const auto see = [&](const types::Type& type) {
    if (type.base == Base::enumeration) enums[type.of] = true;
    if (type.base != Base::key) return;
    for (const check::TableDef::Column& column : checked.tables[type.of].columns)
      if (column.type.base == Base::enumeration) enums[column.type.of] = true;
  };
  for (std::size_t i = 0; i < checked.facts.size(); ++i)
    if (context.uses.facts[i]) see(checked.facts[i].type);
  for (std::size_t i = 0; i < checked.values.size(); ++i)
    if (context.uses.values[i]) see(checked.values[i].type);
  for (const check::DecisionDef& decision : checked.decisions)
    if (decision.is_typed) see(decision.type);
  return enums;
}

/// `FR`, `B2`: a sign, the same in every language.
bool is_sign(std::string_view name) {
  return std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string in_words(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string other_languages(const Context& context) {
  const auto& languages = context.checked.languages;
  std::string list;
  for (std::size_t i = 1; i < languages.size(); ++i)
    list += (i == 1 ? "" : i + 1 == languages.size() ? " and " : ", ") + context.tick(languages[i]);
  return list;
}

std::string how_to_label(const Context& context, const check::EnumDef& of,
                         const check::EnumDef::Item& value) {
  const std::string name(context.view(value.name));
  std::string help = "write its label behind it, as in `" + name + " \"" + in_words(name) + "\"`";
  if (context.checked.languages.size() > 1)
    help += ", and `" + std::string(context.view(of.name)) + "." + name + " \"…\"` into the texts of " +
            other_languages(context);
  return help;
}

/// Each value that lacks what others of its enum have.
void one_by_one(const Context& context, const check::EnumDef& of, std::vector<Finding>& found) {
  for (const check::EnumDef::Item& value : of.values) {
    if (value.label != 0) continue;
    Finding finding{value.span, "people read `" + in_words(context.view(value.name)) +
                                    "`: " + context.tick(value.name) + " has no label, and other values of " +
                                    context.tick(of.name) + " have one"};
    finding.help.push_back(how_to_label(context, of, value));
    found.push_back(std::move(finding));
  }
}

/// No value has one: that is well as long as everybody reads the language of the names.
void together(const Context& context, const check::EnumDef& of, std::vector<Finding>& found) {
  const auto value = std::find_if(of.values.begin(), of.values.end(), [&](const check::EnumDef::Item& each) {
    return !is_sign(context.view(each.name));
  });
  if (context.checked.languages.size() < 2 || value == of.values.end()) return;
  Finding finding{value->span, "people read `" + in_words(context.view(value->name)) + "` in " +
                                   other_languages(context) +
                                   " too: values without labels are not translated"};
  finding.help.push_back(of.name != 0
                             ? how_to_label(context, of, *value)
                             : "declare an enum with a label for each value: those of `one of` have none");
  found.push_back(std::move(finding));
}

void run(const Context& context, std::vector<Finding>& found) {
  const std::vector<bool> is_seen = seen(context);
  for (std::size_t e = 0; e < is_seen.size(); ++e) {
    const check::EnumDef& of = context.checked.enums[e];
    if (!is_seen[e]) continue;
    const bool some = std::any_of(of.values.begin(), of.values.end(),
                                  [](const check::EnumDef::Item& value) { return value.label != 0; });
    if (some)
      one_by_one(context, of, found);
    else
      together(context, of, found);
  }
}

}  // namespace text_unlabelled_parts

Lint text_unlabelled() {
  return {
      .summary = "a value without a label among others that have one, or that other languages lack",
      .reason =
          "Of a value without a label people read the name that the rules have for it: `driving_licence` is "
          "`driving "
          "licence` in every language. Where others of its enum have labels, it was forgotten; where the "
          "header promises "
          "several languages, nothing can translate it. Signs in capitals, such as `B2`, are the same in all "
          "of them.",
      .level = Level::warning,
      .bad = R"(enum document "document"
  passport "passport or passport card"
  «driving_licence»
end
fact shown "document shown" : document
decision entry
  shown is passport
end
)",
      .good = R"(enum document "document"
  passport        "passport or passport card"
  driving_licence "driving licence"
end
fact shown "document shown" : document
decision entry
  shown is passport
end
)",
      .run = text_unlabelled_parts::run,
  };
}

}  // namespace eligo::lint
