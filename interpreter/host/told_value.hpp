// SPDX-License-Identifier: MIT
// Owns how one told value is read for one fact, and every way in which it can fail to be one of the fact's.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "interpreter/check/checked.hpp"

namespace eligo::host {

/// What is wrong with something told, before it is known where it stands. `code` is one of profile_codes.def.
struct Fault {
  std::string_view code;
  std::string message;
  std::string help;
};

using ValueOrFault = std::variant<types::Value, Fault>;

/// How the text of a value was written.
enum class Written : std::uint8_t {
  as_text,         // in quotes: a number is plain digits
  in_words,        // by a person: and a decimal may be a percentage, `80 %`
  as_json_number,  // may have an exponent; no version, date, text or key is written so
};

/// Reads the values of one fact. Never shows the value of a private one.
class ToldValue {
 public:
  ToldValue(const check::Checked& checked, check::Index fact);

  /// Well-formed UTF-8 to a value within type, declared range and keys.
  [[nodiscard]] ValueOrFault read(std::string_view text, Written written) const;
  /// The same checks for a value that was made by other means; nothing where it is well.
  [[nodiscard]] std::optional<Fault> check(const types::Value& value) const;

  /// "expected a date such as 2025-12-31 for `id.expires`, found …"; what was found is the kind alone for a
  /// private fact.
  [[nodiscard]] Fault mismatch(std::string_view code, std::string_view kind, std::string_view value,
                               std::string help = "") const;

  /// The key that was perhaps meant, or ""; of a private fact always "": what a value is near to tells much
  /// of it.
  [[nodiscard]] std::string nearest_key(std::string_view text) const;

  [[nodiscard]] bool is_private() const { return fact_.is_private; }
  [[nodiscard]] const types::Type& type() const { return fact_.type; }
  /// As messages call it: its whole path, or what `call` said.
  [[nodiscard]] std::string_view name() const {
    return called_.empty() ? checked_.names->view(fact_.name) : called_;
  }
  /// `income` for `household[1].income`, where what stands beside the message says which member. The name must outlive this.
  void call(std::string_view name) { called_ = name; }

 private:
  [[nodiscard]] ValueOrFault read_as(types::Type type, std::string_view text, Written written) const;
  [[nodiscard]] ValueOrFault number(types::Base base, std::string_view text, Written written) const;
  [[nodiscard]] bool is_label(check::TextId label, std::string_view text) const;
  [[nodiscard]] ValueOrFault enum_value(types::Type type, std::string_view text) const;
  [[nodiscard]] ValueOrFault key(const check::TableDef& table, std::string_view text, Written written) const;
  [[nodiscard]] Fault not_read(types::Type type, std::string_view text, std::string help = "") const;
  [[nodiscard]] Fault too_many_digits(types::Base base) const;
  [[nodiscard]] std::string did_you_mean(std::string_view nearest) const;
  [[nodiscard]] std::string date_help(std::string_view text) const;

  const check::Checked& checked_;
  const check::FactDef& fact_;
  std::string_view called_;
};

/// What a type takes, in words: "a whole number", "one of national_id, passport or none".
[[nodiscard]] std::string words_of(const check::Checked& checked, types::Type type);
/// The one spelling of a value: "yes", "42", "0.05", "2025-06-01", "16.1", a text, an enum's value, a table's
/// key, or "none".
[[nodiscard]] std::string spell(const check::Checked& checked, types::Type type, const types::Value& value);

}  // namespace eligo::host
