"""The ground plan of a page: where its articles stand, and what lies around them.

A page of news is mostly not news. Its *bodies* are the elements that hold the running text: every
paragraph counts for the element around it, less for the one further up, and the heaviest element
is a body; others of the same make that hold enough text are bodies too (pages that load the next
story under the first). A body's *headline* is the nearest heading before it, best of all one that
the metadata names. Lists of links are found as runs of links of the same make, with the word that
heads them. All of it is one pass over the blocks and the elements that hold running text.
"""

from __future__ import annotations

from ...blocks import Block
from ...input.metadata import Metadata
from ...segment.dom import Element, lowest_common_ancestor
from .bodies import ENOUGH, all_inside, bodies, story_of
from .elements import heading_level, is_within, shape
from .headlines import headline, is_named, lone_headline
from .lists import STORY, is_index, lists
from .parts import Links, Plan, Story
from .running import RUNNING, running_text, runs

__all__ = ["RUNNING", "STORY", "Links", "Plan", "Story", "draw", "is_within", "shape"]


def draw(blocks: list[Block], metadata: Metadata) -> Plan:
    """The plan of a page of HTML."""
    plan = Plan(blocks, metadata)
    running = running_text(plan)
    for body, group in bodies(plan, running):
        story = story_of(blocks, all_inside(blocks, running, body, group), body)
        if metadata.is_article or not is_index(blocks, running, story):
            plan.stories.append(story)
    plan.stories.sort(key=lambda story: story.first)
    before = 0
    for story in plan.stories:
        story.headline = headline(plan, before, story.first)
        before = story.last + 1
    plan.stories = [story for story in plan.stories if _is_believed(plan, story)]
    if not any(is_named(plan, story) for story in plan.stories):
        lone = lone_headline(plan)
        plan.stories = sorted([*lone, *plan.stories], key=lambda story: story.first)
    for story in plan.stories:
        story.frame = _frame(plan, story)
    plan.lists = lists(blocks)
    return plan


def _is_believed(plan: Plan, story: Story) -> bool:
    """Whether there is enough text for an article: little is enough under a headline."""
    text = sum(
        len(plan.blocks[at].text)
        for at in range(story.first, story.last + 1)
        if runs(plan.blocks[at])
    )
    if text >= ENOUGH or plan.metadata.is_article:
        return True
    markup = plan.blocks[story.headline].markup if story.headline is not None else None
    return markup is not None and markup.href is None and heading_level(markup.element) == "h1"


def _frame(plan: Plan, story: Story) -> Element:
    """The element around the headline and the body; around the body alone, two steps up."""
    if story.headline is None:
        above = story.body.up or story.body
        return above.up or above
    markup = plan.blocks[story.headline].markup
    assert markup is not None
    return lowest_common_ancestor(markup.element, story.body)
