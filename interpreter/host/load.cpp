// SPDX-License-Identifier: MIT
// Owns the way from a name to parsed files: each read once, in an order that does not depend on the file
// system.
#include "interpreter/host/load.hpp"

#include <deque>
#include <map>
#include <set>
#include <utility>
#include <variant>

#include "grammar/parse.hpp"
#include "interpreter/host/folders.hpp"
#include "interpreter/host/paths.hpp"
#include "interpreter/host/rule_names.hpp"
#include "interpreter/host/shown.hpp"

namespace eligo::host {
namespace {

using text::Code;
using text::Span;

std::string hidden(const std::string& file) {
  return "expected a rule file, found `" + file + "`: files whose names begin with a dot are nobody's rules";
}

/// Gives again what was read: no file is asked for twice.
class Kept final : public Importer {
 public:
  Kept(Importer& importer, const Loaded& loaded) : importer_(importer) {
    const auto keep = [&](text::SourceId id) {
      read_.emplace(loaded.sources->name(id), loaded.sources->bytes(id));
    };
    for (const check::Unit& unit : loaded.units) keep(unit.source);
    for (const check::TableSource& table : loaded.tables)
      if (table.source) keep(*table.source);
  }
  std::optional<std::string> read(const std::string& name, std::string& why) noexcept override {
    const auto kept = read_.find(name);
    if (kept == read_.end()) return importer_.read(name, why);
    return std::move(kept->second);
  }
  std::optional<std::vector<std::string>> list(const std::string& folder) noexcept override {
    return importer_.list(folder);
  }

 private:
  Importer& importer_;
  std::map<std::string, std::string> read_;
};

class Loader {
 public:
  Loader(Importer& importer, const Limits& limits, std::vector<std::string> refused = {})
      : folders_(importer, limits), limits_(limits) {
    loaded_.sources = std::make_unique<text::SourceSet>();
    loaded_.names = std::make_unique<text::Names>();
    loaded_.ast = std::make_unique<grammar::Ast>();
    loaded_.ast->refused = std::move(refused);
  }

  Loaded run(const std::string& asked) {
    asked_ = &asked;
    bring_asked();
    while (!uses_.empty()) {
      const Use use = uses_.front();
      uses_.pop_front();
      bring_used(use);
    }
    say_unread_tables();
    return std::move(loaded_);
  }

 private:
  struct Use {
    Span span;  // of the path, as written
    std::string path;
  };

  void bring_asked();
  void bring_used(const Use& use);
  void say_unread_tables();
  void no_rule_file(const std::string& folder, std::optional<Span> because);
  void bring_folder(const std::string& folder, bool own, std::optional<Span> because);
  void bring_file(const std::string& file, bool own, std::optional<Span> because);
  void bring_table(check::TableSource& table, grammar::TextId path, text::SourceId from);
  void follow(std::size_t first_declaration, text::SourceId source, bool own);

  std::optional<std::string> read(const std::string& file, std::optional<Span> because);
  void check_roots(const std::string& folder);
  std::optional<std::string> path_of(grammar::TextId text);
  std::optional<std::string> name_of(const Use& written, const std::string& from, const char* starts);

  text::Diagnostic& report(Code code, Span at, std::string message) {
    loaded_.diagnostics.push_back(text::say(code, at, std::move(message)));
    return loaded_.diagnostics.back();
  }
  void suggest(text::Diagnostic& about, std::string_view name) {
    if (!name.empty()) about.help.push_back("did you mean `" + std::string(name) + "`?");
  }
  void suggest_file(text::Diagnostic& about, const std::string& file, const std::string& from_folder);
  // Where a diagnostic about the asked name itself stands: at the start of an empty source of that name.
  Span asked_span() {
    if (!asked_source_) asked_source_ = loaded_.sources->add(*asked_, "");
    return {*asked_source_, 0, 0};
  }

  Folders folders_;
  const Limits& limits_;
  Loaded loaded_;
  const std::string* asked_ = nullptr;
  std::optional<text::SourceId> asked_source_;
  std::optional<std::string> own_folder_;
  std::deque<Use> uses_;
  std::set<std::string> folders_brought_;
  std::set<std::string> brought_;                                // rule files, by logical name
  std::map<std::string, std::optional<text::SourceId>> tables_;  // CSV files likewise
  std::set<std::string> roots_checked_;                          // folders
  std::uint32_t files_ = 0;
  bool full_ = false;  // the limit on files was reported
};

void Loader::bring_asked() {
  std::string why;
  const auto name = logical_name(*asked_, why);
  if (!name) {
    report(Code::host_path, asked_span(),
           "expected a path below the root, found `" + visible(*asked_) + "`: " + why);
    return;
  }
  const std::string folder(folder_of(*name));
  if (folders_.exists(*name)) {
    bring_folder(*name, true, std::nullopt);
  } else if (name->empty()) {
    report(Code::host_unreadable, asked_span(), "the root folder cannot be read");
  } else if (!folders_.is_there(*name)) {
    auto& missing =
        report(Code::host_no_such_file, asked_span(), "there is no file or folder `" + *name + "`");
    suggest_file(missing, *name, "");
  } else if (!is_rule_file(*name)) {
    auto& other = report(Code::host_no_rules, asked_span(),
                         "expected a folder or a rule file (`.eligo`), found `" + *name + "`");
    other.help.push_back("name the folder that the ruleset stands in");
  } else if (!is_read(base_of(*name))) {
    report(Code::host_no_rules, asked_span(), hidden(*name));
  } else if (folders_.is_ruleset(folder)) {
    bring_folder(folder, true, std::nullopt);
  } else {
    for (const std::string& file : folders_.with_translations(*name)) bring_file(file, true, std::nullopt);
  }
}

void Loader::bring_folder(const std::string& folder, bool own, std::optional<Span> because) {
  if (!folders_brought_.insert(folder).second) return;
  if (own) own_folder_ = folder;
  const std::vector<std::string> files = folders_.rule_files(folder);
  std::vector<std::string> misnamed = folders_.misnamed(folder);
  const bool lacks_header = own && !folders_.is_ruleset(folder);
  // The file with the header, by its name: nothing else is said of what it would declare.
  const bool header_misnamed =
      lacks_header && std::any_of(misnamed.begin(), misnamed.end(),
                                  [](const std::string& name) { return not_read(name).is_rules; });
  if (header_misnamed) loaded_.incomplete = true;
  if (files.empty()) {
    loaded_.incomplete = true;
    if (!header_misnamed) no_rule_file(folder, because);
    check_roots(folder);
  }
  if (!own && !misnamed.empty() && folders_.is_ruleset(folder))
    misnamed.clear();  // said where that is checked
  for (const std::string& file : files) bring_file(file, own, because);
  for (const std::string& name : misnamed) {
    NotRead one = not_read(name);
    report(header_misnamed && one.is_rules ? Code::host_no_rules : Code::host_other_ending,
           because ? *because : asked_span(), "`" + visible(join(folder, name)) + "` is not read: " + one.why)
        .help.push_back(std::move(one.help));
  }
}

// Rows that people keep up and nobody reads. What a file with a mistake names, nobody knows.
void Loader::say_unread_tables() {
  const auto& said = loaded_.diagnostics;
  if (!own_folder_ || loaded_.incomplete ||
      std::any_of(said.begin(), said.end(),
                  [](const text::Diagnostic& d) { return d.severity == text::Severity::error; }))
    return;
  for (const std::string& file : folders_.csv_files(*own_folder_)) {
    if (tables_.count(file) != 0) continue;
    report(Code::host_unread_table, asked_span(),
           "`" + visible(file) + "` is not read: no table and no `tests from` names it")
        .help.emplace_back("name it in one, or move it to another folder");
  }
}

void Loader::no_rule_file(const std::string& folder, std::optional<Span> because) {
  const std::string shown = folder.empty() ? "the root folder" : "the folder `" + folder + "`";
  report(Code::host_no_rules, because ? *because : asked_span(), shown + " holds no rule file")
      .help.emplace_back(
          "the files of a ruleset stand directly in its folder, with names that end in `.eligo`");
}

// A path of `use` starts at the root. A file of a ruleset means its folder; any other file, itself and its
// translations.
void Loader::bring_used(const Use& use) {
  const auto name = name_of(use, "", "the paths of `use` start at the root");
  if (!name) loaded_.incomplete = true;
  if (!name || brought_.count(*name) != 0) return;
  const std::string folder(folder_of(*name));
  if (folders_.exists(*name)) {
    bring_folder(*name, false, use.span);
  } else if (!is_rule_file(*name) || !folders_.is_there(*name)) {
    loaded_.incomplete = true;
    const bool there = folders_.holds(folder, base_of(*name));
    auto& missing =
        there ? report(Code::host_no_such_file, use.span,
                       "expected a rule file (`.eligo`) or a folder, found `" + *name + "`")
              : report(Code::host_no_such_file, use.span, "there is no file or folder `" + *name + "`");
    if (!there) suggest_file(missing, *name, std::string(folder_of(loaded_.sources->name(use.span.source))));
  } else if (!is_read(base_of(*name))) {
    loaded_.incomplete = true;
    report(Code::host_no_such_file, use.span, hidden(*name));
  } else if (folders_.is_ruleset(folder)) {
    bring_folder(folder, false, use.span);
  } else {
    for (const std::string& file : folders_.with_translations(*name)) bring_file(file, false, use.span);
  }
}

// The most common slips first: the ending left out, or a path that starts at another place than this kind of
// path does.
void Loader::suggest_file(text::Diagnostic& about, const std::string& file, const std::string& from_folder) {
  if (loaded_.diagnostics.size() > limits_.diagnostics) return;  // a flood is told without advice
  const std::string folder(folder_of(file));
  const std::string base(base_of(file));
  if (folders_.holds(folder, base + ".eligo")) return suggest(about, file + ".eligo");
  const std::string beside = join(from_folder, file);
  if (!from_folder.empty() && folders_.holds(std::string(folder_of(beside)), base)) {
    about.help.push_back("the paths of `use` start at the root");
    return suggest(about, beside);
  }
  const std::string_view nearest = folders_.nearest_file(folder, base);
  if (!nearest.empty()) suggest(about, join(folder, nearest));
}

void Loader::bring_file(const std::string& file, bool own, std::optional<Span> because) {
  if (!brought_.insert(file).second) return;
  check_roots(std::string(folder_of(file)));
  auto bytes = read(file, because);
  if (!bytes) {
    loaded_.incomplete = true;
    return;
  }
  const text::SourceId source = loaded_.sources->add(file, std::move(*bytes));
  loaded_.units.push_back({source, own});
  const std::size_t first_declaration = loaded_.ast->decls.size();
  auto said = grammar::parse(*loaded_.sources, source, *loaded_.names, limits_, *loaded_.ast);
  for (auto& one : said) loaded_.diagnostics.push_back(std::move(one));
  follow(first_declaration, source, own);
}

// What the declarations of one file name: other rule files, which wait for their turn, and tables.
// The tests of a file that is used do not count, so their tables are not read.
void Loader::follow(std::size_t first_declaration, text::SourceId source, bool own) {
  const grammar::Ast& ast = *loaded_.ast;
  for (std::size_t i = first_declaration; i < ast.decls.size(); ++i) {
    if (const auto* use = std::get_if<grammar::UseDecl>(&ast.decls[i].body)) {
      if (ast.decls[i].broken) continue;
      if (auto path = path_of(use->path))
        uses_.push_back({ast.texts[use->path].span, std::move(*path)});
      else
        loaded_.incomplete = true;
      continue;
    }
    if (ast.decls[i].broken) continue;
    const auto* table = std::get_if<grammar::TableDecl>(&ast.decls[i].body);
    const auto* tests = std::get_if<grammar::TestsFromDecl>(&ast.decls[i].body);
    const grammar::TextId path = table != nullptr ? table->from : tests != nullptr && own ? tests->path : 0;
    if (path == 0) continue;
    check::TableSource& entry = loaded_.tables.emplace_back();
    entry.decl = static_cast<check::Index>(i);
    bring_table(entry, path, source);
  }
}

// A path of a table starts at the file that names it.
void Loader::bring_table(check::TableSource& table, grammar::TextId text, text::SourceId from) {
  const auto path = path_of(text);
  if (!path) return;
  const Use written{loaded_.ast->texts[text].span, *path};
  const std::string folder(folder_of(loaded_.sources->name(from)));
  const auto name = name_of(written, folder, "the path of a table starts at the file that names it");
  if (!name) return;
  const auto known = tables_.find(*name);
  if (known != tables_.end()) {
    table.source = known->second;
    return;
  }
  std::optional<text::SourceId>& source = tables_[*name];
  const std::string its_folder(folder_of(*name));
  check_roots(its_folder);
  if (!folders_.is_there(*name)) {
    auto& missing = report(Code::host_no_such_file, written.span, "there is no file `" + *name + "`");
    const std::string as_written = folder.empty() ? "" : name->substr(folder.size() + 1);
    if (!folder.empty() && as_written.compare(0, folder.size() + 1, folder + "/") == 0 &&
        folders_.holds(std::string(folder_of(as_written)), base_of(as_written))) {
      missing.help.push_back("the path of a table starts at the file that names it");
      suggest(missing, as_written.substr(folder.size() + 1));
    } else if (const std::string sheet = folders_.spreadsheet_for(its_folder, base_of(*name));
               !sheet.empty()) {
      missing.help.push_back("`" + sheet + "` is a spreadsheet: save it as CSV, in UTF-8");
    } else if (const auto nearest = folders_.nearest_file(its_folder, base_of(*name)); !nearest.empty()) {
      suggest(missing, join(folder_of(*path), nearest));
    }
    return;
  }
  if (auto bytes = read(*name, written.span)) source = loaded_.sources->add(*name, std::move(*bytes));
  table.source = source;
}

std::optional<std::string> Loader::read(const std::string& file, std::optional<Span> because) {
  const auto refuse = [&](Code code, std::string message) {
    report(code, because ? *because : asked_span(), std::move(message));
    return std::nullopt;
  };
  if (files_ >= limits_.sources) {
    if (std::exchange(full_, true)) return std::nullopt;
    return refuse(Code::host_limit, "more than " + std::to_string(limits_.sources) +
                                        " files (limit `sources`), the first beyond it is `" + file + "`");
  }
  ++files_;
  std::string why;
  auto bytes = folders_.read(file, why);
  if (!bytes) return refuse(Code::host_unreadable, "the file `" + file + "` cannot be read: " + why);
  if (bytes->size() > limits_.source_bytes)
    return refuse(Code::host_limit, "the file `" + file + "` has more than " +
                                        std::to_string(limits_.source_bytes) +
                                        " bytes (limit `source_bytes`)");
  return bytes;
}

// One tree has one root: no folder between it and a file that is read may hold another mark.
void Loader::check_roots(const std::string& folder) {
  for (std::string below = folder; !below.empty(); below = std::string(folder_of(below))) {
    if (!roots_checked_.insert(below).second) return;
    if (!folders_.holds(below, "eligo.toml")) continue;
    const text::SourceId mark = loaded_.sources->add(join(below, "eligo.toml"), "");
    auto& second = report(Code::host_second_root, {mark, 0, 0},
                          "a second `eligo.toml` below the root, in the folder `" + below + "`");
    second.help.push_back("one tree has one root: remove this file, or keep the folder in a tree of its own");
  }
}

// The characters of a path; nothing where it was lost to an error, or is no plain text.
std::optional<std::string> Loader::path_of(grammar::TextId id) {
  if (id == 0) return std::nullopt;
  std::string path;
  for (const grammar::TextPiece& piece : loaded_.ast->pieces_of(id)) {
    if (piece.path != 0) return std::nullopt;  // the checker refuses it
    path += piece.characters;
  }
  return path;
}

std::optional<std::string> Loader::name_of(const Use& written, const std::string& from, const char* starts) {
  std::string why = "it is empty";
  auto name = logical_name(written.path, why);
  if (name && !name->empty()) return join(from, *name);
  auto& wrong = report(Code::host_path, written.span,
                       "expected a path below the root, found `" + visible(written.path) + "`: " + why);
  wrong.help.push_back(std::string(starts) + ", and `/` stands between its parts");
  return std::nullopt;
}

}  // namespace

Loaded load(Importer& importer, const std::string& name, const Limits& limits) {
  Loaded loaded = Loader(importer, limits).run(name);
  // A file may use what one that was read later declares: then all are read again.
  if (loaded.ast->refused.empty() || loaded.units.size() < 2) return loaded;
  Kept kept(importer, loaded);
  return Loader(kept, limits, std::move(loaded.ast->refused)).run(name);
}

}  // namespace eligo::host
