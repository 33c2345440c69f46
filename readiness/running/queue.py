"""Work behind pages as jobs in PostgreSQL, for workers on any machine: Procrastinate's, behind
Django's tasks.

A job is put in with the rows that it is about: in the same transaction, so that there is never the
one without the other. A worker says every few seconds that it lives; what one that died had in
hand is taken up again by another. docs/decisions/0018-jobs-in-the-database.md says why.
"""

import asyncio
import logging
import signal
from contextlib import suppress
from typing import Any

from django.db import InterfaceError, OperationalError
from django.tasks import Task, TaskContext, TaskResult, TaskResultStatus
from django.tasks.backends.base import BaseTaskBackend
from django.utils import timezone
from django.utils.module_loading import import_string
from procrastinate import App, JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager

from readiness.running import tries

log = logging.getLogger(__name__)

MOST_TRIES = 5  # of a job whose worker died each time: then it may be the job
AT_ONCE = 2  # jobs side by side in one worker, as many as its press has places


class QueueBackend(BaseTaskBackend):
    """Puts a task into the queue. What becomes of it is in the rows that it is about."""

    supports_defer = True
    supports_priority = True

    def enqueue(self, task: Task, args: list[Any], kwargs: dict[str, Any]) -> TaskResult:
        """Put the task into the queue, where the transaction that goes on is committed."""
        self.validate_task(task)
        result = _result(task, args, kwargs)
        job = run.configure(
            queue=task.queue_name, priority=task.priority, schedule_at=task.run_after
        )
        number = job.defer(path=task.module_path, args=result.args, kwargs=result.kwargs)
        object.__setattr__(result, "id", str(number))
        return result


class NotDone(Exception):
    """A job ended with an error, which is in the log; what it was given is not."""


class TryAgain(NotDone):
    """The database went away."""


AGAIN = RetryStrategy(max_attempts=MOST_TRIES, linear_wait=5, retry_exceptions=[TryAgain])


@app.task(name="task", pass_context=True, retry=AGAIN)
def run(context: JobContext, *, path: str, args: list[Any], kwargs: dict[str, Any]) -> None:
    """Do a task. Its context counts the attempts: from the second on, one was cut short."""
    task = import_string(path)
    result: TaskResult = _result(task, args, kwargs, attempts=context.job.attempts + 1)
    given: list[Any] = [TaskContext(task_result=result)] if task.takes_context else []
    try:
        task.call(*given, *args, **kwargs)
    except (OperationalError, InterfaceError) as failure:
        raise TryAgain(type(failure).__name__) from None
    except Exception as failure:
        log.exception("The task %s ended with an error", path)
        raise NotDone(type(failure).__name__) from None


@app.periodic(cron="* * * * *")
@app.task(name="take_up_again", pass_context=True, queueing_lock="take_up_again", priority=100)
async def take_up_again(context: JobContext, timestamp: int) -> None:
    """Put the jobs of workers that died back into the queue."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs():
        with suppress(ConnectorException):  # it is done by now, or somebody else has it
            if job.attempts + 1 < MOST_TRIES:
                await jobs.retry_job(job, retry_at=timezone.now())
            else:
                await _give_up(context, job)


async def _give_up(context: JobContext, job: Job) -> None:
    log.error("Job %s was given up: %s workers died over it", job.id, MOST_TRIES)
    await context.app.job_manager.finish_job(job, status=Status.FAILED, delete_job=False)


@app.periodic(cron="17 * * * *")
@app.task(name="tidy_up", queueing_lock="tidy_up")
def tidy_up(timestamp: int) -> None:
    """Erase counts whose time is over."""
    tries.forget(at=timezone.now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="mails_again", queueing_lock="mails_again")
def mails_again(timestamp: int) -> None:
    """Send the mails whose next try is due."""
    import_string("readiness.cases.mails.deliver_waiting").enqueue()


class PatientManager(JobManager):
    """Notes that a job is done also where the database was away for a moment. Otherwise the job
    would stay in hand for as long as its worker lives, and be nobody's."""

    PATIENCE = 30  # seconds

    async def finish_job(self, job: Job, status: Status, delete_job: bool) -> None:
        """As its parent, and again and again where that fails."""
        for _second in range(self.PATIENCE):
            with suppress(ConnectorException):
                return await super().finish_job(job, status, delete_job)
            await asyncio.sleep(1)
        return await super().finish_job(job, status, delete_job)


def work(*, wait: bool = True) -> bool:
    """Do jobs until told to stop, and then finish those in hand; or until there are none, if that
    is not to be waited for. Raises what the database raises.

    False where it was not told to stop: the engine ends by itself, as if all were well, where what
    it does on the side fails for a moment, such as saying that it lives.
    """
    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(connector) as for_workers:
        for_workers.job_manager = PatientManager(for_workers.connector)
        return asyncio.run(_until_told(for_workers, wait=wait))


async def _until_told(for_workers: App, *, wait: bool) -> bool:
    async with for_workers.open_async():
        # A job that is done leaves nothing behind: what it was given may name a person.
        working = asyncio.create_task(
            for_workers.run_worker_async(
                concurrency=AT_ONCE,
                delete_jobs="successful",
                wait=wait,
                install_signal_handlers=False,
            )
        )
        for each in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(each, working.cancel)
        try:
            await working
        except asyncio.CancelledError:
            return True
        return False


def _result(task: Task, args: list[Any], kwargs: dict[str, Any], attempts: int = 0) -> TaskResult:
    """A result as Django asks for one; the engine knows when things happened."""
    return TaskResult(
        task=task,
        id="",
        status=TaskResultStatus.READY,
        enqueued_at=None,
        started_at=None,
        last_attempted_at=None,
        finished_at=None,
        args=args,
        kwargs=kwargs,
        backend=task.backend,
        errors=[],
        worker_ids=["worker"] * attempts,
    )
