"""Prepares a service of many tenants in a folder: what nginx answers, what an inventory says of it,
and estate.json, which says the same to other clients.

    prepare.py FOLDER PORT TENANTS [--applications COUNT] [--proof secret|certificate]
               [--workers COUNT]
"""

import argparse
import datetime
import json
import os
import pathlib
import uuid

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

import proofs
import tokens

SCOPE = "https://graph.microsoft.com/.default"


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("port", type=int)
    parser.add_argument("tenants", type=int)
    parser.add_argument("--applications", type=int, default=1)
    parser.add_argument("--proof", choices=["secret", "certificate"], default="secret")
    parser.add_argument("--workers", type=int, default=1)
    return parser.parse_args()


def discovery(origin):
    """The OpenID configuration, with nginx's $1 for the tenant."""
    root = f"{origin}/$1"
    return json.dumps({
        "token_endpoint": f"{root}/oauth2/v2.0/token",
        "token_endpoint_auth_methods_supported": [
            "client_secret_post", "private_key_jwt", "client_secret_basic", "self_signed_tls_client_auth"],
        "jwks_uri": f"{root}/discovery/v2.0/keys",
        "response_modes_supported": ["query", "fragment", "form_post"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
        "scopes_supported": ["openid", "profile", "email", "offline_access"],
        "issuer": f"{root}/v2.0", "request_uri_parameter_supported": False,
        "userinfo_endpoint": "https://graph.microsoft.com/oidc/userinfo",
        "authorization_endpoint": f"{root}/oauth2/v2.0/authorize",
        "device_authorization_endpoint": f"{root}/oauth2/v2.0/devicecode",
        "http_logout_supported": True, "frontchannel_logout_supported": True,
        "end_session_endpoint": f"{root}/oauth2/v2.0/logout",
        "claims_supported": [
            "sub", "iss", "cloud_instance_name", "cloud_instance_host_name",
            "cloud_graph_host_name", "msgraph_host", "aud", "exp", "iat", "auth_time", "acr",
            "nonce", "preferred_username", "name", "tid", "ver", "at_hash", "c_hash", "email"],
        "kerberos_endpoint": f"{root}/kerberos", "tenant_region_scope": "EU",
        "cloud_instance_name": "microsoftonline.com",
        "cloud_graph_host_name": "graph.windows.net", "msgraph_host": "graph.microsoft.com",
        "rbac_url": "https://pas.windows.net"})


def identifier(kind, serial):
    return str(uuid.UUID(int=0x1000_4000_8000_0000_0000_0000 | kind << 116 | serial))


def tls(folder, now):
    """An authority and its certificate for localhost."""
    def certificate(name, key, issuer, signer, extension):
        return (
            x509.CertificateBuilder()
            .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
            .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
            .public_key(key.public_key()).serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=30))
            .add_extension(extension, critical=isinstance(extension, x509.BasicConstraints))
            .sign(signer, hashes.SHA256()).public_bytes(serialization.Encoding.PEM).decode())

    authority, server = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    proofs.write(folder / "ca.pem", certificate(
        "benchmark authority", authority, "benchmark authority", authority,
        x509.BasicConstraints(ca=True, path_length=None)))
    proofs.write(folder / "server.pem", certificate(
        "localhost", server, "benchmark authority", authority,
        x509.SubjectAlternativeName([x509.DNSName("localhost")])))
    proofs.write(folder / "server.key", server.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption()).decode())


def reference(proof, end):
    """A credential as the inventory has it. Only a certificate tells its end itself."""
    if "secret" in proof:
        return f"secret: {{ file: {proof['secret']} }}, expires: {end}"
    return f"certificate: {{ file: {proof['certificate']}, key: {proof['key']} }}"


def main():
    wanted = arguments()
    now = datetime.datetime.now(datetime.timezone.utc)
    folder, origin = wanted.folder.resolve(), f"https://localhost:{wanted.port}"
    (folder / "tokens").mkdir(parents=True)
    service = tokens.TokenService(now)
    tls(folder, now)
    (folder / "keys.json").write_text(service.key_set(), encoding="ascii")

    count = wanted.tenants * wanted.applications
    if wanted.proof == "secret":
        made = proofs.secrets(count, folder / "secrets")
    else:
        made = proofs.certificates(count, folder / "certificates", now)
    end = (now + datetime.timedelta(days=200)).date()
    # Only the machine is to be the limit, not the courtesy that real hosts are owed.
    inventory = [
        "version: 1", f"defaults: {{ owner: benchmark@contoso.example, scopes: [{SCOPE}] }}",
        "network: { concurrency: 64, per_host: 64, rate: 10000/s, ca_bundle: ca.pem }", "tenants:"]
    estate = []
    for position in range(wanted.tenants):
        tenant = identifier(1, position)
        inventory += [
            f"  - name: tenant{position}", f"    authority: {origin}/{tenant}", "    kind: entra",
            f"    tenant_id: {tenant}", "    applications:"]
        for application in range(wanted.applications):
            serial = position * wanted.applications + application
            client, proof = identifier(2, serial), next(made)
            answer = service.answer(origin, tenant, client, serial)
            (folder / f"tokens/{client}.json").write_text(answer, encoding="ascii")
            inventory += [
                f"      - name: app{application}", f"        client_id: {client}",
                "        credentials:", f"          - {{ name: primary, {reference(proof, end)} }}"]
            estate.append({"authority": f"{origin}/{tenant}", "client_id": client} | proof)
    (folder / "inventory.yaml").write_text("\n".join(inventory) + "\n", encoding="ascii")
    (folder / "estate.json").write_text(json.dumps(estate), encoding="ascii")

    filled = (pathlib.Path(__file__).parent / "nginx.conf").read_text(encoding="ascii")
    for name, value in {
            # nginx's workers give up the rights that the folder asks for.
            "USER": "user root;" if os.getuid() == 0 else "", "FOLDER": folder,
            "WORKERS": wanted.workers, "PORT": wanted.port, "DISCOVERY": discovery(origin)}.items():
        filled = filled.replace(f"@{name}@", str(value))
    (folder / "nginx.conf").write_text(filled, encoding="ascii")


main()
