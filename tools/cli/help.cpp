// SPDX-License-Identifier: MIT
// Help, made from the data of the commands: two columns, at most 96 wide.
#include "tools/cli/help.hpp"

#include <algorithm>

namespace eligo::cli {
namespace {

constexpr std::size_t page = 96;

/// Words of a text, broken into lines that start at a column.
std::string wrapped(std::string_view text, std::size_t column) {
  std::string out;
  std::size_t used = column;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (used > column && used + 1 + word.size() > page) {
      out += "\n" + std::string(column, ' ');
      used = column;
    } else if (used > column) {
      out += ' ';
      ++used;
    }
    out += word;
    used += word.size();
    at = end + 1;
  }
  return out;
}

using Rows = std::vector<std::pair<std::string, std::string>>;

std::string two_columns(const std::string& title, const Rows& rows) {
  if (rows.empty()) return "";
  std::size_t left = 0;
  for (const auto& row : rows) left = std::max(left, row.first.size());
  left = std::min<std::size_t>(left, 28) + 4;
  std::string out = "\n" + title + ":\n";
  for (const auto& [name, text] : rows) {
    out += "  " + name;
    out += name.size() + 3 > left ? "\n" + std::string(left, ' ') : std::string(left - 2 - name.size(), ' ');
    out += wrapped(text, left) + "\n";
  }
  return out;
}

void add_options(Rows& rows, const std::vector<Option>& options) {
  for (const Option& option : options) {
    std::string name = option.name, text = option.help, choices;
    for (const std::string& choice : option.choices) choices += (choices.empty() ? "" : "|") + choice;
    if (!option.value.empty()) name += " " + (choices.empty() ? option.value : choices);
    if (option.many) text += "; may be repeated";
    rows.emplace_back(name, text);
  }
}

}  // namespace

std::string help() {
  std::string out =
      "eligo: eligibility rules that say who may have what, from which day, and why\n"
      "\nUsage: eligo COMMAND [OPTIONS]\n";
  Rows rows;
  for (const Command& command : commands()) rows.emplace_back(command.name, command.summary);
  out += two_columns("Commands", rows);
  rows.clear();
  add_options(rows, common_options());
  rows.emplace_back("--", "what follows is no option, also where it begins with a dash");
  out += two_columns("Options", rows);
  return out + "\n`eligo COMMAND --help` shows the options of a command, with examples.\n";
}

std::string help(const Command& command) {
  std::string out = "eligo " + command.name + ": " + command.summary + "\n\nUsage: eligo " + command.name;
  for (const Operand& operand : command.operands) out += " " + operand.name + (operand.many ? "..." : "");
  out += " [OPTIONS]\n";
  if (!command.details.empty()) out += "\n" + wrapped(command.details, 0) + "\n";
  Rows rows;
  for (const Operand& operand : command.operands) rows.emplace_back(operand.name, operand.help);
  out += two_columns("What to read", rows);
  rows.clear();
  add_options(rows, command.options);
  add_options(rows, common_options());
  rows.emplace_back("--", "what follows is no option, also where it begins with a dash");
  out += two_columns("Options", rows);
  rows.clear();
  for (const auto& [code, meaning] : command.exit_codes) rows.emplace_back(std::to_string(code), meaning);
  out += two_columns("Exit codes", rows);
  out += "\nExamples:\n";
  for (const Example& example : command.examples)
    out += "  " + example.line + "\n      " + example.says + "\n";
  return out;
}

}  // namespace eligo::cli
