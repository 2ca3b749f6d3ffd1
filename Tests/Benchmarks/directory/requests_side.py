"""Reads a directory with requests: a token, then the lists of applications with their owners, of their
federated credentials and of service principals, each to its end. Kept is what a report would need: of
each application its name and owners, of each credential its id, name and end.

    requests_side.py PULL
"""

import json
import sys

import requests

with open(sys.argv[1], encoding="utf-8") as file:
    pull = json.load(file)
session = requests.Session()
session.verify = pull["ca"]
# Otherwise it looks for proxies and passwords in the environment and in files at every request.
session.trust_env = False
session.proxies = {"https": pull["proxy"]}
token = session.post(pull["token_endpoint"], data={
    "grant_type": "client_credentials", "client_id": pull["client_id"], "client_secret": "s",
    "scope": "https://graph.microsoft.com/.default"}).json()["access_token"]
session.headers["Authorization"] = f"Bearer {token}"


def entries(path):
    url = f"{pull['graph']}/{path}&$top=999"
    while url:
        answer = session.get(url)
        answer.raise_for_status()
        page = answer.json()
        yield from page["value"]
        url = page.get("@odata.nextLink")


def credentials(holder):
    return [
        (each["keyId"], each["displayName"], each["endDateTime"])
        for each in holder["passwordCredentials"] + holder["keyCredentials"]]


federations = {
    each["id"]: each["federatedIdentityCredentials"]
    for each in entries("applications?$select=id&$expand=federatedIdentityCredentials")}
applications = {
    each["appId"]: (
        each["displayName"], [owner["mail"] for owner in each["owners"]],
        credentials(each) + federations.pop(each["id"]))
    for each in entries(
        "applications?$select=id,appId,displayName,createdDateTime,deletedDateTime,"
        "disabledByMicrosoftStatus,isDisabled,passwordCredentials,keyCredentials&$expand=owners")}
principals = {
    each["appId"]: credentials(each)
    for each in entries(
        "servicePrincipals?$select=id,appId,displayName,accountEnabled,appOwnerOrganizationId,"
        "servicePrincipalType,preferredSingleSignOnMode,preferredTokenSigningKeyThumbprint,"
        "passwordCredentials,keyCredentials")}
print(len(applications), len(principals), sum(len(each[2]) for each in applications.values()))
