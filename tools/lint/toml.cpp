// SPDX-License-Identifier: MIT
// The only door to toml++: it takes long to compile, and its places count characters.
#include "tools/lint/toml.hpp"

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace eligo::lint {
namespace {

class Reader {
 public:
  explicit Reader(const std::string& text) : text_(text) {
    lines_.push_back(0);
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
      lines_.push_back(at + 1);
  }

  [[nodiscard]] TomlPlace place(const toml::source_region& region) const {
    const std::uint32_t begin = offset(region.begin), end = offset(region.end);
    return {begin, std::max(begin, end)};
  }

  [[nodiscard]] TomlValue value(const toml::node& node) const {
    TomlValue out;
    out.place = place(node.source());
    if (const auto* text = node.as_string()) {
      out.kind = TomlValue::Kind::text;
      out.text = text->get();
    } else if (const auto* number = node.as_integer()) {
      out.kind = TomlValue::Kind::number;
      out.number = number->get();
    } else if (const auto* table = node.as_table()) {
      out.kind = TomlValue::Kind::table;
      for (const auto& [key, child] : *table)
        out.entries.push_back({std::string(key.str()), place(key.source()), value(child)});
      std::sort(out.entries.begin(), out.entries.end(),
                [](const TomlEntry& a, const TomlEntry& b) { return a.place.begin < b.place.begin; });
    }
    return out;
  }

  /// Of a key that is given twice toml++ 3.3 prints a name with some of its letters doubled: its line says it better.
  [[nodiscard]] TomlResult::Error complaint(const toml::parse_error& error) const {
    TomlResult::Error out{std::string(error.description()), place(error.source())};
    if (out.message.find("cannot redefine existing") == std::string::npos || out.place.begin > text_.size())
      return out;
    const std::size_t stop = std::min(text_.find('\n', out.place.begin), text_.size());
    std::size_t at = stop == 0 ? stop : text_.rfind('\n', stop - 1);
    at = std::min(text_.find_first_not_of(" \t", at == std::string::npos ? 0 : at + 1), stop);
    std::string_view key = std::string_view(text_).substr(at, stop - at);
    key = key.substr(0, key.front() == '[' ? key.rfind(']') + 1 : key.find('='));
    key = key.substr(0, key.find_last_not_of(" \t\r") + 1);
    out.message = "`" + std::string(key) + "` stands here a second time";
    out.place = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + key.size())};
    return out;
  }

 private:
  /// Lines and characters, both from 1, as an offset in bytes.
  [[nodiscard]] std::uint32_t offset(const toml::source_position& at) const {
    if (at.line == 0 || at.line > lines_.size()) return static_cast<std::uint32_t>(text_.size());
    std::size_t byte = lines_[at.line - 1];
    for (std::size_t left = at.column == 0 ? 0 : at.column - 1; left > 0 && byte < text_.size(); --left) {
      ++byte;
      while (byte < text_.size() && (static_cast<unsigned char>(text_[byte]) & 0xC0) == 0x80) ++byte;
    }
    return static_cast<std::uint32_t>(std::min(byte, text_.size()));
  }

  const std::string& text_;
  std::vector<std::size_t> lines_;
};

// What no name of a section begins with: toml++ 3.3 asserts that it is not there.
std::optional<TomlResult::Error> bad_section(const std::string& text) {
  const auto is_bare = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  for (std::size_t line = 0; line < text.size();) {
    const std::size_t stop = std::min(text.find('\n', line), text.size());
    std::size_t at = std::min(text.find_first_not_of(" \t", line), stop);
    line = stop + 1;
    if (at == stop || text[at] != '[') continue;
    const std::size_t opening = at++;
    if (at != stop && text[at] == '[') ++at;
    at = std::min(text.find_first_not_of(" \t", at), stop);
    if (at != stop && (is_bare(text[at]) || text[at] == '"' || text[at] == '\'' || text[at] == ']')) continue;
    return TomlResult::Error{"expected the name of a section, as in `[lint]`",
                             {static_cast<std::uint32_t>(opening), static_cast<std::uint32_t>(stop)}};
  }
  return std::nullopt;
}

}  // namespace

TomlResult read_toml(const std::string& text) {
  if (std::optional<TomlResult::Error> bad = bad_section(text)) return {{}, std::move(bad)};
  const Reader reader(text);
  const toml::parse_result parsed = toml::parse(std::string_view(text));
  TomlResult result;
  if (parsed)
    result.root = reader.value(parsed.table());
  else
    result.error = reader.complaint(parsed.error());
  return result;
}

}  // namespace eligo::lint
