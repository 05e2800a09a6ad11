// A session: what to do, and the fields for what was done.
const STATES = { done: "Done", partial: "Partly done", skipped: "Skipped" };

function sessionCard(session, open) {
  const state = element("span", { class: "state" });
  const inside = element("div", { class: "inside" });
  const title = [session.start, session.title].filter(Boolean).join(" · ");
  const details = element("details", {}, element("summary", {}, element("h4", {}, title), state), inside);
  const card = element("article", { class: `session ${session.tone.toLowerCase()}`, "data-session": session.id }, details);
  card.showState = () => showState(session, state);
  card.build = () => {
    if (!inside.firstChild) inside.append(...content(session, card));
  };
  details.addEventListener("toggle", () => details.open && card.build());
  if (open) {
    card.build();
    details.open = true;
  }
  card.showState();
  return card;
}

function showState(session, state) {
  const log = kept.sessions[session.id];
  state.classList.toggle("logged", Boolean(log));
  if (log) state.textContent = `${STATES[log.status] || "Begun"} · ${isSent(session) ? "sent" : "not sent"}`;
  else if (session.done) state.textContent = "Your coach has it";
  else state.textContent = session.kind === "quiet" ? "" : "To do";
}

function content(session, card) {
  const parts = [];
  if (session.lines.length > 0) parts.push(element("ul", { class: "lines" }, session.lines.map((line) => element("li", {}, line))));
  if (session.note) parts.push(element("p", { class: "note" }, session.note));
  if (session.done) parts.push(element("p", { class: "soft note" }, session.done.join("\n")));
  if (session.kind === "quiet") return parts;
  const exercises = (session.exercises || []).map((exercise, place) => exerciseFields(session, exercise, place, card));
  if (exercises.length > 0) {
    const all = () => {
      change(session, card, (log) => session.exercises.forEach((exercise, place) => {
        setsOf(log, session, place).forEach((set) => { set.done = true; });
      }));
      refresh(session, card);
    };
    parts.push(...exercises, element("div", { class: "tools" }, element("button", { type: "button", click: all }, "Tick all sets as they stand")));
  }
  parts.push(wholeSession(session, card));
  return parts;
}

// Builds the card's content anew, after something changed that more than one field shows.
function refresh(session, card) {
  const inside = card.querySelector(".inside");
  inside.replaceChildren(...content(session, card));
  card.showState();
}

// Changes the log of a session, works out how it went unless the athlete said so, and keeps it.
function change(session, card, how) {
  const log = logOf(session);
  how(log);
  if (!log.said) log.status = howItWent(session, log);
  keep(session, log);
  card.showState();
  showSum();
}

function howItWent(session, log) {
  const all = (session.exercises || []).flatMap((_, place) => setsOf(log, session, place));
  const ticked = all.filter((set) => set.done).length;
  if (all.length > 0 && ticked > 0) return ticked === all.length ? "done" : "partial";
  return log.distance || log.time || log.minutes ? "done" : undefined;
}

// The key of an exercise in a log: its id, and which one it is where it stands twice.
function exerciseKey(session, place) {
  const id = session.exercises[place].exercise;
  const before = session.exercises.slice(0, place).filter((other) => other.exercise === id).length;
  return before > 0 ? `${id} ${before + 1}` : id;
}

function setsOf(log, session, place) {
  const key = exerciseKey(session, place);
  log.exercises = log.exercises || {};
  if (!Object.hasOwn(log.exercises, key)) log.exercises[key] = session.exercises[place].sets.map((set) => ({ ...set }));
  return log.exercises[key];
}

function exerciseFields(session, exercise, place, card) {
  const about = [exercise.dose, exercise.last].filter(Boolean).map((line) => element("p", { class: "soft" }, line));
  const sets = setsOf(structuredClone(logOf(session)), session, place);
  const unit = exercise.implements > 1 ? `${data.mass} each` : data.mass;
  const heads = exercise.measure === "seconds" ? ["", "s", unit, "RPE", "Done"] : ["", "Reps", exercise.measure === "load" ? unit : "", "RPE", "Done"];
  const rows = sets.map((set, number) => setRow(session, exercise, place, number, set, card));
  const more = () => {
    change(session, card, (log) => {
      const logged = setsOf(log, session, place);
      logged.push({ ...logged[logged.length - 1], done: false });
    });
    refresh(session, card);
  };
  return element("fieldset", { class: "exercise" },
    element("legend", {}, exercise.label),
    about,
    exercise.note && element("p", { class: "note" }, exercise.note),
    howTo(exercise),
    element("div", { class: "set heads", "aria-hidden": "true" }, heads.map((head) => element("span", {}, head))),
    rows,
    element("div", { class: "choices tools" },
      exercise.rest && element("button", { type: "button", click: () => startRest(exercise.rest, `Rest · ${exercise.label}`) }, `Rest ${clock(exercise.rest)}`),
      sets.length < 50 && element("button", { type: "button", click: more }, "One more set")));
}

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function setRow(session, exercise, place, number, set, card) {
  const of = `${exercise.label}, set ${number + 1}`;
  const write = (key) => (event) => change(session, card, (log) => { setsOf(log, session, place)[number][key] = event.target.value; });
  const input = (key, what) => element("input", {
    type: "text", inputmode: "decimal", autocomplete: "off", maxlength: 12, value: set[key] || "", change: write(key), "aria-label": `${of}: ${what}`,
  });
  const amount = exercise.measure === "seconds" ? input("seconds", "seconds") : input("reps", "repetitions");
  const load = exercise.measure === "reps" ? element("span", {}) : input("load", data.mass === "kg" ? "kilograms" : "pounds");
  const row = element("div", { class: set.done ? "set done" : "set" });
  const tick = (event) => {
    const done = event.target.checked;
    row.classList.toggle("done", done);
    change(session, card, (log) => { setsOf(log, session, place)[number].done = done; });
    card.showWent();
    if (done && exercise.rest) startRest(exercise.rest, `Rest · ${exercise.label}`);
  };
  row.append(
    element("span", { class: "soft", "aria-hidden": "true" }, number + 1), amount, load,
    exertion(set.rpe, `${of}: RPE`, write("rpe")),
    element("label", { class: "tick" }, element("input", { type: "checkbox", checked: Boolean(set.done), change: tick, "aria-label": `${of}: done` })));
  return row;
}

// Figure, cues and mistakes, put together when they are asked for.
function howTo(exercise) {
  const known = Object.hasOwn(data.exercises, exercise.exercise) ? data.exercises[exercise.exercise] : null;
  if (!known) return null;
  const details = element("details", { class: "how-to" }, element("summary", {}, "How to do it"));
  details.addEventListener("toggle", () => {
    if (!details.open || details.querySelector(".how")) return;
    const figures = byId("figure").content.cloneNode(true);
    for (const path of figures.querySelectorAll("[data-muscle]")) {
      const muscle = path.getAttribute("data-muscle");
      if (known.primary.includes(muscle)) path.classList.add("works");
      else if (known.secondary.includes(muscle)) path.classList.add("helps");
    }
    const list = (lines) => element("ul", {}, lines.map((line) => element("li", {}, line)));
    const moves = byId(`moves-${exercise.exercise}`);
    if (moves) details.append(moves.content.cloneNode(true));
    details.append(element("div", { class: "how" },
      element("div", { class: "figures" }, figures),
      element("div", { class: "cues" },
        known.works && element("p", {}, `Works: ${known.works}`),
        known.helps && element("p", { class: "soft" }, `Helps: ${known.helps}`),
        known.cues.length > 0 && list(known.cues),
        known.mistakes.length > 0 && [element("p", {}, "Watch out for"), list(known.mistakes)])));
  });
  return details;
}

// How the session as a whole went.
function wholeSession(session, card) {
  const log = logOf(session);
  const write = (key, of = (target) => target.value) => (event) => {
    change(session, card, (log) => { log[key] = of(event.target); });
    card.showWent();
  };
  const text = (key, more) => element("input", { type: "text", autocomplete: "off", maxlength: 40, value: log[key] || "", change: write(key), ...more });
  const figure = (key) => text(key, { inputmode: "decimal", maxlength: 12 });
  const box = (key, label) => element("label", { class: "box" },
    element("input", { type: "checkbox", checked: Boolean(log[key]), change: write(key, (target) => target.checked) }), label);
  const reason = element("label", { class: "wide" }, "Why?", text("reason", { maxlength: 200 }));
  const radios = Object.entries(STATES).map(([status, label]) => element("label", { class: "box" },
    element("input", {
      type: "radio", name: `status ${session.id}`, value: status,
      change: () => {
        change(session, card, (log) => { log.status = status; log.said = true; });
        card.showWent();
      },
    }), label));
  const group = element("fieldset", {}, element("legend", {}, "How did it go?"), element("div", { class: "radios" }, radios));
  card.showWent = () => {
    const status = logOf(session).status;
    for (const radio of group.querySelectorAll("input")) radio.checked = radio.value === status;
    reason.hidden = status !== "skipped";
  };
  card.showWent();
  const run = session.kind === "run" || session.kind === "cross";
  const pain = text("pain", { maxlength: 80, placeholder: "such as left knee" });
  const note = element("textarea", { rows: 2, maxlength: 2000, change: write("note"), "aria-label": "Note to your coach" });
  note.value = log.note || "";
  const undo = () => {
    forget(session);
    refresh(session, card);
    showSum();
  };
  return element("div", { class: "exercise" }, group, reason,
    element("div", { class: "fields" },
      run && field(`Distance, ${data.distance}`, figure("distance")),
      run && field("Time, h:mm:ss", text("time", { maxlength: 12, placeholder: "45:30" })),
      session.kind === "run" && field("Average heart rate", figure("heart")),
      !run && field("Minutes", figure("minutes")),
      field("Effort of it all, RPE", exertion(log.rpe, "Effort of the whole session, RPE", write("rpe"))),
      field("Done on", element("input", { type: "date", value: log.doneOn || session.date, change: write("doneOn") }))),
    box("heavy", "Heavy legs"),
    element("label", { class: "wide" }, "Pain: where?", pain),
    box("sharp", "The pain was sharp"),
    element("label", { class: "wide" }, "Note to your coach", note),
    element("div", { class: "tools" }, element("button", { type: "button", click: undo }, "Clear what I wrote here")));
}
