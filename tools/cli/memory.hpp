// SPDX-License-Identifier: MIT
// Where a program that lives for milliseconds takes its memory from.
#pragma once

namespace eligo::cli {

/// Asks the system to hand out memory in large pieces. Nothing depends on it but time: where it cannot be had, memory comes as it
/// always does. Call it once, before anything else is done.
void take_memory_in_large_pages();

}  // namespace eligo::cli
