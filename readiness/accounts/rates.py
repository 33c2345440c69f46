"""How often a password or a code may be tried: so many times within so many seconds, each of them."""

FIVE_MINUTES, DAY = 5 * 60, 24 * 60 * 60

# Passwords are counted by browser or by address and never by account, as `tries.py` says.
PASSWORD = ((10, FIVE_MINUTES), (50, DAY))
CODE_KNOWN = PASSWORD
# A code is short and is asked of who has the password, so tries from browsers that the person
# never used are counted together, wherever they come from.
CODE_UNKNOWN = ((5, FIVE_MINUTES), (20, DAY))

# In allauth's words: tries / time / counted by. Signing in is not counted by address alone, as
# allauth would: whoever guesses would shut the door for everybody at their address, also for
# browsers that are known.
ALLAUTH = {"login": None, "reset_password": "20/h/ip,5/h/key"}
