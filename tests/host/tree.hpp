// SPDX-License-Identifier: MIT
// Owns a folder of files for one test.
#pragma once

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace eligo::tests {

/// A folder with a root in it and a canary beside the root; gone at the end.
class Tree {
 public:
  Tree() {
    std::string pattern = (std::filesystem::temp_directory_path() / "eligo-host-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    top_ = std::filesystem::canonical(pattern);
    write("canary.eligo", "CANARY");
    write("outside/canary.eligo", "CANARY");
    write("root/a.eligo", "A");
  }
  ~Tree() { std::filesystem::remove_all(top_); }
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  std::filesystem::path path(const std::string& name) const { return top_ / name; }
  void write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories(path(name).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
  }
  void link(const std::string& name, const std::string& target) const {
    std::filesystem::create_directories(path(name).parent_path());
    REQUIRE(::symlink(target.c_str(), path(name).c_str()) == 0);
  }

 private:
  std::filesystem::path top_;
};

}  // namespace eligo::tests
