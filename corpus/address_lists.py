"""Lists of addresses, one a line: told from other text by what stands in them."""

from corpus.article import is_address


def address_lines(raw: bytes) -> list[str] | None:
    r"""The addresses of text whose every line that is not empty is one, each once; None for anything else.

    >>> address_lines(b"https://kabar.example/1\n\nhttps://kabar.example/2\n")
    ['https://kabar.example/1', 'https://kabar.example/2']
    """
    if not is_address(raw[:64].decode("utf-8-sig", "replace").lstrip()):
        return None
    lines = [line.strip() for line in raw.decode("utf-8-sig", "replace").splitlines() if line.strip()]
    if not all(is_address(line) and len(line.split()) == 1 for line in lines):
        return None
    return list(dict.fromkeys(lines))
