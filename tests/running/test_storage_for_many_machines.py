"""Documents in a bucket that all machines reach. The bucket is a stand-in: moto's test server."""

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from moto.server import ThreadedMotoServer

from readiness import health
from readiness.cases import versions
from readiness.catalogue.contents import contents
from readiness.reports import pdf
from readiness.reports.models import Document
from readiness.running import backup

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:botocore")


@pytest.fixture(scope="module")
def server():
    """The address of a test server for buckets; not a real one."""
    standing = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    standing.start()
    host, port = standing.get_host_and_port()
    yield f"http://{host}:{port}"
    standing.stop()


@pytest.fixture
def bucket(server, settings):
    """An empty bucket, which the guide stores in."""
    who = {"aws_access_key_id": "key", "aws_secret_access_key": "secret"}
    client = boto3.client("s3", endpoint_url=server, region_name="eu-west-2", **who)
    place = {"LocationConstraint": "eu-west-2"}
    client.create_bucket(Bucket="papers", CreateBucketConfiguration=place)
    options = {
        "bucket_name": "papers",
        "endpoint_url": server,
        "region_name": "eu-west-2",
        "access_key": "key",
        "secret_key": "secret",
        "default_acl": None,
        "file_overwrite": True,
    }
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    }
    yield client
    for each in client.list_objects_v2(Bucket="papers").get("Contents", []):
        client.delete_object(Bucket="papers", Key=each["Key"])
    client.delete_bucket(Bucket="papers")


@pytest.fixture
def made(monkeypatch):
    """Count what is drawn, and draw nothing."""
    drawn = []

    def draw(html, **_more):
        drawn.append(html)
        return b"%PDF-1.7 stand-in"

    monkeypatch.setattr(pdf, "render", draw)
    return drawn


@pytest.fixture
def version(done):
    return versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())


def paper(done):
    return done.get(f"/cases/{done.case.pk}/business-case.pdf")


def read(answer):
    """What an answer holds. Nobody who looks closes it: that would close the test's database."""
    return b"".join(answer.streaming_content)


def test_a_paper_is_made_once_and_served_from_the_bucket(done, version, bucket, made):
    for _look in range(2):
        assert read(paper(done)) == b"%PDF-1.7 stand-in"
    assert len(made) == 1
    held = bucket.list_objects_v2(Bucket="papers")["Contents"]
    assert [each["Key"] for each in held] == [Document.objects.get().stored_as]


def test_a_paper_that_was_lost_is_made_again(done, version, bucket, made):
    read(paper(done))
    bucket.delete_object(Bucket="papers", Key=Document.objects.get().stored_as)
    assert paper(done).status_code == 202
    assert read(paper(done)) == b"%PDF-1.7 stand-in"
    assert len(made) == 2


def test_nobody_reads_the_bucket_without_the_guide(done, version, bucket, made):
    read(paper(done))
    grants = bucket.get_object_acl(Bucket="papers", Key=Document.objects.get().stored_as)
    assert "AllUsers" not in str(grants["Grants"])


def test_what_is_stored_a_second_time_is_one_whole_paper(bucket):
    for _machine in range(2):
        default_storage.save("documents/abc.pdf", ContentFile(b"%PDF" * 1000))
    assert default_storage.listdir("documents")[1] == ["abc.pdf"]
    with default_storage.open("documents/abc.pdf") as paper:
        assert paper.read() == b"%PDF" * 1000


def test_the_guide_says_whether_the_bucket_answers(client, db, bucket, settings):
    assert client.get("/ready").text == "ok"
    options = settings.STORAGES["default"]["OPTIONS"] | {"endpoint_url": "http://127.0.0.1:9"}
    away = {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    settings.STORAGES = settings.STORAGES | {"default": away}
    assert client.get("/ready").text == "missing: storage"


def test_a_back_up_holds_what_is_in_the_bucket(bucket):
    for name in ("documents/a.pdf", "documents/b.docx", "exports/c.zip"):
        default_storage.save(name, ContentFile(b"x"))
    assert sorted(backup.names()) == ["documents/a.pdf", "documents/b.docx"]


def test_health_needs_no_folder_where_there_is_a_bucket(bucket):
    health.NEEDS["storage"]()
