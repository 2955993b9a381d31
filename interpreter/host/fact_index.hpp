// SPDX-License-Identifier: MIT
// Owns the way from a fact's name, as profiles spell it, to the fact. Made once for a program, then shared by
// all threads.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interpreter/check/checked.hpp"

namespace eligo::host {

/// Refers to the Checked, which must outlive it.
class FactIndex {
 public:
  explicit FactIndex(const check::Checked& checked);

  [[nodiscard]] const check::Checked& checked() const { return *checked_; }
  [[nodiscard]] std::string_view name(check::Index fact) const {
    return checked_->names->view(checked_->facts[fact].name);
  }

  [[nodiscard]] bool is_list(check::Index fact) const { return checked_->facts[fact].list != check::nowhere; }

  /// check::nowhere where there is no such fact.
  [[nodiscard]] check::Index find(std::string_view name) const;
  /// True of `id` where there is a fact `id.kind`.
  [[nodiscard]] bool is_group(std::string_view name) const;
  /// The fact that was perhaps meant, or "": one whose last part this is (`kind` for `id.kind`), or the
  /// nearest.
  [[nodiscard]] std::string_view nearest(std::string_view name) const;

 private:
  const check::Checked* checked_;
  std::vector<std::pair<std::string_view, check::Index>> by_name_;  // sorted
};

}  // namespace eligo::host
