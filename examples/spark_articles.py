"""The articles of many pages, with Spark. Needs: pip install "arnews[spark]", and Java 17."""

from pyspark.sql import SparkSession

from arnews.batch.spark import read

session = SparkSession.builder.getOrCreate()
pages = read(session.read.json("pages.jsonl")).cache()
for row in pages.selectExpr("url", "inline(articles)").collect():
    print(row.url, row.published.value, row.headline)
print(pages.where("quarantine is not null").count(), "pages set aside")
