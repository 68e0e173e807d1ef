"""Nothing that is deployed leans on `assert`: Python leaves it out under -O."""

import ast
from pathlib import Path

FUNCTIONS = Path(__file__).parents[2] / "functions"


def test_no_assert_is_deployed() -> None:
    sources = [
        path for path in FUNCTIONS.rglob("*.py") if not path.is_relative_to(FUNCTIONS / "venv")
    ]
    assert len(sources) > 40
    asserts = [
        f"{path.relative_to(FUNCTIONS)}:{node.lineno}"
        for path in sources
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Assert)
    ]
    assert not asserts
