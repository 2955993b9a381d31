// SPDX-License-Identifier: MIT
// Owns the list of the grammar's parts. Each stands on the ones before it: tokens (lexical), values and conditions
// (expressions, comparisons, cases), blocks and lines (blocks), what
// misspelt keywords leave behind (slips), what declarations share (statements), facts and records (facts), rules, tables … (declarations),
// tests, texts and the file (file).
#pragma once

#include "grammar/amendments.hpp"
#include "grammar/blocks.hpp"
#include "grammar/cases.hpp"
#include "grammar/comparisons.hpp"
#include "grammar/declarations.hpp"
#include "grammar/expressions.hpp"
#include "grammar/facts.hpp"
#include "grammar/file.hpp"
#include "grammar/lexical.hpp"
#include "grammar/slips.hpp"
#include "grammar/statements.hpp"
