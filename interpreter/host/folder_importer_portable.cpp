// SPDX-License-Identifier: MIT
// Owns the door to a folder where the system cannot hold folders open (Windows, WebAssembly): the standard
// library's view of files. Each part of a name is looked at before the file is opened, so a link that is
// exchanged in between is not seen; links are therefore not followed at all here.
#include "interpreter/host/folder_importer.hpp"

#if !ELIGO_HOLDS_FOLDERS_OPEN

#include <cstdio>
#include <filesystem>
#include <memory>
#include <new>
#include <system_error>

#include "interpreter/host/paths.hpp"
#include "interpreter/include/eligo/eligo.hpp"

namespace eligo {
namespace host {
namespace {

namespace fs = std::filesystem;

fs::path as_path(const std::string& utf8) {
  return fs::path(std::u8string(utf8.begin(), utf8.end()));
}

// The path of a name, if no part of it is a link and the last is of the wanted kind.
std::optional<fs::path> find(const std::string& root, const std::string& name, fs::file_type wanted,
                             std::string& why) {
  fs::path path = as_path(root.empty() ? "." : root);
  fs::file_type type = fs::file_type::directory;
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = name.find('/', at);
    if (end == std::string::npos) end = name.size();
    path /= as_path(name.substr(at, end - at));
    at = end + 1;
    std::error_code error;
    type = fs::symlink_status(path, error).type();
    if (type == fs::file_type::symlink)
      why = "a link, and links are not followed here";
    else if (type == fs::file_type::not_found)
      why = "no such file";
    else if (type == fs::file_type::none)
      why = "the system refused to read it";
    else if (at < name.size() && type != fs::file_type::directory)
      why = "not a folder";
    else
      continue;
    return std::nullopt;
  }
  if (type == wanted) return path;
  if (wanted == fs::file_type::directory)
    why = "not a folder";
  else
    why = type == fs::file_type::directory ? "a folder, not a file" : "not a regular file";
  return std::nullopt;
}

std::optional<std::string> read_file(const fs::path& path, std::string& why) {
  constexpr int most_attempts = 5;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    const auto written = fs::last_write_time(path, error);
    if (!error && size > largest_file) {
      why = too_large();
      return std::nullopt;
    }
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.string().c_str(), "rb"),
                                                               std::fclose);
    if (error || !file) {
      why = "the system refused to read it";
      return std::nullopt;
    }
    std::string bytes(static_cast<std::size_t>(size) + 1, '\0');
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
    if (std::ferror(file.get()) != 0) {
      why = "the disk could not be read";
      return std::nullopt;
    }
    if (bytes.size() == size && fs::last_write_time(path, error) == written && !error) return bytes;
  }
  why = "it changes while it is read";
  return std::nullopt;
}

}  // namespace
}  // namespace host

inline namespace v0 {

std::optional<std::string> FolderImporter::read(const std::string& name, std::string& why) noexcept {
  try {
    const auto logical = host::logical_name(name, why);
    if (!logical) return std::nullopt;
    const auto path = host::find(root_, *logical, std::filesystem::file_type::regular, why);
    if (!path) return std::nullopt;
    return host::read_file(*path, why);
  } catch (...) {  // memory, or a name that the system cannot spell
    why = "cannot be read";
    return std::nullopt;
  }
}

std::optional<std::vector<std::string>> FolderImporter::list(const std::string& folder) noexcept {
  try {
    std::string why;
    const auto logical = host::logical_name(folder, why);
    if (!logical) return std::nullopt;
    const auto path = host::find(root_, *logical, std::filesystem::file_type::directory, why);
    if (!path) return std::nullopt;
    std::vector<std::string> names;
    std::error_code error;
    std::filesystem::directory_iterator it(*path, error);
    for (; !error && it != std::filesystem::directory_iterator(); it.increment(error)) {
      std::error_code unknown;
      if (it->symlink_status(unknown).type() != std::filesystem::file_type::directory)
        names.push_back(it->path().filename().string());
    }
    if (error) return std::nullopt;
    return names;
  } catch (...) {
    return std::nullopt;
  }
}

}  // namespace v0
}  // namespace eligo

#endif
