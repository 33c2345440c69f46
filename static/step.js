// Makes the pages kinder where there is JavaScript; everything works without it.
// A second press of a button sends nothing twice. On a step's page, what is typed is kept as a
// draft by itself, and the sentence of the figures follows at once.
(() => {
  let sent;
  document.addEventListener("submit", (event) => {
    if (sent === event.target) event.preventDefault();
    sent = event.target;
  });
  window.addEventListener("pageshow", () => {
    sent = undefined;
  });

  const form = document.getElementById("step");
  if (!form) return;
  const live = document.getElementById("live");
  const now = () => new URLSearchParams(new FormData(form)).toString();
  let kept = now();
  let asked = 0;
  let timer;

  const post = (press, options) =>
    fetch(form.action, { method: "POST", body: new URLSearchParams(`${now()}&${press}=yes`), ...options });

  const keep = () => {
    if (sent === form || now() === kept) return;
    kept = now();
    post("keep", { keepalive: true }).catch(() => {
      kept = "";
    });
  };

  const say = async () => {
    const mine = ++asked;
    const answer = await post("say");
    const text = await answer.text();
    if (answer.ok && mine === asked) live.innerHTML = text;
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      keep();
      if (live) say().catch(() => {});
    }, 800);
  });
  document.addEventListener("submit", () => {
    clearTimeout(timer);
    keep();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
  });
})();
