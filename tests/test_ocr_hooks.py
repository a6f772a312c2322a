"""Hooks and acutes over circumflex letters, which look alike in small print (extractors/ocr_repair.py)."""

import pytest

from extractors.ocr_repair import repair


@pytest.mark.parametrize(("text", "want"), [
    ("Tố kiểm tra liên ngành", "Tổ kiểm tra liên ngành"),
    ("thành lập tố kiểm tra", "thành lập tổ kiểm tra"),
    ("dưới 5 tuối", "dưới 5 tuổi"),                # no syllable as read
    ("Tống kinh phí", "Tổng kinh phí"),
    ("phát triển kinh tế", "phát triển kinh tế"),
    ("một số nhiệm vụ", "một số nhiệm vụ"),
    ("sổ sức khỏe điện tử", "sổ sức khỏe điện tử"),
])
def test_sure_readings(text: str, want: str) -> None:
    words = text.split()
    assert " ".join(repair(words, [0.96] * len(words))) == want
