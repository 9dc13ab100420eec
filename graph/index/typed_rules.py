"""Rules as people type them into a search: by a citation or a nickname instead of an id."""


def rule_typed(typed: str) -> list[str]:
    """The ids of the rules that are cited in what somebody typed, in letters of any case.

    A nickname has no day here: all rules that ever bore it are meant.

    >>> rule_typed("uu 5/2014"), rule_typed("pp no. 94 tahun 2021"), rule_typed("denda")
    (['uu/2014/5'], ['pp/2021/94'], [])
    >>> rule_typed("UU ASN")
    ['uu/2014/5', 'uu/2023/20', '~uu-asn']
    """
    if " " not in typed:
        return []
    from extract import find_citations  # noqa: PLC0415 - its patterns take their time, most questions do without
    from extract.rules.registry import rules_called  # noqa: PLC0415 - the same

    found = {citation.id for citation in find_citations(typed.upper())}  # "uu" names a rule in capitals only
    for nickname in [rule for rule in found if rule.startswith("~")]:
        kind, _, name = nickname.removeprefix("~").partition("-")
        found |= rules_called(kind, name)
    return sorted(found)
