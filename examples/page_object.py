"""A page object: arnews reads, a field corrects. Needs: pip install "arnews[scrapy]"."""

import asyncio

from web_poet import HttpResponse, field

from arnews.scrapy.page_objects import ArticlePage


class AlminaPage(ArticlePage):
    @field
    def section(self):
        return self.css(".crumbs b::text").get()


HTML = """<p class="crumbs">أنت هنا <b>بيئة</b></p><h1>سدود الجنوب تمتلئ</h1>
<p>امتلأت ثلاثة سدود في الجنوب بعد أسبوع من الأمطار، وفق ما أعلنت وزارة المياه.</p>
<p>وقالت إن المياه تكفي حتى نهاية الصيف المقبل.</p>"""
page = AlminaPage(HttpResponse("https://almina.example/dams", body=HTML.encode()))
article = asyncio.run(page.to_item())
print(article.section, "|", article.headline)
