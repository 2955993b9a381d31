// SPDX-License-Identifier: MIT
// Owns the list of the grammar's parts: tokens, expressions and blocks, declarations and the file.
#pragma once

#include "grammar/declarations.hpp"
#include "grammar/expressions.hpp"
#include "grammar/lexical.hpp"
