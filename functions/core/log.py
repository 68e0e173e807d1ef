"""Structured logs: ids, outcomes, durations and costs; never a payload."""

import logging
import traceback
from pathlib import PurePath
from typing import Any

from firebase_functions import logger


def info(message: str, **fields: Any) -> None:  # noqa: ANN401
    """Write one structured line of severity INFO."""
    logger.info(message, **fields)


def warn(message: str, **fields: Any) -> None:  # noqa: ANN401
    """Write one structured line of severity WARNING."""
    logger.warn(message, **fields)


def failure(message: str, error: BaseException, **fields: Any) -> None:  # noqa: ANN401
    """Write one line of severity ERROR with where and what kind, but not the error's text.

    An exception's text can quote what a person typed; its type and its frames cannot.
    """
    chain: list[str] = []
    link: BaseException | None = error
    while link is not None:
        frames = traceback.extract_tb(link.__traceback__)[-4:]
        where = " < ".join(f"{f.filename.rsplit('/', 1)[-1]}:{f.lineno} {f.name}" for f in frames)
        chain.append(f"{type(link).__name__} at {where}")
        link = link.__cause__
    logger.error(message, error_chain=chain, **fields)


class WithoutPayloads(logging.Filter):
    """Has firebase-functions say where it refused a request, and not what was in that.

    It logs what it refuses before any code of ours runs (0.6.0, `private/util.py`): bodies, tokens,
    content types. For the root logger, which it uses.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace the text of a record of the library by where it comes from."""
        if "firebase_functions" in PurePath(record.pathname).parts:
            record.msg = f"firebase-functions: {record.module}:{record.lineno} {record.funcName}"
            record.args, record.exc_info, record.exc_text = None, None, None
        return True
