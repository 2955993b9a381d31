// SPDX-License-Identifier: MIT
// How long loading takes beside the bare match of the same text, and whether long lists of members take their length.
#include <map>
#include <string>

#include "eligo/eligo.hpp"
#include "grammar/parse.hpp"
#include "tests/bench/ratios.hpp"
#include "tests/bench/rules.hpp"

namespace {

void match(benchmark::State& state, const std::string& text) {
  eligo::text::SourceSet sources;
  const auto id = sources.add("load.eligo", text);
  for (auto _ : state)
    if (!eligo::grammar::matches(sources, id)) return state.SkipWithError("the text does not match");
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void load(benchmark::State& state, const std::string& text) {
  for (auto _ : state) {
    eligo::MemoryImporter files;
    files.add("load.eligo", text);
    if (eligo::compile(files, "load.eligo").program == nullptr)
      return state.SkipWithError("the text does not compile");
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

std::string members(int count) {
  std::string text = "ruleset long \"Long\"\nend\nfact b : whole\ndecision d\n  b is one of 0";
  for (int i = 1; i < count; ++i) text += ", " + std::to_string(3 * i);
  return text + "\nend\n";
}

}  // namespace

int main(int argc, char** argv) {
  std::map<int, std::string> texts;
  for (const int count : {100, 1'000, 10'000}) {
    const std::string& text = texts[count] = eligo::bench::rules(count);
    const std::string name = "/" + std::to_string(count) + "_rules";
    for (const auto& [what, work] : {std::pair("match", &match), std::pair("load", &load)})
      benchmark::RegisterBenchmark((what + name).c_str(), [&text, work = work](benchmark::State& state) {
        work(state, text);
      })->Unit(benchmark::kMillisecond);
  }
  const std::string few = members(1'000), many = members(10'000);
  for (const auto& [name, text] :
       {std::pair("load/1000_members", &few), std::pair("load/10000_members", &many)})
    benchmark::RegisterBenchmark(name, [text = text](benchmark::State& state) {
      load(state, *text);
    })->Unit(benchmark::kMillisecond);
  return eligo::bench::run(argc, argv, 9, [&](const eligo::bench::Medians& medians) {
    for (const auto& [count, text] : texts) {
      const std::string name = "/" + std::to_string(count) + "_rules";
      medians.compare("load " + std::to_string(count) + " rules, beside the bare match", "match" + name,
                      "load" + name);
    }
    medians.compare("load `is one of` 10,000 members, beside 1,000", "load/1000_members",
                    "load/10000_members");
  });
}
