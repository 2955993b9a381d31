// SPDX-License-Identifier: MIT
// Looks at files again and again: nothing that a file system may lack is needed for it.
#include "tools/cli/watch.hpp"

#include <poll.h>
#include <unistd.h>

#include <system_error>

namespace eligo::cli {
namespace {

namespace fs = std::filesystem;

constexpr int pause_ms = 300;

bool matters(const fs::path& path) {
  return path.extension() == ".eligo" || path.extension() == ".csv" || path.filename() == "eligo.toml";
}

/// Waits a little. False once standard input has ended.
bool pause() {
  pollfd input = {STDIN_FILENO, POLLIN, 0};
  if (poll(&input, 1, pause_ms) <= 0) return true;
  char ignored[256];
  return (input.revents & (POLLIN | POLLHUP)) == 0 || read(STDIN_FILENO, ignored, sizeof ignored) > 0;
}

}  // namespace

Watch::Seen Watch::look() const {
  Seen seen;
  const auto see = [&](const fs::path& path) {
    std::error_code failed;
    const auto time = fs::last_write_time(path, failed);
    if (failed) return;
    const std::uintmax_t size = fs::file_size(path, failed);
    if (!failed) seen[path.string()] = {time, size};
  };
  for (const std::string& path : paths_) {
    std::error_code failed;
    if (!fs::is_directory(path, failed)) see(path);
    for (fs::recursive_directory_iterator each(path, failed), end; !failed && each != end;
         each.increment(failed))
      if (matters(each->path())) see(each->path());
  }
  return seen;
}

bool Watch::wait() {
  while (pause()) {
    Seen now = look();
    if (now == seen_) continue;
    seen_ = std::move(now);
    return true;
  }
  return false;
}

}  // namespace eligo::cli
