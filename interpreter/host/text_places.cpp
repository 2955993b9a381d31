// SPDX-License-Identifier: MIT
// Owns the way from the bytes of a profile to its lines and columns.
#include "interpreter/host/json.hpp"

namespace eligo::host {

TextPlace TextPlaces::at(std::uint32_t offset) {
  if (offset < offset_) {
    offset_ = 0;
    place_ = {};
  }
  for (; offset_ < offset; ++offset_) {
    const char c = text_[offset_];
    if (c == '\n' || (c == '\r' && (offset_ + 1 == text_.size() || text_[offset_ + 1] != '\n'))) {
      ++place_.line;
      place_.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++place_.column;
    }
  }
  return place_;
}

}  // namespace eligo::host
