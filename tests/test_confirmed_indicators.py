"""Wordings outside the catalogue that a person puts together: the list is written, edited in a spreadsheet, and fed back."""

from pathlib import Path

import pytest

from extractors.errors import UsageError
from normalizers.indicator_text import key
from normalizers.indicator_variants import Variant, differences
from normalizers.indicators import Wording, assign
from pipeline.comparison import compare
from pipeline.indicators import confirm_bytes, read_confirmed, to_confirm
from tests.plans import plan

INCOME, MEAN = "Thu nhập bình quân đầu người của người dân", "Mức sống bình quân của hộ tại thôn"
PLANS = [plan("An", {"indicator": INCOME, "value": 70, "unit": "triệu đồng"}), plan("Bình", {"indicator": MEAN, "value": 60, "unit": "triệu đồng"})]


def edited(choices: dict[str, str]) -> bytes:
    return confirm_bytes([{**row, "confirmed": choices.get(row["indicator"], "")} for row in to_confirm(PLANS)])


def income() -> str:
    return next(row["indicator_id"] for row in to_confirm(PLANS) if row["indicator"] == INCOME)


def test_two_wordings_become_one_provisional_indicator(tmp_path: Path) -> None:
    assert all(g.spread is None for g in compare(PLANS).groups)
    path = tmp_path / "xac-nhan.csv"
    path.write_bytes(edited({MEAN: income()}))
    [group] = compare(PLANS, read_confirmed(path)).groups
    assert (group.indicator.id, group.indicator.name, group.spread) == (income(), INCOME, 10)


def test_what_was_alike_before_stays_together() -> None:
    """Whoever confirms every line of the list changes nothing; who confirms some loses none of the others."""
    words = [Wording(t, "ha", ">=") for t in ("Diện tích trồng rừng mới", "Diện tích trồng mới rừng", "Diện tích rừng trồng mới trong năm", "Số giờ chiếu phim lưu động")]
    before, used = assign(words)
    ids = [m.indicator_id for m in before]
    assert len(set(ids[:3])) == 1 and ids[3] not in ids[:3]
    for count in range(1, 5):
        after, again = assign(words, {key(w.text): i for w, i in zip(words[:count], ids[:count], strict=True)})
        assert [m.indicator_id for m in after] == ids
        assert {i: again[i].unit for i in ids if i} == {i: used[i].unit for i in ids if i}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_the_file_may_come_back_as_a_spreadsheet_saves_it(tmp_path: Path, encoding: str, between: str) -> None:
    path = tmp_path / "xac-nhan.csv"
    path.write_bytes(f"indicator{between}indicator_id{between}confirmed\r\nmột hai ba{between}tam-x{between}tam-x\r\n".encode(encoding))
    assert read_confirmed(path) == {key("một hai ba"): "tam-x"}


def test_what_is_wrong_with_the_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "xac-nhan.csv"
    with pytest.raises(UsageError, match="không mở được"):
        read_confirmed(path)
    path.write_bytes("indicator,confirmed\r\nđường,x\r\n".encode("cp1258", "replace"))
    with pytest.raises(UsageError, match="CSV UTF-8"):
        read_confirmed(path)
    path.write_bytes(edited({MEAN: "tam-khong-co"}))
    with pytest.raises(UsageError, match="tam-khong-co"):
        read_confirmed(path)


def test_a_wording_that_differs_by_its_capitals_is_quoted_once() -> None:
    alike = [Variant("An", "tỷ lệ hộ nghèo"), Variant("Bình", "Tỷ lệ hộ nghèo"), Variant("Chi", "Tỷ lệ hộ nghèo giảm")]
    assert differences(alike, same_words=True) == ["Cách gọi khác nhau: “tỷ lệ hộ nghèo”; “Tỷ lệ hộ nghèo giảm”"]
