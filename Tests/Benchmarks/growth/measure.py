"""Audits the beginning of a prepared estate, in several sizes in turn.

    measure.py CREDAUDIT FOLDER SERVER CREDENTIALS…
"""

import pathlib
import sys

import audits
import measurement
from measurement import at_most, median

credaudit, folder, server, *sizes = sys.argv[1:]
folder, server = pathlib.Path(folder), measurement.Server(server)
sizes = sorted(map(int, sizes))


def inventory(credentials):
    """The first tenants of the whole inventory, beside it."""
    tenants = credentials // 10
    head, *rest = (folder / "inventory.yaml").read_text(encoding="ascii").split("  - name: tenant")
    file = folder / f"inventory-{credentials}.yaml"
    file.write_text("  - name: tenant".join([head, *rest[:tenants]]), encoding="ascii")
    return file


def audit(credentials):
    file = inventory(credentials)
    return lambda: audits.first(credaudit, file, folder, server, credentials)


seen = measurement.in_turn({f"{size} credentials": audit(size) for size in sizes})
cost = {
    size: median(seen[f"{size} credentials"], "cpu") / size * 1000 for size in sizes}
wall = {
    size: median(seen[f"{size} credentials"], "wall") / size * 1000 for size in sizes}
largest = f"{sizes[-1]} credentials"
results = measurement.Results("growth")
for what, each in (("CPU", cost), ("time", wall)):
    # The first size has the start of the process in it, and is what the others are laid beside.
    apart = (max(each.values()) / min(each.values()) - 1) * 100
    results.row(
        f"{what} for a credential, {' → '.join(map(str, sizes))}",
        " → ".join(f"{each[size]:.3f}" for size in sizes) + " ms", "itself", apart,
        at_most(15, "% apart"), digits=0)
results.row(
    f"peak memory, {largest}", f"{median(seen[largest], 'peak'):.0f} MiB",
    " → ".join(f"{median(uses, 'peak'):.0f}" for uses in seen.values()) + " MiB",
    median(seen[largest], "peak"), at_most(250, "MiB"), digits=0)
results.note(
    f"Medians of {measurement.REPETITIONS} runs each, in turn, ten credentials in each tenant. The "
    f"server's core was busy for {median(seen[largest], 'server_share'):.0%} of the time.")
results.finish()
