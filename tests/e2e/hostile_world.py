"""A data repository full of text that wants to harm a terminal, or that is hard to measure.

Some of it came in by our own commands, some by plain git: records and policy that no command of ours would have written.
"""
import subprocess

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
CONTROLS = {
    "csi": "red \x1b[5;35mtext\x1b[2J\x1b[1;1H",
    "title": "\x1b]0;pwned\x07",
    "clipboard": "\x1b]52;c;cHduZWQ=\x1b\\",
    "link": "\x1b]8;;http://example.com\x1b\\click\x1b]8;;\x1b\\",
    "device": "\x1bP$q\"p\x1b\\ \x1b[6n \x1bc \x1b[?1049h",
    "c1": "\u009b5;35mC1\u009d0;title\u009c\u0090x\u0085",
    "bell": "bell\x07 back\x08\x08\x08\x08over",
    "return": "seen\rhidden",
    "delete": "del\x7fete",
    "shift": "shift \x0e out \x0f in \x0b\x0c",
    "tabs": "one\ttwo\t\tthree",
    "lines": "first\nsecond\n\nlast",
    "override": "\u202etxt.exe\u202c and \u202ahere\u202c",
    "isolates": "\u2066iso\u2069 \u2067late\u2069 \u2068first\u2069 \u200frlm \u061calm \u206aold",
    "tags": "flag 🏴\U000e0067\U000e0062\U000e007f tags \U000e0001\U000e0041",
    "separators": "line\u2028separator\u2029and\ufeffmark \ufff9note\ufffb",
    "nobody": "\ufffe\ufdd0\U0001ffff",
}
SCRIPTS = {
    "family": f"{FAMILY} {FAMILY} at the counter {FAMILY}{FAMILY}{FAMILY}{FAMILY}{FAMILY}{FAMILY}{FAMILY}{FAMILY}",
    "flags": "🇩🇪🇫🇷🇮🇳🇯🇵🇩🇪🇫🇷🇮🇳🇯🇵🇩🇪🇫🇷🇮🇳🇯🇵🇩🇪🇫🇷🇮🇳🇯🇵🇩🇪🇫🇷🇮🇳🇯🇵🇩🇪🇫🇷🇮🇳🇯🇵",
    "skin": "👍🏽👍🏿👩🏽\u200d⚕\ufe0f👍🏻 " * 6,
    "styles": "❤\ufe0f ⌚\ufe0e 1\ufe0f\u20e3 a\ufe0fb ☎\ufe0f ©\ufe0f " * 5,
    "han": "再発行された請求書の金額が間違っていますので確認してください、お願いします、至急です",
    "jamo": "\u1112\u1161\u11ab\u1100\u116e\u11a8\u110b\u1165" * 9,
    "marks": "e\u0301te\u0301 re\u0301pe\u0301te\u0301 a\u0300 l'e\u0301cole " * 4,
    "stacked": ("Z" + "\u0335\u0341\u0363" * 8) * 30,
    "thai": "ที่นี่กำลังรอคำตอบอยู่นานมากแล้วครับ ไม่มีใครโทรกลับมาเลย",
    "devanagari": "बिल में दो बार राशि ली गई है और कोई जवाब नहीं देता, कृपया जल्दी देखें, क्षमा नहीं",
    "tamil": "கட்டணம் இரண்டு முறை எடுக்கப்பட்டது நிறுவனத்தில் யாரும் பதில் சொல்லவில்லை",
    "hebrew": "החשבונית שגויה ואף אחד לא עונה כבר שבוע שלם ואין מענה בטלפון",
    "arabic": "الفاتورة خاطئة ولم يرد أحد منذ أسبوع كامل ونريد جوابا سريعا",
    "word": "x" * 150,
    "wide_word": "請" * 80,
    "edge": "\u0301begins with a mark, and so a\u0301",
}
TEXTS = CONTROLS | SCRIPTS
BAD = "".join(CONTROLS.values())  # all of it in one
STORY = "complaints/2026/11/20/zzzzzzzzzz"
RAW = b"\x1b[2J\x1b]0;raw\x07\xc2\x9b5m\xff\xfe\x9b31m\x80"  # bytes, some of which are no text
BAD_NAME = "\x1b[2Jbad\x07\u202e.png"  # which is refused
ODD_NAME = f"{FAMILY}\u202egnp.請求書.png"  # which is taken


def git(sandbox, *arguments, data=None):
    result = subprocess.run(["git", "-C", str(sandbox.root / "data"), *arguments], env=sandbox.env, input=data,
                            capture_output=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


def take(sandbox, *arguments, **variables):
    """Runs the program; must succeed. Arguments may hold anything but NUL."""
    result = subprocess.run([sandbox.binary, *arguments], env=sandbox.env | variables, cwd=sandbox.root,
                            stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert result.returncode == 0, (arguments[:4], result.stderr)
    return result.stdout.decode().strip()


def add_complaints(sandbox):
    ids = {}
    for name, text in TEXTS.items():
        ids[name] = take(sandbox, "new", "-c", "acme", "-r", "other", "--with", text, "-m", text + "\n" + text)
    return ids


def add_story(sandbox, complaint):
    """Every kind of record, every field that takes text, on one complaint."""
    for name in (BAD_NAME, ODD_NAME):
        (sandbox.root / name).write_text("not a picture\n")
    stranger = {"GIT_AUTHOR_NAME": BAD.replace("\n", " ")}
    call = take(sandbox, "call", complaint, "--with", BAD, "--promise", f"{BAD}@2026-11-25", "--ref", f"x:{BAD}",
                "--attach", ODD_NAME, "-m", BAD, **stranger)
    take(sandbox, "email", complaint, "--out", "--expects", "reply", "-m", "\n".join(SCRIPTS.values()))
    take(sandbox, "escalate", complaint, "--to", "1", "--person", "ben@example.com", "--why", BAD)
    take(sandbox, "review", complaint, "--lesson", BAD, "--went-well", SCRIPTS["family"], "--root-cause", BAD)
    take(sandbox, "correct", complaint, call, "--set", f"text={BAD}", "--why", BAD)
    take(sandbox, "waive", complaint, "acknowledge", "--why", BAD)
    take(sandbox, "update", complaint, "--set", f"mood={BAD}", "--why", BAD)
    take(sandbox, "resolve", complaint, "--outcome", "upheld", "--code", "fixed", "--evidence", "attempted", "-m", BAD)
    take(sandbox, "compliment", "-c", "acme", "--with", BAD, "-m", BAD)
    take(sandbox, "customer", "edit", "acme", "--name", BAD, "--segment", BAD, "--region", BAD, "--manager",
         "ben@example.com", "--contact", f"{BAD.replace('<', '')} <b@example.com>")


def add_policy(sandbox):
    take(sandbox, "person", "add", "ben@example.com", "--name", BAD, "--team", BAD)
    take(sandbox, "person", "add", "asha@example.com", "--name", SCRIPTS["devanagari"])
    take(sandbox, "project", "add", "apollo", "--name", BAD, "--manager", "ben@example.com")
    take(sandbox, "reason", "add", "strange", "--label", BAD, "--question", SCRIPTS["family"],
         "--why", BAD)
    take(sandbox, "level", "edit", "4", "--name", BAD, "--why", BAD)
    take(sandbox, "form", "add", "severity:critical", "--require", "contact", "--example", BAD, "--match",
         "contact=^[^\u001b]*$", "--why", BAD)


def commit_raw(sandbox, branch, files):
    """A commit as any git could make it."""
    said = b"raw \x1b[2J\xc2\x9b5m \x07\xff\xfe \x08\n"
    parts = [b"commit refs/heads/%s\ncommitter \x1b[2Jeve\xc2\x9b <eve\x1b[31m@example.com> 1795251600 +0000\n" % branch,
             b"data %d\n%sfrom refs/heads/%s^0\n" % (len(said), said, branch)]
    for path, content in files.items():
        parts.append(b'M 100644 inline "%s"\ndata %d\n%s\n' % (path, len(content), content))
    git(sandbox, "fast-import", "--quiet", data=b"".join(parts))


def add_by_plain_git(sandbox):
    yaml = (b'kind: complaint\nat: 2026-11-20T09:00:00Z\nby: "eve\\x1b[2J@example.com"\nafter: []\ncustomer: acme\n'
            b'reason: "o\\x1b[2Jther"\nproject: "p\\u202ex"\nchannel: "\\u009b5m"\nsummary: "%s"\n')
    note = b'kind: "no\\x1b[2Jte\\a"\nat: 2026-11-20T09:00:00Z\nby: eve@example.com\nafter: []\n"k\\x1b[2J": "v\\u009b"\n'
    story = STORY.encode()
    commit_raw(sandbox, b"ledger", {
        story + b"/01kac00000000000000000aaaa-complaint.yaml": yaml % b"shown \\x1b[2J\\e]0;x\\a \\x9b5m \\u2028",
        story + b"/01kac00000000000000000aaab-activity.yaml": b"kind: activity\ntext: " + RAW + b"\n",
        story + b"/01kac00000000000000000aaac-activity.yaml": note,
        story + b"/01kac00000000000000000aaad-activity.yaml": RAW,
        story + b"/\\033[2J\\302\\233\\376.yaml": b"kind: activity\n",
    })


def add_mail(sandbox):
    """A mail that waits in the inbox: sender, subject and text are full of what a terminal obeys."""
    line = BAD.replace("\n", " ").replace("\r", " ").encode()
    mail = b"From: %s <eve@elsewhere.example>\nTo: desk@desk.example\nSubject: %s\nMessage-ID: <h1\x1b[2J@elsewhere.example>\nDate: Fri, 20 Nov 2026 09:00:00 +0000\n\n%s\n%s\n"
    box = sandbox.root / "hostile.mbox"
    box.write_bytes(b"From eve@elsewhere.example Fri Nov 20 09:00:00 2026\n" + mail % (line, line, BAD.encode(), RAW))
    take(sandbox, "mail", "receive", "--mbox", str(box))


def break_policy(sandbox):
    """Words of policy that a person wrote in an editor, good and bad."""
    commit_raw(sandbox, b"main", {
        b"policy/calendars.yaml": b'calendars:\n  "c\\x1b[2J": {zone: "\\x1b]0;z\\a"}\n',
        b"policy/lists.yaml": b'lists: {"\\x9b5m": ["' + RAW + b'"]}\n',
        b"policy/levels.yaml": b'levels:\n  - {level: 1, name: "n\\x1b[2J\\u202e"}\n  - {level: "\\x1b[2J"}\n',
    })
    git(sandbox, "reset", "--quiet", "--hard")


def build(sandbox):
    """Fills the sandbox's repository; the ids of its complaints by the name of their text."""
    ids = add_complaints(sandbox)
    add_policy(sandbox)
    add_story(sandbox, ids["csi"])
    add_mail(sandbox)
    add_by_plain_git(sandbox)
    break_policy(sandbox)
    return ids
