"""Captions with credits, as Hypothesis draws them."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from arnews.fields.credit import CaptionLine, parse_credit
from arnews.model import Credit

_WORDS = (
    "الرئيس", "وزير", "قصف", "شارع", "أطفال", "جنود", "غزة", "بيروت", "«القمة»", "2024", "مُصافحاً",
)  # fmt: skip
_RAWS = (
    "رويترز", "أ.ف.ب", "أرشيفية - رويترز", "أ ف ب", "إ.ب.أ", "واس", "Getty Images", "تعبيرية",
    "رويترز / أمير كوهين", "أ.ف.ب - أ.ب", "Anadolu Agency via Getty Images", "AFP", "أرشيفية",
    "AP Photo/Evan Vucci", "تصوير: سعد العنزي", "وزارة الدفاع", "د.ب.أ", "مواقع التواصل",
)  # fmt: skip

_salads = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9).map(" ".join)
#: Credits as they are printed, without brackets or label.
raw_credits = st.sampled_from(_RAWS)
credits: SearchStrategy[Credit] = raw_credits.map(lambda raw: parse_credit(raw) or Credit(raw))
caption_lines = st.builds(CaptionLine, _salads, st.none() | credits)
