// SPDX-License-Identifier: MIT
// Owns what a `test` tells and expects: facts, values, results, and the lines that it names.
#include <algorithm>
#include <unordered_map>

#include "interpreter/check/expectations.hpp"
#include "interpreter/check/facts.hpp"
#include "interpreter/check/literals.hpp"
#include "interpreter/check/passes.hpp"

namespace eligo::check {
namespace {

using grammar::ExprKind;
using grammar::Given;
using Kind = Entry::Kind;
using Telling = TestDef::Telling;

class Tests {
 public:
  Tests(Context& c, Typing& typing) : c_(c), typing_(typing), expectations_(c) {}

  void run() {
    typing_.set_node(nowhere);
    given_at_.assign(c_.out.facts.size(), {0, nowhere});
    for (Index i = 0; i < c_.ast.decls.size(); ++i) {
      const grammar::Decl& decl = c_.ast.decls[i];
      const auto* test = std::get_if<grammar::TestDecl>(&decl.body);
      if (test == nullptr || !c_.is_own(decl.span.source)) continue;
      if (decl.broken)
        look_beside(*test);
      else
        declare(*test, i);
    }
    for (Index i = 0; i < own_.size(); ++i) find_base(i);
    for (Index i = 0; i < own_.size(); ++i) inherit(i);
  }

 private:
  struct Own {
    const grammar::TestDecl* syntax = nullptr;
    Index base = nowhere;  // the test of `everyone in`
    bool is_done = false, is_open = false;
  };

  void declare(const grammar::TestDecl& test, Index decl) {
    const auto index = static_cast<Index>(own_.size());
    own_.push_back({&test, nowhere, false, false});
    const auto [at, is_new] = by_title_.emplace(c_.plain(test.title), index);
    const auto title_of = [&](const grammar::TestDecl& one) { return c_.ast.texts[one.title].span; };
    if (!is_new && at->second != nowhere &&
        !c_.is_told_copy(title_of(test).source, title_of(*own_[at->second].syntax).source)) {
      auto& d = c_.say(Code::test_duplicate, c_.ast.texts[test.title].span,
                       "two tests have the title " + c_.quote(c_.ast.texts[test.title].span));
      d.labels.push_back({title_of(*own_[at->second].syntax), "the first one"});
      c_.help_with_copy(d, title_of(test).source, title_of(*own_[at->second].syntax).source);
    }
    if (test.expects.empty() && !c_.lost.cut_off(decl)) expects_nothing(test);
    TestDef def;
    def.title = c_.plain(test.title);
    def.span = c_.ast.decls[decl].span;
    def.as_of = types::Date{test.as_of.value_or(0)};
    def.law_day = types::Date{test.law_of.value_or(def.as_of.days)};
    ++stamp_;
    readable_.clear();
    def.told.reserve(test.given.size());
    for (const Given& given : test.given) tell(given, def.told);
    for (const grammar::Expect& expect : test.expects) add(expect, def.expects);
    c_.out.tests.push_back(std::move(def));
  }

  // Such a test would pass whatever the rules say. Other tests may begin from it, and it is a test all the same.
  void expects_nothing(const grammar::TestDecl& test) {
    auto& d = c_.say(Code::test_nothing, c_.ast.texts[test.title].span, "the test expects nothing");
    for (const DecisionDef& decision : c_.out.decisions) {
      if (decision.is_typed) continue;
      d.help.push_back("say what must come, as in `expect " + std::string(c_.view(decision.name)) + " yes`");
      return;
    }
    d.help.push_back("say what must come: `expect`, a decision and its result");
  }

  // Of a test with a mistake that was told, what stands on lines without one.
  void look_beside(const grammar::TestDecl& test) {
    by_title_.emplace(c_.plain(test.title), nowhere);
    std::vector<Telling> told;
    std::vector<TestDef::Expectation> expected;
    c_.in_broken = true;
    own_.push_back({&test, nowhere, false, false});
    ++stamp_;
    readable_.clear();
    for (const Given& given : test.given)
      if (!c_.lost.was_told_of_lines(given.span)) tell(given, told);
    for (const grammar::Expect& expect : test.expects)
      if (!c_.lost.was_told_of_lines(expect.span)) add(expect, expected);
    own_.pop_back();
    c_.in_broken = false;
  }

  // -- what is told
  // -----------------------------------------------------------------------------------------------

  void tell(const Given& given, std::vector<Telling>& told) {
    const Index fact = find_fact(c_, given.fact);
    if (fact == nowhere) return;
    if (given_at_[fact].first == stamp_) {
      auto& d = c_.say(Code::test_given, given.fact.span, c_.tick(given.fact.id) + " is given twice");
      d.labels.push_back({own_.back().syntax->given[given_at_[fact].second].fact.span, "the first time"});
      d.help.push_back("several possible values are written `one of (a, b)`, a range `from a to b`");
      return;
    }
    given_at_[fact] = {stamp_, static_cast<Index>(&given - own_.back().syntax->given.data())};
    if (c_.out.facts[fact].list != nowhere) return tell_list(fact, given, told);
    if (std::optional<types::Told> value = told_of(fact, given)) told.push_back({fact, std::move(*value)});
  }

  void tell_list(Index fact, const Given& given, std::vector<Telling>& told) {
    const ListDef& list = c_.out.lists[c_.out.facts[fact].list];
    const std::string name = c_.tick(c_.out.facts[fact].name);
    if (given.kind != Given::Kind::list) {
      c_.say(Code::test_given, given.span, name + " is a list, expected its members")
          .help.push_back("write each member in brackets: `[(field value, …), …]`, and `[]` for none");
      return;
    }
    if (!is_length(c_, fact, given.members.size(), given.fact.span)) return;
    types::Told length;
    length.value = static_cast<std::int64_t>(given.members.size());
    told.push_back({fact, std::move(length)});
    for (std::uint32_t m = 0; m < given.members.size(); ++m) {
      std::vector<Span> at(list.fields);
      for (const Given& field : given.members[m]) tell_field(list, m, field, at, told);
    }
  }

  void tell_field(const ListDef& list, std::uint32_t member, const Given& given, std::vector<Span>& at,
                  std::vector<Telling>& told) {
    const Index f = find_field(c_, list, given.fact);
    if (f == nowhere) return;
    if (at[f].size() != 0) {
      auto& d = c_.say(Code::test_given, given.fact.span, c_.tick(given.fact.id) + " is given twice");
      d.labels.push_back({at[f], "the first time"});
      return;
    }
    at[f] = given.fact.span;
    const Index fact = list.member(member, f);
    if (given.kind == Given::Kind::list && c_.out.facts[fact].type.base != types::Base::error)
      c_.say(Code::test_given, given.span, c_.tick(given.fact.id) + " is not a list");
    else if (std::optional<types::Told> value = told_of(fact, given))
      told.push_back({fact, std::move(*value)});
  }

  std::optional<types::Told> told_of(Index fact, const Given& given) {
    types::Told told;
    if (given.kind == Given::Kind::list) {
      if (c_.out.facts[fact].type.base == types::Base::error) return std::nullopt;
      c_.say(Code::test_given, given.span, c_.tick(c_.out.facts[fact].name) + " is not a list")
          .help.push_back("several possible values are written `one of (a, b)`");
      return std::nullopt;
    }
    if (given.kind == Given::Kind::exactly) {
      const auto value = fact_value(c_, typing_, fact, given.a);
      if (!value) return std::nullopt;
      told.value = *value;
      return told;
    }
    if (given.kind == Given::Kind::one_of) {
      told.kind = types::Told::Kind::one_of;
      for (const ExprId literal : given.values)
        if (auto value = fact_value(c_, typing_, fact, literal)) told.values.push_back(std::move(*value));
      if (told.values.size() != given.values.size() || told.values.empty()) return std::nullopt;
      return told;
    }
    return range_of(fact, given);
  }

  std::optional<types::Told> range_of(Index fact, const Given& given) {
    if (!has_order(c_, fact, given.span)) return std::nullopt;
    types::Told told;
    told.kind = types::Told::Kind::range;
    if (given.a != 0) told.from = fact_value(c_, typing_, fact, given.a);
    if (given.b != 0) told.to = fact_value(c_, typing_, fact, given.b);
    if ((given.a != 0 && !told.from) || (given.b != 0 && !told.to)) return std::nullopt;
    if (!is_range(c_, fact, told, given.span)) return std::nullopt;
    return told;
  }

  // -- `everyone in`
  // ----------------------------------------------------------------------------------------------

  void find_base(Index index) {
    const TextId title = own_[index].syntax->everyone_in;
    if (title == 0) return;
    const std::string wanted = c_.plain(title);
    const auto at = by_title_.find(wanted);
    if (at != by_title_.end()) own_[index].base = at->second;
    if (at != by_title_.end() || (c_.lost.size() > 0 && !c_.may_search(c_.lost.size())) ||
        c_.lost.may_be_title(wanted))
      return;
    auto& d = c_.say(Code::test_everyone, c_.ast.texts[title].span,
                     "no test has the title " + c_.quote(c_.ast.texts[title].span));
    std::vector<std::string_view> titles;
    for (const auto& [known, test] : by_title_) titles.push_back(known);
    text::Diagnostic near;
    const Span span = c_.ast.texts[title].span;
    if (!c_.suggest(near, span, wanted, titles)) return;
    const std::string right = "\"" + near.fixes[0].edits[0].replacement + "\"";
    d.help.push_back("did you mean " + right + "?");
    d.fixes.push_back({"write " + right, {{span, right}}});
  }

  // A chain of any length is followed with a stack of its own.
  void inherit(Index index) {
    std::vector<Index> chain;
    for (Index next = index; next != nowhere && !own_[next].is_done; next = own_[next].base) {
      if (own_[next].is_open) {
        const Span span = c_.ast.texts[own_[next].syntax->everyone_in].span;
        c_.say(Code::test_everyone, span, "the test begins from itself")
            .help.push_back("`everyone in` must lead to a test that tells its facts");
        break;
      }
      own_[next].is_open = true;
      chain.push_back(next);
    }
    for (std::size_t i = chain.size(); i-- > 0;) {
      Own& own = own_[chain[i]];
      own.is_open = false;
      own.is_done = true;
      if (own.base == nowhere || !own_[own.base].is_done) continue;
      std::vector<Telling>& told = c_.out.tests[chain[i]].told;
      ++stamp_;
      for (const Given& given : own.syntax->given)
        if (const Entry fact = c_.thing(given.fact.id); fact.kind == Kind::fact)
          given_at_[fact.index].first = stamp_;
      for (const Telling& telling : c_.out.tests[own.base].told)
        if (given_at_[declared(telling.fact)].first != stamp_) told.push_back(telling);
    }
  }

  // A member's field is given with its list.
  [[nodiscard]] Index declared(Index fact) const {
    const Index list = c_.out.facts[fact].member_of;
    return list == nowhere ? fact : c_.out.lists[list].fact;
  }

  // -- what is expected
  // -------------------------------------------------------------------------------------------

  // One of the two would always fail.
  void differs_from_another(const TestDef::Expectation& one, const Word& decision,
                            const std::vector<TestDef::Expectation>& others) {
    for (const TestDef::Expectation& other : others) {
      const bool is_same = other.verdict == one.verdict && other.value == one.value;
      const bool is_readable = std::find(readable_.begin(), readable_.end(), other.span) != readable_.end();
      if (other.decision != one.decision || is_same || !is_readable) continue;
      auto& d =
          c_.say(Code::test_expect, decision.span, c_.tick(decision.id) + " is expected to be two things");
      d.labels.push_back({other.span, "the first"});
      d.help.emplace_back(
          "a test is about one person on one day: leave one of them out, or write another test");
      return;
    }
  }

  void add(const grammar::Expect& expect, std::vector<TestDef::Expectation>& to) {
    TestDef::Expectation expectation;
    expectation.decision = expectations_.decision(expect.decision);
    if (expectation.decision == nowhere) return;
    expectation.span = expect.span;
    expectation.has_because = expect.has_because;
    expectation.has_needs = expect.has_needs;
    if (result(expect.result, expectation)) {
      differs_from_another(expectation, expect.decision, to);
      readable_.push_back(expect.span);
    }
    for (const grammar::LineRef& line : expect.because)
      expectations_.because(line, expectation.decision, expectation.because);
    for (const Path& path : expect.needs)
      if (const Index fact = find_fact(c_, path); fact != nowhere) expectation.needs.push_back(fact);
    to.push_back(std::move(expectation));
  }

  // False: it cannot be read, which was said.
  bool result(ExprId written, TestDef::Expectation& to) {
    const grammar::Expr& x = c_.ast[written];
    if (x.kind == ExprKind::error) return false;
    if (x.kind == ExprKind::name) {
      if (const auto verdict = verdict_word(c_.view(c_.ast.paths[x.value].id))) {
        to.verdict = *verdict;
        return true;
      }
    }
    const DecisionDef& decision = c_.out.decisions[to.decision];
    const bool is_word = x.kind == ExprKind::yes || x.kind == ExprKind::no;
    if (!decision.is_typed) {
      to.verdict = x.kind == ExprKind::yes ? VerdictWord::yes : VerdictWord::no;
      if (!is_word) expectations_.not_yes_or_no(to.decision, x.span, c_.sources.view(x.span));
      return is_word;
    }
    to.verdict = VerdictWord::value;
    if (is_word) {
      if (decision.type.base != types::Base::error)
        c_.say(Code::test_expect, x.span,
               c_.tick(decision.name) + " gives " + c_.words(decision.type) + ", found " + c_.quote(x.span));
      return false;
    }
    auto value = typing_.literal(written, decision.type);
    if (!value) return false;
    to.value = std::move(*value);
    return true;
  }

  Context& c_;
  Typing& typing_;
  Expectations expectations_;
  std::vector<Own> own_;        // as Checked::tests
  std::vector<Span> readable_;  // of the expectations of this test
  std::unordered_map<std::string, Index> by_title_;
  std::vector<std::pair<std::uint32_t, Index>>
      given_at_;  // by fact: in which test, and as which of its givens
  std::uint32_t stamp_ = 0;
};

}  // namespace

void check_tests(Context& c, Typing& typing) {
  Tests(c, typing).run();
}

}  // namespace eligo::check
