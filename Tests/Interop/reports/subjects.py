"""What the other reports have to agree with report.json on."""

BAD = ("critical", "unknown", "warning")


def name(subject):
    if "credential" in subject:
        return "/".join(subject[part] for part in ("tenant", "application", "credential"))
    return f"{subject['tenant']}/authority"


def all_of(report):
    return report["authorities"] + report["credentials"]


def bad_findings(subject):
    return [finding for finding in subject["findings"] if finding["verdict"] in BAD]


def open_findings(subject):
    return [finding for finding in bad_findings(subject) if not finding["suppressed"]]


def is_whole(report):
    """Whether the run proves anything at all."""
    return report["run"]["complete"] and bool(all_of(report))
