# SPDX-License-Identifier: MIT
"""The check of the floors finds what it is for."""
import unittest

from floors import complaints

HEAD = "// SPDX-License-Identifier: MIT\n"


class Floors(unittest.TestCase):
    def said(self, path, line):
        return list(complaints(path, HEAD + line + "\n"))

    def test_an_arrow_up_is_found(self):
        self.assertEqual(
            self.said("interpreter/types/date.cpp", '#include "interpreter/check/checked.hpp"'),
            ["interpreter/types/date.cpp:2: `interpreter/types` includes `interpreter/check/checked.hpp`, which is not below it"])

    def test_an_arrow_down_is_fine(self):
        self.assertEqual(self.said("interpreter/check/expr.cpp", '#include "grammar/ast.hpp"'), [])
        self.assertEqual(self.said("grammar/parse.cpp", '#include "grammar/text/source.hpp"'), [])

    def test_neighbours_do_not_know_each_other(self):
        self.assertEqual(
            self.said("interpreter/types/date.cpp", '#include "grammar/ast.hpp"'),
            ["interpreter/types/date.cpp:2: `interpreter/types` includes `grammar/ast.hpp`, which is not below it"])

    def test_the_core_does_not_know_the_tools(self):
        self.assertEqual(
            self.said("interpreter/api/compile.cpp", '#include "tools/render/visible.hpp"'),
            ["interpreter/api/compile.cpp:2: `interpreter/api` includes `tools/render/visible.hpp`, which is not below it"])

    def test_the_program_sees_the_public_header_only(self):
        self.assertEqual(self.said("tools/cli/main.cpp", '#include "eligo/eligo.hpp"'), [])
        self.assertEqual(
            self.said("tools/cli/main.cpp", '#include "grammar/text/suggest.hpp"'),
            ["tools/cli/main.cpp:2: `tools/cli` includes `grammar/text/suggest.hpp`, which is not below it"])

    def test_a_lint_reads_the_checked_tree_and_is_not_read_by_it(self):
        self.assertEqual(self.said("tools/lint/lints/unused/fact.cpp", '#include "interpreter/check/checked.hpp"'), [])
        self.assertEqual(self.said("tools/cli/commands/lint.cpp", '#include "tools/lint/run.hpp"'), [])
        self.assertEqual(
            self.said("tools/render/sarif.cpp", '#include "tools/lint/run.hpp"'),
            ["tools/render/sarif.cpp:2: `tools/render` includes `tools/lint/run.hpp`, which is not below it"])

    def test_libraries_stay_where_they_belong(self):
        self.assertEqual(
            self.said("interpreter/check/lines.cpp", "#include <tao/pegtl.hpp>"),
            ["interpreter/check/lines.cpp:2: `tao/pegtl.hpp` is included: PEGTL stays in grammar/"])
        self.assertEqual(
            self.said("grammar/said.cpp", "#include <catch2/catch.hpp>"),
            ["grammar/said.cpp:2: `catch2/catch.hpp` is included: Catch2 stays in tests/"])
        self.assertEqual(
            self.said("tools/lint/config.cpp", "#include <toml++/toml.h>"),
            ["tools/lint/config.cpp:2: `toml++/toml.h` is included: toml++ stays behind tools/lint/toml.hpp"])
        self.assertEqual(
            self.said("interpreter/eval/rows.cpp", '#include "grammar/ast.hpp"'),
            ["interpreter/eval/rows.cpp:2: `grammar/ast.hpp` is included: evaluation never sees the tree of the text"])

    def test_a_missing_licence_line_is_found(self):
        self.assertEqual(
            list(complaints("grammar/said.cpp", "int a;\n")),
            ["grammar/said.cpp:1: the line `SPDX-License-Identifier: MIT` is missing"])


if __name__ == "__main__":
    unittest.main()
