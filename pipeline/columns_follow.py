"""Data dictionary of the tables that follow plans up: series over horizons, coverage of higher plans, links of targets and tasks."""

from __future__ import annotations

from pipeline.columns import Column

_SOURCE = Column("source", "string", "Tệp nguồn", "Tên tệp kế hoạch của xã.")
_COMMUNE = Column("commune", "string", "Xã", "Tên xã, phường, đặc khu như trong divergence.csv.")
_PROVINCE = Column("province", "string", "Tỉnh", "Tỉnh, thành phố nếu kế hoạch có nêu.")
_INDICATOR_ID = Column("indicator_id", "string", "Mã chỉ tiêu", "Mã trong danh mục chỉ tiêu; bắt đầu bằng “tam-” là chỉ tiêu tạm.")
_INDICATOR = Column("indicator", "string", "Chỉ tiêu", "Tên chỉ tiêu.")
_HIGHER_SOURCE = Column("higher_source", "string", "Kế hoạch cấp trên", "Tệp kế hoạch của tỉnh, bộ.")
_KIND = Column("kind", "string", "Loại", "target: chỉ tiêu; task: nhiệm vụ.", ("target", "task"))
_HIGHER_RECORD = Column("higher_record", "string", "Mã bản ghi cấp trên", "Mã chỉ tiêu hoặc nhiệm vụ trong kế hoạch cấp trên.")
_HIGHER_QUOTE = Column("higher_quote", "string", "Cấp trên yêu cầu", "Nguyên văn chỉ tiêu (kèm mức và mốc) hoặc nhiệm vụ của cấp trên.")

FOLLOW_TABLES: dict[str, tuple[str, str, tuple[Column, ...]]] = {
    "series": ("Lộ trình của từng xã", "Mỗi dòng là một chỉ tiêu của một xã có từ hai năm mốc, kèm chỗ mốc sau kém mốc trước.", (
        _COMMUNE, Column("label", "string", "Tên hiển thị", "Tên xã, kèm loại và tỉnh khi trùng tên."), _PROVINCE, _INDICATOR_ID, _INDICATOR,
        Column("direction", "string", "Chiều tốt", "higher: càng cao càng tốt; lower: càng thấp càng tốt.", ("higher", "lower")),
        Column("horizons", "string", "Các năm mốc", "Các năm mốc, ngăn cách bằng dấu chấm phẩy."),
        Column("values", "string", "Lộ trình", "Mức ở từng mốc, ví dụ “2025: ≥70 % → 2030: ≥85 %”."),
        Column("first_year", "integer", "Mốc đầu", "Năm mốc đầu tiên."), Column("first_value", "number", "Mức đầu", "Con số ở mốc đầu."),
        Column("last_year", "integer", "Mốc cuối", "Năm mốc cuối cùng."), Column("last_value", "number", "Mức cuối", "Con số ở mốc cuối."),
        Column("change", "number", "Thay đổi", "Mức cuối trừ mức đầu."), Column("change_per_year", "number", "Thay đổi mỗi năm", "Thay đổi chia cho số năm."),
        Column("reversal", "boolean", "Đi lùi", "true nếu có mốc sau kém mốc trước."),
        Column("note", "string", "Ghi chú", "Mốc đi lùi, hoặc cách gọi khác nhau giữa các mốc."), _SOURCE,
        Column("target_ids", "string", "Mã bản ghi", "Mã các chỉ tiêu trong targets.csv."), Column("place", "string", "Vị trí", "Vị trí từng mốc trong tài liệu."))),
    "coverage": ("Mức độ tiếp thu kế hoạch cấp trên", "Mỗi dòng là một chỉ tiêu hoặc nhiệm vụ của tỉnh (bộ) đối với một xã. Trống nếu đợt này không có kế hoạch cấp trên.", (
        _HIGHER_SOURCE, Column("higher_province", "string", "Tỉnh của kế hoạch cấp trên", "Trống nếu là kế hoạch của trung ương."), _KIND, _HIGHER_RECORD, _HIGHER_QUOTE,
        Column("higher_place", "string", "Vị trí ở cấp trên", "Vị trí trong kế hoạch cấp trên."), _COMMUNE, _PROVINCE,
        Column("status", "string", "Tình trạng", "taken_over: giữ nguyên; tightened: xã đặt cao hơn hoặc sớm hơn; weakened: thấp hơn, muộn hơn hoặc bỏ con số, thời hạn; "
               "doubtful: có thể đã tiếp thu, cần xem; other_horizon: xã nêu ở mốc khác; left_out: không thấy; not_asked: việc của cấp trên, không giao cho xã.",
               ("taken_over", "tightened", "weakened", "doubtful", "other_horizon", "left_out", "not_asked")),
        Column("score", "number", "Độ giống", "Độ giống lời văn, từ 0 đến 1; 1 nếu cùng chỉ tiêu trong danh mục."),
        Column("reason", "string", "Lý do", "Vì sao xếp tình trạng này."), _SOURCE, Column("record", "string", "Mã bản ghi", "Mã chỉ tiêu hoặc nhiệm vụ của xã."),
        Column("quote", "string", "Xã viết", "Nguyên văn của xã."), Column("place", "string", "Vị trí", "Vị trí trong kế hoạch của xã."))),
    "coverage_matrix": ("Bảng tiếp thu", "Chỉ tiêu và nhiệm vụ của cấp trên theo hàng, các xã theo cột.", (
        _HIGHER_SOURCE, _KIND, _HIGHER_RECORD, _HIGHER_QUOTE, Column("taken_over", "integer", "Số xã tiếp thu", "Số xã giữ nguyên hoặc đặt cao hơn."),
        Column("left_out", "integer", "Số xã bỏ", "Số xã không thấy nội dung này."))),
    "links": ("Chỉ tiêu và nhiệm vụ", "Đề xuất nhiệm vụ nào thực hiện chỉ tiêu nào, và những chỉ tiêu, nhiệm vụ đứng riêng.", (
        _SOURCE, Column("plan_id", "string", "Mã kế hoạch", "Mã của kế hoạch trong bộ dữ liệu."), _COMMUNE,
        Column("status", "string", "Tình trạng", "linked: nhiệm vụ thực hiện chỉ tiêu; target_without_task: chỉ tiêu không có nhiệm vụ; task_without_target: nhiệm vụ không gắn "
               "chỉ tiêu; serves_whole_plan: nhiệm vụ chung (kinh phí, báo cáo, tuyên truyền, tổ chức, thể chế); served_by_whole_plan: chỉ tiêu kết quả chung (xếp hạng, chỉ số); unclear: chưa đủ chữ để xét.",
               ("linked", "target_without_task", "task_without_target", "serves_whole_plan", "served_by_whole_plan", "unclear")),
        Column("score", "number", "Điểm", "Độ chắc của đề xuất, từ 0 đến 1."), Column("reason", "string", "Lý do", "Vì sao đề xuất."),
        Column("target_id", "string", "Mã chỉ tiêu", "Mã trong targets.csv."), _INDICATOR_ID, Column("target", "string", "Chỉ tiêu", "Nguyên văn chỉ tiêu."),
        Column("target_place", "string", "Vị trí chỉ tiêu", "Vị trí trong tài liệu."), Column("task_id", "string", "Mã nhiệm vụ", "Mã trong tasks.csv."),
        Column("task", "string", "Nhiệm vụ", "Nguyên văn nhiệm vụ."), Column("task_place", "string", "Vị trí nhiệm vụ", "Vị trí trong tài liệu."))),
    "links_matrix": ("Bảng chỉ tiêu – nhiệm vụ", "Chỉ tiêu theo hàng, các xã theo cột: mã những nhiệm vụ thực hiện chỉ tiêu (xem links.csv); trống nếu xã không nêu chỉ tiêu.", (
        _INDICATOR_ID, _INDICATOR, Column("with_task", "integer", "Số xã có nhiệm vụ", "Số xã có nhiệm vụ thực hiện chỉ tiêu này."),
        Column("without_task", "integer", "Số xã không có nhiệm vụ", "Số xã nêu chỉ tiêu mà không thấy nhiệm vụ."))),
}
