// SPDX-License-Identifier: MIT
// Owns the tables of versions: which texts are one, how they print, and their order.
#include "interpreter/types/version.hpp"

#include <catch2/catch.hpp>
#include <vector>

using eligo::types::Version;

TEST_CASE("versions print without zeros at the end") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"16", "16"},
      {"16.1", "16.1"},
      {"16.10", "16.10"},
      {"16.10.0.3", "16.10.0.3"},
      {"9.0", "9"},
      {"9.0.0.0", "9"},
      {"0", "0"},
      {"0.0", "0"},
      {"0.0.0.1", "0.0.0.1"},
      {"007.01", "7.1"},
      {"65535.65535.65535.65535", "65535.65535.65535.65535"},
      {"000000000000000000065535", "65535"},
  }));
  const std::optional<Version> version = Version::parse(text);
  REQUIRE(version);
  CHECK(version->str() == expected);
  CHECK(*version == *Version::parse(expected));
}

TEST_CASE("what is no version is not read") {
  const std::string text =
      GENERATE(as<std::string>(), "", ".", "1.", ".1", "1..2", "1.2.3.4.5", "1.2.3.4.", "-1", "+1", " 1",
               "1 ", "1,2", "v1", "1a", "65536", "1.65536", "4294967296", "18446744073709551616",
               "99999999999999999999999999", "1.-2", "\xD9\xA1");
  CHECK_FALSE(Version::parse(text));
}

TEST_CASE("versions are compared part by part") {
  const std::vector<std::string> ascending = {
      "0",     "0.0.0.1", "0.0.1", "0.1",   "1",      "8.65535", "9",
      "9.0.1", "9.1",     "16.9",  "16.10", "16.100", "17",      "65535.65535.65535.65535"};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      const Version a = *Version::parse(ascending[i]);
      const Version b = *Version::parse(ascending[j]);
      INFO(ascending[i] << " and " << ascending[j]);
      CHECK((a < b) == (i < j));
      CHECK((a <= b) == (i <= j));
      CHECK((a == b) == (i == j));
      CHECK((a != b) == (i != j));
    }
  }
}
