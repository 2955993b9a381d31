// SPDX-License-Identifier: MIT
// Findings as a SARIF 2.1.0 log (OASIS), with what code-scanning sites ask for.
#include <algorithm>
#include <string>

#include "tools/render/excerpt.hpp"
#include "tools/render/json.hpp"
#include "tools/render/reports.hpp"

namespace eligo::render {
namespace {

const std::string program_version = std::to_string(ELIGO_VERSION_MAJOR) + "." +
                                    std::to_string(ELIGO_VERSION_MINOR) + "." +
                                    std::to_string(ELIGO_VERSION_PATCH);

const char* level_of(Severity severity) {
  return to_string(severity);  // SARIF has the same words
}

/// A path as part of a URI: what is not plain there is written as %XX.
std::string uri_of(const std::string& path) {
  static const char* const digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain)
      out += c;
    else
      out += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return out;
}

/// The column (from 1) of a byte within its line, in UTF-16 units.
std::uint64_t utf16_column(const std::string& text, std::uint32_t offset) {
  const std::size_t at = std::min<std::size_t>(offset, text.size());
  const auto line = static_cast<std::size_t>(line_at(text, offset).data() - text.data());
  std::uint64_t column = 1;
  for (std::size_t i = line; i < at; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) column += byte >= 0xF0 ? 2 : 1;
  }
  return column;
}

std::uint64_t line_of_end(const std::string& text, const Place& place) {
  return std::uint64_t{place.line} + lines_between(text, place.begin, place.end);
}

class Sarif {
 public:
  Sarif(const std::vector<Check>& checks, Fingerprint fingerprint)
      : checks_(checks), fingerprint_(fingerprint) {}

  std::string log(const std::vector<Findings>& all) {
    json_.object()
        .key("$schema")
        .text("https://json.schemastore.org/sarif-2.1.0.json")
        .key("version")
        .text("2.1.0");
    json_.key("runs").array().object().key("tool").object().key("driver").object().key("name").text("eligo");
    json_.key("version").text(program_version).key("rules").array();
    for (const Check& check : checks_) rule(check);
    json_.end().end().end().key("columnKind").text("utf16CodeUnits").key("results").array();
    for (const Findings& findings : all)
      for (const Diagnostic& finding : *findings.diagnostics) result(finding, findings);
    return json_.end().end().end().end().take();
  }

 private:
  void text(const char* key, const std::string& value) {
    json_.key(key).object().key("text").text(value).end();
  }

  void rule(const Check& check) {
    json_.object().key("id").text(check.code);
    text("shortDescription", check.summary);
    text("fullDescription", check.reason);
    if (!check.help_uri.empty()) json_.key("helpUri").text(check.help_uri);
    json_.key("defaultConfiguration").object().key("level").text(level_of(check.severity)).end().end();
  }

  void location(const Place& place, const Findings& findings, const std::string& message) {
    json_.object().key("physicalLocation").object().key("artifactLocation").object();
    json_.key("uri").text(uri_of(findings.path_of(place.file))).end();
    const std::string* const bytes = text_of(*findings.files, place.file);
    if (bytes != nullptr && place.line > 0) {
      json_.key("region").object().key("startLine").number(place.line);
      json_.key("startColumn").number(utf16_column(*bytes, place.begin));
      json_.key("endLine").number(line_of_end(*bytes, place));
      json_.key("endColumn").number(utf16_column(*bytes, place.end)).end();
    }
    json_.end();
    if (!message.empty()) text("message", message);
    json_.end();
  }

  void result(const Diagnostic& finding, const Findings& findings) {
    json_.object().key("ruleId").text(finding.code);
    const auto known = std::find_if(checks_.begin(), checks_.end(),
                                    [&](const Check& check) { return check.code == finding.code; });
    if (known != checks_.end())
      json_.key("ruleIndex").number(static_cast<std::uint64_t>(known - checks_.begin()));
    json_.key("level").text(level_of(finding.severity));
    std::string message = finding.message;
    for (const std::string& help : finding.help) message += "\n" + help;
    if (!finding.witness.empty()) message += "\n\n" + finding.witness;
    text("message", message);
    json_.key("locations").array();
    location(finding.place, findings, "");
    json_.end();
    if (!finding.related.empty()) {
      json_.key("relatedLocations").array();
      for (const RelatedPlace& related : finding.related) location(related.place, findings, related.message);
      json_.end();
    }
    json_.key("partialFingerprints")
        .object()
        .key("eligoLine/v1")
        .text(fingerprint_(finding, *findings.files))
        .end();
    json_.end();
  }

  const std::vector<Check>& checks_;
  const Fingerprint fingerprint_;
  JsonWriter json_;
};

}  // namespace

std::string to_sarif(const std::vector<Findings>& all, const std::vector<Check>& checks,
                     Fingerprint fingerprint) {
  return Sarif(checks, fingerprint).log(all);
}

}  // namespace eligo::render
