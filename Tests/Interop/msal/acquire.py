"""Acquires tokens with MSAL from the simulator that facts.json describes."""

import base64
import json
import os
import sys

import msal

with open(sys.argv[1], encoding="utf-8") as file:
    facts = json.load(file)
bundle_path = sys.argv[2]
failures = 0


def read(name):
    with open(facts[name], encoding="utf-8") as file:
        return file.read()


def claims(token):
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def report(name, good, detail):
    global failures
    failures += not good
    print(f"{'ok  ' if good else 'FAIL'} {name}: {detail}")


def acquire(client_id, credential, authority=None, **options):
    application = msal.ConfidentialClientApplication(
        client_id, client_credential=credential, authority=authority or facts["authority"],
        **options)
    return application, application.acquire_token_for_client([facts["scope"]])


def expect_token(name, client_id, credential, method, **options):
    application, result = acquire(client_id, credential, **options)
    token = result.get("access_token")
    if not token:
        report(name, False, result.get("error_description", result))
        return
    body = claims(token)
    good = (
        body["appid"] == client_id
        and body["tid"] == facts["tenant_id"]
        and body["appidacr"] == method
        and result["expires_in"] == 3599
        and result["token_source"] == "identity_provider"
    )
    report(name, good, f"a token for {body['appid']}, by method {body['appidacr']}")
    again = application.acquire_token_for_client([facts["scope"]])
    if again.get("token_source") != "cache":
        report(name, False, "the second token did not come from MSAL's cache")


def expect_refusal(name, code, client_id, credential, **options):
    _, result = acquire(client_id, credential, **options)
    codes = result.get("error_codes")
    report(name, codes == [code] and "access_token" not in result, f"refused with {codes}")


os.environ["HTTPS_PROXY"] = facts["proxy"]
os.environ["NO_PROXY"] = "localhost"
os.environ["REQUESTS_CA_BUNDLE"] = facts["ca"]

certificate = {
    "private_key": read("certificate_key"),
    "public_certificate": read("certificate"),
}
bundle = {"private_key_pfx_path": bundle_path, "passphrase": "interop"}

expect_token("secret", facts["secret_client_id"], facts["secret"], "1")
expect_token("PEM certificate, PS256", facts["certificate_client_id"], certificate, "2")
expect_token("PFX bundle", facts["bundle_client_id"], bundle, "2")
expect_token(
    "secret, asked directly", facts["secret_client_id"], facts["secret"], "1",
    authority=facts["direct_authority"], instance_discovery=False)
expect_refusal(
    "wrong secret", 7000215, facts["secret_client_id"], "not-the-secret")
expect_refusal(
    "another application's certificate", 700027, facts["bundle_client_id"], certificate)
expect_refusal("no such application", 700016, facts["tenant_id"], facts["secret"])
try:
    acquire(
        facts["secret_client_id"], facts["secret"],
        authority="https://login.microsoftonline.us/" + facts["tenant_id"])
    report("another cloud", False, "MSAL found the tenant there")
except ValueError as problem:
    # MSAL does not say which code it got.
    report("another cloud", "Unable to get authority configuration" in str(problem),
           "MSAL finds no tenant there")
try:
    acquire(
        facts["secret_client_id"], facts["secret"],
        authority="https://login.contoso.example/" + facts["tenant_id"])
    report("unknown host", False, "MSAL took it for an instance")
except ValueError as problem:
    report("unknown host", "invalid_instance" in str(problem), "MSAL says it is no instance")

sys.exit(1 if failures else 0)
