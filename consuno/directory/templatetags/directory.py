"""Template filters of the directory."""

from django import template

from consuno.directory.invitations import path_of

register = template.Library()
register.filter("invitation_path", path_of)
