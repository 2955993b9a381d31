// SPDX-License-Identifier: MIT
// A new folder with files: written aside, then put in its place by one renaming.
#include "tools/cli/new_folder.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

namespace eligo::cli {
namespace {

namespace fs = std::filesystem;

/// Writes a file that is not there yet; the reason why not, or "".
std::string write_new_file(const fs::path& path, const std::string& text) {
  std::FILE* file = std::fopen(path.c_str(), "wbx");
  if (file == nullptr) return std::strerror(errno);
  std::string why;
  if (std::fwrite(text.data(), 1, text.size(), file) != text.size()) why = std::strerror(errno);
  if (std::fclose(file) != 0 && why.empty()) why = std::strerror(errno);
  return why;
}

/// What was made on the way, and goes again unless it is kept.
class Made {
 public:
  Made() = default;
  ~Made() {
    std::error_code ignored;
    for (const fs::path& path : paths_) fs::remove_all(path, ignored);
  }
  Made(const Made&) = delete;
  Made& operator=(const Made&) = delete;
  void add(const fs::path& path) { paths_.push_back(path); }
  void keep() { paths_.clear(); }

 private:
  std::vector<fs::path> paths_;
};

}  // namespace

std::string write_new_folder(const fs::path& folder, const std::vector<SkeletonFile>& files,
                             const fs::path& mark, const std::string& mark_text) {
  // Begins with a dot, so that nobody takes it for rules should the machine stop in the middle.
  const fs::path aside =
      folder.parent_path() / ("." + folder.filename().string() + "." + std::to_string(getpid()));
  std::error_code failed;
  if (!fs::create_directory(aside, failed)) return failed ? failed.message() : "a folder is in the way";
  Made made;
  made.add(aside);
  for (const SkeletonFile& file : files)
    if (std::string why = write_new_file(aside / file.name, file.text); !why.empty()) return why;
  if (!mark.empty()) {
    if (fs::exists(fs::symlink_status(mark, failed))) return mark.filename().string() + " is there already";
    made.add(mark);
    if (std::string why = write_new_file(mark, mark_text); !why.empty()) return why;
  }
  // Fails where something with content has come there in the meantime.
  fs::rename(aside, folder, failed);
  if (failed) return failed.message();
  made.keep();
  return "";
}

}  // namespace eligo::cli
