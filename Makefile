# Đối chiếu: every target sets up what it needs on a fresh machine with Python 3.11 and make.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
STAMP := $(VENV)/.installed
WORKERS ?= 2

.PHONY: demo test setup system lint types imports unit bench e2e clean

demo: $(STAMP) system
	$(BIN)/doichieu run data/raw --out data/out

test: $(STAMP) system lint types imports unit

setup: $(STAMP) system

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[ocr,review,cluster,dev]"
	$(BIN)/python -c "open('$(STAMP)', 'w').close()"

# OCR needs Tesseract with Vietnamese data. Installed where this can be done (apt, root); the core works without it.
system:
	@if command -v tesseract >/dev/null 2>&1 && tesseract --list-langs 2>/dev/null | grep -qx vie; then :; \
	elif command -v apt-get >/dev/null 2>&1 && [ "$$(id -u)" = 0 ]; then \
	  echo "Installing Tesseract with Vietnamese data"; \
	  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq tesseract-ocr tesseract-ocr-vie) >/dev/null 2>&1 \
	  || echo "Tesseract could not be installed; scans will be quarantined as needs-ocr."; \
	else echo "Scans need Tesseract: install the packages tesseract-ocr and tesseract-ocr-vie (see README). Everything else works without."; fi

lint: $(STAMP)
	$(BIN)/ruff check .

types: $(STAMP)
	$(BIN)/mypy

imports: $(STAMP)
	$(BIN)/lint-imports

unit: $(STAMP)
	$(BIN)/pytest -n $(WORKERS)

bench: $(STAMP)
	$(BIN)/python -m benchmarks.quality

# The review desk in headless Chromium, by keyboard; with axe-core from npm where npm is there. Not part of the test suite.
e2e: $(STAMP)
	@command -v chromium >/dev/null 2>&1 || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-core; } >/dev/null 2>&1 || true
	@mkdir -p $(VENV)/axe && cd $(VENV)/axe && { test -f package/axe.min.js || { npm pack --silent axe-core >/dev/null 2>&1 && tar xzf axe-core-*.tgz; }; } \
	  || echo "axe-core could not be fetched; accessibility is not checked."
	$(BIN)/python -m tests.browser.review $$(test -f $(VENV)/axe/package/axe.min.js && echo --axe $(VENV)/axe/package/axe.min.js)

clean:
	rm -rf $(VENV) data/out .pytest_cache .mypy_cache .ruff_cache
