"""The text of a page alone: no menu, caption, button or related story."""

import arnews

HTML = """
<nav><a href="/">الرئيسية</a> <a href="/economy">اقتصاد</a></nav>
<h1>رافعات جديدة تضاعف قدرة الميناء</h1>
<p class="byline">رنا منصور - اللاذقية</p>
<figure><img src="crane.jpg"><figcaption>رافعة على الرصيف (رويترز)</figcaption></figure>
<p>بدأت إدارة الميناء، الثلاثاء، تشغيل أربع رافعات جديدة على الرصيف الشرقي.</p>
<p>وقال مدير التشغيل إن الرافعات ستقلص انتظار السفن إلى يوم واحد.</p>
<h3>اقرأ أيضاً</h3>
<ul><li><a href="/7">ارتفاع رسوم الشحن في شرق المتوسط</a></li></ul>
"""

text = arnews.extract(HTML)
if text is None:
    print("no article")
else:
    print(text)
