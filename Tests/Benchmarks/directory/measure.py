"""Reads a prepared directory with `credaudit import` and with requests, in turn.

    measure.py CREDAUDIT FOLDER SERVER
"""

import json
import pathlib
import sys

import measurement
from measurement import at_most, median

credaudit, folder, server = sys.argv[1:]
folder, server = pathlib.Path(folder), measurement.Server(server)
pull = json.loads((folder / "pull.json").read_text(encoding="ascii"))
count, pages = pull["count"], pull["pages"]
asked = {"credaudit": 0, "requests": 0}


def lines():
    log = folder / "asked.log"
    return log.read_bytes().count(b"\n") if log.exists() else 0


def counted(name, use):
    before = lines()
    used = server.share_during(use)
    asked[name] = lines() - before
    return used


def ours():
    used = measurement.run(
        [credaudit, "import", "--tenant", "contoso", "--inventory", folder / "inventory.yaml"],
        {"HTTPS_PROXY": pull["proxy"], "SSL_CERT_FILE": pull["ca"], "READER_SECRET": "s"}, keeps=True)
    # The reader's own secret may be one that is declared already.
    drafted = used.output.count("# to be filled in")
    if drafted not in (2 * count, 2 * count - 1):
        sys.exit(f"{drafted} credentials were drafted")
    used.output = ""
    return used


def theirs():
    used = measurement.run(
        [sys.executable, pathlib.Path(__file__).parent / "requests_side.py", folder / "pull.json"],
        keeps=True)
    if used.output.split() != [str(count), str(count), str(2 * count)]:
        sys.exit(f"requests found {used.output}")
    return used


seen = measurement.in_turn({
    "credaudit": lambda: counted("credaudit", ours), "requests": lambda: counted("requests", theirs)})
ours, theirs = seen["credaudit"], seen["requests"]
results = measurement.Results("directory")
name = f"directory of {count} applications × 2 credentials"
# The three lists, and one page each of what was deleted, of the tenant's rules and of those for single
# applications. Both counts are asked for beside them: a list that ends early is not the whole.
least = 3 * pages + 3
results.row(
    f"{name}, requests to Graph", str(asked["credaudit"]), f"the least number of pages, {least}",
    asked["credaudit"] / least, at_most(1.1))
results.row(
    f"{name}, CPU", f"{median(ours, 'cpu'):.2f} s", f"requests {median(theirs, 'cpu'):.2f} s",
    median(theirs, "cpu") / median(ours, "cpu"), None)
results.row(
    f"{name}, peak memory", f"{median(ours, 'peak'):.0f} MiB",
    f"requests {median(theirs, 'peak'):.0f} MiB", median(ours, "peak"), at_most(150, "MiB"), digits=0)
results.note(
    f"Medians of {measurement.REPETITIONS} runs each, in turn, of whole processes: credaudit "
    f"{median(ours, 'wall'):.2f} s (token, lists, every certificate parsed, the draft written), requests "
    f"{median(theirs, 'wall'):.2f} s in {asked['requests']} requests. The server's core was busy for "
    f"{median(ours, 'server_share'):.0%} and {median(theirs, 'server_share'):.0%} of the time.")
results.finish()
