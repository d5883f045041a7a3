"""An invented page that holds every value of the model once, and what it says."""

from datetime import date, datetime, timedelta, timezone

from arnews import (
    Article,
    Byline,
    Credit,
    Embed,
    Figure,
    ListItem,
    Moment,
    Page,
    Paragraph,
    Quote,
    RelatedItem,
    SeeAlso,
    Subheading,
)

ZONE = timezone(timedelta(hours=3))

RELATED = RelatedItem(
    title="بلدية الميناء تعلن مناقصة جديدة",
    url="/news/2025/tender?id=7&lang=ar",
    section="محليات",
    figure=Figure(
        "مبنى البلدية", Credit("أ.ف.ب", ("afp",)), "video", "https://cdn.example.org/v.mp4"
    ),
    teaser="قالت البلدية إن المناقصة تشمل ثلاثة أرصفة، وأضافت أن",
    teaser_cut=True,
    byline=Byline("«صدى المرفأ» (صور)", publication="صدى المرفأ", place="صور"),
    published=Moment("12 مارس 2025", date(2025, 3, 12)),
)

FULL = Article(
    headline="افتتاح مرفأ جديد بكلفة 1.5 مليار دولار",
    kicker="بعد 10 سنوات من الانتظار",
    subtitle="الوزير: العمل مستمر... والشحن يبدأ غداً",
    section="مال وأعمال",
    byline=Byline(
        "مراسل الشؤون الاقتصادية - سامر الحاج، ليلى منصور (طرابلس): «صدى المرفأ»، رويترز",
        ("سامر الحاج", "ليلى منصور"),
        "صدى المرفأ",
        ("reuters",),
        "طرابلس",
        "مراسل الشؤون الاقتصادية",
    ),
    published=Moment(
        "الثلاثاء 18 رمضان 1446 هـ 18 مارس 2025 21:40",
        datetime(2025, 3, 18, 21, 40, tzinfo=ZONE),
        hijri="18 رمضان 1446 هـ",
    ),
    modified=Moment("19 مارس 2025", date(2025, 3, 19)),
    lead_image=Figure(
        "رافعات المرفأ عند الفجر",
        Credit(
            "أرشيفية - تصوير: نادر عيسى - رويترز",
            ("reuters",),
            photographer="نادر عيسى",
            archive=True,
        ),
        url="https://cdn.example.org/crane(1).jpg",
    ),
    body=(
        Paragraph("افتتح الوزير المرفأ الجديد."),
        Subheading("أرصفة ومخازن"),
        Figure(
            "رسم للمشروع",
            Credit("تعبيرية - وزارة النقل", source="وزارة النقل", illustrative=True),
        ),
        Quote("لن نتوقف قبل إنجاز المرحلة الثانية."),
        ListItem("رصيف للحاويات"),
        ListItem("رصيف للركاب"),
        SeeAlso((RelatedItem("خطة النقل البحري", "https://example.org/plan"),)),
        Embed("post", "https://social.example.org/p/1", "شكراً لكل من عمل هنا"),
        Embed("video", "https://video.example.org/9"),
        Embed("map", None, "خريطة المرفأ"),
        Figure("جولة في المرفأ", Credit("لقطة من فيديو"), "video", "/media/tour.mp4"),
    ),
    tags=("مرافئ", "نقل بحري"),
    related=(RELATED,),
)

PAGE = Page((FULL,), url="https://news.example.org/2025/03/port.html")

#: Every string of PAGE that a reader must find in a form for people.
SAID = (
    *("افتتاح مرفأ جديد بكلفة 1.5 مليار دولار", "بعد 10 سنوات من الانتظار", "مال وأعمال"),
    *("الوزير: العمل مستمر... والشحن يبدأ غداً", "سامر الحاج", "ليلى منصور", "صدى المرفأ"),
    *("طرابلس", "مراسل الشؤون الاقتصادية", "الثلاثاء 18 رمضان 1446 هـ 18 مارس 2025 21:40"),
    *("19 مارس 2025", "رافعات المرفأ عند الفجر", "أرشيفية - تصوير: نادر عيسى - رويترز"),
    *("افتتح الوزير المرفأ الجديد.", "أرصفة ومخازن", "رسم للمشروع", "تعبيرية - وزارة النقل"),
    *("لن نتوقف قبل إنجاز المرحلة الثانية.", "رصيف للحاويات", "رصيف للركاب"),
    *("خطة النقل البحري", "شكراً لكل من عمل هنا", "خريطة المرفأ", "جولة في المرفأ"),
    *("لقطة من فيديو", "مرافئ", "نقل بحري", "بلدية الميناء تعلن مناقصة جديدة", "محليات"),
    *("مبنى البلدية", "أ.ف.ب", "قالت البلدية إن المناقصة تشمل ثلاثة أرصفة، وأضافت أن …"),
    *("«صدى المرفأ» (صور)", "12 مارس 2025"),
)

#: The links of PAGE, relative ones against its own address.
LINKS = (
    "https://cdn.example.org/crane(1).jpg",
    "https://example.org/plan",
    "https://social.example.org/p/1",
    "https://video.example.org/9",
    "https://news.example.org/media/tour.mp4",
    "https://news.example.org/news/2025/tender?id=7&lang=ar",
    "https://cdn.example.org/v.mp4",
    "https://news.example.org/2025/03/port.html",
)
