// SPDX-License-Identifier: MIT
// Owns the list of the checker's passes, in the order in which they run. Each reads what the ones before it
// filled in.
#pragma once

#include "interpreter/check/context.hpp"

namespace eligo::check {

class Typing;

void declare(Context& c);             // header, names of everything, the three spaces
void declare_amendments(Context& c);  // which rule, value or decision each amendment is of
void declare_types(Context& c);       // values of enums, groups, types of facts, columns, values, decisions
void read_tables(Context& c, Typing& typing);   // keys, then cells
void read_facts(Context& c, Typing& typing);    // declared ranges and presumptions of facts
void check_bodies(Context& c, Typing& typing);  // versions, lines, types of every expression
void check_references(Context& c);              // no circle, no chain beyond the limit
void check_words(Context& c);                   // sources that are cited, steps, sentences
void check_placeholders(Context& c);
void check_tests(Context& c, Typing& typing);
void check_tests_from(Context& c);  // those that stand in a CSV
void check_texts(Context& c);       // translations

}  // namespace eligo::check
