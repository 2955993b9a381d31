// SPDX-License-Identifier: MIT
// The world outside the program: standard streams, colour, files, the day.
#include "tools/cli/console.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>

#include "tools/render/visible.hpp"

namespace eligo::cli {
namespace {

constexpr std::size_t most_input = std::size_t{64} << 20;  // as the language's limit `source_bytes`

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool wants_color(ColorWish wish, std::FILE* stream) {
  if (wish != ColorWish::automatic) return wish == ColorWish::always;
  if (is_set("NO_COLOR")) return false;
  if (is_set("FORCE_COLOR")) return true;
  const char* terminal = std::getenv("TERM");
  return isatty(fileno(stream)) == 1 && terminal != nullptr && std::strcmp(terminal, "dumb") != 0;
}

struct Close {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

/// All that is to be read of a stream, which is closed; see read_input().
std::optional<std::string> read_all(std::FILE* stream, std::string& why) {
  const std::unique_ptr<std::FILE, Close> file(stream);
  if (!file) {
    why = errno == ENOENT ? "no such file" : std::strerror(errno);
    return std::nullopt;
  }
  struct stat about {};
  if (fstat(fileno(file.get()), &about) == 0 && S_ISDIR(about.st_mode)) {
    why = "it is a folder";
    return std::nullopt;
  }
  std::string bytes;
  std::array<char, 1 << 16> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    bytes.append(buffer.data(), got);
    if (bytes.size() > most_input) {
      why = "larger than " + std::to_string(most_input) + " bytes";
      return std::nullopt;
    }
  }
  if (std::ferror(file.get())) {
    why = std::strerror(errno);
    return std::nullopt;
  }
  return bytes;
}

}  // namespace

// Of a stream that the caller closed, the number would go to the next file that is opened, and what is printed into that
// file. What takes its place can neither be read nor written, so that the mistake is told.
void hold_standard_streams() {
  for (const int stream : {0, 1, 2})
    if (fcntl(stream, F_GETFD) < 0 && errno == EBADF)
      (void)!open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY);
}

Console::Console(ColorWish wish)
    : color_out_(wants_color(wish, stdout)), color_err_(wants_color(wish, stderr)) {}

void Console::out(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) written_ = false;
}

void Console::err(std::string_view text) {
  if (std::fflush(stdout) != 0) written_ = false;  // so that both streams on one terminal keep their order
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void Console::complain(std::string_view message) {
  err("eligo: " + render::visible_lines(message) + "\n");
}

bool Console::finish() {
  return std::fflush(stdout) == 0 && written_;
}

bool is_standard_input(const std::string& path) {
  return path == "-" || path == "/dev/stdin" || path == "/dev/fd/0" || path == "/proc/self/fd/0";
}

std::optional<std::string> read_input(const std::string& path, std::string& why) {
  return read_all(is_standard_input(path) ? stdin : std::fopen(path.c_str(), "rb"), why);
}

std::optional<std::string> read_rules(const std::string& path, std::string& why) {
  if (is_standard_input(path)) return read_all(stdin, why);
  const int file = open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  struct stat about {};
  if (file >= 0 && fstat(file, &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode)) {
    close(file);
    why = "not a regular file";
    return std::nullopt;
  }
  return read_all(file < 0 ? nullptr : fdopen(file, "rb"), why);
}

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

}  // namespace eligo::cli
