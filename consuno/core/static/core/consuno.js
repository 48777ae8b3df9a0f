// Small comforts; every page works without this file.
"use strict";
// Forms whose choices apply at once: the button is for those without scripts.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-auto]");
  if (form && event.target.tagName === "SELECT") form.requestSubmit();
});

// --- Review of minutes
const paper = document.querySelector(".paper");
if (paper) {
  const keysOn = () => localStorage.getItem("review-keys") !== "off";
  // The panel was swapped: tint the paper alike and bring the candidate's line into view.
  const sync = (scroll) => {
    const states = {};
    for (const square of document.querySelectorAll(".grid a")) states[square.dataset.n] = square.dataset.state;
    const current = document.querySelector(".candidate");
    for (const mark of paper.querySelectorAll(".mark")) {
      mark.className = "mark " + (states[mark.dataset.n] || "");
      mark.classList.toggle("on", Boolean(current) && mark.dataset.n === current.dataset.n);
    }
    const on = paper.querySelector(".mark.on");
    if (scroll && on) paper.scrollTop = on.offsetTop - paper.offsetTop - paper.clientHeight / 3;
    const box = document.querySelector("[data-keys]");
    if (box) box.checked = keysOn();
  };
  sync(true);
  document.addEventListener("htmx:afterSettle", () => sync(true));
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-keys]")) localStorage.setItem("review-keys", event.target.checked ? "on" : "off");
  });
  // A mark in the paper opens its candidate beside it.
  paper.addEventListener("click", (event) => {
    const mark = event.target.closest(".mark");
    const square = mark && document.querySelector(`.grid a[data-n="${mark.dataset.n}"]`);
    if (square) { event.preventDefault(); square.click(); return; }
    const line = event.target.closest(".line");
    if (line && event.target.closest(".no")) chooseLine(Number(line.id.slice(1)));
  });
  let from = null;
  const chooseLine = (number) => {
    const first = document.getElementById("id_first"), last = document.getElementById("id_last");
    if (from === null) { from = number; first.value = last.value = number; }
    else { first.value = Math.min(from, number); last.value = Math.max(from, number); from = null; }
    first.closest("details").open = true;
    for (const line of paper.querySelectorAll(".line")) {
      const at = Number(line.id.slice(1));
      line.classList.toggle("chosen", at >= Number(first.value) && at <= Number(last.value));
    }
  };
  const press = (selector) => { const target = document.querySelector(selector); if (target) target.click(); return target; };
  document.addEventListener("keydown", (event) => {
    if (!keysOn() || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const acts = {
      j: () => press('.panel a[rel="next"]'), k: () => press('.panel a[rel="prev"]'),
      a: () => press('[data-key="a"]'), e: () => press('[data-key="e"]'),
      x: () => { const box = document.querySelector('[data-key="x"]'); if (box) { box.open = true; box.querySelector("textarea").focus(); } return box; },
      "?": () => { const help = document.querySelector(".keys"); help.open = !help.open; return help; },
    };
    if (acts[event.key] && acts[event.key]()) event.preventDefault();
  });
}
