"""Every kind of finding: its Vietnamese title and usual severity; docs/findings.md has the rule of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from pipeline.plan_text import quote, where, wording
from pipeline.records import Finding, PlanRecord, Record

Severity = Literal["info", "warning", "error"]


class Kind(NamedTuple):
    severity: Severity
    title: str


KINDS: dict[str, Kind] = {
    "draft-number": Kind("warning", "Số văn bản để trống"),
    "draft-day": Kind("warning", "Ngày ban hành để trống"),
    "draft-mark": Kind("warning", "Ghi là dự thảo"),
    "placeholder": Kind("info", "Chỗ còn để trống trong văn bản"),
    "deadline-before-plan": Kind("error", "Hạn sớm hơn ngày kế hoạch"),
    "horizon-before-plan": Kind("warning", "Mốc chỉ tiêu đã qua khi ban hành"),
    "citation-two-dates": Kind("error", "Một văn bản ghi hai ngày"),
    "citation-dates-differ": Kind("warning", "Ngày văn bản khác các kế hoạch khác"),
    "citation-after-plan": Kind("warning", "Viện dẫn văn bản ban hành sau kế hoạch"),
    "number-spelled-two-ways": Kind("warning", "Số văn bản viết hai kiểu"),
    "section-repeated": Kind("warning", "Số mục lặp lại"),
    "section-missing": Kind("warning", "Thiếu số mục"),
    "row-number-repeated": Kind("warning", "Số thứ tự trong bảng lặp lại"),
    "row-number-missing": Kind("warning", "Thiếu số thứ tự trong bảng"),
    "target-no-horizon": Kind("warning", "Chỉ tiêu không nêu mốc"),
    "target-no-number": Kind("info", "Chỉ tiêu không có con số"),
    "target-no-unit": Kind("info", "Chỉ tiêu không in đơn vị tính"),
    "target-reversal": Kind("error", "Mốc sau thấp hơn mốc trước"),
    "target-percent-over-100": Kind("error", "Tỷ lệ trên 100 %"),
    "target-index-over-1": Kind("warning", "Chỉ số lớn hơn 1"),
    "target-contradiction": Kind("error", "Một chỉ tiêu hai mức"),
    "target-repeated": Kind("info", "Chỉ tiêu ghi hai lần"),
    "task-repeated": Kind("info", "Nhiệm vụ ghi hai lần"),
    "task-no-owner": Kind("warning", "Nhiệm vụ không có đơn vị chủ trì"),
    "task-no-deadline": Kind("warning", "Nhiệm vụ không có thời hạn"),
    "deadline-vague": Kind("info", "Thời hạn không đo được"),
    "deadline-unresolved": Kind("warning", "Cụm từ thời hạn chưa hiểu"),
    "text-truncated": Kind("warning", "Câu, ô bị cắt cụt"),
    "other-commune": Kind("warning", "Tên xã khác trong văn bản"),
    "other-province": Kind("warning", "Tên tỉnh khác trong văn bản"),
    "copied-passages": Kind("info", "Đoạn giống kế hoạch của xã khác"),
    "unknown-unit": Kind("info", "Đơn vị chưa có trong danh mục"),
    "unknown-indicator": Kind("info", "Chỉ tiêu chưa có trong danh mục"),
    "unexplained-lines": Kind("warning", "Dòng chưa hiểu"),
    "ocr-number": Kind("warning", "Con số đọc từ bản quét cần xem lại"),
    "target-without-task": Kind("info", "Chỉ tiêu không có nhiệm vụ"),
    "task-without-target": Kind("info", "Nhiệm vụ không gắn chỉ tiêu"),
    "baseline-below": Kind("warning", "Thấp hơn mức sàn của tỉnh"),
    "baseline-missing": Kind("warning", "Bỏ chỉ tiêu của tỉnh"),
    "value-outlier": Kind("info", "Mức khác hẳn các xã khác"),
    "superseded": Kind("info", "Kế hoạch đã được thay thế"),
    "duplicate-plan": Kind("warning", "Cùng một kế hoạch gửi hai lần"),
    "version-unclear": Kind("warning", "Chưa rõ kế hoạch nào còn hiệu lực"),
    "review-dropped": Kind("info", "Bản ghi người xem đã bỏ"),
    "correction-orphan": Kind("warning", "Hiệu đính chưa áp dụng được"),
    "correction-conflict": Kind("warning", "Hai người hiệu đính khác nhau"),
    "correction-damaged": Kind("warning", "Dòng hiệu đính không đọc được"),
}


def finding(kind: str, plan: PlanRecord | str, message: str, *, severity: Severity | None = None, record: str = "", place: str = "",
            quotes: Sequence[str] = ()) -> Finding:
    """A finding about a plan (or the source of one), with the usual severity of its kind unless another is given."""
    return Finding(kind=kind, severity=severity or KINDS[kind].severity, source=plan if isinstance(plan, str) else plan.source, record=record, place=place,
                   message=message, quotes=tuple(quotes))


def about(kind: str, plan: PlanRecord, message: str, found: Iterable[Record], *, severity: Severity | None = None,
          most: int = 5, raw: bool = False) -> Finding:
    """One finding about several records: all their ids, the places and quotes of the first `most`."""
    items = list(found)
    places = dict.fromkeys(filter(None, (where(r) for r in items[:most])))
    return finding(kind, plan, message, severity=severity, record="; ".join(r.id for r in items),
                   place="; ".join(places) + ("; …" if len(items) > most else ""),
                   quotes=[quote(r.raw if raw and r.raw else wording(r)) for r in items[:most]])
