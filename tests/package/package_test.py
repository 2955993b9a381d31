#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The installed package: which files it has, what the libraries show and need, and whether the hosts of tools/examples build with it
and print what stands beside them. `Install` goes first: it puts the package into BUILD/package/prefix."""
import os
import re
import shutil
import subprocess
import unittest
from pathlib import Path

SOURCE = Path(os.environ["ELIGO_SOURCE"])
BUILD = Path(os.environ["ELIGO_BUILD"])
CMAKE = os.environ["ELIGO_CMAKE"]
EXAMPLES = SOURCE / "tools" / "examples"
PREFIX = BUILD / "package" / "prefix"
HEADER = (SOURCE / "interpreter/include/eligo/eligo.hpp").read_text(encoding="utf-8")
VERSION = ".".join(re.findall(r"^#define ELIGO_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)$", HEADER, re.M))
ABI = VERSION.rpartition(".")[0]
CMAKE_FILES = ["eligo-config-version.cmake", "eligo-config.cmake"]

# What stands in a package, but for the files that CMake names by the kind of build.
FILES = sorted(["bin/eligo", "include/eligo/eligo.hpp", "include/eligo/fact_cell.hpp", "lib/libeligo.a", "lib/libeligo.so", f"lib/libeligo.so.{ABI}",
                f"lib/libeligo.so.{VERSION}", "lib/pkgconfig/eligo.pc", "share/doc/eligo/LICENSE", "share/eligo/check.schema.json",
                "share/eligo/decide.schema.json"] +
               [f"lib/cmake/eligo/{name}" for name in CMAKE_FILES + ["eligo-shared-targets.cmake", "eligo-static-targets.cmake"]])
# The shared library may need these, and nothing else.
SYSTEM = re.compile(r"^(libstdc\+\+|libm|libgcc_s|libc|ld-linux[\w-]*)\.so\.\d+$")
LARGEST = 4_000_000  # bytes of the shared library without its symbols for debuggers


def run(*words, cwd=None, env=None):
    """Output of a command that must end well."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, cwd=cwd, timeout=1500, check=False,
                          env={**os.environ, **(env or {})})
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, words))}\nended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def installed(build, prefix):
    """The files of a fresh installation, by their names from the prefix."""
    shutil.rmtree(prefix, ignore_errors=True)
    run(CMAKE, "--install", build, "--prefix", prefix)
    found = (str(path.relative_to(prefix)) for path in prefix.rglob("*") if not path.is_dir())
    return sorted(name for name in found if not re.search(r"-targets-\w+\.cmake$", name))


def strangers(symbols):
    """The symbols of a shared library that are not of the public interface."""
    own = re.compile(r"^((vtable|typeinfo|typeinfo name) for )?eligo::v0::")
    return [symbol for symbol in symbols if not own.match(symbol) or "::Impl" in symbol.split("(")[0]]


def homeless(table):
    """Of an archive's `nm -C -P`: what it needs of libraries that a consumer would have to link."""
    needed, there = set(), set()
    for line in table.splitlines():
        match = re.match(r"^(.*?) ([A-Za-z])( [0-9a-f]+)*\s*$", line)
        if match:
            (needed if match[2] == "U" else there).add(match[1])
    return sorted(name for name in needed - there if re.search(r"\b(fmt|tao|CLI|eligo)::|utf8proc", name))


def hidden(header):
    """Lines of the public header that declare a function or a class with members, and forget ELIGO_API."""
    declared = re.findall(r"^(?:(?:\[\[nodiscard\]\] )?\w[\w:<>,&* ]+\(|class [^;]*\{).*$", header, re.M)
    return [line for line in declared if "ELIGO_API" not in line]


class Folder(unittest.TestCase):
    maxDiff = None

    def folder(self):
        """An empty one, for a test the same each time: what is compiled there again, ccache knows."""
        self.folders = getattr(self, "folders", 0) + 1
        name = BUILD / "package" / f"{self.id()}.{self.folders}"
        shutil.rmtree(name, ignore_errors=True)
        name.mkdir(parents=True)
        self.addCleanup(shutil.rmtree, name)
        return name

    def built(self, source, *options, build=None):
        """Where the program `host` of a CMake project is, built with the package."""
        build = build or self.folder() / "build"
        run(CMAKE, "-S", source, "-B", build, "-DCMAKE_BUILD_TYPE=Debug", f"-DCMAKE_PREFIX_PATH={PREFIX}", *options)
        run(CMAKE, "--build", build)
        return build / "host"

    def expected(self, example):
        return (EXAMPLES / example / "expected.txt").read_text(encoding="utf-8")


class Install(Folder):
    def test_the_files(self):
        self.assertEqual(FILES, installed(BUILD, PREFIX))

    def test_nothing_points_back(self):
        """No installed text has a path of this machine."""
        if not PREFIX.exists():
            installed(BUILD, PREFIX)
        for file in PREFIX.rglob("*"):
            if file.suffix in (".cmake", ".pc", ".hpp", ".json"):
                text = file.read_text(encoding="utf-8")
                self.assertNotIn(str(SOURCE), text, file)
                self.assertNotIn(str(PREFIX), text, file)


class Symbols(Folder):
    def test_the_checks_can_fail(self):
        self.assertEqual(["std::vector<int>::push_back(int const&)", "eligo::text::info(int)", "eligo::v0::Program::Impl::~Impl()"],
                         strangers(["std::vector<int>::push_back(int const&)", "eligo::text::info(int)", "eligo::v0::version()",
                                    "eligo::v0::Program::Impl::~Impl()", "vtable for eligo::v0::FolderImporter"]))
        self.assertEqual(["fmt::v9::vformat(int)"], homeless("fmt::v9::vformat(int) U         \neligo::f() U\neligo::f() T 0 1\nmalloc U\n"))

    def test_every_declaration_of_the_header_is_shown(self):
        self.assertEqual(["[[nodiscard]] std::vector<Date> days(int from);", "void stop() noexcept;", "class Clock final {"],
                         hidden("class ELIGO_API Program {\n  Program();\nclass Program;\n[[nodiscard]] std::vector<Date> days(int from);\n"
                                "void stop() noexcept;\nclass Clock final {\n[[nodiscard]] ELIGO_API int now();\n"))
        self.assertGreater(HEADER.count("ELIGO_API "), 10)
        self.assertEqual([], hidden(HEADER))

    def test_the_shared_library_shows_the_public_interface_alone(self):
        library = PREFIX / "lib" / f"libeligo.so.{VERSION}"
        lines = run(os.environ["ELIGO_NM"], "-D", "-C", "--defined-only", library).splitlines()
        symbols = [re.sub(r"^[0-9a-f]+ \w ", "", line) for line in lines]
        self.assertEqual([], strangers(symbols))
        for wanted in ("version()", "compile(", "evaluate(", "decide(", "Facts::tell(", "Program::facts(", "FolderImporter::locate("):
            self.assertTrue(any(f"eligo::v0::{wanted}" in symbol for symbol in symbols), wanted)

    def test_the_shared_library_has_its_name_and_needs_the_standard_library_alone(self):
        library = PREFIX / "lib" / f"libeligo.so.{VERSION}"
        said = run(os.environ["ELIGO_OBJDUMP"], "-p", library)
        self.assertEqual([f"libeligo.so.{ABI}"], re.findall(r"SONAME +(\S+)", said))
        self.assertEqual([], [name for name in re.findall(r"NEEDED +(\S+)", said) if not SYSTEM.match(name)])

    def test_its_size(self):
        stripped = self.folder() / "libeligo.so"
        run(os.environ["ELIGO_STRIP"], "-o", stripped, PREFIX / "lib" / f"libeligo.so.{VERSION}")
        size = stripped.stat().st_size
        print(f'<CTestMeasurement type="numeric/integer" name="bytes of libeligo.so">{size}</CTestMeasurement>')
        self.assertLess(size, LARGEST)

    def test_the_static_library_needs_no_other(self):
        self.assertEqual([], homeless(run(os.environ["ELIGO_NM"], "-C", "-P", PREFIX / "lib" / "libeligo.a")))


class Finding(Folder):
    """find_package: which kind it gives, and what it says where it gives none. No compiler is asked."""

    def find(self, how, *options):
        source = self.folder()
        (source / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.22)\nproject(finder LANGUAGES NONE)\n" + how +
            "\nget_target_property(kind eligo::eligo INTERFACE_LINK_LIBRARIES)\nmessage(\"found ${kind} ${eligo_VERSION}\")\n")
        done = subprocess.run([CMAKE, "-S", source, "-B", source / "build", f"-DCMAKE_PREFIX_PATH={PREFIX}", *options],
                              capture_output=True, text=True, timeout=300, check=False)
        return re.sub(r"\s+", " ", done.stderr)

    def test_the_kinds(self):
        for how, options, kind in (("", [], "static"), ("COMPONENTS shared", [], "shared"), ("COMPONENTS static", [], "static"),
                                   ("", ["-DBUILD_SHARED_LIBS=ON"], "shared"), ("", ["-DBUILD_SHARED_LIBS=OFF"], "static"),
                                   ("COMPONENTS static", ["-DBUILD_SHARED_LIBS=ON"], "static")):
            with self.subTest(f"{how} {options}"):
                self.assertEqual(f"found eligo::{kind} {VERSION} ", self.find(f"find_package(eligo {ABI} REQUIRED CONFIG {how})", *options))

    def test_an_unknown_component(self):
        self.assertIn("expected one of the components static;shared, found `gui`",
                      self.find("find_package(eligo REQUIRED CONFIG COMPONENTS gui)"))

    def test_another_version(self):
        self.assertIn('compatible with requested version "99.1"', self.find("find_package(eligo 99.1 REQUIRED CONFIG)"))


class Examples(Folder):
    def test_the_host_of_the_readme(self):
        """As it stands there, in a clean folder, without exceptions and RTTI."""
        readme = (SOURCE / "README.md").read_text(encoding="utf-8")
        program, shown = re.search(r"```cpp\n(.*?)```.*?```text\n(.*?)```", readme, re.S).groups()
        self.assertTrue((EXAMPLES / "cpp" / "main.cpp").read_text(encoding="utf-8").endswith("\n" + program), "tools/examples/cpp/main.cpp")
        self.assertEqual(shown, self.expected("cpp"), "tools/examples/cpp/expected.txt")
        source = self.folder()
        (source / "main.cpp").write_text(program, encoding="utf-8")
        shutil.copy(EXAMPLES / "cpp" / "CMakeLists.txt", source)
        shutil.copytree(SOURCE / "rules", source / "rules")
        self.assertEqual(shown, run(self.built(source), cwd=source))

    def test_a_batch_with_the_shared_library(self):
        host = self.built(EXAMPLES / "cpp_batch", "-DBUILD_SHARED_LIBS=ON")
        self.assertIn(f"libeligo.so.{ABI}", run(os.environ["ELIGO_OBJDUMP"], "-p", host))
        self.assertEqual(self.expected("cpp_batch"), run(host, EXAMPLES / "cpp_batch"))

    def test_make_and_pkg_config(self):
        """Also where the package was moved: the prefix follows the file."""
        moved = self.folder() / "moved"
        shutil.copytree(PREFIX, moved, symlinks=True)
        source = self.folder() / "host"
        shutil.copytree(EXAMPLES / "cpp_make", source)
        compiler = f"{os.environ.get('CMAKE_CXX_COMPILER_LAUNCHER', '')} {os.environ['CXX']}".strip()
        run("make", "-s", cwd=source, env={"PKG_CONFIG_PATH": str(moved / "lib" / "pkgconfig"), "CXX": compiler})
        self.assertEqual(self.expected("cpp_make"), run(source / "host", SOURCE / "tests" / "tools", "bike"))


class Subdirectory(Folder):
    def test_tests_tools_and_install_rules_are_off(self):
        build = self.folder() / "build"
        run(CMAKE, "-S", EXAMPLES / "cpp_subdirectory", "-B", build, f"-DELIGO_SOURCE={SOURCE}")
        targets = run(CMAKE, "--build", build, "--target", "help")
        self.assertIn("eligo_static", targets)
        self.assertNotRegex(targets, r"\beligo_render\b|\btest_|\boracle")
        for file in build.rglob("cmake_install.cmake"):
            self.assertNotIn("file(INSTALL", file.read_text(encoding="utf-8"), file)


class Whole(Folder):
    """What builds Eligo again: minutes, so only where it is asked for."""

    def test_as_a_part_of_another_project(self):
        build = self.folder() / "build"
        for kind in ("OFF", "ON"):
            host = self.built(EXAMPLES / "cpp_subdirectory", f"-DELIGO_SOURCE={SOURCE}", f"-DBUILD_SHARED_LIBS={kind}",
                              "-DCMAKE_UNITY_BUILD=ON", build=build)
            self.assertEqual(kind == "ON", f"libeligo.so.{ABI}" in run(os.environ["ELIGO_OBJDUMP"], "-p", host))
            self.assertEqual(self.expected("cpp_subdirectory"), run(host))

    def test_the_program_beside_the_shared_library(self):
        """It needs no library of ours wherever the package stands, and reads no ELIGO_FAULT."""
        build, prefix = self.folder(), self.folder() / "first"
        run(CMAKE, "-S", SOURCE, "-B", build, "-DCMAKE_BUILD_TYPE=Release", "-DBUILD_SHARED_LIBS=ON", "-DELIGO_BUILD_TESTS=OFF",
            "-DCMAKE_UNITY_BUILD=ON")
        run(CMAKE, "--build", build, "--parallel", "2")
        self.assertEqual(FILES, installed(build, prefix))
        moved = prefix.rename(prefix.with_name("second"))
        self.assertEqual(f"eligo {VERSION}\n", run(moved / "bin" / "eligo", "--version"))
        self.assertNotIn("libeligo", run(os.environ["ELIGO_OBJDUMP"], "-p", moved / "bin" / "eligo"))
        self.assertIn(" 0 failed\n", run(moved / "bin" / "eligo", "test", SOURCE / "rules", env={"ELIGO_FAULT": "6"}))
        self.assertNotIn(b"ELIGO_FAULT", (moved / "lib" / "libeligo.a").read_bytes())


if __name__ == "__main__":
    unittest.main()
