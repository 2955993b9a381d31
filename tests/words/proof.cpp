// SPDX-License-Identifier: MIT
// Owns the proof-reader: what must never stand in an answer for people.
#include "tests/words/proof.hpp"

#include "interpreter/words/layout.hpp"
#include "interpreter/words/utf8.hpp"

namespace eligo::words::test {
namespace {

using check::Checked;
using Words = std::set<std::string>;

bool is_letter(char32_t c) {
  const bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  return ascii || (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
}

bool is_number(const std::string& word) {
  return word.find_first_not_of("0123456789.") == std::string::npos;
}

/// Runs of letters, digits and _; a dot between two of them joins (`id.kind`). Numbers are no words.
std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const bool joins =
        c.value == '.' && !word.empty() && at + 1 < text.size() && is_letter(decode(text, at + 1).value);
    if (is_letter(c.value) || joins) {
      word += text.substr(at, c.size);
    } else if (!word.empty()) {
      if (!is_number(word)) out.push_back(std::move(word));
      word.clear();
    }
    at += c.size;
  }
  if (!word.empty() && !is_number(word)) out.push_back(std::move(word));
  return out;
}

std::string lower(std::string word) {
  for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return word;
}

void add(Words& to, std::string_view text) {
  for (std::string& word : words_in(text)) to.insert(std::move(word));
}

void add_phrases(Words& to, const Language& l) {
  for (std::string_view phrase : {l.yes,
                                  l.no,
                                  l.not_told,
                                  l.withheld,
                                  l.cannot_tell,
                                  l.certain_anyway,
                                  l.perhaps_certain,
                                  l.not_covered,
                                  l.coverage,
                                  l.invalid,
                                  l.contact,
                                  l.not_decided,
                                  l.why,
                                  l.still_open,
                                  l.answers,
                                  l.went_wrong,
                                  l.steps,
                                  l.some_not_met,
                                  l.some_met,
                                  l.all_together}) {
    add(to, phrase);
  }
  for (int base = 0; base <= static_cast<int>(types::Base::key); ++base) {
    const std::string from = "1", till = "2";
    add(to, l.none(static_cast<types::Base>(base)));
    add(to, l.range(static_cast<types::Base>(base), &from, &till));
    add(to, l.range(static_cast<types::Base>(base), &from, nullptr));
    add(to, l.range(static_cast<types::Base>(base), nullptr, &till));
  }
  for (int month = 1; month <= 12; ++month) add(to, l.date(*types::Date::of(2025, month, 1)));
  for (int i = 0; i <= static_cast<int>(Mishap::bad_step); ++i) add(to, l.mishap(static_cast<Mishap>(i)));
  for (std::size_t n : {1u, 2u}) {
    for (auto* heading : {l.assumed, l.sources}) add(to, heading(n));
    for (const bool all_needed : {true, false}) add(to, l.missing(n, all_needed));
  }
  for (auto* phrase : {l.in_part, l.possible, l.not_met, l.exception, l.does_not_apply,
                       l.does_not_apply_inside, l.perhaps, l.as_of, l.not_covered_on}) {
    add(to, phrase("1"));
  }
  for (auto* list : {l.all_of, l.any_of, l.may_help}) add(to, list({"1", "2"}));
  add(to, l.member("1", 1));
  add(to, l.member_of("1", 1));
  add(to, l.so_far("1", "2"));
  add(to, l.as_of_law("1", "2"));
}

std::string characters(const grammar::Ast& ast, TextId text) {
  std::string out;
  for (const grammar::TextPiece& piece : ast.pieces_of(text)) out += piece.path != 0 ? " " : piece.characters;
  return out;
}

/// What the author wrote in that language, cells of tables and proper names of sources included.
Words vocabulary(const Context& context, std::uint32_t language) {
  const Checked& checked = context.checked;
  std::set<TextId> translations;
  for (const auto& map : checked.translations) {
    for (const auto& [from, to] : map) translations.insert(to);
  }
  Words words;
  for (TextId id = 1; id < checked.ast->texts.size(); ++id) {
    if (language == 0 && translations.count(id) == 0) add(words, characters(*checked.ast, id));
  }
  if (language > 0 && language < checked.translations.size()) {
    for (const auto& [from, to] : checked.translations[language]) add(words, characters(*checked.ast, to));
  }
  for (const check::TableDef& table : checked.tables) {
    for (const auto& column : table.columns) {
      for (const auto& cell : column.cells)
        add(words, types::is_none(cell) ? "" : print(context, cell, column.type));
    }
  }
  for (const grammar::Decl& decl : checked.ast->decls) {
    const auto* source = std::get_if<grammar::SourceDecl>(&decl.body);
    if (source != nullptr) add(words, characters(*checked.ast, source->publisher));
  }
  add_phrases(words, phrases({checked, language, {}, {}, {}, {}}));
  return words;
}

void add_names(const Checked& checked, Words& to) {
  const auto name = [&](check::NameId id) { to.insert(std::string(checked.names->view(id))); };
  name(checked.ruleset);
  for (const auto& e : checked.enums) {
    name(e.name);
    for (const auto& value : e.values) name(value.name);
  }
  for (const auto& group : checked.groups) name(group.name);
  for (const auto& table : checked.tables) {
    name(table.name);
    for (const auto& column : table.columns) name(column.name);
  }
  for (const auto& fact : checked.facts) name(fact.name);
  for (const auto& rule : checked.rules) name(rule.name);
  for (const auto& value : checked.values) name(value.name);
  for (const auto& decision : checked.decisions) name(decision.name);
  for (const auto& source : checked.sources) name(source.name);
  for (const auto& line : checked.lines) name(line.name);
}

void look_at_lines(std::string_view answer, std::vector<std::string>& faults) {
  while (!answer.empty()) {
    const std::string line(answer.substr(0, answer.find('\n')));
    answer.remove_prefix(std::min(answer.size(), line.size() + 1));
    if (display_width(line) > page_width) faults.push_back("too wide: " + line);
    if (clean(line) != line) faults.push_back("control character: " + clean(line));
    if (!line.empty() && line.back() == ' ') faults.push_back("blank at the end: " + line);
    const std::size_t text = line.find_first_not_of(' ');
    if (text == std::string::npos) continue;
    for (const char* doubled : {"  ", "..", "()", " ,", " )", "::"}) {
      if (line.find(doubled, text) != std::string::npos) faults.push_back("doubled or dangling: " + line);
    }
  }
}

/// The answer without its wrapping, which must not hide what is looked for.
std::string on_one_line(std::string_view answer) {
  std::string flat(answer);
  for (std::size_t at; (at = flat.find("\n  ")) != std::string::npos;) flat.replace(at, 3, " ");
  return flat;
}

bool letter_before(const std::string& text, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0u) == 0x80u) --at;
  return at > 0 && is_letter(decode(text, at - 1).value);
}

/// Blanks where a text that was told stands as it was told.
void leave_out(std::string& answer, const std::string& told) {
  for (std::size_t at = 0; !told.empty() && (at = answer.find(told, at)) != std::string::npos;) {
    const std::size_t end = at + told.size();
    const bool within =
        letter_before(answer, at) || (end < answer.size() && is_letter(decode(answer, end).value));
    if (!within) answer.replace(at, told.size(), told.size(), ' ');
    at = end;
  }
}

void leave_out_what_is_told(const Context& context, std::string& answer) {
  if (!context.told) return;
  for (Index fact = 0; fact < context.checked.facts.size(); ++fact) {
    const types::Type type = context.checked.facts[fact].type;
    const types::Told* told = type.base == types::Base::text ? context.told(fact) : nullptr;
    if (told == nullptr) continue;
    const std::vector<types::Value> one = {told->value};
    for (const types::Value& value : told->kind == types::Told::Kind::one_of ? told->values : one)
      if (!types::is_none(value)) leave_out(answer, print(context, value, type));
  }
}

}  // namespace

ProofReader::ProofReader(const Checked& checked, std::uint32_t language) {
  const Context context{checked, language, {}, {}, {}, {}};
  add_names(checked, names_);
  own_ = vocabulary(context, language);
  for (const std::string& word : own_) folded_.insert(lower(word));
  for (std::uint32_t other = 0; other < checked.languages.size(); ++other) {
    if (other == language) continue;
    for (const std::string& word : vocabulary(context, other)) foreign_.insert(lower(word));
  }
  for (const check::LineDef& line : checked.lines) {
    if (line.id.find_first_of(" /") != std::string::npos) ids_.push_back(line.id);
  }
}

std::vector<std::string> ProofReader::faults(const Context& context, std::string_view answer) const {
  std::vector<std::string> faults;
  look_at_lines(answer, faults);
  std::string flat = on_one_line(answer);
  leave_out_what_is_told(context, flat);
  for (const std::string& word : words_in(flat)) {
    if (names_.count(word) > 0 && own_.count(word) == 0) faults.push_back("a name: " + word);
    if (foreign_.count(lower(word)) > 0 && folded_.count(lower(word)) == 0)
      faults.push_back("foreign: " + word);
  }
  for (const std::string& name : names_) {
    if (flat.find("{" + name + "}") != std::string::npos) faults.push_back("not filled: " + name);
  }
  for (const std::string& id : ids_) {
    if (flat.find(id) != std::string::npos) faults.push_back("an id: " + id);
  }
  return faults;
}

std::vector<std::string> proofread(const Context& context, std::string_view answer) {
  return ProofReader(context.checked, context.language).faults(context, answer);
}

}  // namespace eligo::words::test
