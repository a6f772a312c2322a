"""Titles, types and descriptions (Vietnamese) of every output column: the data dictionary that `datapackage.json` prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Column:
    """A column: name, Frictionless type, Vietnamese title and description, and its values where they are a closed list."""

    name: str
    type: Literal["string", "integer", "number", "boolean"]
    title: str
    description: str
    enum: tuple[str, ...] = ()


def _s(name: str, title: str, description: str, *enum: str) -> Column:
    return Column(name, "string", title, description, enum)


def _i(name: str, title: str, description: str) -> Column:
    return Column(name, "integer", title, description)


def _n(name: str, title: str, description: str) -> Column:
    return Column(name, "number", title, description)


def _b(name: str, title: str, description: str) -> Column:
    return Column(name, "boolean", title, description)


_COMPARATORS = (">=", ">", "<=", "<", "=", "range", "rank", "qualitative")
_SOURCE = _s("source", "Tệp nguồn", "Tên tệp kế hoạch đã đọc.")
_PLAN_ID = _s("plan_id", "Mã kế hoạch", "Mã của kế hoạch trong bộ dữ liệu, trùng với dataset.jsonl.")
_COMMUNE = _s("commune", "Xã", "Tên xã, phường, đặc khu, không kèm loại đơn vị; trống nếu không phải kế hoạch cấp xã.")
_MARKER = _s("marker", "Dấu đầu dòng", "Dấu gạch, cộng hoặc chấm đầu dòng như in trong văn bản, tách khỏi nội dung để bảng tính không "
             "hiểu nhầm là công thức; dấu “-” và “+” có dấu nháy đơn phía trước.")
_INDICATOR_ID = _s("indicator_id", "Mã chỉ tiêu", "Mã trong danh mục chỉ tiêu; bắt đầu bằng “tam-” là chỉ tiêu tạm, gom theo cách gọi.")
_YEAR = _i("horizon_year", "Năm mốc", "Năm mà chỉ tiêu phải đạt; trống nếu kế hoạch không nêu mốc.")
_DIRECTION = _s("direction", "Chiều tốt", "higher: càng cao càng tốt; lower: càng thấp càng tốt.", "higher", "lower")

_RECORD = (
    _s("no", "Số thứ tự", "Số thứ tự in trong văn bản hoặc bảng."),
    _s("section", "Mục", "Các tiêu đề phía trên, từ ngoài vào trong, ngăn cách bằng “›”."),
    _s("lead", "Chủ trì", "Các đơn vị chủ trì theo tên chuẩn, ngăn cách bằng dấu chấm phẩy."),
    _s("support", "Phối hợp", "Các đơn vị phối hợp theo tên chuẩn, ngăn cách bằng dấu chấm phẩy."),
    _s("deadline", "Thời hạn (nguyên văn)", "Cụm từ thời hạn như in trong văn bản."),
    _s("deadline_kind", "Loại thời hạn", "fixed: có hạn; open_ended: có đầu không có cuối; recurring: định kỳ; ongoing: thường xuyên; "
       "conditional: theo điều kiện; unresolved: chưa hiểu.", "fixed", "open_ended", "recurring", "ongoing", "conditional", "unresolved"),
    _s("deadline_edtf", "Thời hạn (EDTF)", "Thời hạn theo chuẩn ISO 8601-2 (EDTF): 2026-33 là quý I năm 2026, 2025-41 là nửa cuối năm 2025."),
    _s("due", "Hạn cuối", "Ngày cuối cùng còn đúng hạn, dạng năm-tháng-ngày."),
    _s("rrule", "Quy tắc lặp", "Quy tắc lặp theo RFC 5545, ngăn cách bằng dấu chấm phẩy và khoảng trắng."),
    _s("condition", "Điều kiện", "Điều kiện mà thời hạn phụ thuộc, nguyên văn."),
    _MARKER,
    _s("raw", "Nguyên văn", "Nội dung nguồn của bản ghi, không kèm dấu đầu dòng; bản đầy đủ nằm trong dataset.jsonl."),
    _i("page", "Trang", "Trang đầu tiên của bản ghi (tệp PDF, bản quét)."),
    _i("line_first", "Từ dòng", "Dòng đầu trong tệp văn bản, tính từ 1."),
    _i("line_last", "Đến dòng", "Dòng cuối trong tệp văn bản."),
    _s("place", "Vị trí", "Vị trí trong tài liệu: trang, dòng hoặc đường dẫn đoạn và ô."),
    _s("rule", "Quy tắc đọc", "Quy tắc đã tạo ra bản ghi."),
    _n("confidence", "Độ tin cậy", "Độ tin cậy của bản ghi, từ 0 đến 1."),
    _s("alternatives", "Cách đọc khác", "Những cách đọc khác đã cân nhắc, ngăn cách bằng “|”."),
    _s("reviewed_by", "Người xem lại", "Người đã xem lại bản ghi; trống nếu chưa ai xem."),
    _s("auto_value", "Giá trị đọc tự động", "Giá trị máy đọc của các trường đã xem lại, để đối chiếu với giá trị đang dùng."),
)
_ID = _s("id", "Mã bản ghi", "Mã bản ghi, duy nhất trong một kế hoạch.")

TABLES: dict[str, tuple[str, str, tuple[Column, ...]]] = {
    "divergence": ("Chênh lệch giữa các xã", "Mỗi dòng là một chỉ tiêu ở một năm mốc. Chỉ tiêu không nêu mốc được liệt kê ở dòng có năm "
                   "mốc trống và không tính vào chênh lệch.", (
        _INDICATOR_ID, _s("indicator", "Chỉ tiêu", "Tên chỉ tiêu trong danh mục, hoặc cách gọi chung của chỉ tiêu tạm."),
        _s("unit", "Đơn vị tính", "Đơn vị tính của chỉ tiêu."), _DIRECTION, _YEAR,
        _i("communes_with", "Số xã có nêu", "Số xã nêu chỉ tiêu này ở mốc này (kể cả định tính)."),
        _i("communes_without", "Số xã không nêu", "Số xã còn lại của đợt đối chiếu."),
        _n("min", "Thấp nhất", "Con số nhỏ nhất trong các xã so sánh được."), _n("max", "Cao nhất", "Con số lớn nhất trong các xã so sánh được."),
        _n("median", "Trung vị", "Trung vị của các xã so sánh được."),
        _n("spread", "Chênh lệch", "Hiệu giữa cao nhất và thấp nhất; trống nếu chưa có hai xã so sánh được."),
        _n("mad", "Độ lệch tuyệt đối trung vị", "Trung vị của các độ lệch so với trung vị (MAD); chỉ tính khi có từ năm xã."),
        _s("outliers", "Xã khác biệt rõ", "Xã có con số cách xa các xã khác (điểm z hiệu chỉnh theo MAD trên 3,5); chỉ xét khi có từ năm xã."),
        _s("baseline", "Mức sàn", "Mức mà kế hoạch của tỉnh, bộ hoặc tệp --baseline yêu cầu."),
        _i("below_baseline", "Số xã dưới mức sàn", "Số xã nêu thấp hơn mức sàn của tỉnh mình; trống nếu không có mức sàn."),
        _i("no_target", "Số xã bỏ trống mức sàn", "Số xã có mức sàn nhưng không nêu chỉ tiêu này ở mốc này; trống nếu không có mức sàn."),
        _s("lowest", "Xã thấp nhất", "Xã có con số nhỏ nhất."), _s("highest", "Xã cao nhất", "Xã có con số lớn nhất."),
        _s("comparability", "So sánh được không", "comparable: so sánh được; caveat: so sánh được nhưng phải lưu ý; not_comparable: không so sánh được.",
           "comparable", "caveat", "not_comparable"),
        _s("caveats", "Lưu ý", "Lý do phải lưu ý hoặc không so sánh được."),
        _s("values", "Mức của từng xã", "Mức từng xã nêu, ví dụ “Xã A ≥70; Xã B 65”; đơn vị chỉ ghi khi các xã dùng đơn vị khác nhau."))),
    "divergence_long": ("Chênh lệch, từng xã", "Mỗi dòng là một chỉ tiêu ở một năm mốc của một xã, kể cả xã không nêu.", (
        _INDICATOR_ID, _s("indicator", "Chỉ tiêu", "Tên chỉ tiêu."), _DIRECTION, _YEAR,
        _s("commune_type", "Loại", "xã, phường hoặc đặc khu."), _COMMUNE, _s("province", "Tỉnh", "Tỉnh, thành phố nếu kế hoạch có nêu."),
        _s("status", "Tình trạng", "set: có con số; not_set: không nêu; qualitative: nêu định tính; no_horizon: có nêu nhưng không nêu mốc.",
           "set", "not_set", "qualitative", "no_horizon"),
        _s("comparator", "Dấu so sánh", "≥, >, ≤, <, = hoặc range (khoảng), rank (thứ hạng), qualitative (định tính).", *_COMPARATORS),
        _n("value", "Giá trị", "Con số mà kế hoạch nêu."), _n("value_high", "Giá trị trên", "Đầu trên của khoảng."),
        _s("unit", "Đơn vị tính", "Đơn vị như kế hoạch nêu."), _s("qualifier", "Giới hạn", "Cụm từ giới hạn phạm vi."),
        _s("wording", "Cách gọi", "Tên chỉ tiêu như kế hoạch nêu."),
        _b("compared", "Có tính", "true nếu con số được tính vào trung vị và chênh lệch."),
        _n("difference_to_median", "So với trung vị", "Con số trừ trung vị của nhóm."),
        _i("rank", "Xếp thứ", "1 là mức phấn đấu cao nhất theo chiều tốt của chỉ tiêu."),
        _b("outlier", "Khác biệt rõ", "true nếu con số cách xa các xã khác; chỉ xét khi có từ năm xã."),
        _n("baseline_value", "Mức sàn", "Con số mà tỉnh của xã (hoặc bộ, hoặc tệp --baseline) yêu cầu."),
        _s("baseline_comparator", "Dấu của mức sàn", "Dấu so sánh của mức sàn.", *_COMPARATORS),
        _n("gap_to_baseline", "So với mức sàn", "Con số của xã trừ mức sàn."),
        _s("baseline_status", "Tình trạng so với mức sàn", "below_baseline: thấp hơn yêu cầu; at_baseline: bằng; above: cao hơn; no_target: xã không nêu; "
           "not_comparable: không so được (định tính, không nêu mốc, khác đơn vị); trống: không có mức sàn.",
           "below_baseline", "at_baseline", "above", "no_target", "not_comparable"),
        _s("baseline_source", "Nguồn mức sàn", "Tệp kế hoạch hoặc tệp --baseline nêu mức sàn."),
        _s("baseline_place", "Vị trí mức sàn", "Vị trí của mức sàn trong tệp đó."),
        _s("note", "Ghi chú", "Mốc khác của cùng xã, hoặc mức khác ở cùng mốc."),
        _s("target_id", "Mã bản ghi", "Mã chỉ tiêu trong targets.csv."), _SOURCE, _s("place", "Vị trí", "Vị trí trong tài liệu."))),
    "divergence_matrix": ("Bảng đối chiếu", "Chỉ tiêu và năm mốc theo hàng, các xã theo cột.", (
        _INDICATOR_ID, _s("indicator", "Chỉ tiêu", "Tên chỉ tiêu."), _s("unit", "Đơn vị tính", "Đơn vị tính của chỉ tiêu."), _YEAR,
        _s("comparability", "So sánh được không", "Như trong divergence.csv.", "comparable", "caveat", "not_comparable"))),
    "plans": ("Kế hoạch", "Mỗi dòng là một kế hoạch đã đọc.", (
        _SOURCE, _PLAN_ID, _COMMUNE, _s("commune_type", "Loại", "xã, phường hoặc đặc khu."), _s("commune_code", "Mã xã", "Mã đơn vị hành chính cấp xã."),
        _s("province", "Tỉnh", "Tỉnh, thành phố sau sắp xếp năm 2025, chỉ khi văn bản có nêu."), _s("province_code", "Mã tỉnh", "Mã đơn vị hành chính cấp tỉnh."),
        _s("issuer", "Cơ quan ban hành", "Cơ quan ban hành kế hoạch."), _s("doc_type", "Loại văn bản", "Kế hoạch, Chương trình, Quyết định…"),
        _s("number", "Số, ký hiệu", "Số và ký hiệu văn bản; trống nếu bỏ trống."), _s("issue_date", "Ngày ban hành", "Ngày ban hành (EDTF) theo độ chính xác in trong văn bản."),
        _s("title", "Trích yếu", "Toàn bộ trích yếu."), _s("period", "Giai đoạn", "Giai đoạn của kế hoạch (EDTF) theo trích yếu."),
        _s("signer", "Người ký", "Người ký."), _s("signer_title", "Chức vụ người ký", "Chức vụ người ký."),
        _s("format", "Định dạng", "text, pdf, docx, html hoặc scan."), _s("sha256", "Dấu vân tay tệp", "SHA-256 của tệp nguồn."),
        _i("targets", "Số chỉ tiêu", "Số chỉ tiêu đọc được."), _i("tasks", "Số nhiệm vụ", "Số nhiệm vụ đọc được."),
        _i("citations", "Số văn bản dẫn", "Số văn bản được viện dẫn."), _i("findings", "Số phát hiện", "Số phát hiện về kế hoạch này."),
        _i("lines_total", "Số dòng", "Số dòng có chữ của tài liệu."), _i("lines_unexplained", "Dòng chưa hiểu", "Số dòng mà không quy tắc nào hiểu."))),
    "targets": ("Chỉ tiêu", "Mỗi dòng là một chỉ tiêu: một nội dung, một mức, một mốc.", (
        _SOURCE, _PLAN_ID, _COMMUNE, _ID, _s("indicator", "Chỉ tiêu", "Nội dung đo như kế hoạch nêu, không kèm con số."), _INDICATOR_ID,
        _n("indicator_confidence", "Tin cậy của mã chỉ tiêu", "Độ tin cậy của việc gán mã chỉ tiêu, từ 0 đến 1."),
        _s("indicator_runner_up", "Mã thứ hai", "Mã chỉ tiêu gần thứ hai, nếu có."),
        _s("comparator", "Dấu so sánh", "≥, >, ≤, <, =, range (khoảng), rank (thứ hạng), qualitative (định tính).", *_COMPARATORS),
        _n("value", "Giá trị", "Con số mà kế hoạch nêu."), _n("value_high", "Giá trị trên", "Đầu trên của khoảng."),
        _s("unit", "Đơn vị tính", "%, index, rank, count, level hoặc đơn vị như in; trống nếu không in."),
        _s("measure", "Danh từ đếm", "Danh từ được đếm hoặc đơn vị như in trong văn bản."),
        _s("horizon", "Mốc", "Năm hoặc giai đoạn phải đạt (EDTF)."), _YEAR, _s("qualifier", "Giới hạn", "Cụm từ giới hạn phạm vi."),
        _s("direction", "Tăng hay giảm", "increase: mức tăng; decrease: mức giảm; trống: mức phải đạt.", "increase", "decrease"),
        _s("base", "So với", "Mốc để so sánh mức tăng, giảm."),
        _s("origin", "Nguồn", "section: trong phần văn; table: trong bảng; task: nằm trong nhiệm vụ.", "section", "table", "task"), *_RECORD)),
    "tasks": ("Nhiệm vụ", "Mỗi dòng là một nhiệm vụ ở cấp nhỏ nhất.", (
        _SOURCE, _PLAN_ID, _COMMUNE, _ID, _s("text", "Nội dung", "Toàn văn nhiệm vụ, các dòng đã nối."), _s("result", "Kết quả, sản phẩm", "Ô kết quả hoặc sản phẩm."),
        _s("origin", "Nguồn", "section: trong phần văn; table: trong bảng.", "section", "table"), *_RECORD)),
    "assignments": ("Phân công", "Mỗi dòng là một đơn vị được giao một chỉ tiêu hoặc nhiệm vụ.", (
        _SOURCE, _PLAN_ID, _COMMUNE, _s("record_kind", "Loại bản ghi", "target: chỉ tiêu; task: nhiệm vụ.", "target", "task"),
        _s("record_id", "Mã bản ghi", "Mã chỉ tiêu hoặc nhiệm vụ."), _s("role", "Vai trò", "lead: chủ trì; support: phối hợp.", "lead", "support"),
        _s("unit_id", "Mã đơn vị", "Mã đơn vị."), _s("unit", "Đơn vị", "Tên chuẩn của đơn vị."), _s("raw", "Nguyên văn", "Tên đơn vị như in."),
        _b("known", "Có trong danh mục", "false nếu danh mục đơn vị chưa có."), _s("unit_kind", "Nhóm đơn vị", "Nhóm đơn vị."),
        _s("unit_level", "Cấp", "Cấp của đơn vị."), _s("due", "Hạn cuối", "Hạn cuối của bản ghi, nếu có."))),
    "citations": ("Văn bản viện dẫn", "Mỗi dòng là một văn bản có số được kế hoạch viện dẫn.", (
        _SOURCE, _PLAN_ID, _s("number", "Số, ký hiệu", "Số và ký hiệu văn bản."), _s("doc_type", "Loại văn bản", "Loại văn bản."),
        _s("dates", "Ngày", "Các ngày mà kế hoạch ghi cho văn bản này; nhiều hơn một là mâu thuẫn."),
        _s("issuer", "Cơ quan ban hành", "Cơ quan ban hành."), _s("lines", "Dòng", "Các dòng viện dẫn."))),
    "ledger": ("Sổ dòng", "Mỗi dòng có chữ của tài liệu, với đúng một vai trò và bản ghi mà nó thuộc về.", (
        _SOURCE, _PLAN_ID, _i("number", "Thứ tự", "Thứ tự đọc của dòng."), _s("place", "Vị trí", "Vị trí của dòng."),
        _i("part", "Ô thứ mấy", "Dòng có chữ của nhiều ô thì mỗi ô một hàng: ô thứ mấy trong dòng; trống nếu cả dòng là một."), _MARKER,
        _s("text", "Nội dung", "Nội dung dòng, không kèm dấu đầu dòng."),
        _s("role", "Vai trò", "Vai trò của dòng: tiêu đề, căn cứ, chỉ tiêu, nhiệm vụ…; unexplained là chưa hiểu."),
        _s("record", "Bản ghi", "Các bản ghi mà dòng thuộc về."))),
    "findings": ("Phát hiện", "Những điều người phân tích nên xem.", (
        _s("kind", "Loại", "Loại phát hiện."), _s("severity", "Mức độ", "info: để biết; warning: nên xem; error: phải xử lý.", "info", "warning", "error"),
        _SOURCE, _s("record", "Bản ghi", "Bản ghi liên quan."), _s("place", "Vị trí", "Vị trí trong tài liệu."),
        _s("message", "Nội dung", "Mô tả phát hiện."), _s("quotes", "Trích dẫn", "Các trích dẫn, ngăn cách bằng “|”."))),
}
