// SPDX-License-Identifier: MIT
// Owns which lines two texts share (Myers 1986), and how the others are shown.
#include "tools/cli/unified_diff.hpp"

#include <algorithm>
#include <vector>

namespace eligo::cli {
namespace {

using Lines = std::vector<std::string_view>;

// Beyond this many differing lines the middle is shown as one change: the search takes their square in memory.
constexpr int most_edits = 4000;
constexpr std::size_t context = 3;

// Each with its line end; the last may have none.
Lines lines_of(std::string_view text) {
  Lines out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
    out.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return out;
}

// A line of both (' '), of the first ('-') or of the second ('+').
struct Edit {
  char sign = ' ';
  std::size_t a = 0, b = 0;  // how many lines of each stand before it
};

class Search {
 public:
  Search(const Lines& a, const Lines& b) : a_(a), b_(b) {}

  std::vector<Edit> edits() {
    const int found = shortest();
    std::vector<Edit> out;
    int x = static_cast<int>(a_.size()), y = static_cast<int>(b_.size());
    if (found < 0) {
      while (y > 0) add(out, '+', x, --y);
      while (x > 0) add(out, '-', --x, 0);
    }
    for (int d = found; d >= 0; --d) {
      const std::vector<int>& v = steps_[static_cast<std::size_t>(d)];
      const int k = x - y;
      const bool down = k == -d || (k != d && at(v, d, k - 1) < at(v, d, k + 1));
      const int from_k = down ? k + 1 : k - 1;
      const int from_x = d == 0 ? 0 : at(v, d, from_k);
      const int from_y = d == 0 ? 0 : from_x - from_k;
      while (x > from_x && y > from_y) add(out, ' ', --x, --y);
      if (d == 0) break;
      if (down)
        add(out, '+', x, --y);
      else
        add(out, '-', --x, y);
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

 private:
  static void add(std::vector<Edit>& out, char sign, int x, int y) {
    out.push_back({sign, static_cast<std::size_t>(x), static_cast<std::size_t>(y)});
  }
  // v holds the furthest x on each diagonal -d-1 … d+1 before step d.
  static int at(const std::vector<int>& v, int d, int k) { return v[static_cast<std::size_t>(k + d + 1)]; }

  // The number of edits, or -1 where there are too many. Keeps what each step began with.
  int shortest() {
    const int n = static_cast<int>(a_.size()), m = static_cast<int>(b_.size());
    std::vector<int> reached(3, 0);  // of step 0: diagonals -1 … 1
    for (int d = 0; d <= std::min(n + m, most_edits); ++d) {
      steps_.push_back(reached);
      std::vector<int> next(static_cast<std::size_t>(2 * d + 5), 0);
      for (int k = -d; k <= d; k += 2) {
        const bool down = k == -d || (k != d && at(reached, d, k - 1) < at(reached, d, k + 1));
        int x = d == 0 ? 0 : down ? at(reached, d, k + 1) : at(reached, d, k - 1) + 1;
        while (x < n && x - k < m && a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(x - k)])
          ++x;
        next[static_cast<std::size_t>(k + d + 2)] = x;
        if (x >= n && x - k >= m) return d;
      }
      reached = std::move(next);
    }
    return -1;
  }

  const Lines& a_;
  const Lines& b_;
  std::vector<std::vector<int>> steps_;
};

std::string range(std::size_t before, std::size_t count) {
  return std::to_string(count == 0 ? before : before + 1) + (count == 1 ? "" : "," + std::to_string(count));
}

}  // namespace

std::string unified_diff(std::string_view before, std::string_view after, const std::string& name) {
  if (before == after) return "";
  const Lines a = lines_of(before), b = lines_of(after);
  const std::vector<Edit> edits = Search(a, b).edits();
  std::string out = "--- " + name + "\n+++ " + name + "\n";
  for (std::size_t i = 0; i < edits.size();) {
    if (edits[i].sign == ' ') {
      ++i;
      continue;
    }
    // From three lines before the change to three lines after the last change that is near.
    const std::size_t first = i - std::min(i, context);
    std::size_t last = i;
    for (std::size_t j = i; j < edits.size() && j <= last + 2 * context + 1; ++j)
      if (edits[j].sign != ' ') last = j;
    const std::size_t stop = std::min(last + context + 1, edits.size());
    std::string body;
    std::size_t in_a = 0, in_b = 0;
    for (std::size_t j = first; j < stop; ++j) {
      const std::string_view line = edits[j].sign == '+' ? b[edits[j].b] : a[edits[j].a];
      in_a += edits[j].sign != '+' ? 1 : 0;
      in_b += edits[j].sign != '-' ? 1 : 0;
      body += edits[j].sign;
      body += line;
      if (line.back() != '\n') body += "\n\\ No newline at end of file\n";
    }
    out += "@@ -" + range(edits[first].a, in_a) + " +" + range(edits[first].b, in_b) + " @@\n" + body;
    i = stop;
  }
  return out;
}

}  // namespace eligo::cli
