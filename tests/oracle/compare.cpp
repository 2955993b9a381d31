// SPDX-License-Identifier: MIT
// Owns what must be the same on both sides.
#include "tests/oracle/compare.hpp"

#include <algorithm>

namespace eligo::oracle {

namespace {

using Ids = std::set<std::string>;

std::string listed(const Ids& ids) {
  std::string out = "{";
  for (const std::string& id : ids) out += (out.size() > 1 ? ", " : "") + id;
  return out + "}";
}

std::string differing(const std::string& what, const std::string& expected, const std::string& found) {
  return expected == found ? "" : what + ": expected " + expected + ", the engine says " + found + "\n";
}

std::string differing(const std::string& what, const Ids& expected, const Ids& found) {
  return expected == found ? "" : differing(what, listed(expected), listed(found));
}

Ids names_of(const Subject& subject, const std::set<Index>& facts) {
  Ids out;
  for (const Index fact : facts) out.insert(subject.fact_name(fact));
  return out;
}

// The told and presumed facts (3.11). What a typed decision asks outside of conditions stands under no line, so the
// engine's reasons do not show it; of a line that is decided they need not show what is not told.
std::string leaves_difference(const Subject& subject, Index decision, const Profile& profile,
                              const Answer& answer, const Reply& reply) {
  const Ids all = names_of(subject, answer.leaves);
  Ids told;
  for (const Index fact : answer.leaves) {
    if (profile.told[fact] || subject.checked().facts[fact].presumed) told.insert(subject.fact_name(fact));
  }
  const Ids& found = reply.leaves;
  const bool complete = subject.checked().decisions[decision].is_typed ||
                        std::includes(found.begin(), found.end(), told.begin(), told.end());
  if (complete && std::includes(all.begin(), all.end(), found.begin(), found.end())) return "";
  return differing("facts at the leaves", all, found);
}

std::string needs_difference(const Subject& subject, Index decision, const Completed& expected,
                             const Reply& reply) {
  const Ids needs = names_of(subject, expected.needs);
  const std::string settled =
      expected.settled ? subject.verdict_words(*expected.settled, decision, expected.value) : "";
  std::string out;
  if (!reply.settled_perhaps || !reply.settled.empty()) out += differing("settled", settled, reply.settled);
  if (reply.perhaps.empty()) return out + differing("needs", needs, reply.needs);
  for (const std::string& fact : reply.needs) {
    if (needs.count(fact) == 0) out += "needs: " + fact + " is not needed\n";
  }
  for (const std::string& fact : needs) {
    if (reply.needs.count(fact) + reply.perhaps.count(fact) == 0) out += "needs: " + fact + " is missing\n";
  }
  return out;
}

}  // namespace

Compared compare(Subject& subject, Index decision, const Profile& profile, const Effort& effort,
                 Tally* tally) {
  Compared result;
  const std::string name = subject.decision_name(decision);
  const std::string json = json_of(subject.checked(), profile);
  const Answer answer = evaluate(subject.checked(), decision, profile, tally);
  std::optional<Completed> completed;
  const bool listed = effort.of_decided || answer.verdict == VerdictWord::undetermined;
  if (listed && effort.completions > 0)
    completed = complete(subject.checked(), decision, profile, effort.completions);
  result.needs_asked = completed.has_value();
  const Reply& reply = result.reply =
      subject.ask(name, json, profile.as_of, profile.law_day, result.needs_asked);
  result.verdict = subject.verdict_words(answer.verdict, decision, answer.value);
  result.difference = reply.problem;
  if (!reply.problem.empty()) return result;

  std::string& out = result.difference;
  out += differing("verdict", result.verdict, reply.verdict);
  out += differing("own lines", answer.own, reply.own);
  out += differing("all lines", answer.all, reply.all);
  out += leaves_difference(subject, decision, profile, answer, reply);
  out += differing("presumed", names_of(subject, answer.presumed), reply.presumed);
  if (profile.as_of == profile.law_day) {
    out += differing("verdict alone", result.verdict.substr(0, result.verdict.find(' ')),
                     subject.ask_fast(name, json, profile.as_of, effort.asks_again));
  }
  if (!completed) return result;
  if (answer.verdict == VerdictWord::undetermined) {
    result.needs_compared = true;
    result.perhaps = reply.settled_perhaps || !reply.perhaps.empty();
    out += needs_difference(subject, decision, *completed, reply);
    return result;
  }
  if (!reply.settled.empty() || !reply.needs.empty() || !reply.perhaps.empty())
    out += "needs or settled beside a verdict that is not undetermined\n";
  // 3.9, from the other end: what is decided is so in every completion. (Invalid may still turn out otherwise: 3.6.)
  if (answer.verdict != VerdictWord::invalid) {
    out +=
        differing("every completion", result.verdict,
                  completed->settled ? subject.verdict_words(*completed->settled, decision, completed->value)
                                     : "not the same everywhere");
  }
  return result;
}

std::string reply_difference(const Reply& a, const Reply& b) {
  std::string out = differing("problem", a.problem, b.problem) + differing("verdict", a.verdict, b.verdict) +
                    differing("own lines", a.own, b.own) + differing("all lines", a.all, b.all) +
                    differing("facts at the leaves", a.leaves, b.leaves) +
                    differing("presumed", a.presumed, b.presumed);
  // Where the search was given up, it may have got further in another order (3.13 speaks of verdicts and reasons).
  if (!a.settled_perhaps && !b.settled_perhaps) out += differing("settled", a.settled, b.settled);
  if (a.perhaps.empty() && b.perhaps.empty() && !a.settled_perhaps && !b.settled_perhaps)
    out += differing("needs", a.needs, b.needs);
  return out;
}

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = text.find('\n', at);
    out.push_back(text.substr(at, end - at));
    at = end == std::string::npos ? text.size() : end + 1;
  }
  return out;
}

std::string text_of(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

class Shrinker {
 public:
  Shrinker(std::string decision, std::size_t completions)
      : decision_(std::move(decision)), completions_(completions) {}

  // What is told of the facts that both have; enums and tables must be the same.
  bool differs(const std::string& text, const Profile& profile, const Checked& of) {
    std::string why;
    const auto subject = Subject::make(text, why);
    if (!subject) return false;
    const Checked& now = subject->checked();
    if (now.tables.size() != of.tables.size() || now.enums.size() != of.enums.size()) return false;
    for (Index i = 0; i < now.tables.size(); ++i) {
      if (now.tables[i].rows != of.tables[i].rows) return false;
    }
    for (Index i = 0; i < now.enums.size(); ++i) {
      if (now.enums[i].values.size() != of.enums[i].values.size()) return false;
    }
    Profile mapped = profile;
    mapped.told.assign(now.facts.size(), std::nullopt);
    for (Index i = 0; i < now.facts.size(); ++i) {
      for (Index j = 0; j < of.facts.size(); ++j) {
        if (now.names->view(now.facts[i].name) == of.names->view(of.facts[j].name))
          mapped.told[i] = profile.told[j];
      }
    }
    for (Index i = 0; i < now.decisions.size(); ++i) {
      if (subject->decision_name(i) != decision_) continue;
      const Compared compared = compare(*subject, i, mapped, {completions_}, nullptr);
      if (compared.difference.empty()) return false;
      report_ = compared.difference;
      json_ = json_of(now, mapped);
      return true;
    }
    return false;
  }
  [[nodiscard]] std::string report() const { return json_ + "\n" + report_; }

 private:
  std::string decision_;
  std::size_t completions_;
  std::string report_, json_;
};

}  // namespace

std::string shrunk(const std::string& text, const std::string& decision, const Profile& original,
                   const Checked& of, std::size_t completions) {
  Shrinker shrinker(decision, completions);
  Profile profile = original;
  if (!shrinker.differs(text, profile, of)) return "(it does not happen again by itself)\n" + text;
  for (Index i = 0; i < profile.told.size(); ++i) {
    if (!profile.told[i]) continue;
    const Profile kept = profile;
    forget(of, i, profile);
    if (!shrinker.differs(text, profile, of)) profile = kept;
  }
  std::vector<std::string> lines = lines_of(text);
  // What stands before the first fact gives the types their values, which the profile is told in.
  const auto is_fact = [](const std::string& line) { return line.compare(0, 5, "fact ") == 0; };
  const auto first =
      static_cast<std::size_t>(std::find_if(lines.begin(), lines.end(), is_fact) - lines.begin());
  for (std::size_t chunk = 16; chunk > 0; chunk = chunk == 1 ? 0 : chunk / 2) {
    for (std::size_t at = first; at < lines.size();) {
      std::vector<std::string> fewer = lines;
      const std::size_t end = std::min(lines.size(), at + chunk);
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(at),
                  fewer.begin() + static_cast<std::ptrdiff_t>(end));
      if (shrinker.differs(text_of(fewer), profile, of)) {
        lines = std::move(fewer);
      } else {
        ++at;
      }
    }
  }
  const std::string small = text_of(lines);
  if (!shrinker.differs(small, profile, of)) return "(it does not happen again by itself)\n" + text;
  return small + "# decision " + decision + ", as of " + profile.as_of.iso() + ", law of " +
         profile.law_day.iso() + "\n" + shrinker.report();
}

}  // namespace eligo::oracle
