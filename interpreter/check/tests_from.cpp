// SPDX-License-Identifier: MIT
// Owns the tables of tests that `tests from` names: what each column is, and a test for each row.
#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

#include "grammar/text/suggest.hpp"
#include "interpreter/check/passes.hpp"
#include "interpreter/check/test_cells.hpp"
#include "interpreter/types/nfc.hpp"

namespace eligo::check {
namespace {

using Kind = Entry::Kind;
using grammar::CsvCell;

enum class Role : std::uint8_t { title, as_of, law_of, expect, because, needs, fact };

constexpr std::pair<std::string_view, Role> roles[] = {{"test", Role::title},      {"as of", Role::as_of},
                                                       {"law of", Role::law_of},   {"expect", Role::expect},
                                                       {"because", Role::because}, {"needs", Role::needs}};

class TestTable {
 public:
  using Titles = std::unordered_map<std::string, Span>;

  TestTable(Context& c, text::SourceId source, Titles& titles, std::size_t& nodes)
      : c_(c), findings_(c), cells_(c, findings_), source_(source), titles_(titles), nodes_(nodes) {}

  void run() {
    grammar::CsvRead read = grammar::read_csv(c_.sources, source_, c_.in.limits);
    const bool sound = read.said.empty();
    for (text::Diagnostic& d : read.said) c_.add(std::move(d));
    if (read.table.header.empty()) {
      if (sound)
        c_.say(Code::test_columns, {source_, 0, 0},
               "expected the names of the columns in the first row, found nothing")
            .help.push_back("such as `as of`, the names of facts, and `expect`");
      return;
    }
    if (!columns(read.table.header)) return;
    if (read.table.rows.empty() && sound)
      c_.say(Code::test_nothing, read.table.header.front().span, "the table of tests has no rows")
          .help.emplace_back("write a test on each line below the first one");
    for (const std::vector<CsvCell>& row : read.table.rows) {
      if (row.size() != columns_.size() || is_empty(row))
        bad_row(findings_, read.table.header, row);
      else if (!test(row))
        return;
    }
    findings_.finish();
  }

 private:
  struct Column {
    Role role = Role::fact;
    Index index = nowhere;  // a fact; of `expect NAME` the decision
  };

  // -- the first row --

  bool columns(const std::vector<CsvCell>& header) {
    if (other_separator(c_, header) || is_no_header(header)) return false;
    bool sound = true;
    for (const CsvCell& cell : header) sound = column(cell) && sound;
    if (!sound) return false;
    for (Index i = 0; i < columns_.size(); ++i) sound = once(header, i) && sound;
    for (const Role due : {Role::as_of, Role::expect}) {
      if (!sound || at(due) != nowhere) continue;
      c_.say(Code::test_columns, text::join(header.front().span, header.back().span),
             "the column " + name_of(due) + " is missing in the first row");
      sound = false;
    }
    return sound;
  }

  // Nothing in it is a column, or nearly one: it is a row like the others.
  bool is_no_header(const std::vector<CsvCell>& header) {
    const auto is_known = [&](const CsvCell& cell) {
      const NameId id = c_.names.find(cell.value);
      const bool is_role = std::any_of(std::begin(roles), std::end(roles),
                                       [&](const auto& role) { return role.first == cell.value; });
      return is_role || cell.value.compare(0, 7, "expect ") == 0 ||
             (id != 0 && (c_.thing(id).kind != Kind::nothing || c_.may_be(Space::things, id)));
    };
    if (header.size() < 2 || std::any_of(header.begin(), header.end(), is_known)) return false;
    std::vector<std::string_view> names = c_.names_of(Kind::fact);
    for (const auto& [word, role] : roles) names.push_back(word);
    if (!c_.may_search(names.size() * header.size())) return false;
    for (const CsvCell& cell : header)
      if (!text::nearest(cell.value, names).empty()) return false;
    const Span whole = text::join(header.front().span, header.back().span);
    c_.say(Code::test_columns, whole,
           "expected the names of the columns in the first row, found " + c_.quote(whole))
        .help.push_back("such as `as of`, the names of facts, and `expect`");
    return true;
  }

  bool column(const CsvCell& cell) {
    const Piece name = piece_of(cell);
    for (const auto& [word, role] : roles) {
      if (name.text != word) continue;
      columns_.push_back({role, nowhere});
      return true;
    }
    constexpr std::string_view expect = "expect ";
    if (name.text.substr(0, expect.size()) == expect) {
      const Index decision = cells_.decision(name.part(expect.size(), name.text.size()).trimmed());
      columns_.push_back({Role::expect, decision});
      return decision != nowhere;
    }
    const NameId id = c_.names.find(name.text);
    const Entry entry = c_.thing(id);
    columns_.push_back({Role::fact, entry.index});
    if (entry.kind == Kind::fact) c_.named_in_first_row(id);
    if (entry.kind == Kind::fact && c_.out.facts[entry.index].member_of == nowhere) return true;
    if (entry.kind != Kind::nothing || !c_.may_be_thing(cells_.path(name))) unknown(name, entry);
    return false;
  }

  void unknown(const Piece& name, const Entry& entry) {
    auto& d = c_.say(Code::test_columns, name.span,
                     name.text.empty() ? "a column has no name in the first row"
                                       : c_.quote(name.span) + " is no column of tests");
    if (entry.kind == Kind::fact) {
      d.help.push_back("the members of a list are told in its own column");
      return;
    }
    if (entry.kind != Kind::nothing) {
      d.help.push_back(c_.tick(c_.names.find(name.text)) + " is " + std::string(c_.article_word(entry.kind)) +
                       "; only facts are told");
      return;
    }
    c_.missed(cells_.path(name));
    std::vector<std::string_view> names = c_.names_of(Kind::fact);
    for (const auto& [word, role] : roles) names.push_back(word);
    if (!c_.suggest(d, name.span, name.text, names))
      d.help.push_back("the columns are `test`, `as of`, `law of`, facts, `expect`, `because` and `needs`");
  }

  bool once(const std::vector<CsvCell>& header, Index column) {
    for (Index i = 0; i < column; ++i) {
      const bool is_fact = columns_[i].role == Role::fact;
      if (columns_[i].role != columns_[column].role ||
          (is_fact && columns_[i].index != columns_[column].index))
        continue;
      const std::string name = is_fact ? c_.quote(header[i].span) : name_of(columns_[i].role);
      c_.say(Code::test_columns, header[column].span, "the column " + name + " stands twice in the first row")
          .labels.push_back({header[i].span, "the first one"});
      return false;
    }
    return true;
  }

  [[nodiscard]] Index at(Role role) const {
    for (Index i = 0; i < columns_.size(); ++i)
      if (columns_[i].role == role) return i;
    return nowhere;
  }

  static std::string name_of(Role of) {
    for (const auto& [word, role] : roles)
      if (role == of) return "`" + std::string(word) + "`";
    return "";
  }

  // -- rows --

  // False where a limit is passed.
  bool test(const std::vector<CsvCell>& row) {
    TestDef def;
    def.span = text::join(row.front().span, row.back().span);
    TestDef::Expectation expectation;
    bool sound = day(row, def);
    def.told.reserve(row.size());
    for (Index i = 0; i < row.size(); ++i) {
      if (columns_[i].role != Role::fact || row[i].value.empty()) continue;
      cells_.set_column(i);
      cells_.tell(columns_[i].index, piece_of(row[i]), def.told);
    }
    nodes_ += 1 + def.told.size();
    if (nodes_ > c_.in.limits.nodes) {
      const std::string most = std::to_string(c_.in.limits.nodes);
      c_.say(Code::limit_nodes, def.span,
             "expected at most " + most + " expressions, found more (limit `nodes`)");
      return false;
    }
    title(row, def);
    if (!expected(row, expectation) || !sound) return true;
    def.expects.push_back(std::move(expectation));
    c_.out.tests.push_back(std::move(def));
    return true;
  }

  bool day(const std::vector<CsvCell>& row, TestDef& def) {
    const Index as_of = at(Role::as_of), law_of = at(Role::law_of);
    cells_.set_column(as_of);
    const auto day = cells_.day(piece_of(row[as_of]));
    def.as_of = def.law_day = day.value_or(types::Date{});
    if (law_of == nowhere || row[law_of].value.empty()) return day.has_value();
    cells_.set_column(law_of);
    const auto law_day = cells_.day(piece_of(row[law_of]));
    def.law_day = law_day.value_or(def.as_of);
    return day && law_day;
  }

  void title(const std::vector<CsvCell>& row, TestDef& def) {
    const Index column = at(Role::title);
    if (column == nowhere || row[column].value.empty()) {
      const std::string_view file = c_.sources.name(source_);
      def.title = std::string(file.substr(file.rfind('/') + 1)) + ", line " +
                  std::to_string(c_.sources.position(source_, def.span.begin).line);
      return;
    }
    def.title = types::nfc(row[column].value);
    const auto [known, is_new] = titles_.emplace(def.title, row[column].span);
    if (is_new) return;
    if (auto* d = findings_.say(Code::test_duplicate, column, row[column].span,
                                "two tests have the title " + c_.quote(row[column].span)))
      d->labels.push_back({known->second, "the first one"});
  }

  bool expected(const std::vector<CsvCell>& row, TestDef::Expectation& to) {
    const Index column = at(Role::expect);
    cells_.set_column(column);
    if (row[column].value.empty()) {
      if (auto* d = findings_.say(Code::test_cell, column, row[column].span,
                                  "expected a result in the column `expect`, found an empty cell"))
        d->help.push_back("a row is a test, and every test expects something");
      return false;
    }
    if (!cells_.expect(piece_of(row[column]), columns_[column].index, to)) return false;
    for (const Role role : {Role::because, Role::needs}) {
      const Index i = at(role);
      if (i == nowhere || row[i].value.empty()) continue;
      cells_.set_column(i);
      if (role == Role::because)
        cells_.because(piece_of(row[i]), to);
      else
        cells_.needs(piece_of(row[i]), to);
    }
    return true;
  }

  Context& c_;
  Findings findings_;
  TestCells cells_;
  text::SourceId source_;
  Titles& titles_;
  std::size_t& nodes_;
  std::vector<Column> columns_;  // as in the first row
};

}  // namespace

void check_tests_from(Context& c) {
  TestTable::Titles titles;
  for (const TestDef& test : c.out.tests) titles.emplace(test.title, test.span);
  std::size_t nodes = c.ast.exprs.size();
  std::unordered_set<text::SourceId> read;  // a table that is named twice is read once
  for (const TableSource& table : c.in.tables) {
    const grammar::Decl& decl = c.ast.decls[table.decl];
    if (!std::holds_alternative<grammar::TestsFromDecl>(decl.body) || !c.counts(decl) || !table.source)
      continue;
    if (read.insert(*table.source).second) TestTable(c, *table.source, titles, nodes).run();
  }
}

}  // namespace eligo::check
