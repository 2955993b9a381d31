// SPDX-License-Identifier: MIT
// The world outside the program: standard streams, colour, files, the day.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "eligo/eligo.hpp"

namespace eligo::cli {

enum class ColorWish { automatic, always, never };

class Console {
 public:
  /// Colour by the rule: what --color says, else NO_COLOR (not empty: none), else FORCE_COLOR (not empty:
  /// colour), else colour where the stream is a terminal that knows it.
  explicit Console(ColorWish wish);

  void out(std::string_view text);  ///< results and findings
  void err(std::string_view text);  ///< errors of use, summaries beside machine formats
  /// One error of use: "eligo: MESSAGE". Shows control characters as glyphs; ends the line.
  void complain(std::string_view message);

  [[nodiscard]] bool color_out() const { return color_out_; }
  [[nodiscard]] bool color_err() const { return color_err_; }
  /// False where standard output could not be written in full.
  [[nodiscard]] bool finish();

 private:
  bool color_out_ = false, color_err_ = false, written_ = true;
};

/// To be called first: keeps the numbers of standard streams that are closed from files.
void hold_standard_streams();

/// "-", or a name that systems have for it, such as "/dev/stdin".
[[nodiscard]] bool is_standard_input(const std::string& path);

/// The bytes of a file, or of standard input for "-"; nothing, with a reason, where it cannot be read or has
/// more bytes than the limit `source_bytes`. What a shell makes of `<(…)` is read too, and a pipe is waited for.
[[nodiscard]] std::optional<std::string> read_input(const std::string& path, std::string& why);
/// The same of rules, which are regular files or standard input: nothing is waited for that else has their place.
[[nodiscard]] std::optional<std::string> read_rules(const std::string& path, std::string& why);

/// The civil day here and now. The library never asks; the program does, once.
[[nodiscard]] Date today();

}  // namespace eligo::cli
