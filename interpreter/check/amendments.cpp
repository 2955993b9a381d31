// SPDX-License-Identifier: MIT
// Owns which rule, value or decision each amendment is of (language reference, 3.3).
#include <algorithm>

#include "interpreter/check/passes.hpp"

namespace eligo::check {
namespace {

using Kind = Entry::Kind;
using What = grammar::AmendDecl::What;

Kind kind_of(What what) {
  switch (what) {
    case What::rule:
      return Kind::rule;
    case What::value:
      return Kind::value;
    case What::decision:
      return Kind::decision;
    case What::nothing:
      break;
  }
  return Kind::nothing;
}

class Amendments {
 public:
  explicit Amendments(Context& c) : c_(c) {}

  void run() {
    c_.amendment_lost = c_.lost.may_be_amendment();
    for (Index i = 0; i < c_.ast.decls.size(); ++i) {
      const grammar::Decl& decl = c_.ast.decls[i];
      const auto* amendment = std::get_if<grammar::AmendDecl>(&decl.body);
      if (amendment != nullptr && c_.is_unit(decl.span.source)) add(*amendment, decl, i);
    }
  }

 private:
  void add(const grammar::AmendDecl& amendment, const grammar::Decl& decl, Index index) {
    const Entry entry = c_.thing(amendment.name.id);
    const Kind due = kind_of(amendment.what);
    if (due == Kind::decision && !c_.is_own(decl.span.source) && is_foreign(amendment.name.id)) {
      idle(index);  // of a decision that is not brought either
    } else if (entry.kind == due && due != Kind::nothing) {
      c_.amendments[entry.decl].push_back(index);
      if (!decl.broken) return;
      c_.unsure_decls.resize(c_.ast.decls.size());
      c_.unsure_decls[entry.decl] = true;
    } else {
      idle(index);
      c_.amendment_lost = true;
      if (!decl.broken && !c_.may_be(Space::things, amendment.name.id)) unknown(amendment, entry, due);
    }
  }

  void idle(Index index) {
    c_.idle_decls.resize(c_.ast.decls.size());
    c_.idle_decls[index] = true;
  }

  // A decision of a ruleset that is brought by `use`.
  [[nodiscard]] bool is_foreign(NameId name) const { return c_.foreign.count(name) != 0; }

  void unknown(const grammar::AmendDecl& amendment, const Entry& entry, Kind due) {
    const Word& name = amendment.name;
    if (entry.kind == Kind::nothing && due == Kind::decision && is_foreign(name.id)) {
      c_.say(Code::name_not_here, name.span,
             c_.tick(name.id) + " is a decision of a ruleset that is used, and `use` brings no decisions")
          .help.push_back("amend it in its own folder, or give this ruleset a decision of its own");
      return;
    }
    if (entry.kind == Kind::nothing) {
      auto& d =
          c_.say(Code::name_unknown, name.span,
                 c_.tick(name.id) + " is not " + std::string(c_.article_word(due)) + " that can be amended");
      c_.missed(Among::things, 0, c_.view(name.id));
      if (!c_.suggest(d, name.span, c_.view(name.id), c_.names_of(due)))
        d.help.push_back(
            "an amendment adds versions to what is declared in this ruleset or brought by `use`");
      return;
    }
    auto& d = c_.say(Code::name_not_here, name.span,
                     "expected " + std::string(c_.article_word(due)) + ", but " + c_.tick(name.id) + " is " +
                         std::string(c_.article_word(entry.kind)));
    d.labels.push_back({c_.name_span(entry), "declared here"});
    if (entry.kind != Kind::rule && entry.kind != Kind::value && entry.kind != Kind::decision) {
      d.help.push_back("rules, values and decisions have versions; nothing else can be amended");
      return;
    }
    const std::string right(c_.kind_word(entry.kind));
    d.help.push_back("write `amend " + right + " " + std::string(c_.view(name.id)) + "`");
    d.fixes.push_back({"write `" + right + "`", {{amendment.what_span, right}}});
  }

  Context& c_;
};

}  // namespace

std::vector<Written> Context::versions_of(Index decl) const {
  std::vector<Written> all;
  const auto take = [&](Index from) {
    std::visit(
        [&](const auto& body) {
          if constexpr (requires { body.versions; })
            for (const grammar::Version& version : body.versions) all.push_back({&version, from});
        },
        ast.decls[from].body);
  };
  take(decl);
  if (const auto at = amendments.find(decl); at != amendments.end())
    for (const Index amendment : at->second) take(amendment);
  return all;
}

void declare_amendments(Context& c) {
  Amendments(c).run();
}

}  // namespace eligo::check
