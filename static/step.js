// Makes a step's page kinder where there is JavaScript; everything works without it.
// What is typed is kept as a draft by itself, and the sentence of the figures follows at once.
(() => {
  const form = document.getElementById("step");
  if (!form) return;
  const live = document.getElementById("live");
  let kept = new URLSearchParams(new FormData(form)).toString();
  let leaving = false;
  let timer;

  const typed = (press) => {
    const data = new URLSearchParams(new FormData(form));
    data.append(press, "yes");
    return data;
  };

  const changed = () => new URLSearchParams(new FormData(form)).toString() !== kept;

  const keep = () => {
    if (leaving || !changed()) return;
    kept = new URLSearchParams(new FormData(form)).toString();
    fetch(form.action, { method: "POST", body: typed("keep"), keepalive: true }).catch(() => {
      kept = "";
    });
  };

  const say = async () => {
    const answer = await fetch(form.action, { method: "POST", body: typed("say") });
    if (answer.ok) live.innerHTML = await answer.text();
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      keep();
      if (live) say().catch(() => {});
    }, 800);
  });
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
})();
