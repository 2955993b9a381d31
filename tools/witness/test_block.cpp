// SPDX-License-Identifier: MIT
// Owns the spelling of told values as rule files have them.
#include "tools/witness/test_block.hpp"

#include "eligo/eligo.hpp"
#include "interpreter/host/told_value.hpp"

namespace eligo::witness {

namespace {

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
    if (c == '{' || c == '}') out += c;
  }
  return out + "\"";
}

std::string value(const Rules& rules, std::uint32_t slot, const types::Possible& told) {
  return spelled(rules, rules.program.slots[slot].type, told.exact());
}

bool is_told(const eval::Profile& profile, std::uint32_t slot) {
  return profile.status(slot) == eval::Profile::Status::exactly;
}

std::string members(const Rules& rules, const eval::Profile& profile, const check::ListDef& list) {
  const auto length = static_cast<std::uint32_t>(profile.possible(list.fact).lo);
  const check::RecordDef& record = rules.checked.records[list.record];
  std::string all = "[";
  for (std::uint32_t m = 0; m < length; ++m) {
    std::string fields;
    for (std::uint32_t f = 0; f < record.fields.size(); ++f) {
      const std::uint32_t slot = list.member(m, f);
      if (!is_told(profile, slot)) continue;
      fields += (fields.empty() ? "" : ", ") + std::string(rules.checked.names->view(record.fields[f].name)) +
                " " + value(rules, slot, profile.possible(slot));
    }
    all += (m == 0 ? "(" : ", (") + fields + ")";
  }
  return all + "]";
}

}  // namespace

std::string spelled(const Rules& rules, types::Type type, const types::Value& value) {
  const std::string plain = host::spell(rules.checked, type, value);
  const bool text = type.base == types::Base::text || type.base == types::Base::key;
  return text && !types::is_none(value) ? quoted(plain) : plain;
}

std::vector<std::string> told(const Rules& rules, const eval::Profile& profile) {
  const check::Checked& checked = rules.checked;
  std::vector<const check::ListDef*> list_of(checked.facts.size(), nullptr);
  std::vector<bool> is_field(checked.facts.size(), false);
  for (const check::ListDef& list : checked.lists) {
    list_of[list.fact] = &list;
    for (std::uint32_t m = 0; m < list.at_most; ++m)
      for (std::uint32_t f = 0; f < checked.records[list.record].fields.size(); ++f)
        is_field[list.member(m, f)] = true;
  }
  std::vector<std::string> all;
  for (std::uint32_t slot = 0; slot < rules.program.today(); ++slot) {
    if (is_field[slot] || !is_told(profile, slot)) continue;
    all.push_back(std::string(rules.checked.names->view(checked.facts[slot].name)) + " " +
                  (list_of[slot] != nullptr ? members(rules, profile, *list_of[slot])
                                            : value(rules, slot, profile.possible(slot))));
  }
  return all;
}

std::string test_block(const Rules& rules, const std::string& title, types::Date day,
                       const eval::Profile& profile, const std::string& expectation) {
  std::string block = "test " + quoted(title) + " as of " + day.iso() + "\n";
  const std::vector<std::string> facts = told(rules, profile);
  for (std::size_t i = 0; i < facts.size(); ++i) block += (i == 0 ? "  given " : ", ") + facts[i];
  block += std::string(facts.empty() ? "" : "\n") + "  expect " + expectation + "\nend\n";
  // Laid out as `eligo fmt` would: whoever pastes it has nothing to mend.
  Formatted laid_out = format("test.eligo", block);
  return laid_out.text.value_or(block);
}

}  // namespace eligo::witness
