"""Markup that tries to hide, or to hold a parser up, drawn from a grammar of tricks.

A family is a list of pieces, each printed once or n times; `#` in a piece is the number of the
round. So one family is a page of any size.
"""

from __future__ import annotations

from hypothesis import strategies as st

_NAMES = {
    "formatting": "a b big code em font i nobr s small strike strong tt u",
    "blocks": "address article blockquote center details div dl fieldset form h1 h2 li ol p pre"
    " section summary ul dd dt button hr",
    "tables": "caption col colgroup table tbody td tfoot th thead tr",
    "odd": "select option optgroup template svg math frameset frame noscript",
    "foreign": "g path desc foreignObject mi mtext annotation-xml title use",
    "marking": "applet marquee object",
    "raw": "script style title textarea iframe xmp noembed noframes plaintext",
    "others": "span ruby rt x# X# body html head br img input image keygen label",
}

_kinds = st.sampled_from([*_NAMES, "formatting", "formatting"])
_names = _kinds.flatmap(lambda kind: st.sampled_from(_NAMES[kind].split()))
_attributes = st.sampled_from(["", " id=#"]) | st.sampled_from(
    [
        " class='#'",
        ' title="#"',
        " a#",
        " a#=1 b#=2",
        " a#/",
        " hidden",
        " /",
        " a='>' b#",
        ' a = "#"',
        " =#",
        ' a=b="c',
        " a='#'b=\"#\"",
        ' a="<!--"',
        " a='<style>'",
        " data-a#",
        " data-a# data-b#",
        " a='<b>'",
        f' a="{"x" * 1_100}#"',
        f" a='{'x' * 300}'",
        ' encoding="text/html"',
        " color=#",
        "\n\tid=#\n",
        "\fa",
        " a='",
        ' a="',
        " a=b c d e f",
    ]
)
_signs = st.sampled_from(
    [
        "x",
        " ",
        "\n",
        "<!--",
        "-->",
        "<!-->",
        "--!>",
        "<!-- x -->",
        "<!-- <b> -->",
        "<![CDATA[",
        "]]>",
        "<?",
        "<!x",
        "</",
        "</ >",
        "<",
        ">",
        '"',
        "'",
        "=",
        "/>",
        "</br>",
        "</p>",
        "</x#>",
        "<!-- - -->",
        "<!--->",
        "<!---->",
        "<!-- --!>",
        "&amp;",
        "<p x",
        "</b x='",
        "</script",
        "<\0",
    ]
)
_starts = st.builds("<{}{}>".format, _names, _attributes)
_ends = st.builds("</{}>".format, _names)


def _larger(pieces: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("{}{}".format, pieces, pieces),
        st.builds("<{0}{1}>{2}</{0}>".format, _names, _attributes, pieces),
        st.builds("<{0}>{2}</{1}>".format, _names, _names, pieces),
        st.builds('<{} title="{}">'.format, _names, pieces.map(lambda each: each.replace('"', ""))),
        st.builds("<!--{}-->".format, pieces),
        st.builds("<script><!--{}</script>".format, pieces),
    )


#: A piece of markup, with `#` for the number of the round.
pieces = st.recursive(st.one_of(_starts, _starts, _ends, _signs), _larger, max_leaves=5)
#: Pieces, and whether each is printed n times or once.
families = st.lists(st.tuples(pieces, st.booleans()), min_size=1, max_size=5)


def page(family: list[tuple[str, bool]], n: int) -> str:
    """The page of `family` for n."""
    return "".join(
        "".join(piece.replace("#", str(i)) for i in range(n)) if many else piece.replace("#", "0")
        for piece, many in family
    )
