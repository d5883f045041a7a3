"""Hypothesis strategies for packages that build on arnews; needs `arnews[testing]`.

    from hypothesis import given
    from arnews.testing import caption_lines

    @given(caption_lines)
    def test_my_writer_keeps_credits(line): ...

The values of `bylines`, `datelines` and `moments` have an empty `raw`: it depends on the style
that prints them.
"""

from .bylines import bylines, datelines
from .credits import caption_lines, credits
from .dates import moments

__all__ = ["bylines", "caption_lines", "credits", "datelines", "moments"]
