// SPDX-License-Identifier: MIT
// Owns the way from files to a program: load, check, lower.
#include <algorithm>

#include "interpreter/api/impl.hpp"
#include "interpreter/host/shown.hpp"

namespace eligo {
inline namespace v0 {

namespace {

/// By source: a table of tests and nothing else, which changes no answer.
std::vector<bool> only_tests(const host::Loaded& loaded) {
  std::vector<bool> tests(loaded.sources->size(), false), tables(loaded.sources->size(), false);
  for (const check::TableSource& table : loaded.tables) {
    if (!table.source) continue;
    const bool is_table = std::holds_alternative<grammar::TableDecl>(loaded.ast->decls[table.decl].body);
    (is_table ? tables : tests)[*table.source] = true;
  }
  for (std::size_t i = 0; i < tests.size(); ++i) tests[i] = tests[i] && !tables[i];
  return tests;
}

// Eight bytes at a time, the first the lowest on every machine.
std::uint64_t mixed(std::uint64_t h, std::string_view text) {
  constexpr std::uint64_t odd = 0x9e3779b97f4a7c15ull;
  const std::size_t size = text.size();
  const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(text[i])}; };
  while (text.size() >= 8) {
    h = (h ^ (byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24 | byte(4) << 32 | byte(5) << 40 |
              byte(6) << 48 | byte(7) << 56)) *
        odd;
    h ^= h >> 32;
    text.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  for (std::size_t i = 0; i < text.size(); ++i) rest |= byte(i) << (8 * i);
  h = (h ^ rest) * odd;
  return ((h ^ (h >> 32)) ^ size) * odd;
}

// Over the texts of all files, each with its name's last part, in an order that does not depend on
// folders.
std::string hash_of(const host::Loaded& loaded) {
  const text::SourceSet& sources = *loaded.sources;
  const std::vector<bool> left_out = only_tests(loaded);
  std::vector<std::pair<std::string_view, std::string_view>> all;
  for (text::SourceId id = 0; id < sources.size(); ++id) {
    if (left_out[id]) continue;
    const std::string_view name = sources.name(id);
    all.emplace_back(name.substr(name.rfind('/') + 1), sources.bytes(id));
  }
  std::sort(all.begin(), all.end());
  std::uint64_t h = 0xcbf29ce484222325ull;
  for (const auto& [name, text] : all) h = mixed(mixed(h, name), text);
  h ^= h >> 29;
  std::string hex(16, '0');
  for (std::size_t i = 0; i < 16; ++i) hex[15 - i] = "0123456789abcdef"[(h >> (4 * i)) & 15];
  return hex;
}

// A list is told by its length, but what was told of its members goes with it: that is no business of a cell.
std::vector<FactCell> cells_of(const check::Checked& checked, const program::Program& program) {
  std::vector<FactCell> cells(program.slots.size());
  for (std::size_t i = 0; i < checked.facts.size(); ++i)
    if (checked.facts[i].list == check::nowhere) cells[i] = eval::cell_of(program.slots[i]);
  return cells;
}

Compiled compile_files(Importer& importer, const std::string& name) {
  Compiled compiled;
  auto impl = std::make_unique<Program::Impl>();
  impl->loaded = host::load(importer, name, impl->limits);
  const host::Loaded& loaded = impl->loaded;
  check::Input input;
  input.sources = loaded.sources.get();
  input.ast = loaded.ast.get();
  input.names = loaded.names.get();
  input.units = loaded.units;
  input.tables = loaded.tables;
  input.told = &loaded.diagnostics;
  input.incomplete = loaded.incomplete;
  input.limits = impl->limits;
  check::CheckResult result = check::check(input);
  text::Diagnostics all = loaded.diagnostics;
  all.insert(all.end(), result.diagnostics.begin(), result.diagnostics.end());
  text::sort(all, *loaded.sources);
  bool errors = false;
  for (const text::Diagnostic& d : all) {
    errors = errors || d.severity == text::Severity::error;
    compiled.diagnostics.push_back(api::diagnostic_of(*loaded.sources, d));
  }
  for (text::SourceId id = 0; id < loaded.sources->size(); ++id)
    compiled.files.emplace_back(loaded.sources->name(id), loaded.sources->bytes(id));
  if (errors) return compiled;
  impl->checked = std::move(result.checked);
  impl->program = program::lower(impl->checked);
  impl->cells = cells_of(impl->checked, impl->program);
  impl->index = std::make_unique<host::FactIndex>(impl->checked);
  impl->hash = hash_of(loaded);
  compiled.program = std::make_shared<const Program>(std::move(impl));
  return compiled;
}

}  // namespace

Compiled compile(Importer& importer, const std::string& name) noexcept {
  return api::guarded([&] { return compile_files(importer, name); },
                      [] {
                        Compiled failed;
                        Diagnostic d;
                        d.code = "host/out_of_memory";
                        d.message = "there is not enough memory to compile these rules";
                        failed.diagnostics.push_back(std::move(d));
                        return failed;
                      });
}

}  // namespace v0

namespace api {

Place place_of(const text::SourceSet& sources, text::Span span) {
  const text::LineColumn at = sources.position(span.source, span.begin);
  return {std::string(sources.name(span.source)), span.begin, span.end, at.line, at.column};
}

Diagnostic diagnostic_of(const text::SourceSet& sources, const text::Diagnostic& d) {
  Diagnostic out;
  out.code = std::string(text::info(d.code).name);
  out.severity = static_cast<Severity>(d.severity);
  out.place = place_of(sources, d.span);
  // What was found in a file may hold characters that nobody sees.
  out.message = host::visible(d.message);
  for (const text::Label& l : d.labels)
    out.related.push_back({place_of(sources, l.span), host::visible(l.message)});
  for (const std::string& help : d.help) out.help.push_back(host::visible(help));
  for (const text::Fix& f : d.fixes) {
    Fix fix;
    fix.title = f.title;
    for (const text::Edit& e : f.edits) fix.edits.push_back({place_of(sources, e.span), e.replacement});
    out.fixes.push_back(std::move(fix));
  }
  return out;
}

Error out_of_memory() {
  return {"host/out_of_memory", "there is not enough memory", "", "", 0, 0};
}

}  // namespace api
}  // namespace eligo
