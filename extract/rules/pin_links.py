"""What may stand between a pin cite and its rule, as patterns over text in lower case."""

import re

_WORDS_OF = (
    "di|dalam|dari|pada|atas|tentang|ketentuan|revisi|draf|draft|rancangan|naskah|versi|terbaru"
    "|yang|tertuang|diatur|termuat|tercantum|ada|terdapat|sesuai"
)
_TOPIC = r"(?:tentang|terkait|mengenai|soal)\s(?:(?!dan\s|jo|subs)[\w/-]{1,20}\s){1,8}?"
DRAFT = re.compile(r"revisi|draf|rancangan|naskah")
_BRACKET = r"\([^()\n]{1,80}\)"
OF = re.compile(rf"[\s,(]{{0,5}}(?:{_BRACKET}\s{{0,3}})?(?:(?:{_WORDS_OF})[\s,(]{{1,3}}){{0,5}}")
TOPIC_OF = re.compile(rf"\s{_TOPIC}(?:dalam|di|dari|pada|sesuai)\s(?:ketentuan\s)?")
JOINED = re.compile(
    rf"[\s,]{{0,3}}(?:{_BRACKET}|{_TOPIC})?[\s,]{{0,3}}"
    r"(?:dan/atau|dan|atau|serta|jo|juncto|junto|subsid\w{1,5}|lebih\ssubsid\w{1,5}|[;:]){0,1}[\s.,]{0,3}"
)
RIGHT_BEHIND = re.compile(r"[\s,(:]{1,3}(?:(?:yakni|yaitu|khususnya|terutama|pada|dalam|di)[\s,]{1,2}){0,3}")
SENTENCE = re.compile(r"(?<!\bjo)(?<!\bno)[.!?][\"”]?\s|\n")
_TITLED = r"tentang\s[^.;:\n]*(?:atas|penetapan|pelaksanaan|perubahan|terhadap|pencabutan)"
IN_TITLE = re.compile(rf"[\s,]{{0,3}}{_TITLED}\s*")  # what stands between two rules of one title
NESTED = re.compile(  # the same, or what stands between a rule and the one that changed it
    rf"[\s,]{{0,3}}(?:{_TITLED}"
    r"|[^.;:\n]*(?:diubah|dirubah|direvisi|diperbarui|diperbaharui|ditetapkan)[^.;:\n]{0,20})\s*"
)
UNREAD = re.compile(  # rules that nobody reads: of sports, of foreign states, with a slip in the name
    r"[\s,]{1,2}(?:(?:di|dalam|dari|pada|lampiran)\s(?:\d\s)?){0,2}"
    r"(?:kode\s(?:etik|disiplin)|statuta|perjanjian|konvensi|tatib|tata\stertib|anggaran\sdasar|ad/art|pedoman|uncac|iccpr|cedaw"
    r"|konstitusi\s(?!kita|itu|ini|negara|indonesia|ri\b)\w|peraturan\s(?:uefa|fifa|pssi|afc|bwf)"
    r"|(?:nomor|no\.?)\s?\d|(?:uu\w{0,5}|uj|undang\S{0,12}|perda|pp|peraturan\s\w{1,12})\s?"
    r"(?:ri\s|republik\sindonesia\s)?(?:nomor|no\b|\d{1,2}\s(?:tahun|th)))"
)
UNREAD_BEFORE = re.compile(
    r"(?:pedoman|standar\sprogram|kode\s(?:etik|disiplin)|statuta|konvensi|perjanjian|konstitusi|anggaran\sdasar"
    r"|anggaran\srumah\stangga|ad/art|tatib|tata\stertib)"
    r"(?:\s(?!(?:pada|dalam|di|yang|dengan|sesuai|dan)\s)[\w()/-]{1,20}){0,4}[\s,]{1,2}$"
)
