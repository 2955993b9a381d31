// SPDX-License-Identifier: MIT
// Owns the one table of codes and the order in which diagnostics are told.
#include "grammar/text/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace eligo::text {

const std::vector<CodeInfo>& all_codes() {
  using enum Severity;
  static const std::vector<CodeInfo> table = {
#define ELIGO_CODE(id, spelling, severity, summary) CodeInfo{Code::id, spelling, #id, severity, summary},
#include "all_codes.def"
#undef ELIGO_CODE
  };
  return table;
}

const CodeInfo& info(Code code) {
  return all_codes()[static_cast<std::size_t>(code)];
}

Diagnostic say(Code code, Span span, std::string message) {
  Diagnostic d;
  d.code = code;
  d.severity = info(code).severity;
  d.span = span;
  d.message = std::move(message);
  return d;
}

void sort(Diagnostics& all, const SourceSet& sources) {
  const auto key = [&](const Diagnostic& d) {
    return std::make_tuple(sources.name(d.span.source), d.span.begin, d.span.end, d.severity, d.code);
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  all.erase(std::unique(all.begin(), all.end(),
                        [&](const Diagnostic& a, const Diagnostic& b) {
                          return key(a) == key(b) && a.message == b.message;
                        }),
            all.end());
}

}  // namespace eligo::text
