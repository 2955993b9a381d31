// SPDX-License-Identifier: MIT
// What a new ruleset may be called, and what to say where it may not.
#include "tools/cli/new_name.hpp"

#include "eligo/eligo.hpp"
#include "tools/cli/skeleton.hpp"
#include "tools/render/visible.hpp"

namespace eligo::cli {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name(const std::string& text) {
  return !text.empty() && is_letter(text[0]) &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") ==
             text.npos;
}

/// A name that is like a text: "Swimming-pool!" gives "Swimming_pool", "Élan" "Elan"; "" where nothing is left.
std::string like(const std::string& text) {
  std::string name;
  for (const char c : render::without_accents(text)) {
    const bool fits = is_letter(c) || (c >= '0' && c <= '9');
    if (fits) name += c;
    if (!fits && !name.empty() && name.back() != '_') name += '_';
  }
  while (!name.empty() && name.back() == '_') name.pop_back();
  return is_name(name) ? name : "";
}

std::string spelling_complaint(const std::string& name) {
  std::string said =
      "a name has letters from a to z, digits and `_`, and begins with a letter; found `" + name + "`";
  const std::size_t slash = name.rfind('/');
  if (slash != name.npos && is_name(name.substr(slash + 1)))
    return said + "; did you mean `eligo new " + name.substr(slash + 1) + " --in " + name.substr(0, slash) +
           "`?";
  const std::string near = like(name);
  return near.empty() ? said : said + "; did you mean `" + near + "`?";
}

/// What the language has against a ruleset, or "".
std::string language_complaint(const std::string& name, const std::vector<SkeletonFile>& files) {
  MemoryImporter importer;
  for (const SkeletonFile& file : files) importer.add(name + "/" + file.name, file.text);
  for (const Diagnostic& each : compile(importer, name).diagnostics) {
    if (each.severity == Severity::error)
      return each.message + (each.help.empty() ? "" : "; " + each.help.front());
  }
  return "";
}

}  // namespace

std::string name_complaint(const std::string& name) {
  if (!is_name(name)) return spelling_complaint(name);
  // Reserved words, names that are too long: the language's own business.
  if (std::string said = language_complaint(name, {{name + ".eligo", "ruleset " + name + "\nend\n"}});
      !said.empty())
    return said;
  if (!language_complaint(name, skeleton_for(name)).empty())
    return "the ruleset that is made has something called `" + name +
           "` itself; choose another name, such as `" + name + "_rules`";
  return "";
}

}  // namespace eligo::cli
