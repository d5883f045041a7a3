"""What arnews raises: `ArnewsError` and its kinds, nothing else."""


class ArnewsError(Exception):
    """The base of every error that arnews raises; its message says what to do."""


class UndecodableInput(ArnewsError):
    """The bytes cannot be read as text: pass `encoding=`, or check that the file is a page."""


class InputTooLarge(ArnewsError):
    """The input is larger than `Limits` allows."""


class InputTooComplex(ArnewsError):
    """The markup is past `Limits`, and `Limits(strict=True)` asked for a refusal."""


class UnknownLayout(ArnewsError):
    """No layout has the name that was asked for."""


class BadLayout(ArnewsError):
    """A layout file breaks a rule; the message names the file, the key and the rule."""


class BadLexicon(ArnewsError):
    """A lexicon table breaks a rule; the message names the table, the entry and the rule."""


class BadJson(ArnewsError):
    """The JSON given to `Page.from_json` is not a page in the `arnews/page/1` form."""


class CannotPrint(ArnewsError):
    """A layout's template has no place for something that the page holds."""


class CannotLearn(ArnewsError):
    """The pages do not make a layout: too few, too many, of two kinds, or without articles."""
