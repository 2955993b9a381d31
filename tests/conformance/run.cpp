// SPDX-License-Identifier: MIT
// Owns the way of a case: rules, profile, decision, and the outcome as the keys of a row.
#include "tests/conformance/run.hpp"

#include <algorithm>
#include <set>

namespace eligo::conformance {

namespace {

bool is_folder(const Json& rules) {
  return rules.is_string() && rules.get<std::string>().find_first_of(" \n") == std::string::npos;
}

// Rules that stand in the row: one text is the file rules.eligo, with a header beside it where it has none.
Compiled compile_inline(const Json& row) {
  MemoryImporter files;
  if (row["rules"].is_object()) {
    for (const auto& [name, text] : row["rules"].items()) files.add(name, text.get<std::string>());
    return compile(files, row["load"].get<std::string>());
  }
  const std::string text = row["rules"].get<std::string>();
  files.add("case/rules.eligo", text);
  if (text.rfind("ruleset ", 0) != 0) files.add("case/header.eligo", text_of("header.eligo"));
  return compile(files, "case");
}

std::string place(const Place& at) {
  const std::string where = std::to_string(at.line) + ":" + std::to_string(at.column);
  return at.file == "case/rules.eligo" ? where : at.file + ":" + where;
}

Json load_errors(const Compiled& compiled) {
  Json errors = Json::array();
  for (const Diagnostic& d : compiled.diagnostics)
    if (d.severity == Severity::error) errors.push_back({d.code, place(d.place)});
  return errors;
}

Json refused(const Errors& errors) {
  Json all = Json::array();
  for (const Error& e : errors) all.push_back(e.path);
  return all;
}

Json plain(const Value& value) {
  return value.text;
}

Json possible(const Possible& of) {
  Json all = Json::object();
  if (of.is_range) {
    if (of.from) all["from"] = plain(*of.from);
    if (of.to) all["to"] = plain(*of.to);
  } else {
    all["one_of"] = Json::array();
    for (const Value& value : of.values) all["one_of"].push_back(plain(value));
  }
  if (of.none) all["none"] = true;
  return all;
}

Json settled(const Outcome& outcome) {
  if (outcome.settled_perhaps) return "perhaps";
  if (!outcome.settled) return nullptr;
  if (outcome.settled->verdict == Verdict::value) return {{"value", plain(outcome.settled->value)}};
  return to_string(outcome.settled->verdict);
}

std::string name(const std::vector<FactInfo>& facts, std::uint32_t slot) {
  return slot < facts.size() ? facts[slot].name : "no fact " + std::to_string(slot);
}

Json names(const std::vector<FactInfo>& facts, const std::set<std::uint32_t>& slots) {
  Json all = Json::array();
  for (const std::uint32_t slot : slots) all.push_back(name(facts, slot));
  return all;
}

void put_reasons(const Program& program, const std::vector<FactInfo>& facts, const Outcome& outcome,
                 Json& row) {
  Json lines = Json::array();
  std::set<std::uint32_t> leaves(outcome.facts.begin(), outcome.facts.end());
  for (const Reason& reason : outcome.reasons) {
    lines.push_back(program.line(reason.line).id);
    leaves.insert(reason.facts.begin(), reason.facts.end());
  }
  row["because"] = lines;
  row["facts"] = names(facts, leaves);
  row["presumed"] = names(facts, {outcome.presumed.begin(), outcome.presumed.end()});
  Json invalid = Json::array();
  for (const Invalid& one : outcome.invalid) {
    Json mishap{{"mishap", to_string(one.mishap)},
                {"facts", names(facts, {one.facts.begin(), one.facts.end()})}};
    if (one.line) mishap["line"] = program.line(*one.line).id;
    invalid.push_back(mishap);
  }
  row["invalid"] = invalid;
}

Json outcome_row(const Program& program, const Outcome& outcome) {
  const std::vector<FactInfo> facts = program.facts();
  Json row{{"verdict", to_string(outcome.verdict)}};
  if (!outcome.errors.empty()) row["verdict"] = "error: " + outcome.errors[0].message;
  if (outcome.verdict == Verdict::value) row["value"] = plain(outcome.value);
  if (outcome.possible) row["possible"] = possible(*outcome.possible);
  put_reasons(program, facts, outcome, row);
  row["needs"] = Json::array();
  for (const Need& need : outcome.needs)
    row["needs"].push_back(name(facts, need.slot) + (need.perhaps ? "?" : ""));
  row["settled"] = settled(outcome);
  return row;
}

// The other way to a verdict: without reasons, by the index of the decision.
void put_quick_verdict(const Program& program, const Facts& facts, const Date& day, Json& row) {
  const std::vector<DecisionInfo> decisions = program.decisions();
  for (std::uint32_t i = 0; i < decisions.size(); ++i) {
    if (decisions[i].name != row["decision"]) continue;
    Scratch scratch;
    const std::string quick = to_string(decide(program, i, facts, day, scratch));
    if (quick != row["verdict"]) row["verdict"] = row["verdict"].get<std::string>() + ", but alone " + quick;
  }
  row.erase("decision");
}

// By title, or in their order where the case gives a list: titles of rows of a table are nobody's concern here.
Json test_results(const Program& program, bool by_title) {
  Json all = by_title ? Json::object() : Json::array();
  for (const TestResult& result : run_tests(program)) {
    const char* const came = result.passed ? "passed" : "failed";
    if (by_title)
      all[result.title] = came;
    else
      all.push_back(came);
  }
  return {{"tests", all}};
}

// Order means nothing in sets: both sides are compared sorted.
Json sorted(const std::string& key, Json value) {
  static const std::set<std::string> sets{"load_error", "refused",  "because", "facts",
                                          "needs",      "presumed", "invalid"};
  if (sets.count(key) == 1 && value.is_array()) std::sort(value.begin(), value.end());
  if (key == "possible" && value.contains("one_of"))
    std::sort(value["one_of"].begin(), value["one_of"].end());
  return value;
}

}  // namespace

const Compiled& Sources::named(const std::string& name) {
  const auto found = compiled_.find(name);
  if (found != compiled_.end()) return found->second;
  FolderImporter files(ELIGO_SOURCE_DIR "/tests/conformance/sources");
  return compiled_.emplace(name, compile(files, name)).first->second;
}

Json actual(Sources& sources, const Case& one) {
  const Json& row = one.row;
  Compiled made;
  if (!is_folder(row["rules"])) made = compile_inline(row);
  const Compiled& compiled = is_folder(row["rules"]) ? sources.named(row["rules"].get<std::string>()) : made;
  if (!compiled.program) return {{"load_error", load_errors(compiled)}};
  const Program& program = *compiled.program;
  if (row.contains("tests")) return test_results(program, row["tests"].is_object());

  Facts facts(program);
  const std::string told = row.contains("profile_text") ? row["profile_text"].get<std::string>()
                                                        : row.value("profile", Json::object()).dump();
  const Errors errors = facts.tell_json(told);
  if (!errors.empty()) return {{"refused", refused(errors)}};

  EvaluateOptions options;
  const Date day = parse_date(row.value("as_of", "2025-01-01")).value_or(Date{0, 0, 0});
  if (row.contains("law_day")) options.law_day = parse_date(row["law_day"].get<std::string>());
  const std::string decision = row.value("decision", "");
  Json result = outcome_row(program, evaluate(program, decision, facts, day, options));
  result["decision"] = decision;
  if (!options.law_day) put_quick_verdict(program, facts, day, result);
  result.erase("decision");
  return result;
}

std::string difference(Sources& sources, const Case& one) {
  const std::string head = one.file + ":" + std::to_string(one.line) + ": " + one.id;
  if (const std::string wrong = complaint(one); !wrong.empty()) return head + ": " + wrong;
  const Json came = actual(sources, one);
  std::string differences;
  for (const char* key : {"load_error", "refused", "tests", "verdict", "value", "possible", "because",
                          "facts", "needs", "settled", "presumed", "invalid"}) {
    const bool always = std::string(key) == "load_error" || std::string(key) == "refused" ||
                        std::string(key) == "verdict" || std::string(key) == "value";
    if (!one.row.contains(key) && !(always && came.contains(key))) continue;
    const Json expected = sorted(key, one.row.value(key, Json()));
    const Json found = sorted(key, came.value(key, Json()));
    if (expected != found)
      differences += "\n  " + std::string(key) + ": expected " + expected.dump() + ", found " + found.dump();
  }
  return differences.empty() ? "" : head + differences;
}

}  // namespace eligo::conformance
