// SPDX-License-Identifier: MIT
// Writes the pages of the checks into the folder that is named, one file a check, and prints the list of them.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "tools/lint/pages.hpp"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: lint_pages FOLDER\n", stderr);
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  for (const eligo::lint::About& check : eligo::lint::all_checks()) {
    const std::filesystem::path file = folder / (check.code + ".md");
    std::error_code failed;
    std::filesystem::create_directories(file.parent_path(), failed);
    std::ofstream out(file, std::ios::binary);
    out << eligo::lint::markdown_page(check.code);
    if (!out.flush()) {
      std::fprintf(stderr, "%s cannot be written\n", file.string().c_str());
      return 2;
    }
  }
  std::fputs(eligo::lint::markdown_list("pages").c_str(), stdout);
  return 0;
}
