"""Secrets and certificates, as many as there are applications, each its own."""

import itertools
import random
import string

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

import tokens

LETTERS = string.ascii_letters + string.digits + "~._-"


def secrets(count, folder):
    """Files with a secret each, in Entra's form."""
    folder.mkdir()
    for serial in range(count):
        file = folder / f"{serial}.txt"
        write(file, f"{random.choices(string.digits)[0]}8Q~{''.join(random.choices(LETTERS, k=34))}\n")
        yield {"secret": str(file)}


def certificates(count, folder, now):
    """Files with a certificate and with its key, RSA of 2048 bits.

    To search new primes for each of ten thousand keys would take a quarter of an hour; any two of a
    few are a key too, and different from all others, which is enough for what is only timed."""
    folder.mkdir()
    numbers, pairs = [], 0
    while pairs < count:
        drawn = rsa.generate_private_key(65537, 2048).private_numbers()
        pairs += 2 * len(numbers) + 1
        numbers += [drawn.p, drawn.q]
    for serial, (p, q) in enumerate(itertools.islice(itertools.combinations(numbers, 2), count)):
        key = joined(p, q)
        file, secret = folder / f"{serial}.pem", folder / f"{serial}.key"
        write(file, tokens.self_signed(f"job {serial}", key, now).public_bytes(
            serialization.Encoding.PEM).decode())
        write(secret, key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption()).decode())
        yield {"certificate": str(file), "key": str(secret)}


def joined(p, q):
    exponent = 65537
    private = pow(exponent, -1, (p - 1) * (q - 1))
    return rsa.RSAPrivateNumbers(
        p, q, private, rsa.rsa_crt_dmp1(private, p), rsa.rsa_crt_dmq1(private, q),
        rsa.rsa_crt_iqmp(p, q), rsa.RSAPublicNumbers(exponent, p * q)
    ).private_key(unsafe_skip_rsa_key_validation=True)


def write(file, text):
    file.write_text(text, encoding="ascii")
    file.chmod(0o600)
