"use strict";
// The search: names that begin with what was typed come before those that contain it,
// members before headings.
const query = document.getElementById("query");
const found = document.getElementById("found");
let entries;
let chosen = -1;

async function load() {
  entries ??= await (await fetch("/search.json")).json();
}

function score([name, alias, , text, member], words) {
  const names = [name, alias, name.slice(name.indexOf(".") + 1)].map((s) => s.toLowerCase());
  let sum = 0;
  let inText = 0;
  for (const word of words) {
    if (names.includes(word)) sum += 100;
    else if (names.some((s) => s.startsWith(word))) sum += 60;
    else if (names[0].includes(word) || names[1].includes(word)) sum += 30;
    else if (text.toLowerCase().includes(word)) inText++;
    else return 0;
  }
  return sum / (1 + inText) + 1 + (member ? 10 : 0) - name.length / 100;
}

function show(list) {
  chosen = -1;
  found.replaceChildren(
    ...list.map(([name, alias, url, text]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      const label = document.createElement("b");
      const about = document.createElement("span");
      link.href = url;
      label.textContent = alias ? `${name} (${alias})` : name;
      about.textContent = text;
      link.append(label, about);
      item.append(link);
      return item;
    }),
  );
  if (list.length === 0) {
    const item = document.createElement("li");
    item.textContent = "nothing found";
    found.append(item);
  }
  found.hidden = query.value.trim() === "";
}

function choose(step) {
  const links = [...found.querySelectorAll("a")];
  if (links.length === 0) return;
  chosen = (chosen + step + links.length) % links.length;
  links.forEach((link, i) => link.classList.toggle("chosen", i === chosen));
  links[chosen].scrollIntoView({ block: "nearest" });
}

async function search() {
  await load();
  const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = words.length === 0 ? [] : entries.map((e) => [score(e, words), e]).filter(([s]) => s > 0);
  hits.sort(([a], [b]) => b - a);
  show(hits.slice(0, 30).map(([, e]) => e));
}

query.addEventListener("input", search);
query.addEventListener("focus", load);
query.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") choose(1);
  else if (event.key === "ArrowUp") choose(-1);
  else if (event.key === "Enter") (found.querySelector("a.chosen") ?? found.querySelector("a"))?.click();
  else if (event.key === "Escape") query.blur(), (found.hidden = true);
  else return;
  event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== query) {
    event.preventDefault();
    query.focus();
  }
});
document.addEventListener("click", (event) => {
  if (!document.getElementById("search").contains(event.target)) found.hidden = true;
});

// Brings the present page into view in the navigation, without moving the page itself.
function reveal() {
  const navigation = document.getElementById("navigation");
  const current = navigation.querySelector("[aria-current]");
  if (!current) return;
  const down = current.getBoundingClientRect().top - navigation.getBoundingClientRect().top;
  navigation.scrollTop += down - navigation.clientHeight / 3;
}
reveal();

const menu = document.getElementById("menu");
menu.addEventListener("click", () => {
  const open = document.body.classList.toggle("open");
  menu.setAttribute("aria-expanded", String(open));
  reveal();
});

// The address ?q=words searches at once.
const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  query.value = asked;
  search();
}
