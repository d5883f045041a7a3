"""What a run over many pages found: lines for the terminal, and one HTML file.

`facts` says what is to be known of one page, in the process that parsed it. A `Report` adds the
facts of all pages up in bounded memory, and prints them.

    report = Report()
    report.add(facts(arnews.parse(data), seconds, len(data)), "crawl/1.html")
    print(report.summary())
    Path("report.html").write_text(report.html(), "utf-8")
"""

from .facts import Facts, facts
from .report import Report

__all__ = ["Facts", "Report", "facts"]
