"""The schema in a real editor's server: the YAML language server offers, underlines and explains."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import judge
from namndkit.pipeline import own_templates
from namndkit.schema import case_schema

CASE = """# yaml-language-server: $schema=arende.schema.json
typ: yttrande
titel: Hyllor
nämnnd: servicenämnden
diarienummer: 06123
kommun: Malmö stad
"""


class Server:
    """One conversation with the server over its standard streams (LSP 3.17)."""

    def __init__(self, program: str, folder: Path) -> None:
        self._process = subprocess.Popen(
            [program, "--stdio"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._limit = threading.Timer(90, self._process.kill)  # a silent server fails the test
        self._limit.start()
        self._number = 0
        self.notes: list[dict[str, Any]] = []
        self.ask("initialize", processId=None, rootUri=folder.as_uri(), capabilities={})
        self.tell("initialized")

    def ask(self, method: str, **params: Any) -> Any:
        """The answer to a request; what comes before it is kept."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message.get("result")
            self._answered(message)

    def tell(self, method: str, **params: Any) -> None:
        """A notification."""
        self._send({"method": method, "params": params})

    def wait(self, method: str) -> dict[str, Any]:
        """The next notification ``method`` with something in it."""
        while True:
            for note in self.notes:
                if note.get("method") == method and note["params"].get("diagnostics"):
                    return dict(note["params"])
            self._answered(self._receive())

    def close(self) -> None:
        """End the server."""
        self._limit.cancel()
        self._process.kill()
        self._process.communicate()

    def _answered(self, message: dict[str, Any]) -> None:
        self.notes.append(message)
        if "id" in message and "method" in message:  # the server asks for settings
            items = message.get("params", {}).get("items", [])
            result = [{"hover": True, "completion": True, "validate": True} for _ in items]
            self._send({"id": message["id"], "result": result or None})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    program = judge("yaml-language-server")
    folder = tmp_path_factory.mktemp("redigerare")
    schema = json.dumps(case_schema(own_templates().form), ensure_ascii=False)
    (folder / "arende.schema.json").write_text(schema, "utf-8")
    case = folder / "a.yaml"
    case.write_text(CASE, "utf-8")
    made = Server(program, folder)
    about = {"uri": case.as_uri(), "languageId": "yaml", "version": 1, "text": CASE}
    made.tell("textDocument/didOpen", textDocument=about)
    yield made, case.as_uri()
    made.close()


def test_a_bad_key_is_underlined_and_nothing_else(server: tuple[Server, str]) -> None:
    found = server[0].wait("textDocument/publishDiagnostics")["diagnostics"]
    assert [one["range"]["start"]["line"] for one in found] == [3]
    assert "nämnnd" in found[0]["message"]


def test_keys_are_offered(server: tuple[Server, str]) -> None:
    place = {"line": 6, "character": 0}
    answer = server[0].ask(
        "textDocument/completion", textDocument={"uri": server[1]}, position=place
    )
    items = answer["items"] if isinstance(answer, dict) else answer
    labels = {item["label"] for item in items}
    assert {"nämnd", "datum", "rekommendationer", "yrkanden", "tjänsteskrivelse"} <= labels
    assert "styckpris" not in labels  # it stands in a line of the cost


def test_hover_tells_in_swedish(server: tuple[Server, str]) -> None:
    place = {"line": 5, "character": 2}
    answer = server[0].ask("textDocument/hover", textDocument={"uri": server[1]}, position=place)
    contents = answer["contents"]
    text = contents["value"] if isinstance(contents, dict) else str(contents)
    assert "Kommunens namn i huvudet" in text
