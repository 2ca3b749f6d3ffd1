"""Holds report.json, and what the server itself wrote down, to what was to come of each subject."""

import json
import pathlib
import re
import sys

facts = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
folder = pathlib.Path(sys.argv[2])
report = json.loads((folder / "reports/report.json").read_text(encoding="utf-8"))

TOKEN = ("pass", None)
REFUSED = ("critical", "refused-without-reason")  # 403 and an empty body
NOT_SENT = ("unknown", "authority-failed")
MISMATCH = ("critical", "issuer-mismatch")

AUTHORITIES = {
    "post": TOKEN, "basic": TOKEN, "assertion": TOKEN, "other-scope": TOKEN, "es256": TOKEN,
    "slash-as-claimed": TOKEN,
    # OpenID Connect Discovery, 4.3: exactly the URL.
    "slash-as-served": MISMATCH, "wrong-path": MISMATCH, "wrong-host": MISMATCH,
    "wrong-issuer": MISMATCH,
    "nothing-there": ("critical", "not-found"),
}
ACQUISITIONS = {
    "post/right": TOKEN,
    "post/post-only": TOKEN,
    "post/basic-only": REFUSED,
    "post/odd-secret": TOKEN,
    "post/wrong-secret": REFUSED,
    "post/nobody": REFUSED,
    "basic/right": TOKEN,
    "basic/post-only": REFUSED,
    "basic/basic-only": TOKEN,
    # We form-encode id and secret before joining them (RFC 6749, 2.3.1). Glewlwyd does not decode
    # them, so that only secrets that encode to themselves pass there by Basic; post is the way out.
    "basic/odd-secret": REFUSED,
    "basic/wrong-secret": REFUSED,
    "assertion/registered-by-pem": TOKEN,
    # Glewlwyd looks keys of a JWKS up by `kid` alone, and a generic issuer gets thumbprints and no
    # `kid` from us: a client registered there with a certificate has to be registered by PEM.
    "assertion/registered-by-jwks": REFUSED,
    "assertion/elliptic-by-jwks": REFUSED,
    # A word of its own, outside RFC 6749: it is passed on as it is.
    "other-scope/right": ("critical", "scope_invalid"),
    "es256/right": TOKEN,
    "slash-as-claimed/right": TOKEN,
    "slash-as-served/right": NOT_SENT,
    "wrong-path/right": NOT_SENT,
    "wrong-host/right": NOT_SENT,
    "wrong-issuer/right": NOT_SENT,
    "nothing-there/right": NOT_SENT,
}
failures = 0


def line(name, good, detail):
    global failures
    failures += not good
    print(f"{'ok  ' if good else 'FAIL'} {name}: {detail}")


def finding(subject, check):
    """The worst of a check's findings: they stand worst first."""
    return next((f for f in subject["findings"] if f["check"] == check), None)


def fits(found, expected):
    verdict, code = expected
    return (found is not None and found["verdict"] == verdict
            and (code is None or found["code"] == code))


def shown(found):
    return f"{found['verdict']} {found['code']}" if found else "nothing"


authorities = {a["tenant"]: a for a in report["authorities"]}
line("authorities", authorities.keys() == AUTHORITIES.keys(), sorted(authorities))
for name, expected in AUTHORITIES.items():
    subject = authorities.get(name, {"verdict": "missing", "findings": []})
    worst = next(iter(subject["findings"]), None)
    if expected is TOKEN:
        line(name, subject["verdict"] == "pass", subject["verdict"])
    else:
        line(name, subject["verdict"] == "critical" and fits(worst, expected), shown(worst))

credentials = {f"{c['tenant']}/{c['application']}": c for c in report["credentials"]}
line("credentials", credentials.keys() == ACQUISITIONS.keys(), f"{len(credentials)} of them")
for name, expected in ACQUISITIONS.items():
    subject = credentials.get(name, {"findings": []})
    acquired, token = (finding(subject, "credential." + c) for c in ("acquisition", "token"))
    # A token is only right with a signature by the issuer's keys.
    good = fits(acquired, expected) and fits(
        token, TOKEN if expected is TOKEN else ("skipped", "depends-on-acquisition"))
    line(name, good, f"{shown(acquired)}, token {shown(token)}")

# The server's own word: which issuer gave a token to whom, and that the wrong ones were not asked.
log = (folder / "server.log").read_text(encoding="utf-8", errors="replace")
given = re.findall(r"Plugin '(\w+)' - Access token generated for client '([^']+)'", log)
tokens = sum(expected is TOKEN for expected in ACQUISITIONS.values())
line("tokens by the server's log", len(given) == tokens, f"{len(given)} of {tokens}")
line("issuers by the server's log", {plugin for plugin, _ in given} == {"oidc", "es256", "slash"},
     sorted({plugin for plugin, _ in given}))

# Nothing secret is in what was written.
words = [client["client_secret"] for client in facts["clients"].values() if "client_secret" in client]
written = [*(folder / "reports").iterdir(), *folder.glob("history.sqlite*"), folder / "log"]
leaks = [path.name for path in written for word in words if word.encode() in path.read_bytes()]
line("secrets in what was written", not leaks, leaks or f"none in {len(written)} files")
sys.exit(1 if failures else 0)
