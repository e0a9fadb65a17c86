"""The output folder: a failed run leaves the last report whole."""

import json
import os
import time
from pathlib import Path

import pytest

from analysis import render


def test_an_output_that_cannot_be_written_is_found_out_first(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for output in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(render.RenderError, match="cannot be written"):
            render.check_output(output)


def publish(output: Path, **files: str) -> None:
    with render.staged(output) as stage:
        for name, words in files.items():
            path = stage / name.replace("_", "/")
            path.parent.mkdir(exist_ok=True)
            path.write_text(words, encoding="utf-8")


def contents(output: Path) -> dict[str, str]:
    return {
        path.relative_to(output).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.name != ".standpoint-report.json"
    }


def test_new_files_replace_those_of_the_last_run_and_no_others(tmp_path: Path) -> None:
    publish(tmp_path, index="old", tables_gone="old")
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    publish(tmp_path, index="new", tables2_a="new")
    assert contents(tmp_path) == {"index": "new", "mine.txt": "mine", "tables2/a": "new"}
    assert not (tmp_path / "tables").exists()


def test_a_file_of_the_users_in_our_way_is_kept(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("mine", encoding="utf-8")
    publish(tmp_path, index="ours")
    assert contents(tmp_path) == {"index": "ours", "index.kept": "mine"}


def test_a_failed_run_leaves_the_last_report_whole(tmp_path: Path) -> None:
    publish(tmp_path, index="old")
    with pytest.raises(TypeError):
        publish(tmp_path, index="half", next=None)
    assert contents(tmp_path) == {"index": "old"}
    with pytest.raises(render.RenderError, match="wrote nothing"), render.staged(tmp_path):
        pass
    assert contents(tmp_path) == {"index": "old"}


def test_what_a_killed_run_left_is_removed_the_next_day(tmp_path: Path) -> None:
    for name, age in ((".standpoint-old", 2 * 24 * 3600), (".standpoint-running", 60)):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    publish(tmp_path, index="x")
    assert not (tmp_path / ".standpoint-old").exists()
    assert (tmp_path / ".standpoint-running").exists()


def test_a_locked_file_puts_all_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, a="old", b="old")
    move = Path.replace

    def locked(path: Path, target: Path) -> Path:
        if path == tmp_path / "b":
            raise PermissionError(13, "Permission denied")
        return move(path, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(render.RenderError, match="b cannot be replaced"):
        publish(tmp_path, a="new", b="new", c="new")
    assert contents(tmp_path) == {"a": "old", "b": "old"}


def test_the_manifest_lists_what_was_written(tmp_path: Path) -> None:
    publish(tmp_path, index="x")
    assert json.loads((tmp_path / ".standpoint-report.json").read_text("utf-8")) == ["index"]
