// SPDX-License-Identifier: MIT
// Texts that a declared language lacks.
#include <map>
#include <set>

#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace text_untranslated_parts {

/// Every text that people read, with what stands before it in a `texts` block.
class Translatable {
 public:
  explicit Translatable(const Context& context) : context_(context), c_(context.checked) {}

  template <typename See>
  void each(const See& see) {
    see(name(c_.ruleset), c_.ruleset_label);
    enums(see);
    for (const check::GroupDef& group : c_.groups) see(name(group.name), group.label);
    for (const check::TableDef& table : c_.tables) {
      see(name(table.name), table.label);
      for (const auto& column : table.columns) see(name(table.name) + "." + name(column.name), column.label);
    }
    for (const grammar::Decl& decl : context_.ast().decls) declared(decl, see);
    std::set<const grammar::Line*> seen;
    for (const check::LineDef& line : c_.lines) {
      if (line.name == 0 || !seen.insert(line.syntax).second) continue;
      see(line.id, line.syntax->label);
      see(line.id + " otherwise", line.syntax->otherwise);
    }
  }

 private:
  [[nodiscard]] std::string name(text::NameId id) const { return std::string(context_.view(id)); }

  template <typename See>
  void enums(const See& see) {
    for (const check::EnumDef& each : c_.enums) {
      if (each.name == 0) continue;
      see(name(each.name), each.label);
      for (const check::EnumDef::Item& value : each.values)
        see(name(each.name) + "." + name(value.name), value.label);
      see(name(each.name) + ".none", each.none_label);
    }
  }

  template <typename See>
  void fact(const std::string& owner, const grammar::FactDecl& decl, const See& see) {
    see(owner, decl.label);
    see(owner + " ask", decl.ask);
    see(owner + " can change by", decl.can_change_by);
  }

  template <typename See>
  void declared(const grammar::Decl& decl, const See& see) {
    if (const auto* const one = std::get_if<grammar::FactDecl>(&decl.body))
      fact(name(one->name.id), *one, see);
    if (const auto* const record = std::get_if<grammar::RecordDecl>(&decl.body)) {
      see(name(record->name.id), record->label);
      for (const grammar::FactDecl& field : record->fields)
        fact(name(record->name.id) + "." + name(field.name.id), field, see);
    }
    if (const auto* const rule = std::get_if<grammar::RuleDecl>(&decl.body))
      see(name(rule->name.id), rule->label);
    if (const auto* const value = std::get_if<grammar::ValueDecl>(&decl.body))
      see(name(value->name.id), value->label);
    const auto* const decision = std::get_if<grammar::DecisionDecl>(&decl.body);
    if (decision == nullptr) return;
    const std::string owner = name(decision->name.id);
    see(owner, decision->label);
    see(owner + " yes", decision->yes);
    see(owner + " no", decision->no);
    for (const grammar::Step& step : decision->steps) see(owner + " steps", step.text);
  }

  const Context& context_;
  const check::Checked& c_;
};

/// How often each name of something that has a label is given; two of one name cannot both be translated.
std::map<std::string, int> labelled(const Context& context) {
  std::map<std::string, int> names;
  Translatable(context).each([&](const std::string& owner, grammar::TextId text) {
    if (text != 0 && owner.find_first_of(" /") == std::string::npos) ++names[owner];
  });
  return names;
}

std::string how_to_add(const std::string& owner, const std::string& language, bool is_shared) {
  if (is_shared)
    return "two things that have a label are called `" + owner +
           "`: give one of them another name, then add it to `texts " + language + "`";
  constexpr std::string_view steps = " steps";
  const bool is_step = owner.size() > steps.size() && owner.substr(owner.size() - steps.size()) == steps;
  return "add it to `texts " + language + "`: " +
         (is_step ? "in `" + owner + "`, a line for each step in this order, then `end`"
                  : "`" + owner + " \"…\"`");
}

/// Where the header names the language.
Span place_of(const Context& context, text::NameId language) {
  for (const grammar::Decl& decl : context.ast().decls)
    if (const auto* const header = std::get_if<grammar::RulesetDecl>(&decl.body);
        header != nullptr && context.is_own(decl.span.source))
      for (const grammar::Word& word : header->languages)
        if (word.id == language) return word.span;
  return context.checked.ruleset_span;
}

/// A language in which nothing is written yet is one finding; the numbers of such languages.
std::set<std::size_t> without_any(const Context& context, std::vector<Finding>& found) {
  constexpr std::size_t fewest = 3;  // fewer texts are named one by one
  const check::Checked& checked = context.checked;
  std::size_t texts = 0;
  Translatable(context).each([&](const std::string&, grammar::TextId text) { texts += text != 0 ? 1 : 0; });
  std::set<std::size_t> all;
  for (std::size_t i = 1; i < checked.languages.size(); ++i) {
    if (!checked.translations[i].empty() || texts < fewest) continue;
    all.insert(i);
    const std::string language(context.view(checked.languages[i]));
    Finding finding{
        place_of(context, checked.languages[i]),
        "none of the " + std::to_string(texts) + " texts is there in the language `" + language + "`"};
    finding.help.push_back("write them in `texts " + language + "`, one a line, or leave the language out");
    found.push_back(std::move(finding));
  }
  return all;
}

void run(const Context& context, std::vector<Finding>& found) {
  const check::Checked& checked = context.checked;
  const std::set<std::size_t> empty = without_any(context, found);
  const std::map<std::string, int> names = labelled(context);
  Translatable(context).each([&](const std::string& owner, grammar::TextId text) {
    if (text == 0) return;
    for (std::size_t i = 1; i < checked.languages.size(); ++i) {
      if (empty.count(i) != 0 || checked.translations[i].count(text) != 0) continue;
      const std::string language(context.view(checked.languages[i]));
      Finding finding{context.ast().texts[text].span,
                      "this text is not there in the language `" + language + "`"};
      const auto named = names.find(owner);
      finding.help.push_back(how_to_add(owner, language, named != names.end() && named->second > 1));
      found.push_back(std::move(finding));
    }
  });
}

}  // namespace text_untranslated_parts

Lint text_untranslated() {
  return {
      .summary = "a text that a declared language lacks",
      .reason = "The header promises the language. Whoever asks in it reads this text in another one.",
      .level = Level::warning,
      .bad = R"(ruleset pool "Pool"
  languages en, fr
end
fact age : whole from 0 to 120
  ask «"How old are you?"»
decision ticket
  age >= 18
end
texts fr
  pool "Piscine"
end
)",
      .good = R"(ruleset pool "Pool"
  languages en, fr
end
fact age : whole from 0 to 120
  ask "How old are you?"
decision ticket
  age >= 18
end
texts fr
  pool    "Piscine"
  age ask "Quel âge avez-vous ?"
end
)",
      .run = text_untranslated_parts::run,
  };
}

}  // namespace eligo::lint
