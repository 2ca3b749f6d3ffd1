"""A service without a network, for MSAL: it has an answer before it is asked. The same answers as
those of CannedService.swift."""

import json

HOST = "https://login.microsoftonline.com"
SCOPES = ["https://graph.microsoft.com/.default"]
CLIENT_ID = "8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4"


class Answer:
    def __init__(self, body):
        self.status_code = 200
        self.headers = {"Content-Type": "application/json"}
        self.text = json.dumps(body)

    def raise_for_status(self):
        pass


GRANTED = Answer({
    "token_type": "Bearer", "expires_in": 3599, "ext_expires_in": 3599,
    "access_token": "t" * 1500})


class CannedService:
    def get(self, url, **_):
        root = f"{HOST}/{url.split('/')[3]}"
        return Answer({
            "issuer": f"{root}/v2.0", "token_endpoint": f"{root}/oauth2/v2.0/token",
            "authorization_endpoint": f"{root}/oauth2/v2.0/authorize",
            "jwks_uri": f"{root}/discovery/v2.0/keys",
            "cloud_instance_name": "microsoftonline.com",
            "msgraph_host": "graph.microsoft.com", "tenant_region_scope": "NA"})

    def post(self, url, **_):
        return GRANTED

    def close(self):
        pass


def authority(number):
    return f"{HOST}/00000000-0000-4000-8000-{number:012x}"
