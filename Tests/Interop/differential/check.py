"""Lays what two programs ask of one simulator side by side, and holds the differences to a list."""

import fnmatch
import json
import os
import pathlib
import subprocess
import sys

import facts
import reading

here = pathlib.Path(__file__).parent
world, ours, theirs = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
wanted = sys.argv[4:]
tasks = facts.tasks(here / "tasks.json", world)
allowed = json.loads((here / "differences.json").read_text(encoding="utf-8"))
journal = (world / "requests.jsonl").open(encoding="utf-8")


class Program:
    """One of the two programs, which does a task for each line that it gets."""

    def __init__(self, command, environment):
        self.name = command[-1]
        self.process = subprocess.Popen(
            command, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def do(self, task):
        """What came of a task's steps, and the requests that were made for them."""
        try:
            print(json.dumps(task), file=self.process.stdin, flush=True)
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            sys.exit(f"{self.name} ended in the task '{task['name']}'")
        # A request is in the journal before its answer is sent.
        requests = [json.loads(entry) for entry in journal]
        return reading.fields(json.loads(line), requests)

    def end(self):
        self.process.stdin.close()
        return self.process.wait()


def fits(entry, difference):
    def matches(name):
        pattern, value = entry[name], difference[name]
        return value is None if pattern is None else (
            value is not None and fnmatch.fnmatchcase(value, pattern))

    return (difference["task"] in entry.get("tasks", [difference["task"]])
            and all(matches(name) for name in ("where", "ours", "theirs")))


def shown(difference):
    return (f"{difference['where']}: ours {json.dumps(difference['ours'])}, "
            f"theirs {json.dumps(difference['theirs'])}")


environment = dict(os.environ, **facts.environment(world))
programs = [
    Program([ours], environment), Program([sys.executable, theirs], environment)]
seen = [0] * len(allowed)
failures = 0
for task in tasks:
    if wanted and task["name"] not in wanted:
        continue
    mine, others = (program.do(task) for program in programs)
    unexplained, count = [], 0
    for difference in reading.differences(task["name"], mine, others):
        count += 1
        reasons = [number for number, entry in enumerate(allowed) if fits(entry, difference)]
        for number in reasons:
            seen[number] += 1
        if len(reasons) != 1:
            unexplained.append(f"     {len(reasons)} reasons for {shown(difference)}")
    failures += bool(unexplained)
    print(f"{'FAIL' if unexplained else 'ok  '} {task['name']}: "
          f"{len(mine)} and {len(others)} fields, {count} differences")
    for line in unexplained:
        print(line)
for program in programs:
    if program.end():
        failures += 1
        print(f"FAIL {program.name} did not end well")
if not wanted:
    for entry in (entry for entry, times in zip(allowed, seen) if not times):
        failures += 1
        print(f"FAIL a difference that is listed was not seen: {shown(entry)}")
    print(f"{len(tasks)} tasks; {len(allowed)} differences are listed, seen {sum(seen)} times")
sys.exit(1 if failures else 0)
