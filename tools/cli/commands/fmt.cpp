// SPDX-License-Identifier: MIT
// `eligo fmt`: brings rule files into the canonical layout.
#include <optional>
#include <string>
#include <vector>

#include "eligo/eligo.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/replace_file.hpp"
#include "tools/cli/rule_files.hpp"
#include "tools/cli/unified_diff.hpp"
#include "tools/render/diagnostics.hpp"
#include "tools/render/plural.hpp"
#include "tools/render/visible.hpp"

namespace eligo::cli {
namespace fmt_parts {

struct Tally {
  std::size_t changed = 0, same = 0, failed = 0;
};

class Formatter {
 public:
  Formatter(const Arguments& arguments, Console& console)
      : check_(arguments.has("--check")), diff_(arguments.has("--diff")), console_(console) {}

  Tally tally;

  void file(const std::string& path) {
    const std::string name = path == "-" ? "standard_input.eligo" : path;
    std::string why;
    const std::optional<std::string> text = read_rules(path, why);
    if (!text)
      return failed(path == "-" ? "standard input cannot be read: " + why : path + " cannot be read: " + why);
    const Formatted made = format(name, *text);
    if (!made.text) {
      const render::Files files = {{name, *text}};
      console_.err(render::to_terminal({{&made.diagnostics, &files, ""}}, {console_.color_err()}));
      return failed(render::visible_lines(name) + " was left as it is");
    }
    ++(*made.text == *text ? tally.same : tally.changed);
    if (check_ || diff_)
      report(name, *text, *made.text);
    else if (path == "-")
      console_.out(*made.text);
    else if (*made.text != *text)
      rewrite(path, *made.text);
  }

 private:
  void failed(const std::string& why) {
    ++tally.failed;
    console_.complain(why);
  }

  void report(const std::string& name, const std::string& before, const std::string& after) {
    if (before == after) return;
    if (diff_)
      console_.out(unified_diff(before, after, render::visible(name)));
    else
      console_.out(render::visible_lines(name) + "\n");
  }

  void rewrite(const std::string& path, const std::string& text) {
    if (const std::optional<std::string> why = replace_file(path, text)) {
      --tally.changed;
      return failed(path + " cannot be written: " + *why);
    }
    console_.out(render::visible_lines(path) + "\n");
  }

  bool check_, diff_;
  Console& console_;
};

std::string summary(const Tally& tally, bool would) {
  std::string out = render::plural(tally.changed, "file") + (would ? " would be changed" : " changed") +
                    ", " + std::to_string(tally.same) + " already in order";
  if (tally.failed != 0)
    out += ", " + std::to_string(tally.failed) + " left as " + (tally.failed == 1 ? "it is" : "they are");
  return out + "\n";
}

int run(const Arguments& arguments, Console& console) {
  const std::optional<std::vector<std::string>> files = rule_files(arguments.operands, console);
  if (!files) return exit_usage;
  Formatter formatter(arguments, console);
  for (const std::string& path : *files) formatter.file(path);
  const bool would = arguments.has("--check") || arguments.has("--diff");
  if (would || *files != std::vector<std::string>{"-"}) console.err(summary(formatter.tally, would));
  if (formatter.tally.failed != 0) return exit_usage;
  return would && formatter.tally.changed != 0 ? exit_findings : exit_clean;
}

}  // namespace fmt_parts

Command fmt_command() {
  return {
      "fmt",
      "brings rule files into the canonical layout",
      "Blanks and line ends change, nothing else: names, texts, numbers, brackets and comments stay as they "
      "are written. "
      "Files are rewritten in place, each in one step, and named. A file with syntax errors is left as it "
      "is. Below a folder, names that begin with a dot and links are passed over; a file whose name is only "
      "nearly "
      "that of a rule file is named.",
      {{"PATH",
        "a rule file, a folder (all .eligo files below it), or - for standard input to standard output",
        true}},
      {{"--check", "", "write nothing; name the files that would change"},
       {"--diff", "", "write nothing; show what would change"}},
      {
          {exit_clean, "done; with --check or --diff: nothing would change"},
          {exit_findings, "with --check or --diff: a file would change"},
          {exit_usage,
           "wrong use, a file with syntax errors, one that cannot be read or written, or a folder without "
           "rule files"},
      },
      {
          {"eligo fmt rules --check", "names the files that are not in canonical layout"},
          {"eligo fmt rules/carte_vitale --diff", "shows what would change"},
      },
      fmt_parts::run,
  };
}

}  // namespace eligo::cli
