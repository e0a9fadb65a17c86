"""The house keeps its shape: imports point only downward, and every module says what it is."""

from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

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
