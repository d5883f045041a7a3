"""The exceptions of arnews: `ArnewsError` and its subclasses. It raises no other.

Messages name arguments as `limits`, not as `limits=` or `--limits`: they are read by those who call
a function and by those who type a command.
"""


class ArnewsError(Exception):
    """The base class of all errors of arnews. The message says what to do."""


class BadArgument(ArnewsError, TypeError, ValueError):
    """An argument has a type or value that no function of arnews takes: `parse(None)`.

    The message names the argument, what was given and what to do. As in the standard library this
    is a `TypeError` or `ValueError`; it is both, so either `except` catches it.
    """


class UndecodableInput(ArnewsError):
    """The bytes cannot be decoded: pass `encoding`, or check that the file is a page."""


class InputTooLarge(ArnewsError):
    """The input is larger than `Limits` allows."""


class InputTooComplex(ArnewsError):
    """The markup is beyond `Limits`, and `Limits(strict=True)` asked for an error."""


class UnknownLayout(ArnewsError):
    """No layout has this id. The message lists the known ids."""


class BadLayout(ArnewsError):
    """A layout file breaks a rule. The message names the file, the key and the rule."""


class BadLexicon(ArnewsError):
    """A lexicon table breaks a rule. The message names the table, the entry and the rule."""


class BadJson(ArnewsError):
    """The JSON given to `Page.from_json` is not a page in the `arnews/page/1` form.

    The message names the place: `articles[0].headline: a string or null is wanted, not 5`.
    """


class CannotPrint(ArnewsError):
    """The template has no place for a value of the page, or needs a field that the page lacks."""


class CannotLearn(ArnewsError):
    """No layout can be learned from the pages: too few, too many, of two kinds, or no articles."""
