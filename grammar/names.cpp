// SPDX-License-Identifier: MIT
// Owns which names can be declared and then never be used, since the word is read as a keyword where they are.
#include <algorithm>

#include "grammar/parse.hpp"
#include "grammar/scan.hpp"
#include "grammar/words.hpp"

namespace eligo::grammar {

using std::string_view;

namespace {

constexpr string_view in_any_letters[] = {"and", "or", "not", "end"};
constexpr string_view scalar_types[] = {"whole", "decimal", "money", "date", "version", "text"};

// What the word is read as where a value or condition is due: `AND`, `True`, `null`; or "".
string_view read_as(string_view word) {
  for (const string_view keyword : in_any_letters)
    if (differs_in_case(word, keyword)) return keyword;
  const Foreign* const foreign = foreign_word(word);
  return foreign != nullptr && (is_value_word(foreign->ours) || foreign->ours == "end") ? foreign->ours
                                                                                        : string_view{};
}

}  // namespace

text::Diagnostic* Scan::say_name(const char* p, string_view why) {
  const std::string spelling(word_at(p));
  refused_.push_back(word_at(p));
  text::Diagnostic* d = say_soft(Code::syntax_reserved_word, p, p + spelling.size(),
                                 "`" + spelling + "` cannot be a name: " + std::string(why));
  if (d != nullptr) d->help.push_back("choose another name, such as `" + spelling + "_`");
  fix(d, "write `" + spelling + "_`", p, p + spelling.size(), spelling + "_");
  return d;
}

void Scan::refuse_name(const char* p) {
  const string_view ours = read_as(word_at(p));
  if (ours.empty()) return;
  (void)say_name(p, "where it is used it is read as `" + std::string(ours) + "`");
}

void Scan::refuse_type_name(const char* p) {
  const string_view word = word_at(p);
  if (std::find(std::begin(scalar_types), std::end(scalar_types), word) == std::end(scalar_types)) return;
  (void)say_name(p, "it is a type already");
}

void Scan::add_refused(std::vector<std::string>& to) const {
  const std::size_t known = to.size();  // the first ones are these
  std::vector<std::string> all(refused_.begin(), refused_.end());
  for (std::size_t i = known; i < all.size(); ++i)
    if (std::find(to.begin(), to.end(), all[i]) == to.end()) to.push_back(std::move(all[i]));
}

bool Scan::was_refused(string_view word) const {
  return std::find(refused_.begin(), refused_.end(), word) != refused_.end();
}

}  // namespace eligo::grammar
