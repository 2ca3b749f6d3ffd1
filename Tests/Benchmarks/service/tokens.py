"""The service's keys, the document that publishes them, and tokens as Microsoft Graph has them."""

import base64
import datetime
import hashlib
import json

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID

# As many as Entra publishes at a time, near enough; one of them signs.
KEYS = 5
LIFETIME = datetime.timedelta(hours=23)


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def number(value):
    return encoded(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def compact(value):
    return encoded(json.dumps(value, separators=(",", ":")).encode())


def self_signed(name, key, now, days=200):
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    return (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject)
        .public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=days)).sign(key, hashes.SHA256()))


class TokenService:
    """Signs with the first of its keys; everything else is what a client sees of it."""

    def __init__(self, now):
        self.now = now
        self.keys = [rsa.generate_private_key(65537, 2048) for _ in range(KEYS)]
        self.published = [self.description(key) for key in self.keys]

    def description(self, key):
        certificate = self_signed("accounts.accesscontrol.windows.net", key, self.now)
        der = certificate.public_bytes(serialization.Encoding.DER)
        name = encoded(certificate.fingerprint(hashes.SHA1()))
        numbers = key.public_key().public_numbers()
        return {
            "kty": "RSA", "use": "sig", "kid": name, "x5t": name, "n": number(numbers.n),
            "e": number(numbers.e), "x5c": [base64.b64encode(der).decode()]}

    def key_set(self):
        return json.dumps({"keys": self.published})

    def answer(self, origin, tenant, client, serial):
        """The token endpoint's answer. What is signed has the digest of the header's nonce in the
        nonce's place, which is Graph's way."""
        start = int(self.now.timestamp()) - 60
        end = start + int(LIFETIME.total_seconds())
        name = self.published[0]["kid"]
        nonce = encoded(hashlib.sha256(f"nonce {serial}".encode()).digest())
        header = {"typ": "JWT", "nonce": nonce, "alg": "RS256", "x5t": name, "kid": name}
        covered = dict(header, nonce=encoded(hashlib.sha256(nonce.encode()).digest()))
        claims = compact({
            "aud": "https://graph.microsoft.com", "iss": f"{origin}/{tenant}/", "iat": start,
            "nbf": start, "exp": end, "aio": "k2RgYAg" + nonce[:40], "app_displayname": "job",
            "appid": client, "appidacr": "1", "idp": f"{origin}/{tenant}/", "idtyp": "app",
            "oid": client, "rh": "1.AAAA" + nonce[:30],
            "roles": ["User.Read.All", "Group.Read.All", "Directory.Read.All"], "sub": client,
            "tenant_region_scope": "EU", "tid": tenant, "uti": nonce[:22], "ver": "1.0",
            "wids": ["0997a1d0-0d1d-4acb-b408-d5ca73121e90"], "xms_ftd": nonce + nonce,
            "xms_idrel": "7 4", "xms_tcdt": 1700000000})
        signature = self.keys[0].sign(
            f"{compact(covered)}.{claims}".encode(), padding.PKCS1v15(), hashes.SHA256())
        return json.dumps({
            "token_type": "Bearer", "expires_in": end - start, "ext_expires_in": end - start,
            "access_token": f"{compact(header)}.{claims}.{encoded(signature)}"})
