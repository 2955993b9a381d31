// SPDX-License-Identifier: MIT
// Owns what a logical name is: parts joined by '/', relative to the root, one spelling for each file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace eligo::host {

/// The one spelling of a path as people write it (`a/./b`, `a//b` and `a/b/` lose what says nothing), or
/// nothing, with the reason in `why` ("it leads out of its folder (`..`)"). "" and "." are the root: the
/// empty name.
[[nodiscard]] std::optional<std::string> logical_name(std::string_view path, std::string& why);

/// The folder of a logical name ("" for the root's own files), and what stands after it.
[[nodiscard]] std::string_view folder_of(std::string_view name);
[[nodiscard]] std::string_view base_of(std::string_view name);
/// `folder/name`; the name alone in the root.
[[nodiscard]] std::string join(std::string_view folder, std::string_view name);

[[nodiscard]] bool is_rule_file(std::string_view name);

}  // namespace eligo::host
