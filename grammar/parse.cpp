// SPDX-License-Identifier: MIT
// Owns the sole instantiation of the grammar.
#include "grammar/parse.hpp"

#include "grammar/actions.hpp"
#include "grammar/encoding.hpp"
#include "grammar/productions.hpp"

namespace eligo::grammar {
namespace {

using Input = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf_crlf, const char*>;

}  // namespace

text::Diagnostics parse(const text::SourceSet& sources, text::SourceId id, text::Names& names,
                        const Limits& limits, Ast& into) {
  if (text::Diagnostics refused = check_encoding(sources, id, limits); !refused.empty()) {
    into.lost.push_back({id, 0, static_cast<std::uint32_t>(sources.bytes(id).size())});
    return refused;
  }
  Builder builder(sources, id, names, limits, into);
  Input in(builder.first, builder.last, "");
  try {
    (void)pegtl::parse<file, action>(in, builder);
  } catch (const LimitPassed&) {
    builder.lose(builder.in_declaration ? builder.first + builder.decl.header.begin : in.current(),
                 builder.last);
  }
  into.comments.insert(into.comments.end(), builder.comments.begin(), builder.comments.end());
  into.lost.insert(into.lost.end(), builder.lost.begin(), builder.lost.end());
  text::Diagnostics said = std::move(builder.said);
  text::sort(said, sources);
  if (builder.unsaid != 0)
    said.push_back(say(text::Code::limit_diagnostics,
                       {id, builder.at(builder.last), builder.at(builder.last)},
                       "expected at most " + std::to_string(limits.diagnostics) +
                           " findings in one file, found " + std::to_string(builder.unsaid) + " more"));
  return said;
}

bool matches(const text::SourceSet& sources, text::SourceId id) {
  Scan scan(sources, id, Limits{});
  Input in(scan.first, scan.last, "");
  try {
    return pegtl::parse<file>(in, scan) && scan.said.empty();
  } catch (const LimitPassed&) {
    return false;
  }
}

std::vector<Statement> outline(const text::SourceSet& sources, text::SourceId id, const Limits& limits) {
  std::vector<Statement> out;
  Scan scan(sources, id, limits);
  scan.outline = &out;
  Input in(scan.first, scan.last, "");
  try {
    (void)pegtl::parse<file>(in, scan);
  } catch (const LimitPassed&) {
    out.clear();  // it was said by the parse that makes the tree
  }
  return out;
}

}  // namespace eligo::grammar
