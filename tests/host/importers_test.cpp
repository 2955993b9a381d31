// SPDX-License-Identifier: MIT
// Owns the tests of the importers: what they give, and that nothing outside the root is ever read.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "interpreter/include/eligo/eligo.hpp"
#include "tests/host/tree.hpp"

namespace eligo {
namespace {

namespace fs = std::filesystem;
using tests::Tree;

std::string read(Importer& importer, const std::string& name) {
  std::string why;
  const auto bytes = importer.read(name, why);
  return bytes ? "= " + *bytes : why;
}

std::vector<std::string> list(Importer& importer, const std::string& folder) {
  auto names = importer.list(folder);
  if (!names) return {"nothing"};
  std::sort(names->begin(), names->end());
  return *names;
}

using Names = std::vector<std::string>;

TEST_CASE("files of a folder are read and listed") {
  const Tree tree;
  tree.write("root/sub/b.eligo", std::string("B\0\r\n\xFF", 5));
  tree.write("root/sub/deeper/c.csv", "");
  FolderImporter files(tree.path("root").string());
  CHECK(read(files, "a.eligo") == "= A");
  CHECK(read(files, "./sub//b.eligo") == std::string("= B\0\r\n\xFF", 7));
  CHECK(read(files, "sub/deeper/c.csv") == "= ");
  CHECK(read(files, "x.eligo") == "no such file");
  CHECK(read(files, "nowhere/x.eligo") == "no such file");
  CHECK(read(files, "sub") == "a folder, not a file");
  CHECK(read(files, "") == "a folder, not a file");
  CHECK(read(files, "a.eligo/x") == "not a folder");
  CHECK(list(files, "") == Names{"a.eligo"});
  CHECK(list(files, "sub") == Names{"b.eligo"});
  CHECK(list(files, "sub/deeper/") == Names{"c.csv"});
  CHECK(list(files, "nowhere") == Names{"nothing"});
  CHECK(list(files, "a.eligo") == Names{"nothing"});

  FolderImporter missing(tree.path("nowhere").string());
  CHECK(read(missing, "a.eligo") == "no such file");
  CHECK(list(missing, "") == Names{"nothing"});

  tree.link("root_link", "root");
  FolderImporter by_link(tree.path("root_link").string());  // the root itself is the host's word
  CHECK(read(by_link, "sub/b.eligo") == read(files, "sub/b.eligo"));
}

TEST_CASE("no spelling and no link leads out of the root") {
  const Tree tree;
  const std::string canary = tree.path("canary.eligo").string();
  tree.link("root/absolute.eligo", canary);
  tree.link("root/relative.eligo", "../canary.eligo");
  tree.link("root/folder", "../outside");
  tree.link("root/up", "..");
  tree.link("root/sub/deep.eligo", "../../canary.eligo");
  tree.link("root/chain.eligo", "chain2.eligo");
  tree.link("root/chain2.eligo", "sub/../../canary.eligo");
  tree.link("root/through.eligo", "up/canary.eligo");
  tree.link("root/inside_absolute.eligo", tree.path("root/a.eligo").string());
  tree.link("root/environ.eligo", "/proc/self/environ");
  tree.link("root/proc.eligo", "/proc/self/cwd");
  tree.link("root/zero.eligo", "/dev/zero");
  tree.link("root/loop.eligo", "loop.eligo");
  FolderImporter files(tree.path("root").string());
#ifdef ELIGO_PORTABLE_FILES
  const std::string out = "a link, and links are not followed here";
  const std::string loop = out;
#else
  const std::string out = "a link that leads out of the root";
  const std::string loop = "a link that leads to too many others";
#endif
  for (const char* name : {"absolute.eligo", "relative.eligo", "folder/canary.eligo", "up/canary.eligo",
                           "up/root/a.eligo", "sub/deep.eligo", "chain.eligo", "through.eligo",
                           "inside_absolute.eligo", "environ.eligo", "proc.eligo", "zero.eligo"}) {
    INFO(name);
    CHECK(read(files, name) == out);
  }
  CHECK(read(files, "loop.eligo") == loop);
  CHECK(list(files, "folder") == Names{"nothing"});
  CHECK(list(files, "up") == Names{"nothing"});
  CHECK(read(files, "../canary.eligo") == "it leads out of its folder (`..`)");
  CHECK(read(files, "sub/../../canary.eligo") == "it leads out of its folder (`..`)");
  CHECK(read(files, canary) == "it starts with `/`");
  CHECK(read(files, "file://" + canary) == "it is an address, and only files are read");
  CHECK(read(files, std::string("a.eligo\0/../../canary.eligo", 27)) == "it holds a NUL character");
  CHECK(list(files, "..") == Names{"nothing"});
  CHECK(list(files, "/") == Names{"nothing"});
}

#ifndef ELIGO_PORTABLE_FILES
TEST_CASE("links that stay below the root are followed") {
  const Tree tree;  // as a cluster mounts its configuration
  tree.write("root/rules/..2025_06_01/b.eligo", "B");
  tree.link("root/rules/..data", "..2025_06_01");
  tree.link("root/rules/b.eligo", "..data/b.eligo");
  tree.link("root/rules/back.eligo", "../rules/./..data//../../a.eligo");
  tree.link("root/shared", "rules");
  FolderImporter files(tree.path("root").string());
  CHECK(read(files, "rules/b.eligo") == "= B");
  CHECK(read(files, "rules/back.eligo") == "= A");
  CHECK(read(files, "shared/b.eligo") == "= B");
  CHECK(list(files, "shared") == Names{"..data", "b.eligo", "back.eligo"});
}

TEST_CASE("a path may be 128 folders deep") {
  const Tree tree;
  std::string deep;
  for (int i = 0; i < 128; ++i) deep += "d/";
  tree.write("root/" + deep + "x", "X");
  tree.write("root/" + deep + "d/x", "X");
  FolderImporter files(tree.path("root").string());
  CHECK(read(files, deep + "x") == "= X");
  CHECK(read(files, deep + "d/x") == "too many folders inside one another");
}

TEST_CASE("no descriptor stays open") {
  const Tree tree;
  tree.link("root/out.eligo", "../canary.eligo");
  tree.write("root/sub/b.eligo", "B");
  FolderImporter files(tree.path("root").string());
  const auto open = [] {
    return std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator());
  };
  const auto before = open();
  for (int i = 0; i < 3; ++i) {
    (void)read(files, "sub/b.eligo");
    (void)read(files, "out.eligo");
    (void)read(files, "sub");
    (void)read(files, "sub/x");
    (void)list(files, "sub");
    (void)list(files, "a.eligo");
  }
  CHECK(open() == before);
}
#endif

TEST_CASE("only regular files are read, and no pipe is waited for") {
  const Tree tree;
  REQUIRE(::mkfifo(tree.path("root/pipe.eligo").c_str(), 0600) == 0);
  FolderImporter files(tree.path("root").string());
  CHECK(read(files, "pipe.eligo") == "not a regular file");
  CHECK(list(files, "") == Names{"a.eligo", "pipe.eligo"});  // listed, so that it is missed by nobody
  CHECK(list(files, "pipe.eligo") == Names{"nothing"});
}

TEST_CASE("a file has at most 64 MiB") {
  const Tree tree;
  tree.write("root/large.csv", "");
  fs::resize_file(tree.path("root/large.csv"), (64u << 20) + 1);
  FolderImporter files(tree.path("root").string());
  CHECK(read(files, "large.csv") == "larger than 67108864 bytes");
  fs::resize_file(tree.path("root/large.csv"), 64u << 20);
  CHECK(read(files, "large.csv").size() == 2 + (64u << 20));
}

TEST_CASE("the root of a path is the highest mark above it") {
  const Tree tree;
  tree.write("root/eligo.toml", "");
  tree.write("root/sub/rules/b.eligo", "B");
  tree.write("lone/c.eligo", "C");
  const auto located = [](const fs::path& path) {
    const auto found = FolderImporter::locate(path.string());
    return found ? found->root + " | " + found->name : "nothing";
  };
  const std::string root = tree.path("root").string();
  CHECK(located(tree.path("root/sub/rules/b.eligo")) == root + " | sub/rules/b.eligo");
  CHECK(located(tree.path("root/sub/rules")) == root + " | sub/rules");
  CHECK(located(tree.path("root/sub/rules/")) == root + " | sub/rules");
  CHECK(located(tree.path("root/sub/../sub/./rules")) == root + " | sub/rules");
  CHECK(located(tree.path("root")) == root + " | ");
  CHECK(located(tree.path("lone/c.eligo")) == tree.path("lone").string() + " | c.eligo");
  CHECK(located(tree.path("lone")) == tree.path("lone").string() + " | ");
  CHECK(located(tree.path("nowhere")) == "nothing");
  CHECK(located(tree.path("root/a.eligo/x")) == "nothing");
  tree.write("root/sub/eligo.toml", "");
  CHECK(located(tree.path("root/sub/rules/b.eligo")) ==
        root + " | sub/rules/b.eligo");  // the second one is an error then

  const fs::path before = fs::current_path();
  fs::current_path(tree.path("lone"));
  CHECK(located("c.eligo") == tree.path("lone").string() + " | c.eligo");
  CHECK(located(".") == tree.path("lone").string() + " | ");
  CHECK(located("") == tree.path("lone").string() + " | ");
  fs::current_path(before);
}

TEST_CASE("files in memory are in the folders that their names say") {
  MemoryImporter files;
  files.add("a.eligo", "A");
  files.add("sub/b.eligo", "B");
  files.add("sub//./c.eligo", "C");
  files.add("sub/deep/er/d.eligo", "D");
  files.add("sub.eligo", "S");
  files.add("sub-x/e.eligo", "E");
  files.add("../out.eligo", "never");
  CHECK(read(files, "a.eligo") == "= A");
  CHECK(read(files, "./sub/c.eligo") == "= C");
  CHECK(read(files, "sub") == "no such file");
  CHECK(read(files, "out.eligo") == "no such file");
  CHECK(read(files, "../out.eligo") == "it leads out of its folder (`..`)");
  CHECK(list(files, "") == Names{"a.eligo", "sub.eligo"});
  CHECK(list(files, "sub/") == Names{"b.eligo", "c.eligo"});
  CHECK(list(files, "sub/deep") == Names{});
  CHECK(list(files, "sub/deep/er") == Names{"d.eligo"});
  CHECK(list(files, "su") == Names{"nothing"});
  CHECK(list(files, "..") == Names{"nothing"});
  files.add("a.eligo", "A2");
  CHECK(read(files, "a.eligo") == "= A2");
  MemoryImporter empty;
  CHECK(list(empty, "") == Names{});
}

}  // namespace
}  // namespace eligo
