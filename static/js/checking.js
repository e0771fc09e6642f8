/* The panel "Soát lỗi": a finding's link also moves the keyboard to its row, so that the paper shows the place.
   Without this file the link jumps to the row. */
(() => {
  "use strict";

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".check-place a");
    const row = link && document.getElementById(link.hash.slice(1));
    const button = row && row.querySelector("[id^='sua-']");
    if (button) setTimeout(() => button.focus({ preventScroll: true })); // after the jump, which takes the focus away
  });
})();
