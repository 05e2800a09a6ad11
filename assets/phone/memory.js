// What was typed, kept in the browser under the athlete's id, so that a newer page of the same athlete finds it again.
const KEY = `ironstride ${data.athlete.id}`;
let kept = { sessions: {}, sent: {} };
let keeps = false;

function recall() {
  try {
    const before = localStorage.getItem(KEY);
    localStorage.setItem(KEY, before || JSON.stringify(kept));
    keeps = localStorage.getItem(KEY) !== null;
    const found = before ? JSON.parse(before) : null;
    if (found && typeof found.sessions === "object" && typeof found.sent === "object") kept = found;
  } catch {
    // The browser forbids it, or what is there was damaged; the page goes on without.
  }
  if (!keeps) tellUnkept();
}

function tellUnkept() {
  keeps = false;
  byId("unkept").textContent = "This browser does not keep what you type on this page. Send it to your coach before you close the page.";
  byId("unkept").hidden = false;
}

// The log of a session; an empty one where nothing was typed yet.
function logOf(session) {
  return kept.sessions[session.id] || { doneOn: session.date, exercises: {} };
}

// Keeps a changed log with the moment of the change.
function keep(session, log) {
  log.changed = new Date().toISOString();
  kept.sessions[session.id] = log;
  remember();
}

function forget(session) {
  delete kept.sessions[session.id];
  delete kept.sent[session.id];
  remember();
}

function remember() {
  if (!keeps) return;
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    tellUnkept();
  }
}

const isLogged = (session) => Boolean(kept.sessions[session.id]);
const isSent = (session) => isLogged(session) && kept.sent[session.id] === kept.sessions[session.id].changed;
