// SPDX-License-Identifier: MIT
// Pages from the data of the checks. What a page says is found in the bad example is what the check says of it.
#include "tools/lint/pages.hpp"

#include <algorithm>

#include "grammar/text/suggest.hpp"
#include "tools/lint/lint.hpp"
#include "tools/render/diagnostics.hpp"

namespace eligo::lint {
namespace {

constexpr std::size_t width = 96;

std::string wrapped(std::string_view text) {
  std::string out;
  std::size_t used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (used != 0) out += used + 1 + word.size() > width ? '\n' : ' ';
    used = used == 0 || used + 1 + word.size() > width ? word.size() : used + 1 + word.size();
    out += word;
    at = end + 1;
  }
  return out + "\n";
}

std::string indented(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    out += (line.empty() ? "" : "    " + std::string(line)) + "\n";
    at = end + 1;
  }
  return out;
}

/// What the check says of its bad example.
std::string said(const Lint& lint) {
  Looked looked = look_at(examples_of(lint.code).bad);
  std::vector<Diagnostic> own;
  for (Diagnostic& finding : looked.findings)
    if (finding.code == lint.code) own.push_back(std::move(finding));
  return render::to_terminal({{&own, &looked.compiled.files, ""}}, {});
}

std::string toml_of(const Lint& lint) {
  std::string out = "[lint]\n\"" + lint.code + "\" = ";
  const std::string level = "\"" + std::string(to_string(lint.level)) + "\"";
  if (lint.settings.empty()) return out + level + "\n";
  out += "{ level = " + level;
  for (const Setting& setting : lint.settings)
    out += ", " + setting.name + " = " + std::to_string(setting.usual);
  return out + " }\n";
}

std::string waiver_of(const Lint& lint) {
  return "# lint: allow " + lint.code + " because …\n";
}

bool can_be_waived(const Lint& lint) {
  return !lint.after_others;
}

/// The parts of a page, in the words that a medium has for headings and examples.
template <typename Heading, typename Block>
std::string parts(const Lint& lint, const Heading& heading, const Block& block) {
  const Examples examples = examples_of(lint.code);
  std::string out = wrapped(lint.reason);
  out += heading("Bad") + block("eligo", examples.bad.shown);
  out += "\nwhich says\n\n" + block("text", said(lint));
  out += heading("Good") + block("eligo", examples.good.shown);
  out += heading("Settings") + "What holds where `eligo.toml` says nothing else:\n\n" +
         block("toml", toml_of(lint));
  for (const Setting& setting : lint.settings)
    out += "\n" + wrapped("`" + setting.name + "`: " + setting.help);
  if (!can_be_waived(lint)) return out;
  out += heading("To keep it as it is") +
         "On the line that the finding shows, or above it, with the reason:\n\n";
  return out + block("eligo", waiver_of(lint));
}

}  // namespace

std::vector<About> all_checks() {
  std::vector<About> all;
  for (const Lint& lint : lints()) all.push_back({lint.code, lint.summary, lint.reason, lint.level});
  return all;
}

std::string page(std::string_view code) {
  const Lint* const lint = find_lint(code);
  if (lint == nullptr) return "";
  const auto heading = [](const std::string& text) { return "\n" + text + ":\n\n"; };
  const auto block = [](const char*, const std::string& text) { return indented(text); };
  return lint->code + ": " + lint->summary + " (" + std::string(to_string(lint->level)) + ")\n\n" +
         parts(*lint, heading, block);
}

std::string markdown_page(std::string_view code) {
  const Lint* const lint = find_lint(code);
  if (lint == nullptr) return "";
  const auto heading = [](const std::string& text) { return "\n## " + text + "\n\n"; };
  const auto block = [](const char* language, const std::string& text) {
    return "```" + std::string(language) + "\n" + text + "```\n";
  };
  return "<!-- Made by `tools/dev lint-pages` from tools/lint/lints/" + lint->code + ".cpp. -->\n# `" +
         lint->code + "`\n\n" + lint->summary + " · " + std::string(to_string(lint->level)) + "\n\n" +
         parts(*lint, heading, block);
}

std::string markdown_list(std::string_view folder) {
  std::string out = "| check | level | finds |\n| --- | --- | --- |\n";
  for (const Lint& lint : lints())
    out += "| [`" + lint.code + "`](" + std::string(folder) + "/" + lint.code + ".md) | " +
           std::string(to_string(lint.level)) + " | " + lint.summary + " |\n";
  return out;
}

std::string nearest_code(std::string_view code) {
  std::vector<std::string_view> codes;
  for (const Lint& lint : lints()) codes.push_back(lint.code);
  return std::string(text::nearest(code, codes));
}

}  // namespace eligo::lint
