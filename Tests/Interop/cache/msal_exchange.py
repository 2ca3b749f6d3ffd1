"""Shares a cache file with another library by MSAL, as MSAL's documentation shows how.

    msal_exchange.py get|find FACTS FILE SCOPE [FMI_PATH]
    msal_exchange.py add-foreign FACTS FILE SCOPE
    msal_exchange.py check-foreign FACTS FILE

`get` asks the service for what is not in the file; `find` may read the authority's document, without
which MSAL does nothing, and cannot ask for a token. Both print where the token is from and its
SHA-256; `find` prints `nothing` where it would have had to ask. `add-foreign` adds what another library has to leave alone: a user's tokens and account,
a section and fields that nobody knows; `check-foreign` tells whether it did.
"""

import base64
import hashlib
import json
import os
import sys

import msal
import requests

action, facts_path, path, *rest = sys.argv[1:]
with open(facts_path, encoding="utf-8") as file:
    facts = json.load(file)
os.environ["HTTPS_PROXY"] = facts["proxy"]
os.environ["REQUESTS_CA_BUNDLE"] = facts["ca"]

UNKNOWN = {"a number": 123456789012345678901234567890, "a fraction": 1.1, "text": "\ud800 é"}


class Asked(Exception):
    """A token was asked for."""


class NoTokens:
    """An HTTP client that gets documents and posts nothing."""

    def __init__(self):
        self.session = requests.Session()

    def get(self, *arguments, **options):
        return self.session.get(*arguments, **options)

    def post(self, *arguments, **options):
        raise Asked

    def close(self):
        self.session.close()


def part(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def read():
    cache = msal.SerializableTokenCache()
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            cache.deserialize(file.read())
    return cache


def write(cache):
    if cache.has_state_changed:
        with open(path, "w", encoding="utf-8") as file:
            file.write(cache.serialize())


def exchange(scope, fmi_path=None):
    cache = read()
    application = msal.ConfidentialClientApplication(
        facts["secret_client_id"], client_credential=facts["secret"],
        authority=facts["authority"], token_cache=cache,
        http_client=NoTokens() if action == "find" else None)
    options = {"fmi_path": fmi_path} if fmi_path else {}
    try:
        result = application.acquire_token_for_client([scope], **options)
    except Asked:
        print("nothing")
        return
    write(cache)
    if "access_token" not in result:
        sys.exit(f"no token: {result.get('error_description', result)}")
    digest = hashlib.sha256(result["access_token"].encode()).hexdigest()
    print("network" if result["token_source"] == "identity_provider" else "cache", digest)


def add_foreign(scope):
    cache = read()
    cache.add({
        "client_id": facts["secret_client_id"],
        "scope": [scope],
        "environment": "login.microsoftonline.com",
        "token_endpoint": facts["authority"] + "/oauth2/v2.0/token",
        "response": {
            "access_token": "a-users-token", "expires_in": 3600, "token_type": "Bearer",
            "refresh_token": "a-users-refresh-token", "foci": "1",
            "client_info": part({"uid": "user", "utid": facts["tenant_id"]}),
        },
    })
    state = json.loads(cache.serialize())
    state["Unknown"] = UNKNOWN
    for entry in state["RefreshToken"].values():
        entry["unknown"] = UNKNOWN
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps(state))


def check_foreign():
    cache = read()
    account = {"home_account_id": "user." + facts["tenant_id"]}
    with open(path, encoding="utf-8") as file:
        state = json.load(file)
    refresh = list(cache.search("RefreshToken", query=account))
    wrong = [
        name for name, good in {
            "section": state["Unknown"] == UNKNOWN,
            "access token": len(list(cache.search("AccessToken", query=account))) == 1,
            "refresh token": [entry["unknown"] for entry in refresh] == [UNKNOWN],
            "account": len(list(cache.search("Account", query=account))) == 1,
            "family": [
                entry.get("family_id") for entry in state["AppMetadata"].values()] == ["1"],
            "mode": os.stat(path).st_mode & 0o777 == 0o600,
        }.items() if not good]
    if wrong:
        sys.exit("not kept: " + ", ".join(wrong))
    print("kept")


if action == "add-foreign":
    add_foreign(*rest)
elif action == "check-foreign":
    check_foreign()
else:
    exchange(*rest)
