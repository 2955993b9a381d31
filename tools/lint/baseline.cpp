// SPDX-License-Identifier: MIT
// Reads, writes and applies baselines.
#include "tools/lint/baseline.hpp"

#include <algorithm>
#include <tuple>

#include "interpreter/host/json.hpp"
#include "tools/render/diagnostics.hpp"
#include "tools/render/excerpt.hpp"
#include "tools/render/json.hpp"

namespace eligo::lint {
namespace {

using host::Json;
using host::JsonKind;

std::string line_of(const Diagnostic& finding, const Files& files) {
  const std::string* const text = render::text_of(files, finding.place.file);
  if (text == nullptr || finding.place.line == 0) return "";
  const std::string_view line = render::line_at(*text, finding.place.begin);
  const std::size_t begin = line.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return "";
  return std::string(line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin));
}

auto key_of(const OldFinding& old) {
  return std::tie(old.file, old.code, old.line);
}

OldFinding old_of(const Diagnostic& finding, const Files& files) {
  return {finding.place.file, finding.code, line_of(finding, files), 1};
}

bool read_text(const Json& json, Json::Id value, std::string& into) {
  if (json.kind(value) != JsonKind::string) return false;
  into = json.string(value);
  return true;
}

bool read_count(const Json& json, Json::Id value, std::uint64_t& into) {
  const std::string_view digits = json.raw(value);
  if (json.kind(value) != JsonKind::number || digits.empty() || digits.size() > 9) return false;
  into = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return false;
    into = into * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return true;
}

bool read_finding(const Json& json, Json::Id object, OldFinding& into) {
  if (json.kind(object) != JsonKind::object) return false;
  std::size_t known = 0;
  for (Json::Id each = json.first(object); each != json.end(object); each = json.next(each)) {
    const std::string name = json.name(each);
    const bool read = name == "file"    ? read_text(json, each, into.file)
                      : name == "code"  ? read_text(json, each, into.code)
                      : name == "line"  ? read_text(json, each, into.line)
                      : name == "count" ? read_count(json, each, into.count)
                                        : false;
    if (!read) return false;
    ++known;
  }
  return known == 4;
}

}  // namespace

BaselineResult read_baseline(const std::string& text) {
  BaselineResult result;
  const host::JsonResult read = host::read_json(text, Limits{});
  if (read.error) {
    result.complaint = read.error->message;
    return result;
  }
  const Json& json = read.json;
  result.complaint = "expected what `eligo lint --write-baseline` writes";
  if (json.kind(0) != JsonKind::object) return result;
  bool has_version = false, has_findings = false;
  for (Json::Id each = json.first(0); each != json.end(0); each = json.next(each)) {
    const std::string name = json.name(each);
    if (name == "version") {
      has_version = json.raw(each) == "1";
    } else if (name == "findings" && json.kind(each) == JsonKind::array) {
      has_findings = true;
      for (Json::Id one = json.first(each); one != json.end(each); one = json.next(one))
        if (!read_finding(json, one, result.baseline.emplace_back())) return result;
    } else {
      return result;
    }
  }
  if (has_version && has_findings) result.complaint.clear();
  return result;
}

std::string write_baseline(Baseline baseline) {
  std::sort(baseline.begin(), baseline.end(),
            [](const OldFinding& a, const OldFinding& b) { return key_of(a) < key_of(b); });
  render::JsonWriter json;
  json.object().key("version").number(1).key("findings").array();
  for (const OldFinding& old : baseline) {
    json.object().key("file").text(old.file).key("code").text(old.code);
    json.key("line").text(old.line).key("count").number(old.count).end();
  }
  return json.end().end().take();
}

void add(Baseline& baseline, const std::vector<Diagnostic>& findings, const Files& files) {
  for (const Diagnostic& finding : findings) {
    OldFinding old = old_of(finding, files);
    const auto known = std::find_if(baseline.begin(), baseline.end(),
                                    [&](const OldFinding& each) { return key_of(each) == key_of(old); });
    if (known == baseline.end())
      baseline.push_back(std::move(old));
    else
      ++known->count;
  }
}

void take_out(Baseline& baseline, std::vector<Diagnostic>& findings, const Files& files) {
  const auto is_old = [&](const Diagnostic& finding) {
    const OldFinding old = old_of(finding, files);
    for (OldFinding& each : baseline) {
      if (each.count == 0 || key_of(each) != key_of(old)) continue;
      --each.count;
      return true;
    }
    return false;
  };
  // In their order: of several on equal lines the first ones are the old ones.
  findings.erase(std::remove_if(findings.begin(), findings.end(), is_old), findings.end());
}

std::string fingerprint(const Diagnostic& finding, const Files& files) {
  const OldFinding old = old_of(finding, files);
  std::uint64_t h = 0xcbf29ce484222325ull;
  for (const std::string* part : {&old.file, &old.code, &old.line}) {
    for (const char c : *part) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
    h = (h ^ 0xff) * 0x100000001b3ull;
  }
  std::string hex(16, '0');
  for (std::size_t i = 0; i < 16; ++i) hex[15 - i] = "0123456789abcdef"[(h >> (4 * i)) & 15];
  return hex;
}

}  // namespace eligo::lint
