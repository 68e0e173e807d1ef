"""Cloud Tasks' admin service on a local port: what it is asked is what the real library sends."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import grpc
from google.cloud.tasks_v2 import (
    CloudTasksClient,
    GetQueueRequest,
    ListQueuesRequest,
    ListQueuesResponse,
    PauseQueueRequest,
    Queue,
    ResumeQueueRequest,
)
from google.cloud.tasks_v2.services.cloud_tasks.transports import CloudTasksGrpcTransport

SERVICE = "google.cloud.tasks.v2.CloudTasks"


class QueueService:
    """Queues by their full names, and the methods that were called on them."""

    def __init__(self, *queues: Queue) -> None:
        self.queues = {queue.name: queue for queue in queues}
        self.asked: list[tuple[str, str]] = []

    def get(self, request: GetQueueRequest, call: grpc.ServicerContext) -> Queue:
        """Answer GetQueue."""
        return self._one("get", request.name, call)

    def list(self, request: ListQueuesRequest, _: grpc.ServicerContext) -> ListQueuesResponse:
        """Answer ListQueues, a queue a page."""
        self.asked.append(("list", request.parent))
        names = sorted(n for n in self.queues if n.startswith(f"{request.parent}/queues/"))
        start = int(request.page_token or 0)
        page = [self.queues[name] for name in names[start : start + 1]]
        token = str(start + 1) if start + 1 < len(names) else ""
        return ListQueuesResponse(queues=page, next_page_token=token)

    def pause(self, request: PauseQueueRequest, call: grpc.ServicerContext) -> Queue:
        """Answer PauseQueue."""
        queue = self._one("pause", request.name, call)
        queue.state = Queue.State.PAUSED
        return queue

    def resume(self, request: ResumeQueueRequest, call: grpc.ServicerContext) -> Queue:
        """Answer ResumeQueue."""
        queue = self._one("resume", request.name, call)
        queue.state = Queue.State.RUNNING
        return queue

    def _one(self, method: str, name: str, call: grpc.ServicerContext) -> Queue:
        self.asked.append((method, name))
        if name not in self.queues:
            call.abort(grpc.StatusCode.NOT_FOUND, "Queue does not exist.")
        return self.queues[name]


@contextmanager
def serving(service: QueueService) -> Iterator[CloudTasksClient]:
    """Serve it, and hand out Google's own client of it."""
    server = grpc.server(ThreadPoolExecutor(2))
    methods = {
        "GetQueue": _handler(service.get, GetQueueRequest, Queue),
        "ListQueues": _handler(service.list, ListQueuesRequest, ListQueuesResponse),
        "PauseQueue": _handler(service.pause, PauseQueueRequest, Queue),
        "ResumeQueue": _handler(service.resume, ResumeQueueRequest, Queue),
    }
    server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler(SERVICE, methods)])
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    with grpc.insecure_channel(f"127.0.0.1:{port}") as channel:
        yield CloudTasksClient(transport=CloudTasksGrpcTransport(channel=channel))
    server.stop(None).wait()


def _handler(method: Any, request: Any, response: Any) -> grpc.RpcMethodHandler:
    return grpc.unary_unary_rpc_method_handler(method, request.deserialize, response.serialize)
