"""What people call the tables and their columns in English, French and Spanish.

Synonyms are compared by `names.key`: without case, accents or punctuation.
"""

from functools import cache

from itinerary.model.columns import COLUMNS
from itinerary.names import key

_FILES: dict[str, str] = {
    "organisations": "organizations companies bodies organismes entreprises societes structures"
    " organizaciones empresas",
    "venues": "places locations rooms lieux sites salles lugares sedes salas",
    "people": "persons delegates participants attendees participant_list liste_des_participants"
    " personnes delegues membres delegation inscrits personas delegados participantes inscritos",
    "travel": "travel_times trajets temps_de_trajet distances trayectos",
    "resources": "ressources moyens recursos",
    "events": "programme program agenda schedule evenements manifestations deroule planning"
    " programa eventos",
    "meetings": "b2b rendez_vous rdv entretiens souhaits meeting_requests reuniones citas",
    "journeys": "flights vols voyages vuelos viajes",
    "transfers": "transferts navettes bus traslados",
    "absences": "absents indisponibilites ausencias",
    "accepted": "acceptes acceptations aceptados",
}
TABLES: dict[str, str] = {table: _FILES.get(table, "") for table in COLUMNS}
"""Each table and the other names its file may have, in the order they are read."""

_OWN: dict[str, dict[str, str]] = {
    "organisations": {
        "name": "organisation|organization|company|company name|raison sociale|denomination"
        "|organisme|entreprise|societe|structure|nom de l entreprise|nom de la societe"
        "|organizacion|empresa|razon social",
        "sector": "industry|secteur d activite|activite|sector de actividad",
        "promised_meetings": "promised|promis|rdv promis|rendez vous promis|reuniones prometidas",
    },
    "people": {
        "name": "full name|nom complet|nom prenom|prenom nom|nom et prenom|nombre completo"
        "|nombre y apellidos|apellidos y nombre|prenom|prenoms|first name|given name"
        "|nom de famille|last name|lastname|surname|family name|apellido|apellidos|apellido s"
        "|nachname|participant|delegate|delegue|participante|delegado",
        "organisation": "societe organisme|organisme societe|entreprise organisme"
        "|organisme entreprise|societe organisation|societe entreprise|company organisation"
        "|company organization|employeur|employer|affiliation|institution|institucion",
        "role": "title|function|job title|position|fonction|titre|qualite|poste|mandat|cargo"
        "|funcion|puesto",
        "groups": "group|category|groupes|groupe|college|categorie|grupos|grupo|categoria",
        "rank": "protocol|rang|protocole|ordre protocolaire|rango|orden",
        "email": "mail|e mail|email address|courriel|adresse electronique|adresse mail"
        "|adresse e mail|adresse email|correo|correo electronico",
        "phone": "telephone|tel|mobile|portable|telefono|movil|tel portable|telephone portable"
        "|telephone mobile|tel mobile|numero de telephone|n° de telephone|no de telephone|n° tel"
        "|mobile phone|cell phone|cell|phone number|gsm|celular|telefono movil",
        "diet": "dietary|dietary requirements|allergies|regime|regime alimentaire|regimes"
        "|restrictions alimentaires|contraintes alimentaires|allergies regime|regime allergies"
        "|dieta|restricciones alimentarias|alergias",
    },
    "venues": {
        "name": "venue|place|location|room|hotel|lieu|salle|site|etablissement|nom du lieu"
        "|nom de la salle|lugar|sala|sede",
        "address": "adresse|adresse complete|adresse postale|direccion",
        "capacity": "seats|max|nb de places|nombre de places|nb places|capacite max"
        "|capacite maximale|plazas",
        "latitude": "lat", "longitude": "lon|lng|long",
        "tables": "number of tables|nb de tables|nombre de tables|nb tables|mesas",
        "opens": "open|ouvre|ouverture|abre|apertura",
        "closes": "close|ferme|fermeture|cierra|cierre", "access": "acces|acceso",
    },
    "travel": {
        "minutes": "min|duration|travel time|duree|temps|temps de trajet|duree du trajet|minutos"
        "|duracion|tiempo",
        "mode": "transport|moyen|moyen de transport|mode de transport|modo|medio",
    },
    "resources": {
        "available": "availability|disponible|disponibilite|disponibilidad",
    },
    "events": {
        "title": "event|event name|activity|session|what|evenement|manifestation|activite"
        "|designation|sequence|evento|actividad|acto",
        "date": "day|jour|journee|fecha|dia",
        "start": "times|hours|timing|schedule|horaires|heures|creneau|creneau horaire"
        "|plage horaire|horario|horarios",
        "venue": "where|lieu de rendez vous|lieu de la manifestation|ou",
        "who": "delegates|expected|delegation|delegues|convives|public vise|personnes concernees"
        "|delegados",
        "hosts": "host|speaker|speakers|hote|hotes|intervenant|intervenants|orateurs|accueil"
        "|anfitrion|anfitriones|ponente|ponentes",
        "language": "languages|langue|langues|idioma|idiomas",
        "dress": "dress code|tenue|tenue vestimentaire|vestimenta",
        "notes": "note|remarks|comments|remarques|observations|commentaires|infos"
        "|informations pratiques|notas|observaciones|comentarios",
        "url": "link|lien|site|enlace", "audience": "public|publico",
        "repeat": "rrule|recurrence|repetition|repeticion",
    },
    "meetings": {
        "title": "topic|subject|theme|sujet|objet du rdv|tema|asunto",
        "who": "company|requested by|delegate|entreprise|societe|demandeur|delegue|empresa",
        "counterpart": "with|wants to meet|to meet|meets|target|avec|contrepartie|interlocuteur"
        "|souhaite rencontrer|souhaite voir|veut rencontrer|veut voir|a rencontrer|rencontre"
        "|souhait|souhaits|entreprise a rencontrer|societe a rencontrer|contraparte|con"
        "|quiere ver|quiere reunirse con|desea reunirse con",
        "duration": "duree|minutes|duracion", "priority": "priorite|prioridad",
        "earliest": "not before|au plus tot|pas avant|desde",
        "latest": "not after|au plus tard|pas apres|hasta",
        "pool": "venues|lieux|lieux possibles|lugares",
        "language": "languages|langue|langues|idioma|idiomas",
        "table": "n° de table|no de table|mesa",
        "start": "date et heure|date heure|date and time|creneau|fecha y hora",
    },
    "journeys": {
        "number": "flight|flight number|flight no|train|vol|n° de vol|no de vol|n° vol|numero"
        "|numero de vol|n° de train|vol train|vuelo|numero de vuelo|n° de vuelo",
        "who": "passenger|passengers|traveller|travellers|traveler|passager|passagers|voyageur"
        "|voyageurs|name|full name|participant|nom|nom complet|nom prenom|prenom nom"
        "|nom et prenom|pasajero|pasajeros|viajero|viajeros|nombre|nombre completo",
        "from": "departure airport|ville de depart|aeroport de depart|lieu de depart|provenance"
        "|aeropuerto de salida|ciudad de salida",
        "to": "arrival airport|ville d arrivee|aeroport d arrivee|lieu d arrivee"
        "|aeropuerto de llegada|ciudad de llegada",
        "departs": "departure time|etd|std|decollage", "arrives": "arrival time|eta|sta"
        "|atterrissage",
        "from_zone": "fuseau depart|zona origen",
        "to_zone": "fuseau arrivee|zona destino",
    },
    "transfers": {
        "vehicle": "shuttle|vehicule|bus|car|navette|vehiculo",
        "seats": "places|nb de places|nombre de places|asientos|plazas",
        "who": "passengers|passagers|pasajeros",
        "from": "pick up|pickup|lieu de depart|lieu de prise en charge|prise en charge",
        "to": "drop off|dropoff|lieu d arrivee|lieu de depose|depose",
        "driver": "chauffeur|conducteur|conductor",
    },
    "absences": {
        "who": "name|nom|personne|nombre",
        "start": "from|du", "end": "to|until|au|hasta", "reason": "raison|motif|motivo|razon",
    },
    "accepted": {
        "rule": "regle|regla", "subject": "objet|sujet|asunto|objeto",
        "reason": "raison|motif|motivo|razon", "by": "par|accepted by|accepte par|por",
    },
}  # fmt: skip
"""What a column is called in one table alone."""

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

_BOTH_WAYS = frozenset({"journeys", "transfers"})
_WAYS = ("aller", "retour", "outbound", "inbound", "return", "ida", "vuelta", "regreso")
"""What may stand behind a header where the ways there and back stand side by side."""

REQUIRED: dict[str, tuple[str, ...]] = {
    table: tuple(name for name, column in cells.items() if column.is_required)
    for table, cells in COLUMNS.items()
}


def columns(table: str) -> tuple[str, ...]:
    """Our names of a table's columns, in the order of the documentation."""
    return tuple(COLUMNS[table])


@cache
def known_headers(table: str) -> dict[str, str]:
    """`names.key` of every header the table understands, to our column name."""
    known: dict[str, str] = {}
    own = _OWN.get(table, {})
    for column in COLUMNS[table]:
        for word in (column, *own.get(column, "").split("|")):
            known.setdefault(key(word), column)
    for column in COLUMNS[table]:
        for word in _EVERYWHERE.get(column, "").split("|"):
            known.setdefault(key(word), column)
    known.pop("", None)
    if table in _BOTH_WAYS:
        for word, column in [*known.items()]:
            known |= {f"{word} {way}": column for way in _WAYS if f"{word} {way}" not in known}
    return known


def without_way(word: str) -> str:
    """`date aller` as `date`."""
    rest, _, way = word.rpartition(" ")
    return rest if way in _WAYS else word


@cache
def known_tables() -> dict[str, str]:
    """`names.key` of every file stem that is a table, to the table."""
    known = {key(table): table for table in TABLES}
    for table, others in TABLES.items():
        for word in others.split():
            known.setdefault(key(word), table)
    return known
