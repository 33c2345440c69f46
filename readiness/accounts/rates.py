"""How often a password or a code may be tried, in allauth's words: tries / time / counted by."""

RATES = {
    # Not by address alone, as allauth would: whoever guesses would shut the door for everybody at
    # their address, also for browsers that are known.
    "login": None,
    "password_known": "10/5m/key,50/d/key",
    "password_unknown": "10/5m/ip,50/d/ip",
    # A code is short and is asked of who has the password, so tries from browsers that the
    # person never used are counted together, wherever they come from.
    "code_known": "10/5m/key,50/d/key",
    "code_unknown": "5/5m/key,20/d/key",
}
