"""The judgements of people on who is who: what is uncertain is shown with its evidence, what they say is kept."""
