// SPDX-License-Identifier: MIT
// Owns the sole instantiation of the grammar.
#include "grammar/parse.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "grammar/actions.hpp"
#include "grammar/blanks.hpp"
#include "grammar/encoding.hpp"
#include "grammar/productions.hpp"

namespace eligo::grammar {
namespace {

using Input = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf_crlf, const char*>;

/// PEGTL's control, but a look ahead asks the text alone and passes by what is only said, and every rule goes back where it fails: without it each
/// production is compiled up to six times.
template <typename Rule>
struct lean : pegtl::normal<Rule> {
  template <pegtl::apply_mode A, pegtl::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename State>
  [[nodiscard]] static bool match(Input& in, State& st) {
    if constexpr (A == pegtl::apply_mode::nothing && std::is_base_of_v<said_only, Rule>)
      return false;
    else if constexpr (A == pegtl::apply_mode::nothing && std::is_base_of_v<said_aside, Rule>)
      return true;
    else if constexpr (A == pegtl::apply_mode::nothing && !std::is_same_v<State, Scan>)
      return lean::match<A, pegtl::rewind_mode::required, pegtl::nothing, Control>(in,
                                                                                   static_cast<Scan&>(st));
    else if constexpr (M != pegtl::rewind_mode::required)
      return lean::match<A, pegtl::rewind_mode::required, Action, Control>(in, st);
    else
      return pegtl::normal<Rule>::template match<A, M, Action, Control>(in, st);
  }
};

/// Reads on; where a limit ends that, to the declaration at which it may go on, or nullptr.
const char* read_to_limit(Input& in, Builder& builder) {
  try {
    (void)pegtl::parse<file, action, lean>(in, builder);
    return nullptr;
  } catch (const LimitPassed& passed) {
    const char* const begin = builder.in_declaration ? builder.first + builder.decl.header.begin : passed.at;
    const char* const stop = passed.of_declaration ? builder.next_top(passed.at) : builder.last;
    builder.lose(begin, stop);
    builder.leave_declaration();
    return stop == builder.last ? nullptr : stop;
  }
}

}  // namespace

text::Diagnostics parse(const text::SourceSet& sources, text::SourceId id, text::Names& names,
                        const Limits& limits, Ast& into) {
  if (text::Diagnostics refused = check_encoding(sources, id, limits); !refused.empty()) {
    into.lost.push_back({id, 0, static_cast<std::uint32_t>(sources.bytes(id).size())});
    return refused;
  }
  Builder builder(sources, id, names, limits, into);
  builder.refuse_elsewhere(into.refused);
  std::vector<NoBreakBlank> blanks = no_break_blanks(id, sources.bytes(id));
  if (!blanks.empty()) {  // read as blanks, as many as they have bytes, so that all else stays in its place
    std::string& spaced = into.resolved.emplace_back(sources.bytes(id));
    for (const NoBreakBlank& blank : blanks)
      std::fill_n(spaced.begin() + blank.span.begin, blank.span.size(), ' ');
    builder.read_instead(spaced);
  }
  Input in(builder.first, builder.last, "");
  const auto decls_before = static_cast<std::ptrdiff_t>(into.decls.size());
  while (const char* const next = read_to_limit(in, builder)) in.iterator() = next;
  const char* const last = builder.last;
  for (std::size_t i = 0; i != builder.put_aside.size(); ++i) {
    builder.last = builder.put_aside[i].second;
    Input one(builder.put_aside[i].first, builder.last, "");
    (void)read_to_limit(one, builder);
  }
  if (!builder.put_aside.empty())
    std::sort(into.decls.begin() + decls_before, into.decls.end(),
              [](const Decl& a, const Decl& b) { return a.span.begin < b.span.begin; });
  builder.last = last;
  into.comments.insert(into.comments.end(), builder.comments.begin(), builder.comments.end());
  into.lost.insert(into.lost.end(), builder.lost.begin(), builder.lost.end());
  builder.add_refused(into.refused);
  text::Diagnostics said = std::move(builder.said);
  std::set<std::uint32_t> told;  // lines; what else is wrong on one counts more
  if (!blanks.empty())
    for (const text::Diagnostic& d : said)
      told.insert(builder.at(builder.line_begin(builder.first + d.span.begin)));
  std::erase_if(blanks, [&](const NoBreakBlank& blank) { return told.count(blank.line) != 0; });
  if (!blanks.empty()) said.push_back(said_no_break_blanks(blanks));
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
    return pegtl::parse<file, pegtl::nothing, lean>(in, scan) && scan.said.empty();
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
    (void)pegtl::parse<file, pegtl::nothing, lean>(in, scan);
  } catch (const LimitPassed&) {
    out.clear();  // it was said by the parse that makes the tree
  }
  return out;
}

}  // namespace eligo::grammar
