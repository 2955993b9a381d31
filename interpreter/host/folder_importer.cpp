// SPDX-License-Identifier: MIT
// Owns the door to a folder of the file system where the system can hold folders open (POSIX): nothing
// outside the root is ever opened. Elsewhere folder_importer_portable.cpp stands in for it.
//
// Links are followed as long as they stay below the root (rules are often mounted through links), and only by
// this file: every step opens one part of the path relative to a folder that is held open, never following a
// link, and the text of a link is walked in the same way. `..` in a link goes back to a folder that is still
// held; above the root there is none. The root itself is the host's word and may be a link.
#include "interpreter/host/folder_importer.hpp"

#if ELIGO_HOLDS_FOLDERS_OPEN

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <new>
#include <utility>

#include "interpreter/host/paths.hpp"
#include "interpreter/include/eligo/eligo.hpp"

namespace eligo {
namespace host {
namespace {

constexpr int most_links = 40;             // followed on the way to one file, as in Linux
constexpr std::size_t most_folders = 128;  // inside one another
constexpr int most_attempts = 5;           // at a file that changes while it is read

/// Owns one descriptor.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] int release() { return std::exchange(number_, -1); }
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_;
};

Descriptor open_at(int folder, const char* name, int flags) {
  int number = -1;
  do {
    number = ::openat(folder, name, O_RDONLY | O_CLOEXEC | flags);
  } while (number < 0 && errno == EINTR);
  return Descriptor(number);
}

std::string reason(int error) {
  switch (error) {
    case ENOENT:
      return "no such file";
    case ENOTDIR:
      return "not a folder";
    case EACCES:
    case EPERM:
      return "no permission to read it";
    case ELOOP:
      return "a link that was just changed";
    case EMFILE:
    case ENFILE:
      return "too many open files";
    case ENAMETOOLONG:
      return "its name is too long";
    case EIO:
      return "the disk could not be read";
    default:
      return "the system refused to read it (error " + std::to_string(error) + ")";
  }
}

/// Walks from the root to what a name stands for.
class Walk {
 public:
  Walk(const std::string& root, std::string& why) : why_(why) {
    folders_.push_back(open_at(AT_FDCWD, root.empty() ? "." : root.c_str(), O_DIRECTORY));
    if (!folders_.front()) fail(reason(errno));
  }

  /// The open file (or folder); an empty descriptor with the reason in `why`.
  Descriptor to(const std::string& name, bool folder_wanted) {
    push(name);
    while (!failed_ && !pending_.empty()) {
      const std::string part = std::move(pending_.back());
      pending_.pop_back();
      if (Descriptor file = step(part)) {
        if (!folder_wanted) return file;
        fail("not a folder");
      }
    }
    if (!failed_ && !folder_wanted) fail("a folder, not a file");
    if (failed_) return Descriptor();
    return std::move(folders_.back());
  }

 private:
  void fail(std::string reason) {
    failed_ = true;
    why_ = std::move(reason);
  }

  // The parts of a path, to be walked before those that already wait.
  void push(const std::string& path) {
    std::size_t end = path.size();
    while (end > 0) {
      const std::size_t slash = path.rfind('/', end - 1);
      const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
      if (begin < end) pending_.push_back(path.substr(begin, end - begin));
      end = slash == std::string::npos ? 0 : slash;
    }
  }

  // One part. Gives the file where the walk ends at a regular one.
  Descriptor step(const std::string& part) {
    if (part == ".") return Descriptor();
    if (part == "..") {
      if (folders_.size() == 1)
        fail("a link that leads out of the root");
      else
        folders_.pop_back();
      return Descriptor();
    }
    const int here = folders_.back().get();
    struct stat about {};
    if (::fstatat(here, part.c_str(), &about, AT_SYMLINK_NOFOLLOW) != 0) {
      fail(reason(errno));
    } else if (S_ISLNK(about.st_mode)) {
      follow(here, part);
    } else if (S_ISDIR(about.st_mode)) {
      enter(here, part);
    } else if (!S_ISREG(about.st_mode)) {
      fail("not a regular file");
    } else if (!pending_.empty()) {
      fail("not a folder");
    } else {
      return open_regular(here, part);
    }
    return Descriptor();
  }

  void follow(int here, const std::string& part) {
    std::array<char, 4096> target{};
    const ssize_t size = ::readlinkat(here, part.c_str(), target.data(), target.size());
    if (size < 0) return fail(reason(errno));
    if (static_cast<std::size_t>(size) == target.size()) return fail("its name is too long");
    if (++links_ > most_links) return fail("a link that leads to too many others");
    if (target[0] == '/') return fail("a link that leads out of the root");
    push(std::string(target.data(), static_cast<std::size_t>(size)));
  }

  void enter(int here, const std::string& part) {
    if (folders_.size() > most_folders) return fail("too many folders inside one another");
    Descriptor folder = open_at(here, part.c_str(), O_DIRECTORY | O_NOFOLLOW);
    if (!folder) return fail(reason(errno));
    folders_.push_back(std::move(folder));
  }

  // Looked at twice: between the two looks a pipe may have taken the place, and opening one must not wait.
  Descriptor open_regular(int here, const std::string& part) {
    Descriptor file = open_at(here, part.c_str(), O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    struct stat about {};
    if (!file || ::fstat(file.get(), &about) != 0) {
      fail(reason(errno));
      return Descriptor();
    }
    if (S_ISREG(about.st_mode)) return file;
    fail("not a regular file");
    return Descriptor();
  }

  std::string& why_;
  std::vector<Descriptor> folders_;   // the root, and the folders entered below it
  std::vector<std::string> pending_;  // parts still to walk, the next one last
  int links_ = 0;
  bool failed_ = false;
};

/// What tells that a file is still the one it was.
struct Stamp {
  off_t size = 0;
  timespec changed{}, written{};
  friend bool operator==(const Stamp& a, const Stamp& b) {
    return a.size == b.size && a.changed.tv_sec == b.changed.tv_sec &&
           a.changed.tv_nsec == b.changed.tv_nsec && a.written.tv_sec == b.written.tv_sec &&
           a.written.tv_nsec == b.written.tv_nsec;
  }
};

std::optional<Stamp> stamp(int file) {
  struct stat about {};
  if (::fstat(file, &about) != 0) return std::nullopt;
#if defined(__APPLE__)
  return Stamp{about.st_size, about.st_ctimespec, about.st_mtimespec};
#else
  return Stamp{about.st_size, about.st_ctim, about.st_mtim};
#endif
}

// As many bytes as are announced and one more, which must not be there.
bool read_all(int file, std::size_t announced, std::string& bytes, std::string& why) {
  bytes.resize(announced + 1);
  std::size_t got = 0;
  while (got < bytes.size()) {
    const ssize_t count = ::read(file, bytes.data() + got, bytes.size() - got);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      why = reason(errno);
      return false;
    }
    if (count == 0) break;
    got += static_cast<std::size_t>(count);
  }
  bytes.resize(got);
  return true;
}

std::optional<std::string> read_stable(const std::string& root, const std::string& name, std::string& why) {
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const Descriptor file = Walk(root, why).to(name, false);
    if (!file) return std::nullopt;
    const auto before = stamp(file.get());
    if (before && before->size > static_cast<off_t>(largest_file)) {
      why = too_large();
      return std::nullopt;
    }
    std::string bytes;
    if (!before || !read_all(file.get(), static_cast<std::size_t>(before->size), bytes, why))
      return std::nullopt;
    const auto after = stamp(file.get());
    if (after && *after == *before && bytes.size() == static_cast<std::size_t>(before->size)) return bytes;
  }
  why = "it changes while it is read";
  return std::nullopt;
}

std::optional<std::vector<std::string>> list_files(const std::string& root, const std::string& folder) {
  std::string why;
  Descriptor held = Walk(root, why).to(folder, true);
  if (!held) return std::nullopt;
  DIR* stream = ::fdopendir(held.get());
  if (!stream) return std::nullopt;
  (void)held.release();  // the stream owns it now
  const std::unique_ptr<DIR, int (*)(DIR*)> closing(stream, ::closedir);
  std::vector<std::string> names;
  for (errno = 0; const dirent* entry = ::readdir(stream); errno = 0) {
    struct stat about {};
    if (::fstatat(::dirfd(stream), entry->d_name, &about, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(about.st_mode))
      continue;
    names.emplace_back(entry->d_name);
  }
  if (errno != 0) return std::nullopt;
  return names;
}

}  // namespace
}  // namespace host

inline namespace v0 {

std::optional<std::string> FolderImporter::read(const std::string& name, std::string& why) noexcept {
  try {
    const auto logical = host::logical_name(name, why);
    if (!logical) return std::nullopt;
    return host::read_stable(root_, *logical, why);
  } catch (const std::bad_alloc&) {
    why = "out of memory";
    return std::nullopt;
  }
}

std::optional<std::vector<std::string>> FolderImporter::list(const std::string& folder) noexcept {
  try {
    std::string why;
    const auto logical = host::logical_name(folder, why);
    if (!logical) return std::nullopt;
    return host::list_files(root_, *logical);
  } catch (const std::bad_alloc&) {
    return std::nullopt;
  }
}

}  // namespace v0
}  // namespace eligo

#endif
