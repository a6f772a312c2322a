"""Numbers in words behind verbs of making and holding: "xây dựng hai mô hình"."""

from __future__ import annotations

import pytest

from normalizers.targets import read_targets


@pytest.mark.parametrize(("sentence", "values"), [
    ("Hỗ trợ thành lập mới một hợp tác xã nuôi ong", [1]), ("Ra mắt ba câu lạc bộ thể thao", [3]), ("Xây dựng hai mô hình trồng rau sạch", [2]),
    ("Mỗi năm tổ chức hai cuộc giám sát", [2])])
def test_counts_in_words(sentence: str, values: list[float]) -> None:
    assert [t.value for t in read_targets(sentence)] == values


@pytest.mark.parametrize("sentence", ["Thực hiện hai nhiệm vụ sau", "Xây dựng một xã hội học tập", "Tổ chức một số hoạt động văn hóa"])
def test_words_that_count_nothing(sentence: str) -> None:
    assert all(t.value is None for t in read_targets(sentence))
