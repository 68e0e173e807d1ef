"""Lines on what people meet: sign-in, App Check, e-mail, and the console's site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tools.project.apis import APP_CHECK, AUTH, EXTENSIONS, HOSTING
from tools.project.changes import Members, Patch
from tools.project.facts import Facts
from tools.project.lines import Line, Maker
from tools.project.matching import Chosen, Lacks, Without
from tools.project.sources import All, One

#: What Firebase's apps attest themselves to.
ATTESTED = {
    "firestore": "Firestore",
    "firebasestorage": "Storage",
    "identitytoolkit": "Auth",
}
#: Ways to sign in beside Auth's own, by their collections: a company's, OpenID Connect, SAML.
PROVIDERS = {
    "defaultSupportedIdpConfigs": ("no-companies", "with an account at Google, Apple or the like"),
    "oauthIdpConfigs": ("no-openid", "by OpenID Connect"),
    "inboundSamlConfigs": ("no-saml", "by SAML"),
}
#: The extension that sends e-mails, and what it must be told (its `extension.yaml`). The time to
#: live stays with `firestore.indexes.json`.
MAILER = "firebase/firestore-send-email"
PARAMETERS = {"MAIL_COLLECTION": "mail", "USERS_COLLECTION": "users", "TTL_EXPIRE_TYPE": "never"}


def lines(facts: Facts) -> Iterator[Line]:
    """Yield them."""
    yield from _auth(facts)
    yield from _providers(facts)
    yield _mail(facts)
    console = f"https://console.firebase.google.com/project/{facts.project}"
    for name, what in ATTESTED.items():
        yield Line(
            id=f"app-check/{name}",
            says=f"{what} refuses apps that do not attest themselves",
            source=One(APP_CHECK, f"projects/{facts.number}/services/{name}.googleapis.com"),
            wanted={"enforcementMode": "ENFORCED"},
            mend=f"{console}/appcheck: register the apps, watch until nearly all requests are "
            "verified, then enforce",
            maker=Maker.PERSON,
        )
    yield Line(
        id="hosting/web-app",
        says="A web app is linked to the Hosting site: the console asks it which project it is of",
        source=All(HOSTING, f"projects/{facts.project}/sites", "sites"),
        among=("sites", {"type": "DEFAULT_SITE"}),
        wanted={"appId": Chosen("a web app", "1:1:web:1")},
        mend=f"{console}/settings/general: add a web app, with Hosting",
        maker=Maker.PERSON,
    )


def _auth(facts: Facts) -> Iterator[Line]:
    name = f"projects/{facts.project}/config"
    console = f"https://console.firebase.google.com/project/{facts.project}/authentication"
    app = (facts.app_host,) if facts.app_host else ()
    domains = Without(
        (f"{facts.project}.firebaseapp.com", f"{facts.project}.web.app", *app), ("localhost",)
    )
    table: tuple[tuple[str, str, str, dict[str, Any], str], ...] = (
        (
            "password",
            "People sign in by e-mail address and password",
            "signIn.email",
            {"signIn": {"email": {"enabled": True, "passwordRequired": True}}},
            "providers",
        ),
        (
            "anonymous",
            "Nobody signs in without an address: by a telephone, or as nobody",
            "signIn.anonymous,signIn.phoneNumber.enabled",
            {"signIn": {"anonymous": {"enabled": False}, "phoneNumber": {"enabled": False}}},
            "providers",
        ),
        (
            "one-account",
            "An address has one account",
            "signIn.allowDuplicateEmails",
            {"signIn": {"allowDuplicateEmails": False}},
            "settings",
        ),
        (
            "enumeration",
            "Nobody can ask whether an address has an account (e-mail enumeration protection)",
            "emailPrivacyConfig",
            {"emailPrivacyConfig": {"enableImprovedEmailPrivacy": True}},
            "settings",
        ),
        (
            "domains",
            "Sign-in pages may be the project's own and the app's, and none is on localhost",
            "authorizedDomains",
            {"authorizedDomains": domains},
            "settings",
        ),
    )
    for line, says, mask, wanted, page in table:
        change = (
            Members(AUTH, name, mask, domains.has, domains.lacks)
            if line == "domains"
            else Patch(AUTH, wanted, tuple(mask.split(",")), name)
        )
        yield Line(
            id=f"auth/{line}",
            says=says,
            source=One(AUTH, name),
            wanted=wanted,
            mend=f"{console}/{page}; on a new project press Get started there, then apply again",
            # Auth itself is begun in the console: no interface does it for a project without
            # Identity Platform.
            change=change,
        )


def _providers(facts: Facts) -> Iterator[Line]:
    """Yield lines on other ways in: whoever comes by them has no password that Scanner set up."""
    console = f"https://console.firebase.google.com/project/{facts.project}/authentication"
    for kind, (name, how) in PROVIDERS.items():
        yield Line(
            id=f"auth/{name}",
            says=f"Nobody signs in {how}",
            source=All(AUTH, f"projects/{facts.project}/{kind}", kind),
            wanted={kind: Lacks({"enabled": True})},
            mend=f"{console}/providers: disable it, once nobody is left who signs in by it",
            maker=Maker.PERSON,
        )


def _mail(facts: Facts) -> Line:
    return Line(
        id="mail/trigger-email",
        says="The extension Trigger Email reads `mail` and `users`, and leaves the end of documents"
        " to Firestore",
        source=One(EXTENSIONS, f"projects/{facts.project}/instances/firestore-send-email"),
        wanted={"state": "ACTIVE", "config": {"extensionRef": MAILER, "params": PARAMETERS}},
        mend=f"npx firebase ext:install {MAILER} --project {facts.project}: "
        + ", ".join(f"{name}={value}" for name, value in PARAMETERS.items()),
        maker=Maker.PERSON,
    )
