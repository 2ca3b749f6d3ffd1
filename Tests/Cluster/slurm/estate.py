"""Writes the inventory of one of three nights over the simulator's tenants: two with one kind of trouble or
another in most of them, and one on which all is in order.

    estate.py SIMULATOR-FOLDER first|second|calm INVENTORY
"""

import datetime
import pathlib
import sys

import yaml

world, night, file = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], pathlib.Path(sys.argv[3]).resolve()
second, calm = night == "second", night == "calm"
inventory = yaml.safe_load((world / "inventory.yaml").read_text())
today = datetime.datetime.now(datetime.UTC).date()


def write(name, secret):
    """The reference to a new file of a secret."""
    place = file.parent / name
    place.write_text(secret)
    place.chmod(0o600)
    return {"file": str(place)}


def spoil(tenant, kind):
    """Makes of a tenant that is in order one of the kind."""
    application = tenant["applications"][0]
    credential = application["credentials"][0]
    if kind == "refused":
        credential["secret"] = write(f"wrong-{tenant['name']}", f"wr0ng~but-of-the-usual-form.{tenant['name']}\n")
    elif kind == "unreadable":
        credential["secret"] = {"file": str(file.parent / "nobody-wrote-this")}
    elif kind == "ends soon":
        credential["expires"] = today + datetime.timedelta(days=20)
    elif kind == "ends at once":
        credential["expires"] = today + datetime.timedelta(days=3)
    elif kind == "ended on paper":
        credential["expires"] = today - datetime.timedelta(days=3)
    elif kind == "another tenant's id":
        tenant["tenant_id"] = "99999999-0000-4000-8000-000000000099"
    elif kind == "borrowed":
        credential["secret"] = {"file": str(world / "secrets/tenant8-app1-1")}
    elif kind == "common":
        tenant["authority"] = "https://login.microsoftonline.com/common"
        del tenant["tenant_id"]


KINDS = ["refused", "unreadable", "ends soon", "ends at once", "ended on paper", "another tenant's id", "borrowed",
         None, "common", None]
tenants = []
for number, tenant in enumerate(inventory["tenants"], start=1):
    application = tenant["applications"][0]
    credential = application["credentials"][0]
    secret = world / credential["secret"]["file"]
    credential["secret"] = {"file": str(secret)}
    tenant["tags"] = ["prod"] if number % 3 else ["test"]
    application["owner"] = f"team{number % 4}@contoso.example"
    if not calm:
        # On the second night half of them have moved on to the next kind: some are mended, some are worse.
        spoil(tenant, KINDS[(number - 1 + (second and number > 20)) % len(KINDS)])
    if number == 8:
        # Rotated from a variable to a file, by the second night.
        credential["secret"] = write("rotated", secret.read_text()) if second or calm else {"env": "TENANT8_SECRET"}
    if number == 10 and night != "first":
        tenant["name"] = "tenant10-renamed"
    if number == (20 if night == "first" else 18):
        continue
    tenants.append(tenant)
inventory["tenants"] = tenants
inventory["production_tags"] = ["prod"]
until = today + datetime.timedelta(days=60)


def answer(tenant, check, until):
    return {"match": {"tenant": tenant, "check": check}, "reason": "known", "owner": "jo@contoso.example",
            "until": until}


inventory["suppressions"] = [] if calm else [
    answer("tenant1", "credential.acquisition", until),
    answer("tenant1?", "credential.expiry", today + datetime.timedelta(days=5)),
    answer("nobody", "credential.expiry", until),
    answer("tenant30", "credential.expiry", today - datetime.timedelta(days=5))]
file.write_text(yaml.safe_dump(inventory, sort_keys=False))
