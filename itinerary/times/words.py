"""Words of time in French, English and Spanish, folded: lower case, no accents."""

_MONTHS = (
    "janvier janv jan january enero ene",
    "fevrier fevr fev february feb febrero",
    "mars mar march marzo",
    "avril avr april apr abril abr",
    "mai may mayo",
    "juin june jun junio",
    "juillet juil july jul julio",
    "aout august aug agosto ago",
    "septembre sept sep september septiembre setiembre set",
    "octobre oct october octubre",
    "novembre nov november noviembre",
    "decembre dec december diciembre dic",
)
_WEEKDAYS = (
    "lundi lun monday mon lunes",
    "mardi mar tuesday tue tues martes",
    "mercredi mer wednesday wed miercoles mie",
    "jeudi jeu thursday thu thur thurs jueves jue",
    "vendredi ven friday fri viernes vie",
    "samedi sam saturday sat sabado sab",
    "dimanche dim sunday sun domingo dom",
)
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
WEEKDAYS = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}
"""Monday is 0, as in `date.weekday()`. `mar` is a month and a day: position decides."""

RELATIVE_DAYS = {
    "today": 0, "aujourd'hui": 0, "aujourdhui": 0, "hoy": 0,
    "tomorrow": 1, "demain": 1, "manana": 1,
    "yesterday": -1, "hier": -1, "ayer": -1,
}  # fmt: skip

CLOCK_WORDS = {
    "midi": 12, "noon": 12, "mediodia": 12,
    "minuit": 0, "midnight": 0, "medianoche": 0,
}  # fmt: skip

FILLERS = frozenset({"de", "del", "the", "of", "le", "el", "du", "on", "este", "ce"})
