// SPDX-License-Identifier: MIT
// Owns leaves that are made of several comparisons of days: `is 18` is "18, and not 19", `max(A, B) >= 18` is "A is, or B is", and
// a value of several versions or cases is the one that is chosen.
#pragma once

#include <optional>

#include "interpreter/analysis/encode.hpp"
#include "interpreter/analysis/forms.hpp"

namespace eligo::analysis {

class Order;

class Compound {
 public:
  Compound(const program::Program& program, const Axes& axes, Encoder& encoder, Space& space, Order& order)
      : program_(program),
        encoder_(encoder),
        space_(space),
        order_(order),
        axes_(axes),
        forms_(program, axes) {}

  /// A literal that holds where the leaf is yes, and does not where it is no; where it is invalid, or a fact of it is none, it says
  /// nothing. None of a leaf that is not made of such comparisons alone, or of too many.
  [[nodiscard]] std::optional<Lit> of(const Leaf& leaf);

 private:
  using Made = std::optional<Lit>;

  template <typename F>
  [[nodiscard]] Made chosen(const program::Node& choice, F of);
  [[nodiscard]] Made both(Made a, Made b);
  [[nodiscard]] static Made not_so(Made made) { return made ? Made(-*made) : std::nullopt; }
  [[nodiscard]] Made less(NodeId left, NodeId right, bool strict);
  [[nodiscard]] Made equal(NodeId left, NodeId right);
  /// number >= bound + more
  [[nodiscard]] Made at_least_as(NodeId number, NodeId bound, std::int64_t more);
  /// number >= least
  [[nodiscard]] Made at_least(NodeId number, std::int64_t least);
  /// day + steps <= other (strict: <)
  [[nodiscard]] Made before(NodeId day, const std::vector<Step>& steps, NodeId other, bool strict);
  [[nodiscard]] Made from_itself(const Day& from, const Day& to, bool strict);
  /// fixed <= day (strict: <)
  [[nodiscard]] Made from_on(types::Date fixed, const Day& day, bool strict);
  [[nodiscard]] std::optional<types::Date> date_of(NodeId id, const std::vector<Step>& steps) const;
  [[nodiscard]] bool is(NodeId id, types::Base base) const { return program_.nodes[id].type.base == base; }

  const program::Program& program_;
  Encoder& encoder_;
  Space& space_;
  Order& order_;
  const Axes& axes_;
  Forms forms_;
  std::uint32_t parts_ = 0;  // seen so far
};

}  // namespace eligo::analysis
