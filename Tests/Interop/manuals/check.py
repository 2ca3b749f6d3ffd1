"""Completions and manual page: as the program would make them now, and of use."""

import filecmp
import json
import pathlib
import re
import shutil
import subprocess
import sys

credaudit, root, scratch = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
failures = 0


def line(name, good, detail=""):
    global failures
    failures += not good
    print(f"{'ok  ' if good else 'FAIL'} {name}{f': {detail}' if detail else ''}", flush=True)


def said(*command):
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=root, timeout=60)
    return done.returncode, done.stdout.strip()


def has(program):
    if shutil.which(program):
        return True
    print(f"skip {program}: not installed", flush=True)
    return False


for name in "completions/credaudit.bash", "completions/_credaudit", "completions/credaudit.fish", "man/credaudit.1":
    here, made = root / "config" / name, scratch / "made" / name
    same = here.exists() and filecmp.cmp(here, made, shallow=False)
    line(f"config/{name} is as the program would make it", same, "" if same else "run .ci/make-manuals")

told = json.loads(said(credaudit, "--experimental-dump-help")[1])["command"]
commands = [command for command in told["subcommands"] if command["shouldDisplay"]]


def offered(argument):
    """What an argument of this kind of value has to offer in a shell, or None for anything."""
    value = argument.get("valueName", "")
    if argument["kind"] == "flag":
        return None
    if value in ("file", "folder"):
        return {"file": "file", "folder": "directory"}[value]
    # `I/N|auto` is a choice of forms: of these only the words can be offered.
    words = [word for word in value.split("|") if word.isalnum() and word == word.lower()]
    return words if "|" in value else None


page = (root / "config/man/credaudit.1").read_text()
poor, unsaid = [], []
for command in commands:
    chapter = page.split(f".Ss credaudit {command['commandName']}\n")[-1].split("\n.S")[0]
    for argument in command["arguments"]:
        if not argument["shouldDisplay"] or command["commandName"] == "help":
            continue
        named = (argument.get("preferredName") or {"name": argument.get("valueName")})["name"]
        wanted, kind = offered(argument), argument.get("completionKind") or {}
        is_there = kind.get("list", {}).get("values") == wanted if isinstance(wanted, list) else wanted in kind
        if wanted and not is_there:
            poor.append(f"{command['commandName']} {named}")
        if named not in ("help", "version") and named not in chapter:
            unsaid.append(f"{command['commandName']} {named}")
line("every choice, file and folder is completed", not poor, ", ".join(poor))
line("the page has every option", not unsaid, ", ".join(unsaid))


def codes(text, pattern):
    return sorted({int(code) for row in re.findall(pattern, text, re.MULTILINE) for code in re.findall(r"\d+", row)})


readme = (root / "README.md").read_text().split("### Exit codes")[1].split("\n###")[0]
ours = codes(page.split(".Sh EXIT STATUS")[1].split(".Sh")[0], r"^\.It (.*)$")
line("the page has README's exit codes", ours == codes(readme, r"^\| ([\d, ]+) \|"), str(ours))

CASES = [
    ("credaudit au", ["audit", "authority"]),
    ("credaudit audit --inv", ["--inventory"]),
    ("credaudit audit --fail-on ", ["critical", "never", "warning"]),
    ("credaudit report --format ", ["csv", "json", "table"]),
    ("credaudit explain expires-", ["expires-soon"]),
    ("credaudit validate --inventory config/inventory.", ["config/inventory.example.yaml"]),
]
completions = root / "config/completions"
line("bash -n", said("bash", "-n", str(completions / "credaudit.bash")) == (0, ""))
for typed, wanted in CASES:
    words = sorted(said("bash", sys.argv[4], str(completions / "credaudit.bash"), typed)[1].split())
    line(f"bash offers at '{typed}'", words == wanted, " ".join(words))
if has("fish"):
    line("fish -n", said("fish", "-n", str(completions / "credaudit.fish")) == (0, ""))
    for typed, wanted in CASES:
        rows = said("fish", "--no-config", "-c", f"source '{completions}/credaudit.fish'; complete -C '{typed}'")[1]
        words = sorted(row.split("\t")[0] for row in rows.splitlines())
        # fish offers files beside the words that fit.
        line(f"fish offers at '{typed}'", set(wanted) <= set(words), " ".join(words[:8]))
if has("zsh"):
    line("zsh -n", said("zsh", "-n", str(completions / "_credaudit")) == (0, ""))
    load = f"fpath=('{completions}' $fpath); autoload -Uz compinit; compinit -D -u; echo $_comps[credaudit]"
    line("zsh finds it for credaudit", said("zsh", "-f", "-c", load) == (0, "_credaudit"))

manual = str(root / "config/man/credaudit.1")
if has("mandoc"):
    rows = [row for row in said("mandoc", "-Tlint", "-Wwarning", manual)[1].splitlines() if "mandoc.db" not in row]
    line("mandoc has no warning", not rows, "; ".join(rows))
if has("man"):
    code, text = said("man", "--warnings=w", "--local-file", manual)
    line("man has no warning", code == 0 and "warning:" not in text, text[:200] if code else "")
    line("man shows an option", "--fail-on" in re.sub(".\b", "", text))
sys.exit(1 if failures else 0)
