"""The exception tree. Every message says which file and where, what was expected, and what to do."""

from __future__ import annotations


class DoichieuError(Exception):
    """Base of all errors of this product; its text is meant for the user."""


class UsageError(DoichieuError):
    """The command was called with something it cannot use (no such folder, unknown option value)."""


class OutputError(DoichieuError):
    """Results could not be written; what was there before is intact."""


class UnreadableDocument(DoichieuError):
    """A document that cannot be read; it is quarantined with `reason` and the batch goes on.

    `reason` is a short stable code (`encrypted`, `damaged`, `not-a-document`, `needs-ocr`, `empty`, `too-large`,
    `wrong-encoding`, `unsupported`, `timeout`, `memory`, `crashed`), `advice` a Vietnamese sentence: what to do.
    """

    def __init__(self, source: str, reason: str, message: str, advice: str = "") -> None:
        super().__init__(f"{source}: {message}" + (f" ({advice})" if advice else ""))
        self.source = source
        self.reason = reason
        self.detail = message
        self.advice = advice

    def __reduce__(self) -> tuple[type[UnreadableDocument], tuple[str, str, str, str]]:
        return (UnreadableDocument, (self.source, self.reason, self.detail, self.advice))
