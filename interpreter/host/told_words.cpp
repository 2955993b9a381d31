// SPDX-License-Identifier: MIT
// Owns telling in words: `16.1`, `from 1 to 3`, `one of (passport, national_id)`, both ways.
#include <utility>

#include "interpreter/host/characters.hpp"
#include "interpreter/host/profile.hpp"
#include "interpreter/host/profile_codes.hpp"
#include "interpreter/host/shown.hpp"
#include "interpreter/host/told_part.hpp"
#include "interpreter/types/nfc.hpp"

namespace eligo::host {
namespace {

using types::Told;
using types::Value;

/// Reads one telling from the left to the right.
class Words {
 public:
  Words(const ToldValue& fact, std::string_view text) : fact_(fact), text_(text) {}

  ToldOrFault read() {
    if (starts_list()) return list();
    if (fact_.type().is_ordered() && (at_word("from") || at_word("to"))) return range();
    std::string value(text_);
    if (!text_.empty() && text_.front() == '"') {
      if (!quoted(value)) return unclosed();
      if (at_ != text_.size()) return misplaced("the end after the closing quote");
    }
    ValueOrFault read = fact_.read(value, Written::in_words);
    if (Fault* fault = std::get_if<Fault>(&read)) {
      if (text_.substr(0, 7) == "one of ") fault->help = "write the values in brackets: `one of (…, …)`";
      return std::move(*fault);
    }
    return told_exactly(std::get<Value>(read));
  }

 private:
  Fault fault(std::string message, std::string help = "") const {
    return {profile_code::partial, std::move(message), std::move(help)};
  }
  Fault unclosed() const {
    return fault("expected a quote at the end of a value of `" + std::string(fact_.name()) +
                 "`, found the end");
  }
  Fault misplaced(const std::string& due) const {
    const std::string found = at_ == text_.size()  ? "the end"
                              : fact_.is_private() ? "something else"
                                                   : "`" + shortly(text_.substr(at_)) + "`";
    return fault("expected " + due + " for `" + std::string(fact_.name()) + "`, found " + found);
  }

  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }
  bool at_word(std::string_view word) const {
    const std::size_t after = at_ + word.size();
    return text_.substr(at_, word.size()) == word && (after == text_.size() || is_blank(text_[after]));
  }
  bool starts_list() {
    if (!at_word("one")) return false;
    at_ = 3;
    skip_blanks();
    const bool of = text_.substr(at_, 2) == "of";
    at_ += of ? 2 : 0;
    skip_blanks();
    const bool starts = of && at_ < text_.size() && text_[at_] == '(';
    at_ = starts ? at_ + 1 : 0;
    return starts;
  }

  // A text in quotes; leaves the place after the closing one.
  bool quoted(std::string& value) {
    value.clear();
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        ++at_;
        return true;
      }
      const bool escape =
          text_[at_] == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\');
      if (escape) ++at_;
      value += text_[at_];
    }
    return false;
  }

  // One value, in quotes or up to one of the characters that end it; blanks around it do not count.
  ValueOrFault value(std::string_view ends) {
    skip_blanks();
    std::string characters;
    if (at_ < text_.size() && text_[at_] == '"') {
      if (!quoted(characters)) return unclosed();
    } else {
      const std::size_t begin = at_;
      while (at_ < text_.size() && ends.find(text_[at_]) == std::string_view::npos) ++at_;
      std::size_t end = at_;
      while (end > begin && is_blank(text_[end - 1])) --end;
      if (begin == end) return misplaced("a value");
      characters = text_.substr(begin, end - begin);
    }
    skip_blanks();
    if (at_ < text_.size() && text_[at_] == '%' && fact_.type().is_number()) {  // `from 50 % to 80 %`
      characters += text_[at_++];
      skip_blanks();
    }
    return fact_.read(characters, Written::in_words);
  }

  ToldOrFault list() {
    std::vector<Value> values;
    for (bool more = true; more;) {
      ValueOrFault one = value(",)");
      if (Fault* fault = std::get_if<Fault>(&one)) return std::move(*fault);
      values.push_back(std::move(std::get<Value>(one)));
      more = at_ < text_.size() && text_[at_] == ',';
      if (more) ++at_;
    }
    if (at_ == text_.size() || text_[at_] != ')') return misplaced("`,` or `)`");
    ++at_;
    skip_blanks();
    if (at_ != text_.size()) return misplaced("the end after `)`");
    return told_one_of(fact_, std::move(values));
  }

  ToldOrFault range() {
    std::optional<Value> from, to;
    if (at_word("from")) {
      at_ += std::string_view("from").size();
      ValueOrFault one = value(" \t");
      if (Fault* fault = std::get_if<Fault>(&one)) return std::move(*fault);
      from = std::move(std::get<Value>(one));
    }
    if (at_ < text_.size() && at_word("to")) {
      at_ += std::string_view("to").size();
      ValueOrFault one = value(" \t");
      if (Fault* fault = std::get_if<Fault>(&one)) return std::move(*fault);
      to = std::move(std::get<Value>(one));
    }
    if (at_ != text_.size()) return misplaced(to ? "the end" : "`to` or the end");
    return told_range(fact_, std::move(from), std::move(to));
  }

  const ToldValue& fact_;
  std::string_view text_;
  std::size_t at_ = 0;
};

Error error_of(const Fault& fault, std::string_view path) {
  Error error;
  error.code = fault.code;
  error.message = fault.message;
  error.help = fault.help;
  error.path = path;
  return error;
}

std::optional<Error> not_utf8(const ToldValue& fact, std::string_view text) {
  if (types::is_utf8(text)) return std::nullopt;
  return error_of({profile_code::encoding,
                   "expected UTF-8 for `" + std::string(fact.name()) + "`, found a byte that is none", ""},
                  fact.name());
}

std::string in_quotes(std::string_view text) {
  std::string written = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') written += '\\';
    written += c;
  }
  return written + '"';
}

}  // namespace

ToldOrError read_told(const FactIndex& facts, check::Index fact, std::string_view text) {
  const ToldValue reader(facts.checked(), fact);
  if (auto error = not_utf8(reader, text)) return std::move(*error);
  ToldOrFault read = Words(reader, text).read();
  if (const Fault* fault = std::get_if<Fault>(&read)) return error_of(*fault, reader.name());
  return std::move(std::get<Told>(read));
}

ToldOrError read_value(const FactIndex& facts, check::Index fact, std::string_view text) {
  const ToldValue reader(facts.checked(), fact);
  if (auto error = not_utf8(reader, text)) return std::move(*error);
  ValueOrFault read = reader.read(text, Written::as_text);
  if (const Fault* fault = std::get_if<Fault>(&read)) return error_of(*fault, reader.name());
  return told_exactly(std::move(std::get<Value>(read)));
}

std::optional<Error> check_told(const FactIndex& facts, check::Index fact, const Told& told) {
  const ToldValue reader(facts.checked(), fact);
  const auto checked = [&](const Value& value) -> std::optional<Error> {
    if (auto fault = reader.check(value)) return error_of(*fault, reader.name());
    return std::nullopt;
  };
  if (told.kind == Told::Kind::exactly) return checked(told.value);
  const bool is_range = told.kind == Told::Kind::range;
  if (is_range && told.from)
    if (auto error = checked(*told.from)) return error;
  if (is_range && told.to)
    if (auto error = checked(*told.to)) return error;
  if (!is_range)
    for (const Value& value : told.values)
      if (auto error = checked(value)) return error;
  const ToldOrFault whole =
      is_range ? told_range(reader, told.from, told.to) : told_one_of(reader, told.values);
  if (const Fault* fault = std::get_if<Fault>(&whole)) return error_of(*fault, reader.name());
  return std::nullopt;
}

Error absent_member(const FactIndex& facts, check::Index fact) {
  const check::FactDef& def = facts.checked().facts[fact];
  const std::string list(facts.name(facts.checked().lists[def.member_of].fact));
  const std::string member = std::to_string(def.member + 1);
  return error_of({profile_code::list,
                   "`" + list + "` is told without a member " + member + ", of which `" +
                       std::string(facts.name(fact)) + "` is told",
                   "tell all members in the list, `{}` for one of whom nothing is known"},
                  facts.name(fact));
}

Error unknown_fact(const FactIndex& facts, std::string_view name) {
  Error error;
  error.code = profile_code::unknown_fact;
  error.path = shortly(name);
  error.message = "there is no fact `" + shortly(name) + "`";
  if (facts.is_group(name))
    error.help = "`" + shortly(name) + "` is a group of facts: tell each of them";
  else if (const auto near = facts.nearest(name); !near.empty())
    error.help = "did you mean `" + std::string(near) + "`?";
  return error;
}

std::string print_told(const FactIndex& facts, check::Index fact, const Told& told) {
  const check::Checked& checked = facts.checked();
  const types::Type type = checked.facts[fact].type;
  const auto one = [&](const Value& value, bool alone) {
    std::string text = spell(checked, type, value);
    const bool words = type.base == types::Base::text || type.base == types::Base::key;
    if (types::is_none(value) || !words) return text;
    const bool plain = alone && text.substr(0, 1) != "\"" && text.substr(0, 3) != "one";
    return plain ? text : in_quotes(text);
  };
  switch (told.kind) {
    case Told::Kind::exactly:
      return one(told.value, true);
    case Told::Kind::range: {
      std::string range;
      if (told.from) range = "from " + one(*told.from, false);
      if (told.to) range += (told.from ? " to " : "to ") + one(*told.to, false);
      return range;
    }
    case Told::Kind::one_of:
      break;
  }
  std::string list = "one of (";
  for (std::size_t i = 0; i < told.values.size(); ++i)
    list += (i > 0 ? ", " : "") + one(told.values[i], false);
  return list + ")";
}

}  // namespace eligo::host
