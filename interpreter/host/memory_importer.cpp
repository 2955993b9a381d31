// SPDX-License-Identifier: MIT
// Owns files held in memory; their folders are what their names say.
#include <map>
#include <new>

#include "interpreter/host/paths.hpp"
#include "interpreter/include/eligo/eligo.hpp"

namespace eligo {
inline namespace v0 {

struct MemoryImporter::Files {
  std::map<std::string, std::string, std::less<>> by_name;
};

MemoryImporter::MemoryImporter() noexcept : files_(new (std::nothrow) Files) {}
MemoryImporter::~MemoryImporter() = default;

// A name that is no logical name could never be asked for, so it is not kept. Nor is anything when memory is
// short: the file is then missing, which the compile says.
void MemoryImporter::add(std::string name, std::string bytes) noexcept {
  try {
    std::string why;
    if (const auto logical = host::logical_name(name, why); logical && files_)
      files_->by_name[*logical] = std::move(bytes);
  } catch (const std::bad_alloc&) {
  }
}

std::optional<std::string> MemoryImporter::read(const std::string& name, std::string& why) noexcept {
  try {
    if (!files_) {
      why = "out of memory";
      return std::nullopt;
    }
    const auto logical = host::logical_name(name, why);
    if (!logical) return std::nullopt;
    const auto found = files_->by_name.find(*logical);
    if (found != files_->by_name.end()) return found->second;
    why = "no such file";
  } catch (const std::bad_alloc&) {
    why = "out of memory";
  }
  return std::nullopt;
}

std::optional<std::vector<std::string>> MemoryImporter::list(const std::string& folder) noexcept {
  try {
    std::string why;
    const auto logical = host::logical_name(folder, why);
    if (!files_ || !logical) return std::nullopt;
    const std::string prefix = logical->empty() ? "" : *logical + "/";
    std::vector<std::string> names;
    auto it = files_->by_name.lower_bound(prefix);
    bool exists = prefix.empty();
    while (it != files_->by_name.end() && it->first.compare(0, prefix.size(), prefix) == 0) {
      exists = true;
      const std::size_t slash = it->first.find('/', prefix.size());
      if (slash == std::string::npos) {
        names.push_back(it->first.substr(prefix.size()));
        ++it;
      } else {
        it = files_->by_name.lower_bound(it->first.substr(0, slash) +
                                         '0');  // '0' follows '/': past that folder
      }
    }
    if (!exists) return std::nullopt;
    return names;
  } catch (const std::bad_alloc&) {
    return std::nullopt;
  }
}

}  // namespace v0
}  // namespace eligo
