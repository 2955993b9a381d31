// SPDX-License-Identifier: MIT
// A file gets other bytes, all of them or none.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace eligo::cli {

/// Writes a file beside it, makes sure that it is on the disk, and puts it in the place of the old one: whoever reads
/// meanwhile, or whenever the power fails, finds the old bytes or the new ones. Permissions stay (and the owner, where
/// that is allowed); of a link, the file it leads to is replaced. A reason where it could not be done.
[[nodiscard]] std::optional<std::string> replace_file(const std::string& path, std::string_view bytes);

}  // namespace eligo::cli
