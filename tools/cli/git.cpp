// SPDX-License-Identifier: MIT
// Owns the running of git and tar, without a shell.
#include "tools/cli/git.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

#include "eligo/eligo.hpp"
#include "tools/cli/console.hpp"

extern char** environ;

namespace eligo::cli {

namespace {

namespace fs = std::filesystem;

/// Runs a program without a shell; its output goes to the file. True where it ended well.
bool run_into(const std::vector<std::string>& words, const std::string& file) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const bool started = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ) == 0;
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  return started && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::error_code failed;
  std::string name = (fs::temp_directory_path(failed) / "eligo-XXXXXX").string();
  if (!failed && mkdtemp(name.data()) != nullptr) path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code failed;
  if (!path_.empty()) fs::remove_all(path_, failed);
}

namespace {

std::string was_not_there(const std::string& revision, const std::string& path) {
  return "at `" + revision + "` there was no " + path +
         "; if it had another name then, compare two folders: `git worktree add` makes the one before";
}

}  // namespace

std::optional<std::string> at_revision(const std::string& path, const std::string& revision,
                                       const TemporaryFolder& into, std::string& why) {
  const std::optional<FolderImporter::Located> located = FolderImporter::locate(path);
  if (!located) {
    why = "no such file or folder: " + path;
    return std::nullopt;
  }
  if (into.path().empty()) {
    why = "no temporary folder can be made";
    return std::nullopt;
  }
  if (revision.empty() || revision[0] == '-') {
    why = "`" + revision + "` is not a revision";
    return std::nullopt;
  }
  const std::string archive = into.path() + "/rules.tar", rules = into.path() + "/rules";
  // From within the root, so that its own files alone are taken, with paths that begin there.
  if (!run_into({"git", "-C", located->root, "archive", "--format=tar", revision, "."}, archive)) {
    const bool is_known =
        run_into({"git", "-C", located->root, "rev-parse", "--verify", "--quiet", revision + "^{commit}"},
                 into.path() + "/said");
    why = is_known ? was_not_there(revision, located->root)
                   : "git has no revision `" + revision + "` of " + located->root;
    return std::nullopt;
  }
  std::error_code failed;
  fs::create_directory(rules, failed);
  if (failed || !run_into({"tar", "-xf", archive, "-C", rules}, into.path() + "/said")) {
    why = "the rules at `" + revision + "` cannot be unpacked";
    return std::nullopt;
  }
  const std::string was = rules + "/" + located->name;
  if (!fs::exists(was, failed)) {
    why = was_not_there(revision, located->root + "/" + located->name);
    return std::nullopt;
  }
  return was;
}

}  // namespace eligo::cli
