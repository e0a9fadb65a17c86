"""Notebooks in, reports out: parameters -> papermill -> nbconvert -> HTML and PDF.

The order of a run, so that nothing is lost and nothing is found out late::

    notebooks  = render.find_notebooks(folder)
    known      = render.read_parameters(notebooks)
    parameters = render.typed_parameters([("n_topics", "8")], known)   # refuses unknown ones
    render.check_output(output)                                        # before the long work
    with render.staged(output) as stage:                               # moved to output at the end
        reports = render.render_reports(notebooks, stage, parameters, front=front)

``staged`` gives an empty folder beside ``output``; what was written there takes the place of the
last run's files only when the block ends without an error. ``front`` is what the head of each
report says, in this order: ``corpus``, ``cut_off`` and ``run_id`` under their known names, any
other key under its own. ``reports.pages`` holds the pages of each PDF by the notebook's name.
"""

from analysis.render.errors import RenderError
from analysis.render.parameters import find_notebooks, read_parameters, typed_parameters
from analysis.render.reports import Reports, render_reports
from analysis.render.stage import check_output, staged

__all__ = [
    "RenderError",
    "Reports",
    "check_output",
    "find_notebooks",
    "read_parameters",
    "render_reports",
    "staged",
    "typed_parameters",
]
