"""One attempt at a Firestore transaction, which begins with its first read and not before it.

Firestore begins a transaction in the same request as a read. The SDK for Python (2.34) asks for it
in a request of its own; that for Node does as it is done here. What only writes needs no
transaction: a batch is whole or nothing as well.
"""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any

from google.api_core import exceptions

from core import log
from core.side_by_side import side_by_side, steps

if TYPE_CHECKING:
    from google.cloud.firestore import Client, DocumentSnapshot, Transaction

    from core.tally import Tally


class Attempt:
    """Reads that lock, then writes, then a commit or a rollback: each once, in this order."""

    def __init__(self, client: "Client", tally: "Tally") -> None:
        self._client, self._tally = client, tally
        #: Where the writes are put.
        self.writes: Transaction = client.transaction(max_attempts=1)
        self._begun = False

    def read(self, paths: Collection[str]) -> dict[str, "DocumentSnapshot"]:
        """Read documents in one request; the first begins the transaction. By path."""
        references = [self._client.document(path) for path in paths]
        self._tally.trips += 1
        if self._begun:
            found = self._client.get_all(references, transaction=self.writes)
        else:
            self._begun = True  # also where the answer breaks off: by then there may be one
            found = _begun_with(self.writes, references)
        return {snapshot.reference.path: snapshot for snapshot in found}

    def query(self, built: Any) -> list["DocumentSnapshot"]:  # noqa: ANN401
        """Run a query."""
        _, (found,) = self.at_once([], [built])
        return found

    def at_once(
        self, paths: Collection[str], queries: Sequence[Any]
    ) -> tuple[dict[str, "DocumentSnapshot"], list[list["DocumentSnapshot"]]]:
        """Read documents and run queries side by side; what has to begin, begins before."""
        known: dict[str, DocumentSnapshot] = {}
        if not self._begun and paths:
            known, paths = self.read(paths), []
        if not self._begun:
            self._tally.trips += 1
            self.writes._begin()
            self._begun = True
        trips = self._tally.trips
        works: list[Callable[[], Any]] = [lambda: self.read(paths)] if paths else []
        works += [self._running(each) for each in queries]
        found = side_by_side(works)
        self._tally.trips = trips + steps(len(works))
        return known | (found.pop(0) if paths else {}), found

    def _running(self, built: Any) -> Callable[[], list["DocumentSnapshot"]]:  # noqa: ANN401
        return lambda: list(built.stream(transaction=self.writes))

    def commit(self, *, writes: bool) -> None:
        """Make the writes, if there are any; what was read is held to have been so until now."""
        if self._begun:
            self._tally.trips += 1
            self.writes._commit()
        elif writes:
            self._tally.trips += 1
            self.writes.commit()

    def roll_back(self) -> None:
        """Let go of what was read; nothing was written.

        Where that fails, Firestore lets go by itself after a minute: what led here is what counts.
        """
        begun, self._begun = self._begun, False
        if begun and self.writes._id is not None:
            self._tally.trips += 1
            try:
                self.writes._rollback()
            except exceptions.GoogleAPICallError as err:
                log.failure("transaction not rolled back", err)


def _begun_with(transaction: "Transaction", references: list[Any]) -> list["DocumentSnapshot"]:
    """Begin a transaction with a read, as `Client.get_all` reads in one that is begun."""
    from google.cloud.firestore import Transaction
    from google.cloud.firestore_v1.base_client import _parse_batch_get, _reference_info

    client = transaction._client
    if not isinstance(transaction, Transaction):  # of a client that is not Google's
        transaction._begin()
        return list(client.get_all(references, transaction=transaction))
    paths, by_path = _reference_info(references)
    responses = client._firestore_api.batch_get_documents(
        request={
            "database": client._database_string,
            "documents": paths,
            "new_transaction": {"read_write": {}},
        },
        metadata=client._rpc_metadata,
    )
    found = []
    for response in responses:
        if response.transaction:  # in the first one, which may hold nothing else
            transaction._id = response.transaction
        if response._pb.WhichOneof("result"):
            found.append(_parse_batch_get(response, by_path, client))
    return found
