"""Prints what followthemoney finds wrong with a file of entities; run by a Python that has it."""

import json
import sys
from pathlib import Path


def main() -> None:
    from followthemoney import model  # noqa: PLC0415 - not where the tests are collected

    for line in Path(sys.argv[1]).read_text("utf-8").splitlines():
        entity = json.loads(line)
        model.get(entity["schema"]).validate(entity)
        read = model.get_proxy(entity, cleaned=False)
        for name, values in entity["properties"].items():
            if sorted(read.get(name)) != sorted(values):
                print(f"{entity['schema']}.{name}: {values} became {read.get(name)}")


if __name__ == "__main__":
    main()
