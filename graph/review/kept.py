"""What the last build knew of identity, read for review: questions, profiles, entities, and where they appear."""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from graph.errors import JudgementError
from graph.folder import IDENTITY_FOLDER
from graph.identity.judged import Judged, Verdict, chance
from graph.identity.judgements import Judgement, Side
from graph.identity.locating import located
from graph.identity.weights import weights
from graph.review.questions import Question

if TYPE_CHECKING:
    import duckdb

_TABLES = ("profile", "appearance", "judged", "replayed")
LABELS = ("Person", "Institution")


class Known(NamedTuple):
    """A profile: the entity it belongs to, its name, what it is bound to, its first day, its other names."""

    label: str
    id: str
    entity: str
    name: str
    region: str
    code: str
    bound: str
    first_seen: str
    aliases: tuple[str, ...]


class Appearance(NamedTuple):
    """An article that names a profile, and how many statements the profile made there."""

    profile: str
    article: str
    statements: int


class Kept:
    """What ``identity.keeping`` wrote, open for reading."""

    def __init__(self, connection: "duckdb.DuckDBPyConnection") -> None:
        self._connection = connection

    @classmethod
    def open(cls, into: Path) -> Self:
        """What the last build left in the data folder ``into``.

        Raises:
            JudgementError: Nothing, or it cannot be read.
        """
        import duckdb  # noqa: PLC0415 - takes its time, other commands do without

        folder = into / IDENTITY_FOLDER
        if not folder.is_dir():
            raise JudgementError(f"{folder}: nothing to review there yet; run `wartagraf load --into {into}` first")
        connection = duckdb.connect(":memory:")
        try:
            for table in _TABLES:
                name = str(folder / f"{table}.parquet").replace("'", "''")
                connection.execute(f"CREATE VIEW kept_{table} AS FROM read_parquet('{name}')")
            connection.execute(_VIEWS)
        except duckdb.Error as error:
            raise _unreadable(error) from error
        return cls(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def questions(self) -> list[Question]:
        """The pairs that are for a person to decide, those worth most first.

        Worth is the number of statements that would change their speaker, times how near the score is to that from
        which pairs are joined without asking.
        """
        return [
            Question(
                label=label,
                one=one,
                other=other,
                score=score,
                reasons=tuple(reasons),
                entities=(entity, other_entity),
                statements=statements,
            )
            for label, one, other, score, reasons, entity, other_entity, statements in self._rows(
                _QUESTIONS, [chance(weights().join)]
            )
        ]

    def judged(self, profiles: Iterable[str]) -> list[Judged]:
        """The automatic judgements on any of these profiles that would join or part, whatever came of them."""
        return [
            Judged(label=label, one=one, other=other, score=score, reasons=tuple(reasons), verdict=Verdict(verdict))
            for label, one, other, score, reasons, verdict in self._rows(_JUDGED, [list(profiles)])
        ]

    def known(self, profiles: Iterable[str]) -> list[Known]:
        """The profiles with these ids, by id; those that no article gives any more are left out."""
        return self._known("id IN (SELECT unnest($1))", list(profiles))

    def of_entities(self, entities: Iterable[str]) -> list[Known]:
        """The profiles of the entities with these ids, by id."""
        return self._known("entity IN (SELECT unnest($1))", list(entities))

    def with_word(self, word: str) -> list[Known]:
        """The profiles whose name, or another form of it, has ``word`` in it, in small letters; by id."""
        return self._known("contains(lower(name || ' ' || array_to_string(aliases, ' ')), $1)", word)

    def _known(self, which: str, value: Any) -> list[Known]:
        rows = self._rows(f"{_KNOWN} WHERE {which} ORDER BY id", [value])
        return [Known._make((*row[:-1], tuple(row[-1]))) for row in rows]

    def take_out(self, sides: Iterable[Side]) -> None:
        """From now on have these appearances, where they are not, as profiles of their own: of the same entity yet."""
        given = [(side.profile, side.article) for side in sides]
        self._connection.execute("DELETE FROM taken")
        self._connection.execute(_TAKEN, [[profile for profile, _ in given], [article for _, article in given]])

    def appearances(self, profiles: Iterable[str]) -> list[Appearance]:
        """Where these profiles stand: of each first the articles in which it said most, then by the article's id."""
        return [Appearance(*row) for row in self._rows(_APPEARANCES, [list(profiles)])]

    def located(self, judgements: Iterable[Judgement]) -> tuple[list[Judgement], list[Judgement]]:
        """The judgements with the ids that their profiles have now, and those of whose sides one is gone."""
        judged = list(judgements)
        found, lost = [j for j in judged if not j.label], []
        for label in LABELS:
            here, gone = located(self._connection, label, [j for j in judged if j.label == label])
            found += here
            lost += gone
        return found, lost

    def replayed(self) -> frozenset[str]:
        """Ids of the judgements of people that the build knew."""
        return frozenset(row[0] for row in self._rows("SELECT id FROM kept_replayed", []))

    def _rows(self, query: str, values: list[Any]) -> list[tuple[Any, ...]]:
        """The answer to a query.

        Raises:
            JudgementError: The files are gone, or damaged.
        """
        import duckdb  # noqa: PLC0415 - as above

        try:
            return self._connection.execute(query, values).fetchall()
        except duckdb.Error as error:
            raise _unreadable(error) from error


def _unreadable(error: Exception) -> JudgementError:
    reason = str(error).partition("\n")[0]
    return JudgementError(f"what the last build left cannot be read ({reason}); `wartagraf load` makes it anew")


# What the build left, with what people took out of profiles since; and the same by the names that a graph in the making
# has for it, as ``located`` reads it.
_VIEWS = """
CREATE TABLE taken(label VARCHAR, profile VARCHAR, article VARCHAR);
CREATE VIEW profile AS
SELECT label, id, entity, name, region, code, bound, first_seen, aliases FROM kept_profile UNION ALL
SELECT p.label, t.profile || '@' || t.article, entity, name, region, code, bound, first_seen, aliases
FROM taken t JOIN kept_profile p ON p.label = t.label AND p.id = t.profile;
CREATE VIEW appearance AS
SELECT a.label, CASE WHEN t.profile IS NULL THEN a.profile ELSE t.profile || '@' || t.article END AS profile, a.article,
    a.statements
FROM kept_appearance a LEFT JOIN taken t USING (label, profile, article);
CREATE VIEW "Person" AS SELECT id, name FROM profile WHERE label = 'Person';
CREATE VIEW "Institution" AS SELECT id, name FROM profile WHERE label = 'Institution';
CREATE VIEW "MENTIONS:Article:Person" AS
SELECT article AS source, profile AS target FROM appearance WHERE label = 'Person';
CREATE VIEW "MENTIONS:Article:Institution" AS
SELECT article AS source, profile AS target FROM appearance WHERE label = 'Institution';
"""
_TAKEN = """
INSERT INTO taken SELECT label, profile, article FROM kept_appearance
JOIN (SELECT unnest($1::VARCHAR[]) AS profile, unnest($2::VARCHAR[]) AS article) USING (profile, article)
"""
_KNOWN = "SELECT label, id, entity, name, region, code, bound, first_seen, aliases FROM profile"
_APPEARANCES = """
SELECT profile, article, statements FROM appearance WHERE profile IN (SELECT unnest($1))
ORDER BY profile, statements DESC, article
"""
_QUESTIONS = """
WITH said AS (
    SELECT p.label, p.entity, sum(a.statements)::BIGINT AS statements
    FROM kept_appearance a JOIN kept_profile p ON p.label = a.label AND p.id = a.profile GROUP BY ALL
)
SELECT j.label, j.one, j.other, j.score, j.reasons, p.entity, q.entity,
    least(coalesce(s.statements, 0), coalesce(t.statements, 0)) AS touched
FROM kept_judged j
JOIN kept_profile p ON p.label = j.label AND p.id = j.one JOIN kept_profile q ON q.label = j.label AND q.id = j.other
LEFT JOIN said s ON s.label = j.label AND s.entity = p.entity
LEFT JOIN said t ON t.label = j.label AND t.entity = q.entity
WHERE (j.verdict = 'unsure' OR j.cut) AND p.entity <> q.entity
ORDER BY touched * (1 - abs(j.score - $1)) DESC, j.score DESC, j.one, j.other
"""
_JUDGED = """
SELECT label, one, other, score, reasons, verdict FROM kept_judged
WHERE verdict <> 'unsure' AND (one IN (SELECT unnest($1)) OR other IN (SELECT unnest($1))) ORDER BY one, other
"""
