"""Targets: the one door to everything that reads committed outcomes from prose, tables and tasks."""

from __future__ import annotations

from normalizers.acts import is_act
from normalizers.target_cells import is_measure_cell, is_quantity_cell, read_table_target
from normalizers.target_prose import read_targets
from normalizers.target_stems import dated_value, read_below, share_stem
from normalizers.target_tasks import read_task_targets

__all__ = [
    "dated_value", "is_act", "is_measure_cell", "is_quantity_cell", "read_below", "read_table_target", "read_targets", "read_task_targets", "share_stem"]
