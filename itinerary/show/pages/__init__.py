"""Pages that leave the house: each one file that asks nobody for anything and needs no script.

- `delegate`: a person's programme, for a telephone and for paper
- `organiser`: everyone's page with its QR code, on the screen a list, on paper cards to hand out
- `codes`: QR codes
"""

from itinerary.show.pages.delegate import delegate_page
from itinerary.show.pages.organiser import Entry, organiser_index

__all__ = ["Entry", "delegate_page", "organiser_index"]
