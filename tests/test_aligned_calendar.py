"""A calendar without rules and without row numbers, whose lines stand close: rows are told by where its cells open."""

from __future__ import annotations

from tests.test_aligned import Printed, cells, page, tables

X = (30.0, 90.0, 250.0, 350.0, 450.0)


def line(*texts: str) -> Printed:
    return [(x, text) for x, text in zip(X, texts, strict=False) if text]


HEAD = [line("*Thời", "*Nội dung công việc", "*Cơ quan tham", "*Cơ quan phối", "*Ghi"), line("*gian", "", "*mưu, chủ trì", "*hợp", "*chú")]


def rows() -> list[Printed]:
    return [line("Tháng 7", "Họp Ban Chỉ đạo phiên thứ", "Tổ giúp việc", "Thành viên Ban"), line("", "hai, thông qua báo cáo", "", "Chỉ đạo"),
            line("", "Làm việc với doanh nghiệp", "Phòng Kinh tế", "Các thôn"), line("", "viễn thông về", "", ""), line("", "Ban Chỉ đạo ở các thôn", "", ""),
            line("Tháng 8", "Tập huấn kỹ năng sử dụng", "Công an xã", "Trạm Y tế"), line("", "trí tuệ nhân tạo", "", ""),
            line("Tháng 9", "Họp Ban Chỉ đạo phiên thứ", "Tổ giúp việc", "Công an xã"), line("", "ba về dữ liệu", "", "")]


def test_rows_open_where_wording_and_owners_do() -> None:
    found, = tables(page(*HEAD, *rows()))
    read = cells(found)
    assert read[0] == ["Thời gian", "Nội dung công việc", "Cơ quan tham mưu, chủ trì", "Cơ quan phối hợp", "Ghi chú"]
    assert read[1:] == [["Tháng 7", "Họp Ban Chỉ đạo phiên thứ hai, thông qua báo cáo", "Tổ giúp việc", "Thành viên Ban Chỉ đạo"],
                        ["Làm việc với doanh nghiệp viễn thông về Ban Chỉ đạo ở các thôn", "Phòng Kinh tế", "Các thôn"],
                        ["Tháng 8", "Tập huấn kỹ năng sử dụng trí tuệ nhân tạo", "Công an xã", "Trạm Y tế"],
                        ["Tháng 9", "Họp Ban Chỉ đạo phiên thứ ba về dữ liệu", "Tổ giúp việc", "Công an xã"]]
