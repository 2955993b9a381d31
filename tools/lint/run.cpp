// SPDX-License-Identifier: MIT
// Runs the checks one after the other, leaves out what is waived, and brings the findings into the shape of every other
// diagnostic.
#include "tools/lint/run.hpp"

#include <algorithm>
#include <tuple>

#include "interpreter/api/impl.hpp"
#include "tools/lint/lint.hpp"

namespace eligo::lint {
namespace {

class Run {
 public:
  Run(const Program& program, const Options& options)
      : impl_(program.impl()),
        options_(options),
        ruleset_(program.ruleset()),
        uses_(uses_of(impl_.checked)),
        as_of_(types::Date::of(options.as_of.year, options.as_of.month, options.as_of.day)
                   .value_or(types::Date{})),
        prover_(impl_.checked, impl_.program, as_of_),
        context_{impl_.loaded, impl_.checked, impl_.program, uses_, waivers_, as_of_, prover_, settings_} {
    if (options.waivers) waivers_ = read_waivers(*impl_.loaded.ast, *impl_.loaded.sources);
  }

  std::vector<Diagnostic> all() {
    for (const bool after_others : {false, true}) {
      if (after_others) forget_what_did_not_run();
      for (const Lint& lint : lints())
        if (lint.after_others == after_others) one(lint);
    }
    const auto key = [](const Diagnostic& d) {
      return std::tie(d.place.file, d.place.begin, d.place.end, d.code, d.message);
    };
    std::sort(out_.begin(), out_.end(),
              [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
    return std::move(out_);
  }

 private:
  [[nodiscard]] Level level_of(const Lint& lint) const {
    return options_.config.level(lint.code, ruleset_).value_or(lint.level);
  }

  [[nodiscard]] bool is_left_out(const Lint& lint) const {
    return !options_.proofs && lint.code.rfind("logic/", 0) == 0;
  }

  void one(const Lint& lint) {
    const Level level = level_of(lint);
    if (level == Level::off || is_left_out(lint)) return;
    settings_.clear();
    for (const Setting& setting : lint.settings)
      settings_.push_back(options_.config.number(lint.code, setting.name, ruleset_).value_or(setting.usual));
    std::vector<Finding> found;
    lint.run(context_, found);
    for (const Finding& finding : found) {
      if (!lint.every_file && !context_.is_own(finding.span.source)) continue;
      if (!lint.after_others && is_waived(waivers_, context_.sources(), lint.code, finding.span)) continue;
      out_.push_back(diagnostic(lint, level, finding));
    }
  }

  /// A waiver of a check that is switched off is not "unused": nobody looked. Nor is one of a check that finds other
  /// things on other days: else rules that nobody touched would be found fault with overnight.
  void forget_what_did_not_run() {
    for (Waiver& waiver : waivers_)
      for (Waiver::Allowed& allowed : waiver.allowed) {
        const Lint* const lint = find_lint(allowed.code);
        if (lint != nullptr && (lint->by_day || is_left_out(*lint) || level_of(*lint) == Level::off))
          allowed.used = true;
      }
  }

  [[nodiscard]] Diagnostic diagnostic(const Lint& lint, Level level, const Finding& finding) const {
    const text::SourceSet& sources = context_.sources();
    Diagnostic d;
    d.code = lint.code;
    d.severity = severity_of(level);
    d.place = api::place_of(sources, finding.span);
    d.message = finding.message;
    for (const text::Label& label : finding.labels)
      d.related.push_back({api::place_of(sources, label.span), label.message});
    d.help = finding.help;
    for (const text::Fix& fix : finding.fixes) {
      eligo::Fix& out = d.fixes.emplace_back();
      out.title = fix.title;
      for (const text::Edit& edit : fix.edits)
        out.edits.push_back({api::place_of(sources, edit.span), edit.replacement});
    }
    d.witness = finding.witness;
    return d;
  }

  const Program::Impl& impl_;
  const Options& options_;
  const std::string ruleset_;
  const Uses uses_;
  const types::Date as_of_;
  Prover prover_;
  Waivers waivers_;
  std::vector<std::int64_t> settings_;
  const Context context_;
  std::vector<Diagnostic> out_;
};

}  // namespace

std::string Context::tick(text::NameId name) const {
  return "`" + std::string(view(name)) + "`";
}

std::string Context::quote(Span span) const {
  return "`" + std::string(sources().view(span)) + "`";
}

bool Context::is_own(text::SourceId source) const {
  for (const check::TableSource& table : loaded.tables)  // a CSV file belongs to who declares its table
    if (table.source == source) return is_own(ast().decls[table.decl].span.source);
  return std::any_of(loaded.units.begin(), loaded.units.end(),
                     [&](const check::Unit& unit) { return unit.source == source && unit.own; });
}

const Lint* find_lint(std::string_view code) {
  for (const Lint& lint : lints())
    if (lint.code == code) return &lint;
  return nullptr;
}

std::vector<Diagnostic> run(const Program& program, const Options& options) {
  return Run(program, options).all();
}

}  // namespace eligo::lint
