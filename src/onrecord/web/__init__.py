"""The web application: the archive as pages to read and as a REST interface.

Pages are rendered on the server and need no script for reading; nothing is fetched from
elsewhere. ``make_app`` gives the ASGI application, ``serve`` runs it.
"""

from onrecord.web.app import make_app
from onrecord.web.guard import Rules
from onrecord.web.serving import serve

__all__ = ["Rules", "make_app", "serve"]
