"""Reads the directory of the tenant that facts.json describes, with requests and MSAL."""

import base64
import json
import os
import sys

import msal
import requests

with open(sys.argv[1], encoding="utf-8") as file:
    facts = json.load(file)
# MSAL asks every session for the usual roots; the environment says which they are.
os.environ["REQUESTS_CA_BUNDLE"] = facts["ca"]
graph = facts["graph"]
failures = 0


def report(name, good, detail):
    global failures
    failures += not good
    print(f"{'ok  ' if good else 'FAIL'} {name}: {detail}")


def session(client_id=None):
    made = requests.Session()
    made.proxies = {"https": facts["proxy"]}
    if client_id:
        application = msal.ConfidentialClientApplication(
            client_id, client_credential=facts["secret"], authority=facts["authority"],
            http_client=made)
        result = application.acquire_token_for_client(["https://graph.microsoft.com/.default"])
        made.headers["Authorization"] = "Bearer " + result["access_token"]
    return made


def pull(client, url, **headers):
    """Every entry of a collection, and the size of each page."""
    entries, sizes = [], []
    while url:
        answer = client.get(url, headers=headers, timeout=30)
        answer.raise_for_status()
        page = answer.json()
        sizes.append(len(page["value"]))
        entries += page["value"]
        url = page.get("@odata.nextLink")
    return entries, sizes


reader = session(facts["client_id"])
select = "$select=id,appId,displayName,passwordCredentials,keyCredentials"
entries, sizes = pull(reader, f"{graph}/applications?{select}&$top=999")
report(
    "applications",
    len(entries) == facts["applications"] == len({entry["appId"] for entry in entries})
    and sizes == [999, 999, facts["applications"] - 1998],
    f"{len(entries)} on pages of {sizes}")
credentials = sum(len(e["passwordCredentials"]) + len(e["keyCredentials"]) for e in entries)
report("credentials", credentials == 2 * 2500 + 3, f"{credentials}")
owned = next(entry for entry in entries if entry["appId"] == facts["owned_client_id"])
der = base64.b64decode(owned["keyCredentials"][0]["key"])
report("certificate", der[:1] == b"\x30" and len(der) > 500, f"{len(der)} bytes of DER")

counted = reader.get(
    f"{graph}/applications?$count=true&$top=1&$select=id",
    headers={"ConsistencyLevel": "eventual"}, timeout=30).json()
report(
    "count", counted["@odata.count"] == facts["applications"], str(counted["@odata.count"]))

answer = reader.post(
    f"{graph}/$batch", timeout=30,
    json={"requests": [
        {"id": "owners", "method": "GET", "url": f"/applications/{owned['id']}/owners"},
        {"id": "federations", "method": "GET",
         "url": f"/applications/{owned['id']}/federatedIdentityCredentials"},
    ]})
members = {member["id"]: member for member in answer.json()["responses"]}
report(
    "batch",
    members["owners"]["body"]["value"][0]["userPrincipalName"] == "jo@directory.example"
    and members["federations"]["body"]["value"][0]["name"] == "cluster",
    ", ".join(f"{name} {member['status']}" for name, member in sorted(members.items())))

for name, client, status, code in [
    ("without a token", session(), 401, "InvalidAuthenticationToken"),
    ("without a role", session(facts["stranger_client_id"]), 403, "Authorization_RequestDenied"),
]:
    answer = client.get(f"{graph}/applications", timeout=30)
    got = answer.json()["error"]["code"]
    report(name, (answer.status_code, got) == (status, code), f"{answer.status_code} {got}")

sys.exit(1 if failures else 0)
