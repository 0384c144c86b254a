"""The tables, their columns, and what people call them in English, French and Spanish.

Synonyms are compared by `names.key`: without case, accents or punctuation.
"""

from functools import cache

from itinerary.names import key

TABLES: dict[str, str] = {
    "organisations": "organizations companies bodies organismes entreprises societes structures"
    " organizaciones empresas",
    "venues": "places locations lieux sites lugares sedes",
    "people": "persons delegates participants personnes delegues membres personas delegados",
    "travel": "travel_times trajets temps_de_trajet distances trayectos",
    "resources": "ressources moyens recursos",
    "events": "programme program agenda evenements manifestations programa eventos",
    "meetings": "b2b rendez_vous rdv entretiens reuniones citas",
    "journeys": "flights vols voyages vuelos viajes",
    "transfers": "transferts navettes bus traslados",
    "absences": "absents indisponibilites ausencias",
    "accepted": "acceptes acceptations aceptados",
    "plan": "",
}
"""Each table and the other names its file may have, in the order they are read."""

_COLUMNS: dict[str, dict[str, str]] = {
    "organisations": {
        "id": "", "name": "", "side": "", "sector": "", "country": "",
        "promised_meetings": "promised|promis|rdv promis|rendez vous promis|reuniones prometidas",
    },
    "people": {
        "id": "",
        "name": "full name|nom complet|nom prenom|prenom nom|nom et prenom|nombre completo"
        "|nombre y apellidos|apellidos y nombre|prenom|prenoms|first name|given name"
        "|nom de famille|last name|lastname|surname|family name|apellido|apellidos|apellido s"
        "|nachname",
        "organisation": "", "role": "title|function|fonction|titre|qualite|cargo|funcion",
        "groups": "group|groupes|groupe|grupos|grupo",
        "rank": "protocol|rang|protocole|ordre protocolaire|rango|orden",
        "languages": "", "email": "mail|e mail|courriel|adresse electronique|correo",
        "phone": "telephone|tel|mobile|portable|telefono|movil",
        "diet": "regime|regime alimentaire|dieta", "side": "",
    },
    "venues": {
        "id": "", "name": "", "address": "adresse|direccion",
        "latitude": "lat", "longitude": "lon|lng|long", "capacity": "",
        "tables": "mesas", "opens": "open|ouvre|ouverture|abre|apertura",
        "closes": "close|ferme|fermeture|cierra|cierre", "zone": "",
        "access": "acces|acceso",
    },
    "travel": {
        "from": "", "to": "", "minutes": "min|duree|duration|minutos|duracion",
        "mode": "moyen|modo|medio",
    },
    "resources": {
        "id": "", "name": "", "kind": "", "languages": "",
        "available": "availability|disponible|disponibilite|disponibilidad",
    },
    "events": {
        "id": "", "title": "event|evenement|evento", "kind": "", "date": "day|jour|fecha|dia",
        "start": "", "end": "", "zone": "", "venue": "", "who": "", "optional": "",
        "hosts": "host|hote|hotes|anfitrion|anfitriones",
        "capacity": "", "status": "", "language": "languages|langue|langues|idioma|idiomas",
        "resources": "", "dress": "dress code|tenue|vestimenta",
        "notes": "note|remarks|remarques|observations|notas|observaciones",
        "url": "link|lien|site|enlace", "audience": "public|publico",
        "repeat": "rrule|recurrence|repetition|repeticion",
    },
    "meetings": {
        "id": "", "title": "", "who": "", "optional": "",
        "counterpart": "with|avec|contrepartie|interlocuteur|contraparte|con",
        "duration": "duree|minutes|duracion", "priority": "priorite|prioridad",
        "earliest": "not before|au plus tot|pas avant|desde",
        "latest": "not after|au plus tard|pas apres|hasta",
        "venue": "", "pool": "venues|lieux|lieux possibles|lugares",
        "resources": "", "language": "languages|langue|langues|idioma|idiomas",
        "status": "", "start": "", "table": "mesa",
    },
    "journeys": {
        "id": "", "number": "flight|train|vol|numero|vuelo", "who": "",
        "from": "", "from_zone": "fuseau depart|zona origen",
        "departs": "", "to": "", "to_zone": "fuseau arrivee|zona destino", "arrives": "",
    },
    "transfers": {
        "id": "", "vehicle": "vehicule|bus|car|vehiculo", "seats": "places|asientos|plazas",
        "who": "", "from": "", "departs": "", "to": "", "arrives": "",
        "driver": "chauffeur|conducteur|conductor",
    },
    "absences": {
        "who": "", "start": "from|du", "end": "to|until|au|hasta",
        "reason": "raison|motif|motivo|razon",
    },
    "accepted": {
        "rule": "regle|regla", "subject": "objet|sujet|asunto|objeto",
        "reason": "raison|motif|motivo|razon", "by": "par|accepted by|accepte par|por",
    },
    "plan": {
        "meeting": "", "start": "", "end": "", "venue": "", "table": "", "resources": "",
    },
}  # fmt: skip

_EVERYWHERE: dict[str, str] = {
    "id": "identifier|identifiant|ref|reference|code|no|n°|identificador",
    "name": "nom|libelle|nombre",
    "title": "intitule|titre|objet|titulo",
    "side": "cote|parte|lado",
    "sector": "secteur|filiere",
    "country": "pays|pais",
    "organisation": "organization|company|organisme|entreprise|societe|structure|organizacion"
    "|empresa",
    "languages": "language|langues|langue|idiomas|idioma",
    "capacity": "capacite|jauge|places|capacidad|aforo",
    "zone": "time zone|timezone|fuseau|fuseau horaire|zona|zona horaria|huso",
    "kind": "type|nature|categorie|category|tipo",
    "start": "starts|begin|time|start time|debut|heure|heure debut|heure de debut|horaire|de|inicio"
    "|hora|hora inicio|hora de inicio",
    "end": "ends|finish|end time|fin|heure fin|heure de fin|a|hora fin|hora de fin",
    "venue": "place|location|room|lieu|salle|endroit|lugar|sala|sede",
    "who": "attendees|participants|people|guests|qui|participants attendus|invites|quien|asistentes"
    "|participantes|invitados",
    "optional": "facultatif|facultatifs|optionnel|opcional|opcionales",
    "status": "state|statut|etat|estado",
    "resources": "ressources|moyens|recursos",
    "from": "origin|de|depart de|origine|desde|origen",
    "to": "destination|a|vers|arrivee a|hasta|destino",
    "departs": "departure|depart|heure depart|heure de depart|hora de salida|salida|sale",
    "arrives": "arrival|arrivee|heure arrivee|heure d arrivee|hora de llegada|llegada|llega",
}

REQUIRED: dict[str, tuple[str, ...]] = {
    "organisations": ("name",),
    "people": ("name",),
    "venues": ("name",),
    "travel": ("from", "to", "minutes"),
    "resources": ("name",),
    "events": ("title", "date", "start"),
    "meetings": ("who", "counterpart"),
    "journeys": ("who", "from", "departs", "to", "arrives"),
    "transfers": ("who", "from", "departs", "to", "arrives"),
    "absences": ("who", "start", "end"),
    "accepted": ("rule", "subject", "reason", "by"),
    "plan": ("meeting", "start"),
}


def columns(table: str) -> tuple[str, ...]:
    """Our names of a table's columns, in the order of the documentation."""
    return tuple(_COLUMNS[table])


@cache
def known_headers(table: str) -> dict[str, str]:
    """`names.key` of every header the table understands, to our column name."""
    known: dict[str, str] = {}
    for column, own in _COLUMNS[table].items():
        for word in (column, *own.split("|")):
            known.setdefault(key(word), column)
    for column in _COLUMNS[table]:
        for word in _EVERYWHERE.get(column, "").split("|"):
            known.setdefault(key(word), column)
    known.pop("", None)
    return known


@cache
def known_tables() -> dict[str, str]:
    """`names.key` of every file stem that is a table, to the table."""
    known = {key(table): table for table in TABLES}
    for table, others in TABLES.items():
        for word in others.split():
            known.setdefault(key(word), table)
    return known
