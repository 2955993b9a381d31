// SPDX-License-Identifier: MIT
// Owns the boundary tables of rounding: ties, signs, steps and sizes.
#include "tests/types/decimals.hpp"

using namespace eligo::types::test;
using eligo::types::Decimal;
using eligo::types::RoundMode;

namespace {

std::string digits(const std::string& text) {
  return text == "nothing" ? text : d(text).str();
}

}  // namespace

TEST_CASE("a product is rounded to the step, up away from zero, down towards it") {
  const auto [value, step, up, down, half_up] =
      GENERATE(table<std::string, std::string, std::string, std::string, std::string>({
          {"2.5", "1", "3", "2", "3"},
          {"-2.5", "1", "-3", "-2", "-3"},
          {"2.4999999999999999999999999999999", "1", "3", "2", "2"},
          {"2.5000000000000000000000000000001", "1", "3", "2", "3"},
          {"-2.4999", "1", "-3", "-2", "-2"},
          {"2", "1", "2", "2", "2"},
          {"0", "0.05", "0", "0", "0"},
          {"0.3", "1", "1", "0", "0"},
          {"-0.3", "1", "-1", "0", "0"},
          {"0.5", "1", "1", "0", "1"},
          {"1.005", "0.01", "1.01", "1", "1.01"},
          {"1.025", "0.05", "1.05", "1", "1.05"},
          {"1.024", "0.05", "1.05", "1", "1"},
          {"149", "100", "200", "100", "100"},
          {"150", "100", "200", "100", "200"},
          {"10", "7", "14", "7", "7"},
          {"10.5", "7", "14", "7", "14"},
          {"1e-6176", "1", "1", "0", "0"},
          {"-1e-6176", "1e6111", "-1e6111", "0", "0"},
          {"1e6144", "1", "1e6144", "1e6144", "1e6144"},
          {"1e6144", "1e-6176", "1e6144", "1e6144", "1e6144"},
          {"1e6144", "7", "nothing", "nothing", "nothing"},
          {"7e6143", "7", "7e6143", "7e6143", "7e6143"},
          {nines, "10", "1e34", "9999999999999999999999999999999990", "1e34"},
          {nines, "2", "1e34", "9999999999999999999999999999999998", "1e34"},
          {"9e6144", "2e6144", "nothing", "8e6144", "nothing"},
          {nines + "e6111", "1e6112", "nothing", "9999999999999999999999999999999990e6111", "nothing"},
      }));
  INFO(value << " to " << step);
  CHECK(shown(Decimal::round_product(d(value), d("1"), d(step), RoundMode::up)) == digits(up));
  CHECK(shown(Decimal::round_product(d("1"), d(value), d(step), RoundMode::down)) == digits(down));
  CHECK(shown(Decimal::round_product(d(value), d("1"), d(step), RoundMode::half_up)) == digits(half_up));
  CHECK(shown(Decimal::round_quotient(d(value), d("1"), d(step), RoundMode::up)) == digits(up));
  CHECK(shown(Decimal::round_quotient(d(value), d("-1"), d(step), RoundMode::half_up)) ==
        (half_up == "nothing" ? half_up : (-d(half_up)).str()));
}

TEST_CASE("a product that has no exact decimal of its own is still rounded once") {
  // 68 digits: (10^34 - 1)^2 = 10^68 - 2 * 10^34 + 1
  CHECK(shown(Decimal::round_product(d(nines), d(nines), d("1"), RoundMode::up)) == "nothing");
  CHECK(shown(Decimal::round_product(d(nines), d(nines), d("1e35"), RoundMode::up)) == digits("1e68"));
  CHECK(shown(Decimal::round_product(d(nines), d(nines), d("1e34"), RoundMode::down)) ==
        digits("9999999999999999999999999999999998e34"));
  // half up of a value just below the half, which rounding twice would get wrong
  CHECK(shown(Decimal::round_product(d("0.49999999999999999999999999999999"),
                                     d("1.0000000000000000000000000000001"), d("1"), RoundMode::half_up)) ==
        "1");
  CHECK(shown(Decimal::round_product(d("0.4999999999999999999999999999999999"),
                                     d("1.000000000000000000000000000000000"), d("1"), RoundMode::half_up)) ==
        "0");
}

TEST_CASE("a quotient is computed exactly and rounded once") {
  const auto [a, b, step, up, down, half_up] =
      GENERATE(table<std::string, std::string, std::string, std::string, std::string, std::string>({
          {"10", "3", "0.01", "3.34", "3.33", "3.33"},
          {"-10", "3", "0.01", "-3.34", "-3.33", "-3.33"},
          {"-10", "-3", "1", "4", "3", "3"},
          {"1", "8", "0.01", "0.13", "0.12", "0.13"},
          {"2", "3", "0.05", "0.7", "0.65", "0.65"},
          {"1", "3", "1e-33", "0.333333333333333333333333333333334", "0.333333333333333333333333333333333",
           "0.333333333333333333333333333333333"},
          {"1", "3", "1e-34", "0.3333333333333333333333333333333334", "0.3333333333333333333333333333333333",
           "0.3333333333333333333333333333333333"},
          {"1", "3", "1e-35", "nothing", "nothing", "nothing"},
          {"0", "3", "1", "0", "0", "0"},
          {"1e6144", "1e-6176", "1", "nothing", "nothing", "nothing"},
          {"1e3000", "1e-3000", "1e-6000", "1e6000", "1e6000", "1e6000"},
          {"1e3000", "3e-3000", "1", "nothing", "nothing", "nothing"},
          {"9e3000", "3e-3000", "3", "3e6000", "3e6000", "3e6000"},
          {"1e-6176", "1e6144", "0.01", "0.01", "0", "0"},
          {"1", "0", "1", "nothing", "nothing", "nothing"},
          {"0", "0", "1", "nothing", "nothing", "nothing"},
          // one over 2^112, which only cancels after 112 zeros
          {"1e300", "5192296858534827628530496329220096", "1", "nothing", "nothing", "nothing"},
          {"5192296858534827628530496329220096e300", "5192296858534827628530496329220096", "1", "1e300",
           "1e300", "1e300"},
      }));
  INFO(a << " / " << b << " to " << step);
  CHECK(shown(Decimal::round_quotient(d(a), d(b), d(step), RoundMode::up)) == digits(up));
  CHECK(shown(Decimal::round_quotient(d(a), d(b), d(step), RoundMode::down)) == digits(down));
  CHECK(shown(Decimal::round_quotient(d(a), d(b), d(step), RoundMode::half_up)) == digits(half_up));
}

TEST_CASE("a tie beyond 128 bits is a tie") {
  // 2^112 * 5^48 = 2^64 * 10^48, of which these are one half, one and a half, and the next below a half
  const Decimal divisor = d("5192296858534827628530496329220096");
  const Decimal step = d("3552713678800500929355621337890625");
  const auto rounded = [&](const std::string& text, RoundMode mode) {
    return shown(Decimal::round_quotient(d(text), divisor, step, mode));
  };
  CHECK(rounded("9223372036854775808e48", RoundMode::half_up) == step.str());
  CHECK(rounded("9223372036854775808e48", RoundMode::up) == step.str());
  CHECK(rounded("9223372036854775808e48", RoundMode::down) == "0");
  CHECK(rounded("-27670116110564327424e48", RoundMode::half_up) == "-7105427357601001858711242675781250");
  CHECK(rounded("-27670116110564327424e48", RoundMode::down) == "-" + step.str());
  CHECK(rounded("9223372036854775807.999999999999999e48", RoundMode::half_up) == "0");
}

TEST_CASE("a step that is not above zero rounds nothing") {
  const std::string step = GENERATE(as<std::string>(), "0", "-1", "-0.01");
  CHECK_FALSE(Decimal::round_product(d("1"), d("1"), d(step), RoundMode::up));
  CHECK_FALSE(Decimal::round_quotient(d("1"), d("1"), d(step), RoundMode::down));
}

TEST_CASE("shifts around those that the wide arithmetic cuts off give the same digits") {
  for (int power = 60; power < 400; ++power) {
    const std::string zeros = "e" + std::to_string(power);
    INFO(zeros);
    CHECK(shown(Decimal::round_quotient(d("21" + zeros), d("7"), d("3"), RoundMode::up)) ==
          digits("3" + zeros));
    CHECK(shown(Decimal::round_product(d(nines + zeros), d("7"), d("7"), RoundMode::up)) == "nothing");
    CHECK(shown(Decimal::round_product(d("1111111111111111111111111111111111" + zeros), d("9"), d(nines),
                                       RoundMode::up)) == digits(nines + zeros));
    CHECK(shown(Decimal::round_product(d("1e-" + std::to_string(power)), d(nines), d(nines),
                                       RoundMode::up)) == nines);
    CHECK(shown(Decimal::round_product(d("1e-" + std::to_string(power)), d(nines), d(nines),
                                       RoundMode::half_up)) == "0");
  }
}
