"""The application: routes in front of one desk, templates that escape everything, shipped assets, and the guard around it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import asynccontextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, PlainTextResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from extractors.errors import DoichieuError
from pipeline.comparison import number_text
from pipeline.comparison import value_text as target_value
from pipeline.correction_wording import FIELD_TEXT, shown, what
from pipeline.plan_text import day_text, plan_name, quote, where, wording
from pipeline.review.context import spot
from pipeline.review.desk import Desk, NotFound, ReadOnly
from pipeline.review.readings import field_text, moment, outcome_text, part_text
from pipeline.review.security import Access, Guard
from pipeline.review.view import pid_of

HERE = Path(__file__).resolve().parent
STATUS = {"set": "có số", "not_set": "không nêu", "qualitative": "định tính", "no_horizon": "không nêu mốc"}
COMPARABLE = {"comparable": "so sánh được", "caveat": "có lưu ý", "not_comparable": "không so sánh"}
SEVERITY = {"error": "phải xử lý", "warning": "nên xem", "info": "để biết"}
ROLE = {
    "header": "phần đầu", "title": "tên văn bản", "basis": "căn cứ", "heading": "đề mục", "aim": "mục đích", "target": "chỉ tiêu", "task": "nhiệm vụ", "cell": "ô bảng",
    "table-header": "đầu bảng", "funding": "kinh phí", "recipients": "nơi nhận", "signature": "ký tên", "furniture": "số trang, kẻ", "prose": "lời văn",
    "closing": "lời kết", "pointer": "dẫn sang phụ lục", "intro": "câu dẫn", "org": "tổ chức", "unexplained": "chưa hiểu"}
FORMAT_TEXT = {"text": "văn bản thuần", "pdf": "PDF", "docx": "Word", "html": "HTML", "scan": "bản quét"}
KIND_TEXT = {"target": "Chỉ tiêu", "task": "Nhiệm vụ", "plan": "Kế hoạch"}


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Templates: autoescape for every file, undefined names are errors."""
    env = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.globals.update(FIELD_TEXT=FIELD_TEXT, KIND_TEXT=KIND_TEXT, FORMAT_TEXT=FORMAT_TEXT, ROLE=ROLE, STATUS=STATUS, COMPARABLE=COMPARABLE, SEVERITY=SEVERITY, pid_of=pid_of,
                       plan_name=plan_name, urlencode=urlencode, wording=wording, where=where, target_value=target_value)
    env.filters.update(quote_text=quote, day=day_text, shown=shown, what=what, spot=spot, field_text=lambda value, name: field_text(name, value), part=part_text, outcome=outcome_text, moment=moment,
                       number=lambda v: "" if v is None else number_text(v), percent=lambda v: f"{round(100 * v)} %")
    return env


def page(request: Request, template: str, code: int = 200, /, **values: Any) -> HTMLResponse:
    """A whole page from a template."""
    desk: Desk = request.app.state.desk
    html = environment().get_template(template).render(
        desk=desk, path=request.url.path, read_only=desk.read_only, said=request.query_params.get("said", ""), SAID=SAID, **values)
    return HTMLResponse(html, status_code=code)


SAID = {
    "accepted": "Đã chấp nhận.", "edited": "Đã ghi hiệu đính.", "dropped": "Đã bỏ bản ghi.", "split": "Đã tách.", "merged": "Đã gộp.", "added": "Đã thêm.",
    "undone": "Đã hoàn tác.", "nothing": "Không có gì để hoàn tác.", "indicator": "Đã ghi mã chỉ tiêu vào từ vựng riêng.", "alias": "Đã ghi tên đơn vị vào từ vựng riêng.",
    "exported": "Đã ghi lại các tệp kết quả.", "end": "Đã hết hàng đợi.",
}


def create_app(desk: Desk, access: Access, on_close: Callable[[], None] | None = None) -> Guard:
    """The guarded application of one desk."""
    from pipeline.review import routes_explore, routes_pages, routes_plan, routes_write

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> Any:
        yield
        desk.close()
        if on_close:
            on_close()

    app = FastAPI(title="Đối chiếu: bàn hiệu đính", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    app.state.desk = desk
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    for routes in (routes_pages, routes_plan, routes_write, routes_explore):
        app.include_router(routes.router)

    @app.exception_handler(NotFound)
    def not_found(request: Request, _: Exception) -> Response:
        return page(request, "error.html", 404, title="Không còn bản ghi này", message="Có thể nó vừa được tách, gộp, bỏ hoặc hoàn tác; hoặc địa chỉ không đúng.")

    @app.exception_handler(ReadOnly)
    def refused(request: Request, _: Exception) -> Response:
        return page(request, "error.html", 403, title="Chỉ xem", message="Bàn hiệu đính đang mở ở chế độ chỉ xem, không ghi được gì.")

    @app.exception_handler(DoichieuError)
    def failed(request: Request, error: Exception) -> Response:
        return page(request, "error.html", 500, title="Chưa làm được", message=str(error))

    @app.exception_handler(RequestValidationError)
    def odd_form(request: Request, _: Exception) -> Response:
        return page(request, "error.html", 422, title="Thiếu hoặc sai dữ liệu gửi lên", message="Trang này chưa nhận đủ điều cần thiết. Quay lại trang trước và thử lại.")

    @app.exception_handler(HTTPException)
    def odd(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        if request.url.path.startswith("/static"):
            return PlainTextResponse("Không có.", status)
        return page(request, "error.html", status, title="Không có trang này", message="Địa chỉ không đúng, hoặc trang này không nhận yêu cầu như vậy.")

    @app.exception_handler(Exception)
    def broken(request: Request, error: Exception) -> Response:
        return page(request, "error.html", 500, title="Có lỗi trong chương trình", message=f"{type(error).__name__}. Mọi hiệu đính đã báo “đã ghi” đều còn nguyên. Chi tiết ở cửa sổ lệnh.")

    return Guard(app, access, desk.read_only)
