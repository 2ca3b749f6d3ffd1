"""Turns outcomes and requests into named fields, and random values into their form."""

import base64
import difflib
import hashlib
import json
import re

UUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b")
# What the simulator's own ids look like; they are facts and not random.
FIXED = re.compile(r"^00001a7[ef]-")


class Names:
    """Names for random values, by the order in which they are given: the same one is used twice where
    the same value is."""

    def __init__(self, values):
        self.given = {}
        for value in values:
            self.given.setdefault(value, f"<uuid {len(self.given) + 1}>")

    def named(self, text):
        def name(match):
            if FIXED.match(match[0]):
                return match[0]
            return self.given.get(match[0], "<uuid of no token request>")

        return UUID.sub(name, text)


def decoded(text):
    """The bytes of base64 in either alphabet, padded or not, with line breaks or not."""
    plain = text.strip("=\n").replace("\n", "").replace("-", "+").replace("_", "/")
    return base64.b64decode(plain + "=" * (-len(plain) % 4))


def moment(number, now):
    """How a time is written, and how far from the request it is."""
    kind = "a fraction" if isinstance(number, float) else "whole"
    # Some seconds go by between signing and sending, and more where an assertion is used again.
    distance = 60 * round((number - now) / 60) if isinstance(number, (int, float)) else number
    return f"{kind}, {distance:+} s" if isinstance(distance, int) else json.dumps(number)


def header(members):
    """The members of an assertion's header: what a digest or certificate is, and how it is written."""
    for name, value in members.items():
        if name in ("x5t", "x5t#S256"):
            yield name, decoded(value).hex()
            yield f"{name} form", "padded" if "=" in value else "not padded"
        elif name == "x5c":
            for position, text in enumerate(value, 1):
                digest = hashlib.sha256(decoded(text)).hexdigest()
                yield f"x5c {position}", f"certificate {digest}"
                yield f"x5c {position} form", "with line breaks" if "\n" in text else "one line"
        else:
            yield name, text_of(value)


def claims(members, now):
    for name, value in members.items():
        yield name, moment(value, now) if name in ("iat", "nbf", "exp") else text_of(value)


def text_of(value):
    return value if isinstance(value, str) else json.dumps(value, sort_keys=True)


def request_fields(request):
    yield "method", request["method"]
    yield "host", request["host"]
    yield "path", request["path"]
    for part in ("query", "form"):
        for name, value in request[part]:
            # JSON is compared as a value, not by the blanks in it.
            yield f"{part} {name}", (
                text_of(json.loads(value)) if name == "claims" else value)
    for name, value in request["headers"]:
        # A number of bytes follows from the form.
        yield f"header {name.lower()}", (
            "a number" if name.lower() == "content-length" and value.isdigit() else value)
    if "assertion" in request:
        for name, value in header(request["assertion"]["header"]):
            yield f"assertion header {name}", value
        for name, value in claims(request["assertion"]["claims"], request["at"]):
            yield f"assertion claim {name}", value


def outcome_fields(outcome):
    for name, value in outcome.items():
        if name == "token":
            body = json.loads(decoded(value.split(".")[1]))
            for claim in ("aud", "tid", "appid", "azp", "client_id"):
                if claim in body:
                    yield f"token {claim}", body[claim]
        elif name == "expires_in":
            # It goes down while a task is done.
            yield name, "an hour" if 3540 <= value <= 3600 else text_of(value)
        else:
            yield name, text_of(value)


def fields(outcomes, requests):
    """The fields of each request and outcome, requests first: (kind, {field: value})."""
    # Token requests are told apart from others, because not both sides give those an id.
    ids = Names(
        value for request in requests if request["endpoint"] == "token"
        for name, value in request["headers"] if name.lower() == "client-request-id")
    assertions = Names(
        request["assertion"]["claims"].get("jti") for request in requests
        if "assertion" in request)
    listed = [(request["endpoint"], request_fields(request)) for request in requests]
    listed += [("outcome", outcome_fields(outcome)) for outcome in outcomes]
    return [(kind, collected(pairs, ids, assertions)) for kind, pairs in listed]


def collected(pairs, ids, assertions):
    found = {}
    for name, value in pairs:
        # A name that stands twice is a field of its own.
        while name in found:
            name += " again"
        found[name] = (assertions if name == "assertion claim jti" else ids).named(value)
    return found


def differences(task, ours, theirs):
    """Every field that is not the same on both sides; a request that one side lacks is one."""
    keys = [[(kind, summary(found)) for kind, found in side] for side in (ours, theirs)]
    matcher = difflib.SequenceMatcher(a=keys[0], b=keys[1], autojunk=False)
    for tag, begin, end, other_begin, other_end in matcher.get_opcodes():
        if tag == "equal":
            for (kind, mine), (_, other) in zip(ours[begin:end], theirs[other_begin:other_end]):
                for name in sorted(mine.keys() | other.keys()):
                    if mine.get(name) != other.get(name):
                        yield {"task": task, "where": f"{kind} {name}",
                               "ours": mine.get(name), "theirs": other.get(name)}
        else:
            for kind, mine in ours[begin:end]:
                yield {"task": task, "where": f"{kind} request", "ours": summary(mine),
                       "theirs": None}
            for kind, other in theirs[other_begin:other_end]:
                yield {"task": task, "where": f"{kind} request", "ours": None,
                       "theirs": summary(other)}


def summary(found):
    return " ".join(found.get(name, "") for name in ("method", "host", "path")).strip()
