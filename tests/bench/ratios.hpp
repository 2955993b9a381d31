// SPDX-License-Identifier: MIT
// Owns the reading of benchmarks beside one another: those of one run are repeated in turn, so that all meet the same
// machine, and what is reported is a ratio of medians of processor time.
#pragma once

#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace eligo::bench {

/// The usual report, of medians alone, and the median of each benchmark by its name.
class Medians : public benchmark::ConsoleReporter {
 public:
  Medians() : ConsoleReporter(OO_None) {}

  void ReportRuns(const std::vector<Run>& runs) override {
    std::vector<Run> shown;
    for (const Run& run : runs) {
      if (run.error_occurred) failed_ = true;
      const bool is_median = run.run_type == Run::RT_Aggregate && run.aggregate_name == "median";
      if (is_median) nanoseconds_[run.run_name.function_name] = nanoseconds_of(run);
      if (is_median || run.run_type == Run::RT_Iteration) shown.push_back(run);
    }
    if (!shown.empty()) ConsoleReporter::ReportRuns(shown);
  }
  /// Prints how often `one` goes into `other`; false where one of them was not run, or failed.
  bool compare(const std::string& what, const std::string& one, const std::string& other) const {
    const auto a = nanoseconds_.find(one), b = nanoseconds_.find(other);
    if (a == nanoseconds_.end() || b == nanoseconds_.end()) return false;
    std::printf("%-56s %.1f times\n", what.c_str(), b->second / a->second);
    return true;
  }
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  static double nanoseconds_of(const Run& run) {
    return run.GetAdjustedCPUTime() * 1e9 / benchmark::GetTimeUnitMultiplier(run.time_unit);
  }

  std::map<std::string, double> nanoseconds_;
  bool failed_ = false;
};

/// Reads the options of Google Benchmark and runs what was registered, in turn; then `compare` says the ratios.
template <typename Compare>
int run(int argc, char** argv, int repetitions, const Compare& compare) {
  std::vector<std::string> words = {argv[0], "--benchmark_repetitions=" + std::to_string(repetitions),
                                    "--benchmark_enable_random_interleaving=true",
                                    "--benchmark_report_aggregates_only=true"};
  words.insert(words.end(), argv + 1, argv + argc);  // what is asked for counts more than what is usual
  std::vector<char*> all;
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  int count = static_cast<int>(words.size());
  benchmark::Initialize(&count, all.data());
  if (benchmark::ReportUnrecognizedArguments(count, all.data())) return 2;
  Medians medians;
  benchmark::RunSpecifiedBenchmarks(&medians);
  std::printf("\n");
  compare(medians);
  return medians.failed() ? 2 : 0;
}

}  // namespace eligo::bench
