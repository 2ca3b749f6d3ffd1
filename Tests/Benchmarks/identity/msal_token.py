"""All that a process does with MSAL that wants one token: network|canned AUTHORITY CLIENT_ID
SECRET|BUNDLE."""

import sys

import msal

way, authority, client_id, credential = sys.argv[1:]
if credential.endswith(".pfx"):
    credential = {"private_key_pfx_path": credential, "passphrase": "interop"}
options = {"instance_discovery": False}
if way == "canned":
    import canned
    options["http_client"] = canned.CannedService()
result = msal.ConfidentialClientApplication(
    client_id, client_credential=credential, authority=authority, **options
).acquire_token_for_client(["https://graph.microsoft.com/.default"])
sys.exit(0 if "access_token" in result else str(result))
