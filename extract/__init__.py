"""From articles to extraction records: who is named, which rules and sanctions, who said what."""
