__all__ = ["SamlaError", "check"]

class SamlaError(ValueError):
    """The record could not be read, or an option is mistaken."""

    sv: str

def check(record: bytes, options: str) -> str: ...
