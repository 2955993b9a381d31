// SPDX-License-Identifier: MIT
// Owns the boundary tables of decimals: what is read and printed, and where exact arithmetic ends.
#include "tests/types/decimals.hpp"

#include <limits>
#include <type_traits>

using namespace eligo::types::test;
using eligo::types::Decimal;

namespace {

const std::string big = "1" + std::string(33, '0');  // 10^33

}  // namespace

static_assert(std::is_trivially_copyable_v<Decimal>);
static_assert(sizeof(Decimal) <= 32);

TEST_CASE("decimals are read from plain digits and printed without zeros that say nothing") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"0", "0"},
      {"-0", "0"},
      {"-0.000", "0"},
      {"00", "0"},
      {"007", "7"},
      {"310", "310"},
      {"318.50", "318.5"},
      {"-0.05", "-0.05"},
      {"0.80", "0.8"},
      {"1200", "1200"},
      {"10.01", "10.01"},
      {nines, nines},
      {"0." + nines, "0." + nines},
      {"9999999999999999999999999999999999000", "9999999999999999999999999999999999000"},
      {std::string(5000, '0') + "1." + std::string(5000, '0'), "1"},
      {"18446744073709551615", "18446744073709551615"},
      {"18446744073709551616", "18446744073709551616"},
      {"18446744073709551620", "18446744073709551620"},
  }));
  CHECK(d(text).str() == expected);
  CHECK(d(expected) == d(text));
}

TEST_CASE("what is no plain number is not read") {
  const std::string text = GENERATE(as<std::string>(), "", "-", "+1", "--1", ".5", "5.", "-.5", "1.2.3", "1 ",
                                    " 1", "1,5", "0x10", "1_000", "NaN", "inf", "1e", "1e+", "1e-", "1e1.5",
                                    "1ee1", "e5", "1.e5", "1e 5", "\xD9\xA1", std::string("1\0", 2));
  bool too_long = true;
  CHECK(shown(Decimal::parse(text, true, &too_long)) == "nothing");
  CHECK_FALSE(too_long);
}

TEST_CASE("exponents are read only where they are allowed") {
  CHECK(shown(Decimal::parse("1e3")) == "nothing");
  CHECK(shown(Decimal::parse("1e3", true)) == "1000");
  CHECK(shown(Decimal::parse("-12.50E-1", true)) == "-1.25");
  CHECK(shown(Decimal::parse("1e+02", true)) == "100");
  CHECK(shown(Decimal::parse("0e99999999999999999999", true)) == "0");
  CHECK(shown(Decimal::parse("9007199254740993", true)) == "9007199254740993");  // 2^53 + 1
}

TEST_CASE("a number that does not fit is told from what is no number") {
  const auto [text, fits] = GENERATE(table<std::string, bool>({
      {nines, true},
      {nines + "9", false},
      {nines + "0", true},
      {"0.1" + std::string(32, '0') + "1", true},
      {"0.1" + std::string(33, '0') + "1", false},
      {"1e6144", true},
      {"1e6145", false},
      {nines + "e6111", true},
      {nines + "e6112", false},
      {"1" + std::string(6144, '0'), true},
      {"1" + std::string(6145, '0'), false},
      {"1e-6176", true},
      {"1e-6177", false},
      {"10e-6177", true},
      {"1e400000", false},
      {"1e-99999999999999999999999999999999999999999", false},
      {"1e99999999999999999999999999999999999999999", false},
      {std::string(100000, '7'), false},
  }));
  bool too_long = fits;
  INFO(text.substr(0, 60));
  CHECK(Decimal::parse(text, true, &too_long).has_value() == fits);
  CHECK(too_long == !fits);
}

TEST_CASE("any whole of 64 bits is a decimal and comes back") {
  const std::int64_t whole =
      GENERATE(std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::min() + 1, -1000,
               -1, 0, 1, 10, 1000000000000000000, std::numeric_limits<std::int64_t>::max());
  CHECK(Decimal(whole).str() == std::to_string(whole));
  CHECK(Decimal(whole) == d(std::to_string(whole)));
  CHECK(Decimal(whole).to_whole() == whole);
}

TEST_CASE("a decimal that is no whole of 64 bits has no whole") {
  const std::string text =
      GENERATE(as<std::string>(), "0.5", "-1.1", "9223372036854775808", "-9223372036854775809", "1e19",
               "1e38", "1e39", "1e6144", "-1e40", "1e-6176");
  CHECK_FALSE(d(text).to_whole());
}

TEST_CASE("digits before and after the point are counted") {
  const auto [text, before, after] = GENERATE(table<std::string, int, int>({
      {"0", 0, 0},
      {"0.5", 0, 1},
      {"0.005", 0, 3},
      {"1", 1, 0},
      {"9.99", 1, 2},
      {"10.0", 2, 0},
      {"-318.50", 3, 1},
      {nines, 34, 0},
      {"0." + nines, 0, 34},
      {big, 34, 0},
      {"1e6144", 6145, 0},
      {"1e-6176", 0, 6176},
  }));
  CHECK(d(text).integer_digits() == before);
  CHECK(d(text).places() == after);
  CHECK(d(text).is_whole() == (after == 0));
  CHECK(d(text).is_zero() == (text == "0"));
  CHECK(d(text).is_negative() == (text[0] == '-'));
}

TEST_CASE("every power of ten has as many digits as it should") {
  for (int power = 0; power < 34; ++power) {
    const std::string text = "1" + std::string(static_cast<std::size_t>(power), '0');
    CHECK(d(text).integer_digits() == power + 1);
    if (power > 0) CHECK(d(nines.substr(0, static_cast<std::size_t>(power))).integer_digits() == power);
  }
}

TEST_CASE("decimals are in order, whatever their exponents") {
  const std::vector<std::string> ascending = {"-" + nines + "e6111",
                                              "-1e6144",
                                              "-" + nines,
                                              "-1e33",
                                              "-100.1",
                                              "-100",
                                              "-99.999",
                                              "-1",
                                              "-0.1",
                                              "-1e-6176",
                                              "0",
                                              "1e-6176",
                                              nines + "e-6176",
                                              "1e-34",
                                              "0.0999",
                                              "0.1",
                                              "0.5",
                                              "0.51",
                                              "1",
                                              "9.99",
                                              "10",
                                              "310",
                                              "318.5",
                                              "1200",
                                              "9223372036854775807",
                                              "9223372036854775808",
                                              "18446744073709551616",
                                              "99999999999999999999.9",
                                              "1e33",
                                              nines,
                                              "1e34",
                                              "3.5e37",
                                              "1e38",
                                              "1e39",
                                              "1e6144",
                                              nines + "e6111"};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      const Decimal a = d(ascending[i]);
      const Decimal b = d(ascending[j]);
      INFO(ascending[i] << " and " << ascending[j]);
      CHECK(Decimal::compare(a, b) == (i > j ? 1 : 0) - (i < j ? 1 : 0));
      CHECK((a == b) == (i == j));
      CHECK((a < b) == (i < j));
    }
  }
}

TEST_CASE("sums are exact or there are none") {
  const auto [a, b, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"0.1", "0.2", "0.3"},
      {"0.1", "-0.1", "0"},
      {"0", "1e-6176", d("1e-6176").str()},
      {"310", "8.50", "318.5"},
      {"9007199254740993", "1", "9007199254740994"},
      {"9223372036854775807", "1", "9223372036854775808"},
      {nines, "1", "1" + std::string(34, '0')},
      {nines, "0.1", "nothing"},
      {nines, nines, "nothing"},
      {"5" + std::string(33, '0'), "5" + std::string(33, '0'), "1" + std::string(34, '0')},
      {"1e33", "1", "1" + std::string(32, '0') + "1"},
      {"1e34", "1", "nothing"},
      {"1e34", "-1", nines},
      {"1e35", "-1", "nothing"},
      {"1e35", "-10", nines + "0"},
      {"1.9e34", "-" + nines, "9" + std::string(32, '0') + "1"},
      {"2e34", "-" + nines, "nothing"},
      {"1e38", "-1", "nothing"},
      {"1e39", "-1", "nothing"},
      {"1e6144", "1e-6176", "nothing"},
      {nines + "e6111", "1e6111", "nothing"},
      {"9e6144", "1e6144", "nothing"},
      {"9e6143", "1e6143", d("1e6144").str()},
      {"8e6144", "1e6144", d("9e6144").str()},
  }));
  INFO(a << " + " << b);
  CHECK(shown(Decimal::add(d(a), d(b))) == expected);
  CHECK(shown(Decimal::add(d(b), d(a))) == expected);
  CHECK(shown(Decimal::subtract(d(a), -d(b))) == expected);
}

TEST_CASE("products are exact or there are none") {
  const auto [a, b, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"0.1", "0.2", "0.02"},
      {"-2.5", "4", "-10"},
      {"0", "-5", "0"},
      {"9223372036854775807", "9223372036854775807", "nothing"},
      {"99999999999999999", "99999999999999999", "9999999999999999800000000000000001"},
      {"100000000000000001", "100000000000000001", "nothing"},
      {nines, "1", nines},
      {nines, "10", nines + "0"},
      {nines, "2", "nothing"},
      {nines, nines, "nothing"},
      // 2^112 * 5^48 = 10^48 * 2^64: more than 128 bits until the zeros are off
      {"5192296858534827628530496329220096", "3552713678800500929355621337890625",
       "18446744073709551616" + std::string(48, '0')},
      {"-3552713678800500929355621337890625", "5192296858534827628530496329220096",
       "-18446744073709551616" + std::string(48, '0')},
      {"1e3072", "1e3072", d("1e6144").str()},
      {"1e3072", "1e3073", "nothing"},
      {"1e-3088", "1e-3088", d("1e-6176").str()},
      {"1e-3088", "1e-3089", "nothing"},
      {"2e-3088", "5e-3089", d("1e-6176").str()},
  }));
  INFO(a << " * " << b);
  CHECK(shown(Decimal::multiply(d(a), d(b))) == expected);
  CHECK(shown(Decimal::multiply(d(b), d(a))) == expected);
}
