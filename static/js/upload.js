/* While a long file is read, the page asks the server how far it has come and says so. Without this file the browser
   only shows that it waits. */
(() => {
  "use strict";

  const box = document.querySelector("[data-progress]");
  const place = document.getElementById("tien-do");

  async function ask() {
    const answer = await fetch(box.dataset.progress, { headers: { "HX-Request": "true" } });
    if (!answer.ok) return;
    const told = new DOMParser().parseFromString(await answer.text(), "text/html").body;
    place.replaceChildren(...told.childNodes);
  }

  box.querySelector("form").addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    event.target.querySelector("[type=submit]").disabled = true; // a second click would only wait in line
    place.hidden = false;
    setInterval(ask, 1000);
  });
  window.addEventListener("pageshow", () => { box.querySelector("[type=submit]").disabled = false; });
})();
