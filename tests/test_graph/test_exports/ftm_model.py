"""Prints what followthemoney has of the schemata that exports use, one a line; run by a Python that has it."""

import json

USED = (
    "Article", "Company", "Document", "Documentation", "Mention", "Note", "Occupancy", "Organization", "Person",
    "Position", "PublicBody", "Territory", "UnknownLink",
)  # fmt: skip


def main() -> None:
    from followthemoney import model  # noqa: PLC0415 - not where the tests are collected

    for name in USED:
        schema = model.get(name)
        properties = {
            p.name: {"type": p.type.name, "maxLength": p.max_length, "range": p.range.name if p.range else ""}
            for p in sorted(schema.properties.values(), key=lambda p: p.name)
            if not p.stub and not p.deprecated
        }
        found = {"schema": name, "is": sorted(s.name for s in schema.schemata), "required": sorted(schema.required)}
        print(json.dumps(found | {"properties": properties}))


if __name__ == "__main__":
    main()
