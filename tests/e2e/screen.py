"""The look of a text on a terminal: grapheme clusters, columns, and which control sequences are in it.

Written from Unicode's annexes 11 (width) and 29 (clusters), on Python's tables and not on the library that the program
uses, so that the two can be compared.
"""
import re
import unicodedata

# Select Graphic Rendition as src/render/style.cpp writes it; whatever else begins with ESC came from data.
OWN_SEQUENCE = re.compile(r"\x1b\[(?:0|1|2|31|32|33|1;33|1;36|1;4)m")
ZWJ, KEYCAP, EMOJI_STYLE = "\u200d", "\u20e3", "\ufe0f"


def is_treacherous(character):
    """Moves the cursor, or turns the text around it, and shows nothing itself."""
    value = ord(character)
    return (value < 0x20 or 0x7f <= value < 0xa0 or value in (0x61c, 0x200e, 0x200f, 0xfeff, 0x2028, 0x2029)
            or 0x202a <= value <= 0x202e or 0x2066 <= value <= 0x206f or 0xfff9 <= value <= 0xfffb
            or 0xe0000 <= value <= 0xe00ff or value & 0xfffe == 0xfffe or 0xfdd0 <= value <= 0xfdef)


def is_pictograph(character):
    return unicodedata.category(character) == "So" or 0x1f000 <= ord(character) <= 0x1faff


def is_regional(character):
    return 0x1f1e6 <= ord(character) <= 0x1f1ff


def extends(character):
    """Belongs to the character before it, whatever that is."""
    value = ord(character)
    spacing = unicodedata.category(character) == "Mc" or value in (0xe33, 0xeb3)
    return (unicodedata.category(character) in ("Mn", "Me") or spacing or character in "\u200c\u200d"
            or 0x1f3fb <= value <= 0x1f3ff)


def jamo(character):
    value = ord(character)
    for kind, ranges in (("L", ((0x1100, 0x115f), (0xa960, 0xa97c))), ("V", ((0x1160, 0x11a7), (0xd7b0, 0xd7c6))),
                         ("T", ((0x11a8, 0x11ff), (0xd7cb, 0xd7fb)))):
        if any(first <= value <= last for first, last in ranges):
            return kind
    if 0xac00 <= value <= 0xd7a3:
        return "LV" if (value - 0xac00) % 28 == 0 else "LVT"
    return ""


HANGUL_GOES_ON = {"L": ("L", "V", "LV", "LVT"), "V": ("V", "T"), "LV": ("V", "T"), "T": ("T",), "LVT": ("T",)}


def goes_on(cluster, character):
    """Whether a reader takes the character for a part of the cluster before it."""
    last = cluster[-1]
    if is_treacherous(last) or is_treacherous(character):
        return False
    if extends(character):
        return True
    if is_regional(character):
        return len(cluster) == 1 and is_regional(last)
    if last == ZWJ:
        return is_pictograph(character) and any(is_pictograph(before) for before in cluster)
    return jamo(character) in HANGUL_GOES_ON.get(jamo(last), ())


def clusters(text):
    found = []
    for character in text:
        if found and goes_on(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def character_width(character):
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf") and character != "\u00ad" or jamo(character) in ("V", "T"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" and category != "Cn" else 1


def cluster_width(cluster):
    picture = EMOJI_STYLE in cluster and (is_pictograph(cluster[0]) or KEYCAP in cluster or cluster[0] in "©®™↔")
    flag = len(cluster) > 1 and is_regional(cluster[0])
    if picture or flag or any(character_width(character) == 2 for character in cluster):
        return 2
    return sum(map(character_width, cluster))


def columns(text):
    return sum(map(cluster_width, clusters(text)))


def cells(text):
    """The line as a terminal keeps it: a cluster in its first column, None in a second one."""
    row = []
    for cluster in clusters(text):
        width = cluster_width(cluster)
        if width == 0 and row:
            row[-1] = (row[-1] or "") + cluster
        else:
            row.extend([cluster] + [None] * (width - 1))
    return row


def without_own_sequences(output):
    """The lines of what was written to a terminal, our colours taken away."""
    return OWN_SEQUENCE.sub("", output.replace("\r\n", "\n"))


def treacherous_in(text, allowed="\n"):
    """The parts that a terminal would obey; empty where there are none."""
    return [f"U+{ord(c):04X} in …{text[max(0, i - 20):i + 20]!r}" for i, c in enumerate(text)
            if c not in allowed and is_treacherous(c)]
