// SPDX-License-Identifier: MIT
// Owns the spelling of every name of a compile, so that names compare as numbers.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace eligo::text {

/// Two names are the same if and only if their ids are. 0 is the empty name.
using NameId = std::uint32_t;

/// Not thread-safe while interning; `view` is safe from many threads afterwards. Views stay valid.
class Names {
 public:
  Names() { intern(""); }
  NameId intern(std::string_view spelling) {
    if (auto it = ids_.find(spelling); it != ids_.end()) return it->second;
    const std::string& kept = spellings_.emplace_back(spelling);
    const auto id = static_cast<NameId>(spellings_.size() - 1);
    ids_.emplace(kept, id);
    return id;
  }
  [[nodiscard]] std::string_view view(NameId id) const { return spellings_[id]; }
  [[nodiscard]] std::size_t size() const { return spellings_.size(); }
  /// The id of a spelling that was interned before, or 0.
  [[nodiscard]] NameId find(std::string_view spelling) const {
    auto it = ids_.find(spelling);
    return it == ids_.end() ? 0 : it->second;
  }

 private:
  std::deque<std::string> spellings_;
  std::unordered_map<std::string_view, NameId> ids_;
};

}  // namespace eligo::text
