"""The manifests for Kubernetes: their schema, the inventory, and the files as the kubelet mounts them."""

import base64
import os
import pathlib
import re
import shutil
import subprocess
import sys

import kubernetes_validate
import yaml
import yamllint.config
import yamllint.linter

from cases import end, line, said, skip, takes_options

credaudit, root, scratch = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
os.chdir(root)
STYLE = "{extends: default, rules: {line-length: {max: 120}, comments: {min-spaces-from-content: 1}}}"
# https://kubernetes.io/docs/concepts/security/pod-security-standards/, "Restricted".
VOLUMES = {"configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"}


def wrong(thing, version):
    try:
        kubernetes_validate.validate(thing, version, strict=True)
    except kubernetes_validate.ValidationError as error:
        return f"{thing['kind']}: {error.message}"
    return None


def manifest(name):
    """The objects of a manifest by their kinds, after all that holds for both."""
    text = (root / "config/kubernetes" / name).read_text()
    problems = list(yamllint.linter.run(text, yamllint.config.YamlLintConfig(STYLE)))
    line(f"{name}: yamllint", not problems, "; ".join(f"{problem.line}: {problem.desc}" for problem in problems))
    objects = list(yaml.safe_load_all(text))
    kinds = {thing["kind"]: thing for thing in objects}
    # The oldest that the manifest is said to be for, and the newest that there is a schema of.
    oldest = re.search(r"Kubernetes \(([\d.]+) or newer\)", text).group(1)
    for version in oldest, kubernetes_validate.latest_version():
        found = [problem for thing in objects if (problem := wrong(thing, version))]
        line(f"{name}: {len(objects)} objects by the schema of {version}", not found, "; ".join(found))
    line(f"{name}: a wrong key is found out",
         wrong({**kinds["CronJob"], "spec": {"shedule": ""}}, oldest) is not None)

    pod = kinds["CronJob"]["spec"]["jobTemplate"]["spec"]["template"]["spec"]
    container = pod["containers"][0]
    version = said([credaudit, "--version"])[1]
    line(f"{name}: the image is this version's", container["image"].endswith(f":{version}"), container["image"])
    line(f"{name}: every volume is mounted", {mount["name"] for mount in container["volumeMounts"]} == {
        volume["name"] for volume in pod["volumes"]})
    context, rights = pod["securityContext"], container["securityContext"]
    asked = {
        "runAsNonRoot": context.get("runAsNonRoot") is True, "runAsUser": context.get("runAsUser") != 0,
        "seccompProfile": context["seccompProfile"]["type"] in ("RuntimeDefault", "Localhost"),
        "allowPrivilegeEscalation": rights["allowPrivilegeEscalation"] is False,
        "capabilities": rights["capabilities"] == {"drop": ["ALL"]},
        "volumes": all(volume.keys() - {"name"} <= VOLUMES for volume in pod["volumes"]),
        "host": not any(key.startswith("host") for key in pod)}
    line(f"{name}: what the restricted standard asks for", all(asked.values()),
         ", ".join(key for key in asked if not asked[key]))
    return kinds


kinds, parts = manifest("cronjob.yaml"), manifest("indexed-job.yaml")
job = kinds["CronJob"]["spec"]["jobTemplate"]["spec"]
pod = job["template"]["spec"]
container = pod["containers"][0]
inventory = kinds["ConfigMap"]["data"]["inventory.yaml"]
takes_options(credaudit, container["command"][1:], "/etc/credaudit/inventory/inventory.yaml", "audit")
deadline = 60 * int(yaml.safe_load(inventory)["network"]["deadline"].rstrip("m"))
line("the job's end comes after the run's", job["activeDeadlineSeconds"] > deadline,
     f"{job['activeDeadlineSeconds']} s after {deadline} s")
mounted = {mount["name"]: mount["mountPath"] for mount in container["volumeMounts"]}

# The job of many pods, which shares objects with the other.
many = parts["CronJob"]["spec"]["jobTemplate"]["spec"]
set_by = {variable["name"]: variable.get("value") for variable in many["template"]["spec"]["containers"][0]["env"]}
line("one pod more than there are parts",
     many["completions"] == many["parallelism"] == int(set_by["CREDAUDIT_SHARD_COUNT"]) + 1, many["completions"])
line("the run's end, then the merge's, then the job's",
     deadline < int(set_by["CREDAUDIT_PATIENCE"]) < many["activeDeadlineSeconds"],
     f"{deadline}, {set_by['CREDAUDIT_PATIENCE']}, {many['activeDeadlineSeconds']} s")
line("it takes the other's place", parts["CronJob"]["metadata"] == kinds["CronJob"]["metadata"])
known = {thing["metadata"]["name"] for thing in [*kinds.values(), *parts.values()]} | {"credaudit-secrets"}
asked_for = set(re.findall(r"(?:claimName|secretName|serviceAccountName|configMap:\s+name): (\S+)", (
    root / "config/kubernetes/indexed-job.yaml").read_text()))
line("what it refers to is in one of the two", asked_for <= known, ", ".join(sorted(asked_for - known)))

# The files of a pod, below a folder: what the inventory names is there, and nothing else is needed.
pod_root = scratch / "pod"
KEY = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "200", "-subj", "/CN=billing",
       "-keyout", "-", "-out", "-"]
CONTENTS = {
    "billing-primary": b"Abc8Q~a-secret-of-the-usual-length-and-form\n",
    "billing.pem": subprocess.run(KEY, capture_output=True, check=True).stdout,
    "azure-identity-token": b".".join(
        base64.urlsafe_b64encode(part).rstrip(b"=")
        for part in (b'{"alg":"RS256","typ":"JWT"}', b'{"exp":4102444800,"sub":"system"}', b"signature"))}
named = re.findall(r"file: (\S+)", inventory)
line("the inventory names only files that are mounted",
     {os.path.dirname(path) for path in named} == {mounted["secrets"], mounted["entra-token"]}, ", ".join(named))
moved = inventory.replace("file: /", f"file: {pod_root}/")
USER = GROUP = pod["securityContext"]["fsGroup"]


def mount(place, names, owner, mode):
    """A volume as the kubelet lays it out: links into a folder that is exchanged as a whole."""
    folder = pod_root / place.strip("/")
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "..data").mkdir(parents=True)
    for name, contents in names.items():
        real = folder / "..data" / name
        real.write_bytes(contents)
        real.chmod(mode)
        if os.geteuid() == 0:
            os.chown(real, owner, GROUP)
        (folder / name).symlink_to(f"..data/{name}")
    return folder


def judged(owner, mode):
    """What `validate` says in a pod whose secrets have this owner and these permissions."""
    mount(mounted["secrets"], {name: CONTENTS[name] for name in ("billing-primary", "billing.pem")}, owner, mode)
    mount(mounted["entra-token"], {"azure-identity-token": CONTENTS["azure-identity-token"]}, owner, mode)
    place = mount(mounted["inventory"], {"inventory.yaml": moved.encode()}, 0, 0o644)
    code, text = said([*as_pod, str(program), "validate", "--inventory", str(place / "inventory.yaml")])
    return code, sorted(set(re.findall(r"file-\w[-\w]*", text))), text


as_pod, program = [], pathlib.Path(credaudit)
if os.geteuid() != 0:
    code, codes, text = judged(os.geteuid(), 0o400)
    line("the inventory is valid", (code, codes) == (0, []), text)
    skip("what the kubelet's permissions are judged as", "only root can give files to others")
    end()
# Another user is to get at them: the folders above are this run's own.
for folder in scratch, scratch.parent:
    folder.chmod(0o711)
program = pathlib.Path(shutil.copy(credaudit, scratch / "credaudit"))
as_pod = ["setpriv", f"--reuid={USER}", f"--regid={GROUP}", "--clear-groups", "--no-new-privs"]
for name, owner, mode, wanted in [
        ("as in the manifest: root's, lent to the pod's group", 0, 0o440, []),
        ("with runAsUser: the federated token is the user's, and its group's", USER, 0o640,
         ["file-readable-by-others"]),
        ("without defaultMode and fsGroup: everybody's", 0, 0o644, ["file-readable-by-others"]),
        ("without fsGroup: root's alone", 0, 0o400, ["file-not-permitted"])]:
    code, codes, text = judged(owner, mode)
    line(f"{name} ({mode:04o})", codes == wanted and code == (3 if "file-not-permitted" in codes else 0),
         f"exit {code}, {', '.join(codes) or 'no finding'}")
end()
