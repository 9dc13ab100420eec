"""A real server on a loopback port and a real Chromium, for tests of pages."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from graph.explorer.app import create_app
from graph.explorer.live import Source

_FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
_FLAGS += ["--disable-component-update", "--disable-sync"]


@contextmanager
def served(source: Source) -> Iterator[str]:
    """The address of an explorer over the graph of ``source``."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(source), log_level="warning", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


@contextmanager
def launched(chromium: str) -> Iterator[Browser]:
    """The browser at the path ``chromium``, running."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        yield browser
        browser.close()


@contextmanager
def visiting(browser: Browser, *, scripts: bool = True, dark: bool = False) -> Iterator[Page]:
    """A tab of a visitor; nothing may come from elsewhere or break a policy."""
    context = browser.new_context(java_script_enabled=scripts, color_scheme="dark" if dark else "light")
    page = context.new_page()
    page.set_default_timeout(15_000)
    elsewhere: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda sent: elsewhere.append(sent.url) if "//127.0.0.1:" not in sent.url else None)
    page.on("console", lambda told: complaints.append(told.text))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    yield page
    context.close()
    assert elsewhere == []
    assert [line for line in complaints if "404" not in line] == []


def follow(link: Locator) -> None:
    """Click the link or button, and wait for the page it leads to: what is read next is of that page."""
    with link.page.expect_navigation():
        link.click()
