"""Holds config/inventory.schema.json and the loader's fixtures together.

Each file below Fixtures/good, and the example, must fit the schema; each below Fixtures/bad must
not, unless it says `# schema: cannot see` because a schema has no words for what is wrong with it.
"""
import json
import pathlib
import sys

import yaml
from jsonschema import Draft202012Validator


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it: no dates, no `yes`, no sexagesimals."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("merge", r"^<<$", "<"),
]:
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", yaml.resolver.re.compile(pattern), list(first)
    )
# "010" is ten in YAML 1.2 and eight in YAML 1.1; which does not matter here.
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value, 10))

root = pathlib.Path(__file__).resolve().parents[3]
fixtures = root / "Tests/CredentialAuditTests/Inventory/Fixtures"
schema = json.loads((root / "config/inventory.schema.json").read_text())
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)

failures = 0
seen = {"good": 0, "bad": 0, "cannot see": 0}
for path in [
    root / "config/inventory.example.yaml",
    *sorted(fixtures.glob("good/*.yaml")),
    *sorted(fixtures.glob("bad/*.yaml")),
]:
    bad = path.parent.name == "bad"
    try:
        text = path.read_bytes().decode("utf-8")
        errors = [e.message for e in validator.iter_errors(yaml.load(text, CoreLoader))]
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        errors = [f"not YAML: {error}"]
        text = path.read_bytes().decode("latin-1")
    blind = "# schema: cannot see" in text
    seen["cannot see" if blind else "bad" if bad else "good"] += 1
    if bad and not blind and not errors:
        failures += 1
        print(f"{path.name}: the loader refuses it, the schema does not", file=sys.stderr)
    if errors and (not bad or blind):
        failures += 1
        why = "is good" if not bad else "is said to be invisible to a schema"
        print(f"{path.name}: {why}, but: {errors[0]}", file=sys.stderr)

print(f"schema: {seen}, {failures} disagreements")
sys.exit(1 if failures or not seen["good"] or not seen["bad"] else 0)
