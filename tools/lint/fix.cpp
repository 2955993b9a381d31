// SPDX-License-Identifier: MIT
// Applies fixes to texts in memory, compiles, and keeps those after which the rules mean the same.
#include "tools/lint/fix.hpp"

#include <algorithm>
#include <map>

#include "tools/lint/meaning.hpp"

namespace eligo::lint {
namespace {

using Texts = std::map<std::string, std::string>;

// A fix may make place for another one; nothing here needs more rounds.
constexpr int most_rounds = 10;

/// Files as they stand, but for those that have a new text.
class Overlay final : public Importer {
 public:
  Overlay(Importer& below, const Texts& changed) : below_(below), changed_(changed) {}
  std::optional<std::string> read(const std::string& name, std::string& why) noexcept override {
    const auto found = changed_.find(name);
    return found == changed_.end() ? below_.read(name, why) : found->second;
  }
  std::optional<std::vector<std::string>> list(const std::string& folder) noexcept override {
    return below_.list(folder);
  }

 private:
  Importer& below_;
  const Texts& changed_;
};

class Mending {
 public:
  Mending(Importer& importer, const std::string& name, const Find& find)
      : importer_(importer), name_(name), find_(find) {}

  Mended run() {
    made_.compiled = compiled(changed_);
    if (!made_.compiled.program) return std::move(made_);
    meaning_ = meaning_of(*made_.compiled.program);
    for (int round = 0; round < most_rounds && mend_once(); ++round) {
    }
    made_.files.assign(changed_.begin(), changed_.end());
    return std::move(made_);
  }

 private:
  [[nodiscard]] Compiled compiled(const Texts& texts) {
    Overlay overlay(importer_, texts);
    return compile(overlay, name_);
  }

  /// True where something was mended: then there may be more to find.
  bool mend_once() {
    std::vector<Diagnostic> findings = find_(*made_.compiled.program);
    // From the end of each file to its beginning, so that places before an edit stay true.
    std::stable_sort(findings.begin(), findings.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return a.place.file < b.place.file || (a.place.file == b.place.file && a.place.begin > b.place.begin);
    });
    bool any = false;
    touched_.clear();
    for (const Diagnostic& finding : findings)
      if (!finding.fixes.empty() && !is_refused(finding) && is_free(finding.fixes.front()))
        any = attempt(finding) || any;
    return any;
  }

  [[nodiscard]] static std::string told(const Diagnostic& finding) {
    return finding.place.file + ":" + std::to_string(finding.place.line) + ": " + finding.fixes.front().title;
  }
  [[nodiscard]] bool is_refused(const Diagnostic& finding) const {
    return std::find(made_.refused.begin(), made_.refused.end(), told(finding)) != made_.refused.end();
  }

  /// Whether all edits stand before whatever was edited in this round.
  [[nodiscard]] bool is_free(const Fix& fix) const {
    return std::all_of(fix.edits.begin(), fix.edits.end(), [&](const Edit& edit) {
      const auto touched = touched_.find(edit.place.file);
      return touched == touched_.end() || edit.place.end <= touched->second;
    });
  }

  bool attempt(const Diagnostic& finding) {
    Texts texts = changed_;
    std::map<std::string, std::uint32_t> touched = touched_;
    std::vector<Edit> edits = finding.fixes.front().edits;
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit& a, const Edit& b) { return a.place.begin > b.place.begin; });
    for (const Edit& edit : edits) {
      const auto text = texts.emplace(edit.place.file, text_of(edit.place.file)).first;
      if (edit.place.end > text->second.size() || edit.place.begin > edit.place.end) return false;
      text->second.replace(edit.place.begin, edit.place.end - edit.place.begin, edit.replacement);
      touched[edit.place.file] = edit.place.begin;
    }
    Compiled after = compiled(texts);
    if (!after.program || meaning_of(*after.program) != meaning_) {
      made_.refused.push_back(told(finding));
      return false;
    }
    ++made_.applied;
    made_.compiled = std::move(after);
    changed_ = std::move(texts);
    touched_ = std::move(touched);
    return true;
  }

  [[nodiscard]] std::string text_of(const std::string& file) const {
    for (const auto& [name, text] : made_.compiled.files)
      if (name == file) return text;
    return "";
  }

  Importer& importer_;
  const std::string& name_;
  const Find& find_;
  std::string meaning_;
  Texts changed_;
  std::map<std::string, std::uint32_t> touched_;  // by file: where the first edit of this round begins
  Mended made_;
};

}  // namespace

Mended mend(Importer& importer, const std::string& name, const Find& find) {
  return Mending(importer, name, find).run();
}

Mended mend(Importer& importer, const std::string& name, const Options& options) {
  Options mending = options;
  mending.proofs = false;  // what is proved is for people to mend
  return mend(importer, name, [&](const Program& program) { return run(program, mending); });
}

}  // namespace eligo::lint
