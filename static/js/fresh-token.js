/* Signing in renews the protection token. A page opened before that, in this tab or another, sends the new one from
   the cookie, so that nothing typed is lost. Without this file such a page must be loaded again. */
(() => {
  "use strict";

  const NAME = "csrfmiddlewaretoken";
  const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];

  document.addEventListener("htmx:configRequest", (event) => {
    const { headers, parameters, verb } = event.detail;
    if (verb === "get" || !token()) return;
    headers["x-csrftoken"] = token();
    parameters[NAME] = token();
  });
  document.addEventListener("submit", (event) => {
    const field = event.target.elements.namedItem(NAME);
    if (field && token()) field.value = token();
  });
})();
