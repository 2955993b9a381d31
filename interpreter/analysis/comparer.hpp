// SPDX-License-Identifier: MIT
// Owns the state of a comparison: two programs in one space, what classes can be described by, and the classes so far.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "interpreter/analysis/alike.hpp"
#include "interpreter/analysis/difference.hpp"
#include "interpreter/analysis/ladder.hpp"
#include "interpreter/analysis/loop.hpp"
#include "interpreter/analysis/portion.hpp"
#include "interpreter/analysis/replies.hpp"
#include "interpreter/analysis/settled_days.hpp"

namespace eligo::analysis {

using eval::Verdict;

/// One thing that a class asks. Those with a lower rank are given up first: what is kept says most.
struct Demand {
  std::size_t rank = 0;
  Lit lit = 0;
  std::optional<Portion> portion;  // of a variable; else a condition:
  Met met;
};

/// A condition by which classes may be described.
struct Term {
  std::optional<NodeId> nodes[2];
  std::size_t size = 0;   // how much it stands for
  std::vector<Var> vars;  // that it asks about
};

/// How somebody stands: what both answer, and of calculated values how one stands to the other.
struct Standing {
  std::array<Reply, 2> of;
  Relation relation = Relation::none;

  [[nodiscard]] bool is_other() const {
    return of[0] != of[1] || relation == Relation::less || relation == Relation::more;
  }
  friend bool operator<(const Standing& a, const Standing& b) {
    return std::tie(a.of, a.relation) < std::tie(b.of, b.relation);
  }
};

struct Draft {
  Standing standing;
  std::vector<Demand> demands;
  Places places;                        // of somebody in it
  std::array<bool, 2> given = {};       // an answer that is part of what the class says: nothing explains it
  Lit lit = 0;                          // who fits all demands
  bool everybody = true, found = true;  // as in a class
  bool alone = false;                   // nobody but the one is known to be in it
  bool tried = false;                   // and there may be others like them
  bool handed_on = false;               // `places` come from a class that it covers
};

[[nodiscard]] std::vector<Lit> lits_of(const std::vector<Demand>& demands);

class Comparer {
 public:
  Comparer(const Compared& compared, const Options& options);
  Difference run(std::size_t most_classes);

  // -- for those who ask about parts of the two -----------------------------------------------------------------------
  [[nodiscard]] Subject& subject(std::size_t p) { return p == 0 ? before_ : after_; }
  [[nodiscard]] Space& space() { return space_; }
  [[nodiscard]] const program::Decision& decision(std::size_t p) const {
    return compared_.programs[p]->decisions[compared_.decisions[p]];
  }
  [[nodiscard]] bool are_written_alike(NodeId before, NodeId after) { return written_.same(before, after); }
  /// Tells the solver what leaves of both have to do with one another.
  void relate();
  /// All that is demanded can hold together for nobody: that is proved. `is_so` asks somebody for whom it may.
  [[nodiscard]] bool is_nobody(const std::vector<Lit>& demanded,
                               const std::function<bool(const Places&)>& is_so, std::uint32_t rounds);
  /// Examples of classes are changed by this first; they must stay in their class.
  void set_plainer(std::function<void(Places&, const Class&)> plainer) { plainer_ = std::move(plainer); }
  /// Makes this one the example of a class, told as little of as the answers need.
  void show(const Places& places, Class& one);
  /// Makes the days of a class those at whose ends there is somebody; `somebody` is in it.
  void settle_days(const DaySettler::Ask& ask, const Places& somebody, Class& done) const;
  /// Somebody found by trying.
  [[nodiscard]] Class tried(const Places& places, Relation relation);

 private:
  /// How much a question is worth: whether there is anybody else, or how wide a class can be.
  enum class Worth : std::uint8_t { search, shape };
  [[nodiscard]] Found find(const std::vector<Lit>& assumptions,
                           const std::function<bool(const Places&)>& is_so, Worth worth = Worth::shape);
  [[nodiscard]] std::vector<NodeId> conditions_of(std::size_t p) const;
  [[nodiscard]] Standing standing_of(const Places& places);
  /// Stands so, or by chance level where one value is wanted above the other.
  [[nodiscard]] static bool is_alike(const Standing& standing, const Standing& wanted);
  [[nodiscard]] Lit alike(const Standing& standing);
  [[nodiscard]] std::optional<NodeId> obstacle(std::size_t p) const;
  [[nodiscard]] Lit differ();
  void join_choices();
  void cut_changed();
  void tell_order();
  [[nodiscard]] Lit is_item(std::uint32_t fact, std::uint32_t item);
  void cut_days_of(std::uint32_t fact, Int128 number);
  /// Tells what comparisons of the same amounts imply.
  void climb();
  void join_leaves();
  [[nodiscard]] bool are_same(NodeId before, NodeId after);
  [[nodiscard]] std::vector<Var> asked_by(std::size_t p, const std::vector<NodeId>& nodes);
  void find_terms();
  [[nodiscard]] std::vector<bool> told_apart(const Standing& standing);
  void keep_together(std::size_t p, const std::vector<NodeId>& below, std::vector<bool>& vars);
  [[nodiscard]] std::vector<Demand> demands_of(const Places& places, const Standing& standing);
  [[nodiscard]] bool fits(const std::vector<Demand>& demands, const Places& places) const;
  [[nodiscard]] bool fits(const Draft& draft, const Places& places, const Standing& standing) const;
  [[nodiscard]] static bool has_given(const Draft& draft, const Standing& standing);
  void add_given(const Draft& draft, std::vector<Lit>& to);
  [[nodiscard]] bool all_alike(const std::vector<Demand>& demands, const Draft& draft);
  [[nodiscard]] bool is_somebody(const std::vector<Demand>& demands, const Draft& draft);
  void keep_needed(Draft& draft);
  [[nodiscard]] bool is_ordered(Var var) const;
  void stretch(std::vector<Demand>& demands, std::size_t which, bool up,
               const std::function<bool(const std::vector<Demand>&)>& holds);
  [[nodiscard]] bool keep_amounts(std::vector<Demand>& demands, const Standing& standing);
  void widen(Draft& draft);
  [[nodiscard]] Draft draft_of(const Places& places);
  void keep_point(Draft& draft);
  void close(Draft& draft);
  void see_who_differs(Draft& draft);
  [[nodiscard]] std::vector<Int128> changes() const;
  void trim_days(Draft& draft);
  [[nodiscard]] Found find_on(const Draft& draft, const program::DayRange& days);
  void settle_days(const Draft& draft, Class& done);
  [[nodiscard]] bool is_one_sided(const std::vector<Demand>& demands, const Standing& standing);
  [[nodiscard]] bool loosen(Draft& draft);
  void search(std::size_t most_classes, Difference& difference);
  void drop_covered();
  void hand_on(std::size_t from);
  void keep_one_a_way();
  [[nodiscard]] Class finished(const Draft& draft);
  /// Of whom the decision was evaluated for last.
  [[nodiscard]] types::Possible value_now(std::size_t p) const;
  void find_asked(const Class& done);
  [[nodiscard]] bool is_met(const Class& done, std::size_t p) const;
  [[nodiscard]] bool is_as_told(const Class& done);
  void tell_texts(const Shared& fact, Values& values);
  void shorten(Class& done);
  [[nodiscard]] bool has_told_members(const Class& done, const Shared& fact) const;
  void drop_untold(Class& done);
  void describe(const Draft& draft, Class& done);

  const Compared& compared_;
  Options options_;
  Sat sat_;
  Space space_{sat_};
  Order order_{space_};
  Subject before_, after_;
  Alike written_{before_, after_};
  bool related_ = false;
  std::function<void(Places&, const Class&)> plainer_;
  std::vector<Asked> leaves_;
  std::vector<std::pair<NodeId, NodeId>> joined_leaves_;  // written alike
  std::vector<Term> terms_;
  std::vector<Draft> drafts_;
  std::map<Standing, Lit> alike_;
  std::unique_ptr<Replies> replies_;  // once there are variables
  std::unique_ptr<Twins> twins_;      // of calculated values
  std::vector<NodeId> cones_[2];      // all that the decisions are made of, in whatever version
  std::vector<NodeId> asked_[2];      // by the class whose example is made
  eval::Scratch scratch_[2];
  std::uint32_t rounds_ = 0, lessons_ = 700;  // that are left
};

}  // namespace eligo::analysis
