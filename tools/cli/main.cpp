// SPDX-License-Identifier: MIT
// The program `eligo`: reads the command line, runs one command.
#include <string>
#include <vector>

#include "tools/cli/command.hpp"
#include "tools/cli/memory.hpp"
#include "tools/cli/options.hpp"

namespace eligo::cli {

static int run(const std::vector<std::string>& words) {
  const Request request = read_command_line(words);
  Console console(request.color);
  int code = exit_clean;
  if (!request.complaint.empty()) {
    console.complain(request.complaint);
    code = exit_usage;
  } else if (!request.text.empty()) {
    console.out(request.text);
  } else {
    code = request.command->run(request.arguments, console);
  }
  if (!console.finish()) {
    console.complain("standard output could not be written");
    return exit_usage;
  }
  return code;
}

}  // namespace eligo::cli

int main(int argc, char** argv) {
  eligo::cli::hold_standard_streams();
  eligo::cli::take_memory_in_large_pages();
  return eligo::cli::run(std::vector<std::string>(argv + 1, argv + argc));
}
