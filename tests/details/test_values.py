"""What issue 3 asks of normalised values, item by item."""

from __future__ import annotations

import pytest

TABLE = [
    ("Sixty-two sailors came home.", "number", "Sixty-two", {"number": 62, "unit": "sailor"}),
    ("The pier cost $1.2 million.", "money", "$1.2 million", {"number": 1200000, "unit": "USD"}),
    ("The pier cost £1.2m to mend.", "money", "£1.2m", {"number": 1200000, "unit": "GBP"}),
    ("The pier cost €3bn to mend.", "money", "€3bn", {"number": 3000000000, "unit": "EUR"}),
    ("The pier cost ¥500 to enter.", "money", "¥500", {"number": 500, "unit": "JPY"}),
    ("The pier cost 3bn euros to mend.", "money", "3bn euros", {"number": 3000000000, "unit": "EUR"}),
    ("The town has 1.2m visitors a year.", "number", "1.2m", {"number": 1200000, "unit": "visitor"}),
    ("The gate shut at 17:00 sharp.", "time", "17:00", {"time": "17:00"}),
    ("The gate shut at 5 p.m. sharp.", "time", "5 p.m.", {"time": "17:00"}),
    ("It lies six kilometers [3.7 miles] off.", "quantity", "six kilometers", {"number": 6, "unit": "kilometer"}),
    ("It lies six kilometers [3.7 miles] off.", "quantity", "3.7 miles", {"number": 3.7, "unit": "mile"}),
    ("Turnout rose by 4 percent.", "percent", "4 percent", {"number": 4, "unit": "percent"}),
    ("Turnout rose by 4 per cent.", "percent", "4 per cent", {"number": 4, "unit": "percent"}),
    ("Turnout rose by 4 percentage points.", "percent", "4 percentage points", {"number": 4, "unit": "percentage point"}),
    ("It opened on March 11, 2024 in rain.", "date", "March 11, 2024", {"date": "2024-03-11"}),
    ("It opened on 11 March 2024 in rain.", "date", "11 March 2024", {"date": "2024-03-11"}),
    ("It opened on the 11th of March 2024.", "date", "11th of March 2024", {"date": "2024-03-11"}),
    ("It opened on Tuesday in rain.", "date", "Tuesday", {"weekday": "tuesday"}),
    ("They hired 10 to 15 cooks.", "number", "10 to 15", {"number": 10, "high": 15, "unit": "cook"}),
    ("They hired 10–15 cooks.", "number", "10–15", {"number": 10, "high": 15, "unit": "cook"}),
    ("They hired between 10 and 15 cooks.", "number", "10 and 15", {"number": 10, "high": 15, "unit": "cook"}),
    ("It rose from $2 million to $3 million.", "money", "$2 million to $3 million", {"number": 2000000, "high": 3000000, "unit": "USD"}),
    ("It costs £2m–£3m to mend.", "money", "£2m–£3m", {"number": 2000000, "high": 3000000, "unit": "GBP"}),
    ("It costs £2-3m to mend.", "money", "£2-3m", {"number": 2000000, "high": 3000000, "unit": "GBP"}),
    ("It costs between $5 and $10 a head.", "money", "$5 and $10", {"number": 5, "high": 10, "unit": "USD"}),
    ("Half of the boats sank.", "number", "Half", {"number": 0.5, "unit": "boat"}),
    ("About half the boats sank.", "number", "About half", {"number": 0.5, "approx": "about", "unit": "boat"}),
    ("A third of the boats sank.", "number", "A third", {"number": 0.3333333333, "unit": "boat"}),
    ("A quarter of the boats sank.", "number", "A quarter", {"number": 0.25, "unit": "boat"}),
    ("Three-quarters of the boats sank.", "number", "Three-quarters", {"number": 0.75, "unit": "boat"}),
    ("Dozens of boats sank.", "number", "Dozens", {"number": 12, "approx": "vague", "unit": "boat"}),
    ("Nearly 400 boats sank.", "number", "Nearly 400", {"number": 400, "approx": "nearly", "unit": "boat"}),
    ("The ban took 15-plus years.", "duration", "15-plus years", {"number": 15, "approx": "at_least", "unit": "year"}),
    ("The council voted 7-4 against it.", "number", "7-4", {"number": 7, "high": 4, "unit": "vote"}),
]


@pytest.mark.parametrize(("text", "kind", "words", "expected"), TABLE, ids=[row[2] + " " + row[1] for row in TABLE])
def test_value(details, text, kind, words, expected):
    found = [d for d in details(text) if d.kind == kind and d.text == words]
    assert found, [(d.kind, d.text) for d in details(text)]
    keys = ("number", "high", "unit", "approx", "date", "weekday", "time")
    value = found[0].value
    assert {k: getattr(value, k) for k in keys if value is not None and getattr(value, k) is not None} == expected
