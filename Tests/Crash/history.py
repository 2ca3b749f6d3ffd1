"""What a history says, asked by another SQLite than the job's."""

import contextlib
import shutil
import sqlite3

ENDINGS = ("", "-wal")


def copy(database, to):
    """What the disk holds now: the file and its log, without what processes share in memory."""
    for ending in (*ENDINGS, "-shm"):
        to.with_name(to.name + ending).unlink(missing_ok=True)
    for ending in ENDINGS:
        if database.with_name(database.name + ending).exists():
            shutil.copyfile(
                database.with_name(database.name + ending), to.with_name(to.name + ending))


class History:
    def __init__(self, path):
        self.connection = sqlite3.connect(path)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()

    def rows(self, sql, *arguments):
        return self.connection.execute(sql, arguments).fetchall()

    def damage(self):
        """Empty where there is none."""
        with contextlib.suppress(sqlite3.OperationalError):
            found = self.rows("PRAGMA integrity_check")
            loose = self.rows("PRAGMA foreign_key_check")
            return ([] if found == [("ok",)] else found) + loose
        return ["it cannot be read"]

    def is_made(self):
        """A job that is killed early enough leaves a file without tables."""
        return bool(self.rows("SELECT 1 FROM sqlite_schema WHERE name = 'run'"))

    def runs(self):
        """id, run, state, complete, finished_at; oldest first."""
        return self.rows("SELECT id, run, state, complete, finished_at FROM run ORDER BY id")

    def observed(self, run):
        return self.rows("SELECT count(*) FROM observation WHERE run_id = ?", run)[0][0]

    def verdicts(self, run):
        return self.rows(
            "SELECT iif(credential_description_id IS NULL, 'authority', 'credential'), verdict, count(*)"
            " FROM observation WHERE run_id = ? AND change <> 'gone' GROUP BY 1, 2 ORDER BY 1, 2", run)

    def changes(self, run):
        return dict(self.rows(
            "SELECT change, count(*) FROM observation WHERE run_id = ? GROUP BY 1", run))

    def standings(self):
        """Of each subject what holds whenever and however often it was looked at."""
        return self.rows(
            "SELECT subject.kind, tenant, application, credential, verdict, code, gone_at IS NOT NULL"
            " FROM subject JOIN standing ON standing.subject_id = subject.id ORDER BY 1, 2, 3, 4")

    def gone(self):
        return self.rows("SELECT count(*) FROM standing WHERE gone_at IS NOT NULL")[0][0]

    def false_standings(self):
        """Subjects whose standing is not what their observations, read one after another, tell."""
        told = {}
        for subject, at, verdict, change in self.connection.execute(
                "SELECT subject_id, started_at, verdict, change FROM observation"
                " JOIN run ON run.id = observation.run_id ORDER BY subject_id, run_id"):
            if change == "gone":
                continue
            first, since, failing, passed, streak, last = told.get(
                subject, (at, at, None, None, 0, None))
            if verdict != last:
                since, streak = at, 0
            failing = None if verdict == "pass" else failing if failing is not None else at
            passed = at if verdict == "pass" else passed
            told[subject] = (first, since, failing, passed, streak + 1, verdict)
        false = []
        seen = 0
        for subject, *kept in self.connection.execute(
                "SELECT subject_id, first_seen_at, since, failing_since, last_passed_at, streak, verdict"
                " FROM standing JOIN subject ON subject.id = subject_id"):
            seen += 1
            if told.get(subject) != tuple(kept):
                false.append((subject, kept, told.get(subject)))
        if seen != len(told):
            false.append(f"{len(told)} were looked at, {seen} have a standing")
        return false

    def fingerprint(self, *tables):
        return [self.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables]
