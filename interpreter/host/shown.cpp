// SPDX-License-Identifier: MIT
// Owns how a foreign text is shown inside a message.
#include "interpreter/host/shown.hpp"

#include <cstdint>

#include "grammar/text/unseen.hpp"
#include "interpreter/words/utf8.hpp"

namespace eligo::host {
namespace {

std::string shown(std::string_view text, std::size_t most) {
  std::string shown;
  std::size_t characters = 0;
  std::uint32_t before = 0;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    if (characters == most) return shown + "…";
    const words::CodePoint c = words::decode(text, at);
    if (text::is_unseen(c.value, before))
      shown += text::stand_in(c.value);
    else if (c.value == 0xFFFD)
      shown += "\uFFFD";
    else
      shown += text.substr(at, c.size);
    before = c.value;
    at += c.size;
  }
  return shown;
}

}  // namespace

std::string visible(std::string_view utf8) {
  return shown(utf8, utf8.size());
}

std::string shortly(std::string_view utf8) {
  return shown(utf8, 40);
}

}  // namespace eligo::host
