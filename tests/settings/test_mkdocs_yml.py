"""What the core needs of a mkdocs.yml."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio_gen.settings import SettingsError
from portfolio_gen.settings.mkdocs_yml import assets_named, plugin_options, read_config


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "mkdocs.yml"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def refused(path: Path, text: str) -> str:
    with pytest.raises(SettingsError) as caught:
        read_config(write(path, text))
    return str(caught.value)


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "\ufeff"])
def test_an_empty_configuration_is_one(config: Path, text: str):
    assert read_config(write(config, text)) == {}


def test_a_byte_order_mark_is_passed_over(config: Path):
    assert read_config(write(config, "\ufeffsite_name: x\n")) == {"site_name": "x"}


def test_nothing_is_executed_and_tags_of_others_are_passed_over(config: Path, tmp_path: Path):
    witness = tmp_path / "witness"
    text = f"""
site_name: x
slugify: !!python/object/apply:os.mkdir ['{witness}']
emoji: !!python/name:material.extensions.emoji.twemoji
fence: !!python/object/new:os.system [true]
path: !relative $config_dir
own: !foo {{a: {{b: [c]}}}}
"""
    found = read_config(write(config, text))
    assert not witness.exists()
    assert found["site_name"] == "x"
    assert found["emoji"] is None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("!ENV PF_ONE", "one"),
        ("!ENV [PF_NONE, PF_ONE]", "PF_ONE"),
        ("!ENV [PF_NONE, PF_ONE, last]", "one"),
        ("!ENV [PF_NONE, last]", "last"),
        ("!ENV [PF_NONE, false]", False),
        ("!ENV PF_NONE", None),
        ("!ENV [PF_NONE]", None),
        ("!ENV [PF_ONE]", "one"),
        ("!ENV PF_TRUE", True),
        ("!ENV PF_EMPTY", None),
        ("!ENV PF_COLON", "Team: one"),
        ("!ENV PF_SIGNS", "[one"),
        ("!ENV []", None),
        ("!ENV {a: b}", None),
    ],
)
def test_env_means_the_first_variable_that_is_set_as_mkdocs_reads_it(
    config: Path, monkeypatch: pytest.MonkeyPatch, written: str, value: object
):
    monkeypatch.setenv("PF_ONE", "one")
    monkeypatch.setenv("PF_TRUE", "true")
    monkeypatch.setenv("PF_EMPTY", "")
    monkeypatch.setenv("PF_COLON", "Team: one")
    monkeypatch.setenv("PF_SIGNS", "[one")
    monkeypatch.delenv("PF_NONE", raising=False)
    assert read_config(write(config, f"x: {written}"))["x"] == value


def test_a_configuration_inherits_and_mappings_are_merged(config: Path, tmp_path: Path):
    write(tmp_path / "base/base.yml", "site_name: base\ntheme: {name: material, font: false}\nplugins: [search]\n")
    write(config, "INHERIT: base/base.yml\ntheme: {font: true}\nplugins: [portfolio]\n")
    assert read_config(config) == {
        "site_name": "base",
        "theme": {"name": "material", "font": True},
        "plugins": ["portfolio"],
    }


@pytest.mark.parametrize("parent", ["mkdocs.yml", "[a]", "5", "gone.yml", ".", '"\\0"'])
def test_a_parent_that_cannot_be_read_is_an_error_of_the_settings(config: Path, parent: str):
    assert ".yml" in refused(config, f"INHERIT: {parent}\n") or parent == "."


@pytest.mark.parametrize(
    "text",
    ["a: [", "a: b: c", "- a\n- b", "plain", "42", "\x00", "a: *b", "{[a]: b}: c", "? [a]\n: b", "a:\n\tb: c", "<<: 5",
     "%YAML 3\n---\n", "a: !!int x", "a: !!timestamp x", "a: !!binary é"],
)  # fmt: skip
def test_what_is_no_configuration_is_an_error_of_the_settings(config: Path, text: str):
    assert refused(config, text).startswith("mkdocs.yml")


@pytest.mark.parametrize("text", ["x: 2026-13-45", "x: 0x_", "x: 2026-02-30", "x: 2026-11-05 25:00:00"])
def test_a_value_that_yaml_takes_for_a_date_or_number_but_is_none_is_an_error_of_the_settings(config: Path, text: str):
    assert refused(config, text).startswith("mkdocs.yml")


def test_deep_nesting_is_an_error_of_the_settings(config: Path):
    assert refused(config, "x: " + "[" * 5_000).startswith("mkdocs.yml")


def test_env_with_a_list_inside_is_an_error_of_the_settings(config: Path):
    assert refused(config, "x: !ENV [[a], b]").startswith("mkdocs.yml")


def test_a_configuration_that_is_no_utf8_is_an_error_of_the_settings(config: Path):
    config.write_bytes(b"site_name: caf\xe9\n")
    with pytest.raises(SettingsError, match="UTF-8"):
        read_config(config)


def test_a_configuration_that_is_not_there_is_an_error_of_the_settings(config: Path):
    with pytest.raises(SettingsError, match=r"mkdocs\.yml: can't be opened"):
        read_config(config)


@pytest.mark.parametrize(
    ("plugins", "options"),
    [
        (["search"], None),
        ([], None),
        (None, None),
        (["portfolio"], {}),
        ([{"portfolio": None}], {}),
        ([{"portfolio": {"audience": "team"}}], {"audience": "team"}),
        (["search", {"portfolio": {"audience": "team"}}], {"audience": "team"}),
        ({"search": {}, "portfolio": {"audience": "team"}}, {"audience": "team"}),
        (["material/search", "x/portfolio"], {}),
        (["my-portfolio", "portfolios"], None),
        ([5, None, ["portfolio"], {}], None),
    ],
)
def test_options_are_what_is_written_below_our_plugin(plugins: object, options: object):
    assert plugin_options({"plugins": plugins}) == options


@pytest.mark.parametrize("written", [5, "team", ["team"], True])
def test_options_that_are_no_mapping_are_an_error_of_the_settings(written: object):
    with pytest.raises(SettingsError, match="portfolio"):
        plugin_options({"plugins": [{"portfolio": written}]})


@pytest.mark.parametrize("plugins", [5, True, 1.5])
def test_plugins_that_are_no_list_are_an_error_of_the_settings(plugins: object):
    with pytest.raises(SettingsError, match="plugins"):
        plugin_options({"plugins": plugins})


def test_files_that_the_configuration_puts_on_pages_are_named():
    written = {
        "extra_css": ["a.css"],
        "extra_javascript": ["b.js", {"path": "c.js", "defer": True}],
        "theme": {"name": "material", "logo": "d.svg", "favicon": "e.png"},
    }
    assert set(assets_named(written)) == {"a.css", "b.js", "c.js", "d.svg", "e.png"}


@pytest.mark.parametrize(
    "written", [{}, {"theme": "material"}, {"theme": None}, {"extra_css": None}, {"extra_javascript": []}]
)
def test_a_configuration_may_put_no_files_on_pages(written: dict[str, object]):
    assert assets_named(written) == ()


@pytest.mark.parametrize("written", [{"extra_css": 5}, {"extra_css": "a.css"}, {"theme": {"logo": ["a"]}}])
def test_files_that_are_no_list_become_neither_letters_nor_a_crash(written: dict[str, object]):
    try:
        assert set(assets_named(written)) <= {"a.css"}
    except SettingsError as error:
        assert next(iter(written)) in str(error)


@settings(
    max_examples=150,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.sampled_from(["a", ": ", "\n", "  ", "- ", "[", "]", "{", "}", "!ENV ", "!x ", "!!python/name:a ", "&a ",
                         "*a", "INHERIT", "plugins", "portfolio", "'", '"', "|", "<<", "1", "#", ","]),
        max_size=10,
    ).map("".join)
)  # fmt: skip
def test_no_text_breaks_the_reading_of_a_configuration(config: Path, text: str):
    try:
        found = read_config(write(config, text))
        assert isinstance(found, dict)
        plugin_options(found)
    except SettingsError as error:
        assert str(error)
