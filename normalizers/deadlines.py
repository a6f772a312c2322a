"""Deadlines: what a time phrase means, and where one stands in a sentence, a heading or a title.

The parts: `deadline_tokens` (words), `deadline_grammar` (phrases), `deadline_reading` (one value of a cell),
`deadline_rules` (RRULE), `deadline_values` (EDTF), `deadline_prose` (sentences, headings, titles, cells by sight).
The meaning of every field is that of the record definition; EDTF is ISO 8601-2, rules are RFC 5545.
"""

from __future__ import annotations

from normalizers.deadline_prose import could_continue_time, find_deadline, horizon_of, is_time_phrase, title_period
from normalizers.deadline_reading import parse_deadline
from normalizers.deadline_values import edtf_bounds

__all__ = ["could_continue_time", "edtf_bounds", "find_deadline", "horizon_of", "is_time_phrase", "parse_deadline", "title_period"]
