"""What Alice types by mistake about a person is noticed; what is about a thing is left alone."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readiness.cases import private_words
from readiness.cases.private_words import found, found_in

ALARMS = [
    # NHS numbers, with their check
    ("nhs", "943 476 5919"),
    ("nhs", "9434765919"),
    ("nhs", "Her number is 485-777-3457."),
    ("nhs", "Mrs H (401 023 2137) fell twice"),
    ("nhs", "NHS 4857773457, room 4"),
    ("nhs", "NHS number: 485 777 3456"),  # a slip, but said to be one
    ("nhs", "NHS no. 1234567890"),
    ("nhs", "CHI number 0101381234"),
    ("nhs", "4857773457"),
    ("nhs", "９４３ ４７６ ５９１９"),  # digits of another width
    ("nhs", "943\u00a0476\u00a05919"),
    # dates of birth
    ("birth", "born 12/03/1938"),
    ("birth", "DOB 12.3.38"),
    ("birth", "D.O.B. 12-03-1938"),
    ("birth", "d o b: 1/2/41"),
    ("birth", "date of birth: 3 May 1941"),
    ("birth", "Born on the 3rd of May 1941"),
    ("birth", "her birthday, 14 February 1935, was quiet"),
    ("birth", "Mr Patel, 12/03/1938, uses a frame"),
    ("birth", "Joan 3 May 1941"),
    ("birth", "Joan (May 3, 1941) likes it"),
    ("birth", "1938-03-12"),
    ("birth", "born 4 July 2004"),
    ("birth", "Sam, date of birth 2004-07-04"),
    ("birth", "12/03/1938 DOB"),
    ("birth", "Mary Jones b. 12/3/1938"),
    ("birth", "3rd Sept. 1929 and still going"),
    # phone numbers
    ("phone", "07700 900123"),
    ("phone", "07700900123"),
    ("phone", "07700-900-123"),
    ("phone", "07700 900 123."),
    ("phone", "Ring Jo on 020 7946 0958"),
    ("phone", "(020) 7946 0958"),
    ("phone", "01632 960001"),
    ("phone", "01632 960 001"),
    ("phone", "0113 496 0123"),
    ("phone", "+44 7700 900123"),
    ("phone", "+447700900123"),
    ("phone", "+44 (0)20 7946 0958"),
    ("phone", "0044 7700 900123"),
    ("phone", "her son: 07700.900.123"),
    ("phone", "+353 87 123 4567"),
    ("phone", "tel 0808 157 0192"),
    ("phone", "0169 772 345"),
    # e-mail addresses
    ("email", "jo.smith@example.org"),
    ("email", "Write to Jo: jo@example.co.uk."),
    ("email", "<jo+care@example.org>"),
    ("email", "o'neill@example.org"),
    # National Insurance numbers
    ("insurance", "AB123456C"),
    ("insurance", "AB 12 34 56 C"),
    ("insurance", "her NI number is ab123456c"),
    ("insurance", "JG-10-34-59-A"),
]
NO_ALARMS = [
    "",
    "We lose 55 minutes a shift.",
    # money
    "£4,857,773,456 over the life",
    "£9434765919",
    "£ 485 777 3457",
    "It costs £12.80 an hour, £1,234,567.89 in all",
    "between 10,000 and 12,000 pounds",
    "0.07700900123",
    "07700900123%",
    "a budget of 1 250 000",
    # dates of reviews, quotes and plans
    "reviewed on 14/03/2026",
    "The quote of 3 May 2025 holds until 30 June 2025",
    "2026-03-14",
    "Next review: 1 September 2027",
    "from 01/04/2025 to 31/03/2026",
    "go-live 1.6.2026",
    "CQC registered us on 1 October 2010",
    "the home was opened on 4 May 1971",
    "built before 12 June 1962",
    "founded 3.2.1948",
    "under the Act of 29 July 1948",
    "trading since 1 April 1985",
    "the lease dates from 25 March 1999",
    "31/02/1938",  # no day
    "rated 12/20/1940",  # no month
    "version 12.3.1999.4",
    "in 1938",
    "people born in the 1930s",
    "born in May 1941",  # no day of it: as many as there are people
    "five births a year",
    # figures that look like phone numbers
    "07:00-19:00 and 19:00-07:00",
    "0700 1900",
    "shifts 0700-1500, 1500-2200",
    "0800 to 2000",
    "10 20 30 40 50 60",
    "0, 10, 20, 30, 40, 50",
    "NHS 111",
    "call 999 or 111",
    "24/7/365",
    "120/80",
    "ratio 1:5",
    "3.14159265358",
    "1 2 3 4 5 6 7 8 9 10",
    # references
    "quote ref. 9434765919",
    "Invoice 4857773457",
    "our reference: 01632960001",
    "order no 07700900123",
    "PO 485-777-3457",
    "charity number 1234567890",
    "company number 01632960001",
    "CQC location ID 1-101675029",
    "provider 1-4857773457",
    "serial number AB123456C",
    "asset AB 12 34 56 C",
    "ISBN 9780140449112",
    "ABCD2345",
    "5555555555",
    "1234567890",  # does not check
    "BS 8300-2:2018, ISO 27001, PAS 1920",
    "EN12345678A",
    "GB123456C",
    "QQ123456C",  # no such prefix
    "AB123456E",
    # desks and not people
    "info@example.org",
    "enquiries@example.co.uk",
    "support@example.org or help@example.org",
    "@example on the internet",
    "a@b",
    "2 lunches @ 4.50",
    "WiFi 5 GHz, 802.11ac",
    "20 rooms, 40 people, 60 staff",
    "https://example.org/reports/20240101",
]


@pytest.mark.parametrize(("kind", "text"), ALARMS)
def test_what_looks_like_a_persons_is_noticed(kind, text):
    assert [each.kind for each in found(text)] == [kind]


@pytest.mark.parametrize("text", NO_ALARMS)
def test_what_is_a_things_is_left_alone(text):
    assert found(text) == []


def test_there_is_enough_of_both():
    assert min(len(ALARMS), len(NO_ALARMS)) >= 40


def test_everything_in_a_text_is_named_once_in_its_order():
    text = "Jo, born 3 May 1941, on 07700 900123, and again 07700 900123, or jo@example.org"
    assert [(each.kind, each.words) for each in found(text)] == [
        ("birth", "3 May 1941"),
        ("phone", "07700 900123"),
        ("email", "jo@example.org"),
    ]
    assert [str(each.name) for each in found_in([text, text])] == [
        "a date of birth",
        "a phone number",
        "an e-mail address",
    ]


@given(st.integers(0, 999_999_999), st.sampled_from(["", " ", "-"]))
def test_nine_digits_and_their_check_are_a_number_and_with_another_check_they_are_none(nine, gap):
    digits = f"{nine:09}"
    check = -sum(int(d) * w for d, w in zip(digits, range(10, 1, -1), strict=True)) % 11
    for last in range(10):
        number = gap.join((digits[:3], digits[3:6], digits[6:] + str(last)))
        alarmed = any(each.kind == "nhs" for each in found(f"Mr H {number}"))
        assert alarmed == (last == check and len(set(digits + str(last))) > 1)


@given(st.text(max_size=2000))
@example("0" * 2000)
@example("07700 " * 300)
@example("jo.smith." * 200 + "@")
@example("1/" * 1000)
@example("\ufdfa" * 2000)  # one letter that is eighteen
@example("+4" * 1000)
def test_no_text_is_too_much(text):
    for each in found(text):
        assert each.words
        assert each.kind in private_words.SAID


def test_of_a_text_that_no_form_takes_in_only_the_beginning_is_read():
    filler = "so on " * private_words.MOST
    assert [each.kind for each in found(f"Ring 07700 900123 {filler}")] == ["phone"]
    assert found(f"{filler} ring 07700 900123") == []
    assert found("\ufdfa" * private_words.MOST + " ring 07700 900123") == []


@given(st.decimals(0, 10**12, places=2, allow_nan=False))
def test_an_amount_is_nobodys_number(amount):
    for text in (f"£{amount}", f"£{amount:,}", f"{amount:,} pounds", f"{amount} a year"):
        assert found(text) == []


@given(st.dates(min_value=date(2000, 1, 1)))
def test_a_day_of_this_century_is_taken_for_a_birth_only_where_it_says_so(day):
    for text in (f"{day:%d/%m/%Y}", f"{day:%-d %B %Y}", f"{day:%Y-%m-%d}"):
        if day.year <= 9999:
            assert found(f"Reviewed {text}") == []
            assert [each.kind for each in found(f"born {text}")] == ["birth"]
