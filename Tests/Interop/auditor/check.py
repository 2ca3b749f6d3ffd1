"""Runs credaudit on disks, with limits and in a network that no job should have to live with."""

import json
import os
import pathlib
import resource
import subprocess
import sys

credaudit = sys.argv[1]
scratch = pathlib.Path(sys.argv[2])
# So long may anything take before it counts as hung.
PATIENCE = 120
failures = 0


def line(name, good, detail):
    global failures
    failures += not good
    print(f"{'ok  ' if good else 'FAIL'} {name}: {detail}", flush=True)


def audit(world, folder, *options, inventory=None, limit=None, proxy=True):
    """The exit code, what was said, and the report where there is one."""
    facts = json.loads((scratch / world / "facts.json").read_text())
    environment = {"PATH": os.environ["PATH"], "SSL_CERT_FILE": facts["ca"]}
    if proxy:
        environment["HTTPS_PROXY"] = facts["proxy"]

    def limited():
        if limit:
            resource.setrlimit(resource.RLIMIT_NOFILE, limit)

    process = subprocess.run(
        [credaudit, "audit", "--inventory", str(inventory or facts["inventory"]),
         "--database", str(folder / "history.sqlite"), "--reports", str(folder / "reports"), *options],
        env=environment, capture_output=True, text=True, timeout=PATIENCE, preexec_fn=limited)
    report = folder / "reports/report.json"
    return (process.returncode, process.stdout + process.stderr,
            json.loads(report.read_text()) if report.exists() else None)


def codes(report):
    return [notice["code"] for notice in report["notices"]] if report else []


def hurried():
    """The inventory with more at once than anybody usually asks for."""
    facts = json.loads((scratch / "prompt/facts.json").read_text())
    usual = "concurrency: 64, per_host: 64"
    text = pathlib.Path(facts["inventory"]).read_text()
    assert usual in text
    inventory = pathlib.Path(facts["inventory"]).with_name("hurried.yaml")
    inventory.write_text(text.replace(usual, "concurrency: 256, per_host: 256"))
    return inventory


def once():
    """An inventory of one tenant, whose host is asked once."""
    inventory = scratch / "once.yaml"
    inventory.write_text("""\
version: 1
network: { retries: 0, timeout: 10s }
tenants:
  - name: tenant1
    authority: https://login.microsoftonline.com/00000000-0000-4000-8000-000000000001
    applications:
      - name: app
        client_id: 00000001-0000-4000-8000-000000000001
        credentials: [{ name: main, secret: { env: NOWHERE } }]
""")
    return inventory


def limits():
    inventory = hurried()
    for name, soft, hard, expected in (
            ("a low soft limit is raised", 64, 4096, []),
            ("a low hard limit", 200, 200, ["few-descriptors"]),
            ("a hard limit that leaves next to nothing", 64, 64, ["few-descriptors"])):
        folder = scratch / f"limit-{soft}-{hard}"
        folder.mkdir()
        status, said, report = audit("prompt", folder, inventory=inventory, limit=(soft, hard))
        own = [code for code in codes(report) if code != "tls-rewritten"]
        counts = report["summary"]["credentials"] if report else said[-400:]
        line(name, status == 0 and own == expected and counts["pass"] == 300,
             f"exit {status}, {own}, {report and report['auditor']['open_files']} files, "
             f"{report and report['auditor']['requests_in_flight']} in flight, "
             f"{report and counts['pass']} pass")


def disk(name, options):
    """A file system of its own, gone with this process."""
    folder = scratch / name
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)
    return folder


def fill(folder):
    with open(folder / "ballast", "wb", buffering=0) as ballast:
        try:
            while True:
                ballast.write(bytes(4096))
        except OSError:
            pass


def apart():
    # Nobody is reached from here: loopback is down, and there is no other way.
    folder = scratch / "no-network"
    folder.mkdir()
    for name, proxy, expected in (("no network", False, "dns-down"),
                                  ("no network, and a proxy in it", True, "network-down")):
        status, said, report = audit(
            "prompt", folder, proxy=proxy, inventory=once())
        own = codes(report)
        line(name, status == 3 and own == [expected] and "notice  " in said,
             f"exit {status}, {own}, dns: {report and report['auditor']['dns']}")

    folder = disk("small", "size=20m")
    status, said, report = audit("prompt", folder, inventory=once(), proxy=False)
    own = [code for code in codes(report) if code == "little-room"]
    line("a small disk", status == 3 and len(own) == 2 and report["run"]["complete"],
         f"exit {status}, {own}, {report and report['auditor']['store_room']}")

    folder = disk("few-inodes", "size=200m,nr_inodes=60")
    status, said, report = audit("prompt", folder, inventory=once(), proxy=False)
    own = [code for code in codes(report) if code == "little-room"]
    line("a disk with few inodes", status == 3 and len(own) == 2,
         f"exit {status}, {own}, {report and report['auditor']['store_room']}")

    # In each of these something would be asked for an hour, were it asked.
    folder = disk("full", "size=2m")
    fill(folder)
    status, said, _ = audit("stuck", folder)
    line("a full disk", status == 4 and "hint: " in said, f"exit {status}, {said.splitlines()[:1]}")

    folder = disk("full-reports", "size=2m")
    (folder / "reports").mkdir()
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder / "reports")], check=True)
    fill(folder / "reports")
    status, said, _ = audit("stuck", folder)
    line("a full disk for reports alone", status == 4 and "hint: make room" in said,
         f"exit {status}, {said.splitlines()[:1]}")

    folder = disk("full-later", "size=2m")
    audit("prompt", folder, "--offline", inventory=once())
    fill(folder)
    status, said, _ = audit("stuck", folder, "--reports", str(scratch / "elsewhere"))
    line("a history that cannot grow", status == 4 and "hint: " in said,
         f"exit {status}, {said.splitlines()[:1]}")

    folder = disk("read-only", "size=20m")
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    status, said, _ = audit("stuck", folder)
    line("a read-only disk", status == 4 and "hint: " in said,
         f"exit {status}, {said.splitlines()[:1]}")


{"limits": limits, "apart": apart}[sys.argv[3]]()
sys.exit(1 if failures else 0)
