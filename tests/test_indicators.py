"""Indicators: the alignment of real plans, vetoes, provisional indicators that no file order changes, and vocabulary rules."""

from __future__ import annotations

import csv
import json
import random
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import UsageError
from normalizers.indicator_concepts import direction_of, veto
from normalizers.indicator_text import VOCAB, key, level, term_rows, tokens
from normalizers.indicator_variants import Variant, differences
from normalizers.indicators import PROVISIONAL, Wording, assign, catalogue, match, provisional_id
from normalizers.text import fold
from pipeline.indicators import confirm_bytes, read_confirmed, to_confirm, with_indicators
from tests.plans import five_plans, plan

DATA = Path(__file__).parent / "data"


def rows(name: str) -> list[dict[str, str]]:
    with (VOCAB / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def aligned() -> list[tuple[str, dict[str, Any], set[str | None]]]:
    alignment = json.loads((DATA / "indicators" / "alignment.json").read_text("utf-8"))
    out = []
    for name, own in alignment.items():
        targets = json.loads((DATA / "gold" / f"{name}.json").read_text("utf-8"))["targets"]
        for t in targets:
            if t["id"] in own:
                label = own[t["id"]]
                out.append((f"{name} {t['id']}", t, {label["id"], *label.get("alt", [])}))
    return out


def test_alignment_of_the_gold_plans() -> None:
    wrong = [(name, t["indicator"], got.indicator_id) for name, t, right in aligned()
             if (got := match(t["indicator"], t["unit"], t["comparator"])).indicator_id not in right]
    assert len(wrong) <= 0.05 * len(aligned()), wrong


def test_sure_matches_are_right() -> None:
    sure = [(got.indicator_id in right) for _, t, right in aligned()
            if (got := match(t["indicator"], t["unit"], t["comparator"])).confidence >= 0.9]
    assert len(sure) > 30
    assert sum(sure) >= 0.97 * len(sure)


def test_wordings_of_the_plans_without_gold() -> None:
    held = json.loads((DATA / "indicators" / "hand_targets.json").read_text("utf-8"))
    right = [match(t["indicator"], t["unit"], t["comparator"]).indicator_id == t["indicator_id"] for t in held]
    assert sum(right) >= 0.95 * len(right)


def test_wordings_made_up_before_they_were_matched() -> None:
    lines = (DATA / "indicators" / "invented_wordings.tsv").read_text("utf-8").splitlines()
    rows = [dict(zip(lines[0].split("\t"), line.split("\t"), strict=True)) for line in lines[1:]]
    got = [(match(r["wording"], r["unit"], r["comparator"]).indicator_id, r["indicator_id"] or None) for r in rows]
    assert sum(a == b for a, b in got) >= 0.96 * len(got)
    assert not [a for a, b in got if a and not b]   # what the catalogue lacks is never taken for what it has


def test_light_words_and_order_make_no_other_outcome() -> None:
    texts = ["Giáo viên đạt chuẩn trình độ đào tạo", "giáo viên đạt trình độ chuẩn được đào tạo theo quy định"]
    first, second = (m.indicator_id for m in assign([Wording(t, "%", ">=") for t in texts])[0])
    assert first == second
    for apart in (["Năng suất bình quân", "Năng suất lúa"], ["Giá trị sản xuất công nghiệp", "Giá trị sản xuất công nghiệp, xây dựng"],
                  ["Giá trị sản xuất", "Giá trị sản xuất xây dựng"], ["Giá trị sản xuất xây dựng", "Giá trị sản xuất công nghiệp - xây dựng"]):
        one, another = (m.indicator_id for m in assign([Wording(t, "đơn vị", "=") for t in apart])[0])
        assert one != another


def test_wordings_of_other_topics_meet_by_what_they_measure() -> None:
    """Lines of the file: wordings of one outcome apart by "|", under the unit ("# %") they are given in."""
    wordings, outcome, unit = [], [], ""
    for n, line in enumerate((DATA / "indicators" / "invented_groups.txt").read_text("utf-8").splitlines()):
        if line.startswith("#"):
            unit = line[1:].strip()
            continue
        for text in line.split("|"):
            wordings.append(Wording(text, unit, ">="))
            outcome.append(n)
    found = [m.indicator_id for m in assign(wordings)[0]]
    pairs = [(i, j) for i, j in combinations(range(len(found)), 2) if outcome[i] == outcome[j]]
    assert sum(found[i] == found[j] for i, j in pairs) >= 0.92 * len(pairs)
    homes = {i: {n for n, found_id in zip(outcome, found, strict=True) if found_id == i} for i in set(found)}
    assert not [i for i, lines in homes.items() if len(lines) > 1]   # no two outcomes under one indicator


@pytest.mark.parametrize(("wording", "unit", "comparator", "indicator"), [
    ("Tỷ lệ phủ sóng 6G trên địa bàn", "%", "=", "ty-le-phu-song-6g"),
    ("Tỷ lệ phủ sóng mạng 5G trên địa bàn phường Hoa Lư", "%", "=", "ty-le-phu-song-5g"),
    ("Chỉ số chuyển đổi số (DTI) của phường", "index", ">=", "chi-so-chuyen-doi-so-dti"),
    ("Chỉ số chuyển đổi số (DTI) của phường", "rank", "rank", "xep-hang-dti"),
    ("cán bộ, công chức có chữ ký số", "%", "=", None),
    ("Tỷ lệ doanh nghiệp có chữ ký số", "%", "=", None),
    ("người dân, doanh nghiệp hài lòng khi sử dụng dịch vụ công trực tuyến", "%", ">=", None),
    ("Tỷ trọng kinh tế số trong từng ngành, lĩnh vực", "%", ">=", None),
    ("Tổng giá trị giao dịch không dùng tiền mặt", "tỷ đồng", ">=", None),
    ("Tỷ lệ hộ nghèo đa chiều", "%", "<", None),
    ("TỶ LỆ NGƯỜI DÂN CÓ TÀI KHOẢN ĐỊNH DANH ĐIỆN TỬ", "%", ">=", "ty-le-nguoi-dan-co-vneid"),
    ("tỉ lệ hồ sơ TTHC xử lý trực tuyến", "%", ">=", "ty-le-ho-so-tthc-xu-ly-truc-tuyen"),
    ("nhiệm vụ khoa học và công nghệ cấp xã", "%", ">=", None),
    ("lãnh đạo UBND xã điều hành công việc trên môi trường điện tử", "%", "=", "ty-le-chi-dao-dieu-hanh-tren-moi-truong-dien-tu"),
    ("hộ kinh doanh chấp nhận thanh toán không dùng tiền mặt", "%", "=", None),
    ("trường học trên địa bàn xã kết nối Internet băng rộng", "%", "=", None),
    ("Tỷ lệ hồ sơ giải quyết TTHC đúng hạn", "%", "=", None),
    ("hộ kinh doanh có tài khoản thanh toán", "%", "=", None),  # other people than the indicator's
    ("Duy trì hoạt động của các câu lạc bộ bơi", "", "qualitative", None),  # another club
])
def test_match(wording: str, unit: str, comparator: str, indicator: str | None) -> None:
    assert match(wording, unit, comparator).indicator_id == indicator


def test_runner_up_and_confidence_tell_a_joined_sentence() -> None:
    joined = match("người dân có tài khoản định danh điện tử (VNeID) và giao dịch không dùng tiền mặt", "%", ">=")
    assert joined.indicator_id == "ty-le-nguoi-dan-co-vneid"
    assert joined.runner_up == "ty-le-giao-dich-khong-dung-tien-mat"
    assert joined.confidence < 0.75 < match("người dân có tài khoản định danh điện tử (VNeID)", "%", ">=").confidence


def test_a_confirmed_wording_wins() -> None:
    confirmed = {key("Phủ sóng 5G"): None, key("xóm thông minh"): "ty-le-co-internet-bang-thong-rong"}
    assert match("tỷ lệ phủ sóng 5G", "%", "=", confirmed).indicator_id is None
    assert match("Xóm thông minh", "%", "=", confirmed).indicator_id == "ty-le-co-internet-bang-thong-rong"


@pytest.mark.parametrize(("a", "b"), [
    ("phủ sóng 5G", "phủ sóng 6G"), ("hộ nghèo", "hộ cận nghèo"), ("thôn đạt chuẩn nông thôn mới", "thôn đạt chuẩn nông thôn mới nâng cao"),
    ("trường mầm non đạt chuẩn quốc gia", "trường THPT đạt chuẩn quốc gia"), ("người dân tham gia bảo hiểm y tế", "người dân tham gia bảo hiểm xã hội"),
    ("Giảm tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo giảm còn"), ("hộ gia đình dùng nước sạch", "cơ quan dùng nước sạch"), ("trường đạt chuẩn mức độ 1", "trường đạt chuẩn mức độ 2"),
    ("Tỷ lệ tham gia bảo hiểm y tế", "học sinh tham gia bảo hiểm y tế"), ("Tỷ lệ hộ nghèo", "tỷ lệ hộ nghèo giảm bình quân"),
    ("chất thải rắn sinh hoạt được thu gom", "chất thải rắn sinh hoạt đô thị được thu gom"), ("Rèn luyện: Tốt", "Rèn luyện: Khá"),
    ("Tổng lượt khách du lịch", "lượt khách du lịch quốc tế"), ("lao động qua đào tạo", "lao động qua đào tạo có bằng cấp, chứng chỉ"),
])
def test_vetoes(a: str, b: str) -> None:
    assert veto(a, b) and veto(b, a)
    assert not veto(a, a)


OTHER_TOPIC = ["Tỷ lệ hộ nghèo đa chiều", "Tỷ lệ hộ cận nghèo", "tỷ lệ hộ nghèo trên địa bàn xã Hoa Lư", "Tỷ lệ dân số tham gia bảo hiểm y tế",
               "người dân tham gia BHYT", "thôn đạt chuẩn nông thôn mới", "thôn đạt chuẩn nông thôn mới nâng cao",
               "chất thải rắn sinh hoạt được thu gom, xử lý", "Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt", "Độ che phủ rừng", "tỷ lệ che phủ rừng",
               "tổng giá trị sản phẩm chè xuất khẩu", "tổng giá trị sản phẩm xoài xuất khẩu", "Thu nhập bình quân đầu người",
               "thu nhập bình quân đầu người/năm"]
SAME = [("Tỷ lệ hộ nghèo đa chiều", "tỷ lệ hộ nghèo trên địa bàn xã Hoa Lư"), ("Tỷ lệ dân số tham gia bảo hiểm y tế", "người dân tham gia BHYT"),
        ("chất thải rắn sinh hoạt được thu gom, xử lý", "Tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt"), ("Độ che phủ rừng", "tỷ lệ che phủ rừng"),
        ("Thu nhập bình quân đầu người", "thu nhập bình quân đầu người/năm")]


def test_a_bare_quantity_is_no_shorter_name_of_what_it_measures() -> None:
    texts = ["Sản lượng", "Sản lượng lúa", "Tổng sản lượng điện", "Tổng chi ngân sách", "Tổng chi ngân sách cho giáo dục"]
    matches, _ = assign([Wording(t, "tấn" if "lượng" in t else "tỷ đồng", "=") for t in texts])
    assert len({m.indicator_id for m in matches}) == len(texts)
    together, _ = assign([Wording(t, "tấn", "=") for t in ("Sản lượng thủy sản", "sản lượng thủy sản bình quân")])
    assert together[0].indicator_id == together[1].indicator_id


def test_a_topic_of_two_parts_names_no_two_outcomes() -> None:
    found = match("Kinh tế số và xã hội số: dân số từ 15 tuổi trở lên có tài khoản thanh toán điện tử", "%", ">=")
    assert found.indicator_id == "ty-le-dan-so-tu-15-tuoi-co-tai-khoan-thanh-toan"


def test_provisional_indicators_do_not_depend_on_the_order_of_files() -> None:
    expected, used = assign([Wording(t, "%", ">=") for t in OTHER_TOPIC])
    ids = dict(zip(OTHER_TOPIC, (m.indicator_id for m in expected), strict=True))
    for seed in range(5):
        shuffled = random.Random(seed).sample(OTHER_TOPIC, len(OTHER_TOPIC))
        again, _ = assign([Wording(t, "%", ">=") for t in shuffled])
        assert dict(zip(shuffled, (m.indicator_id for m in again), strict=True)) == ids
    assert all(i and i.startswith(PROVISIONAL) for i in ids.values())
    for a, b in SAME:
        assert ids[a] == ids[b]
    assert len(set(ids.values())) == len(OTHER_TOPIC) - len(SAME)
    assert used[ids["Tỷ lệ hộ nghèo đa chiều"] or ""].direction == "lower"


def test_a_number_without_unit_joins_the_group_of_its_wording() -> None:
    found, used = assign([Wording("Độ che phủ rừng", None, ">="), Wording("Độ che phủ rừng", "%", ">="), Wording("Độ che phủ rừng", "ha", ">=")])
    ids = [m.indicator_id for m in found]
    assert ids[0] in ids[1:] and len(used) == 2


def test_provisional_id_is_stable_and_short() -> None:
    assert provisional_id("Tỷ lệ che phủ rừng trên địa bàn xã Hoa Lư") == provisional_id("che phủ rừng") == "tam-che-phu-rung"
    long = provisional_id("hộ gia đình " + "rất " * 60)
    assert len(long) <= 65 and long == provisional_id("Hộ  gia đình " + "rất " * 60)


@pytest.mark.parametrize(("wording", "direction"), [
    ("Tỷ lệ hộ nghèo", "lower"), ("Giảm tỷ lệ hộ nghèo", "higher"), ("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng", "lower"), ("tỷ lệ hộ thoát nghèo", "higher"),
    ("số vụ tai nạn giao thông", "lower"), ("vụ vi phạm được xử lý", "higher"), ("Độ che phủ rừng", "higher"),
])
def test_direction(wording: str, direction: str) -> None:
    assert direction_of(wording) == direction


@pytest.mark.parametrize(("a", "b", "part"), [
    ("người dân có tài khoản định danh điện tử và được kích hoạt mức 2 (VNeID)", "người dân có tài khoản định danh điện tử (VNeID)", "mức 2"),
    ("Tỉ lệ người dân trưởng thành có chữ ký số công cộng", "tỷ lệ người dân có chữ ký số", "người trưởng thành"),
    ("thủ tục hành chính phi địa giới hành chính giữa Thành phố và xã", "thủ tục hành chính phi địa giới hành chính trong phạm vi cấp tỉnh", "giữa thành phố và xã"),
    ("Phủ sóng 5G cho người dân", "Tỷ lệ phủ sóng 5G", "đếm người dân"),
    ("cán bộ, công chức cấp xã được bồi dưỡng kỹ năng số căn bản", "cán bộ, công chức xã Hoa Lư được bồi dưỡng kỹ năng số cơ bản", ""),
    ("Tỷ lệ phủ sóng 5G trên địa bàn", "phủ sóng mạng 5G trên địa bàn xã", ""),
])
def test_differences(a: str, b: str, part: str) -> None:
    told = "; ".join(differences([Variant("A", a), Variant("B", b)]))
    assert (part in told) if part else not told


def test_qualifiers_are_told() -> None:
    [told] = differences([Variant("A", "hồ sơ công việc", "trừ văn bản mật"), Variant("B", "hồ sơ công việc")])
    assert "trừ văn bản mật" in told and "A" in told


def test_vocabulary_has_no_alias_twice() -> None:
    names = {c["indicator_id"]: c["name"] for c in rows("indicators.csv")}
    home: dict[str, str] = {key(name): iid for iid, name in names.items()}
    assert len(home) == len(names)
    printed = Counter((r["indicator_id"], fold(r["alias"])) for r in rows("indicator_aliases.csv"))
    assert max(printed.values()) == 1
    for r in rows("indicator_aliases.csv"):
        assert r["indicator_id"] in names
        assert home.setdefault(key(r["alias"]), r["indicator_id"]) == r["indicator_id"], r
    words = Counter(fold(wording) for wording, _ in term_rows())
    assert max(words.values()) == 1 and not any("{" in word or "|" in word for word in words)


def test_every_alias_finds_its_indicator() -> None:
    for r in rows("indicator_aliases.csv"):
        indicator = catalogue()[r["indicator_id"]]
        comparator = "rank" if indicator.unit == "rank" else "qualitative" if not indicator.unit else ">="
        assert match(r["alias"], indicator.unit or None, comparator).indicator_id == indicator.id, r


def test_rules_name_known_indicators_and_do_not_rule_out_their_own_name() -> None:
    assert {r["indicator_id"] for r in rows("indicator_rules.csv")} == set(catalogue())
    for indicator in catalogue().values():
        comparator = "rank" if indicator.unit == "rank" else "qualitative" if not indicator.unit else ">="
        assert match(indicator.name, indicator.unit or None, comparator).indicator_id == indicator.id
        # One word more, so that the rules and not the alias decide.
        assert match(indicator.name + " nhanh", indicator.unit or None, comparator).indicator_id == indicator.id, indicator


@given(st.text(max_size=200))
def test_any_string_is_a_wording(text: str) -> None:
    found = match(text, "%", ">=")
    assert 0 <= found.confidence <= 1
    assert found.indicator_id is None or found.indicator_id in catalogue()
    assert isinstance(tokens(text), tuple) and isinstance(level(text), str)
    _, used = assign([Wording(text)])
    assert len(used) == 1


def test_with_indicators_is_idempotent_and_keeps_what_was_settled() -> None:
    once, used = with_indicators(five_plans())
    twice, again = with_indicators(once)
    assert once == twice and used == again
    fixed = plan("Hoa Lư", {"indicator": "Phủ sóng 5G", "value": 80, "indicator_id": "ty-le-phu-song-6g"})
    [kept], _ = with_indicators([fixed])
    assert kept.targets[0].indicator_id == "ty-le-phu-song-6g"


def test_matches_to_confirm_go_out_and_come_back(tmp_path: Path) -> None:
    out = to_confirm(five_plans())
    assert [r["confidence"] for r in out] == sorted(r["confidence"] for r in out)
    joined = next(r for r in out if r["indicator"].startswith("hồ sơ được số hóa và"))
    path = tmp_path / "xac-nhan.csv"
    path.write_bytes(confirm_bytes([{**joined, "confirmed": "-"}], excel_vi=True))
    assert read_confirmed(path) == {key(joined["indicator"]): None}
    path.write_text("indicator,confirmed\r\nx,khong-co\r\n", encoding="utf-8")
    with pytest.raises(UsageError, match="dòng 2"):
        read_confirmed(path)


@pytest.mark.parametrize("wording", ["Chỉ số chuyển đổi số của phường", "Chỉ số DTI", "chỉ số chuyển đổi số cấp xã"])
def test_a_score_whose_value_is_a_place_is_the_ranking(wording: str) -> None:
    assert match(wording, "rank", "rank").indicator_id == "xep-hang-dti"
    assert match(wording, "index", ">=").indicator_id == "chi-so-chuyen-doi-so-dti"


def test_a_place_is_the_better_the_smaller_it_is() -> None:
    found, used = assign([Wording("Chỉ số cải cách hành chính của xã", "rank", "rank"), Wording("Số mô hình dân vận khéo", "count", "=")])
    assert [used[m.indicator_id or ""].direction for m in found] == ["lower", "higher"]
