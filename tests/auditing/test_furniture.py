from __future__ import annotations

from pathlib import Path

from portfolio_gen.auditing.furniture import Furniture, is_published_attachment
from tests.auditing.pictures import exif, jpeg


def test_a_file_of_the_theme_is_known_byte_by_byte(tmp_path: Path) -> None:
    theme, site = tmp_path / "theme", tmp_path / "site"
    for folder in (theme, site):
        folder.mkdir()
        (folder / "a.js").write_text("same", "utf-8")
        (folder / "b.js").write_text(folder.name, "utf-8")
    furniture = Furniture((theme,))
    assert furniture.has("a.js", site / "a.js")
    assert not furniture.has("b.js", site / "b.js")
    assert not furniture.has("c.js", site / "a.js")


def test_words_are_those_of_owner_theme_and_generator(tmp_path: Path) -> None:
    (tmp_path / "main.html").write_text("<p>Carpathian</p>", "utf-8")
    words = Furniture((tmp_path,), ("Lighthouse",)).words()
    assert {"lighthouse", "carpathian", "portfolio", "competencies", "admonition"} <= set(words)


def test_an_attachment_is_known_as_it_is_published_and_not_with_its_metadata(tmp_path: Path) -> None:
    source, site = tmp_path / "a.jpg", tmp_path / "site.jpg"
    source.write_bytes(jpeg(exif=exif(0x010E, 2, b"A title")))
    attachments = {"a.jpg": source}
    site.write_bytes(source.read_bytes())
    assert not is_published_attachment("a.jpg", site, attachments)
    site.write_bytes(jpeg())
    assert is_published_attachment("a.jpg", site, attachments)
    site.write_bytes(jpeg(comment=b"Something else"))
    assert not is_published_attachment("a.jpg", site, attachments)
    assert not is_published_attachment("b.jpg", source, attachments)
