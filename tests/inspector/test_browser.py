"""The inspector in a real browser: links, keys, filters, what a hostile page can do, and looks.

`KEEP_SHOTS=1` writes the pictures of docs/assets anew.
"""

import io
import os

import pytest

import arnews
from arnews.inspector import compare, inspect
from helpers.shell import ROOT, SEED

pytestmark = pytest.mark.heavy
ASSETS = ROOT / "docs" / "assets"
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 390, "height": 844}

NEWS = "وأضاف البيان رقم {} أن العمل مستمر في الميناء منذ أسابيع، وأن السفن التي تنتظر قليلة."
HOSTILE = f"""<html><head><title>x</title><meta property="og:title" content="</script><b id=out>">
<meta property="og:image" content="javascript:ring('image')"></head><body><article>
<h1>قمة <b>الرياض</b> </script><script>ring('h1')</script> \u202eتختتم\u2066 أعمالها</h1>
<p class="by x&quot; onclick=ring()">كتب: سامي الحداد</p>
<figure><img src="javascript:ring('img')"><figcaption>&lt;script&gt;ring('caption')&lt;/script&gt;
&lt;img src=x onerror=ring('error')&gt; (رويترز)</figcaption></figure>
<p>{NEWS.format(1)} &lt;!-- &lt;/style&gt; &lt;/script&gt; \u2028 </p><p>{NEWS.format(2)}</p>
<iframe src="javascript:ring('frame')"></iframe><p>{NEWS.format(3)}</p>
<h3>اقرأ أيضا</h3><ul><li><a href="javascript:ring('related')">قمة عربية طارئة في القاهرة</a>
</ul></article></body></html>"""


class Opened:
    """A document in a browser, and what it asked for or complained about."""

    def __init__(self, browser, folder, html, **options):
        self.asked, self.complaints = [], []
        file = folder / "page.html"
        file.write_text(html, "utf-8")
        self.page = browser.new_page(**{"viewport": WIDE, "reduced_motion": "reduce", **options})
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(file.as_uri())

    def ids(self, selector):
        return self.page.eval_on_selector_all(selector, "all => all.map(each => each.id)")

    def focus(self):
        """The id of what has the focus, or of what it is in."""
        return self.page.evaluate("document.activeElement.closest('[id]')?.id")

    def shown(self):
        selector = ".source .block:not([hidden])"
        return self.page.eval_on_selector_all(selector, "all => all.length")


@pytest.fixture
def opened(browser, tmp_path):
    documents = []

    def open_(html, **options):
        documents.append(Opened(browser, tmp_path, html, **options))
        return documents[-1]

    yield open_
    for each in documents:
        each.page.close()
        assert len(each.asked) == 1, each.asked  # the document itself
        assert each.complaints == []


@pytest.fixture(scope="module")
def html():
    return inspect({"seed.txt": arnews.parse(SEED.read_bytes())})


@pytest.fixture
def seed(opened, html):
    return opened(html)


def test_the_source_is_on_the_right(seed):
    source, reader = (
        seed.page.locator(f"section.{name}").bounding_box() for name in ("source", "reader")
    )
    assert reader["x"] + reader["width"] <= source["x"] + 1
    assert source["x"] + source["width"] > WIDE["width"] - 20
    role, text = (seed.page.locator(f"#b0 .{name}").bounding_box() for name in ("role", "text"))
    assert text["x"] < role["x"]


def test_a_field_lights_its_blocks_and_a_block_its_fields(seed):
    seed.page.hover("#a0\\.lead_image .kind")
    assert seed.ids(".block.lit") == ["b2"]
    seed.page.hover("#b9 summary")
    assert set(seed.ids(".lit")) == {"b9", "a0.body.1.caption", "a0.body.1.credit"}
    seed.page.focus("#a0\\.subtitle .from")
    assert set(seed.ids(".lit")) == {"b1", "a0.subtitle"}


def test_a_click_opens_the_evidence(seed):
    seed.page.click("#a0\\.body\\.1\\.credit .chip")
    assert seed.page.locator("#b9").get_attribute("open") is not None
    assert seed.focus() == "b9"
    bars = seed.page.locator("#b9 .weights li")
    assert bars.all_inner_texts() == ["+6 a credit at the end", "+3 a known credit"]
    widths = bars.evaluate_all(
        "all => all.map(each => parseFloat(getComputedStyle(each, '::before').width))"
    )
    assert widths[0] == pytest.approx(2 * widths[1], rel=0.05)


def test_arrows_go_from_block_to_block_and_across(seed):
    keyboard = seed.page.keyboard
    keyboard.press("ArrowDown")
    assert seed.focus() == "b0"
    keyboard.press("ArrowDown")
    assert seed.focus() == "b1"
    keyboard.press("ArrowLeft")
    assert seed.focus() == "a0.subtitle"
    keyboard.press("ArrowDown")
    assert seed.focus() == "a0.lead_image.caption"
    keyboard.press("ArrowRight")
    assert seed.focus() == "b2"
    keyboard.press("Enter")
    assert seed.page.locator("#b2").get_attribute("open") is not None
    keyboard.press("ArrowUp")
    assert seed.focus() == "b1"


def test_search_finds_words_without_their_vowels(seed):
    seed.page.keyboard.press("/")
    seed.page.keyboard.type("واستمرت المكالمه")
    assert seed.page.inner_text(".found") == "وُجد: 1"
    assert seed.shown() == 1
    seed.page.keyboard.press("Escape")
    assert seed.page.inner_text(".found") == ""
    assert seed.shown() == 67


def test_roles_filter_and_open_what_is_folded(seed):
    assert not seed.page.locator("#b4").is_visible()
    seed.page.click("[data-role=interface]")
    assert seed.shown() == 4
    assert seed.page.locator("#b4").is_visible()
    seed.page.click("[data-role=subtitle]")
    assert seed.shown() == 5
    seed.page.click("[data-role=interface]")
    assert seed.shown() == 1
    seed.page.click("[data-role=subtitle]")
    assert seed.shown() == 67
    assert not seed.page.locator("#b4").is_visible()


def test_an_entry_of_a_layout_is_written(opened):
    page = opened(inspect({"x": arnews.parse(HOSTILE.replace("by x&quot; onclick=ring()", "by"))}))
    page.page.click(".r-byline summary")
    box = page.page.locator(".r-byline .mend")
    box.get_by_label("الحقل").select_option("kicker")
    entry = box.locator("pre").inner_text()
    assert entry == '[markup]\nkicker = "p.by"'
    assert arnews.layouts.loads(f'id = "x"\nextends = "generic"\n{entry}').id == "x"


def test_what_is_folded_away_is_reached_by_its_address(opened, html, tmp_path):
    page = opened(html).page
    page.goto(f"{(tmp_path / 'page.html').as_uri()}#b4")
    assert page.locator("#b4 .why").is_visible()


def test_without_scripts_it_is_readable(browser, opened, html):
    context = browser.new_context(java_script_enabled=False, viewport=WIDE)
    page = context.new_page()
    page.set_content(html)
    page.click("#b2 summary")
    assert page.locator("#b2 .weights").is_visible()
    page.click("#b2 .why a >> nth=0")
    assert page.locator("#a0\\.lead_image\\.caption").is_visible()
    context.close()


def test_several_pages_are_seen_one_by_one(opened):
    page = arnews.parse(SEED.read_bytes())
    several = opened(inspect({"one": page, "two": page}))
    assert several.ids(".page:not([hidden])") == ["page-0", "page-1"]
    assert not several.page.locator("#page-0").is_visible()
    several.page.click("#index a >> nth=1")
    assert several.page.locator("#page-1").is_visible()
    assert not several.page.locator("#index").is_visible()
    several.page.click("#page-1 .from >> nth=1")
    assert several.focus() == "p1-b1"
    assert several.page.locator("#page-1").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing(opened, html, axe, scheme, size):
    page = arnews.parse(HOSTILE)
    both = inspect({"one": page, "two": arnews.parse(SEED.read_bytes())})
    other = compare({"x": (page, arnews.Page())}, sides=("x", "y"))
    for document in (html, both, inspect({"x": page}), other):
        at = opened(document, color_scheme=scheme, viewport=size).page
        for summary in at.locator("summary").all()[:6]:
            if summary.is_visible():
                summary.click()
        at.evaluate(axe)
        found = at.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_a_hostile_page_stays_harmless(opened):
    page = arnews.parse(HOSTILE, url="https://jisr.example/1")
    document = opened(inspect({"</title><script>ring()</script>": page, "x": page}))
    page = document.page
    page.evaluate("void (window.ring = () => { window.rung = true })")
    for link in page.locator("#index tbody a").all():
        page.evaluate("location.hash = ''")
        link.click()
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    hrefs = page.eval_on_selector_all("a", "all => all.map(each => each.protocol)")
    assert set(hrefs) <= {"file:", "https:", "http:"}
    assert page.locator("script, style").count() == 2
    assert page.locator("#out, img, iframe, b:has-text('الرياض')").count() == 0
    assert "⟦RLO⟧" in page.locator(".page:visible .r-headline .text").inner_text()
    assert page.evaluate("window.rung") is None


def test_five_megabytes_open_at_once(opened):
    news = "".join(f'<p class="t">{NEWS.format(number) * 2}</p>' for number in range(20_000))
    page = arnews.parse(f"<article><h1>رافعات جديدة في الميناء</h1>{news}</article>")
    assert len(news.encode()) > 5_000_000
    assert len(page.blocks) > 20_000
    at = opened(inspect({"large": page})).page
    (paint,) = at.evaluate("performance.getEntriesByType('paint').map(each => each.startTime)")[:1]
    assert paint < 2_000
    devtools = at.context.new_cdp_session(at)
    devtools.send("Performance.enable")
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    busy = {each["name"]: each["value"] for each in metrics}
    assert busy["LayoutDuration"] + busy["RecalcStyleDuration"] + busy["ScriptDuration"] < 2
    at.hover("#b5 summary")
    assert at.locator(".lit").count() == 2


@pytest.mark.parametrize("name", ["light", "dark", "narrow"])
def test_it_looks_as_in_the_documents(opened, html, name):
    """Shrunk to thumbnails, so that another version of a font makes no difference."""
    image = pytest.importorskip("PIL.Image", reason="needs pip install pillow")
    scheme = "dark" if name == "dark" else "light"
    size = NARROW if name == "narrow" else WIDE
    page = opened(html, color_scheme=scheme, viewport=size).page
    if name != "narrow":
        page.click("#a0\\.body\\.1\\.credit .chip")
    shot = page.screenshot(animations="disabled")
    file = ASSETS / f"inspector-{name}.png"
    if os.environ.get("KEEP_SHOTS"):
        image.open(io.BytesIO(shot)).quantize(128).save(file, optimize=True)
    now, kept = (
        image.open(each).convert("RGB").resize((32, 20), image.Resampling.BOX)
        for each in (io.BytesIO(shot), file)
    )
    far = sum(
        max(abs(a - b) for a, b in zip(one, other, strict=True)) > 48
        for one, other in zip(now.getdata(), kept.getdata(), strict=True)
    )
    assert far < 32 * 20 // 10
