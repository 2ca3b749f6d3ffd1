"""Does tasks with MSAL: one task of JSON on each line of standard input, its outcomes on one line of
standard output before the next is read."""

import json
import logging
import pathlib
import sys

import msal
from msal.exceptions import MsalServiceError

# It warns that the environment names a region where the task names none.
logging.getLogger("msal").setLevel(logging.ERROR)


def read(path):
    return pathlib.Path(path).read_text(encoding="utf-8")


def credential(task):
    """What MSAL takes for the task's credential."""
    given = task["credential"]
    if "secret" in given:
        return given["secret"]
    if "assertion" in given:
        return {"client_assertion": given["assertion"]}
    if "provided" in given:
        return {"client_assertion": lambda: given["provided"]}
    passphrase = given.get("passphrase")
    if given["certificate"].endswith(".pfx"):
        made = {"private_key_pfx_path": given["certificate"], "passphrase": passphrase}
        return made | ({"public_certificate": True} if given.get("sends_chain") else {})
    made = {"private_key": read(given["key"])}
    if passphrase:
        made["passphrase"] = passphrase
    if "thumbprint" in given:
        return made | {"thumbprint": given["thumbprint"]}
    return made | {"public_certificate": read(given["certificate"])}


def application(task, cache, authority):
    name = "oidc_authority" if task.get("kind") == "oidc" else "authority"
    claims = task.get("extra_claims")
    return msal.ConfidentialClientApplication(
        task["client_id"], client_credential=credential(task), token_cache=cache,
        app_name=task.get("app_name"), app_version=task.get("app_version"),
        client_capabilities=task.get("capabilities"), azure_region=task.get("region"),
        client_claims=json.loads(claims) if claims else None, **{name: authority})


def outcome(result):
    if "access_token" in result:
        return {
            "result": "token", "token": result["access_token"],
            "token_type": result["token_type"], "expires_in": result["expires_in"],
            "source": {"identity_provider": "network"}.get(
                result["token_source"], result["token_source"])}
    return {"result": "refused", "error": result["error"],
            "codes": result.get("error_codes", [])}


def steps(task):
    """What comes of each step. MSAL takes one application for a tenant, over one cache."""
    cache, made = msal.TokenCache(), {}
    for step in task["steps"]:
        authority = task["authority"]
        if "tenant" in step:
            authority = authority.rsplit("/", 1)[0] + "/" + step["tenant"]
        try:
            if authority not in made:
                made[authority] = application(task, cache, authority)
        except ValueError:
            # The only word for an authority that MSAL does not take.
            yield {"result": "unproven"}
            continue
        try:
            if "scopes" in step:
                yield outcome(made[authority].acquire_token_for_client(
                    step["scopes"], claims_challenge=step.get("claims")))
            else:
                made[authority].remove_tokens_for_client()
                yield {"result": "removed"}
        except MsalServiceError:
            yield {"result": "failed"}


for line in sys.stdin:
    print(json.dumps(list(steps(json.loads(line)))), flush=True)
