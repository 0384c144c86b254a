"""What a mission comes to, in whatever form it is kept; every form inherits these tests."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from itinerary.load import Loaded, load_mission
from itinerary.locale import Words
from itinerary.model import Mission
from itinerary.model.origins import NOWHERE
from tests.load.forms import Tables, commas, tables_of


class Case(NamedTuple):
    """A mission, and the code and sentence of every problem of its reading."""

    tables: str
    problems: tuple[tuple[str, str], ...] = ()


CASES = {
    "events alone": Case("""
        events
        title,date,start,end
        Opening,2017-11-06,09:00,10:00
        """),
    "names without tables": Case("""
        events
        title,date,start,end,venue,who,hosts
        Opening,6/11,9h,10h,Port Hall,Jean; Paul,Carlos
        Dinner,6/11,20h,22h,port hall,all - Paul,
        """),
    "every table": Case("""
        organisations
        id,name,side,sector,country,promised_meetings
        port,Port de Marseille,delegation,port,FR,2
        fuels,"Conch Fuels, Inc.",host,,US,

        people
        id,name,organisation,role,groups,rank,languages,email,phone,diet,side
        jean,Jean Roatta,port,Adjoint,officials,1,fr;en,jean@port.example,0033 4 91,,
        zoe,Zoé Ñuño,fuels,,,,es,,,vegan,host

        venues
        id,name,address,latitude,longitude,capacity,tables,opens,closes,zone,access
        hall,"Hotel, hall",1 Main St,25.7727,-80.1853,120,14,06:00,22:00,,Badge
        quai,Quai 3,,,,,,,,Europe/Paris,

        travel
        from,to,minutes,mode
        hall,quai,20,bus

        resources
        id,name,kind,languages,available
        kit,Flags,kit,,2017-11-05 16:00/2017-11-10 13:00

        events
        id,title,kind,date,start,end,zone,venue,who,hosts,capacity,status,language,resources,notes
        signing,Signing,ceremony,2017-11-06,10:00,11:00,,hall,officials,zoe,80,,fr,kit,"One, two"
        night,Night,,2017-11-04,23:30,00:30,,hall,all,,,draft,,,
        call,Call,,2017-11-06,20:00,21:00,Europe/Paris,hall,jean,,,cancelled,,,

        meetings
        id,title,who,counterpart,duration,priority,earliest,latest,pool,status,start,venue,table
        m1,Fuel,port,fuels,20,1,2017-11-06 14:00,2017-11-07 12:00,"hall; quai",confirmed,,,
        m2,More,jean,zoe,40,,,,,,2017-11-07 09:20,hall,12

        plan
        meeting,start,end,venue,table
        m1,2017-11-06 15:00,2017-11-06 15:20,hall,1

        journeys
        id,number,who,from,from_zone,departs,to,to_zone,arrives
        j1,XX 1,jean,quai,Europe/Paris,2017-11-05 11:00,hall,America/New_York,2017-11-05 15:00

        transfers
        id,vehicle,seats,who,from,departs,to,arrives,driver
        t1,minibus,24,jean,quai,2017-11-05 15:30,hall,2017-11-05 16:00,Anton

        absences
        who,start,end,reason
        jean,2017-11-08 13:30,2017-11-08 16:30,Call

        accepted
        rule,subject,reason,by
        overlap,event:signing; event:night,Known,Zoé
        """),
    "French, by names": Case("""
        people
        nom,prénom,organisme,groupe,téléphone
        SUHAS,Jean-François,,officiels,0491000001
        LÉVY,Hélène,,presse,

        events
        titre,date,début,fin,lieu,qui,statut
        Visite,lundi 6 novembre,9h30,11h,Hôtel,officiels sauf presse,annulé
        Dîner,6 nov.,20h,22h,Hôtel,M. SUHAS et Mme Levy,
        """, (
        ("guess", '"M. SUHAS" is read as Jean-François SUHAS'),
        ("guess", '"Mme Levy" is read as Hélène LÉVY'),
    )),
    "every fault at once": Case("""
        people
        id,name,organisation,rank
        jean,Jean Roatta,,first
        jean,Jean Roatta,,2
        ,,,

        venues
        name,latitude,opens
        Hotel,95.5,soon

        events
        title,date,start,end,venue,who,capacity,status
        Opening,lundi 7 nov.,9h,10h,Hotel,jean,,
        Signing,2017-11-06,25h,10h,Hotl,Jean Rota,many,maybe
        Dinner,2017-11-06,20h,,Hotel,jean,,
        Lunch,2017-11-06,13h,12h,Hotel,jean,,
        """, (
        ("weekday", '"lundi 7 nov.": Tue 7 Nov is another day of the week'),
        ("value", '"many" is not a whole number'),
        ("time", '"25h" is not a time'),
        ("value", '"maybe" is no known status'),
        ("reference", '"Hotl" is not in the table of venues'),
        ("name", 'nobody is called "Jean Rota": no person, organisation or group'),
        ("time", "no end; 1 h is assumed"),
        ("value", '"first" is not a whole number'),
        ("duplicate", 'the id "jean" is already in row 2; this row is left out'),
        ("value", '"95.5" is not a number'),
        ("time", '"12h" is not after the start'),
        ("time", '"soon" is not a time'),
    )),
    "guessed cells": Case("""
        events
        title,date,start,end,who,capacity
        A,2017-11-06,8h30/9h00,,all,env. 40
        B,2017-11-06,20h30 - fin,,les 40,
        C,2017-11-06,TBC,,all,
        ANNULÉ - D,2017-11-06,9h,10h,all,
        """, (
        ("guess", '"8h30/9h00" is read as 08:30-09:00'),
        ("guess", '"env. 40" is read as 40'),
        ("guess", '"20h30 - fin" is read as 20:30-21:30'),
        ("guess", '"les 40" is a number of people; it names nobody'),
        ("guess", '"TBC": there is no time yet; it is left out of timetables until there is one'),
        ("guess", 'the title says "ANNULÉ"; it is read as the status cancelled'),
    )),
    "a column that is missing": Case("""
        events
        title,date,end,sart
        Opening,2017-11-06,10:00,09:00
        """, (("column", 'there is no column "start"'),)),
    "two columns that are one": Case("""
        events
        title,date,day,start,end
        Opening,2017-11-06,2017-11-07,09:00,10:00
        """, (
        ("column", 'the columns "date" and "day" are both the date; the second is left out'),
    )),
    "rows that are alike": Case("""
        events
        title,date,start,end,who
        Visit,2017-11-06,09:00,10:00,Jean
        Visit,2017-11-06,14:00,15:00,Jean
        Visit,2017-11-06,14:00,15:00,Jean
        """, (
        ("duplicate", 'rows 3 and 4 are both "Visit" and nothing tells them apart; the second is'
         " left out"),
    )),
    "columns of their own": Case("""
        people
        name,fictional,Notes à part
        Jean,yes,x

        events
        title,date,start,end,budget
        Opening,2017-11-06,09:00,10:00,12.50
        """),
}  # fmt: skip


SOUND = [name for name, case in CASES.items() if not case.problems]
Written = Callable[[Path, Tables], Path]


class CarriedTests:
    """What a mission is after it has been carried from one form into another."""

    @pytest.fixture
    def written(self) -> Written:
        """Writes the tables into a folder; what `-m` takes."""
        raise NotImplementedError

    @pytest.mark.parametrize("name", SOUND)
    def test_nothing_is_wrong_with_it(self, name: str, written: Written, tmp_path: Path) -> None:
        assert [*told(load_mission(written(tmp_path, tables_of(CASES[name].tables))))] == []

    @pytest.mark.parametrize("name", SOUND)
    def test_records(self, name: str, written: Written, tmp_path: Path) -> None:
        compare(written, tables_of(CASES[name].tables), tmp_path)


class LoaderTests:
    """A form says how a mission is written; what it is read as is the same for all."""

    @pytest.fixture
    def written(self) -> Written:
        """Writes the tables into a folder; what `-m` takes."""
        raise NotImplementedError

    @pytest.mark.parametrize("name", CASES)
    def test_problems(self, name: str, written: Written, tmp_path: Path) -> None:
        found = load_mission(written(tmp_path, tables_of(CASES[name].tables)))
        assert sorted(told(found)) == sorted(CASES[name].problems)

    @pytest.mark.parametrize("name", CASES)
    def test_records(self, name: str, written: Written, tmp_path: Path) -> None:
        compare(written, tables_of(CASES[name].tables), tmp_path)


def compare(written: Written, tables: Tables, folder: Path) -> None:
    """Asserts that a form is read as a folder of CSV files is."""
    for name in ("wanted", "found"):
        (folder / name).mkdir()
    wanted = load_mission(commas(folder / "wanted", tables)).mission
    found = load_mission(written(folder / "found", tables)).mission
    assert dict(records(found)) == dict(records(wanted))


def told(found: Loaded) -> Iterator[tuple[str, str]]:
    """The code and the sentence of each problem."""
    words = Words("en")
    return ((problem.code, words.sentence(problem.message)) for problem in found.problems)


def records(mission: Mission | None) -> Iterator[tuple[str, Any]]:
    """Everything but where it was read."""
    for name, value in vars(mission).items() if mission else ():
        if name == "settings":
            yield name, value._replace(check_lines={})
        elif name not in ("folder", "origin"):
            yield name, _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    if fields := getattr(value, "_fields", ()):
        origins = [name for name in ("origin", "placed_at") if name in fields]
        return value._replace(**dict.fromkeys(origins, NOWHERE))
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value
