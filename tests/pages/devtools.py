"""Drives headless Chromium over its DevTools protocol, by a pair of pipes: no package of Python or of Node is needed."""
import fcntl
import json
import os
import shutil
import subprocess
import tempfile

LONGEST_WAIT = 60  # seconds for an answer, on a machine that does much else


class Browser:
    """A Chromium that reaches no network. `with Browser() as browser: page = browser.page()`."""

    def __init__(self, program="chromium"):
        self.folder = tempfile.mkdtemp(prefix="crmtrack-chromium-")
        self.answers, self.events, self.last = {}, [], 0
        to_browser, self.out = os.pipe()
        self.inn, from_browser = os.pipe()
        # Chromium reads commands from 3 and writes answers to 4; other places first, so that none is overwritten.
        reads = fcntl.fcntl(to_browser, fcntl.F_DUPFD, 20)
        writes = fcntl.fcntl(from_browser, fcntl.F_DUPFD, 20)

        def connect():
            os.dup2(reads, 3)
            os.dup2(writes, 4)

        arguments = [program, "--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
                     "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars", "--disable-background-networking",
                     "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND",
                     f"--user-data-dir={self.folder}", "about:blank"]
        environment = {"PATH": os.environ["PATH"], "HOME": self.folder, "LANG": "C.UTF-8"}
        self.process = subprocess.Popen(arguments, preexec_fn=connect, close_fds=False, env=environment,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for end in (to_browser, from_browser, reads, writes):
            os.close(end)
        self.rest = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close")
        except (OSError, EOFError):
            pass
        try:
            self.process.wait(LONGEST_WAIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.out)
        os.close(self.inn)
        shutil.rmtree(self.folder, ignore_errors=True)

    def message(self):
        while b"\0" not in self.rest:
            piece = os.read(self.inn, 1 << 20)
            if not piece:
                raise EOFError("chromium has ended")
            self.rest += piece
        text, self.rest = self.rest.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, session=None, **parameters):
        self.last += 1
        request = {"id": self.last, "method": method, "params": parameters}
        if session:
            request["sessionId"] = session
        data = json.dumps(request).encode() + b"\0"
        while data:
            data = data[os.write(self.out, data):]
        number = self.last
        while number not in self.answers:
            message = self.message()
            if "id" in message:
                self.answers[message["id"]] = message
            else:
                self.events.append(message)
        answer = self.answers.pop(number)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def wait_for(self, method, session):
        while True:
            for i, event in enumerate(self.events):
                if event["method"] == method and event.get("sessionId") == session:
                    return self.events.pop(i)["params"]
            message = self.message()
            if "id" in message:
                self.answers[message["id"]] = message
            else:
                self.events.append(message)

    def page(self):
        return Page(self)


class Page:
    """A page of a Browser."""

    def __init__(self, browser):
        self.browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network"):
            self.call(f"{domain}.enable")
        self.call("Page.setBypassCSP", enabled=True)

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def look(self, width, height, scheme="light", mobile=False):
        """The screen: its size and whether it is light or dark."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=mobile)
        self.call("Emulation.setEmulatedMedia", media="screen",
                  features=[{"name": "prefers-color-scheme", "value": scheme}])

    def open(self, path):
        """Opens a file. Gives the addresses that the browser asked for."""
        self.browser.events.clear()
        self.call("Page.navigate", url=f"file://{path}")
        self.browser.wait_for("Page.loadEventFired", self.session)
        return [event["params"]["request"]["url"] for event in self.browser.events
                if event["method"] == "Network.requestWillBeSent"]

    def value(self, expression):
        """The value of JavaScript, a promise's when it is kept."""
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"])[:2000])
        return answer["result"].get("value")
