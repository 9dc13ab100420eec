"""The words and numbers of pin cites as patterns over text in lower case; each names its number ``value``."""

import re

NUMERALS = {
    "satu": "1",
    "dua": "2",
    "tiga": "3",
    "empat": "4",
    "lima": "5",
    "enam": "6",
    "tujuh": "7",
    "delapan": "8",
    "sembilan": "9",
    "sepuluh": "10",
}
_CODE = r"(?:r?kuhp|kuhap|kuha|uud|uu|ruu|undang)"
_LATIN = r"[jy][ou]{1,2}n[cgk]?to"  # juncto, junto, jounto, joncto, yuncto
_SUBSIDIARY = r"(?:lebih\s){0,3}subsid\w{1,5}|subs?"
_BLANK = r"[\s.\u200b-\u200f-]"

OPENINGS = tuple(re.compile(word) for word in ("pasa", "diktum", "jo", "jun", "yun", "subs"))  # literal scans are fast
ARTICLE = re.compile(
    rf"pasa[ln]?{_BLANK}{{0,3}}(?:pasal\s)?(?:no(?:mor|\.)\s?)?(?:(?:primer|primair|subsid\w{{1,5}})\s)?"
    r"(?P<value>\d{1,4}(?:\s?[a-z](?![\w/-]|\.\w))?)(?!\d)"
)
AMENDING = re.compile(r"pasal\s(?P<value>i{1,3}|iv|v)(?=\s(?:angka|ayat|uu|undang|perda|peraturan))")
RULING = re.compile(r"diktum\s(?P<value>ke\w{3,12})")
LED = re.compile(  # "pasal berlapis yakni 340 subsider 338 KUHP", "pasal yang dikenakan 114 ayat (2)"
    r"pasal\s(?:(?:berlapis|alternatif|utama|sangkaan|persangkaan|yang\s\w{3,20}|dengan|yakni|yaitu|adalah)[,:]?\s){1,4}"
    rf"(?P<value>\d{{1,3}}[a-z]?)(?=\s?(?:\(\d|ayat|jo\W|{_LATIN}|sub|{_CODE}(?!\w)|(?:dan|atau|,)\s\d))"
)
WORDLESS = re.compile(  # an article without its word: "Pasal 340 KUHP subsider 338 KUHP"
    rf"(?:jo\.?|{_LATIN}|{_SUBSIDIARY})\s(?P<value>\d{{2,4}}[a-z]?)(?=\s(?:{_CODE}(?!\w)|ayat\s\(?\d|jo\W|{_LATIN})|\s?\(\d)"
)
FRONT = re.compile(  # "ayat (1) dan (2) Pasal 5"
    r"ayat\s(?P<value>\(?\d{1,2}\)?(?:(?:\s?,|\sdan|\satau)\s(?:ayat\s)?\(?\d{1,2}\)?){0,4})\s(?:(?:dalam|dari|pada|di)\s)?$"
)
# "PPh Pasal 21", "PPh final Pasal 4 ayat (2)", "PPh Pasal 21 dan Pasal 25" are taxes, "UU PPh Pasal 21" an article
NO_ARTICLE = re.compile(
    r"(?<!uu\s)(?<!undang-undang\s)(?:pph|pajak\spenghasilan)(?!\w)[^.;!?\n]{0,50}$|angsuran\spajak\s$"
)
TAX_ARTICLES = frozenset({"4", "15", "21", "22", "23", "24", "25", "26", "29"})  # that income taxes are called by
PARAGRAPH = re.compile("ayat")
# A paragraph told of by itself: "Kemudian ayat (2) menyebutkan", "Sedangkan soal biaya diatur dalam ayat 3".
LONE_LEAD = re.compile(
    r"(?:[.,;:\"”“(\n]\s?|\b(?:lalu|kemudian|selanjutnya|berikutnya|sedangkan|sementara|adapun)\s"
    r"|(?:(?<!dimaksud\s)|\b(?:diatur|disebutkan|tertulis|tertuang)\s)(?:pada|dalam|di)\s)$"
)
LONE = re.compile(
    r"ayat\s\(?(?P<value>\d{1,2})\)?(?P<pointer>\s(?:dari\s|dalam\s|di\s)?pasal\s(?:itu|ini|tersebut|yang\ssama))?"
    r"(?=,|\s(?:yang\s)?(?:isinya\s|juga\s|telah\s)?(?:ber|me|di|ter)\w{3,12}(?!\w))"
)
MEANT = re.compile(r"dimaksud\s(?:dalam|pada|di)?\s?(?:ketentuan\s)?$")  # "sebagaimana dimaksud dalam Pasal 5"

PARTS = {
    "ayat": re.compile(
        r"ayat[\s.]{0,2}(?:ke[\s-])?"
        rf"(?:\(?\s?(?P<value>\d{{1,2}}[a-z]?)\s?\)?|\(?(?P<numeral>{'|'.join(NUMERALS)})\)?)(?:(?!\w)|(?=jun))"
    ),
    "huruf": re.compile(r"huru[fp]\s{0,2}\(?(?P<value>[a-z]{1,2})\)?(?!\w)"),
    "angka": re.compile(r"angka\s{0,2}\(?(?P<value>\d{1,3})\)?(?!\w)"),
    "ke": re.compile(r"ke[-\s]{0,2}\(?(?P<value>\d{1,2})\)?(?:\s?\(?e\)?)?(?!\w|\skali)"),
    "butir": re.compile(r"butir\s\(?(?P<value>[a-z]|\d{1,2})\)?(?!\w)"),
    "poin": re.compile(r"poin\s\(?(?P<value>[a-z]|\d{1,2})\)?(?!\w)"),
}
BRACKETED = re.compile(r"\s{0,2}\(\s?(?P<value>\d{1,2})\s?\)(?!\w)")  # a paragraph without its word: "Pasal 59 (5)"
BARE = {
    "ayat": re.compile(r"\(\s?(?P<value>\d{1,2}[a-z]?)\s?\)"),
    "huruf": re.compile(r"(?P<value>[a-z])(?!\w|\.\w)"),
    "ke": re.compile(r"(?P<value>\d{1,2})e(?!\w)"),
    "pasal": re.compile(
        r"(?!(?:19|20)\d\d)(?P<value>\d{1,4}(?:\s?[a-z](?![\w/-]|\.\w))?)(?=\s{0,2}(?:[,;:)\"”]|\(\d|\.(?!\d)|$"
        rf"|(?:dan|atau|serta|jo|{_LATIN}|ayat|huruf|kuh\w{{0,8}}|kitab|r?uu|rkuhp|rancangan|draf|undang|peraturan"
        r"|per(?:da|pres|kap|pol|ma|bup|gub|wal\w{0,2}|wako|ppu|pu|bawaslu|des)"
        r"|permen\w{0,12}|pp|pkpu|qanun|subs\w{0,7}|lebih|sebagaimana|yang|tentang|mengenai|terkait|dalam|tersebut|itu|ini)(?!\w)"
        r"|ke-\d))"
    ),
}
_COUNTED = (
    "orang|warga|tahun|bulan|minggu|hari|jam|menit|persen|juta|ribu|miliar|rupiah|kali|unit|titik|desa|kota|saksi|tersangka"
    "|terdakwa|pelaku|korban|anggota|kilo|kg|gram|meter|hektare|butir|paket|lembar|kasus|perkara|pasal"
    "|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
)
NEXT = re.compile(  # "Pasal 246 dan 247 mengatur", not "Pasal 246 dan 250 warga"
    rf"(?P<value>\d{{1,4}})(?![\w%]|-(?!\d)|[.,]\d{{2}})(?!\s(?:{_COUNTED})(?!\w))"
)

_AND = (
    rf"dan|atau|ataupun|serta|maupun|juga|hingga|sampai(?:\sdengan)?|s/d|s\.d|sd|jis|jo|(?:di-?)?{_LATIN}|{_SUBSIDIARY}"
    r"|primer|primair|kesatu|pertama|kedua|ketiga|keempat|ke(?=\spasal)"
)
_ONE_LINK = rf"(?:[-–—](?=\s?(?:\d|pasal))|[,/&]|[;:](?=\s?pasal)|(?:{_AND})\.?(?=[\s\d(,/]|pasal))"
LINK = re.compile(rf"(?:\s{{0,3}}{_ONE_LINK}){{1,4}}\s{{0,3}}")
SPACE = re.compile(r"[\s,]{0,3}")
NUMBER = re.compile(
    rf"(?P<value>\d{{2,3}}[a-z]?)(?=\s(?:ayat|kuh|jo\W|subs|{_LATIN}|(?:dan|atau)\s\d{{2,3}}\s(?:kuh|ayat))|\s?\(\d)"
)
CODE_AND = re.compile(rf"kuh(?:p|ap|pidana)?(?!\w){LINK.pattern}(?=\d)")  # "Pasal 340 KUHP dan 338 ayat (3)"
CODE = re.compile("kuhp")
OF_CODE = re.compile(r"(?<![\w.,/-])\d{3}[a-z]?\s(?=kuhp)")  # "dijerat 212 KUHP"
