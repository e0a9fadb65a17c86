"""A kernel of the interpreter that runs us, not of whatever is installed under ``python3``."""

import os
import sys
from pathlib import Path
from typing import Any

from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec
from traitlets import default

__all__ = ["kernel_in"]

# One thread a kernel: several run side by side, and small matrices gain nothing from more.
THREADS = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

# No remark of the debugger on standard error, which would be taken for a warning of a cell.
QUIET = {"PYDEVD_DISABLE_FILE_VALIDATION": "1"}

# Quiet: what the kernel has to say of its own end is not for the reader of a progress bar.
LAUNCH = (sys.executable, "-m", "ipykernel_launcher", "--log-level=CRITICAL")


def kernel_in(folder: Path, started: list[AsyncKernelManager]) -> type[AsyncKernelManager]:
    """The class of a kernel's manager whose connection file and sockets lie in ``folder``.

    A short path is best: a socket's may have about 100 characters. Each manager made is added to
    ``started``, so that it can be ended from outside.
    """

    class OwnKernel(AsyncKernelManager):
        def __init__(self, **settings: Any) -> None:
            super().__init__(**settings)
            started.append(self)

        def end_now(self) -> None:
            """End the kernel in the middle of a cell; nothing it does is worth waiting for."""
            process = getattr(self.provisioner, "process", None)
            if process is not None:
                process.kill()

        @default("connection_file")
        def _own_file(self) -> str:
            return str(folder / "k.json")

        @default("transport")
        def _sockets(self) -> str:
            return "tcp" if os.name == "nt" else "ipc"  # Windows has no such sockets

        @property
        def kernel_spec(self) -> KernelSpec:
            return KernelSpec(
                argv=[*LAUNCH, "-f", "{connection_file}"],
                display_name="Python 3",
                language="python",
                env=THREADS | QUIET | {"IPYTHONDIR": str(folder)},  # nobody's startup files
            )

    return OwnKernel
