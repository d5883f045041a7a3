"""Strategies for captions and credits."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from arnews.fields.credit import CaptionLine, parse_credit
from arnews.model import Credit

from .prose import captions, seldom

_RAWS = (
    "رويترز", "أ.ف.ب", "أرشيفية - رويترز", "أ ف ب", "إ.ب.أ", "واس", "Getty Images", "تعبيرية",
    "رويترز / أمير كوهين", "أ.ف.ب - أ.ب", "Anadolu Agency via Getty Images", "AFP", "أرشيفية",
    "AP Photo/Evan Vucci", "تصوير: سعد العنزي", "وزارة الدفاع", "د.ب.أ", "مواقع التواصل",
)  # fmt: skip

#: Printed credits, without brackets or label.
raw_credits = st.sampled_from(_RAWS)
credits: SearchStrategy[Credit] = raw_credits.map(lambda raw: parse_credit(raw) or Credit(raw))
#: One picture in ten has a credit alone.
caption_lines: SearchStrategy[CaptionLine] = seldom(
    st.builds(CaptionLine, st.none(), credits),
    st.builds(CaptionLine, captions, st.none() | credits),
)
