// Passkeys need JavaScript: their buttons appear only with it, and a failure is said in the page.
document.addEventListener("DOMContentLoaded", () => {
  for (const part of document.querySelectorAll("[data-passkey]")) part.hidden = false;
});
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const said of document.querySelectorAll("[data-passkey-error]")) said.hidden = false;
});
