"""What can go wrong in ``extract``, each error with the value that was wrong and the next step."""


class ExtractError(Exception):
    """Anything ``extract`` cannot do; the message is one line for a person."""
