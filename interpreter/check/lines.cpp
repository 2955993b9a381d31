// SPDX-License-Identifier: MIT
// Owns how lines get their names and ids.
#include "interpreter/check/lines.hpp"

#include <unordered_map>

#include "grammar/canonical.hpp"
#include "grammar/text/suggest.hpp"
#include "interpreter/check/walk.hpp"

namespace eligo::check {

using grammar::ExprKind;

Lines::Lines(Context& c) : c_(c), seen_(c.names.size()), in_block_(c.names.size()) {
  c_.out.block_lines.assign(c_.ast.blocks.size(), nowhere);
  std::size_t expected = c_.ast.decls.size();
  for (const grammar::Block& block : c_.ast.blocks) expected += block.lines.size();
  c_.out.lines.reserve(expected);
  c_.line_places.reserve(expected);
}

void Lines::begin(NameId owner, bool is_decision) {
  owner_ = owner;
  is_decision_ = is_decision;
  first_ = static_cast<Index>(c_.out.lines.size());
  version_ = nowhere;
  version_days_.clear();
  outside_.clear();
  ++stamp_;
}

Index Lines::push(const grammar::Line& line, Index near) {
  LineDef def;
  def.syntax = &line;
  def.condition = line.condition;
  def.near = near;
  def.name = line.name.id;
  const Ref ref = c_.out.refs[line.condition];
  if (def.name == 0 && (ref.kind == Ref::Kind::rule || ref.kind == Ref::Kind::fact))
    def.name = ref.kind == Ref::Kind::rule ? c_.out.rules[ref.index].name : c_.out.facts[ref.index].name;
  else if (def.name == 0 && ref.kind == Ref::Kind::nothing && c_.ast[line.condition].kind == ExprKind::name)
    def.name = c_.ast.paths[c_.ast[line.condition].value]
                   .id;  // unknown: said there, and not where the line is named
  c_.out.lines.push_back(std::move(def));
  c_.line_places.push_back({version_, false});
  return static_cast<Index>(c_.out.lines.size() - 1);
}

Index Lines::add_outside(const grammar::Line& line, bool is_coverage) {
  version_ = nowhere;
  const Index index = push(line, nowhere);
  if (is_coverage) {
    LineDef& def = c_.out.lines[index];
    def.name = c_.names.find("coverage");
    if (line.name && line.name.id != def.name) {
      auto& d =
          c_.say(Code::name_line, line.name.span, "the line of `not covered if` is always called `coverage`");
      d.help.push_back("leave the name out, or write `coverage`");
      d.fixes.push_back({"write `coverage`", {{line.name.span, "coverage"}}});
    }
  }
  outside_.push_back(index);
  enter(index);
  if (!is_coverage) need_name(index, false);
  each_block_of(c_.ast, line.condition, [&](grammar::BlockId block) {
    add_block(block, c_.out.lines[index].name != 0 ? index : nowhere, false);
  });
  return index;
}

Index Lines::add_body(const grammar::Line& line, types::Date from) {
  version_ = static_cast<Index>(version_days_.size());
  version_days_.push_back(from);
  ++stamp_;
  for (const Index outside : outside_) enter(outside);
  const Index index = push(line, nowhere);
  c_.line_places[index].is_body = true;
  const bool is_block = c_.ast[line.condition].kind == ExprKind::block;
  each_block_of(c_.ast, line.condition, [&](grammar::BlockId block) { add_block(block, nowhere, is_block); });
  if (is_block && line.otherwise != 0) {
    c_.say(Code::name_line, c_.ast.texts[line.otherwise].span,
           "the message stands at no line: the whole of " + c_.tick(owner_) + " is a block")
        .help.push_back("write it at a line of the block, or at the line that names " + c_.tick(owner_));
  }
  return index;
}

void Lines::add_block(grammar::BlockId id, Index near, bool outermost) {
  const grammar::Block& block = c_.ast.blocks[id];
  const auto first = static_cast<Index>(c_.out.lines.size());
  c_.out.block_lines[id] = first;
  ++block_stamp_;
  for (const grammar::Line& line : block.lines) {
    const Index index = push(line, near);
    enter(index);
    enter_in_block(index);
    need_name(index, outermost);
  }
  for (Index i = 0; i < block.lines.size(); ++i)
    each_block_of(c_.ast, block.lines[i].condition, [&](grammar::BlockId inner) {
      add_block(inner, c_.out.lines[first + i].name != 0 ? first + i : near, false);
    });
}

// Names are unique within one version. A rule that stands in two blocks is the same line twice and no
// mistake.
void Lines::enter(Index line) {
  const LineDef& def = c_.out.lines[line];
  if (def.name == 0 || def.name >= seen_.size()) return;
  Seen& seen = seen_[def.name];
  if (seen.stamp != stamp_) {
    seen = {stamp_, line};
    return;
  }
  const LineDef& before = c_.out.lines[seen.line];
  if (seen.line == line || (!def.syntax->name && !before.syntax->name)) return;
  twice(line, seen.line, "a line that is just a rule or fact takes its name; give one of them another");
}

// Twice in one block it would be counted twice.
void Lines::enter_in_block(Index line) {
  const LineDef& def = c_.out.lines[line];
  const bool is_unknown = c_.out.refs[def.condition].kind == Ref::Kind::nothing;
  if (def.name == 0 || def.syntax->name || def.name >= in_block_.size() || is_unknown) return;
  Seen& seen = in_block_[def.name];
  if (seen.stamp == block_stamp_)
    twice(line, seen.line, "a line that is just a rule or fact takes its name; leave one of them out");
  else
    seen = {block_stamp_, line};
}

void Lines::twice(Index line, Index before, std::string help) {
  const auto name_of = [&](Index of) {
    const grammar::Line& syntax = *c_.out.lines[of].syntax;
    return syntax.name ? syntax.name.span : c_.ast[syntax.condition].span;
  };
  auto& d = c_.say(Code::name_duplicate, name_of(line),
                   "two lines of " + c_.tick(owner_) + " are called " + c_.tick(c_.out.lines[line].name));
  c_.doubled(Among::lines, owner_, c_.out.lines[line].name);
  d.labels.push_back({name_of(before), "the other one"});
  d.help.push_back(std::move(help));
}

void Lines::need_name(Index line, bool outermost) {
  const LineDef& def = c_.out.lines[line];
  const bool speaks = def.syntax->otherwise != 0;
  const ExprKind kind = c_.ast[def.condition].kind;
  const bool is_lost =
      kind == ExprKind::error ||
      (kind == ExprKind::name && c_.out.refs[def.condition].kind == Ref::Kind::nothing) ||  // said there
      c_.has_stray(c_.ast[def.condition].span);
  if (def.name != 0 || is_lost || (!speaks && !(outermost && is_decision_))) return;
  auto& d = c_.say(Code::name_line, c_.ast[def.condition].span,
                   speaks ? "a line with an `otherwise` needs a name" : "a line of a decision needs a name");
  d.help.push_back("write a name and a label before it, as in `in_date \"a document in date\" : …`");
}

LineRange Lines::end() {
  const LineRange own = give_ids();
  if (c_.ast.bindings.empty()) return own;
  for (Index i = own.first; i < own.last; ++i) instantiate(i);
  return {own.first, static_cast<Index>(c_.out.lines.size())};
}

// A line below quantifiers is one line a member.
void Lines::instantiate(Index line) {
  std::vector<std::uint32_t> counts;
  for (Index v = c_.out.scope(c_.out.lines[line].condition); v != nowhere; v = c_.out.variables[v].outer) {
    const Index list = c_.out.variables[v].list;
    if (list == nowhere) return;
    counts.insert(counts.begin(), c_.out.lists[list].at_most);
  }
  if (counts.empty()) return;
  c_.out.lines[line].first_instance = static_cast<Index>(c_.out.lines.size());
  std::vector<std::uint32_t> at(counts.size(), 0);
  for (bool more = true; more;) {
    LineDef one = c_.out.lines[line];
    one.first_instance = nowhere;
    one.members = at;
    const std::size_t day = one.id.find('@');
    std::string position;
    for (const std::uint32_t m : at) position += "[" + std::to_string(m + 1) + "]";
    one.id.insert(one.name != 0 && day != std::string::npos ? day : one.id.size(), position);
    one.near = near_instance(one);
    c_.out.lines.push_back(std::move(one));
    c_.line_places.push_back(c_.line_places[line]);
    more = false;
    for (std::size_t i = at.size(); i-- > 0 && !more;) {
      more = ++at[i] < counts[i];
      if (!more) at[i] = 0;
    }
  }
}

// The named line around it, of the same members where it is below quantifiers too.
Index Lines::near_instance(const LineDef& line) const {
  if (line.near == nowhere || c_.out.lines[line.near].first_instance == nowhere) return line.near;
  Index offset = 0;
  std::vector<Index> chain;
  for (Index v = c_.out.scope(c_.out.lines[line.near].condition); v != nowhere; v = c_.out.variables[v].outer)
    chain.insert(chain.begin(), v);
  for (std::size_t i = 0; i < chain.size(); ++i)
    offset = offset * c_.out.lists[c_.out.variables[chain[i]].list].at_most + line.members[i];
  return c_.out.lines[line.near].first_instance + offset;
}

LineRange Lines::give_ids() {
  const auto last = static_cast<Index>(c_.out.lines.size());
  const std::string_view owner = c_.view(owner_);
  std::unordered_map<std::string, Index> version_of;  // which version has the id; nowhere where several have
  for (Index i = first_; i < last; ++i) {
    LineDef& def = c_.out.lines[i];
    const bool is_whole = c_.ast[def.condition].kind == ExprKind::block ||
                          c_.out.types[def.condition].base != types::Base::yes_or_no;
    if (def.name != 0)
      ((def.id = owner) += '/') += c_.view(def.name);
    else if (c_.line_places[i].is_body && is_whole)
      def.id = owner;
    else
      ((def.id = owner) += '/') += grammar::canonical(c_.ast, c_.names, c_.sources, def.condition);
    if (version_days_.size() < 2) continue;
    const auto [at, is_new] = version_of.emplace(def.id, c_.line_places[i].version);
    if (!is_new && at->second != c_.line_places[i].version) at->second = nowhere;
  }
  if (version_days_.size() < 2) return {first_, last};
  for (Index i = first_; i < last; ++i) {
    const Index version = c_.line_places[i].version;
    LineDef& def = c_.out.lines[i];
    if (version != nowhere && version_of[def.id] == nowhere) def.id += "@" + version_days_[version].iso();
  }
  return {first_, last};
}

bool is_near_unknown_line(const Context& c, LineRange range, std::string_view word) {
  for (Index i = range.first; i < range.last; ++i) {
    const LineDef& def = c.out.lines[i];
    if (def.name == 0 || def.syntax == nullptr || def.syntax->name ||
        c.out.refs[def.syntax->condition].kind != Ref::Kind::nothing)
      continue;
    const std::string_view name[] = {c.view(def.name)};
    if (!text::nearest(word, name).empty()) return true;
  }
  return false;
}

}  // namespace eligo::check
