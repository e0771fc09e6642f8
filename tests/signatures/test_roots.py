"""The trusted certificates of an office: a file or a folder of PEM, nothing else is trusted."""

import pytest

from tests.signatures.signing import authority, root
from thiduakhenthuong.checks import trusted_roots_are_certificates
from thiduakhenthuong.signatures.roots import NoCertificate, certificates, read_roots


def test_no_place_means_no_root():
    assert certificates(read_roots("")) == []


def test_a_file_may_hold_several(tmp_path):
    (tmp_path / "goc.pem").write_text(root().pem + authority().pem)
    found = certificates(read_roots(tmp_path / "goc.pem"))
    assert [each.sha256 for each in found] == [root().loaded.sha256, authority().loaded.sha256]


def test_a_folder_is_read_file_by_file(tmp_path):
    for name, holder in (("b.crt", authority()), ("a.pem", root())):
        (tmp_path / name).write_text(holder.pem)
    (tmp_path / "README").write_text("Chứng thư gốc")
    found = certificates(read_roots(tmp_path))
    assert [each.sha256 for each in found] == [root().loaded.sha256, authority().loaded.sha256]


@pytest.mark.parametrize("content", ["", "rubbish", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_file_without_a_certificate_is_refused(tmp_path, content):
    (tmp_path / "goc.pem").write_text(content)
    with pytest.raises(NoCertificate):
        read_roots(tmp_path)


@pytest.mark.parametrize("place", ["khong-co", "."])
def test_a_place_without_files_is_refused(tmp_path, place):
    with pytest.raises(NoCertificate):
        read_roots(tmp_path / place)


def test_the_start_refuses_a_place_without_certificates(settings, tmp_path):
    settings.TRUSTED_ROOTS = str(tmp_path)
    assert [fault.id for fault in trusted_roots_are_certificates(None)] == ["tdkt.E011"]
    (tmp_path / "goc.pem").write_text(root().pem)
    assert trusted_roots_are_certificates(None) == []
