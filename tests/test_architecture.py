"""The house keeps its shape: imports point only downward, and every module says what it is."""

import re
import tomllib
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

import analysis

ROOT = Path(__file__).parents[1]


def test_imports_point_only_downward(capsys):
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_every_module_opens_with_its_idea():
    bare = [
        path.name
        for path in sorted((ROOT / "src" / "analysis").rglob("*.py"))
        if not path.read_text("utf-8").startswith('"""')
    ]

    assert bare == []


def test_the_map_of_the_package_names_every_module_once_in_the_order_of_the_layers():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    depth = {name: i for i, layer in enumerate(layers) for name in layer.split(" | ")}
    mapped = re.findall(r"^    (\w+)  ", analysis.__doc__, flags=re.MULTILINE)

    assert sorted(mapped) == sorted(depth)
    assert [depth[name] for name in mapped] == sorted(depth.values())
