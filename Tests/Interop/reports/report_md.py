"""report.md, rendered by markdown-it and by GitHub's own parser, against report.json."""
import re
from urllib.parse import unquote

import cmarkgfm
import html5lib
from markdown_it import MarkdownIt

from letters import no_controls, shown
from subjects import all_of, open_findings

# What GitHub and GitLab make of text after it is rendered: mentions, issues, commits, emoji.
AFTERWARDS = re.compile(
    r"@[\w-]|[#!$%~&]\d|\bGH-\d|://|www\.|:[\w+-]+:|\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,40}\b", re.I)
SECTIONS = {"What changed", "What is wrong", "Rotations", "Suppressed", "Notices"}
# What only the directory knows is called by what people call it, with its ids behind.
SPOKEN = re.compile(r".+ / '.*' \((.+/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)")
XHTML = "{http://www.w3.org/1999/xhtml}"


def headings(tokens):
    return [(token.tag, following) for token, following in zip(tokens, tokens[1:])
            if token.type == "heading_open"]


def check(folder, report):
    path = folder / "report.md"
    text = path.read_text(encoding="utf-8")
    no_controls(path.name, text, "\n")
    assert len(text) <= 65_536, "longer than a comment on GitHub may be"
    tokens = MarkdownIt("gfm-like").parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in tokens + inline}
    for absent in ("html_block", "html_inline", "image", "fence", "code_block", "hr", "s_open"):
        assert absent not in kinds, f"{absent} in report.md"
    allowed = {subject.get("runbook") for subject in all_of(report)}
    allowed |= {finding["evidence"].get("portal") for subject in all_of(report)
                for finding in subject["findings"] if finding["check"] == "credential.source"}
    for link in (token for token in inline if token.type == "link_open"):
        target = link.attrs["href"]
        assert link.markup == "" and link.info == "", f"made a link by itself: {target[:60]}"
        assert target.startswith(("https://", "mailto:")), f"a link to {target[:60]}"
        assert unquote(target) in {unquote(address) for address in allowed if address}, target
    for token in inline:
        if token.type == "text":
            made = AFTERWARDS.search(token.content)
            assert not made, f"{made.group()!r} in {token.content[:80]!r}"
    titles = headings(tokens)
    assert [tag for tag, _ in titles].count("h1") == 1 and titles[0][0] == "h1"
    assert {title.content for tag, title in titles if tag == "h2"} <= SECTIONS
    check_links(text, sum(token.type == "link_open" for token in inline))
    assert f"`{report['run']['id']}`" in text.splitlines()[2], "the report is another run's"
    return check_subjects(tokens, titles, text, report)


def check_links(text, links):
    """GitHub's own parser sees no more than the other one."""
    page = html5lib.parse(cmarkgfm.github_flavored_markdown_to_html(
        text, cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE))
    names = [element.tag.removeprefix(XHTML) for element in page.iter()
             if isinstance(element.tag, str)]
    assert names.count("a") == links, f"{names.count('a')} links for GitHub, {links} elsewhere"
    assert names.count("table") == 1 and names.count("tr") == 3 and names.count("h1") == 1
    allowed = {"html", "head", "body", "a", "blockquote", "code", "h1", "h2", "h3", "li", "p",
               "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"}
    assert set(names) <= allowed, set(names) - allowed


def check_subjects(tokens, titles, text, report):
    """All that is wrong is there, or as much as is said to be."""
    wrong = [subject for subject in all_of(report) if open_findings(subject)]
    more = re.search(r"^… and ([\d,]+) subjects? more; ", text, re.M)
    shown_names, tenant = [], None
    for token, following in zip(tokens, tokens[1:]):
        if token.type == "heading_open":
            spans = [child for child in following.children if child.type == "code_inline"]
            tenant = spans[0].content if token.tag == "h3" else None
        elif tenant and token.type == "inline" and token.children[0].content == "" and any(
                child.type == "strong_open" for child in token.children[:2]):
            code = next(child for child in token.children if child.type == "code_inline")
            spoken = SPOKEN.fullmatch(code.content)
            shown_names.append((tenant, spoken[1] if spoken else code.content))
    expected = {(shown(subject["tenant"], 160), shown(
        "/".join((subject["application"], subject["credential"])) if "credential" in subject
        else f"authority {subject['authority']}", 160)) for subject in wrong}
    assert set(shown_names) <= expected, f"nobody's: {set(shown_names) - expected}"
    left = int(more.group(1).replace(",", "")) if more else 0
    assert len(shown_names) + left == len(wrong), "subjects are missing"
    assert left or set(shown_names) == expected, f"missing: {expected - set(shown_names)}"
    critical = [s for s in wrong if any(f["verdict"] == "critical" for f in open_findings(s))]
    assert len(shown_names) >= min(len(critical), 20), "what is worst is not there"
    return f"report.md has {len(shown_names)} of {len(wrong)} subjects in {len(text)} characters"
