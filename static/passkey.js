// Passkeys: asks the browser for one and sends the form with what it says.
"use strict";

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const said = form.elements.credential;
  form.addEventListener("submit", async (event) => {
    if (said.value) return;
    event.preventDefault();
    const failed = form.querySelector("[data-failed]");
    failed.hidden = true;
    try {
      const options = JSON.parse(document.getElementById("passkey").textContent);
      said.value = JSON.stringify(await webauthnJSON[form.dataset.passkey](options));
      form.submit();
    } catch {
      failed.hidden = false;
      failed.focus();
    }
  });
}
