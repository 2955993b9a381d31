// SPDX-License-Identifier: MIT
// From the words of a command line to a command and its arguments, by CLI11: the only file that includes it
// (it takes long to compile). What is wrong with a command line is said in our own words.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>

#include "eligo/eligo.hpp"
#include "tools/cli/help.hpp"
#include "tools/cli/nearest.hpp"
#include "tools/cli/options.hpp"

namespace eligo::cli {
namespace {

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.push_back(command.name);
  return names;
}

const Command* find_command(std::string_view name) {
  for (const Command& command : commands())
    if (command.name == name) return &command;
  return nullptr;
}

// What follows it is no option, also where it begins with a dash.
const std::string end_of_options = "--";

/// The place of the command's name: the first word without a dash that is not the value of a common option.
std::size_t command_at(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--color") {
      ++i;
    } else if (words[i] == end_of_options) {
      return std::min(i + 1, words.size());
    } else if (words[i].empty() || words[i][0] != '-') {
      return i;
    }
  }
  return words.size();
}

std::vector<Option> options_of(const Command* command) {
  std::vector<Option> options;
  if (command) options = command->options;
  options.insert(options.end(), common_options().begin(), common_options().end());
  return options;
}

std::string try_help(const Command* command) {
  return "\nTry `eligo " + (command ? command->name + " " : std::string()) + "--help`.";
}

/// The words without the command's name, read by CLI11. Returns a complaint, or "".
std::string parse(std::vector<std::string> words, const std::vector<Option>& options, Arguments& arguments) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::map<std::string, std::vector<std::string>> values;
  std::map<std::string, CLI::Option*> flags;
  for (const Option& option : options) {
    const std::string names = option.name == "--help" ? "-h,--help" : option.name;
    if (option.value.empty()) {
      flags[option.name] = app.add_flag(names)->disable_flag_override();
    } else {
      std::vector<std::string>& taken = values[option.name];
      const auto take = [&taken](const CLI::results_t& given) {
        taken = given;
        return true;
      };
      app.add_option(names, take)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
  }
  try {
    std::reverse(words.begin(), words.end());  // CLI11 takes them last first
    app.parse(std::move(words));
  } catch (const CLI::ParseError& error) {
    const std::string message = error.what();  // "--profile: 1 required TEXT missing"
    const auto option = std::find_if(options.begin(), options.end(), [&](const Option& each) {
      return message.rfind(each.name + ":", 0) == 0 || message.rfind(each.name.substr(2) + " ", 0) == 0;
    });
    if (option == options.end()) return message;
    return option->value.empty() ? "`" + option->name + "` takes no value"
                                 : "`" + option->name + "` needs a value: " + option->value;
  }
  for (const auto& [name, flag] : flags)
    if (flag->count() > 0) arguments.add(name, "");
  for (const auto& [name, all] : values)
    for (const std::string& value : all) arguments.add(name, value);
  arguments.operands = app.remaining();
  return "";
}

/// What a command does not take. Returns a complaint, or "".
std::string refuse(const std::vector<Option>& options, const Arguments& arguments) {
  std::vector<std::string> names;
  for (const Option& option : options) names.push_back(option.name);
  for (const std::string& word : arguments.operands) {
    if (word.size() > 1 && word[0] == '-') {
      const std::string name = word.substr(0, word.find('='));
      return "unknown option `" + name + "`" + did_you_mean(name, names);
    }
  }
  for (const Option& option : options) {
    const std::vector<std::string> values = arguments.all(option.name);
    if (values.size() > 1 && !option.many) return "`" + option.name + "` was given more than once";
    for (const std::string& value : values) {
      if (option.choices.empty()) continue;
      if (std::find(option.choices.begin(), option.choices.end(), value) != option.choices.end()) continue;
      std::string expected;
      for (const std::string& choice : option.choices) expected += (expected.empty() ? "" : ", ") + choice;
      return "`" + option.name + "` is one of " + expected + "; found `" + value + "`" +
             did_you_mean(value, option.choices);
    }
  }
  return "";
}

bool is_common(const std::string& word) {
  return std::any_of(common_options().begin(), common_options().end(),
                     [&](const Option& option) { return option.name == word.substr(0, word.find('=')); });
}

std::string refuse_operands(const Command& command, const Arguments& arguments) {
  const std::size_t least = command.operands.size(), found = arguments.operands.size();
  const auto stands_alone = [&](const std::string& option) { return arguments.has(option); };
  if (found < least &&
      std::any_of(command.operands[found].unless.begin(), command.operands[found].unless.end(), stands_alone))
    return "";
  if (found < least)
    return "`eligo " + command.name + "` needs " + command.operands[found].name + ": " +
           command.operands[found].help;
  const bool many = !command.operands.empty() && command.operands.back().many;
  if (found > least && !many)
    return "`eligo " + command.name + "` takes no `" + arguments.operands[least] + "`";
  return "";
}

}  // namespace

Request read_command_line(const std::vector<std::string>& words) {
  Request request;
  std::vector<std::string> rest = words;
  const std::size_t at = command_at(words);
  bool asks_help = false;
  if (at < words.size()) {
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
    std::string name = words[at];
    if (name == "help") {  // `eligo help decide`
      asks_help = true;
      const std::size_t which = command_at(rest);
      name = which < rest.size() ? rest[which] : "";
      if (which < rest.size()) rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(which));
    }
    request.command = find_command(name);
    if (!request.command && !name.empty()) {
      Arguments before;  // a mistyped option may have made its value look like a command
      before.operands.assign(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at));
      before.operands.erase(std::remove_if(before.operands.begin(), before.operands.end(), is_common),
                            before.operands.end());
      request.complaint = refuse(common_options(), before);
      if (!request.complaint.empty()) return request;
      request.complaint =
          "unknown command `" + name + "`" + did_you_mean(name, command_names()) + try_help(nullptr);
      return request;
    }
  }
  const std::vector<Option> options = options_of(request.command);
  const auto end = std::find(rest.begin(), rest.end(), end_of_options);
  const std::vector<std::string> behind(end == rest.end() ? end : end + 1, rest.end());
  rest.erase(end, rest.end());
  request.complaint = parse(std::move(rest), options, request.arguments);
  if (request.complaint.empty()) request.complaint = refuse(options, request.arguments);
  request.arguments.operands.insert(request.arguments.operands.end(), behind.begin(), behind.end());
  if (!request.complaint.empty()) {
    request.complaint += try_help(request.command);
    return request;
  }
  const std::string color = request.arguments.one("--color");
  if (color == "always") request.color = ColorWish::always;
  if (color == "never") request.color = ColorWish::never;
  if (request.arguments.has("--version")) {
    request.text = std::string("eligo ") + version() + "\n";
  } else if (asks_help || request.arguments.has("--help")) {
    request.text = request.command ? help(*request.command) : help();
  } else if (!request.command) {
    request.complaint = "a command is missing\n\n" + help();
  } else {
    request.complaint = refuse_operands(*request.command, request.arguments);
    if (!request.complaint.empty()) request.complaint += try_help(request.command);
  }
  return request;
}

}  // namespace eligo::cli
