"""arnews reads scraped Arabic news: HTML, or text that some tool has flattened out of HTML."""
