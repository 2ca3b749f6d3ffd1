"""Prepares a tenant of many applications in a folder: the pages that nginx answers, an inventory whose
one application reads them, and pull.json, which says the same to another client.

    prepare.py FOLDER PORT PROXY_PORT APPLICATIONS
"""

import base64
import datetime
import json
import os
import pathlib
import sys
import uuid

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "service"))
import tokens  # noqa: E402

LONGEST_PAGE = 999
# Each certificate is one of so many: to make 50,000 would take longer than to read them.
CERTIFICATES = 300
LOGIN, GRAPH = "https://login.microsoftonline.com", "https://graph.microsoft.com"

folder, port, proxy_port, count = pathlib.Path(sys.argv[1]), *map(int, sys.argv[2:])
folder.mkdir(parents=True)
folder = folder.resolve()
now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)


def identifier(kind, serial):
    return str(uuid.UUID(int=0x1000_4000_8000_0000_0000_0000 | kind << 116 | serial))


def moment(days, fraction=""):
    return (now + datetime.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%S") + fraction + "Z"


def write(name, text):
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="ascii")


def tls():
    def name(text):
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])

    def certificate(subject, key, signer, extension):
        return (
            x509.CertificateBuilder().subject_name(name(subject))
            .issuer_name(name("benchmark authority")).public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=30))
            .add_extension(extension, critical=isinstance(extension, x509.BasicConstraints))
            .sign(signer, hashes.SHA256()).public_bytes(serialization.Encoding.PEM).decode())

    authority, server = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    write("ca.pem", certificate(
        "benchmark authority", authority, authority, x509.BasicConstraints(ca=True, path_length=None)))
    hosts = [x509.DNSName(url.removeprefix("https://")) for url in (LOGIN, GRAPH)]
    write("server.pem", certificate("server", server, authority, x509.SubjectAlternativeName(hosts)))
    write("server.key", server.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption()).decode())


def certificates():
    """Base64 of the certificate and of its SHA-1 thumbprint, and when it ends."""
    key = rsa.generate_private_key(65537, 2048)
    for serial in range(CERTIFICATES):
        days = 40 + serial
        made = tokens.self_signed(f"application {serial}", key, now, days)
        yield (
            base64.b64encode(made.public_bytes(serialization.Encoding.DER)).decode(),
            base64.b64encode(made.fingerprint(hashes.SHA1())).decode(), moment(days))


def application(serial, certificate):
    der, thumbprint, end = certificate
    return {
        "id": identifier(3, serial), "appId": identifier(2, serial),
        "displayName": f"application {serial}", "createdDateTime": moment(-400, ".2742618"),
        "deletedDateTime": None, "disabledByMicrosoftStatus": None, "isDisabled": None,
        "keyCredentials": [{
            "customKeyIdentifier": thumbprint, "displayName": f"CN=application {serial}",
            "endDateTime": end, "key": der, "keyId": identifier(5, serial),
            "startDateTime": moment(-1), "type": "AsymmetricX509Cert", "usage": "Verify"}],
        "passwordCredentials": [{
            "customKeyIdentifier": None, "displayName": "deployment",
            "endDateTime": moment(40 + serial % 600, ".3086381"), "hint": "x~Q",
            "keyId": identifier(6, serial), "secretText": None,
            "startDateTime": moment(-100, ".3086381")}],
        "owners": [{
            "@odata.type": "#microsoft.graph.user", "id": identifier(7, serial % 500),
            "displayName": f"Owner {serial % 500}", "mail": f"owner{serial % 500}@contoso.example",
            "userPrincipalName": f"owner{serial % 500}@contoso.example"}]}


def principal(serial):
    return {
        "id": identifier(4, serial), "appId": identifier(2, serial),
        "displayName": f"application {serial}", "accountEnabled": True,
        "appOwnerOrganizationId": tenant, "servicePrincipalType": "Application",
        "preferredSingleSignOnMode": None, "preferredTokenSigningKeyThumbprint": None,
        "keyCredentials": [], "passwordCredentials": []}


def pages(path, first, token, entries):
    """Writes a collection page by page, each with a link to the next one."""
    entries = iter(entries)
    starts = range(0, count, LONGEST_PAGE)
    for number, start in enumerate(starts, 1):
        page = {
            "@odata.context": f"{GRAPH}/v1.0/$metadata#{path}",
            "value": [next(entries) for _ in range(min(LONGEST_PAGE, count - start))]}
        if number < len(starts):
            page["@odata.nextLink"] = f"{GRAPH}/v1.0/{path}?$skiptoken={token}{number + 1}"
        name = first if number == 1 else f"{token}{number}"
        write(f"pages/v1.0/{path}/{name}.json", json.dumps(page, separators=(",", ":")))


tenant, reader = identifier(1, 0), identifier(2, 0)
tls()
service = tokens.TokenService(now)
write("keys.json", service.key_set())
answer = json.loads(service.answer("https://sts.windows.net", tenant, reader, 0))
write("token.json", json.dumps(answer))
root = f"{LOGIN}/{tenant}"
write("discovery.json", json.dumps({
    "token_endpoint": f"{root}/oauth2/v2.0/token", "jwks_uri": f"{root}/discovery/v2.0/keys",
    "issuer": f"{root}/v2.0", "authorization_endpoint": f"{root}/oauth2/v2.0/authorize",
    "device_authorization_endpoint": f"{root}/oauth2/v2.0/devicecode",
    "token_endpoint_auth_methods_supported": [
        "client_secret_post", "private_key_jwt", "client_secret_basic"],
    "id_token_signing_alg_values_supported": ["RS256"], "response_types_supported": ["code"],
    "subject_types_supported": ["pairwise"], "tenant_region_scope": "EU",
    "cloud_instance_name": "microsoftonline.com", "msgraph_host": "graph.microsoft.com"}))

made = list(certificates())
pages("applications", "first", "applications",
      (application(serial, made[serial % CERTIFICATES]) for serial in range(count)))
pages("applications", "federations1", "federations",
      ({"id": identifier(3, serial), "federatedIdentityCredentials": []} for serial in range(count)))
pages("servicePrincipals", "first", "principals", map(principal, range(count)))
write("pages/v1.0/directory/deletedItems/microsoft.graph.application/first.json", '{"value":[]}')
write("pages/v1.0/policies/defaultAppManagementPolicy/first.json", json.dumps({
    "isEnabled": False,
    "applicationRestrictions": {"passwordCredentials": [], "keyCredentials": []},
    "servicePrincipalRestrictions": {"passwordCredentials": [], "keyCredentials": []}}))
write("pages/v1.0/policies/appManagementPolicies/first.json", '{"value":[]}')

# Only the machine is to be the limit, not the courtesy that real hosts are owed.
write("inventory.yaml", f"""version: 1
network: {{ per_host: 64, rate: 10000/s, instance_discovery: false }}
tenants:
  - name: contoso
    authority: {root}
    tenant_id: {tenant}
    directory: {{ as: reader/main, watch: all }}
    applications:
      - name: reader
        client_id: {reader}
        credentials:
          - {{ name: main, secret: {{ env: READER_SECRET }} }}
""")
write("pull.json", json.dumps({
    "count": count, "pages": -(-count // LONGEST_PAGE), "ca": str(folder / "ca.pem"),
    "proxy": f"http://127.0.0.1:{proxy_port}", "token_endpoint": f"{root}/oauth2/v2.0/token",
    "client_id": reader, "graph": f"{GRAPH}/v1.0"}))
write("nginx.conf", "")
filled = (pathlib.Path(__file__).parent / "nginx.conf").read_text(encoding="ascii")
for name, value in {
        # nginx's workers give up the rights that the folder asks for.
        "USER": "user root;" if os.getuid() == 0 else "", "FOLDER": folder, "PORT": port,
        "COUNT": count}.items():
    filled = filled.replace(f"@{name}@", str(value))
write("nginx.conf", filled)
