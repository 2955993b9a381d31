// SPDX-License-Identifier: MIT
// Owns the list of what is used: each name that something else than its declaration names.
#pragma once

#include <set>
#include <tuple>
#include <vector>

#include "interpreter/check/context.hpp"

namespace eligo::check {

/// Made when everything is checked, and only where somebody asks: it walks over all that was read.
class Uses {
 public:
  explicit Uses(const Context& c);

  /// Also where it may be: in what could not be read, or does not count in this ruleset.
  [[nodiscard]] bool has(Among among, NameId owner, NameId name) const;

 private:
  void add(Among space, NameId name);
  void add(Among among, NameId owner, NameId name) { owned_.insert({among, owner, name}); }
  void add(const Path& path, Among space);
  void add(const Ref& ref);
  void add(const Value& value, Type type);
  void add_fact(Index fact);
  void add(const grammar::TypeExpr& type);
  void add(const grammar::LineRef& line, NameId decision);
  void add(const grammar::Given& given);
  void add(const grammar::TextEntry& entry);
  void add(const TestDef& test);
  void add_declaration(const grammar::Decl& decl);
  void add_beyond();

  const Context& c_;
  std::vector<bool> spaces_[3];  // by name: things, types, sources
  std::vector<bool> anywhere_;   // by name, whatever it names there
  std::set<std::tuple<Among, NameId, NameId>> owned_;
};

}  // namespace eligo::check
