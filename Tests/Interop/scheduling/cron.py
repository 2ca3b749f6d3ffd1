"""The file for cron: its syntax by cron itself, and its line as cron would run it."""

import os
import pathlib
import re
import shlex
import sys

from cases import end, has, line, said, takes_options

credaudit, root, scratch = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
os.chdir(root)
file = root / "config/cron/credaudit"
jobs = [row for row in file.read_text().splitlines() if re.match(r"[*0-9]", row)]
*times, user, command = jobs[0].split(None, 6)
line("one job, of the user credaudit", (len(jobs), user) == (1, "credaudit"), f"{len(jobs)} of {user}")

# cron's own check is for the tables of single users, which name none.
if has("crontab", "syntax"):
    table = scratch / "crontab"
    table.write_text(file.read_text().replace(jobs[0], " ".join([*times, command])))
    for option in "-T", "-n":  # newer and older versions of Debian's cron
        code, text = said(["crontab", option, str(table)])
        if "invalid option" not in text:
            break
    line("syntax", code == 0, text.splitlines()[-1] if text else "")

words = shlex.split(command.split("$(")[1].split("2>&1")[0])
takes_options(credaudit, words[1:], "/etc/credaudit/inventory.yaml", "audit")

# As cron does it: \% is a per cent sign, the rest is the shell's. Its places are moved to here.
assert not re.search(r"(?<!\\)%", command)
script = command.replace("\\%", "%")
for place, here in [
        ("/var/lib/credaudit", scratch / "var"), ("/etc/credaudit", scratch / "etc"),
        ("/usr/local/bin/credaudit", scratch / "program")]:
    script = script.replace(place, str(here))
program = scratch / "program"

# What its head says to do first, on a machine that has neither folder; users are not made here.
steps = re.findall(r"^#   (install .*)$", file.read_text(), re.MULTILINE)
for step in steps:
    for place, here in ("/var/lib/credaudit", scratch / "var"), ("/etc/credaudit", scratch / "etc"):
        step = step.replace(place, str(here))
    code, text = said(shlex.split(re.sub(" -[og] credaudit", "", step)))
    line(f"{step.split()[-1].removeprefix(str(scratch))} can be made as its head says", code == 0, text)
for folder in "var", "etc":
    (scratch / folder).mkdir(exist_ok=True)


def run(code, environment):
    program.write_text(f'#!/bin/sh\necho "secret $BILLING_SECRET in $PWD"; echo why >&2; exit {code}\n')
    program.chmod(0o755)
    (scratch / "etc/environment").unlink(missing_ok=True)
    if environment:
        (scratch / "etc/environment").write_text(environment)
    return said(["/bin/sh", "-c", script], env={"PATH": "/usr/bin:/bin"})


settings = "BILLING_SECRET='50% of $HOME'\n"
line("a good night says nothing", run(0, settings) == (0, ""), run(0, settings)[1])
for code in 1, 3, 75:
    text = run(code, settings)[1]
    wanted = f"exit code {code}\nsecret 50% of $HOME in {scratch}/var\nwhy"
    line(f"a night that ends with {code} is told whole", text == wanted, text.replace("\n", " | "))
code, text = run(0, None)
line("a night without its variables is told", code != 0 and "environment" in text, text)
end()
