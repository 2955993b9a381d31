// SPDX-License-Identifier: MIT
// Eligo: eligibility rules that decide about people. This header is the whole C++ interface; it needs the
// standard library only. (Over 400 lines: one header to read from top to bottom.)
//
// The life of a decision:
//
//   eligo::FolderImporter files("rules");                              // where rule files come from
//   eligo::Compiled compiled = eligo::compile(files, "carte_vitale");  // a program, or diagnostics
//   eligo::Facts facts(*compiled.program);                             // what is told of one person
//   facts.tell("phone.version", "16.1");
//   eligo::Outcome outcome = eligo::evaluate(*compiled.program, "activate", facts, {2025, 6, 1});
//   std::string words = eligo::to_text(*compiled.program, facts, outcome, "en");  // to_json for programs
//
// Three ideas carry the design:
//   * A Program is immutable. Copies share it; any number of threads may use it at once, without locks.
//   * What is not told is not "no": a Facts starts empty, and the outcome says what is still needed.
//   * The day is an argument. Nothing here reads a clock, a locale, an environment variable, or keeps global
//     state.
//
// Nothing throws: every function is noexcept, and what can go wrong is in the result. Running out of memory
// is reported as an Error or diagnostic with the code `host/out_of_memory`. Strings are UTF-8. Days are civil
// days of the Gregorian calendar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eligo/fact_cell.hpp"

#define ELIGO_VERSION_MAJOR 0
#define ELIGO_VERSION_MINOR 1
#define ELIGO_VERSION_PATCH 0
/// One number that grows with the version: 0.1.0 is 100, 1.2.3 is 10203.
#define ELIGO_VERSION (ELIGO_VERSION_MAJOR * 10000 + ELIGO_VERSION_MINOR * 100 + ELIGO_VERSION_PATCH)

// What a shared library lets out; all else in it is hidden.
#if defined(__GNUC__) && !defined(_WIN32)
#define ELIGO_API __attribute__((visibility("default")))
#define ELIGO_HIDDEN __attribute__((visibility("hidden")))
#else
#define ELIGO_API
#define ELIGO_HIDDEN
#endif

namespace eligo {
inline namespace v0 {

/// The version of the library that is linked, "0.1.0"; compare it with the macros above.
[[nodiscard]] ELIGO_API const char* version() noexcept;

// ---------------------------------------------------------------------------------------------------------------------
// What is said about a text
// ---------------------------------------------------------------------------------------------------------------------

enum class Severity : std::uint8_t { error, warning, note };

/// A range of bytes [begin, end) of a file, with its first line and column (from 1; the column counts bytes).
struct Place {
  std::string file;
  std::uint32_t begin = 0, end = 0;
  std::uint32_t line = 0, column = 0;
};

struct RelatedPlace {
  Place place;
  std::string message;
};
struct Edit {
  Place place;
  std::string replacement;
};
struct Fix {
  std::string title;
  std::vector<Edit> edits;
};

/// One thing said to a human. `code` is stable ("name/unknown"); the message has one line, no full stop.
struct Diagnostic {
  std::string code;
  Severity severity = Severity::error;
  Place place;
  std::string message;
  std::vector<RelatedPlace> related;
  std::vector<std::string> help;
  std::vector<Fix> fixes;
  std::string witness;  // a `test` block that shows it on a person, ready to paste; "" where there is none
};

// ---------------------------------------------------------------------------------------------------------------------
// Text in: compile
// ---------------------------------------------------------------------------------------------------------------------

/// Hands out files by logical name: parts joined by '/', relative to the root that `use` starts from, never
/// "..". Implement it to load rules from a database or an archive; it is called from the compiling thread
/// only.
class ELIGO_API Importer {
 public:
  virtual ~Importer() = default;
  /// The bytes of a file; or nothing, with a short reason in `why` ("no such file").
  [[nodiscard]] virtual std::optional<std::string> read(const std::string& name,
                                                        std::string& why) noexcept = 0;
  /// The names (not paths) of the files directly in a folder, in any order; nothing where there is no such
  /// folder.
  [[nodiscard]] virtual std::optional<std::vector<std::string>> list(const std::string& folder) noexcept = 0;
};

/// Files below one folder of the file system. Regular files only; nothing outside the root is ever opened, by
/// whatever spelling or link.
class ELIGO_API FolderImporter final : public Importer {
 public:
  explicit FolderImporter(std::string root) noexcept;
  ~FolderImporter() override;
  FolderImporter(const FolderImporter&) = delete;
  FolderImporter& operator=(const FolderImporter&) = delete;
  [[nodiscard]] std::optional<std::string> read(const std::string& name, std::string& why) noexcept override;
  [[nodiscard]] std::optional<std::vector<std::string>> list(const std::string& folder) noexcept override;

  /// The root that a path belongs to: the folder of the highest `eligo.toml` at or above it, or the path's
  /// own folder where there is none; and the logical name of the path there. A path that does not exist gives
  /// nothing.
  struct Located {
    std::string root;
    std::string name;
  };
  [[nodiscard]] static std::optional<Located> locate(const std::string& path) noexcept;

  /// What the name of a file, without its folder, makes of it. `why` is there where somebody may have meant it as rules
  /// and it is not read, and then what to call it; a name that begins with a dot is passed over without a word.
  struct Naming {
    bool is_read = false;
    std::string why, help;  // "its name ends in `.txt`", "name it `tests.eligo`"
  };
  [[nodiscard]] static Naming naming(const std::string& file) noexcept;

 private:
  std::string root_;
};

/// Files held in memory, by name. For tests and for rules that come with the program.
class ELIGO_API MemoryImporter final : public Importer {
 public:
  MemoryImporter() noexcept;
  ~MemoryImporter() override;
  MemoryImporter(const MemoryImporter&) = delete;
  MemoryImporter& operator=(const MemoryImporter&) = delete;
  void add(std::string name, std::string bytes) noexcept;
  [[nodiscard]] std::optional<std::string> read(const std::string& name, std::string& why) noexcept override;
  [[nodiscard]] std::optional<std::vector<std::string>> list(const std::string& folder) noexcept override;

 private:
  struct ELIGO_HIDDEN Files;
  std::unique_ptr<Files> files_;
};

class Program;

/// The result of a compile. `program` is there exactly when no diagnostic is an error.
struct Compiled {
  std::shared_ptr<const Program> program;
  std::vector<Diagnostic> diagnostics;  // in the order of files and lines
  /// The text of each file that was read, by its logical name: for excerpts.
  std::vector<std::pair<std::string, std::string>> files;
};

/// Compiles the ruleset in a folder (or the ruleset that a file belongs to). `name` as the importer
/// understands it.
[[nodiscard]] ELIGO_API Compiled compile(Importer& importer, const std::string& name) noexcept;

/// The result of a layout. `text` is there exactly when there are no diagnostics.
struct Formatted {
  std::optional<std::string> text;
  std::vector<Diagnostic> diagnostics;
};

/// The text of one rule file in canonical layout: only blanks and line ends differ from `text`, which is proved by
/// reading both. `name` is what diagnostics call the file.
[[nodiscard]] ELIGO_API Formatted format(const std::string& name, const std::string& text) noexcept;

// ---------------------------------------------------------------------------------------------------------------------
// The program: what it decides, what it asks
// ---------------------------------------------------------------------------------------------------------------------

/// A civil day. `{2025, 6, 1}`; use `valid()` or `parse_date` for days that come from outside.
struct Date {
  int year = 1, month = 1, day = 1;
  [[nodiscard]] ELIGO_API bool valid() const noexcept;
  friend bool operator==(const Date& a, const Date& b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
  }
};
/// Exactly YYYY-MM-DD and a day that exists (years 1 to 9999), or nothing.
[[nodiscard]] ELIGO_API std::optional<Date> parse_date(std::string_view text) noexcept;
[[nodiscard]] ELIGO_API std::string to_string(const Date& day) noexcept;

enum class FactKind : std::uint8_t {
  yes_or_no,
  whole,
  decimal,
  money,
  date,
  version,
  text,
  enumeration,
  key,
  list
};

/// A value as data. `text` is its one spelling: "yes", "42", "0.05", "2025-06-01", "16.1", a text, an enum's
/// value, a table's key, or "none".
struct Value {
  FactKind kind = FactKind::text;
  bool none = false;
  std::string text;
  friend bool operator==(const Value& a, const Value& b) {
    return a.none == b.none && a.kind == b.kind && a.text == b.text;
  }
};

/// One of the values that an enum fact or a table key may have.
struct Choice {
  std::string value;
  std::string label;  // in the language asked for; the value itself where there is none
};

/// A fact that the program may ask for. Its slot is its place in Program::facts(), the same as long as the
/// program lives.
struct FactInfo {
  std::string name;  // "phone.version"
  FactKind kind = FactKind::text;
  bool admits_none = false;
  bool is_private = false;
  std::optional<Value> from, to;  // declared range, ends included
  std::optional<Value> presumed;
  std::string label;  // in the language asked for, like the texts below; "" where there is none
  std::string question;
  std::string can_change_by;
  std::uint32_t cost = 1;
  std::vector<Choice> choices;  // of enums and keys, in the order of declaration; `none` is not among them …
  std::string none_label;       // … but has this label
  FactKind key_kind = FactKind::text;  // of keys: how they are spelled, in quotes
  std::uint32_t at_most = 0;           // of a list: the number of members that it may have
  // Of a field of a member of a list: the slot of the list (facts()[*list] says what it is), which member
  // (from 1), and the field's own name. Behind each list stand the fields of all members that it may have.
  std::optional<std::uint32_t> list;
  std::uint32_t member = 0;
  std::string field;
  Place place;
};

struct SourceInfo {
  std::string name, title, publisher, url, checked;
};

/// A line, rule or decision, as reasons speak of it.
struct LineInfo {
  std::string id;       // "activate/recent_phone": stable
  std::string line;     // its own name, or its canonical text where it has none
  std::string owner;    // the rule or decision
  std::string label;    // in the language asked for; "" where there is none
  std::string message;  // its `otherwise` in that language, placeholders not filled; "" where there is none
  std::vector<std::string> sources;
  Place place;
};

struct DecisionInfo {
  std::string name;
  std::string label;
  bool typed = false;
  FactKind kind = FactKind::yes_or_no;
};

/// A checked, compiled ruleset. Immutable; share it between threads as you like. Owns every string that an
/// outcome can show.
class ELIGO_API Program {
 public:
  struct ELIGO_HIDDEN Impl;
  explicit Program(std::unique_ptr<const Impl> impl) noexcept;
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  [[nodiscard]] std::string ruleset() const noexcept;
  /// The title of the ruleset in a language ("" : the first).
  [[nodiscard]] std::string title(std::string_view language = {}) const noexcept;
  [[nodiscard]] std::vector<std::string> languages() const noexcept;
  [[nodiscard]] std::vector<DecisionInfo> decisions(std::string_view language = {}) const noexcept;
  [[nodiscard]] std::vector<FactInfo> facts(std::string_view language = {}) const noexcept;
  [[nodiscard]] std::vector<SourceInfo> sources() const noexcept;
  [[nodiscard]] LineInfo line(std::uint32_t index, std::string_view language = {}) const noexcept;
  /// The slot of a fact by its name ("id.kind"), or nothing.
  [[nodiscard]] std::optional<std::uint32_t> slot(std::string_view fact) const noexcept;
  /// The bound on the steps of one evaluation of any decision (language.md 3.1): known when loaded.
  [[nodiscard]] std::uint64_t work_bound() const noexcept;
  /// The same for the same rules and tables, whatever the order of files and the layout of folders: 16 hex
  /// digits.
  [[nodiscard]] std::string content_hash() const noexcept;

  [[nodiscard]] const Impl& impl() const noexcept { return *impl_; }

 private:
  std::unique_ptr<const Impl> impl_;
};

// ---------------------------------------------------------------------------------------------------------------------
// Facts in
// ---------------------------------------------------------------------------------------------------------------------

/// Why something told was refused. `path` names the fact ("id.kind" or "$.id.kind" in JSON); line and column
/// are of the JSON text.
struct Error {
  std::string code;  // "profile/unknown_fact", "profile/value", …
  std::string message;
  std::string help;  // a suggestion, or ""
  std::string path;
  std::uint32_t line = 0, column = 0;
};
using Errors = std::vector<Error>;  // empty: all is well

/// What is told of one person (or case) for one program. A value type; not shared between threads while it is
/// changed. Each call that tells checks type, range and keys; a refused value changes nothing. Absent is *not
/// told*.
class ELIGO_API Facts {
 public:
  explicit Facts(const Program& program) noexcept;
  ~Facts();
  Facts(const Facts& other) noexcept;
  Facts& operator=(const Facts& other) noexcept;
  Facts(Facts&& other) noexcept;
  Facts& operator=(Facts&& other) noexcept;

  /// By name and text: "16.1", "2030-01-01", "yes", "FR", "01", "none"; ranges and choices as in a `given` of
  /// a test: "from 16", "from 1 to 3", "one of (passport, national_id)". A list is told as a JSON array of
  /// its members; a field of a member that it has, where it is told, by its own name: "household[1].income".
  Errors tell(std::string_view fact, std::string_view value) noexcept;
  /// The same as a JSON object, nested or with dotted keys. What an erroneous object says is told not at all.
  Errors tell_json(std::string_view json) noexcept;

  // Fast, by slot. Each returns false, and changes nothing, where the slot's fact is of another kind or the
  // value is outside it. A fact told again so is a comparison and a store, compiled into the host.
  bool set_yes_no(std::uint32_t slot, bool value) noexcept {
    return keep_number(slot, FactCell::Kind::yes_or_no, value ? 1 : 0) || tell_yes_no(slot, value);
  }
  /// Of a list: how many members it has; forgets what was told of them.
  bool set_whole(std::uint32_t slot, std::int64_t value) noexcept {
    return keep_number(slot, FactCell::Kind::whole, value) || tell_whole(slot, value);
  }
  bool set_date(std::uint32_t slot, Date value) noexcept {
    return set_day(slot, value.year, value.month, value.day);
  }
  bool set_version(std::uint32_t slot, std::uint16_t a, std::uint16_t b = 0, std::uint16_t c = 0,
                   std::uint16_t d = 0) noexcept {
    const std::uint64_t packed =
        (std::uint64_t{a} << 48) | (std::uint64_t{b} << 32) | (std::uint64_t{c} << 16) | d;
    return keep_number(slot, FactCell::Kind::version, FactCell::of_version(packed)) ||
           tell_version(slot, packed);
  }
  /// An index into FactInfo::choices.
  bool set_choice(std::uint32_t slot, std::uint32_t choice) noexcept {
    return keep_number(slot, FactCell::Kind::choice, choice) || tell_choice(slot, choice);
  }
  bool set_none(std::uint32_t slot) noexcept;
  /// Any kind, from its text (decimals, money, texts, and the rest).
  bool set_text(std::uint32_t slot, std::string_view value) noexcept;

  void forget(std::uint32_t slot) noexcept;
  void forget_all() noexcept;
  [[nodiscard]] bool is_told(std::uint32_t slot) const noexcept;
  /// What was told, as text in the form that `tell` takes; "" where nothing was.
  [[nodiscard]] std::string told(std::uint32_t slot) const noexcept;
  /// All that is told, as a JSON object that `tell_json` takes.
  [[nodiscard]] std::string to_json() const noexcept;

  struct ELIGO_HIDDEN Impl;
  [[nodiscard]] const Impl& impl() const noexcept { return *impl_; }

 private:
  // The short way, and the long ones: what has no cell, and what must be refused.
  bool keep_number(std::uint32_t slot, FactCell::Kind kind, std::int64_t number) noexcept {
    return slot < cell_count_ && cells_[slot].keep(kind, number);
  }
  // Numbers go through registers, where a Date goes through memory.
  bool set_day(std::uint32_t slot, int year, int month, int day) noexcept;
  bool tell_yes_no(std::uint32_t slot, bool value) noexcept;
  bool tell_whole(std::uint32_t slot, std::int64_t value) noexcept;
  bool tell_version(std::uint32_t slot, std::uint64_t packed) noexcept;
  bool tell_choice(std::uint32_t slot, std::uint32_t choice) noexcept;
  void find_cells() noexcept;

  FactCell* cells_ = nullptr;  // of impl_, a cell a slot
  std::uint32_t cell_count_ = 0;
  std::unique_ptr<Impl> impl_;
};

// ---------------------------------------------------------------------------------------------------------------------
// Verdict out
// ---------------------------------------------------------------------------------------------------------------------

enum class Verdict : std::uint8_t { yes, no, value, undetermined, not_covered, invalid };
[[nodiscard]] ELIGO_API const char* to_string(Verdict verdict) noexcept;

/// What a line came to.
enum class State : std::uint8_t { no, invalid, open, yes };

/// A line that decided (of an undetermined or invalid outcome: that is open, or invalid).
struct Reason {
  std::uint32_t line = 0;  // Program::line(line)
  State state = State::no;
  std::vector<std::uint32_t>
      below;  // indices into Outcome::reasons: deciding lines of what this line names or holds
  std::vector<std::uint32_t> facts;  // slots of the facts at its own leaves that were told or presumed
  std::vector<std::uint32_t>
      open;  // slots of the facts at its own leaves that were not told (or told in part)
};

struct Need {
  std::uint32_t slot = 0;
  bool perhaps = false;  // it could not be decided whether the fact still matters
};

/// What only evaluation can find: overflow, too many digits, division by zero, a date out of range.
enum class Mishap : std::uint8_t { too_large, too_many_digits, division_by_zero, no_such_day, bad_step };
[[nodiscard]] ELIGO_API const char* to_string(Mishap mishap) noexcept;

struct Invalid {
  Mishap mishap = Mishap::too_large;
  std::optional<std::uint32_t> line;  // Program::line; nothing where a typed decision names no line
  Place place;
  std::vector<std::uint32_t> facts;
};

struct Settled {
  Verdict verdict = Verdict::no;
  Value value;  // of Verdict::value
};

/// The possible values of an undetermined typed decision: a range (a side may be missing) or a set.
struct Possible {
  bool is_range = false;
  std::optional<Value> from, to;
  std::vector<Value> values;
  bool none = false;  // none is possible too
};

/// An answer as data, without words: the same in every language.
struct Outcome {
  std::string decision;
  Date as_of, law_day;
  Verdict verdict = Verdict::undetermined;
  Value value;                       // of Verdict::value
  std::optional<Possible> possible;  // of undetermined typed decisions; while coverage is open, if it covers
  std::vector<Reason> reasons;       // the decision's own deciding lines first …
  std::uint32_t own = 0;             // … this many, in the order of the file; then lines below them
  std::vector<std::uint32_t>
      roots;  // where reading begins: the own lines; of typed decisions the lines directly below them
  std::vector<std::uint32_t>
      facts;  // leaves that stand below no line (of typed decisions): told or presumed …
  std::vector<std::uint32_t> open;      // … and not told
  std::vector<Need> needs;              // best question first; only where undetermined and not settled
  std::optional<Settled> settled;       // every completion of what is open gives this
  bool settled_perhaps = false;         // undetermined, and the search was given up: settledness is not known
  std::vector<std::uint32_t> presumed;  // slots of presumptions that the verdict rests on
  std::vector<Invalid> invalid;         // what made it invalid
  Errors
      errors;  // the call itself was wrong (no such decision, facts of another program): nothing was decided
};

struct EvaluateOptions {
  std::optional<Date> law_day;  ///< the day whose law applies; `as_of` where not given
  bool reasons = true;          ///< none costs nothing
  bool needs = true;            ///< needs and settled, where the verdict is undetermined
};

/// Decides. Any number of threads may evaluate the same program at once.
/// Errors (in Outcome::errors): unknown decision, an impossible day, facts made for another program.
[[nodiscard]] ELIGO_API Outcome evaluate(const Program& program, std::string_view decision,
                                         const Facts& facts, Date as_of,
                                         const EvaluateOptions& options = {}) noexcept;

/// The verdict alone, for the hot path: `decision` is an index into Program::decisions(). Allocates nothing
/// once `scratch` is warm.
class ELIGO_API Scratch {
 public:
  Scratch() noexcept;
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  struct ELIGO_HIDDEN Impl;
  [[nodiscard]] Impl& impl() noexcept { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};
[[nodiscard]] ELIGO_API Verdict decide(const Program& program, std::uint32_t decision, const Facts& facts,
                                       Date as_of, Scratch& scratch) noexcept;

// ---------------------------------------------------------------------------------------------------------------------
// Words
// ---------------------------------------------------------------------------------------------------------------------

/// The answer for the person concerned: verdict, reasons, what is missing, what comes next; in one of the
/// program's languages.
[[nodiscard]] ELIGO_API std::string to_text(const Program& program, const Facts& facts,
                                            const Outcome& outcome, std::string_view language) noexcept;
/// The answer for programs: one JSON object with a "version"; its JSON Schema is
/// tools/cli/decide.schema.json.
[[nodiscard]] ELIGO_API std::string to_json(const Program& program, const Facts& facts,
                                            const Outcome& outcome, std::string_view language) noexcept;

// ---------------------------------------------------------------------------------------------------------------------
// The ruleset's own tests
// ---------------------------------------------------------------------------------------------------------------------

struct Expectation {
  std::string decision;
  std::string expected,
      actual;  // "no because recent_phone", "undetermined because open_department needs department"
  bool passed = false;
  Place place;
};
struct TestResult {
  std::string title;
  std::vector<Expectation> expectations;
  bool passed = false;
  Place place;
};
/// Runs the tests whose title contains `filter` ("" : all): the `test` blocks, then the rows of tables that `tests from`
/// names (one without a title is called `cases.csv, line 12`), each in the order of files and lines.
[[nodiscard]] ELIGO_API std::vector<TestResult> run_tests(const Program& program,
                                                          std::string_view filter = {}) noexcept;

}  // namespace v0
}  // namespace eligo
