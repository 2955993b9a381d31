// SPDX-License-Identifier: MIT
// Owns the public way to the canonical layout of a rule file.
#include "grammar/print.hpp"
#include "interpreter/api/impl.hpp"

namespace eligo {
inline namespace v0 {

namespace {

Formatted failed(const std::string& name, std::string code, std::string message) {
  Formatted out;
  Diagnostic d;
  d.code = std::move(code);
  d.place = {name, 0, 0, 1, 1};
  d.message = std::move(message);
  out.diagnostics.push_back(std::move(d));
  return out;
}

Formatted format_text(const std::string& name, const std::string& text) {
  text::SourceSet sources;
  grammar::Printed printed = grammar::print_proved(sources, sources.add(name, text), Limits{});
  Formatted out;
  out.text = std::move(printed.text);
  for (const text::Diagnostic& d : printed.said) out.diagnostics.push_back(api::diagnostic_of(sources, d));
  if (!out.text && out.diagnostics.empty())
    return failed(name, "format/meaning",
                  "the layout of this file would change what it says, so there is none: a fault of Eligo");
  return out;
}

}  // namespace

Formatted format(const std::string& name, const std::string& text) noexcept {
  return api::guarded([&] { return format_text(name, text); },
                      [] {
                        Formatted out;
                        Diagnostic d;
                        d.code = "host/out_of_memory";
                        d.message = "there is not enough memory to lay out this file";
                        out.diagnostics.push_back(std::move(d));
                        return out;
                      });
}

}  // namespace v0
}  // namespace eligo
