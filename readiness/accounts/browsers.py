"""What a browser is called, so that somebody knows their own on a list."""

from django.utils.translation import gettext as _

# In this order: most browsers also name others that they are like.
BROWSERS = ("Edg", "OPR", "Firefox", "FxiOS", "Chrome", "CriOS", "Safari")
NAMES = {"Edg": "Edge", "OPR": "Opera", "FxiOS": "Firefox", "CriOS": "Chrome"}
SYSTEMS = ("iPhone", "iPad", "Android", "Windows", "Macintosh", "Linux")


def name_of(user_agent: str) -> str:
    """Such as “Firefox on Windows”; what the browser says of itself where we know neither."""
    browser = next((each for each in BROWSERS if f"{each}/" in user_agent), "")
    system = next((each for each in SYSTEMS if each in user_agent), "")
    if browser and system:
        named = NAMES.get(browser, browser)
        return _("{browser} on {system}").format(browser=named, system=system)
    return user_agent or _("A browser that does not say what it is")
