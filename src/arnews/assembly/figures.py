"""Figures: captions, their credits and the pictures that they belong to, put into the articles.

A figure may come in parts: a picture waits for its caption, a credit stands on a line below, a
template prints the two apart, and a carousel shows all of them twice.
"""

from __future__ import annotations

from typing import Literal

from attrs import Factory, define, evolve

from ..blocks import Block
from ..labeling import PageContext, Step
from ..model import Embed, Figure, PageWarning
from ..segment.dom import Element, lowest_common_ancestor
from .drafts import ArticleDraft, FigureDraft, done_figure
from .gallery import Gallery, embed
from .sources import Path, Sources

_LONGEST_LABEL = 30
_VIDEO = "فيديو"  # in the label of a caption: «التعليق على الفيديو، …»


@define(eq=False)
class Figures:
    """Puts the figures of one page into `articles`, the last of which is being read."""

    page: PageContext
    articles: list[ArticleDraft]
    warnings: list[PageWarning]
    sources: Sources
    gallery: Gallery = Factory(Gallery)
    inside: int | None = None  # the <figure> of the last caption or credit, else its line
    box: Element | None = None  # around the last caption and its picture
    held: tuple[int, int] = (-1, -1)  # the first and the last block of the last figure
    loose: list[Figure | Embed] = Factory(list)  # pictures and players before the next text

    def open_article(self) -> None:
        """Begins an article: what waits belongs to the one before."""
        if self.articles:
            self.place()
            self.gallery = Gallery()

    def lead(self, article: ArticleDraft, step: Step) -> None:
        """Takes a line that is the lead of `article`, or the other half of it."""
        figure = self._figure(step.block)
        if not self._continues(article, figure, step):
            self._another_lead(article, figure, step)

    def draft(self, block: Block) -> FigureDraft:
        """A figure in the making, with the picture that waited for it."""
        shown = self.claimed(Figure(), block)
        return FigureDraft(video=shown.kind == "video", url=shown.url)

    def picture(self, step: Step) -> None:
        """A player goes into the body; a picture waits for its caption, if it has none above."""
        markup = step.block.markup
        image = markup.image if markup else None
        if markup is None or image is None:
            return
        if image.kind == "frame":
            self._keep(embed(image))
            return
        self.box = None
        if markup.figure is None:
            self.inside = None
        if self._is_below_caption(step.index, markup.element) and self.gallery.takes(image):
            last = self._last()
            assert isinstance(last, Figure)
            kind = "video" if image.kind == "video" else last.kind
            self._replace(self.articles[-1], last, evolve(last, url=image.url, kind=kind))
        else:
            self._keep(self.gallery.offer(markup))

    def _last(self) -> Figure | None:
        """The last element of the article, if it is a figure."""
        article = self.articles[-1] if self.articles else None
        last = (article.body[-1] if article.body else article.lead_image) if article else None
        return last if isinstance(last, Figure) else None

    def _is_below_caption(self, at: int, picture: Element) -> bool:
        """Whether picture `at` stands right below a caption without one, in an element that holds
        the two and nothing right above or below."""
        last, (start, end), blocks = self._last(), self.held, self.page.blocks
        if last is None or last.url or last.caption is None or end != at - 1:
            return False
        caption = blocks[start].markup
        assert caption is not None
        box = lowest_common_ancestor(caption.element, picture)
        beside = [*blocks[max(0, start - 1) : start], *blocks[at + 1 : at + 2]]
        markups = [other.markup for other in beside if not _is_counter(other)]
        return not any(markup and _holds(box, markup.element) for markup in markups)

    def _keep(self, shown: Figure | Embed | None) -> None:
        if shown is not None:
            self.loose.append(shown)

    def place(self) -> None:
        """Puts what was shown since the last text into the article; the lead before the body."""
        self._keep(self.gallery.alone())
        loose, self.loose = self.loose, []
        if not self.articles:
            return
        article = self.articles[-1]
        for shown in loose:
            if article.lead_image is None and not article.body and isinstance(shown, Figure):
                article.lead_image = shown
            else:
                article.body.append(shown)

    def part(self, article: ArticleDraft, step: Step) -> None:
        assert step.slot is not None
        in_lead = step.slot.scopes[-1] == "lead_image"
        draft = article.lead_image if in_lead else article.body[-1]
        if step.slot.again or not isinstance(draft, FigureDraft):
            return
        number = step.block.figure
        if None not in (draft.element, number) and draft.element != number:
            in_lead = False
            draft = article.figure_in(number)  # one figure of the template, two of the page
        draft.element = number
        before = draft.done()
        if step.field == "caption":
            line = self.page.values.caption(step.block.text)  # its label may stand on its line
            draft.caption = line.caption if line.credit is None else step.block.text
            draft.video |= step.block.text.startswith(self.page.layout.words.video)
        elif step.field == "credit":
            draft.credit = self.page.values.credit(step.block.text)
        elif step.field == "video":
            draft.video = True
        path = ("lead_image",) if in_lead else _last(article)
        self.sources.set_figure(path, before, draft.done())

    def _another_lead(self, article: ArticleDraft, figure: Figure, step: Step) -> None:
        if article.lead_image is None:
            article.lead_image = figure
            self.sources.set_figure(("lead_image",), None, figure)
        elif step.block.markup is not None and not article.is_new(figure):
            return
        elif isinstance(article.lead_image, Figure) and (
            self._are_halves(article.lead_image, figure, step.block)
            or _begins(article.lead_image, figure)
        ):
            joined = _joined(figure, article.lead_image)
            self.sources.set_figure(("lead_image",), article.lead_image, joined)
            article.lead_image = joined
        elif article.lead_image != figure and step.slot is not None and not step.slot.again:
            article.body.append(figure)
            self.sources.set_figure(_last(article), None, figure)
        elif article.lead_image != figure:
            message = f"lead caption printed in two ways: «{step.block.text}»"
            self.warnings.append(PageWarning("two ways", message))

    def _are_halves(self, above: Figure, below: Figure, block: Block) -> bool:
        """Whether a caption and its credit stand on two lines, one below the other."""
        if block.markup is not None or block.gap.count("\n") > 1:
            return False
        halves = (above.caption, above.credit, below.caption, below.credit)
        missing = [half is None for half in halves]
        return missing in ([False, True, True, False], [True, False, False, True])

    def body(self, article: ArticleDraft, step: Step) -> None:
        block = step.block
        figure, above = self._figure(block), article.body[-1] if article.body else None
        # Whether the template prints every figure once, or says where it is printed again.
        fixed_gaps = self.page.words.fixed_gaps
        if not article.body and not fixed_gaps:  # its template tells them apart
            above = done_figure(article.lead_image) if article.lead_image else None
        if self._continues(article, figure, step):
            return
        again = not figure.url and not article.is_new(figure)
        if again and (block.markup is not None or (figure.caption and not fixed_gaps)):
            return
        self.place()
        if not isinstance(above, Figure) or not self._are_halves(above, figure, block):
            article.body.append(figure)
            self.sources.set_figure(_last(article), None, figure)
        else:
            self._replace(article, above, _joined(above, figure))

    def _replace(self, article: ArticleDraft, before: Figure, after: Figure) -> None:
        """Puts `after` for `before`, the last figure of `article`."""
        self.sources.set_figure(_last(article) if article.body else ("lead_image",), before, after)
        if article.body:
            article.body[-1] = after
        else:
            article.lead_image = after

    def _continues(self, article: ArticleDraft, figure: Figure, step: Step) -> bool:
        """Whether a block stands in the same <figure> as the one before, or in an inline element on
        its line, or is the credit in one element with a picture and its caption, and tells the
        rest."""
        block, last = step.block, self._last()
        before, self.inside = self.inside, _place(block)
        if last is None or not self._is_part(last, figure, block, before):
            self.held = (step.index, step.index)
            return False
        self.held = (self.held[0], step.index)
        caption, credit = figure.caption, figure.credit
        if last.caption and caption and _tells_again(caption, last.caption):
            caption = max(last.caption, caption, key=len)
        elif last.caption and caption and not _is_label(last.caption):
            caption, credit = last.caption, last.credit or self.page.values.credit(block.text)
            if credit is None:
                self.held = (step.index, step.index)
                return False
        elif last.caption and not caption:
            caption = last.caption
        joined = evolve(last, caption=caption, credit=last.credit or credit)
        self._replace(article, last, joined)
        return True

    def _is_part(self, last: Figure, figure: Figure, block: Block, before: int | None) -> bool:
        if block.markup is None:
            return False
        credits = last.caption and last.credit is None and figure.caption is None
        if credits and self.box is not None and _holds(self.box, block.markup.element):
            return True
        beside = block.markup.figure is not None or block.markup.element.inline
        return self.inside is not None and self.inside == before and beside

    def _figure(self, block: Block) -> Figure:
        line = self.page.values.caption(block.text)
        label = block.text.partition(line.caption)[0] if line.caption else ""
        shown: Literal["image", "video"] = "video" if _VIDEO in label else "image"
        figure = Figure(line.caption, line.credit, shown)
        claimed = self.claimed(figure, block)  # a repetition takes its picture away with it
        return claimed if self.articles[-1].is_new(figure) else figure

    def claimed(self, figure: Figure, block: Block) -> Figure:
        """`figure`, whose caption or credit is `block`, with the picture that waited for it."""
        picture = self.gallery.waiting
        if picture is not None and block.markup is not None:
            self.box = lowest_common_ancestor(picture.element, block.markup.element)
        return self.gallery.claim(figure, block.figure)


def _holds(box: Element, element: Element) -> bool:
    return lowest_common_ancestor(box, element) is box


def _is_counter(block: Block) -> bool:
    return bool(block.text) and not any(map(str.isalpha, block.text))


def _place(block: Block) -> int | None:
    """The <figure> of a caption or credit, else the element in whose line it stands."""
    if block.markup is None or block.figure is not None:
        return block.figure
    return block.markup.element.block_ancestor.document_index


def _last(article: ArticleDraft) -> Path:
    """The path of the last element of a body."""
    return ("body", len(article.body) - 1)


def _begins(above: Figure, below: Figure) -> bool:
    """Whether the caption below says that above in full: «الرئيس السابق», «الرئيس السابق حسني»."""
    whole = below.caption or ""
    return bool(above.caption) and above.caption != whole and whole.startswith(f"{above.caption} ")


def _joined(above: Figure, below: Figure) -> Figure:
    return evolve(
        above, caption=above.caption or below.caption, credit=above.credit or below.credit
    )


def _tells_again(text: str, caption: str) -> bool:
    """Whether `text` says most words of the caption above it."""
    words = set(caption.split())
    return 2 * len(words & set(text.split())) > len(words)


def _is_label(text: str) -> bool:
    """«التعليق على الصورة،» alone: what it labels stands in the next block."""
    return len(text) <= _LONGEST_LABEL and text.endswith(("،", ":"))
