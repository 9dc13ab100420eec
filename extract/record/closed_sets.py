"""The closed sets of the record: what an entity, a mention, a mode, an act can be."""

from enum import StrEnum


class EntityType(StrEnum):
    """What an entity is."""

    PERSON = "PERSON"
    INSTITUTION = "INSTITUTION"
    REGION = "REGION"


class MentionType(StrEnum):
    """What a mention names."""

    PERSON = "PERSON"
    INSTITUTION = "INSTITUTION"
    REGION = "REGION"
    REGULATION = "REGULATION"
    SANCTION = "SANCTION"
    REFERENCE = "REFERENCE"  # a person without a name: "Ia", "Wali Kota", "Pj Sekkot"


class RoleStatus(StrEnum):
    """Whether a post is held now, as its words say it."""

    CURRENT = ""
    FORMER = "former"  # "mantan", "eks", "bekas"
    DESIGNATE = "designate"  # wanted or won, not yet held: "calon", "bakal calon", "terpilih"
    ACTING = "acting"  # held for another: "Pj", "Plt", "Plh", "Pjs"


class How(StrEnum):
    """How a mention of a regulation names it."""

    EXPLICIT = "explicit"
    NICKNAME = "nickname"
    ANAPHORA = "anaphora"


class IssuerFrom(StrEnum):
    """What tells who issued a rule: why an id says "perda-kota-metro" and not just "perda"."""

    CITATION = "citation"  # the words themselves: "Perda Kota Metro Nomor 3 Tahun 2018", "Permendagri"
    SAME_NUMBER = "same-number"  # another citation of this number in the article names the issuer
    PLACE = "place"  # the region the article is about
    SAME_TYPE = "same-type"  # another rule of this type in the article
    OFFICE = "office"  # the one governor, regent or mayor, or government, that the article names with its place


class SanctionStatus(StrEnum):
    """How far a penalty has come, as the text says it."""

    THREATENED = "threatened"  # a rule provides for it: "diancam pidana penjara paling lama 6 bulan"
    POSSIBLE = "possible"  # it may come, is asked for or announced: "bisa didenda", "dituntut 5 tahun penjara"
    IMPOSED = "imposed"  # it has been given: "dijatuhi sanksi", "divonis", "dicopot"
    DENIED = "denied"  # it has not or will not: "tidak dikenai sanksi", "tanpa denda"


class Mode(StrEnum):
    """How a statement is reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What somebody does by saying something; ``extract/speech/speech_acts.py`` has the rules."""

    STATES = "states"  # whatever is none of the others: tells, assesses, hopes, asks
    WARNS = "warns"  # of something to be avoided: "memperingatkan", "jangan sampai"
    URGES = "urges"  # wants somebody to do or leave something: "mengimbau", "meminta", "mari"
    FORBIDS = "forbids"  # says that something must not be done: "melarang", "tidak boleh"
    PROMISES = "promises"  # binds the speaker, or those spoken for, to do something: "berjanji", "kami akan"
    DENIES = "denies"  # says that a claim is not true: "membantah", "itu tidak benar"
    PROPOSES = "proposes"  # puts something forward for others to decide: "mengusulkan", "sebaiknya"
    ANNOUNCES_SANCTION = "announces-sanction"  # a penalty is, will or would be given: "akan kami tindak tegas"


class Modality(StrEnum):
    """Polarity and modality of what is said: how the main clause holds."""

    NEGATED = "negated"  # "tidak", "bukan", "belum", "jangan"
    CONDITIONAL = "conditional"  # under a condition that is told: "jika", "apabila", "kalau"
    POSSIBLE = "possible"  # may be so or may happen: "mungkin", "diduga", "bisa berakibat"
    OBLIGED = "obliged"  # must, should or must not: "wajib", "harus", "tidak boleh"
