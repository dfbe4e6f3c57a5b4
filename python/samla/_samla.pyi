__all__ = ["SamlaError", "check", "schema"]

class SamlaError(ValueError):
    """The record could not be read, or an option is mistaken."""

    sv: str

def check(record: bytes, options: str) -> str: ...
def schema(document: str, draft: str) -> str: ...
