"""Deadlines: what a time phrase means, and where one stands in a sentence, a heading or a title.

The parts, lowest first: `deadline_values` (EDTF), `deadline_tokens` (words), `deadline_dates`, `deadline_calendar` and
`deadline_grammar` (productions of `deadline_items`), `deadline_scan` (phrases of a text), `deadline_rules` (RRULE),
`deadline_reading` (one value of a cell), `deadline_prose` (sentences), `deadline_horizons` (headings, titles), `deadline_cells` (cells by sight).
The meaning of every field is that of the record definition; EDTF is ISO 8601-2, rules are RFC 5545.
"""

from __future__ import annotations

from normalizers.deadline_cells import could_continue_time, is_time_phrase
from normalizers.deadline_horizons import horizon_of, tells_outcome, title_period
from normalizers.deadline_prose import find_deadline
from normalizers.deadline_reading import parse_deadline
from normalizers.deadline_values import edtf_bounds

__all__ = ["could_continue_time", "edtf_bounds", "find_deadline", "horizon_of", "is_time_phrase", "parse_deadline", "tells_outcome", "title_period"]
