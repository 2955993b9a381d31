// SPDX-License-Identifier: MIT
// Owns the search for days without a version, and for days with two.
#include "interpreter/check/versions.hpp"

#include <algorithm>
#include <string_view>

#include "interpreter/types/fault.hpp"

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
  if (from <= first_day && to >= last_day) return "every day";
  if (from <= first_day) return "the days up to " + iso(to);
  if (to >= last_day) return "the days from " + iso(from) + " on";
  return from == to ? "the day " + iso(from) : "the days from " + iso(from) + " to " + iso(to);
}

// Where a version says its days; one without days shows its body.
Span days_span(const grammar::Version& version) {
  return version.days.size() == 0 ? version.body.span : version.days;
}

Span whole_span(const grammar::Version& version) {
  if (version.days.size() == 0) return version.body.span;
  if (version.body.span.size() == 0) return version.days;
  return join(version.days, version.body.span);
}

class Resolver {
 public:
  Resolver(Context& c, const Versioned& of) : c_(c), of_(of) {}

  std::vector<VersionDef> run() {
    std::vector<VersionDef> all;
    bool sound = true;
    for (const Written& written : c_.versions_of(of_.decl)) {
      const grammar::Version& version = *written.version;
      VersionDef def;
      def.from = Date{version.since.value_or(first_day)};
      def.to = Date{version.until.value_or(last_day)};
      def.not_covered = version.not_covered;
      def.body = version.not_covered ? 0 : version.body.condition;
      def.span = whole_span(version);
      def.syntax = &version;
      def.decl = written.decl;
      all.push_back(def);
      sound = one(version) && sound;
    }
    if (all.empty()) {
      c_.say(Code::version_gap, of_.span,
             thing() + " says nothing: it has no " + (of_.kind == Kind::value ? "expression" : "condition"))
          .help.push_back("write what it says before `end`");
      return all;
    }
    if (all.size() > 1)
      std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
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

  void neighbours(std::vector<VersionDef>& all) {
    std::int32_t reach = all.back().to.days;  // of those too that run on below one that has the same days
    if (all.front().from.days > first_day) gap(first_day, all.front().from.days - 1, all.front(), true);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      VersionDef& version = all[i];
      VersionDef& next = all[i + 1];
      const std::int32_t before_next = next.from.days - 1;
      if (version.syntax->until && version.to.days < before_next) {
        gap(version.to.days + 1, before_next, next, true, &version);
      } else if (before_next < version.from.days ||
                 (version.syntax->until && version.to.days > before_next)) {
        overlap(version, next);
        reach = std::max(reach, version.to.days);
      } else {
        ends(version, next);
      }
    }
    if (reach < last_day)
      gap(reach + 1, last_day, all.back(), false, all.back().to.days == reach ? &all.back() : nullptr);
  }

  void ends(VersionDef& version, VersionDef& next) {
    if (types::fault(types::Fault::amendment_is_late) && next.decl != of_.decl) ++next.from.days;
    version.to = Date{next.from.days - 1};
  }

  // `before`: the block to add goes before `beside`, else after it. `earlier`: whose last day is the one before the gap.
  void gap(std::int32_t from, std::int32_t to, const VersionDef& beside, bool before,
           const VersionDef* earlier = nullptr) {
    if (c_.amendment_lost || version_below()) return;
    const Span shown = days_span(*beside.syntax);
    auto& d = c_.say(Code::version_gap, shown, thing() + " has no version for " + day_words(from, to));
    if (earlier != nullptr) days_moved(d, *earlier, before ? &beside : nullptr, from, to);
    const std::string block = days(from, to) + " : ";
    const std::uint32_t place = before ? shown.begin : after_comment(shown.source, beside.span.end);
    const Span at{shown.source, place, place};
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

  // Most gaps are a day that was changed in one place of two.
  static void days_moved(text::Diagnostic& d, const VersionDef& earlier, const VersionDef* later,
                         std::int32_t from, std::int32_t to) {
    const auto offer = [&](const std::string& what, const VersionDef& version, const std::string& right) {
      d.help.push_back(what + ": `" + right + "`");
      d.fixes.push_back({"write `" + right + "`", {{version.syntax->days, right}}});
    };
    if (later != nullptr || earlier.from.days > first_day)
      offer(later != nullptr ? "let the version before run on" : "let the last version run on", earlier,
            days(earlier.from.days, to));
    if (later != nullptr)
      offer("or begin this one earlier", *later,
            days(from, later->syntax->until ? later->to.days : last_day));
  }

  // Behind an `end` too many the next version stands for itself: that was said, and it may hold on these days.
  [[nodiscard]] bool version_below() const {
    const Span stood = c_.ast.decls[of_.decl].span;
    const std::string_view rest = c_.sources.bytes(stood.source).substr(stood.end);
    const std::string_view next = rest.substr(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    return next.substr(0, 6) == "since " || next.substr(0, 6) == "until ";
  }

  // What is said of a line stays with it.
  [[nodiscard]] std::uint32_t after_comment(text::SourceId source, std::uint32_t end) const {
    const std::string_view text = c_.sources.bytes(source);
    const std::size_t next = std::min(text.find_first_not_of(" \t", end), text.size());
    if (next < text.size() && text[next] != '#' && text[next] != '\r' && text[next] != '\n') return end;
    const std::size_t over = std::min(text.find_first_of("\r\n", next), text.size());
    return static_cast<std::uint32_t>(over);
  }

  void overlap(const VersionDef& version, const VersionDef& next) {
    const std::int32_t from = next.from.days;
    std::int32_t to = next.syntax->until ? next.to.days : last_day;
    if (version.syntax->until) to = std::min(to, version.to.days);
    auto& d = c_.say(Code::version_overlap, days_span(*next.syntax),
                     thing() + " has two versions for " + day_words(from, to));
    d.labels.push_back({days_span(*version.syntax), "the other version"});
    if (version.from.days >= from) {
      d.help.push_back(
          from <= first_day
              ? "both begin with the calendar: write `since` and the day from which the new one holds"
              : "change the day of one of them");
      return;
    }
    const std::string right = days(version.from.days, from - 1);
    d.help.push_back("let the other one end before: `" + right + "`");
    d.fixes.push_back({"write `" + right + "`", {{version.syntax->days, right}}});
  }

  Context& c_;
  const Versioned& of_;
};

}  // namespace

std::vector<VersionDef> resolve_versions(Context& c, const Versioned& of) {
  return Resolver(c, of).run();
}

}  // namespace eligo::check
