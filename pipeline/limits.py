"""What one document may cost: time, processor, memory, and what its file may inflate to. Settings with defaults."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any

from extractors.errors import UsageError
from extractors.safety import SafetyLimits


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one document in its child process.

    `seconds`: wall clock from the moment the child gets the file; a document that needs OCR gets `ocr_seconds` more per
    page, `most_seconds` in all. The processor time may be as long as that wall clock times two (OCR reads two pages at
    once). `memory_mb`: of the child and the programs it starts, each for itself where the system limits it, in all where
    the parent watches. Raises UsageError for values that no document could be read under.
    """

    seconds: float = 120.0
    ocr_seconds: float = 30.0
    most_seconds: float = 3600.0
    memory_mb: int = 1024
    safety: SafetyLimits = field(default_factory=SafetyLimits)

    def __post_init__(self) -> None:
        for name, least in (("seconds", 0.05), ("ocr_seconds", 0.0), ("most_seconds", 0.05), ("memory_mb", 256)):
            value = getattr(self, name)
            if not value >= least:
                raise UsageError(f"limit {name}: expected at least {least:g}, not {value}")

    def allowed(self, ocr_pages: int = 0) -> float:
        """Wall-clock seconds for a document of which `ocr_pages` pages go through OCR."""
        return max(self.seconds, min(self.seconds + ocr_pages * self.ocr_seconds, self.most_seconds))

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Limits:
        """The opposite of `as_json`."""
        known = {f.name for f in fields(cls)} - {"safety"}
        return cls(**{k: v for k, v in values.items() if k in known}, safety=SafetyLimits(**values.get("safety", {})))
