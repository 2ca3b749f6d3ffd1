"""Asks for as many requests at once as an inventory may, and more hosts than descriptors, where the
process may open 256 files."""

import collections
import json
import pathlib
import resource
import subprocess
import sys

from history import History
from job import Claims, Job, World, end

credaudit, scratch = sys.argv[1], pathlib.Path(sys.argv[2])
claims = Claims()
world = World(scratch)
usual = "concurrency: 64, per_host: 64"
assert usual in world.text
world.text = world.text.replace(usual, "concurrency: 1024, per_host: 1024")
inventory = scratch / "hurried.yaml"
world.write_inventory(inventory, lambda number, text: text)


def run(soft, hard, inventory=inventory, world=world):
    job = Job(credaudit, world, scratch / f"files-{soft}-{hard}-{inventory.stem}", inventory)
    process = job.start(
        "audit", limit=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard)))
    return job, end(process)


for soft, hard, is_told in ((256, 256, True), (256, 4096, False), (130, 130, True)):
    job, status = run(soft, hard)
    name = f"{soft} files, {hard} at most"
    if not claims.that("the run ends well", status == 0, f"{name}: exit {status} {job.error()[-300:]}"):
        continue
    report = json.loads((job.reports / "report.json").read_text())
    codes = [notice["code"] for notice in report["notices"]]
    claims.that("it says of few files that there are few", ("few-descriptors" in codes) == is_told,
                f"{name}: {codes}")
    with History(job.database) as history:
        verdicts = history.verdicts(1)
    claims.that("every verdict is what it is with enough of them",
                verdicts == [(kind, "pass", world.tenants) for kind in ("authority", "credential")],
                f"{name}: {verdicts}")
    print(f"{name}: {report['auditor']['requests_in_flight']} requests at once", flush=True)

def openssl(*arguments):
    subprocess.run(["openssl", *arguments], check=True, capture_output=True, cwd=scratch)


HOSTS = 600
openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem",
        "-subj", "/CN=authority of many hosts", "-days", "2")
openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "hosts.key", "-out", "hosts.pem",
        "-subj", "/CN=hosts", "-addext", "subjectAltName=DNS:*.hosts.example", "-CA", "ca.pem",
        "-CAkey", "ca.key", "-days", "2", "-addext", "basicConstraints=critical,CA:FALSE")
many = scratch / "many.yaml"
many.write_text("version: 1\nnetwork: { retries: 0, concurrency: 1024 }\ntenants:\n" + "".join(f"""\
  - name: tenant{number}
    authority: https://host{number}.hosts.example
    kind: oidc
    applications: []
""" for number in range(HOSTS)))
server = subprocess.Popen(
    [sys.executable, pathlib.Path(__file__).with_name("many_hosts.py"), "hosts.pem", "hosts.key"],
    cwd=scratch, stdout=subprocess.PIPE, text=True,
    # It keeps a connection for every host, whatever the job does.
    preexec_fn=lambda: resource.setrlimit(
        resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2))
try:
    port = int(server.stdout.readline())
    world.facts = {**world.facts, "proxy": f"http://127.0.0.1:{port}", "ca": str(scratch / "ca.pem")}
    for hard in 256, 2048:
        job, status = run(256, hard, many)
        report = json.loads((job.reports / "report.json").read_text())
        found = collections.Counter(
            finding["code"] for authority in report["authorities"]
            for finding in authority["findings"] if finding["check"] == "authority.discovery")
        claims.that("each of many hosts is reached, and judged by what it said",
                    (status, found) == (1, {"not-found": HOSTS}), f"at {hard}: exit {status} {found}")
finally:
    server.kill()
    server.wait()
claims.end()
