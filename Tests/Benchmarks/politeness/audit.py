"""Audits a simulator's tenants within the limits of a world.

    audit.py WORLD CREDAUDIT FOLDER
"""

import json
import pathlib
import re
import sys

import measurement
from limits import LIMITS

world, credaudit, folder = sys.argv[1:]
folder = pathlib.Path(folder)
facts = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
inventory = pathlib.Path(facts["inventory"])
wanted = ", ".join(f"{name}: {value}" for name, value in LIMITS[world].items())
text, count = re.subn(
    r"^network: .*$", f"network: {{ {wanted} }}", inventory.read_text(encoding="utf-8"),
    flags=re.MULTILINE)
if count != 1:
    sys.exit("the inventory has no network of its own to change")
inventory.write_text(text, encoding="utf-8")
measurement.say(f"politeness, {world}")
measurement.run([
    credaudit, "audit", "--inventory", inventory, "--quiet", "--database", folder / "history.sqlite",
    "--reports", folder / "reports"],
    environment={"HTTPS_PROXY": facts["proxy"], "SSL_CERT_FILE": facts["ca"]},
    on=set(measurement.ALL_CORES))
