"""Writes an inventory of names that are syntax somewhere, each with an end, into a folder.

No secret of it can be read, so that an offline audit of it ends with 3.
"""
import json
import pathlib
import sys

NAMES = [
    "plain", 'quote"s', "O'Brien", 'x="1"} 5', "# TYPE up gauge", "a, b; c: d", "BEGIN:VEVENT",
    "=HYPERLINK(1)", "<b>&amp;", "{{ $labels.tenant }}", "%s %(x)s $(id) `id`", "ключ 部署 🔑🔑🔑",
    "e\u0301", "long " + "ü" * 120,
]

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
inventory = {
    "version": 1,
    "tenants": [{
        "name": f"tenant {name}"[:128],
        "authority": f"https://login.microsoftonline.com/00000000-0000-4000-8000-{place:012d}",
        "tags": [name[:60], "prod"],
        "applications": [{
            "name": name,
            "client_id": f"11111111-0000-4000-8000-{place:012d}",
            "owner": f"DOMAIN\\n{name}, \\",
            "runbook": "https://wiki.contoso.example/rotate?a=1,2;b=3",
            "credentials": [
                {"name": name, "secret": {"env": "NOT_SET"}, "expires": f"20{30 + place}-02-28"},
                {"name": "endless", "secret": {"env": "NOT_SET"}},
            ],
        }],
    } for place, name in enumerate(NAMES)],
}
text = json.dumps(inventory, ensure_ascii=False, indent=1)
(folder / "inventory.yaml").write_text(text, encoding="utf-8")
