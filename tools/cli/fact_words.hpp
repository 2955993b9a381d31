// SPDX-License-Identifier: MIT
// Owns the words around the facts that `eligo facts` lists, in the languages that answers are written in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "eligo/eligo.hpp"

namespace eligo::cli {

struct FactWords {
  std::string (*facts)(std::size_t count);  // "9 facts"
  std::string_view (*kind)(FactKind kind);  // "whole"; of what lists its choices, the words before them
  std::string (*list)(std::size_t most);    // "list of at most 3 members, each with:"
  std::string (*in_all)(std::size_t count);
  std::string_view from, to, or_none;
  std::string_view can_change_by, presumed, is_private;
  std::string_view yes, no;
  std::string_view colon;  // between a thing and what is said of it
};

/// English where there are none in that language.
[[nodiscard]] const FactWords& fact_words(std::string_view language);

}  // namespace eligo::cli
