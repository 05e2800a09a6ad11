// What was logged, as the answer that goes back to the coach.
const allSessions = () => data.weeks.flatMap((week) => week.days).flatMap((day) => day.sessions);
const loggedSessions = () => allSessions().filter(isLogged);

function answerOf(session) {
  const log = kept.sessions[session.id];
  const exercises = (session.exercises || []).map((exercise, place) => ({
    exercise: exercise.exercise,
    name: exercise.name,
    implements: exercise.implements,
    sets: setsOf(structuredClone(log), session, place).filter((set) => set.done).map(({ reps, seconds, load, rpe }) => ({ reps, seconds, load, rpe })),
  }));
  return {
    id: session.id, date: session.date, title: session.title, kind: session.kind, plan: session.plan,
    changed: log.changed, done_on: log.doneOn, status: log.status, reason: log.status === "skipped" ? log.reason : undefined,
    distance: log.distance, time: log.time, heart_rate: log.heart, minutes: log.minutes, rpe: log.rpe,
    heavy_legs: log.heavy || undefined,
    pain: log.pain || log.sharp ? { place: log.pain || "", sharp: Boolean(log.sharp) } : undefined,
    note: log.note, exercises: exercises.filter((exercise) => exercise.sets.length > 0),
  };
}

function answer() {
  return {
    format: "ironstride-answer", version: data.version, athlete: data.athlete, mass: data.mass, distance: data.distance,
    page: data.made, sent: new Date().toISOString(), sessions: loggedSessions().map(answerOf),
  };
}

function answerText() {
  const many = counted(loggedSessions().length, "session", "sessions");
  return `Training log of ${data.athlete.name}, ${many}: drop this on Ironstride, or paste it there.\n${JSON.stringify(answer())}\n`;
}

function answerName(end) {
  const name = data.athlete.name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "athlete";
  return `${name}-${today()}.ironstride-answer.${end}`;
}

function markSent(how) {
  for (const session of loggedSessions()) kept.sent[session.id] = kept.sessions[session.id].changed;
  remember();
  byId("sending-done").textContent = how;
  for (const card of document.querySelectorAll(".session")) card.showState();
  showSum();
}

function openSending() {
  const many = counted(loggedSessions().length, "session", "sessions");
  byId("sending-what").textContent = `${many} of ${data.athlete.name}. Nothing leaves this page by itself: choose how it goes.`;
  byId("sending-done").textContent = "";
  byId("answer").value = answerText();
  byId("share").hidden = !navigator.share;
  byId("sending").showModal();
}

async function share() {
  const file = new File([answerText()], answerName("txt"), { type: "text/plain" });
  const files = navigator.canShare && navigator.canShare({ files: [file] });
  try {
    await navigator.share(files ? { files: [file], title: "Training log" } : { text: answerText() });
    markSent("Handed over.");
  } catch (error) {
    if (error.name !== "AbortError") byId("sending-done").textContent = "Sharing did not work here. Save it as a file or copy it.";
  }
}

function save() {
  const url = URL.createObjectURL(new Blob([JSON.stringify(answer(), null, 1)], { type: "application/json" }));
  const link = element("a", { download: answerName("json") });
  link.href = url;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  markSent("Saved with your downloads. Mail it to your coach.");
}

async function copy() {
  const area = byId("answer");
  let copied = false;
  try {
    await navigator.clipboard.writeText(area.value);
    copied = true;
  } catch {
    area.select();
    copied = document.execCommand("copy");
  }
  if (copied) markSent("Copied. Paste it into a mail or a chat to your coach.");
  else byId("sending-done").textContent = "Copying did not work here. Select the text below and copy it.";
}

byId("send").addEventListener("click", openSending);
byId("share").addEventListener("click", share);
byId("save").addEventListener("click", save);
byId("copy").addEventListener("click", copy);
byId("close").addEventListener("click", () => byId("sending").close());
