// Small comforts; every page works without this file.
"use strict";
// Forms whose choices apply at once: the button is for those without scripts.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-auto]");
  if (form && event.target.tagName === "SELECT") form.requestSubmit();
});
