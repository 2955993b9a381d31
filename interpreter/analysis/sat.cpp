// SPDX-License-Identifier: MIT
// Owns the calls of CaDiCaL.
#include "interpreter/analysis/sat.hpp"

#include <algorithm>
#include <cadical.hpp>

namespace eligo::analysis {

struct Sat::Engine {
  CaDiCaL::Solver solver;
};

Sat::Sat() : engine_(std::make_unique<Engine>()) {
  engine_->solver.set("quiet", 1);
  engine_->solver.set("profile", 0);  // else each call reads the clock
  add({always()});
}

Sat::~Sat() = default;

void Sat::add(std::span<const Lit> clause) {
  for (const Lit lit : clause) engine_->solver.add(lit);
  engine_->solver.add(0);
}

Lit Sat::any(std::span<const Lit> of) {
  std::vector<Lit> parts;
  for (const Lit lit : of) {
    if (lit == always()) return always();
    if (lit != -always()) parts.push_back(lit);
  }
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  if (parts.empty()) return -always();
  if (parts.size() == 1) return parts.front();
  const Lit result = fresh();
  for (const Lit lit : parts) add({-lit, result});
  parts.push_back(-result);
  add(parts);
  return result;
}

Lit Sat::all(std::span<const Lit> of) {
  std::vector<Lit> opposites;
  for (const Lit lit : of) opposites.push_back(-lit);
  return -any(opposites);
}

void Sat::prefer(Lit lit) {
  engine_->solver.phase(lit);
}

Sat::Result Sat::solve(std::span<const Lit> assumptions, std::uint32_t most_conflicts) {
  for (const Lit lit : assumptions) engine_->solver.assume(lit);
  engine_->solver.limit("conflicts", static_cast<int>(most_conflicts));
  switch (engine_->solver.solve()) {
    case 10:
      return Result::yes;
    case 20:
      return Result::no;
    default:
      return Result::unknown;
  }
}

bool Sat::needed(Lit assumption) const {
  return engine_->solver.failed(assumption);
}

bool Sat::holds(Lit lit) const {
  return lit > 0 ? engine_->solver.val(lit) > 0 : !(engine_->solver.val(-lit) > 0);
}

}  // namespace eligo::analysis
