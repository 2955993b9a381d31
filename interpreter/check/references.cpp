// SPDX-License-Identifier: MIT
// Owns the proof that no rule or value refers to itself, however long the way, and that no way is too long.
#include <algorithm>

#include "interpreter/check/passes.hpp"

namespace eligo::check {
namespace {

// Depth-first over all rules and values with a stack of its own: a chain of any length is walked.
class References {
 public:
  explicit References(Context& c) : c_(c), count_(c.out.rules.size() + c.out.values.size()) {
    first_.assign(count_ + 1, 0);
    for (const Reference& r : c_.references) ++first_[r.from + 1];
    for (std::size_t i = 0; i < count_; ++i) first_[i + 1] += first_[i];
    sorted_.resize(c_.references.size());
    std::vector<Index> next(first_.begin(), first_.end() - 1);
    for (const Reference& r : c_.references) sorted_[next[r.from]++] = r;
  }

  void run() {
    state_.assign(count_, State::unseen);
    depth_.assign(count_, 0);
    in_circle_.assign(count_, false);
    for (Index node = 0; node < count_; ++node)
      if (state_[node] == State::unseen) visit(node);
    if (deepest_ != nowhere && !circle_) too_deep();
    for (const Reference& r : sorted_) c_.out.referred.push_back(r.to);
    c_.out.refers_from = std::move(first_);
  }

 private:
  enum class State : std::uint8_t { unseen, open, done };
  struct Frame {
    Index node, next;
  };

  void visit(Index start) {
    open(start);
    while (!stack_.empty()) {
      Frame& frame = stack_.back();
      if (frame.next < first_[frame.node + 1]) {
        const Index to = sorted_[frame.next++].to;
        if (state_[to] == State::unseen)
          open(to);
        else if (state_[to] == State::open)
          circle(to);
        else
          depth_[frame.node] = std::max(depth_[frame.node], depth_[to] + 1);
        continue;
      }
      const Index node = frame.node;
      state_[node] = State::done;
      stack_.pop_back();
      if (!stack_.empty())
        depth_[stack_.back().node] = std::max(depth_[stack_.back().node], depth_[node] + 1);
      if (depth_[node] > c_.in.limits.reference_depth && deepest_ == nowhere) deepest_ = node;
    }
  }

  void open(Index node) {
    state_[node] = State::open;
    depth_[node] = 1;
    stack_.push_back({node, first_[node]});
  }

  // The stack from `back_to` up is a circle. Of circles that share a rule, one is told.
  void circle(Index back_to) {
    circle_ = true;
    std::vector<Reference> way;
    std::size_t at = stack_.size();
    while (stack_[--at].node != back_to) {
    }
    bool told = false;
    for (; at < stack_.size(); ++at) {
      way.push_back(sorted_[stack_[at].next - 1]);
      told = told || in_circle_[stack_[at].node];
    }
    if (told) return;
    for (const Reference& r : way) in_circle_[r.from] = true;
    const auto first = std::min_element(way.begin(), way.end(), [&](const Reference& a, const Reference& b) {
      return entry(a.from).decl < entry(b.from).decl;
    });
    std::rotate(way.begin(), first, way.end());
    constexpr std::size_t shown = 6;
    std::string path;
    for (std::size_t i = 0; i < way.size(); ++i) {
      if (way.size() > shown && i == 3) {
        path += "… " + std::to_string(way.size() - 5) + " more … → ";
        i = way.size() - 2;
      }
      path += name(way[i].from) + " → ";
    }
    path += name(way[0].from);
    auto& d =
        c_.say(Code::reference_cycle, c_.name_span(entry(way[0].from)),
               name(way[0].from) + (way.size() == 1 ? " refers to itself" : " refers to itself: " + path));
    for (std::size_t i = 0; i < way.size() && i < 3; ++i)
      d.labels.push_back({c_.ast[way[i].at].span, name(way[i].from) + " refers to " + name(way[i].to)});
    d.help.push_back("a rule or value may only be made from others: leave one of these references out");
  }

  void too_deep() {
    const std::string limit = std::to_string(c_.in.limits.reference_depth);
    auto& d = c_.say(Code::reference_depth, c_.name_span(entry(deepest_)),
                     name(deepest_) + " begins a chain of more than " + limit +
                         " rules and values that refer to one another");
    d.help.push_back("the limit `reference_depth` is " + limit + ": join some of the rules in the chain");
  }

  Entry entry(Index node) const {
    const auto rules = static_cast<Index>(c_.out.rules.size());
    if (node < rules) return {Entry::Kind::rule, node, c_.out.rules[node].decl};
    return {Entry::Kind::value, node - rules, c_.out.values[node - rules].decl};
  }

  std::string name(Index node) const {
    const auto rules = static_cast<Index>(c_.out.rules.size());
    return c_.tick(node < rules ? c_.out.rules[node].name : c_.out.values[node - rules].name);
  }

  Context& c_;
  std::size_t count_;
  std::vector<Index> first_;       // by node: its references are sorted_[first_[n] .. first_[n + 1])
  std::vector<Reference> sorted_;  // by node
  std::vector<State> state_;
  std::vector<std::uint32_t> depth_;  // length of the longest chain from there
  std::vector<bool> in_circle_;
  std::vector<Frame> stack_;
  Index deepest_ = nowhere;  // the first whose chain is too long
  bool circle_ = false;
};

}  // namespace

void check_references(Context& c) {
  References(c).run();
}

}  // namespace eligo::check
