
"use strict";
// Everything is readable without this script. It lights fields and their blocks, moves by keyboard,
// filters and searches, and writes an entry of a layout.

const FIELDS = ["headline", "kicker", "subtitle", "section", "byline", "published", "modified",
  "lead_image", "paragraph", "subheading", "quote", "list_item", "figure", "embed", "tag", "chrome"];
const FIELD_OF_ROLE = {date: "published", caption: "figure", interface: "chrome", related_title: "chrome", related_caption: "figure"};
const MARKS = /[\u064b-\u065f\u0670\u0640]/g;  // vowels and kashida

const pageOf = (element) => element.closest(".page");
const folded = (text) => text.toLowerCase().replace(MARKS, "").replace(/[أإآٱ]/g, "ا")
  .replace(/ى/g, "ي").replace(/ة/g, "ه");

/* The blocks of each field, and of the fields it is part of: made when first asked for. */
const known = new WeakMap();
function blocksOf(page) {
  if (known.has(page)) return known.get(page);
  const blocks = new Map();
  for (const block of page.querySelectorAll("[data-feeds]")) {
    for (const feed of block.dataset.feeds.split(" ")) {
      const parts = feed.split(".");
      for (let size = parts.length; size > 0; size -= 1) {
        const path = parts.slice(0, size).join(".");
        if (!blocks.has(path)) blocks.set(path, new Set());
        blocks.get(path).add(block);
      }
    }
  }
  known.set(page, blocks);
  return blocks;
}

const prefixOf = (page) => page.querySelector(".source").id.slice(0, -"source".length);

function fieldsOf(block) {
  const prefix = prefixOf(pageOf(block));
  return (block.dataset.feeds || "").split(" ").filter(Boolean).map((feed) => {
    for (let path = feed; path; path = path.slice(0, Math.max(0, path.lastIndexOf(".")))) {
      const field = document.getElementById(prefix + path);
      if (field) return field;
    }
    return null;
  }).filter(Boolean);
}

/* What belongs together with a block or a field: the fields, or the blocks. */
function partners(element) {
  if (element.matches(".block")) return fieldsOf(element);
  const page = pageOf(element);
  return [...(blocksOf(page).get(element.id.slice(prefixOf(page).length)) || [])];
}

/* Light: of what the mouse is over, else of what has the focus. */
let lit = [];
function light(element) {
  for (const each of lit) each.classList.remove("lit");
  lit = element ? [element, ...partners(element)] : [];
  for (const each of lit) {
    each.classList.add("lit");
    const fold = each.closest(".fold:not([open])");
    if (fold) { fold.classList.add("lit"); lit.push(fold); }
  }
}
const thing = (target) => target instanceof Element && target.closest(".page .block, .page .field");
document.addEventListener("mouseover", (event) => light(thing(event.target)));
document.addEventListener("focusin", (event) => light(thing(event.target)));

function show(element) {
  for (let fold = element.closest(".fold"); fold; fold = fold.parentElement.closest(".fold")) fold.open = true;
  element.hidden = false;
  element.scrollIntoView({block: "center"});
}

/* A click on a field shows its block, one that opens a block shows its field. */
document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  const element = thing(event.target);
  if (!element || !getSelection().isCollapsed || (link && !link.matches(".from"))) return;
  const [partner] = partners(event.target.closest(".block") || element);
  if (!partner) return;
  if (element.matches(".field")) {
    event.preventDefault();
    const own = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const block = own || partner;
    show(block);
    block.open = true;
    block.querySelector("summary").focus({preventScroll: true});
  } else if (event.target.closest("summary") && !element.open) {
    show(partner);
  }
});

/* An entry of a layout, from an element of the block and a field of choice. */
document.addEventListener("toggle", (event) => {
  const block = event.target;
  if (block.open && block.matches(".block") && !block.querySelector(".mend")) mend(block);
}, true);

function mend(block) {
  const elements = block.querySelector(".why > code");
  const selectors = elements ? elements.textContent.split(" ").filter((text) => text.includes(".")) : [];
  if (!selectors.length) return;
  const role = block.dataset.next;
  const box = document.createElement("div");
  box.className = "mend";
  const field = choice("الحقل", FIELDS, FIELD_OF_ROLE[role] || role);
  const element = choice("العنصر", selectors);
  const entry = document.createElement("pre");
  const write = () => { entry.textContent = `[markup]\n${field.value} = "${element.value}"`; };
  const copy = document.createElement("button");
  copy.type = "button";
  copy.textContent = "انسخ";
  copy.addEventListener("click", () => {
    getSelection().selectAllChildren(entry);
    (navigator.clipboard ? navigator.clipboard.writeText(entry.textContent) : Promise.reject())
      .catch(() => document.execCommand("copy")).then(() => { copy.textContent = "نُسخ"; });
  });
  box.addEventListener("change", write);
  write();
  box.append(field, element, entry, copy);
  block.querySelector(".why").append(box);
}

function choice(label, options, chosen) {
  const select = document.createElement("select");
  select.setAttribute("aria-label", label);
  select.dir = "ltr";
  for (const option of options) select.add(new Option(option, option, false, option === chosen));
  return select;
}

/* Filters: the chosen roles, and the words that are searched. */
function filter(page) {
  const roles = new Set([...page.querySelectorAll(".legend [aria-pressed=true]")].map((each) => each.dataset.role));
  const words = folded(page.querySelector("header input").value.trim());
  const filters = roles.size > 0 || words !== "";
  let count = 0;
  for (const block of page.querySelectorAll(".block")) {
    const role = block.className.match(/r-(\S+)/)[1];
    const wanted = (!roles.size || roles.has(role))
      && (!words || folded(block.querySelector(".text").textContent).includes(words));
    block.hidden = !wanted;
    count += wanted;
  }
  for (const group of page.querySelectorAll(".fold, .zone")) {
    const holds = !filters || group.querySelector(".block:not([hidden])") !== null;
    group.hidden = !holds;
    if (group.matches(".fold")) group.open = filters && holds;
  }
  page.querySelector(".found").textContent = filters ? `وُجد: ${count}` : "";
}
document.addEventListener("input", (event) => {
  if (event.target.matches("header input")) filter(pageOf(event.target));
});
document.addEventListener("click", (event) => {
  const button = event.target.closest(".legend button");
  if (!button) return;
  button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") === "true" ? "false" : "true");
  filter(pageOf(button));
});

/* Keys: arrows from block to block and from column to column, / to search, Escape to see all. */
const visible = (element) => element.offsetParent !== null;
const current = () => [...document.querySelectorAll(".page")].find(visible);

function step(from, by) {
  const stops = [...pageOf(from).querySelectorAll(from.closest(".source") ? ".source summary" : ".reader .from")].filter(visible);
  const next = stops[stops.indexOf(from) + by];
  if (!next) return;
  next.focus({preventScroll: true});
  next.scrollIntoView({block: "nearest"});
  for (const partner of partners(thing(next) || next).slice(0, 1)) partner.scrollIntoView({block: "nearest"});
}

function across(from) {
  const element = thing(from);
  const [partner] = element ? partners(element) : [];
  if (!partner) return;
  show(partner);
  (partner.querySelector("summary, .from") || partner).focus({preventScroll: true});
}

document.addEventListener("keydown", (event) => {
  const page = current();
  if (!page || event.ctrlKey || event.metaKey || event.altKey) return;
  const search = page.querySelector("header input");
  const at = document.activeElement;
  const inSource = at.matches(".source summary"), inReader = at.matches(".reader .from");
  if (event.key === "Escape") {
    search.value = "";
    for (const each of page.querySelectorAll(".legend [aria-pressed=true]")) each.setAttribute("aria-pressed", "false");
    filter(page);
  } else if (at.matches("select")) {
    return;
  } else if (event.key === "/" && at !== search) {
    search.focus();
    search.select();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (inSource || inReader) step(at, event.key === "ArrowDown" ? 1 : -1);
    else {
      const first = [...page.querySelectorAll(".source summary")].find(visible);
      if (event.key === "ArrowUp" || !first) return;
      first.focus();
    }
  } else if ((event.key === "ArrowLeft" && inSource) || (event.key === "ArrowRight" && inReader)) {
    across(at);
  } else {
    return;
  }
  event.preventDefault();
});

/* An address with # may lead to what is folded away. */
function arrive() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.matches(".block, .field")) {
    show(target);
    if (target.matches(".block")) target.open = true;
  }
}
addEventListener("hashchange", arrive);
for (const each of document.querySelectorAll("header [disabled]")) each.disabled = false;
arrive();
