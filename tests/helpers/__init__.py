"""What tests share and is no test: laws, invented pages, tools that flatten, ways to measure."""
