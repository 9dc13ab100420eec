"""Pages of invented papers for the tests of this folder."""

from corpus import Media, Page

BODY = (
    "RANTAU SEBERANG – Pemerintah Kota Rantau Seberang mulai menertibkan pedagang di trotoar.",
    "“Kami sudah memberi teguran tiga kali, sekarang giliran denda,” kata Kepala Satpol PP Budi Hartawan.",
    "Penertiban dilakukan setiap pagi dan sore selama dua minggu di Jalan Merdeka dan Jalan Pasar Lama.",
    "Pedagang diminta pindah ke Pasar Baru yang sudah disiapkan pemerintah kota sejak awal tahun ini.",
)
HEADLINE = "Pedagang Trotoar di Rantau Seberang Mulai Ditertibkan"


def text_page(*lines: str, source: str = "halaman.txt") -> Page:
    """A text export of these lines."""
    return Page(source=source, raw="\n".join(lines).encode(), media=Media.TEXT)


def html_page(body: str, *, head: str = "", source: str = "halaman.html") -> Page:
    """A web page with this markup in its head and body."""
    markup = f"<!DOCTYPE html><html lang='id'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    return Page(source=source, raw=markup.encode(), media=Media.HTML)


def story(*, title: str = HEADLINE, paragraphs: tuple[str, ...] = BODY, head: str = "") -> Page:
    """A plain article page."""
    inner = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return html_page(f"<article><h1>{title}</h1>{inner}</article>", head=f"<title>{title}</title>{head}")


def json_page(line: str, *, source: str = "artikel.jsonl:1") -> Page:
    """One line of a JSON Lines file."""
    return Page(source=source, raw=line.encode(), media=Media.JSON)
