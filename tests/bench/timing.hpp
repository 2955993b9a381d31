// SPDX-License-Identifier: MIT
// How the benchmarks measure: processor time of the thread, so that what else runs on the machine counts less.
#pragma once

#include <time.h>

#include <algorithm>
#include <vector>

namespace eligo::bench {

[[nodiscard]] inline double now_ns() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) * 1e9 + static_cast<double>(t.tv_nsec);
}

template <typename Work>
[[nodiscard]] double once_ns(const Work& work) {
  const double begin = now_ns();
  work();
  return now_ns() - begin;
}

[[nodiscard]] inline double median(std::vector<double> rounds) {
  const auto middle = rounds.begin() + static_cast<std::ptrdiff_t>(rounds.size() / 2);
  std::nth_element(rounds.begin(), middle, rounds.end());
  return *middle;
}

/// The median over rounds of the time of one call; each round lasts about 20 ms.
template <typename Work>
[[nodiscard]] double median_ns(const Work& work) {
  const auto timed = [&](long calls) {
    return once_ns([&] {
      for (long i = 0; i < calls; ++i) work();
    });
  };
  long calls = 1;
  while (timed(calls) < 20e6) calls *= 2;
  std::vector<double> rounds;
  for (int round = 0; round < 15; ++round) rounds.push_back(timed(calls) / static_cast<double>(calls));
  return median(std::move(rounds));
}

}  // namespace eligo::bench
