"""Renders the generated pages: path in the repository -> text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import jinja2

from tools.costs import page as costs
from tools.docs import (
    app_limits,
    collected,
    fields,
    glossary,
    limits,
    lists,
    outline,
    pictures,
    project,
    promises,
    released,
    seeded,
    settings,
)
from tools.docs.openapi import document as openapi
from tools.docs.surface import Surface, UndocumentedError
from tools.docs.typescript import files as typescript
from tools.docs.words import page as words

if TYPE_CHECKING:
    from core.access import Role
    from core.documents import Document
    from core.machines import Machine

SCHEMAS = "docs/schemas"


@cache
def render(surface: Surface) -> Mapping[str, str]:
    """Return every generated file; of one surface it is made once.

    Raises:
        UndocumentedError: a stored field lacks its declaration, the privacy policy its keeping, a
            module its docstring, or a term its definition.
    """
    schemas, documents = _schemas(surface), stored(surface)
    made = {
        "docs/apps/limits.md": _page("app_limits.md.j2", sections=app_limits.sections()),
        "docs/api.md": _page("api.md.j2", **_api(surface, schemas)),
        "docs/apps/seeded-day.md": _page("seeded_day.md.j2", **seeded.page()),
        "docs/case_check.md": _page("case_check.md.j2", **_case_check()),
        "docs/data_map.md": _page("data_map.md.j2", **_data_map(surface)),
        "docs/glossary.md": _page("glossary.md.j2", terms=_terms()),
        "docs/lists.md": _page("lists.md.j2", tables=lists.as_tables(surface.lists)),
        "docs/modules.md": _page("modules.md.j2", rooms=outline.rooms()),
        "docs/operations/costs.md": _page("costs.md.j2", **costs.page()),
        "docs/operations/project.md": _page("project.md.j2", **project.page()),
        "docs/operations/settings.md": _page("settings.md.j2", **settings.page()),
        "docs/policy_map.md": _page("policy_map.md.j2", **_policy_map(surface)),
        "docs/states.md": _page("states.md.j2", **_states(surface), settlements=_settlements()),
        "docs/works.md": _page("works.md.j2", **_works()),
        promises.DEPLOYED: (promises.ROOT / promises.POLICY).read_text(encoding="utf-8"),
        "docs/words.md": _page("words.md.j2", **words.rows(surface)),
        f"{SCHEMAS}/words.json": _json(words.as_data(surface)) + "\n",
        f"{SCHEMAS}/lists.json": _json(lists.as_data(surface.lists, documents)) + "\n",
        **{f"{SCHEMAS}/{n}.json": _json(fields.published(s)) + "\n" for n, s in schemas.items()},
        **{f"{released.PRESENT}/{n}.json": _json(s) + "\n" for n, s in documents.items()},
        **openapi.render(surface),
        **typescript.render(surface),
    }
    return MappingProxyType(made)


def stored(surface: Surface) -> dict[str, fields.Schema]:
    """Return the schemas of all collections, by name."""
    return {released.name_of(model): released.schema(model) for model in surface.documents}


def _page(template: str, **values: object) -> str:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=False,  # noqa: S701 - Markdown from our own sources, not HTML from strangers
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {"cell": _cell, "json": _json, "roles": _roles, "line": _line}
    environment.filters |= {"anchor": fields.anchor, "said": outline.said}
    text = environment.get_template(template).render(**values)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _schemas(surface: Surface) -> dict[str, fields.Schema]:
    found: dict[str, fields.Schema] = {}
    for spec in (spec for package in surface.packages for spec in package.specs):
        sides = (("request", spec.request, False), ("response", spec.response, True))
        for side, model, response in sides:
            title = f"{spec.name} {side}"
            found[f"{spec.name}.{side}"] = fields.schema(model, title, response=response)
    return found


def _api(surface: Surface, schemas: dict[str, fields.Schema]) -> dict[str, object]:
    from core.errors import COMMON_ERRORS

    return {
        "packages": surface.packages,
        "common": COMMON_ERRORS,
        "rows": {name: fields.rows(body) for name, body in schemas.items()},
        "values": fields.values(schemas.values()),
        "files": _files(),
    }


def _files() -> dict[str, object]:
    from scans.gate.archive_errors import ArchiveCode
    from scans.gate.limits import DEFAULT_LIMITS
    from scans.gate.stl.findings import StlCode
    from scans.intake.slots import CONTENT_TYPES
    from scans.uploads.models import UploadKind

    most = {
        UploadKind.STL: DEFAULT_LIMITS.stl.max_bytes,
        UploadKind.IMAGE: DEFAULT_LIMITS.images.max_bytes,
        UploadKind.CASE: DEFAULT_LIMITS.archives.max_bytes,
    }
    return {
        "kinds": [(kind, types, most[kind] // 2**20) for kind, types in CONTENT_TYPES.items()],
        "stl": DEFAULT_LIMITS.stl,
        "images": DEFAULT_LIMITS.images,
        "archive": DEFAULT_LIMITS.archives,
        "formats": ", ".join(
            kind.removeprefix("image/").upper() for kind in CONTENT_TYPES[UploadKind.IMAGE]
        ),
        "limits": {
            "scans": limits.of(DEFAULT_LIMITS.stl, "SCANNER_STL"),
            "photographs": limits.of(DEFAULT_LIMITS.images, "SCANNER_IMAGE"),
            "archives": limits.of(DEFAULT_LIMITS.archives, "SCANNER_ARCHIVE"),
        },
        "kept": pictures.kept(DEFAULT_LIMITS.images),
        "findings": fields.meanings(StlCode),
        "archive_findings": fields.meanings(ArchiveCode),
    }


def _data_map(surface: Surface) -> dict[str, object]:
    from core.objects import KEPT_AFTER_DELETION
    from core.periods import PERIODS
    from core.privacy import Erasure, Viewer

    return {
        "kept_after_deletion": KEPT_AFTER_DELETION.days,
        "documents": [(model, _held(model)) for model in surface.documents],
        "viewers": fields.meanings(Viewer).items(),
        "periods": [(rule.value, str(period), period.ground) for rule, period in PERIODS.items()],
        "erasures": fields.meanings(Erasure).items(),
    }


def _held(model: type[Document]) -> list[dict[str, str]]:
    from core.privacy import Viewer, whose

    found = []
    for name, declared in model.declarations():
        if declared is None:
            raise UndocumentedError(f"{model.__name__}.{name} declares nothing to the data map.")
        viewers = sorted(viewer.value for viewer in declared.seen_by - {Viewer.SYSTEM})
        found.append(
            {
                "name": name,
                "category": declared.category,
                "use": declared.use,
                "about": f"`{by}`" if (by := whose(name, declared)) else "",
                "seen_by": ", ".join(viewers) or "nobody",
                "kept": declared.kept.value,
                "erased": ": ".join(filter(None, (declared.erased.value, declared.ground))),
            }
        )
    return found


def _policy_map(surface: Surface) -> dict[str, object]:
    text = (promises.ROOT / promises.POLICY).read_text(encoding="utf-8")
    said = promises.sentences(text)
    rows = promises.rows((promises.ROOT / promises.KEPT_BY).read_text(encoding="utf-8"))
    faults = promises.faults(text, rows)
    faults += collected.faults(surface.documents, (sentence.id for sentence in said))
    if faults:
        raise UndocumentedError("\n  ".join(["the privacy policy is not kept:", *faults]))
    return {
        "sections": [
            {"title": head.text, "rows": [_promise(r) for r in rows if r.below(head.id)]}
            for head in said
            if head.heading
        ],
        "categories": [
            (name, models, collected.CATEGORIES[name])
            for name, models in collected.by_category(surface.documents).items()
        ],
        "uses": collected.USES.items(),
    }


def _terms() -> list[glossary.Term]:
    if faults := list(glossary.faults()):
        raise UndocumentedError("\n  ".join(["a term is not defined:", *faults]))
    return glossary.terms()


def _promise(row: promises.Row) -> dict[str, object]:
    return {
        "id": row.id,
        "text": row.text,
        "enforced": [f"[`{_cell(n)}`](../{promises.place(n)})" for n in row.enforced],
        "proved": [f"[`{Path(node).name}`](../{node.partition('::')[0]})" for node in row.proved],
        "duty": row.duty,
    }


def _states(surface: Surface) -> dict[str, object]:
    from scans.visits.fee_rules import COMMITMENTS, FEES, Commitment, FeeEvent
    from scans.visits.models import VisitCause

    ends = dict.fromkeys((end, cause) for end, cause, _ in FEES)
    return {
        "machines": [(m, _edges(m)) for m in surface.machines],
        "causes": fields.meanings(VisitCause),
        "commitments": fields.meanings(Commitment),
        "binding": [
            (meaning, [COMMITMENTS[at, FeeEvent(event)] for at in Commitment])
            for event, meaning in fields.meanings(FeeEvent).items()
        ],
        "fees": [(*end, [FEES.get((*end, at)) or "nothing" for at in Commitment]) for end in ends],
    }


def _edges(machine: Machine[Any, Any]) -> list[dict[str, str]]:
    return [
        {
            "start": state.value if state else "",
            "action": action.value,
            "to": step.to.value if step.to else "",
            "who": ", ".join(sorted(step.who)),
        }
        for (state, action), step in machine.table.items()
    ]


def _settlements() -> list[dict[str, str]]:
    from labs.orders.models import OrderCause, Settlement
    from labs.orders.settlement import PAYMENTS

    causes, ends = fields.meanings(OrderCause), fields.meanings(Settlement)
    return [
        {
            "cause": f"{cause}: {causes[cause]}",
            "paid": "at a delivery" if paid else "not yet",
            "settlement": f"{payment.settlement}: {ends[payment.settlement]}",
            "bearer": payment.bearer,
        }
        for (cause, paid), payment in PAYMENTS.items()
    ]


def _works() -> dict[str, object]:
    from labs.catalogue.models import WorkType
    from labs.catalogue.works import PROVISIONAL, WORKS

    meanings = fields.meanings(WorkType)
    return {
        "works": [
            (work, rule, meanings[work], ", ".join(f"`{per}`" for per in sorted(rule.prices)))
            for work, rule in WORKS.items()
        ],
        "provisional": ", ".join(f"`{material}`" for material in sorted(PROVISIONAL)),
    }


def _case_check() -> dict[str, object]:
    from labs.catalogue.prescriptions import PRESCRIPTIONS
    from scans.checks.findings import CaseCode
    from scans.checks.models import FindingSeverity
    from scans.checks.words import WORDS

    return {
        "findings": [
            (c, meaning, WORDS[CaseCode(c)]) for c, meaning in fields.meanings(CaseCode).items()
        ],
        "severities": fields.meanings(FindingSeverity).items(),
        "prescriptions": PRESCRIPTIONS.items(),
        "sources": list(dict.fromkeys(p.source for p in PRESCRIPTIONS.values() if p.source)),
    }


def _cell(text: object) -> str:
    """Return a text that a Markdown table cell can hold."""
    return _line(text).replace("|", "\\|")


def _line(text: object) -> str:
    return " ".join(str(text).split())


def _json(value: Any) -> str:  # noqa: ANN401
    return json.dumps(value, indent=2, ensure_ascii=False)


def _roles(roles: Iterable[Role] | None) -> str:
    if roles is None:
        return "every signed-in user, pending ones too"
    return ", ".join(f"`{role}`" for role in sorted(roles))
