// The page as a whole: its weeks, its two tabs, and what is at its foot.
let shownWeek = 0;

function dayOf(day, isToday) {
  const name = isToday ? `Today, ${day.name}` : day.name;
  const races = (day.races || []).map((race) => element("div", { class: "race" }, element("h4", {}, race.title), race.lines.map((line) => element("p", {}, line))));
  return element("section", { class: isToday ? "day today" : "day", "data-date": day.date },
    element("h3", {}, name),
    day.remark && element("p", { class: "soft" }, day.remark),
    day.rest && element("p", { class: "soft" }, day.rest),
    races,
    day.sessions.map((session) => sessionCard(session, isToday)));
}

function weekOf(week) {
  const now = today();
  const days = week.days.map((day) => dayOf(day, day.date === now));
  // Today first; the days gone by and those to come follow in their order.
  const place = week.days.findIndex((day) => day.date === now);
  if (place > 0) days.unshift(...days.splice(place, 1));
  return element("section", { class: "week", "aria-label": week.name },
    element("h2", { class: "week-name", hidden: true }, week.name),
    element("p", { class: "soft" }, week.subtitle),
    week.totals.length > 0 && element("p", { class: "soft" }, week.totals.join(" · ")),
    days);
}

function showWeek(place) {
  shownWeek = Math.min(Math.max(place, 0), data.weeks.length - 1);
  [...byId("weeks").children].forEach((week, other) => { week.hidden = other !== shownWeek; });
  byId("week").textContent = data.weeks[shownWeek] ? data.weeks[shownWeek].name : "No weeks";
  byId("earlier").disabled = shownWeek === 0;
  byId("later").disabled = shownWeek >= data.weeks.length - 1;
}

function showTab(tab) {
  for (const other of document.querySelectorAll("[role=tab]")) {
    const chosen = other === tab;
    other.setAttribute("aria-selected", String(chosen));
    other.tabIndex = chosen ? 0 : -1;
    byId(other.getAttribute("aria-controls")).hidden = !chosen;
  }
}

function showSum() {
  const waiting = loggedSessions().filter((session) => !isSent(session)).length;
  const logged = loggedSessions().length;
  byId("sum").textContent = waiting > 0 ? `${counted(waiting, "session", "sessions")} not sent yet` : logged > 0 ? "Everything is sent" : "Nothing logged yet";
  byId("send").disabled = logged === 0;
}

// A finger that moves across and hardly up or down turns the week over; in a field it does what it always does.
function listenToSwipes() {
  let from = null;
  const weeks = byId("weeks");
  weeks.addEventListener("touchstart", (event) => {
    const field = event.target.closest("input, select, textarea");
    from = event.touches.length === 1 && !field ? event.touches[0] : null;
  }, { passive: true });
  weeks.addEventListener("touchend", (event) => {
    if (!from) return;
    const to = event.changedTouches[0];
    const across = to.clientX - from.clientX;
    if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(to.clientY - from.clientY)) showWeek(shownWeek - Math.sign(across));
    from = null;
  }, { passive: true });
}

function listenToKeys() {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  for (const tab of tabs) {
    tab.addEventListener("click", () => showTab(tab));
    tab.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const other = tabs[(tabs.indexOf(tab) + 1) % tabs.length];
      showTab(other);
      other.focus();
    });
  }
  byId("earlier").addEventListener("click", () => showWeek(shownWeek - 1));
  byId("later").addEventListener("click", () => showWeek(shownWeek + 1));
  document.querySelector("nav").addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") showWeek(shownWeek - 1);
    if (event.key === "ArrowRight") showWeek(shownWeek + 1);
  });
}

// On paper every session is open.
function listenToPrinting() {
  let closed = [];
  window.addEventListener("beforeprint", () => {
    for (const card of document.querySelectorAll(".session")) card.build();
    closed = [...document.querySelectorAll(".session > details:not([open])")];
    for (const details of closed) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });
}

recall();
byId("name").textContent = data.athlete.name;
byId("from").textContent = data.coach ? `Your training plan, from ${data.coach}` : "Your training plan";
byId("message").textContent = data.message;
byId("message").hidden = data.message === "";
byId("no-charts").hidden = document.querySelector(".chart") !== null;
byId("signs").hidden = !byId("no-charts").hidden;
byId("weeks").append(...data.weeks.map(weekOf));
showWeek(Math.max(0, data.weeks.findIndex((week) => week.days.some((day) => day.date === today()))));
showSum();
listenToSwipes();
listenToKeys();
listenToPrinting();
byId("app").hidden = false;
byId("words").hidden = true;
