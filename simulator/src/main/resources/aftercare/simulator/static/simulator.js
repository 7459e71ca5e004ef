"use strict";
// The server only hints at what is new ("phone <id>", "clock", "alarms", "mails", "hooks"); this page then fetches that part again.

const byId = id => document.getElementById(id);
const grid = byId("grid");
const problem = byId("problem");

function fetchPart(url, target, swap = "outerHTML") {
  return htmx.ajax("GET", url, { target, swap });
}

function toEnd(scope) {
  scope.querySelectorAll(".bubbles, .spoken").forEach(thread => { thread.scrollTop = thread.scrollHeight; });
}

// ---- hints, each kind at most a few times a second
const wanted = new Map();
function soon(key, deed) {
  if (wanted.has(key)) return;
  wanted.set(key, setTimeout(() => { wanted.delete(key); deed(); }, 150));
}

function refreshPhone(id) {
  const thread = byId("thread" + id);
  if (thread) fetchPart("/phones/" + id + "/thread", thread);
  else fetchPart("/phones/" + id, grid, "beforeend");
}

let opened = false;
const hints = new EventSource("/hints");
hints.addEventListener("hello", () => {
  if (opened) location.reload();
  opened = true;
});
hints.addEventListener("phone", hint => soon("phone" + hint.data, () => refreshPhone(hint.data)));
hints.addEventListener("clock", () => soon("clock", () => fetchPart("/clock", "#clock")));
hints.addEventListener("alarms", () => soon("alarms", () => fetchPart("/alarms", "#alarms")));
hints.addEventListener("mails", () => soon("mails", () => fetchPart("/mails", "#mails")));
hints.addEventListener("hooks", () => soon("hooks", () => fetchPart("/hooks", "#hooks")));

// ---- the clinic clock ticks between two fetches
let tickFrom = null;
function readClock() {
  const clock = byId("clock");
  tickFrom = { clinic: Number(clock.dataset.now), here: Date.now() };
  if (clock.dataset.known !== "true" && clock.dataset.playing !== "true") soon("clock", () => fetchPart("/clock", "#clock"));
}
function tick() {
  const time = byId("clinic-time");
  if (!tickFrom || !time) return;
  const now = new Date(tickFrom.clinic + Date.now() - tickFrom.here);
  const zone = { timeZone: time.dataset.zone };
  time.textContent = new Intl.DateTimeFormat("en-GB", { ...zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(now);
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-GB", { ...zone, weekday: "short", day: "numeric", month: "short", year: "numeric" })
    .formatToParts(now).map(part => [part.type, part.value]));
  byId("clinic-day").textContent = `${parts.weekday} ${parts.day} ${parts.month.slice(0, 3)} ${parts.year}`;
}
setInterval(tick, 1000);
setInterval(() => {
  const typing = byId("clock").contains(document.activeElement);
  if (!document.hidden && !typing && byId("clock").dataset.playing !== "true") fetchPart("/clock", "#clock");
}, 15000);

// ---- reading: a phone that a person looks into is read
function readPhone(card) {
  if (card && card.querySelector(".talk.unread")) fetch("/phones/" + card.dataset.id + "/read", { method: "POST" });
}
grid.addEventListener("click", event => readPhone(event.target.closest(".phone")));
grid.addEventListener("focusin", event => readPhone(event.target.closest(".phone")));

// ---- typing: Enter sends, Shift+Enter is a new line
grid.addEventListener("keydown", event => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target.matches(".type textarea")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});
document.body.addEventListener("htmx:configRequest", event => {
  const form = event.detail.elt;
  if (form.matches && form.matches(".type")) {
    event.detail.parameters.set("to", form.closest(".phone").querySelector(".to").value);
  }
});
document.body.addEventListener("htmx:afterRequest", event => {
  const form = event.detail.elt;
  if (!event.detail.successful || !form.matches) return;
  problem.hidden = true;
  if (form.matches(".type")) form.reset();
  if (form.matches("#add-form")) {
    form.reset();
    byId("add").open = false;
  }
});

// ---- a phone that is added twice stays one card
document.body.addEventListener("htmx:beforeSwap", event => {
  const sent = new DOMParser().parseFromString(event.detail.serverResponse || "", "text/html").querySelector(".phone");
  if (event.detail.target === grid && sent && byId(sent.id)) {
    event.detail.shouldSwap = false;
    byId(sent.id).querySelector("textarea").focus();
    refreshPhone(sent.dataset.id);
  }
});
document.body.addEventListener("htmx:afterSettle", event => {
  toEnd(event.detail.elt.closest(".phone") || event.detail.elt);
  if (event.detail.elt.id === "clock" || event.detail.target?.id === "clock") readClock();
  find();
});

// ---- what went wrong, in the server's words
function tell(sentence) {
  problem.textContent = sentence;
  problem.hidden = false;
  problem.scrollIntoView({ block: "nearest" });
}
document.body.addEventListener("htmx:responseError", event => {
  let sentence = "This did not work. Try again.";
  try { sentence = JSON.parse(event.detail.xhr.responseText).detail || sentence; } catch { /* no sentence in the answer */ }
  tell(sentence);
});
document.body.addEventListener("htmx:sendError", () => tell("The simulator does not answer. It may be starting again."));

// ---- finding
function find() {
  const words = byId("find").value.toLowerCase().trim();
  const digits = words.replace(/[^\d]/g, "");
  grid.querySelectorAll(".phone").forEach(card => {
    const text = card.dataset.find.toLowerCase();
    card.hidden = words !== "" && !text.includes(words) && !(digits.length > 2 && text.replace(/[^\d]/g, "").includes(digits));
  });
}
byId("find").addEventListener("input", find);

toEnd(document);
readClock();
