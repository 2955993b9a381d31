// SPDX-License-Identifier: MIT
// Owns what a compile has learned of the importer's folders, each asked for once.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/limits.hpp"
#include "interpreter/include/eligo/eligo.hpp"

namespace eligo::host {

class Folders {
 public:
  Folders(Importer& importer, const Limits& limits) : importer_(importer), limits_(limits) {}

  [[nodiscard]] bool exists(const std::string& folder) { return listing(folder).has_value(); }
  [[nodiscard]] bool holds(const std::string& folder, std::string_view base);
  /// The listing of its folder says it; where the importer lists nothing, reading does.
  [[nodiscard]] bool is_there(const std::string& file);

  /// The names of the rule files of a folder, sorted.
  [[nodiscard]] std::vector<std::string> rule_files(const std::string& folder);
  /// The names of its CSV files, sorted.
  [[nodiscard]] std::vector<std::string> csv_files(const std::string& folder);
  /// The names of files that somebody may have meant as rules, and that nobody reads, sorted; see not_read().
  [[nodiscard]] std::vector<std::string> misnamed(const std::string& folder);
  /// `x.eligo` and its translations `x.*.eligo`, sorted, the file itself first.
  [[nodiscard]] std::vector<std::string> with_translations(const std::string& file);
  /// True if a rule file of the folder has the `ruleset` header. Reads them, and keeps what it read for
  /// `read`.
  [[nodiscard]] bool is_ruleset(const std::string& folder);

  [[nodiscard]] std::optional<std::string> read(const std::string& file, std::string& why);

  /// `towns.xlsx` for `towns.csv`, where it is there; or "".
  [[nodiscard]] std::string spreadsheet_for(const std::string& folder, std::string_view base);
  /// The file of the folder whose name is nearest to `base`, or "".
  [[nodiscard]] std::string_view nearest_file(const std::string& folder, std::string_view base);

 private:
  using Listing = std::optional<std::vector<std::string>>;
  const Listing& listing(const std::string& folder);
  void keep(const std::string& file, std::string bytes);

  Importer& importer_;
  const Limits& limits_;
  std::map<std::string, Listing> listings_;
  std::map<std::string, std::vector<std::string>> misnamed_;
  std::map<std::string, bool> rulesets_;
  std::map<std::string, std::string> read_ahead_;
  std::size_t read_ahead_bytes_ = 0;
};

}  // namespace eligo::host
