"""Tasks with the simulator's facts in them, and the environment in which they are done."""

import hashlib
import json
import pathlib
import ssl
import string


def facts(world):
    found = json.loads((world / "facts.json").read_text(encoding="utf-8"))
    der = ssl.PEM_cert_to_DER_cert(pathlib.Path(found["certificate"]).read_text(encoding="utf-8"))
    return found | {
        "thumbprint": hashlib.sha1(der).hexdigest().upper(),
        "bundle_pfx": str(world / "bundle.pfx"), "encrypted_key": str(world / "encrypted.key")}


def filled(value, found):
    """A value with each $name in its texts replaced by the fact of that name."""
    if isinstance(value, str):
        return string.Template(value).substitute(found)
    if isinstance(value, list):
        return [filled(element, found) for element in value]
    if isinstance(value, dict):
        return {name: filled(member, found) for name, member in value.items()}
    return value


def tasks(path, world):
    written = json.loads(path.read_text(encoding="utf-8"))
    found = facts(world)
    return [filled(written["defaults"] | task, found) for task in written["tasks"]]


def environment(world):
    found = facts(world)
    return {
        "HTTPS_PROXY": found["proxy"], "SSL_CERT_FILE": found["ca"],
        "REQUESTS_CA_BUNDLE": found["ca"],
        # MSAL asks the machine's metadata service otherwise, for as long as that does not answer.
        "REGION_NAME": "westus2"}
