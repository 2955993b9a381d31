// SPDX-License-Identifier: MIT
// Owns the ways in which a production can act on the builder, and the words in which actions.hpp says so.
#pragma once

#include <utility>

#include "grammar/builder.hpp"
#include "grammar/productions.hpp"

namespace eligo::grammar {

template <typename Rule>
struct action : pegtl::nothing<Rule> {};

// -- ways to act --

/// What was matched goes to a member of the builder.
template <auto F>
struct leaf {
  template <typename Input>
  static void apply(const Input& in, Builder& b) {
    (b.*F)(b.span(in.begin(), in.end()));
  }
};

/// A leaf that is a whole expression.
template <ExprKind K>
struct pushes {
  template <typename Input>
  static void apply(const Input& in, Builder& b) {
    b.push(K, b.span(in.begin(), in.end()));
  }
};

/// An operator, with its place.
template <Op O>
struct pushes_op {
  template <typename Input>
  static void apply(const Input& in, Builder& b) {
    b.push_op(O, b.span(in.begin(), in.end()));
  }
};

/// A production that takes what stands on the stacks above the mark where it began: Self::finish(builder,
/// mark, end).
template <typename Self>
struct framed : pegtl::maybe_nothing {
  template <typename Rule, pegtl::apply_mode A, pegtl::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input>
  [[nodiscard]] static bool match(Input& in, Builder& b) {
    if constexpr (A == pegtl::apply_mode::nothing) {
      return pegtl::match<Rule, A, M, Action, Control>(in, b);
    } else {
      const Mark m = b.mark(in.current());
      Self::begin(b);
      if (!pegtl::match<Rule, A, M, Action, Control>(in, b)) {
        b.undo(m);
        return false;
      }
      Self::finish(b, m, in.current());
      return true;
    }
  }
  static void begin(Builder&) {}
};

template <auto F>
struct folds : framed<folds<F>> {
  static void finish(Builder& b, const Mark& m, const char* e) { (b.*F)(m, e); }
};

/// The same where an operator was read, or a minus: mostly there is none.
template <auto F>
struct folds_operators : framed<folds_operators<F>> {
  static void finish(Builder& b, const Mark& m, const char* e) {
    if (b.has_operators(m)) (b.*F)(m, e);
  }
};

/// A frame whose last operand is what it was for.
template <typename Self>
struct takes_operand : framed<Self> {
  static void finish(Builder& b, const Mark& m, const char*) { Self::take(b, b.pop(m)); }
};

template <typename T>
struct declares : framed<declares<T>> {
  static void begin(Builder& b) { b.begin_decl<T>(); }
  static void finish(Builder& b, const Mark& m, const char* e) { b.finish_decl(m, e); }
};

#define ELIGO_ON(rule) \
  template <>          \
  struct action<rule>
// `b` is the builder.
#define ELIGO_DONE(rule, ...)                       \
  template <>                                       \
  struct action<rule> {                             \
    static void apply0(Builder& b) { __VA_ARGS__; } \
  }
// `b` and the span `s` of what was matched.
#define ELIGO_SPAN(rule, ...)                        \
  template <>                                        \
  struct action<rule> {                              \
    template <typename Input>                        \
    static void apply(const Input& in, Builder& b) { \
      const Span s = b.span(in.begin(), in.end());   \
      __VA_ARGS__;                                   \
    }                                                \
  }
// `b` and the operand `x`.
#define ELIGO_OPERAND(rule, ...)                                             \
  template <>                                                                \
  struct action<rule> : takes_operand<action<rule>> {                        \
    static void take(Builder& b, [[maybe_unused]] ExprId x) { __VA_ARGS__; } \
  }

}  // namespace eligo::grammar
