// SPDX-License-Identifier: MIT
// Owns the tables of language.md 3.6: how conditions join, whatever they are about.
#include <algorithm>

#include "tests/oracle/oracle.hpp"

namespace eligo::oracle {

namespace {

bool any_doubt(const std::vector<Condition>& parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [](const Condition& c) { return c.state == State::open && c.may_be_invalid; });
}

std::size_t count(const std::vector<Condition>& parts, State state) {
  return static_cast<std::size_t>(
      std::count_if(parts.begin(), parts.end(), [&](const Condition& c) { return c.state == state; }));
}

// Only what is open can still turn out to be invalid: the other states are final.
Condition joined(State state, const std::vector<Condition>& parts) {
  return Condition{state, state == State::open && any_doubt(parts)};
}

}  // namespace

Condition negated(Condition c) {
  if (c.state == State::yes) {
    c.state = State::no;
  } else if (c.state == State::no) {
    c.state = State::yes;
  }
  return c;
}

// no < invalid < open < yes, the least wins.
Condition all_of(const std::vector<Condition>& parts) {
  for (const State state : {State::no, State::invalid, State::open}) {
    if (count(parts, state) > 0) return joined(state, parts);
  }
  return Condition{State::yes, false};
}

// yes < invalid < open < no, the least wins.
Condition any_of(const std::vector<Condition>& parts) {
  for (const State state : {State::yes, State::invalid, State::open}) {
    if (count(parts, state) > 0) return joined(state, parts);
  }
  return Condition{State::no, false};
}

Condition of_member(const Condition& there, const Condition& asked, State absent) {
  if (there.state == State::yes) return asked;
  if (there.state == State::no || asked.state == absent) return Condition{absent, false};
  return Condition{State::open, asked.may_be_invalid || asked.state == State::invalid};
}

Condition at_least(std::size_t n, const std::vector<Condition>& parts) {
  const std::size_t yes = count(parts, State::yes);
  const std::size_t open = count(parts, State::open);
  const std::size_t broken = count(parts, State::invalid);
  if (yes >= n) return Condition{State::yes, false};
  if (yes + open + broken < n) return Condition{State::no, false};
  return joined(broken > 0 ? State::invalid : State::open, parts);
}

Condition condition_of(const Possible& p) {
  if (p.is_invalid()) return Condition{State::invalid, false};
  if (p.may_be_invalid || !p.is_single()) return Condition{State::open, p.may_be_invalid};
  return Condition{p.items == std::vector<std::uint32_t>{1} ? State::yes : State::no, false};
}

Possible possible_of(const Condition& c) {
  if (c.state == State::invalid) return invalid(Base::yes_or_no);
  return truth(c.state != State::yes, c.state != State::no, c.may_be_invalid);
}

}  // namespace eligo::oracle
