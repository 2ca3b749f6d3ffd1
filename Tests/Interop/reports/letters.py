"""What no report may have in it, whatever its format."""

HARMFUL = set(range(0x202A, 0x202F)) | set(range(0x2066, 0x206A)) | {0x200E, 0x200F, 0x61C}


def no_controls(name, text, allowed):
    bad = {ord(c) for c in text if (ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0) and c not in allowed}
    bad |= {ord(c) for c in text} & HARMFUL
    assert not bad, f"{name}: control characters {sorted(map(hex, bad))}"
