"""Pages in the layouts of systems that Indonesian papers run on; papers, people and towns are invented.

Each layout is a function from an article to markup: structure, class names and furniture as such systems print them.
"""

# Markup is read more easily in the long lines that systems print.
# ruff: noqa: E501

import json
from collections.abc import Callable
from dataclasses import dataclass

PARAGRAPHS = (
    "Pemerintah Kota Rantau Seberang mulai menertibkan pedagang kaki lima yang berjualan di trotoar pada Senin (6/2).",
    "“Kami sudah memberi teguran tiga kali, sekarang giliran denda,” kata Kepala Satpol PP Budi Hartawan di balai kota.",
    "Menurut Budi, penertiban itu mengacu pada Peraturan Daerah Nomor 7 Tahun 2019 tentang ketertiban umum.",
    "Pedagang yang tetap berjualan di trotoar terancam denda paling banyak Rp5 juta atau kurungan tiga bulan.",
    "Wakil Ketua DPRD Sari Melinda meminta pemerintah kota menyiapkan tempat pengganti sebelum gerobak diangkut.",
    "“Jangan hanya digusur, mereka juga warga kita,” ujarnya seusai rapat dengar pendapat dengan dinas perdagangan.",
    "Penertiban dilakukan setiap pagi dan sore selama dua minggu di Jalan Merdeka dan Jalan Pasar Lama.",
)
RELATED = (
    "Sepuluh Kios Liar di Terminal Lama Disegel Petugas",
    "Harga Cabai di Pasar Baru Naik Dua Kali Lipat",
    "Wali Kota Lantik Tujuh Camat Baru di Aula Balai Kota",
    "Warga Tepi Sungai Minta Jembatan Gantung Diperbaiki",
)
CAPTION = "Petugas Satpol PP mengangkut gerobak pedagang di Jalan Merdeka, Rantau Seberang, Senin pagi."
TITLE = "Pedagang Trotoar di Rantau Seberang Mulai Ditertibkan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """What must come out of a page."""

    paragraphs: tuple[str, ...]
    published: str = "2023-02-06T14:05:00+07:00"
    author: str = "Siti Rahma"
    editor: str = ""
    place: str = ""
    section: str = ""


def _page(head: str, body: str) -> str:
    return (
        f"<!DOCTYPE html><html lang='id'><head><meta charset='utf-8'><title>{TITLE} - Warta Contoh</title>"
        f"<meta property='og:title' content='{TITLE}'><meta property='og:site_name' content='Warta Contoh'>{head}"
        f"<script>var iklan = 'satu';</script></head><body>{body}"
        "<div id='footer'><p>Warta Contoh adalah portal berita daerah yang terbit sejak 2011 dan terdaftar di dewan.</p>"
        "<ul><li><a href='/redaksi'>Redaksi</a></li><li><a href='/pedoman'>Pedoman Media Siber</a></li></ul></div></body></html>"
    )


def _published(time: str = "2023-02-06T14:05:00+07:00") -> str:
    return f"<meta property='article:published_time' content='{time}'>"


def _json_ld(**more: object) -> str:
    data = {
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2023-02-06T14:05:00+07:00",
        "author": {"@type": "Person", "name": "Siti Rahma"},
        **more,
    }
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


def _links(css: str, tag: str = "h3") -> str:
    items = "".join(
        f"<div class='{css}-item'><{tag}><a href='/b/{i}'>{t}</a></{tag}></div>" for i, t in enumerate(RELATED)
    )
    return f"<div class='{css}'><h4>Berita Terkait</h4>{items}</div>"


def _teasers(css: str) -> str:
    teaser = "Petugas gabungan menyegel sepuluh kios yang berdiri tanpa izin di atas saluran air sejak tahun lalu."
    return (
        f"<div class='{css}'>"
        + "".join(
            f"<article><h3><a href='/t/{i}'>{title}</a></h3><p class='excerpt'>{teaser[: 70 + 7 * i]}</p></article>"
            for i, title in enumerate(RELATED)
        )
        + "</div>"
    )


def _menu() -> str:
    names = ("Beranda", "Politik", "Hukum", "Ekonomi", "Daerah", "Olahraga", "Indeks")
    return "<nav class='menu'><ul>" + "".join(f"<li><a href='/{n.lower()}'>{n}</a></li>" for n in names) + "</ul></nav>"


def _p(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def tagdiv() -> tuple[str, Want]:
    """WordPress, tagDiv Newspaper: links and adverts between paragraphs, related and comments behind."""
    one, two, *rest = PARAGRAPHS
    first = f"RANTAU SEBERANG – {one}"
    body = (
        f"{_menu()}<div class='td-main-content-wrap has-sidebar'><article class='post type-post'>"
        f"<div class='td-post-header'><ul class='td-category'><li><a href='/daerah'>Daerah</a></li></ul><h1 class='entry-title'>{TITLE}</h1>"
        "<div class='td-module-meta-info'><div class='td-post-author-name'>Oleh <a href='/author/siti'>Siti Rahma</a></div>"
        "<span class='td-post-date'><time datetime='2023-02-06T14:05:00+07:00'>6 Februari 2023</time></span></div></div>"
        "<div class='td-post-sharing'><a>Facebook</a><a>Twitter</a><a>WhatsApp</a></div>"
        f"<div class='td-post-content tagdiv-type'><figure class='wp-caption'><img src='a.jpg'><figcaption class='wp-caption-text'>{CAPTION}</figcaption></figure>"
        f"<p><strong>RANTAU SEBERANG</strong> – {one}</p><div class='td-a-rec'>- Advertisement -</div><p>{two}</p>"
        f"<p><strong>Baca juga: <a href='/b/1'>{RELATED[0]}</a></strong></p>{_p(*rest)}</div>"
        f"<div class='td-post-source-tags'><ul class='td-tags'><li><span>TAGS</span></li><li><a>pedagang</a></li></ul></div>"
        f"<div class='td-block-row td-post-next-prev'><a>{RELATED[1]}</a></div><div class='author-box-wrap'><a>Siti Rahma</a>"
        "<div class='td-author-description'>Wartawan Warta Contoh yang meliput pemerintahan kota sejak tahun 2015.</div></div>"
        f"{_links('td_block_related_posts')}<div class='comments' id='comments'><p>Setuju sekali, trotoar itu hak pejalan kaki dan bukan tempat jualan siapa pun.</p></div>"
        f"</article>{_teasers('td-ss-main-sidebar')}</div>"
    )
    return _page(_published() + "<meta name='author' content='Siti Rahma'>", body), Want(
        paragraphs=(first, two, *rest), place="Rantau Seberang"
    )


def jnews() -> tuple[str, Want]:
    """WordPress, JNews: inline related box in the body, JSON-LD, sections."""
    one, *rest = PARAGRAPHS
    inline = f"<div class='jnews_inline_related_post'><div class='jeg_block_heading'><h3>Baca Juga</h3></div>{_teasers('jeg_posts')}</div>"
    body = (
        f"{_menu()}<div class='jeg_main jeg_sidebar_right'><div class='entry-header'><h1 class='jeg_post_title'>{TITLE}</h1>"
        "<div class='jeg_meta_author'>by <a>Siti Rahma</a></div><div class='jeg_meta_date'><a>6 Februari 2023</a></div></div>"
        f"<div class='entry-content no-share'><div class='jeg_share_button'>Bagikan di Facebook</div><div class='content-inner'>"
        f"<p>Rantau Seberang (Warta Contoh) – {one}</p>{inline}{_p(*rest)}<div class='jeg_post_tags'><span>Tags:</span> <a>denda</a></div></div></div>"
        f"{_links('jnews_related_post_container')}<div class='jnews_comment_container'><div id='respond'>Tinggalkan Balasan</div></div></div>"
    )
    head = _json_ld(articleSection="Daerah", editor={"name": "Andi Saputra"})
    return _page(head, body), Want(
        paragraphs=(f"Rantau Seberang (Warta Contoh) – {one}", *rest),
        editor="Andi Saputra",
        place="Rantau Seberang",
        section="Daerah",
    )


def kentooz() -> tuple[str, Want]:
    """WordPress, Kentooz and wpberita themes: nothing declared, byline and date shown, editor at the end."""
    one, two, three, *rest = PARAGRAPHS
    body = (
        f"{_menu()}<div id='primary' class='content-area gmr-sticky'><article class='post'><header class='entry-header'><h1 class='entry-title'>{TITLE}</h1>"
        "<div class='gmr-metacontent'><span class='author vcard'><a>Siti Rahma</a></span> - <span class='posted-on'>Senin, 6 Februari 2023 - 14:05 WIB</span></div></header>"
        f"<div class='entry-content entry-content-single'><figure class='post-thumbnail'><img><p class='wp-caption-text'>{CAPTION} (Foto: Dok. Satpol PP)</p></figure>"
        f"{_p(one, two)}<div class='gmr-banner-insidecontent'>SCROLL UNTUK LANJUT BACA</div>{_p(three)}<p>Baca Juga :  <a href='/b'>{RELATED[2]}</a></p>{_p(*rest)}<p>Editor : Andi Saputra</p></div>"
        f"<div class='gmr-related-post'><h3 class='related-text'>Berita Terkait</h3>{_teasers('gmr-related')}</div></article></div>"
        f"<aside id='secondary' class='widget-area'>{_teasers('wpb-popular')}</aside>"
    )
    return _page("", body), Want(paragraphs=PARAGRAPHS, editor="Andi Saputra")


def detik_like() -> tuple[str, Want]:
    """Bold place, a dash, line breaks instead of paragraphs, prompts and video embeds between them."""
    one, two, *rest = PARAGRAPHS
    breaks = "<br><br>".join(rest[:3])
    body = (
        f"<div class='container'><article class='detail'><div class='detail__header'><h1 class='detail__title'>{TITLE}</h1>"
        "<div class='detail__author'>Siti Rahma - <span>wartaContoh</span></div><div class='detail__date'>Senin, 06 Feb 2023 14:05 WIB</div></div>"
        f"<div class='detail__media'><figure><img><figcaption class='detail__media-caption'>{CAPTION} Foto: Andi Saputra/wartaContoh</figcaption></figure></div>"
        f"<div class='detail__body itp_bodycontent_wrapper'><div class='detail__body-text itp_bodycontent'><strong>Rantau Seberang</strong> - <p>{one}</p><p>{two}</p>"
        f"<div class='clearfix'></div><div class='staticdetail_container'><div class='parallaxindetail scrollpage'>ADVERTISEMENT</div><p>SCROLL TO CONTINUE WITH CONTENT</p></div>"
        f"{breaks}<br><br><p><strong>[Gambas:Video Warta]</strong></p>{_p(*rest[3:])}<p><br><strong>(sra/ans)</strong></p></div>"
        f"<div class='detail__body-tag'><a>trotoar</a> <a>pedagang</a></div></div></article>{_teasers('list-content')}</div>"
    )
    return _page(_published(), body), Want(paragraphs=(f"Rantau Seberang - {one}", two, *rest), place="Rantau Seberang")


def tribun_like() -> tuple[str, Want]:
    """Upper-case web name and place, link between paragraphs, page numbers, credits in two elements."""
    one, two, three, *rest = PARAGRAPHS
    first = f"WARTACONTOH.COM, RANTAU SEBERANG - {one}"
    body = (
        f"<div id='content'><div class='fl w677'><div class='breadcrumb'><a>Home</a> » <a>Regional</a></div><h1 id='arttitle'>{TITLE}</h1>"
        "<div class='mt10'><time class='grey'>Senin, 6 Februari 2023 14:05 WIB</time></div><div id='penulis'>Penulis: <a>Siti Rahma</a></div><div id='editor'>Editor: <a>Andi Saputra</a></div>"
        f"<div class='pb20'><img><div class='arial f12 grey2'>{CAPTION}</div></div>"
        f"<div class='side-article txt-article' id='article_con'><p><strong>WARTACONTOH.COM, RANTAU SEBERANG</strong> - {one}</p><p>{two}</p>"
        f"<p class='baca'>Baca juga: <a href='/x'><strong>{RELATED[1]}</strong></a></p><p>{three}</p>{_p(*rest)}"
        f"<p><em>Artikel ini telah tayang di WartaContoh.com dengan judul {TITLE}, https://warta.example/1.</em></p></div>"
        f"<div class='tagcloud'>Tags <a>denda</a></div>{_links('ovh')}</div></div>"
    )
    return _page("", body), Want(paragraphs=(first, two, three, *rest), editor="Andi Saputra", place="Rantau Seberang")


def antara_like() -> tuple[str, Want]:
    """Everything in one span with line breaks, credits as the last lines of it."""
    one, *rest = PARAGRAPHS
    first = f"Rantau Seberang (CONTOH) - {one}"
    body = (
        f"{_menu()}<div class='row'><div class='col-md-8'><article class='post-wrapper'><header><h1 class='post-title'>{TITLE}</h1>"
        "<p class='simple-share'><span class='article-date'>Senin, 6 Februari 2023 14:05 WIB</span></p></header>"
        f"<figure class='image-overlay'><img><figcaption>{CAPTION} (CONTOH/HO)</figcaption></figure>"
        f"<div class='post-content clearfix'><span>{first}<br><br>{'<br><br>'.join(rest)}</span>"
        "<p class='text-muted small'>Pewarta: Siti Rahma<br>Editor: Andi Saputra<br>Copyright © CONTOH 2023</p></div></article></div>"
        f"<div class='col-md-4'>{_teasers('simple-post')}</div></div>"
    )
    return _page("", body), Want(paragraphs=(first, *rest), editor="Andi Saputra", place="Rantau Seberang")


def rmol_like() -> tuple[str, Want]:
    """The whole body in one box with class names of the frame, teasers with text at its side."""
    body = (
        f"<div class='blog-posts-single'><div class='row'><div class='col-lg-8'><div class='post-details'><h1>{TITLE}</h1>"
        "<div class='post-meta'><span>LAPORAN: SITI RAHMA</span> <span>Senin, 06 Februari 2023, 14:05 WIB</span></div>"
        f"<div class='detail-img'><img alt='{CAPTION}'><p class='image-caption'>{CAPTION}/Ist</p></div>"
        f"<div class='isi'><div id='paragraph'><p><strong>RMOLCONTOH.</strong> {PARAGRAPHS[0]}</p>{_p(*PARAGRAPHS[1:])}</div></div>"
        f"<div class='tags'><a>Satpol PP</a></div></div></div><div class='col-lg-4 sidebar'>{_teasers('widget')}{_links('terpopuler')}</div></div></div>"
    )
    return _page("", body), Want(paragraphs=(f"RMOLCONTOH. {PARAGRAPHS[0]}", *PARAGRAPHS[1:]))


def posmetro_like() -> tuple[str, Want]:
    """Blogger: paragraphs are text between line breaks in a post-body, the picture a table with its caption."""
    caption = f"<table class='tr-caption-container'><tr><td><img></td></tr><tr><td class='tr-caption'>{CAPTION}</td></tr></table>"
    body = (
        "<div id='main-wrapper'><div class='blog-posts hfeed'><div class='post hentry'>"
        f"<h3 class='post-title entry-title'>{TITLE}</h3><div class='post-header'><span class='fn'>Siti Rahma</span> <abbr class='published' title='2023-02-06T14:05:00+07:00'>06 Februari 2023 14:05</abbr></div>"
        f"<div class='post-body entry-content'>{caption}<div style='text-align: justify;'>POSCONTOH, RANTAU SEBERANG - {PARAGRAPHS[0]}</div><div><br></div>"
        + "".join(
            f"<div style='text-align: justify;'>{text}</div><div style='text-align: justify;'><br></div>"
            for text in PARAGRAPHS[1:]
        )
        + f"</div><div class='post-footer'>Label: Daerah</div></div></div></div><div id='sidebar-wrapper'>{_teasers('PopularPosts')}</div>"
    )
    head = _published() + "<meta name='author' content='Siti Rahma'>"
    return _page(head, body), Want(paragraphs=(f"POSCONTOH, RANTAU SEBERANG - {PARAGRAPHS[0]}", *PARAGRAPHS[1:]))


def old_table() -> tuple[str, Want]:
    """A page of 2009: tables in tables, fonts, no class anywhere, the menu in the cell beside."""
    menu = "".join(f"<tr><td><a href='/{i}'>{title}</a></td></tr>" for i, title in enumerate(RELATED * 2))
    rows = "<br><br>".join(PARAGRAPHS)
    body = (
        "<table width='980'><tr><td colspan='3'><img src='logo.gif'></td></tr><tr><td width='160' valign='top'>"
        f"<table>{menu}</table></td><td width='600' valign='top'><font size='5'><h2>{TITLE}</h2></font><font size='1'>Senin, 06/02/2023 14:05 WIB</font><br>"
        f"<font size='1'>Oleh: Siti Rahma</font><br><br><table align='left'><tr><td><img src='foto.jpg'></td></tr><tr><td><i>{CAPTION[:58]}</i></td></tr></table>"
        f"<font face='arial' size='2'>{rows}</font></td><td width='200'><table>{menu}</table></td></tr></table>"
    )
    return _page("", body), Want(paragraphs=PARAGRAPHS)


def amp() -> tuple[str, Want]:
    """An AMP page: custom elements, canonical address elsewhere."""
    inner = "".join(f"<p>{text}</p><amp-ad width='300'></amp-ad>" for text in PARAGRAPHS)
    body = (
        f"<amp-sidebar id='sidebar'><ul><li><a>Beranda</a></li></ul></amp-sidebar><main><article class='amp-wp-article'><header><h1 class='amp-wp-title'>{TITLE}</h1>"
        "<div class='amp-wp-meta amp-wp-byline'><span class='amp-wp-author author vcard'>Siti Rahma</span></div></header>"
        f"<figure class='amp-wp-article-featured-image'><amp-img src='a.jpg'></amp-img><figcaption>{CAPTION}</figcaption></figure>"
        f"<div class='amp-wp-article-content'>{inner}</div><footer class='amp-wp-article-footer'><div>Categories: <a>Daerah</a></div></footer></article></main>"
    )
    return _page(_json_ld() + "<link rel='canonical' href='https://warta.example/daerah/1'>", body), Want(
        paragraphs=PARAGRAPHS
    )


def broken() -> tuple[str, Want]:
    """Markup that nobody closed: paragraphs, lists and boxes run into each other."""
    inner = "<p>".join(PARAGRAPHS)
    body = (
        f"<div class=header><ul><li><a href=/>Beranda<li><a href=/d>Daerah</ul><div class=isi-berita><h1>{TITLE}</h1><span class=tanggal>Senin, 6 Februari 2023 14:05 WIB</span>"
        f"<div class=penulis>Penulis: Siti Rahma<div class=konten><p>{inner}<p><b>Baca juga:</b> <a href=/b>{RELATED[0]}</a><div class=komentar><p>Mantap pak, lanjutkan penertibannya sampai semua trotoar kota ini kembali bersih."
    )
    return _page("", body), Want(paragraphs=PARAGRAPHS)


def inline_links() -> tuple[str, Want]:
    """ "Baca juga" glued to the end of paragraphs, pictures with captions between them, a list in the body."""
    one, two, three, four, *rest = PARAGRAPHS
    points = ("Jalan Merdeka, dari simpang empat sampai balai kota", "Jalan Pasar Lama, di kedua sisi jalan")
    middle = f"<div class='wp-caption aligncenter'><img><p class='wp-caption-text'>{CAPTION}</p></div>"
    body = (
        f"<main><article class='single-content'><h1>{TITLE}</h1><div class='byline'>Reporter: Siti Rahma | Senin, 6/2/2023 | 14:05 WIB</div><div class='article__body'>"
        f"<p>{one} <strong>Baca juga: <a>{RELATED[0]}</a></strong></p>{middle}<p>{two}</p><p>{three}</p><ul><li>{points[0]}</li><li>{points[1]}</li></ul>"
        f"<p>{four}</p><blockquote><p>{rest[0]}</p></blockquote>{middle}{_p(*rest[1:])}</div></article>{_links('rekomendasi', 'h2')}</main>"
    )
    return _page("", body), Want(paragraphs=(one, two, three, *points, four, *rest))


def cut_by_adverts() -> tuple[str, Want]:
    """The body in boxes of one class with adverts between them, beside a column of teasers longer than it."""
    boxes = "".join(
        f"<div class='text-block'>{_p(*PARAGRAPHS[i : i + 2])}</div><div class='ads-slot'><span>Iklan</span></div>"
        for i in (0, 2, 4)
    )
    body = (
        f"<div class='layout'><div class='main-col'><h1>{TITLE}</h1><div class='author-name'>Siti Rahma</div><div class='news-date'>6 Februari 2023, 14.05 WIB</div>"
        f"{boxes}<div class='text-block'>{_p(PARAGRAPHS[6])}</div></div><div class='right-col'>{_teasers('news-feed')}{_teasers('news-feed')}{_teasers('news-feed')}</div></div>"
    )
    return _page("", body), Want(paragraphs=PARAGRAPHS)


def long_comments() -> tuple[str, Want]:
    """Readers wrote more than the reporter."""
    comment = "Menurut saya aturan itu sudah benar, tetapi petugas jangan pilih kasih kepada pedagang yang punya kenalan di kantor."
    body = (
        f"<div class='wrap'><div class='post'><h1>{TITLE}</h1><p class='info'>Siti Rahma, 6 Februari 2023 14:05 WIB</p><div class='post-entry'>{_p(*PARAGRAPHS)}</div></div>"
        f"<div id='comments' class='comments-area'><h3>25 Komentar</h3>"
        + "".join(f"<div class='isi'><b>Pembaca {i}</b><p>{comment[i:]}</p></div>" for i in range(25))
        + "</div></div>"
    )
    return _page(_json_ld(), body), Want(paragraphs=PARAGRAPHS)


def end_outside() -> tuple[str, Want]:
    """The last paragraph stands behind the box of all the others, and a box of the same class holds one more."""
    body = (
        f"<div class='halaman'><div class='kiri'><h1>{TITLE}</h1><p class='info'>Reporter: Siti Rahma | 6 Februari 2023, 14:05 WIB</p>"
        f"<div class='teks'>{_p(*PARAGRAPHS[:5])}</div><div class='teks'>{_p(PARAGRAPHS[5])}</div>{_p(PARAGRAPHS[6])}"
        f"<div class='terkait'>{_teasers('kolom')}</div></div><div class='kanan'>{_links('terpopuler')}</div></div>"
    )
    return _page("", body), Want(paragraphs=PARAGRAPHS)


def in_a_form() -> tuple[str, Want]:
    """ASP.NET: the whole page is one form, paragraphs are justified boxes, a hidden field holds the state."""
    inner = "".join(f"<div align='justify'>{text}</div><br />" for text in PARAGRAPHS)
    body = (
        "<form id='aspnetForm' method='post'><input type='hidden' name='__VIEWSTATE' value='xyz'>"
        f"<div id='ctl00_menu'>{_menu()}</div><div id='ctl00_isi'><span id='ctl00_judul'><h1>{TITLE}</h1></span>"
        f"<span id='ctl00_tanggal'>Senin, 06 Februari 2023 | 14:05 WIB</span><br /><span id='ctl00_penulis'>Penulis : Siti Rahma</span><br />{inner}</div>"
        f"<div id='ctl00_lain'>{_links('lain')}</div></form>"
    )
    return _page("", body), Want(paragraphs=PARAGRAPHS)


def gallery_between() -> tuple[str, Want]:
    """Pictures with long captions in boxes without a telling name, quotations in boxes of their own."""
    picture = f"<div class='wp-block-image'><figure><img><figcaption>{CAPTION} {CAPTION}</figcaption></figure></div>"
    one, two, three, four, five, six, seven = PARAGRAPHS
    body = (
        f"<main><h1 class='wp-block-post-title'>{TITLE}</h1><div class='wp-block-post-author__name'>Siti Rahma</div><div class='wp-block-post-date'><time datetime='2023-02-06T14:05:00+07:00'>6 Februari 2023</time></div>"
        f"<div class='entry-content wp-block-post-content is-layout-flow'><p>{one}</p>{picture}<blockquote class='wp-block-quote'><p>{two}</p></blockquote><h2>Dasar Hukum</h2>{_p(three, four)}"
        f"<div class='wp-block-group has-background'>{_p(five, six)}</div>{picture}<p>{seven}</p><hr class='wp-block-separator'></div>"
        f"<div class='wp-block-query'>{_teasers('wp-block-post-template')}</div></main>"
    )
    return _page("", body), Want(paragraphs=(one, two, "Dasar Hukum", three, four, five, six, seven))


LAYOUTS: tuple[Callable[[], tuple[str, Want]], ...] = (
    tagdiv,
    jnews,
    kentooz,
    detik_like,
    tribun_like,
    antara_like,
    rmol_like,
    posmetro_like,
    old_table,
    amp,
    broken,
    inline_links,
    cut_by_adverts,
    long_comments,
    end_outside,
    in_a_form,
    gallery_between,
)
