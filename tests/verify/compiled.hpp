// SPDX-License-Identifier: MIT
// Owns the way from texts to a program, for tests.
#pragma once

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "interpreter/include/eligo/eligo.hpp"

namespace eligo::tests {

using Files = std::vector<std::pair<std::string, std::string>>;

inline Compiled compiled(const Files& files, const std::string& name) {
  MemoryImporter importer;
  for (const auto& [path, bytes] : files) importer.add(path, bytes);
  return compile(importer, name);
}

inline std::shared_ptr<const Program> program(const Files& files, const std::string& name) {
  const Compiled made = compiled(files, name);
  for (const Diagnostic& d : made.diagnostics)
    FAIL_CHECK(d.place.file << ":" << d.place.line << ": " << d.message);
  REQUIRE(made.program);
  return made.program;
}

}  // namespace eligo::tests
