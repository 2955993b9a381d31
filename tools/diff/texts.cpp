// SPDX-License-Identifier: MIT
// Owns the joining of a text and all that begin with it.
#include "tools/diff/texts.hpp"

#include <algorithm>

namespace eligo::diff {

namespace {

bool has(const std::vector<std::string>& sorted, const std::string& text) {
  return std::binary_search(sorted.begin(), sorted.end(), text);
}

bool begins_with(const std::string& text, const std::string& beginning) {
  return text.compare(0, beginning.size(), beginning) == 0;
}

std::string shown(const Phrases& phrases, const std::string& text) {
  return text.empty() ? std::string(phrases.empty_text) : text;
}

/// All those of a set that begin alike; `others` is the rest of what the rules tell apart.
struct Beginning {
  std::string text;
  bool whole = false;  // the text itself and all that is named and begins with it too, but for `without`
  std::vector<std::string> without;  // longer ones
};

class Said {
 public:
  Said(const analysis::Texts& these, const analysis::Texts& others) : these_(these), others_(others) {
    for (const std::string& text : these.longer) add(text);
  }

  [[nodiscard]] std::vector<std::string> named() const {
    std::vector<std::string> all;
    for (const std::string& text : these_.named)
      if (!is_within(text)) all.push_back(text);
    return all;
  }

  [[nodiscard]] std::vector<std::string> beginnings(const Phrases& phrases) const {
    std::vector<std::string> all;
    for (const Beginning& one : beginnings_) {
      const std::string what =
          one.whole ? phrases.what_begins(one.text) : phrases.another_that_begins(one.text);
      std::string without;
      for (const std::string& text : one.without) without += (without.empty() ? "" : ", ") + text;
      all.push_back(without.empty() ? what : phrases.but_with_none_of(what, without));
    }
    return all;
  }

 private:
  // Shorter ones come first, since they are sorted.
  void add(const std::string& text) {
    if (is_within(text)) return;
    Beginning one{text, has(these_.named, text), {}};
    for (const std::string& other : others_.named) {
      const bool is_longer = other.size() > text.size() && begins_with(other, text);
      if (is_longer && !has(others_.longer, other)) one.whole = false;
    }
    for (const std::string& other : others_.longer)
      if (other.size() > text.size() && begins_with(other, text)) one.without.push_back(other);
    // What is left out whole needs no other words; of what is left out in part each is named.
    for (const std::string& other : one.without)
      if (has(these_.named, other)) one.whole = false;
    beginnings_.push_back(std::move(one));
  }

  [[nodiscard]] bool is_within(const std::string& text) const {
    return std::any_of(beginnings_.begin(), beginnings_.end(), [&](const Beginning& one) {
      const bool is_out = std::any_of(one.without.begin(), one.without.end(),
                                      [&](const std::string& out) { return begins_with(text, out); });
      return one.whole && begins_with(text, one.text) && !is_out;
    });
  }

  const analysis::Texts &these_, &others_;
  std::vector<Beginning> beginnings_;
};

std::vector<Choice> choices(const Phrases& phrases, const std::vector<std::string>& texts) {
  std::vector<Choice> all;
  for (const std::string& text : texts) all.push_back({text, shown(phrases, text)});
  return all;
}

}  // namespace

void add_texts(const analysis::Values& values, const Phrases& phrases, Part& part) {
  const Said these(values.texts, values.other_texts), others(values.other_texts, values.texts);
  part.is_plain = true;
  part.values = choices(phrases, these.named());
  part.ranges = these.beginnings(english);
  if (!values.texts.others) {
    part.printed = these.beginnings(phrases);
    return;
  }
  part.ranges.emplace_back(english.any_other_text);
  part.others = choices(phrases, others.named());
  part.others_printed = others.beginnings(phrases);
  if (part.others.empty() && part.others_printed.empty()) part.printed.emplace_back(phrases.any);
}

}  // namespace eligo::diff
