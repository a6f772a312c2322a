"""What the value of a two-column table looks like ("≥ 80%", "Tối thiểu 02 mô hình"): by its form alone, without vocabularies."""

from __future__ import annotations

import re

_UNIT = r"[a-zà-ỹđ²³/]+(?:[ /][a-zà-ỹđ²³]+){0,2}"
VALUE = re.compile(
    r"(?:(?:[≥≤><=]|(?:Trên|Dưới|Tối thiểu|Tối đa|Ít nhất|Từ|Đạt|Không quá|Khoảng|Hơn|Trên mức)\b) ?)*\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)?"
    rf"(?: ?%(?: ?/ ?năm)?| {_UNIT})?(?: trở (?:lên|xuống))?|Không(?: có)?")
