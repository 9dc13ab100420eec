"""Who and what is named: regions, institutions, and persons with their posts.

``find_regions``, ``find_institutions`` and ``find_persons`` build on each other in that order.
"""

from extract.naming.asides import is_pointed, pointer_lines
from extract.naming.guesses import Guess
from extract.naming.institutions import find_institutions
from extract.naming.persons import find_persons
from extract.naming.regions import find_regions, main_region

__all__ = [
    "Guess",
    "find_institutions",
    "find_persons",
    "find_regions",
    "is_pointed",
    "main_region",
    "pointer_lines",
]
