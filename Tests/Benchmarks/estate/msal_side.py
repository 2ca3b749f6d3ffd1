"""A token from each of many tenants with MSAL, in its best shape: 32 threads over one session, whose
connections they share, one cache for answers, and no look at what a machine may have configured.

    msal_side.py ESTATE CA COUNT
"""

import json
import pathlib
import sys
from concurrent.futures import ThreadPoolExecutor

import msal
import requests

THREADS = 32
SCOPES = ["https://graph.microsoft.com/.default"]

estate, authority, count = sys.argv[1:]
session = requests.Session()
session.verify = authority
# Otherwise it looks for proxies and passwords in the environment and in files at every request.
session.trust_env = False
session.mount("https://", requests.adapters.HTTPAdapter(pool_connections=1, pool_maxsize=THREADS))
http_cache = {}


def text(file):
    return pathlib.Path(file).read_text(encoding="ascii")


def proof(entry):
    if "secret" in entry:
        return text(entry["secret"]).strip()
    return {"private_key": text(entry["key"]), "public_certificate": text(entry["certificate"])}


def token(entry):
    result = msal.ConfidentialClientApplication(
        entry["client_id"], client_credential=proof(entry), authority=entry["authority"],
        instance_discovery=False, http_client=session, http_cache=http_cache,
    ).acquire_token_for_client(SCOPES)
    return "access_token" in result


entries = json.loads(text(estate))[:int(count)]
with ThreadPoolExecutor(THREADS) as threads:
    got = sum(threads.map(token, entries))
sys.exit(0 if got == len(entries) else f"{got} tokens for {len(entries)} applications")
