// SPDX-License-Identifier: MIT
// From paths to findings: settings, baseline, mending.
#include "tools/cli/linting.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "tools/cli/asked.hpp"
#include "tools/cli/from_here.hpp"
#include "tools/cli/replace_file.hpp"
#include "tools/cli/unified_diff.hpp"
#include "tools/lint/fix.hpp"
#include "tools/render/plural.hpp"
#include "tools/render/visible.hpp"

namespace eligo::cli {

bool Linting::run() {
  if (!read_day() || !read_baseline()) return false;
  std::optional<std::vector<Loaded>> loaded = load_all(arguments_.operands, console_);
  if (!loaded) return false;
  all_ = std::move(*loaded);
  for (Loaded& each : all_)
    if (!one(each)) return false;
  if (arguments_.has("--baseline")) tell_what_applies_no_more();
  return !arguments_.has("--write-baseline") || write_baseline();
}

std::vector<render::Findings> Linting::findings() const {
  std::vector<render::Findings> out;
  for (std::size_t i = 0; i < all_.size(); ++i)
    out.push_back({&found_[i], &all_[i].compiled.files, all_[i].folder, all_[i].here});
  return out;
}

bool Linting::all_compile() const {
  return std::all_of(all_.begin(), all_.end(),
                     [](const Loaded& each) { return each.compiled.program != nullptr; });
}

bool Linting::is_any_unreadable() const {
  return std::any_of(all_.begin(), all_.end(), [](const Loaded& each) { return each.is_unreadable(); });
}

std::uint64_t Linting::written() const {
  std::uint64_t count = 0;
  for (const lint::OldFinding& each : written_) count += each.count;
  return count;
}

bool Linting::read_day() {
  const std::optional<Date> day = day_of(arguments_, "--as-of", today(), console_);
  as_of_ = day.value_or(today());
  return day.has_value();
}

bool Linting::read_baseline() {
  if (!arguments_.has("--baseline")) return true;
  const std::string file = arguments_.one("--baseline");
  std::string why;
  const std::optional<std::string> text = read_input(file, why);
  if (text) {
    lint::BaselineResult read = lint::read_baseline(*text);
    baseline_ = std::move(read.baseline);
    why = read.complaint;
  }
  if (!why.empty()) console_.complain("the baseline cannot be read: " + file + ": " + why);
  return why.empty();
}

bool Linting::write_baseline() {
  const std::string file = arguments_.one("--write-baseline");
  std::error_code failed;
  if (!std::filesystem::exists(file, failed)) {
    std::FILE* const made = std::fopen(file.c_str(), "wx");
    if (made == nullptr) {
      console_.complain(file + " cannot be written: " + std::strerror(errno));
      return false;
    }
    std::fclose(made);
  }
  const std::optional<std::string> why = replace_file(file, lint::write_baseline(written_));
  if (why) console_.complain(file + " cannot be written: " + *why);
  return !why;
}

/// The settings of a root, or nullptr where they have errors.
const lint::Config* Linting::settings(const std::string& root) {
  if (const auto known = settings_.find(root); known != settings_.end()) return &known->second;
  lint::Config config;
  std::string why;
  const std::string path = (std::filesystem::path(root) / "eligo.toml").string();
  std::error_code failed;
  if (!root.empty() && !arguments_.has("--isolated") && std::filesystem::exists(path, failed)) {
    const std::optional<std::string> text = read_rules(path, why);
    if (!text) {
      console_.complain(path + " cannot be read: " + why);
      return nullptr;
    }
    const std::string name = from_here(path).generic_string();
    lint::ConfigResult read = lint::read_config(name, *text, [&] { return names_below(root, console_); });
    if (!read.diagnostics.empty()) {
      const render::Files files = {{name, *text}};
      console_.err(render::to_terminal({{&read.diagnostics, &files, ""}}, {console_.color_err()}));
      return nullptr;
    }
    config = std::move(read.config);
  }
  for (const std::string& wish : arguments_.all("--level")) {
    why = config.wish(wish);
    if (why.empty()) continue;
    console_.complain("`--level`: " + why);
    return nullptr;
  }
  return &settings_.emplace(root, std::move(config)).first->second;
}

bool Linting::one(Loaded& loaded) {
  std::vector<Diagnostic>& found = found_.emplace_back();
  if (!loaded.compiled.program) {
    found = loaded.compiled.diagnostics;
    return true;
  }
  const lint::Config* const config = settings(loaded.root);
  if (config == nullptr) return false;
  const lint::Options options = {as_of_, *config, !arguments_.has("--no-allow")};
  if ((arguments_.has("--fix") || arguments_.has("--diff")) && !mend(loaded, options)) return false;
  found = loaded.compiled.diagnostics;  // of a ruleset without errors: warnings and notes
  std::vector<Diagnostic> lints = lint::run(*loaded.compiled.program, options);
  leave_out_what_was_said(lints, loaded);
  if (arguments_.has("--write-baseline")) lint::add(written_, lints, loaded.compiled.files);
  lint::take_out(baseline_, lints, loaded.compiled.files);
  found.insert(found.end(), lints.begin(), lints.end());
  return true;
}

void Linting::leave_out_what_was_said(std::vector<Diagnostic>& findings, const Loaded& loaded) {
  std::vector<Diagnostic> left;
  for (Diagnostic& each : findings) {
    const std::string key = loaded.root + '\0' + each.place.file + '\0' + std::to_string(each.place.begin) +
                            '\0' + each.code + '\0' + each.message;
    if (said_.insert(key).second) left.push_back(std::move(each));
  }
  findings = std::move(left);
}

/// Writes what could be mended, or shows it. With `--diff` the ruleset stays as it is.
bool Linting::mend(Loaded& loaded, const lint::Options& options) {
  if (loaded.root.empty()) {
    console_.complain("standard input cannot be mended: name a file or folder");
    return false;
  }
  FolderImporter importer(loaded.root);
  lint::Mended mended = lint::mend(importer, loaded.name, options);
  for (const auto& [file, text] : mended.files) {
    const std::string path = loaded.findings().path_of(file);
    if (arguments_.has("--diff")) {
      const std::string* const before = render::text_of(loaded.compiled.files, file);
      const std::string difference = unified_diff(before ? *before : "", text, render::visible(path));
      if (said_.insert(difference).second) console_.out(difference);
    } else if (const std::optional<std::string> why = replace_file(path, text)) {
      console_.complain(path + " cannot be written: " + *why);
      return false;
    } else {
      console_.err("mended " + render::visible_lines(path) + "\n");
    }
  }
  for (const std::string& fix : mended.refused)
    console_.complain("not mended, since the rules might mean something else then: " + fix);
  if (!arguments_.has("--diff")) loaded.compiled = std::move(mended.compiled);
  return true;
}

void Linting::tell_what_applies_no_more() {
  for (const lint::OldFinding& old : baseline_) {
    if (old.count == 0) continue;
    for (const Loaded& loaded : all_) {
      if (render::text_of(loaded.compiled.files, old.file) == nullptr) continue;
      console_.err("the baseline has " + render::visible(old.code) +
                   " at a line that is not so any more in " +
                   render::visible(loaded.findings().path_of(old.file)) + ": " +
                   render::shortened(old.line, 60) + "\n");
      break;
    }
  }
}

}  // namespace eligo::cli
