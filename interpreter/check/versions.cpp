// SPDX-License-Identifier: MIT
// Owns the search for days without a version, and for days with two.
#include "interpreter/check/versions.hpp"

#include <algorithm>

namespace eligo::check {
namespace {

using Kind = Entry::Kind;
using types::Date;

constexpr std::int32_t first_day = Date::min_days;
constexpr std::int32_t last_day = Date::max_days;

// "until 2025-05-25", "since 2025-05-26", "since … until …"
std::string days(std::int32_t from, std::int32_t to) {
  if (from <= first_day) return "until " + iso(to);
  return "since " + iso(from) + (to >= last_day ? "" : " until " + iso(to));
}

// "up to 2025-05-25", "from 2025-05-26 on", "from … to …", "2025-05-26"
std::string day_words(std::int32_t from, std::int32_t to) {
  if (from <= first_day) return "the days up to " + iso(to);
  if (to >= last_day) return "the days from " + iso(from) + " on";
  return from == to ? "the day " + iso(from) : "the days from " + iso(from) + " to " + iso(to);
}

Span whole_span(const grammar::Version& version) {
  if (version.days.size() == 0) return version.body.span;
  if (version.body.span.size() == 0) return version.days;
  return join(version.days, version.body.span);
}

class Resolver {
 public:
  Resolver(Context& c, const Versioned& of) : c_(c), of_(of) {}

  std::vector<ResolvedVersion> run(const std::vector<grammar::Version>& versions) {
    std::vector<ResolvedVersion> all;
    bool sound = true;
    for (const grammar::Version& version : versions) {
      ResolvedVersion resolved;
      resolved.def.from = Date{version.since.value_or(first_day)};
      resolved.def.to = Date{version.until.value_or(last_day)};
      resolved.def.not_covered = version.not_covered;
      resolved.def.body = version.not_covered ? 0 : version.body.condition;
      resolved.def.span = whole_span(version);
      resolved.syntax = &version;
      all.push_back(resolved);
      sound = one(version) && sound;
    }
    if (all.empty()) {
      c_.say(Code::version_gap, of_.span,
             thing() + " says nothing: it has no " + (of_.kind == Kind::value ? "expression" : "condition"))
          .help.push_back("write what it says before `end`");
      return all;
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.def.from < b.def.from; });
    if (sound) neighbours(all);
    return all;
  }

 private:
  std::string thing() const {
    return "the " + std::string(Context::kind_word(of_.kind)) + " " + c_.tick(of_.name);
  }

  bool one(const grammar::Version& version) {
    if (version.not_covered && of_.kind == Kind::rule) {
      auto& d = c_.say(Code::version_not_covered, version.days.size() > 0 ? version.days : of_.span,
                       "a rule cannot be `not covered`, expected `never` or `always`");
      d.help.push_back(
          "`never` if nobody had the right on these days, `always` if the rule asked nothing then");
      d.help.push_back("a value or a decision can be `not covered`");
    }
    if (version.since && version.until && *version.until < *version.since) {
      auto& d = c_.say(
          Code::version_order, version.days,
          "the version ends on " + iso(*version.until) + ", before it begins on " + iso(*version.since));
      d.help.push_back("both days are included");
      d.fixes.push_back({"exchange the days", {{version.days, days(*version.until, *version.since)}}});
      return false;
    }
    return true;
  }

  void neighbours(std::vector<ResolvedVersion>& all) {
    if (all.front().def.from.days > first_day)
      gap(first_day, all.front().def.from.days - 1, all.front(), true);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      ResolvedVersion& version = all[i];
      const ResolvedVersion& next = all[i + 1];
      const std::int32_t before_next = next.def.from.days - 1;
      if (version.syntax->until && version.def.to.days < before_next)
        gap(version.def.to.days + 1, before_next, next, true);
      else if (before_next < version.def.from.days ||
               (version.syntax->until && version.def.to.days > before_next))
        overlap(version, next);
      else
        version.def.to = Date{before_next};
    }
    if (all.back().def.to.days < last_day) gap(all.back().def.to.days + 1, last_day, all.back(), false);
  }

  // `before`: the block to add goes before `beside`, else after it.
  void gap(std::int32_t from, std::int32_t to, const ResolvedVersion& beside, bool before) {
    const Span days_span = beside.syntax->days;
    auto& d = c_.say(Code::version_gap, days_span, thing() + " has no version for " + day_words(from, to));
    const std::string block = days(from, to) + " : ";
    const Span at = before ? Span{days_span.source, days_span.begin, days_span.begin}
                           : Span{days_span.source, beside.def.span.end, beside.def.span.end};
    const auto offer = [&](const std::string& word, const std::string& meaning) {
      d.help.push_back("add `" + block + word + "` if " + meaning);
      d.fixes.push_back(
          {"add `" + block + word + "`", {{at, before ? block + word + "\n  " : "\n  " + block + word}}});
    };
    if (of_.kind == Kind::rule) {
      offer("never", "it was a way to a right that nobody had on these days");
      offer("always", "it was a condition that nobody had to meet on these days");
    } else {
      offer("not covered", "the rules say nothing about these days");
    }
  }

  void overlap(const ResolvedVersion& version, const ResolvedVersion& next) {
    const std::int32_t from = next.def.from.days;
    std::int32_t to = next.syntax->until ? next.def.to.days : last_day;
    if (version.syntax->until) to = std::min(to, version.def.to.days);
    auto& d = c_.say(Code::version_overlap, next.syntax->days,
                     thing() + " has two versions for " + day_words(from, to));
    d.labels.push_back({version.syntax->days, "the other version"});
    if (version.def.from.days >= from) {
      d.help.push_back("change the day of one of them");
      return;
    }
    const std::string right = days(version.def.from.days, from - 1);
    d.help.push_back("let the other one end before: `" + right + "`");
    d.fixes.push_back({"write `" + right + "`", {{version.syntax->days, right}}});
  }

  Context& c_;
  const Versioned& of_;
};

}  // namespace

std::vector<ResolvedVersion> resolve_versions(Context& c, const Versioned& of,
                                              const std::vector<grammar::Version>& versions) {
  return Resolver(c, of).run(versions);
}

}  // namespace eligo::check
