// SPDX-License-Identifier: MIT
// Owns the proof-reader: what must never stand in an answer for people.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "interpreter/words/words.hpp"

namespace eligo::words::test {

/// Reads answers of one ruleset in one language; what it must know of them is gathered once.
class ProofReader {
 public:
  ProofReader(const check::Checked& checked, std::uint32_t language);

  /// Each fault in a few words: a name of the rules ("a name: id_kind"), a canonical text, a placeholder, a
  /// word that only another language of the ruleset has, a control character, a line over the width, doubled or
  /// dangling blanks. A name is none where the ruleset's own texts have the same word; texts that the person
  /// told are the person's own words, and are passed over.
  [[nodiscard]] std::vector<std::string> faults(const Context& context, std::string_view answer) const;

 private:
  using Words = std::set<std::string>;
  Words names_, own_;
  Words folded_, foreign_;        // in small letters: of this language, of the others
  std::vector<std::string> ids_;  // of lines, where they could stand in no sentence
};

/// The same for one answer alone.
[[nodiscard]] std::vector<std::string> proofread(const Context& context, std::string_view answer);

}  // namespace eligo::words::test
