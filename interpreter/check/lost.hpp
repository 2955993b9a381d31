// SPDX-License-Identifier: MIT
// Owns what mistakes that the parser told may have taken away: what follows from them is not said.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interpreter/check/checked.hpp"

namespace eligo::check {

/// What a bare name can stand for: facts, rules, values, decisions and groups; types; sources.
enum class Space : std::uint8_t { things, types, sources };

class Lost {
 public:
  explicit Lost(const Input& input);

  /// The name stands in bytes that were passed over.
  [[nodiscard]] bool holds(NameId id) const { return id < names_.size() && names_[id]; }
  /// Nobody can know whether it is declared: in bytes that were passed over, in a file that could not be read, or by a
  /// declaration that lost its name or a part of it.
  [[nodiscard]] bool may_declare(Space space, NameId id) const {
    return is_incomplete_ || nameless_[static_cast<std::size_t>(space)] || holds(id) || is_cut(space, id);
  }
  /// A fact, rule, value, decision or group lost its name, or a part of it.
  [[nodiscard]] bool has_nameless() const {
    constexpr auto things = static_cast<std::size_t>(Space::things);
    return nameless_[things] || !cut_names_[things].empty();
  }
  [[nodiscard]] bool may_be_title(std::string_view title) const;
  [[nodiscard]] std::size_t size() const { return passed_over_.size(); }  // in bytes
  [[nodiscard]] bool may_be_header() const { return header_; }
  [[nodiscard]] bool may_be_amendment() const { return is_incomplete_ || amendment_; }
  /// Parts of it that stand below its first line may be among the bytes that were passed over behind it.
  [[nodiscard]] bool cut_off(Index decl) const { return decl < cut_off_.size() && cut_off_[decl]; }
  /// Something was said of one of the lines on which this stands, while the files were read.
  [[nodiscard]] bool was_told_of_lines(Span whole) const;
  /// The name stands on such a line.
  [[nodiscard]] bool was_told_beside(NameId id) const { return id < beside_.size() && beside_[id]; }
  /// What stands behind the type on its line was passed over: it may have been a part of it.
  [[nodiscard]] bool cuts(const grammar::TypeExpr& type) const;

 private:
  void look_at(const text::Diagnostics& told);
  void look_at(const grammar::Decl& decl, const std::vector<Span>& told);
  void look_behind(Space space, Span name, const std::vector<Span>& told);
  /// It begins as a name does behind which something was said: `open_department`, where `rule open department` stands.
  [[nodiscard]] bool is_cut(Space space, NameId id) const;
  /// The last one of its file that begins no later, or nowhere.
  [[nodiscard]] Index decl_before(Span span) const;
  void look_at(Span span, std::string_view bytes);
  void look_at_declaration(std::string_view bytes, Index before);
  /// It may stand below the first line of a declaration which is not there, so that nobody knows the name.
  void look_at_part(std::string_view bytes);
  void cut_off_fact(std::size_t decl, text::SourceId source);
  void look_at_doubled(const text::Diagnostic& d);
  void mark_nameless(Space space) { nameless_[static_cast<std::size_t>(space)] = true; }
  void add_names(std::string_view bytes, std::vector<bool>& to) const;

  const grammar::Ast& ast_;
  const text::SourceSet& sources_;
  const text::Names& known_;
  std::set<std::pair<text::SourceId, std::uint32_t>> told_;  // lines
  std::vector<Span> stretches_;                              // in the order of files
  std::vector<bool> names_, beside_;                         // by NameId
  std::vector<bool> cut_off_;                                // by declaration
  std::string passed_over_;  // all of it, and the first lines of tests with a mistake
  bool is_incomplete_ = false, header_ = false, amendment_ = false;
  bool nameless_[3] = {};
  std::vector<std::string_view> cut_names_[3];
};

}  // namespace eligo::check
