// Small comforts; every page works without this file.
// Everything listens on the document: htmx may replace the whole page on "back".
"use strict";

// Forms whose choices apply at once: the button is for those without scripts.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-auto]");
  if (form && event.target.tagName === "SELECT") form.requestSubmit();
  if (event.target.matches("[data-keys]")) localStorage.setItem("review-keys", event.target.checked ? "on" : "off");
});

// --- Review of minutes
const find = (selector) => document.querySelector(selector);
const keysOn = () => localStorage.getItem("review-keys") !== "off";

// The panel was swapped: tint the paper alike and bring the candidate's words into view.
const sync = () => {
  const paper = find(".paper");
  if (!paper) return;
  const states = {}, current = find(".candidate");
  for (const square of document.querySelectorAll(".grid a")) states[square.dataset.n] = square.dataset.state;
  for (const mark of paper.querySelectorAll(".mark")) {
    mark.className = "mark " + (states[mark.dataset.n] || "");
    mark.classList.toggle("on", Boolean(current) && mark.dataset.n === current.dataset.n);
  }
  const on = paper.querySelector(".mark.on");
  if (on) paper.scrollTop = on.offsetTop - paper.offsetTop - paper.clientHeight / 5;
  const box = find("[data-keys]");
  if (box) box.checked = keysOn();
};
document.addEventListener("DOMContentLoaded", sync);
document.addEventListener("htmx:afterSettle", sync);
document.addEventListener("htmx:historyRestore", sync);

// Lines chosen by two clicks on their numbers fill the form that adds a candidate.
let from = null;
const chooseLine = (number) => {
  const first = find("#id_first"), last = find("#id_last");
  if (from === null) { from = number; first.value = last.value = number; }
  else { first.value = Math.min(from, number); last.value = Math.max(from, number); from = null; }
  first.closest("details").open = true;
  for (const line of document.querySelectorAll(".paper .line")) {
    const at = Number(line.id.slice(1));
    line.classList.toggle("chosen", at >= Number(first.value) && at <= Number(last.value));
  }
};
document.addEventListener("click", (event) => {
  if (!event.target.closest(".paper")) return;
  const mark = event.target.closest(".mark");
  // A mark in the paper opens its candidate beside it.
  const square = mark && find(`.grid a[data-n="${mark.dataset.n}"]`);
  if (square) { event.preventDefault(); square.click(); return; }
  if (event.target.closest(".no")) chooseLine(Number(event.target.closest(".line").id.slice(1)));
});

const press = (selector) => { const target = find(selector); if (target) target.click(); return target; };
const toggle = (selector, inside) => {
  const box = find(selector);
  if (box) { box.open = inside ? true : !box.open; if (inside) box.querySelector(inside).focus(); }
  return box;
};
const KEYS = {
  j: () => press('.panel a[rel="next"]'), k: () => press('.panel a[rel="prev"]'),
  a: () => press('[data-key="a"]'), e: () => press('[data-key="e"]'),
  x: () => press('button[data-key="x"]') || toggle('[data-key="x"]', "textarea"), "?": () => toggle(".keys"),
};
document.addEventListener("keydown", (event) => {
  if (!find(".paper") || !keysOn() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  if (KEYS[event.key] && KEYS[event.key]()) event.preventDefault();
});
