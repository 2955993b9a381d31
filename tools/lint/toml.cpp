// SPDX-License-Identifier: MIT
// The only door to toml++: it takes long to compile, and its places count characters.
#include "tools/lint/toml.hpp"

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>

namespace eligo::lint {
namespace {

class Reader {
 public:
  explicit Reader(const std::string& text) : text_(text) {
    for (std::size_t at = 0; at != std::string::npos; at = text.find('\n', at)) {
      if (at != 0) ++at;
      lines_.push_back(at);
    }
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

}  // namespace

TomlResult read_toml(const std::string& text) {
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
