#!/usr/bin/env bash
# pydantic 2.12.5: models with defer_build=True are built on their first use, and not under a lock.
#
# When two threads use such a model for the first time at once, the second one can delete the validator
# that the first one has just built, and until it has built another, the validator of the parent class
# answers. Validating with a subclass then returns an instance of the parent: no error where the
# parent allows extra fields, and none of the subclass's fields in what is dumped. Servers that build models
# lazily to start faster, and answer with threads, meet it on a cold instance.
#
# Seen: of 400 models with 8 threads each, some first uses per run return the parent class, dump {} or
# raise. With one lock around model_rebuild: none. Exits with 1 when that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pydantic==2.12.5
cat > "$folder/race.py" <<'PYTHON'
import sys
import threading
from collections import Counter

import pydantic
from pydantic import BaseModel, ConfigDict, create_model

LOCK = threading.RLock()


class Plain(BaseModel):
    model_config = ConfigDict(defer_build=True, extra="allow")


class Locked(Plain):
    @classmethod
    def model_rebuild(cls, *, _parent_namespace_depth=2, **options):
        with LOCK:
            return super().model_rebuild(
                _parent_namespace_depth=_parent_namespace_depth + 1, **options
            )


def first_uses(base, models=400, threads=8):
    """Have all threads use each model for the first time at once; what went wrong, how often."""
    made = [create_model(f"Model{n}", __base__=base, size=(int, ...)) for n in range(models)]
    together, found = threading.Barrier(threads), Counter()

    def use():
        for model in made:
            together.wait()
            try:
                given = model.model_validate({"size": 1})
                if type(given) is not model:
                    found[f"an instance of {type(given).__name__}"] += 1
                elif given.model_dump() != {"size": 1}:
                    found["a dump without its field"] += 1
            except Exception as err:
                found[type(err).__name__] += 1

    working = [threading.Thread(target=use) for _ in range(threads)]
    for thread in working:
        thread.start()
    for thread in working:
        thread.join()
    return found


sys.setswitchinterval(1e-6)
print("pydantic", pydantic.VERSION, "on Python", sys.version.split()[0])
plain, locked = first_uses(Plain), first_uses(Locked)
print("without a lock:", dict(plain) or "nothing wrong")
print("with a lock:   ", dict(locked) or "nothing wrong")
sys.exit(0 if plain and not locked else 1)
PYTHON
"$folder/venv/bin/python" "$folder/race.py"
