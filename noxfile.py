"""Sessions: `nox -s report`, `nox -s tests`, `nox -s lint`, `nox -s lab`, `nox -s bench`.

Each session builds its environment once and uses it again. Where the packages are installed
already (the environment of environment.yml), it runs there at once and builds none.
"""

from importlib.util import find_spec
from pathlib import Path

import nox

ROOT = Path(__file__).parent
nox.needs_version = ">=2025.2"
nox.options.sessions = ["report"]
nox.options.reuse_venv = "yes"

# One thread a process: the kernels run side by side, and small matrices gain nothing from more.
ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def backend(*modules: str) -> str:
    """No new environment where this one holds the project and what the session needs."""
    here = find_spec("analysis")
    ours = here is not None and ROOT in Path(str(here.origin)).resolve().parents
    return "none" if ours and all(find_spec(module) for module in modules) else "uv|virtualenv"


def prepare(session: nox.Session, extra: str) -> None:
    """Install the project with one of its extras, unless the session runs where it is."""
    if session.venv_backend != "none":
        session.install("-e", f".[{extra}]")


@nox.session(venv_backend=backend("papermill", "typst"))
def report(session: nox.Session) -> None:
    """Render the reports; options after -- go to `python -m analysis report`."""
    prepare(session, "report")
    session.run("python", "-m", "analysis", "report", *session.posargs, env=ENVIRONMENT)


@nox.session(venv_backend=backend("papermill", "typst", "pytest", "hypothesis", "importlinter"))
def tests(session: nox.Session) -> None:
    """Run all tests; options after -- go to pytest."""
    prepare(session, "test")
    session.run("python", "-m", "pytest", *session.posargs, env=ENVIRONMENT)


@nox.session(venv_backend=backend("ruff"))
def lint(session: nox.Session) -> None:
    """Check style and formatting."""
    prepare(session, "lint")
    session.run("python", "-m", "ruff", "check", ".")
    session.run("python", "-m", "ruff", "format", "--check", ".")


@nox.session(venv_backend=backend("jupyterlab", "papermill"))
def lab(session: nox.Session) -> None:
    """Open the notebooks in JupyterLab."""
    prepare(session, "lab")
    session.run("python", "-m", "jupyterlab", "notebooks", *session.posargs, env=ENVIRONMENT)


@nox.session(venv_backend=backend("dateparser"))
def bench(session: nox.Session) -> None:
    """Measure speed as ratios in one run; name benchmarks after --, else all run."""
    prepare(session, "bench")
    chosen = session.posargs or sorted(path.stem for path in (ROOT / "benchmarks").glob("*.py"))
    for name in chosen:
        session.run("python", f"benchmarks/{name}.py", env=ENVIRONMENT)
