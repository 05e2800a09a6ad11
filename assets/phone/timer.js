// The rest between two sets. It counts towards a moment, so that a phone that slept in between is still right.
let restEnds = 0;
let restTicks = 0;

function startRest(seconds, label) {
  restEnds = Date.now() + seconds * 1000;
  byId("timer-label").textContent = label;
  byId("timer-over").textContent = "";
  byId("timer").hidden = false;
  clearInterval(restTicks);
  restTicks = setInterval(showRest, 250);
  showRest();
}

function showRest() {
  const left = Math.ceil((restEnds - Date.now()) / 1000);
  const shown = Math.max(0, left);
  byId("timer-left").textContent = `${Math.floor(shown / 60)}:${String(shown % 60).padStart(2, "0")}`;
  if (left > 0) return;
  clearInterval(restTicks);
  byId("timer-label").textContent = "Next set";
  byId("timer-over").textContent = "The rest is over.";
  if (navigator.vibrate) navigator.vibrate([200, 100, 200]);
}

function stopRest() {
  clearInterval(restTicks);
  byId("timer").hidden = true;
}

byId("timer-stop").addEventListener("click", stopRest);
byId("timer-more").addEventListener("click", () => {
  const left = Math.max(0, Math.ceil((restEnds - Date.now()) / 1000));
  startRest(left + 30, "Rest");
});
