// SPDX-License-Identifier: MIT
// Owns the waivers of the source: `# lint: allow CODE because …`, on the line of the finding or the line above it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "grammar/ast.hpp"
#include "grammar/text/source.hpp"

namespace eligo::lint {

/// One comment that begins with `lint:`.
struct Waiver {
  struct Allowed {
    std::string code;
    text::Span span;
    bool used = false;  // it silenced a finding
  };
  text::Span comment;
  text::Span
      removal;  // what to take out of the file so that the comment is gone: its line, where it stands alone
  std::uint32_t line = 0;  // of the findings that it silences, from 1; 0: it stands above nothing
  std::vector<Allowed> allowed;
  std::string reason;       // what stands after `because`
  bool is_readable = true;  // false: what stands after `lint:` is not `allow CODE …`
};
using Waivers = std::vector<Waiver>;

[[nodiscard]] Waivers read_waivers(const grammar::Ast& ast, const text::SourceSet& sources);

/// True where one of the waivers silences a finding of that code at that place; it counts as used then.
[[nodiscard]] bool is_waived(Waivers& waivers, const text::SourceSet& sources, const std::string& code,
                             text::Span place);

}  // namespace eligo::lint
