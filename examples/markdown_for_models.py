"""A page as Markdown, cut into pieces for a language model; each piece keeps its heading."""

import arnews

HTML = """
<h1>رافعات جديدة تضاعف قدرة الميناء</h1>
<p class="byline">رنا منصور - اللاذقية</p>
<time>الثلاثاء 12 مارس 2024</time>
<p>بدأت إدارة الميناء، الثلاثاء، تشغيل أربع رافعات جديدة على الرصيف الشرقي.</p>
<p>وقال مدير التشغيل إن الرافعات ستقلص انتظار السفن إلى يوم واحد.</p>
<h2>تدريب العمال</h2>
<p>ويخضع ستون عاملاً لدورة تدريبية تستمر حتى نهاية أبريل المقبل.</p>
<div class="share">شارك الخبر</div>
"""

page = arnews.parse(HTML, url="https://almina.example/economy/cranes")
print(arnews.render(page, form="markdown"))

for article in page.articles:
    heading, pieces = article.headline, []
    for element in article.body:
        if isinstance(element, arnews.Subheading):
            heading = f"{article.headline} / {element.text}"
        elif isinstance(element, arnews.Paragraph):
            pieces.append((heading, element.text))
    for heading, text in pieces:
        print(f"[{heading}] {text[:30]}…")
