"""A service's SystemCallFilter=, RestrictAddressFamilies= and MemoryDenyWriteExecute=, without systemd
as the first process: put on by libseccomp just before a program starts."""

import ctypes
import ctypes.util
import errno
import re
import socket
import subprocess

ALLOW = 0x7FFF0000
REFUSE = 0x00050000 | errno.EPERM
SET_NO_NEW_PRIVILEGES, SET_MEMORY_DENY_WRITE_EXECUTE = 38, 65


class Comparison(ctypes.Structure):
    """`struct scmp_arg_cmp` of <seccomp.h>."""

    _fields_ = [
        ("argument", ctypes.c_uint), ("operation", ctypes.c_int), ("first", ctypes.c_uint64),
        ("second", ctypes.c_uint64)]


def library():
    return ctypes.CDLL("libseccomp.so.2", use_errno=True)


def obstacle():
    """Why programs cannot be confined here, where they cannot."""
    try:
        library()
    except OSError:
        return "libseccomp2 is not installed"
    return None


def groups():
    """systemd's groups of system calls, by name."""
    listing = subprocess.run(
        ["systemd-analyze", "syscall-filter", "--no-pager"], capture_output=True, text=True,
        check=True).stdout
    found, group = {}, None
    for row in listing.splitlines():
        word = row.strip()
        if row.startswith("@"):
            group = found.setdefault(word, set())
        elif not word or word.startswith("#"):
            group = group if word else None
        elif group is not None:
            group.add(word)
    return found


def expanded(word, known):
    if not word.startswith("@"):
        return {word}
    return set().union(*(expanded(inner, known) for inner in known[word]))


def allowed_calls(filters):
    """What the lines of SystemCallFilter= leave, as systemd.exec(5) has it: the first allows."""
    known, allowed = groups(), set()
    for filter_ in filters:
        words = re.sub("^~", "", filter_).split()
        calls = set().union(*(expanded(word, known) for word in words))
        allowed = allowed - calls if filter_.startswith("~") else allowed | calls
    # systemd lets these through whatever is said: without them nothing can be started or ended.
    return allowed | expanded("@default", known)


def confine(calls, families, denies_write_execute):
    """Puts the filters on this process and all that it becomes."""
    seccomp, libc = library(), ctypes.CDLL(None, use_errno=True)
    seccomp.seccomp_init.restype = ctypes.c_void_p
    rules = ctypes.c_void_p(seccomp.seccomp_init(ctypes.c_uint32(REFUSE)))
    for call in sorted(calls - {"socket"}):
        number = seccomp.seccomp_syscall_resolve_name(call.encode())
        # Calls of other architectures have no number here.
        if number >= 0:
            must(seccomp.seccomp_rule_add(rules, ctypes.c_uint32(ALLOW), number, 0))
    number = seccomp.seccomp_syscall_resolve_name(b"socket")
    for family in families:
        only = (Comparison * 1)(Comparison(0, 4, getattr(socket, family), 0))  # 4 is "equal"
        must(seccomp.seccomp_rule_add_array(rules, ctypes.c_uint32(ALLOW), number, 1, only))
    must(libc.prctl(SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0))
    if denies_write_execute:
        # Linux 6.3 and newer; older ones go without.
        libc.prctl(SET_MEMORY_DENY_WRITE_EXECUTE, 1, 0, 0, 0)
    must(seccomp.seccomp_load(rules))


def must(result):
    if result != 0:
        raise OSError(abs(result), "the filter cannot be put on")
