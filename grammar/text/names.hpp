// SPDX-License-Identifier: MIT
// Owns the spelling of every name of a compile, so that names compare as numbers.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace eligo::text {

/// Two names are the same if and only if their ids are. 0 is the empty name.
using NameId = std::uint32_t;

/// Not thread-safe while interning; `view` is safe from many threads afterwards. Views stay valid.
class Names {
 public:
  Names() : places_(64) { intern(""); }
  NameId intern(std::string_view spelling) {
    const std::uint32_t hash = hash_of(spelling);
    Place& place = places_[place_of(spelling, hash)];
    if (place.id != free) return place.id;
    const auto id = static_cast<NameId>(spellings_.size());
    place = {hash, id};
    spellings_.push_back(keep(spelling));
    if (2 * spellings_.size() > places_.size()) grow();
    return id;
  }
  [[nodiscard]] std::string_view view(NameId id) const { return spellings_[id]; }
  [[nodiscard]] std::size_t size() const { return spellings_.size(); }
  /// The id of a spelling that was interned before, or 0.
  [[nodiscard]] NameId find(std::string_view spelling) const {
    const NameId id = places_[place_of(spelling, hash_of(spelling))].id;
    return id == free ? 0 : id;
  }

 private:
  static constexpr NameId free = 0xffffffffu;
  struct Place {
    std::uint32_t hash = 0;
    NameId id = free;
  };

  // Eight bytes, the first the lowest; of a shorter spelling all that there are.
  [[nodiscard]] static std::uint64_t eight(const char* p, std::size_t size) {
    const auto half = [&](std::size_t at) {
      std::uint32_t word = 0;
      std::memcpy(&word, p + at, sizeof word);
      return std::uint64_t{word};
    };
    const auto byte = [&](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(p[at])}; };
    if (size >= 8) return half(0) | half(4) << 32;
    if (size >= 4) return half(0) | half(size - 4) << 32;
    return size == 0 ? 0 : byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16;
  }
  // The last eight may overlap those before them. `f` says whether to go on.
  template <typename F>
  static void each_eight(std::size_t size, const F& f) {
    std::size_t at = 0;
    while (at + 8 < size && f(at)) at += 8;
    if (at + 8 >= size) f(size < 8 ? 0 : size - 8);
  }
  [[nodiscard]] static bool is_same(std::string_view a, std::string_view b) {
    bool same = a.size() == b.size();
    if (same)
      each_eight(a.size(), [&](std::size_t at) {
        return same = same && eight(a.data() + at, a.size()) == eight(b.data() + at, b.size());
      });
    return same;
  }
  [[nodiscard]] static std::uint32_t hash_of(std::string_view spelling) {
    std::uint64_t h = spelling.size();
    each_eight(spelling.size(), [&](std::size_t at) {
      h = (h ^ eight(spelling.data() + at, spelling.size())) * 0x9e3779b97f4a7c15ull;
      h ^= h >> 29;
      return true;
    });
    return static_cast<std::uint32_t>(h ^ (h >> 32));
  }
  [[nodiscard]] std::size_t place_of(std::string_view spelling, std::uint32_t hash) const {
    const std::size_t mask = places_.size() - 1;
    std::size_t at = hash & mask;
    while (places_[at].id != free &&
           (places_[at].hash != hash || !is_same(spellings_[places_[at].id], spelling)))
      at = (at + 1) & mask;
    return at;
  }
  void grow() {
    std::vector<Place> old(2 * places_.size());
    old.swap(places_);
    for (const Place& place : old) {
      if (place.id == free) continue;
      std::size_t at = place.hash & (places_.size() - 1);
      while (places_[at].id != free) at = (at + 1) & (places_.size() - 1);
      places_[at] = place;
    }
  }
  // Characters stand in large stretches that never move.
  [[nodiscard]] std::string_view keep(std::string_view spelling) {
    constexpr std::size_t stretch = 4096;
    if (spelling.size() > left_) {
      left_ = spelling.size() > stretch ? spelling.size() : stretch;
      next_ = stretches_.emplace_back(new char[left_]).get();
    }
    char* const kept = next_;
    if (!spelling.empty()) std::memcpy(kept, spelling.data(), spelling.size());
    next_ += spelling.size();
    left_ -= spelling.size();
    return {kept, spelling.size()};
  }

  std::vector<std::string_view> spellings_;  // by id
  std::vector<Place> places_;                // by hash: a power of two of them, at most half full
  std::vector<std::unique_ptr<char[]>> stretches_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace eligo::text
