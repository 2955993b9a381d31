// SPDX-License-Identifier: MIT
// Owns where a blank and where a bracket stands in the canonical spelling of an expression.
#include "grammar/canonical.hpp"

#include <algorithm>
#include <deque>
#include <string_view>
#include <vector>

namespace eligo::grammar {
namespace {

// How tightly a node holds together; a node stands in brackets where something tighter is due.
enum Strength : int { loose, logical, comparing, sum, product, sign, leaf };

Strength strength(const Expr& e) {
  switch (e.kind) {
    case ExprKind::when:
    case ExprKind::block:
    case ExprKind::quantifier:
    case ExprKind::each:
      return loose;
    case ExprKind::logical_and:
    case ExprKind::logical_or:
      return logical;
    case ExprKind::logical_not:
    case ExprKind::compare:
    case ExprKind::member:
    case ExprKind::is_none:
      return comparing;
    case ExprKind::arithmetic:
      return e.op == Op::add || e.op == Op::subtract ? sum : product;
    case ExprKind::shift:
    case ExprKind::between:
      return sum;
    case ExprKind::round:
      return product;
    case ExprKind::negate:
      return sign;
    default:
      return leaf;
  }
}

std::string_view spelling(Op op) {
  switch (op) {
    case Op::add:
      return " + ";
    case Op::subtract:
      return " - ";
    case Op::multiply:
      return " * ";
    case Op::divide:
      return " / ";
    case Op::is:
      return " is ";
    case Op::is_not:
      return " is not ";
    case Op::less:
      return " < ";
    case Op::less_equal:
      return " <= ";
    case Op::greater:
      return " > ";
    case Op::greater_equal:
      return " >= ";
    case Op::starts_with:
      return " starts with ";
    case Op::is_one_of:
      return " is one of ";
    case Op::is_not_one_of:
      return " is not one of ";
    case Op::nothing:
    case Op::percent:
    case Op::some:
    case Op::every:
      break;
  }
  return " ";
}

std::string_view spelling(Unit unit) {
  switch (unit) {
    case Unit::days:
      return "days";
    case Unit::months:
      return "months";
    case Unit::years:
      return "years";
    case Unit::nothing:
      break;
  }
  return "";
}

std::string_view spelling(Rounding rounding) {
  switch (rounding) {
    case Rounding::up:
      return " rounded up to ";
    case Rounding::down:
      return " rounded down to ";
    case Rounding::half_up:
      return " rounded half up to ";
    case Rounding::nothing:
      break;
  }
  return " rounded to ";
}

class Writer {
 public:
  Writer(const Ast& ast, const text::Names& names, const text::SourceSet& sources)
      : ast_(ast), names_(names), sources_(sources) {}

  std::string write(ExprId root) {
    put(root, loose);
    while (!todo_.empty()) {
      const Item item = todo_.back();
      todo_.pop_back();
      if (item.expr == 0)
        out_ += item.characters;
      else
        open(item);
    }
    return std::move(out_);
  }

 private:
  struct Item {
    std::string_view characters;  // where `expr` is 0
    ExprId expr = 0;
    int due = loose;
  };

  // Items are put in the order of reading; `open` turns them round, since the stack gives the last one first.
  void put(std::string_view characters) { todo_.push_back({characters, 0, loose}); }
  void put(ExprId e, int due) {
    if (e == 0)
      put("?");
    else
      todo_.push_back({{}, e, due});
  }

  void open(const Item& item) {
    const Expr& e = ast_[item.expr];
    const std::size_t start = todo_.size();
    const bool brackets = strength(e) < item.due;
    if (brackets) put("(");
    inside(e);
    if (brackets) put(")");
    std::reverse(todo_.begin() + static_cast<std::ptrdiff_t>(start), todo_.end());
  }

  void inside(const Expr& e) {
    switch (e.kind) {
      case ExprKind::error:
        put("?");
        break;
      case ExprKind::number:
        number(e);
        break;
      case ExprKind::date:
        put(sources_.view(e.span));
        break;
      case ExprKind::text:
        put(keep(quoted(ast_, e.value, names_)));
        break;
      case ExprKind::yes:
        put("yes");
        break;
      case ExprKind::no:
        put("no");
        break;
      case ExprKind::none:
        put("none");
        break;
      case ExprKind::always:
        put("always");
        break;
      case ExprKind::never:
        put("never");
        break;
      case ExprKind::today:
        put("today");
        break;
      case ExprKind::name:
        put(names_.view(ast_.paths[e.value].id));
        break;
      case ExprKind::call:
        put(names_.view(ast_.paths[e.value].id));
        put("(");
        list(e, 0, loose, ", ");
        put(")");
        break;
      case ExprKind::member:
        put(ast_.child(e, 0), sum);
        put(spelling(e.op));
        list(e, 1, sum, ", ");
        break;
      case ExprKind::is_none:
        put(ast_.child(e, 0), sum);
        put(spelling(e.op));
        put("none");
        break;
      case ExprKind::logical_not:
        put("not ");
        put(ast_.child(e, 0), leaf);
        break;
      case ExprKind::logical_and:
        list(e, 0, comparing, " and ");
        break;
      case ExprKind::logical_or:
        list(e, 0, comparing, " or ");
        break;
      case ExprKind::when:
        cases(e);
        break;
      case ExprKind::quantifier:
        put(e.op == Op::some ? "some " : "every ");
        bound(e);
        break;
      case ExprKind::each:
        bound(e);
        break;
      case ExprKind::block:
        block(ast_.blocks[e.value]);
        break;
      default:
        calculation(e);
        break;
    }
  }

  void calculation(const Expr& e) {
    const ExprId a = ast_.child(e, 0);
    if (e.kind == ExprKind::negate) {
      put("-");
      put(a, sign);
      return;
    }
    const ExprId b = ast_.child(e, 1);
    if (e.kind == ExprKind::between) {
      put(e.unit == Unit::days ? "" : "full ");
      put(spelling(e.unit));
      put(" from ");
      put(a, product);
      put(" to ");
      put(b, product);
    } else if (e.kind == ExprKind::round) {
      put(a, product);
      put(spelling(e.rounding));
      put(b, sign);
    } else if (e.kind == ExprKind::compare) {
      put(a, sum);
      put(spelling(e.op));
      put(b, sum);
    } else {  // arithmetic and shift: from the left, so only the right side needs brackets against its own
              // kind
      const int own = strength(e);
      const ExprKind left = ast_[a].kind;
      const bool closed = left == ExprKind::between || (left == ExprKind::round && own == product);
      put(a, closed ? leaf : own);
      put(spelling(e.op));
      put(b, own + 1);
      if (e.kind == ExprKind::shift) {
        put(" ");
        put(spelling(e.unit));
      }
    }
  }

  void number(const Expr& e) {
    std::string_view digits = sources_.view(e.span);
    digits = digits.substr(0, digits.find_first_not_of("0123456789."));
    put(digits);
    if (e.op == Op::percent) put(" %");
  }

  void list(const Expr& e, std::uint32_t from, int due, std::string_view between) {
    for (std::uint32_t i = from; i < e.count; ++i) {
      if (i > from) put(between);
      put(ast_.child(e, i), due);
    }
  }

  void cases(const Expr& e) {
    for (std::uint32_t i = 0; i + 1 < e.count; i += 2) {
      put(i == 0 ? "when " : " else when ");
      put(ast_.child(e, i), logical);
      put(" then ");
      put(ast_.child(e, i + 1), logical);
    }
    put(" else ");
    put(ast_.child(e, e.count - 1), logical);
  }

  // `x in L where C : E`
  void bound(const Expr& e) {
    const Binding& binding = ast_.bindings[e.value];
    put(names_.view(binding.variable.id));
    put(" in ");
    put(names_.view(binding.list.id));
    if (e.count > 1) {
      put(" where ");
      put(ast_.child(e, 0), logical);
    }
    put(" : ");
    put(e.count == 0 ? 0 : ast_.child(e, e.count - 1), loose);
  }

  void block(const Block& b) {
    std::vector<std::string> lines;
    for (const Line& line : b.lines) lines.push_back(Writer(ast_, names_, sources_).write(line.condition));
    std::sort(lines.begin(), lines.end());
    std::string all = opener(b) + " (";
    for (std::size_t i = 0; i < lines.size(); ++i) all += (i == 0 ? "" : "; ") + lines[i];
    put(keep(all + ")"));
  }

  static std::string opener(const Block& b) {
    switch (b.kind) {
      case BlockKind::all_of:
        return "all of";
      case BlockKind::any_of:
        return "any of";
      case BlockKind::none_of:
        return "none of";
      case BlockKind::at_least:
        break;
    }
    return "at least " + std::to_string(b.at_least) + " of";
  }

  std::string_view keep(std::string characters) { return kept_.emplace_back(std::move(characters)); }

  const Ast& ast_;
  const text::Names& names_;
  const text::SourceSet& sources_;
  std::string out_;
  std::deque<std::string> kept_;  // a deque: views of its strings stay valid
  std::vector<Item> todo_;
};

}  // namespace

std::string canonical(const Ast& ast, const text::Names& names, const text::SourceSet& sources, ExprId root) {
  return Writer(ast, names, sources).write(root);
}

std::string quoted(const Ast& ast, TextId text, const text::Names& names) {
  std::string out = "\"";
  for (const TextPiece& piece : ast.pieces_of(text)) {
    if (piece.path != 0) {
      out += '{';
      out += names.view(ast.paths[piece.path].id);
      out += '}';
      continue;
    }
    for (const char c : piece.characters) {
      if (c == '"' || c == '\\') out += '\\';
      if (c == '{' || c == '}') out += c;
      out += c;
    }
  }
  return out + '"';
}

}  // namespace eligo::grammar
