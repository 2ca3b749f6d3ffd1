"""What the three parts share: lines for cases, and the end."""

import shutil
import subprocess
import sys

failures = 0


def line(name, good, detail=""):
    global failures
    failures += not good
    print(f"{'ok  ' if good else 'FAIL'} {name}{f': {detail}' if detail else ''}", flush=True)


def skip(name, reason):
    print(f"skip {name}: {reason}", flush=True)


def has(program, name):
    """Whether a program is installed; where it is not, the case is skipped."""
    if shutil.which(program):
        return True
    skip(name, f"{program} is not installed")
    return False


def said(command, **more):
    """The exit code, and what was written to both streams."""
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300, **more)
    return done.returncode, done.stdout.strip()


def takes_options(credaudit, arguments, inventory, name):
    """Whether the program takes the options of a scheduled command line: it plans, and sends nothing."""
    words = [word if word != inventory else "config/inventory.example.yaml" for word in arguments]
    words = [word.replace(f"={inventory}", "=config/inventory.example.yaml") for word in words]
    code, text = said([credaudit, *words, "--plan"])
    line(f"{name}: the options are known", code == 0, text.splitlines()[-1] if code else "")


def end():
    sys.exit(1 if failures else 0)
