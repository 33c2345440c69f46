"""Work that goes on behind a page, in a thread of this process for each queue, one thing after the other.

Enough for one machine; a set-up of several names another backend in TASKS.
"""

from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial

from django.db import close_old_connections, transaction
from django.tasks.backends.immediate import ImmediateBackend
from django.tasks.base import Task, TaskResult, TaskResultStatus
from django.utils.crypto import get_random_string


@cache
def _worker(queue: str) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"background-{queue}")


class ThreadBackend(ImmediateBackend):
    """Django's immediate backend, in a thread."""

    def enqueue(self, task: Task, args: list, kwargs: dict) -> TaskResult:
        """Put the task at the end of its queue, once what it is about is committed."""
        self.validate_task(task)
        result: TaskResult = TaskResult(
            task=task,
            id=get_random_string(32),
            status=TaskResultStatus.READY,
            enqueued_at=None,
            started_at=None,
            last_attempted_at=None,
            finished_at=None,
            args=args,
            kwargs=kwargs,
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )
        submit = _worker(task.queue_name).submit
        transaction.on_commit(partial(submit, self._run, result))
        return result

    def _run(self, result: TaskResult) -> None:
        close_old_connections()
        try:
            self._execute_task(result)  # type: ignore[attr-defined]  # Django's own, not in its stubs
        finally:
            close_old_connections()
