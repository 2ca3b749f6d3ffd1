"""What no report may have in it, whatever its format, and what is left of a text in those for people."""

HARMFUL = set(range(0x202A, 0x202F)) | set(range(0x2066, 0x206A)) | {0x200E, 0x200F, 0x61C}
HIDDEN = HARMFUL | {0xAD, 0x180E, 0x200B, 0xFEFF} | set(range(0x2060, 0x2070)) | set(
    range(0xFFF9, 0xFFFC)) | set(range(0xFDD0, 0xFDF0)) | set(range(0xE0000, 0xE0080))
BLANKS = set("\t\n\v\f\r\x85\u2028\u2029")


def no_controls(name, text, allowed):
    bad = {ord(c) for c in text if (ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0) and c not in allowed}
    bad |= {ord(c) for c in text} & HARMFUL
    assert not bad, f"{name}: control characters {sorted(map(hex, bad))}"


def shown(text, maximum=2_000):
    """The text on one line, without what acts instead of being shown, cut where it is too long."""
    letters = [" " if c in BLANKS else c for c in text]
    letters = [c for c in letters if c == " " or not (
        ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or ord(c) in HIDDEN or ord(c) & 0xFFFE == 0xFFFE)]
    return "".join(letters[:maximum]) + ("…" if len(letters) > maximum else "")
