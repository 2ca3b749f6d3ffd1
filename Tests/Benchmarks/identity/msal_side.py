"""Measures MSAL in the ways in which identity-benchmarks measures EntraIdentity, and prints one
number: hit, miss, first, sign."""

import random
import sys
import time

import msal
from msal.oauth2cli.assertion import JwtAssertionCreator

import canned

NOTHING = ["api://nothing/.default"]


def application(number, cache, service):
    return msal.ConfidentialClientApplication(
        canned.CLIENT_ID, client_credential="canned", authority=canned.authority(number),
        token_cache=cache, http_client=service)


def filled(tenants):
    """Applications over one cache with a token for each. The tokens are put in directly: to ask for
    them would take minutes, because each looks at all that are there."""
    cache, service = msal.TokenCache(), canned.CannedService()
    applications = [application(number, cache, service) for number in range(tenants)]
    for made in applications:
        cache.add({
            "client_id": canned.CLIENT_ID, "scope": canned.SCOPES,
            "token_endpoint": made.authority.token_endpoint, "environment": made.authority.instance,
            "grant_type": "client_credentials",
            "response": {"token_type": "Bearer", "expires_in": 3599, "access_token": "t" * 1500}})
    random.shuffle(applications)
    return cache, applications


def seconds_per_call(calls, call):
    """In the best of seven rounds, after one that is not counted: what else the machine does only
    adds."""
    def one_round():
        begun = time.perf_counter()
        for number in range(calls):
            call(number)
        return (time.perf_counter() - begun) / calls

    one_round()
    return min(one_round() for _ in range(7))


def hit(tenants):
    _, applications = filled(tenants)

    def call(number):
        result = applications[number % tenants].acquire_token_for_client(canned.SCOPES)
        assert result["token_source"] == "cache"

    return seconds_per_call(20_000, call)


def miss(tenants):
    cache, applications = filled(tenants)
    queries = [{
        "client_id": canned.CLIENT_ID, "environment": made.authority.instance,
        "realm": made.authority.tenant, "home_account_id": None} for made in applications]

    def call(number):
        found = cache.search(
            cache.CredentialType.ACCESS_TOKEN, target=NOTHING, query=queries[number % tenants])
        assert not list(found)

    return seconds_per_call(max(20, 100_000 // tenants), call)


def first(tenants):
    cache, service = msal.TokenCache(), canned.CannedService()
    begun = time.perf_counter()
    for number in range(tenants):
        result = application(number, cache, service).acquire_token_for_client(canned.SCOPES)
        assert "access_token" in result
    return time.perf_counter() - begun


def sign(algorithm, bundle):
    from cryptography.hazmat.primitives.serialization import pkcs12
    with open(bundle, "rb") as file:
        key, _, _ = pkcs12.load_key_and_certificates(file.read(), b"interop")
    creator = JwtAssertionCreator(key, algorithm, sha256_thumbprint="00" * 32)
    audience = canned.authority(0) + "/oauth2/v2.0/token"
    return 1 / seconds_per_call(
        500, lambda _: creator.create_normal_assertion(audience, canned.CLIENT_ID))


what, *words = sys.argv[1:]
print({
    "hit": lambda: hit(int(words[0])), "miss": lambda: miss(int(words[0])),
    "first": lambda: first(int(words[0])), "sign": lambda: sign(*words)}[what]())
