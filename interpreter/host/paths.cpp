// SPDX-License-Identifier: MIT
// Owns how paths are read, split and joined.
#include "interpreter/host/paths.hpp"

#include "interpreter/host/characters.hpp"

namespace eligo::host {
namespace {

// What no logical name can hold, whatever the part.
const char* fault(std::string_view path) {
  if (path.find('\0') != std::string_view::npos) return "it holds a NUL character";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) return "it holds a control character";
  }
  if (path.find('\\') != std::string_view::npos) return "its parts are separated by `/`, not by a backslash";
  if (const std::size_t colon = path.find(':'); colon != std::string_view::npos) {
    if (colon == 1 && is_letter(path[0])) return "it starts with a drive letter";
    if (path.substr(colon).substr(0, 3) == "://") return "it is an address, and only files are read";
    return "it holds a colon";
  }
  if (!path.empty() && path.front() == '/') return "it starts with `/`";
  return nullptr;
}

}  // namespace

std::optional<std::string> logical_name(std::string_view path, std::string& why) {
  if (const char* reason = fault(path)) {
    why = reason;
    return std::nullopt;
  }
  std::string name;
  for (std::size_t at = 0; at <= path.size();) {
    std::size_t end = path.find('/', at);
    if (end == std::string_view::npos) end = path.size();
    const std::string_view part = path.substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      why = "it leads out of its folder (`..`)";
      return std::nullopt;
    }
    if (!name.empty()) name += '/';
    name += part;
  }
  return name;
}

std::string_view folder_of(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : name.substr(0, slash);
}

std::string_view base_of(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

std::string join(std::string_view folder, std::string_view name) {
  if (folder.empty()) return std::string(name);
  if (name.empty()) return std::string(folder);
  std::string joined(folder);
  joined += '/';
  joined += name;
  return joined;
}

bool is_rule_file(std::string_view name) {
  constexpr std::string_view ending = ".eligo";
  return name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending;
}

}  // namespace eligo::host
