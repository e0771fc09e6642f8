/* The editor's page: keyboard, open forms that outlive a swap, the paper that follows. Saving itself: saving.js.
   Everything works without this file; it only spares page loads and keeps the keyboard where the user works. */
(() => {
  "use strict";

  const openForm = (element) => element.closest("[data-open-form]");
  const isDirty = (form) => form.dataset.dirty === "yes";
  let changedRef = "";

  // --- Forms that stay open while the list around them is swapped

  let kept = [];

  function keepOpenForms(target, own) {
    kept = [...target.querySelectorAll("[data-open-form]")]
      .filter((form) => form !== own && isDirty(form))
      .map((form) => ({ form, next: followingId(form), parent: form.parentElement.id }));
    kept.forEach(({ form }) => form.remove());
  }

  function followingId(form) {
    let next = form.nextElementSibling;
    while (next && (!next.id || next.hasAttribute("data-open-form"))) next = next.nextElementSibling;
    return next ? next.id : "";
  }

  function putBack({ form, next, parent }) {
    const same = form.id && document.getElementById(form.id);
    const piece = form.dataset.for && document.getElementById(form.dataset.for);
    const following = next && document.getElementById(next);
    if (same) same.replaceWith(form);
    else if (piece) piece.querySelector(".piece-line").replaceWith(form);
    else if (following) following.before(form);
    else (document.getElementById(parent) || document.getElementById("cac-phan")).prepend(form);
  }

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { target, requestConfig } = event.detail;
    if (event.detail.shouldSwap && target && target.id !== "ban-in") {
      keepOpenForms(target, openForm(requestConfig.elt));
    }
  });
  document.addEventListener("htmx:afterSwap", () => {
    kept.forEach(putBack);
    kept = [];
  });

  // --- Where the keyboard goes on, and the paper

  document.addEventListener("editor-focus", (event) => {
    const element = document.getElementById(event.detail.id);
    if (!element) return;
    const unusable = element.disabled || !element.offsetParent;
    const fallback = unusable && document.getElementById(element.id.replace(/^(len|xuong)-/, "sua-"));
    (fallback || element).focus({ preventScroll: false });
  });

  document.addEventListener("editor-open", (event) => document.getElementById(event.detail.id)?.click());

  document.addEventListener("plan-changed", (event) => {
    changedRef = event.detail.ref;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target.id === "ban-in") showOnPaper(changedRef, true);
    const form = document.activeElement && openForm(document.activeElement);
    if (form && !isDirty(form)) form.scrollIntoView({ block: "nearest" });
  });

  function showOnPaper(ref, changed = false) {
    const paper = document.getElementById("ban-in");
    const piece = paper && ref && paper.querySelector(`#${CSS.escape(ref)}`);
    paper?.querySelectorAll(".just-changed").forEach((old) => old.classList.remove("just-changed"));
    if (!piece) return;
    piece.classList.toggle("just-changed", changed);
    if (paper.scrollHeight > paper.clientHeight + 8) {
      const offset = piece.getBoundingClientRect().top - paper.getBoundingClientRect().top;
      paper.scrollTop += offset - paper.clientHeight / 3;
    }
  }

  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-row][data-paper]");
    if (row) showOnPaper(row.dataset.paper);
  });

  // --- Keyboard and mouse in forms, rows and menus

  function cancel(form) {
    if (isDirty(form) && !window.confirm("Bỏ những gì vừa gõ?")) return;
    delete form.dataset.dirty;
    form.querySelector("[data-cancel]").click();
  }

  /* On a row's buttons: arrows go to the row above or below, with Alt they move the row, Delete deletes it. */
  function onRowKey(event) {
    const control = event.target.closest(".row-actions .act");
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!control || (!step && event.key !== "Delete") || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const row = control.closest("[data-row]");
    if (event.key === "Delete") row.querySelector(".menu-entry.text-danger")?.click();
    else if (event.altKey) row.querySelector(step < 0 ? "[id^='len-']" : "[id^='xuong-']")?.click();
    else goToRow(row, step);
  }

  function goToRow(row, step) {
    const rows = [...document.querySelectorAll("[data-row]")];
    rows[rows.indexOf(row) + step]?.querySelector("[id^='sua-']")?.focus();
  }

  document.addEventListener("keydown", onRowKey);
  document.addEventListener("keydown", (event) => {
    const menu = event.target.closest("details.menu[open]");
    const form = openForm(event.target);
    if (event.key === "Escape" && menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (event.key === "Escape" && form && !event.defaultPrevented) {
      event.preventDefault();
      cancel(form);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form) {
      event.preventDefault();
      form.querySelector("form").requestSubmit();
    }
  });

  /* Ctrl+I and Ctrl+B put the marks of italics and bold around what is selected. */
  document.addEventListener("keydown", (event) => {
    const mark = { i: "*", b: "**" }[event.key.toLowerCase()];
    const box = event.target;
    if (!mark || !(event.ctrlKey || event.metaKey) || event.altKey || !box.matches("textarea[name=text]")) return;
    event.preventDefault();
    const words = box.value.slice(box.selectionStart, box.selectionEnd);
    if (!words.trim()) return;
    box.setRangeText(`${mark}${words}${mark}`, box.selectionStart, box.selectionEnd, "select");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });

  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target) || event.target.closest(".menu-entry")) menu.open = false;
    });
    const remove = event.target.closest("[data-remove]");
    if (remove) removeNewForm(event, openForm(remove));
    const prefix = event.target.closest("[data-authority-prefix]");
    if (prefix) addAuthority(prefix);
  });

  function removeNewForm(event, form) {
    event.preventDefault();
    const next = document.getElementById(followingId(form));
    const previous = form.previousElementSibling;
    form.remove();
    (next?.querySelector("a, button") || previous?.querySelector("a, button"))?.focus();
  }

  function addAuthority(button) {
    const box = openForm(button).querySelector("[data-authority]");
    const start = box.value.lastIndexOf("\n", box.selectionStart - 1) + 1;
    const rest = box.value.slice(start).replace(/^(TM\.|KT\.|TL\.|TUQ\.|Q\.)\s*/, "");
    box.value = `${box.value.slice(0, start)}${button.dataset.authorityPrefix} ${rest}`;
    box.focus();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /* A click on the paper goes to the row that prints it. */
  document.addEventListener("click", (event) => {
    const piece = event.target.closest("#ban-in [id]");
    const row = piece && piece.id !== "ban-in" && document.querySelector(`[data-paper="${CSS.escape(piece.id)}"]`);
    if (!row) return;
    row.scrollIntoView({ block: "center" });
    row.querySelector("[id^='sua-']")?.focus({ preventScroll: true });
  });

  document.addEventListener("dblclick", (event) => {
    const row = event.target.closest("[data-row]");
    if (row && !event.target.closest("a, button, details")) row.querySelector("[id^='sua-']")?.click();
  });
})();
