// SPDX-License-Identifier: MIT
// Owns how lowering finds what it made before: ids by hash, in one stretch of memory.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace eligo::program {

[[nodiscard]] inline std::uint64_t mix(std::uint64_t h, std::uint64_t v) {
  h ^= v + 0x9e3779b97f4a7c15ull + (h << 6) + (h >> 2);
  h *= 0xff51afd7ed558ccdull;
  return h ^ (h >> 32);
}

/// Ids of things that lie elsewhere; whoever asks says which of them is the one.
class Known {
 public:
  static constexpr std::uint32_t nothing = 0xffffffffu;

  /// The id of that hash for which `same(id)` holds, or `nothing`.
  template <typename Same>
  [[nodiscard]] std::uint32_t find(std::uint64_t hash, const Same& same) const {
    if (places_.empty()) return nothing;
    const std::size_t mask = places_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      const Place& place = places_[at];
      if (place.id == nothing) return nothing;
      if (place.hash == static_cast<std::uint32_t>(hash) && same(place.id)) return place.id;
    }
  }

  /// For so many things, without growing.
  void reserve(std::size_t things) {
    while (2 * things > places_.size()) grow();
  }

  void add(std::uint64_t hash, std::uint32_t id) {
    if (2 * ++count_ > places_.size()) grow();
    put({static_cast<std::uint32_t>(hash), id});
  }

 private:
  struct Place {
    std::uint32_t hash = 0;
    std::uint32_t id = nothing;
  };

  void put(Place place) {
    const std::size_t mask = places_.size() - 1;
    std::size_t at = place.hash & mask;
    while (places_[at].id != nothing) at = (at + 1) & mask;
    places_[at] = place;
  }

  void grow() {
    std::vector<Place> old(places_.empty() ? 16 : 2 * places_.size());
    std::swap(old, places_);
    for (const Place& place : old)
      if (place.id != nothing) put(place);
  }

  std::vector<Place> places_;  // a power of two of them, at most half full
  std::size_t count_ = 0;
};

}  // namespace eligo::program
