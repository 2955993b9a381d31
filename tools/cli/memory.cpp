// SPDX-License-Identifier: MIT
// Owns how the program asks the system for memory: in large pages, where there are any.
#include "tools/cli/memory.hpp"

#include <cstdint>
#include <cstdlib>  // which says whether the C library is glibc

#if defined(__linux__) && defined(__GLIBC__)
#if __GLIBC_PREREQ(2, 33)  // which has mallinfo2
#define ELIGO_LARGE_PAGES
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif
#endif

namespace eligo::cli {

// The first touch of a page costs more than what is then done with its 4 KiB, above all on a virtual machine: to decide about one
// person is to touch 400 of them, which took as long as all the rest. A large page is touched once.
void take_memory_in_large_pages() {
#ifdef ELIGO_LARGE_PAGES
  constexpr std::uintptr_t page = 4096, large = std::uintptr_t{2} << 20, wanted = 4 * large;
  // Longer than what malloc has left, so that it gets more from the system: the heap's next part, which we place so that this
  // piece ends where large pages can begin, at a multiple of their size. What is skipped is addresses, not memory.
  const std::uintptr_t piece = (mallinfo2().keepcost / page + 1) * page;
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
  const std::uintptr_t begin = (end + piece + page + large - 1) / large * large;
  if (sbrk(static_cast<std::intptr_t>(begin - page - piece - end)) == reinterpret_cast<void*>(-1)) return;
  mallopt(M_TOP_PAD, static_cast<int>(wanted));
  void* const last_small = std::malloc(piece);
  if (reinterpret_cast<std::uintptr_t>(last_small) / large * large + large == begin)
    (void)madvise(reinterpret_cast<void*>(begin), wanted, MADV_HUGEPAGE);
  std::free(last_small);
#endif
}

}  // namespace eligo::cli
