"""Captions with credits, as Hypothesis draws them."""

from hypothesis import strategies as st

from arnews.fields.credit import CaptionLine, parse_credit

_WORDS = (
    "الرئيس",
    "وزير",
    "قصف",
    "شارع",
    "أطفال",
    "جنود",
    "غزة",
    "بيروت",
    "«القمة»",
    "2024",
    "مُصافحاً",
)
_RAWS = (
    "رويترز", "أ.ف.ب", "أرشيفية - رويترز", "أ ف ب", "إ.ب.أ", "واس", "Getty Images", "تعبيرية",
    "رويترز / أمير كوهين", "أ.ف.ب - أ.ب", "Anadolu Agency via Getty Images", "AFP", "أرشيفية",
    "AP Photo/Evan Vucci", "تصوير: سعد العنزي", "وزارة الدفاع", "د.ب.أ", "مواقع التواصل",
)  # fmt: skip

captions = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9).map(" ".join)
credits = st.sampled_from(_RAWS).map(lambda raw: parse_credit(raw))
caption_lines = st.builds(CaptionLine, captions, st.none() | credits)
