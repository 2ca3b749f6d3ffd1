"""The units for systemd: its own verdict on them, and the program under the unit's own filters."""

import os
import pathlib
import re
import shutil
import sys

import confinement
from cases import end, has, line, said, skip, takes_options

# In tenths: what is left are the network, which is the job, and names that others may use too.
EXPOSURE = 14

credaudit, root, scratch = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
os.chdir(root)
units = sorted((root / "config/systemd").iterdir())
texts = {unit.name: unit.read_text() for unit in units}
service = texts["credaudit.service"]


def settings(name):
    return re.findall(rf"^{name}=(.*)$", service, re.MULTILINE)


program, *words = settings("ExecStart")[0].split()
line("the program is where README puts it", program == "/usr/local/bin/credaudit", program)
takes_options(credaudit, words, "/etc/credaudit/inventory.yaml", "audit")
if not has("systemd-analyze", "all that systemd says"):
    end()

# Nothing is installed on this machine: the program is put where it is, and the manual is not asked for.
for name, text in texts.items():
    (scratch / name).write_text(text.replace(program, credaudit))
os.environ["SYSTEMD_UNIT_PATH"] = f"{scratch}:"
for name in texts:
    code, text = said(["systemd-analyze", "verify", "--man=no", str(scratch / name)])
    line(f"verify {name}", (code, text) == (0, ""), text)
code, text = said(
    ["systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSURE}",
     str(scratch / "credaudit.service")])
line("security credaudit.service", code == 0, text.splitlines()[-1].strip("→ "))
broken = scratch / "broken.service"
broken.write_text("[Service]\nExecStart=/nowhere\nProtectSytem=strict\n")
line("a broken unit is found out", said(["systemd-analyze", "verify", str(broken)])[1] != "")

# The demo starts servers, clients, threads and a database: under the filters all of it must go well.
obstacle = confinement.obstacle()
if obstacle:
    skip("the demo under the unit's filters", obstacle)
    end()
calls = confinement.allowed_calls(settings("SystemCallFilter"))
families = settings("RestrictAddressFamilies")[0].split()
memory = settings("MemoryDenyWriteExecute") == ["yes"]
reports = scratch / "demo"
code, text = said(
    [credaudit, "demo", "--reports", str(reports)],
    preexec_fn=lambda: confinement.confine(calls, families, memory))
line(f"the demo with {len(calls)} calls and {len(families)} families of addresses", code == 0,
     text.splitlines()[-1] if text else "")
code, text = said(
    [shutil.which("python3"), "-c", "import os; os.sched_setaffinity(0, os.sched_getaffinity(0))"],
    preexec_fn=lambda: confinement.confine(calls, families, memory))
line("the filters hold", code != 0 and "PermissionError" in text,
     text.splitlines()[-1] if text else "it went through")
end()
