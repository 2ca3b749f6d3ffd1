"""The script that the pods of Kubernetes' indexed job run, with its places moved to here: all pods at once."""

import json
import os
import pathlib
import subprocess
import sys

import yaml

from cases import end, line

credaudit, root, scratch = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
facts = json.loads((scratch.parent / "world/facts.json").read_text())
objects = list(yaml.safe_load_all((root / "config/kubernetes/indexed-job.yaml").read_text()))
script = next(thing for thing in objects if thing["kind"] == "ConfigMap")["data"]["run.sh"]
PARTS = 8
shared = scratch / "shared"
shared.mkdir()
broken = scratch / "broken.yaml"
broken.write_text("version: 1\ntenants: nobody\n")


def start(group, index, inventory, patience):
    local = scratch / f"{group}-{index}"
    local.mkdir()
    text = script
    for place, here in [
            ("/var/lib/credaudit", local), ("/srv/credaudit", shared), ("/usr/local/bin/credaudit", credaudit),
            ("/etc/credaudit/inventory/inventory.yaml", inventory)]:
        assert place in text
        text = text.replace(place, str(here))
    (local / "run.sh").write_text(text)
    environment = {
        "PATH": os.environ["PATH"], "HTTPS_PROXY": facts["proxy"], "SSL_CERT_FILE": facts["ca"],
        "JOB_COMPLETION_INDEX": str(index), "CREDAUDIT_SHARD_COUNT": str(PARTS), "CREDAUDIT_SHARD_GROUP": group,
        "CREDAUDIT_PATIENCE": str(patience)}
    return subprocess.Popen(["/bin/sh", local / "run.sh"], env=environment, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True)


def night(group, pods=range(PARTS + 1), broken_part=None, patience=3600):
    """What each pod ended with, and what the last one said; nobody waits as long as the patience is."""
    started = [start(group, index, broken if index == broken_part else facts["inventory"], patience)
               for index in pods]
    said = [process.communicate(timeout=300)[0] for process in started]
    return [process.returncode for process in started], said[-1]


def report():
    return json.loads((shared / "reports/report.json").read_text())


def changes():
    return {subject["change"] for subject in report()["credentials"]}


codes, said = night("credaudit-1")
line("all pods at once", codes == [0] * 9, f"exit codes {codes}{'' if codes[-1] == 0 else ' ' + said}")
line("its report", report()["run"]["complete"] and len(report()["credentials"]) == facts["tenants"],
     f"{len(report()['credentials'])} credentials, complete {report()['run']['complete']}")
line("a first night", changes() == {"first_seen"}, changes())

codes, said = night("credaudit-2", broken_part=3)
line("a part whose inventory is wrong", codes == [0, 0, 0, 2, 0, 0, 0, 0, 3], f"exit codes {codes}")
line("its report is incomplete, and names the part", not report()["run"]["complete"] and "part 4 is missing" in said, "part 4 is missing")
line("what was seen is compared with the night before", changes() == {"unchanged"}, changes())

codes, said = night("credaudit-3", pods=[0, 1, 2, 4, 5, 6, 7, 8], patience=20)
line("a part that was lost", codes == [0] * 7 + [3] and "part 4 is missing" in said, f"exit codes {codes}")

codes, said = night("credaudit-4", pods=[8], patience=0)
line("no part at all", codes == [3] and "no part" in said, said.strip())

left = sorted(str(path.relative_to(shared)) for path in shared.rglob("*") if path.is_file()
              and path.parent.name != "reports" and path.suffix not in (".sqlite", ".failed"))
line("nothing half written or open is left", left == [], ", ".join(left))
end()
