"""Runs the deployed template with the SAM CLI against the suite that runs on this machine.

Usage: sam_local.py ENVIRONMENT ROUTE
ENVIRONMENT is a JSON file in the SAM CLI's own format, {"Parameters": {NAME: VALUE}}: what the functions are told, their
endpoints at host.docker.internal. Writes .aws-sam/local.yaml, invokes every function of template.yaml with each of its events
(events/NAME.json and events/NAME-*.json for NameFunction) and asks `sam local start-api` for ROUTE, which needs no token.
Ends with status 1 at the first answer that is an error.
"""

import json
import platform
import re
import shlex
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from samcli.yamlhelper import yaml_dump, yaml_parse

TEMPLATE = Path(".aws-sam/local.yaml")
ARCHITECTURE = {"x86_64": "x86_64", "amd64": "x86_64"}.get(platform.machine().lower(), "arm64")
READY_SECONDS = 60


def functions(template):
    return {
        name: resource
        for name, resource in template["Resources"].items()
        if resource["Type"] == "AWS::Serverless::Function"
    }


def write_template(environment):
    """The template, with the endpoints declared: the SAM CLI passes no variable that a template does not name."""
    template = yaml_parse(Path("template.yaml").read_text())
    variables = template["Globals"]["Function"]["Environment"]["Variables"]
    for name in environment["Parameters"]:
        variables.setdefault(name, "")
    for function in functions(template).values():
        function["Properties"]["CodeUri"] = "../" + function["Properties"]["CodeUri"]
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_text(yaml_dump(template))
    return template


def options(environment_file):
    return [
        "--template", str(TEMPLATE), "--env-vars", str(environment_file), "--region", "eu-west-3",
        "--parameter-overrides", f"Architecture={ARCHITECTURE}", "--skip-pull-image",
        # Docker Desktop knows this name by itself, the engine of Linux only when told.
        "--add-host", "host.docker.internal:host-gateway",
    ]  # fmt: skip


def events_of(function):
    name = re.sub("Function$", "", function).lower()
    found = [path for path in [Path(f"events/{name}.json"), *sorted(Path("events").glob(f"{name}-*.json"))] if path.exists()]
    if not found:
        sys.exit(f"sam-local: no file in events/ for {function}")
    return found


def fault(answer):
    """Why an answer is an error, or nothing. The SAM CLI's own status is 0 when a function failed."""
    try:
        value = json.loads(answer)
    except ValueError:
        return "the answer is no JSON"
    if not isinstance(value, dict):
        return None
    if "errorMessage" in value or "errorType" in value:
        return f"{value.get('errorType')}: {value.get('errorMessage')}"
    if value.get("statusCode", 200) >= 500:
        return f"status {value['statusCode']}"
    return None


def invoke(function, event, environment_file):
    began = time.monotonic()
    command = ["sam", "local", "invoke", function, "--event", str(event), *options(environment_file)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    wrong = f"sam ended with status {run.returncode}" if run.returncode else fault(run.stdout)
    if wrong:
        sys.exit(f"{run.stderr}\n{run.stdout}\nsam-local: {function} with {event}: {wrong}")
    print(f"sam local invoke {function} -e {event}: {run.stdout.strip()[:120]} ({time.monotonic() - began:.1f} s)", flush=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(url):
    try:
        with urllib.request.urlopen(url, timeout=READY_SECONDS) as answer:
            return answer.status, answer.headers.get_content_type(), len(answer.read())
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers.get_content_type(), len(refused.read())


def ask_api(route, environment_file):
    """Serves the template's HTTP API with sam local start-api, and asks for one route that needs no token."""
    port = free_port()
    command = ["sam", "local", "start-api", "--port", str(port), "--warm-containers", "LAZY", *options(environment_file)]
    log = TEMPLATE.with_name("start-api.log")
    with log.open("w") as output, subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT) as api:
        try:
            wait_for(port, api, log)
            status, kind, length = get(f"http://127.0.0.1:{port}{route}")
        finally:
            api.terminate()
    if status != 200:
        sys.exit(f"{log.read_text()}\nsam-local: start-api answered {status} to GET {route}")
    print(f"sam local start-api, GET {route}: {status} {kind}, {length} bytes", flush=True)


def wait_for(port, process, log):
    limit = time.monotonic() + READY_SECONDS
    while time.monotonic() < limit:
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit(f"{log.read_text()}\nsam-local: start-api is not ready")


def main():
    environment_file, route = Path(sys.argv[1]), sys.argv[2]
    template = write_template(json.loads(environment_file.read_text()))
    print("sam local invoke FUNCTION --event FILE " + shlex.join(options(environment_file)), flush=True)
    for function in functions(template):
        for event in events_of(function):
            invoke(function, event, environment_file)
    ask_api(route, environment_file)


main()
