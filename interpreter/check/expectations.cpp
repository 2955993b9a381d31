// SPDX-License-Identifier: MIT
// Owns the finding of what a test expects.
#include "interpreter/check/expectations.hpp"

#include <array>
#include <utility>

#include "interpreter/check/lines.hpp"

namespace eligo::check {
namespace {

using Kind = Entry::Kind;

constexpr std::array<std::pair<std::string_view, VerdictWord>, 3> verdicts = {
    {{"undetermined", VerdictWord::undetermined},
     {"not_covered", VerdictWord::not_covered},
     {"invalid", VerdictWord::invalid}}};

// Whether a line of that name stands below quantifiers.
bool has_members(const Context& c, LineRange range, NameId name) {
  for (Index i = range.first; i < range.last; ++i)
    if (c.out.lines[i].name == name && c.out.lines[i].first_instance != nowhere) return true;
  return false;
}

// Below quantifiers a line is named with its member's position, elsewhere without.
bool is_of(const LineDef& def, const std::vector<std::uint32_t>& members) {
  if (def.first_instance != nowhere || def.members.size() != members.size()) return false;
  for (std::size_t i = 0; i < members.size(); ++i)
    if (def.members[i] + 1 != members[i]) return false;
  return true;
}

}  // namespace

std::optional<VerdictWord> verdict_word(std::string_view word) {
  for (const auto& [spelling, verdict] : verdicts)
    if (spelling == word) return verdict;
  return std::nullopt;
}

Index Expectations::decision(const Word& name) {
  const Entry entry = c_.thing(name.id);
  if (entry.kind == Kind::decision)
    return c_.is_broken(c_.out.decisions[entry.index].decl) ? nowhere : entry.index;
  if (!name || (entry.kind == Kind::nothing && c_.may_be(Space::things, name.id))) return nowhere;
  auto& d = c_.say(
      entry.kind == Kind::nothing ? Code::name_unknown : Code::name_not_here, name.span,
      "expected a decision, but " + c_.tick(name.id) + " is " + std::string(c_.article_word(entry.kind)));
  if (entry.kind == Kind::nothing) c_.missed(Among::things, 0, c_.view(name.id));
  c_.suggest(d, name.span, c_.view(name.id), c_.names_of(Kind::decision));
  return nowhere;
}

void Expectations::not_yes_or_no(Index decision, Span span, std::string_view written) {
  if (c_.lost_types.count(decision) != 0) return;
  auto& d = c_.say(Code::test_expect, span,
                   c_.tick(c_.out.decisions[decision].name) + " is yes or no, found " + c_.quote(span));
  const std::vector<std::string_view> words = {"yes", "no", "undetermined", "not_covered", "invalid"};
  if (!c_.suggest(d, span, written, words))
    d.help.push_back("expect `yes`, `no`, `undetermined`, `not_covered` or `invalid`");
}

void Expectations::because(const grammar::LineRef& line, Index index, std::vector<std::string>& to) {
  const DecisionDef& decision = c_.out.decisions[index];
  LineRange range;
  NameId owner = decision.name;
  Index decl = decision.decl;
  const Entry entry = c_.thing(line.owner ? line.owner.id : decision.name);
  if (entry.kind == Kind::rule) {
    range = c_.rule_lines[entry.index];
    owner = c_.out.rules[entry.index].name;
    decl = c_.out.rules[entry.index].decl;
  } else if (entry.kind == Kind::decision) {
    range = c_.decision_lines[entry.index];
    owner = c_.out.decisions[entry.index].name;
    decl = c_.out.decisions[entry.index].decl;
  } else {
    if (entry.kind == Kind::nothing && c_.may_be(Space::things, line.owner.id)) return;
    auto& d =
        c_.say(Code::test_because, line.owner.span, c_.tick(line.owner.id) + " is not a rule or decision");
    if (entry.kind == Kind::nothing) c_.missed(Among::things, 0, c_.view(line.owner.id));
    std::vector<std::string_view> owners = c_.names_of(Kind::rule);
    for (const std::string_view name : c_.names_of(Kind::decision)) owners.push_back(name);
    c_.suggest(d, line.owner.span, c_.view(line.owner.id), owners);
    return;
  }
  std::string id = std::string(c_.view(owner)) + "/" + std::string(c_.view(line.line.id));
  for (const std::uint32_t m : line.members) id += "[" + std::to_string(m) + "]";
  if (line.since) id += "@" + iso(*line.since);
  if (!c_.is_broken(decl) && line.line && !c_.is_lost(line.line.id) && !exists(range, line, decl)) return;
  to.push_back(std::move(id));
}

bool Expectations::exists(LineRange range, const grammar::LineRef& line, Index decl) {
  std::vector<std::string_view> known;
  std::string days;
  for (Index i = range.first; i < range.last; ++i) {
    const LineDef& def = c_.out.lines[i];
    if (def.name == 0) continue;
    known.push_back(c_.view(def.name));
    if (def.name != line.line.id || !is_of(def, line.members)) continue;
    const Index version = c_.line_places[i].version;
    if (!line.since) return true;
    if (version == nowhere) continue;
    const std::size_t at = def.id.find('@');
    const std::string day = at == std::string::npos ? "" : def.id.substr(at + 1);
    if (day == iso(*line.since)) return true;
    days += (days.empty() ? "" : ", ") + (day.empty() ? "without a day" : "`@" + day + "`");
  }
  if (is_near_unknown_line(c_, range, c_.view(line.line.id))) return false;
  const Word owner = std::visit(
      [](const auto& body) -> Word {
        if constexpr (requires { Word(body.name); }) return body.name;
        return {};
      },
      c_.ast.decls[decl].body);
  auto& d =
      c_.say(Code::test_because, line.span, c_.quote(line.span) + " is not a line of " + c_.tick(owner.id));
  c_.missed(Among::lines, owner.id, c_.view(line.line.id));
  if (has_members(c_, range, line.line.id))
    d.help.push_back("it is one line a member of a list: write `" + std::string(c_.view(line.line.id)) +
                     "[1]` for the first one");
  else if (!days.empty())
    d.help.push_back("the line is written " + days);
  else if (c_.suggest(d, line.line.span, c_.view(line.line.id), known) && line.owner)
    name_the_owner(d, line);
  return false;
}

// `adult/grwn`: what is offered stands for the whole of it.
void Expectations::name_the_owner(text::Diagnostic& d, const grammar::LineRef& line) const {
  text::Edit& edit = d.fixes.back().edits.front();
  edit.replacement.insert(0, std::string(c_.view(line.owner.id)) + "/");
  edit.span.begin = line.owner.span.begin;
  d.fixes.back().title = "write `" + edit.replacement + "`";
  d.help.back() = "did you mean `" + edit.replacement + "`?";
}

}  // namespace eligo::check
