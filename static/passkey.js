// Passkeys: asks the browser for one and sends the form with what it says.
"use strict";

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const failed = form.querySelector("[data-failed]");
    failed.hidden = true;
    try {
      const options = JSON.parse(document.getElementById("passkey").textContent);
      const key = await webauthnJSON[form.dataset.passkey](options);
      form.elements.credential.value = JSON.stringify(key);
      form.submit();
    } catch {
      failed.hidden = false;
      failed.focus();
    }
  });
}
