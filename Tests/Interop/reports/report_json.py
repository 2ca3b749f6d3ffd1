"""report.json against its schema."""
import json

import jsonschema

from letters import no_controls


def unique_keys(pairs):
    keys = [key for key, _ in pairs]
    assert len(set(keys)) == len(keys), f"a key stands twice: {keys}"
    return dict(pairs)


def read(folder, schema_path):
    path = folder / "report.json"
    text = path.read_text(encoding="utf-8")
    no_controls(path.name, text, "\n")
    assert not set("<>&") & set(text), "report.json may not stand in a page"
    report = json.loads(text, object_pairs_hook=unique_keys)
    schema = json.loads(schema_path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    errors = [f"{e.json_path}: {e.message[:200]}" for e in validator.iter_errors(report)]
    assert not errors, "\n".join(errors[:20])
    for kind in ("authorities", "credentials"):
        counts = report["summary"][kind]
        assert counts["total"] == len(report[kind]), f"{kind}: the total is another"
        assert counts["total"] == sum(n for word, n in counts.items() if word != "total")
    return report
