"""Writes the inventory for the Glewlwyd that facts.json describes, and the secrets that it names.

Tenants and applications are named by what is special about them; check.py knows what is to come of
each.
"""

import json
import os
import pathlib
import sys

facts = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
folder = pathlib.Path(sys.argv[2])
os.umask(0o077)
(folder / "secrets").mkdir(parents=True)
clients = facts["clients"]
issuers = {
    name: issuer["discovery"].removesuffix("/.well-known/openid-configuration")
    for name, issuer in facts["issuers"].items()
}


def secret(name, value):
    (folder / "secrets" / name).write_text(value + "\n", encoding="utf-8")
    return {"name": "secret", "secret": {"file": "secrets/" + name}, "expires": "2099-12-31"}


def certificate(client):
    files = {"file": clients[client]["certificate_pem"], "key": clients[client]["private_key_pem"]}
    return {"name": "certificate", "certificate": files}


right = secret("right", clients["cc-secret"]["client_secret"])
odd = secret("odd", clients["cc-odd-secret"]["client_secret"])
wrong = secret("wrong", "this-is-not-the-secret-of-anybody")


def tenant(name, authority, *applications, **more):
    """Applications are triples: name, client id, credential."""
    return {
        "name": name, "authority": authority, "kind": "oidc", **more,
        "applications": [
            {"name": name, "client_id": client, "credentials": [credential]}
            for name, client, credential in applications
        ],
    }


def one(name, authority):
    return tenant(name, authority, ("right", "cc-secret", right))


main = issuers["main"]
inventory = {
    "version": 1,
    "defaults": {
        "scopes": [facts["scope"]], "owner": "interop@contoso.example",
        "expiry": {"warning": "30d", "critical": "7d", "max_lifetime": "36500d"},
    },
    "network": {"timeout": "5s", "retries": 1, "deadline": "1m"},
    "tenants": [
        tenant(
            "post", main,
            ("right", "cc-secret", right),
            ("post-only", "cc-post-only", right),
            ("basic-only", "cc-basic-only", right),
            ("odd-secret", "cc-odd-secret", odd),
            ("wrong-secret", "cc-secret", wrong),
            ("nobody", "there-is-no-such-client", wrong)),
        tenant(
            "basic", main,
            ("right", "cc-secret", right),
            ("post-only", "cc-post-only", right),
            ("basic-only", "cc-basic-only", right),
            ("odd-secret", "cc-odd-secret", odd),
            ("wrong-secret", "cc-secret", wrong),
            client_authentication="basic"),
        tenant(
            "assertion", main,
            ("registered-by-pem", "cc-jwt-pem", certificate("cc-jwt-pem")),
            ("registered-by-jwks", "cc-jwt", certificate("cc-jwt")),
            ("elliptic-by-jwks", "cc-jwt-ec", certificate("cc-jwt-ec"))),
        tenant(
            "other-scope", main, ("right", "cc-secret", right),
            scopes=["there-is-no-such-scope"]),
        one("es256", issuers["es256"]),
        one("slash-as-claimed", issuers["trailing_slash"] + "/"),
        one("slash-as-served", issuers["trailing_slash"]),
        one("wrong-path", issuers["wrong_path"]),
        one("wrong-host", issuers["wrong_host"]),
        one("wrong-issuer", issuers["wrong_issuer"]),
        one("nothing-there", main + "-that-is-not-there"),
    ],
}
# JSON is YAML.
(folder / "inventory.yaml").write_text(json.dumps(inventory, indent=1), encoding="utf-8")
