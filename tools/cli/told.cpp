// SPDX-License-Identifier: MIT
// What is told of a person on the command line, and why it was refused.
#include "tools/cli/told.hpp"

#include <algorithm>
#include <set>

#include "tools/render/colors.hpp"
#include "tools/render/json.hpp"
#include "tools/render/visible.hpp"

namespace eligo::cli {
namespace {

// A profile with more errors than this is of another kind altogether.
constexpr std::size_t most_errors = 50;
constexpr int widest = 400;

std::string described(const Error& error, const std::string& source, bool color) {
  std::string out;
  if (!source.empty()) {
    out += render::visible(source);
    if (error.line > 0) out += ":" + std::to_string(error.line) + ":" + std::to_string(error.column);
    out += ": ";
  }
  if (!error.path.empty() && source != "--set " + error.path)
    out += render::shortened(error.path, widest) + ": ";
  out += render::colored(render::shortened(error.message, widest), render::Color::bold, color) + "\n";
  if (!error.help.empty()) {
    out += "  " + render::colored("help", render::Color::cyan, color) + ": " +
           render::shortened(error.help, widest) + "\n";
  }
  return out;
}

}  // namespace

void Refusals::add(const std::string& source, const Errors& errors) {
  for (const Error& error : errors) all_.push_back({source, error});
}

void Refusals::say(bool json, Console& console) const {
  const std::size_t shown = std::min(all_.size(), most_errors);
  if (json) {
    render::JsonWriter writer;
    writer.object().key("version").number(1).key("errors").array();
    for (std::size_t i = 0; i < shown; ++i) {
      const Error& error = all_[i].error;
      writer.object()
          .key("code")
          .text(error.code)
          .key("message")
          .text(error.message)
          .key("help")
          .text(error.help);
      writer.key("path")
          .text(error.path)
          .key("line")
          .number(error.line)
          .key("column")
          .number(error.column)
          .end();
    }
    console.out(writer.end().key("left_out").number(all_.size() - shown).end().take());
    return;
  }
  std::string out;
  for (std::size_t i = 0; i < shown; ++i)
    out += described(all_[i].error, all_[i].source, console.color_err());
  if (shown < all_.size()) out += "and " + std::to_string(all_.size() - shown) + " more\n";
  console.err(out);
}

bool tell(const Program& program, Facts& facts, const std::optional<std::string>& profile,
          std::vector<std::string> single, bool json, Console& console) {
  for (const std::string& pair : single) {
    const std::size_t equals = pair.find('=');
    if (equals != std::string::npos && equals != 0) continue;
    console.complain("`--set` needs FACT=VALUE, such as phone.version=16.1; found `" + pair + "`");
    return false;
  }
  Refusals refusals;
  if (profile) {
    std::string why;
    const std::string name = is_standard_input(*profile) ? "standard input" : *profile;
    const std::optional<std::string> text = read_input(*profile, why);
    if (!text) {
      console.complain("the profile cannot be read: " + name + ": " + why);
      return false;
    }
    refusals.add(name, facts.tell_json(*text));
  }
  // A list before its members, `household[2].income`, whatever their order: it would forget them.
  std::stable_partition(single.begin(), single.end(), [](const std::string& pair) {
    return pair.substr(0, pair.find('=')).find('[') == std::string::npos;
  });
  std::set<std::string> told;
  for (const std::string& pair : single) {
    const std::size_t equals = pair.find('=');
    const std::string fact = pair.substr(0, equals);
    const auto slot = program.slot(fact);
    const bool is_in_list = told.count(fact.substr(0, fact.find('['))) > 0 && slot && facts.is_told(*slot);
    Errors errors = facts.tell(fact, pair.substr(equals + 1));
    if (errors.empty() && (!told.insert(fact).second || is_in_list))
      errors.push_back({"profile/told_twice", "`" + fact + "` is told twice", "", fact, 0, 0});
    refusals.add("--set " + fact, errors);
  }
  if (refusals.empty()) return true;
  refusals.say(json, console);
  console.complain("what was told was refused; nothing was decided");
  return false;
}

}  // namespace eligo::cli
