"""The articles of many pages, with Ray. Needs: pip install "arnews[ray]"."""

import ray

from arnews.batch.ray import read

pages = read(ray.data.read_json("pages.jsonl")).materialize()
for page in pages.iter_rows():
    for article in page["articles"] or []:
        print(page["url"], article["published"]["value"], article["headline"])
print(sum(page["quarantine"] is not None for page in pages.iter_rows()), "pages set aside")
