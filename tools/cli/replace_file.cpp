// SPDX-License-Identifier: MIT
// Owns the replacement of a file by POSIX means.
#include "tools/cli/replace_file.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace eligo::cli {
namespace {

struct Free {
  void operator()(char* p) const { std::free(p); }
};

// The draft that is not yet in place, for whoever ends the program; null where there is none.
std::atomic<const char*> unfinished{nullptr};
static_assert(std::atomic<const char*>::is_always_lock_free);

// Nothing but what may be called in the midst of anything else (signal-safety(7)).
extern "C" void remove_unfinished(int signal) {
  if (const char* const name = unfinished.load()) unlink(name);
  raise(signal);  // as it would have ended: the handler was for once
}

// While it lives, who ends the program with Ctrl-C, `kill` or by closing the terminal leaves no draft behind.
class RemovedOnSignals {
 public:
  RemovedOnSignals() {
    struct sigaction ours {};
    ours.sa_handler = remove_unfinished;
    ours.sa_flags = static_cast<int>(SA_RESETHAND);
    sigemptyset(&ours.sa_mask);
    for (std::size_t i = 0; i < signals.size(); ++i) {
      sigaction(signals[i], nullptr, &before_[i]);
      if (before_[i].sa_handler == SIG_DFL)
        sigaction(signals[i], &ours, nullptr);  // what is ignored stays so
    }
  }
  RemovedOnSignals(const RemovedOnSignals&) = delete;
  RemovedOnSignals& operator=(const RemovedOnSignals&) = delete;
  ~RemovedOnSignals() {
    for (std::size_t i = 0; i < signals.size(); ++i) sigaction(signals[i], &before_[i], nullptr);
  }

 private:
  static constexpr std::array<int, 3> signals = {SIGINT, SIGTERM, SIGHUP};
  std::array<struct sigaction, signals.size()> before_{};
};

// A new file; gone again unless it was kept.
class Draft {
 public:
  explicit Draft(const std::string& beside) : name_(beside + ".XXXXXX") {
    // Between its making and its name being known nobody may end us.
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    file_ = mkstemp(name_.data());
    if (file_ >= 0) unfinished = name_.c_str();
    sigprocmask(SIG_SETMASK, &before, nullptr);
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    if (file_ < 0) return;
    close(file_);
    if (!kept_) unlink(name_.c_str());
    unfinished = nullptr;
  }

  [[nodiscard]] bool good() const { return file_ >= 0; }
  [[nodiscard]] bool write_all(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t done = write(file_, bytes.data(), bytes.size());
      if (done < 0 && errno != EINTR) return false;
      if (done > 0) bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return true;
  }
  [[nodiscard]] bool looks_like(const struct stat& old) const {
    // Who may not give files away keeps what the group of its own may do to nothing more than before.
    const bool given = fchown(file_, old.st_uid, old.st_gid) == 0;
    const mode_t mode = old.st_mode & (given ? 07777u : 0777u);
    return fchmod(file_, mode) == 0;
  }
  [[nodiscard]] bool put_in_place_of(const std::string& path) {
    kept_ = fsync(file_) == 0 && rename(name_.c_str(), path.c_str()) == 0;
    return kept_;
  }

 private:
  const RemovedOnSignals removed_on_signals_;
  std::string name_;
  int file_ = -1;
  bool kept_ = false;
};

// The new name in its folder is on the disk too. Where folders cannot be synced, the rename was still whole.
void sync_folder(const std::string& folder) {
  const int opened = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (opened < 0) return;
  (void)fsync(opened);
  close(opened);
}

}  // namespace

std::optional<std::string> replace_file(const std::string& path, std::string_view bytes) {
  const auto reason = [] { return std::optional<std::string>(std::strerror(errno)); };
  const std::unique_ptr<char, Free> full(realpath(path.c_str(), nullptr));
  struct stat old {};
  if (!full || stat(full.get(), &old) != 0) return reason();
  const std::string real = full.get();
  if (!S_ISREG(old.st_mode)) return "it is no ordinary file";
  if (access(real.c_str(), W_OK) != 0 || (old.st_mode & 0222) == 0) return "it is read-only";
  const std::string folder = real.substr(0, real.rfind('/') + 1);
  Draft draft(folder + "." + real.substr(folder.size()));
  if (!draft.good() || !draft.write_all(bytes) || !draft.looks_like(old) || !draft.put_in_place_of(real))
    return reason();
  sync_folder(folder);
  return std::nullopt;
}

}  // namespace eligo::cli
