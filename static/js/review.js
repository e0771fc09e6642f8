/* The review page: a field shows its lines in the source, forms open in their place, loose text can be dragged to
   where it belongs. Everything works without this file; it only spares page loads. */
(() => {
  "use strict";

  document.documentElement.classList.add("scripted");
  const pane = () => document.getElementById("ban-doc");
  const cancelled = new Map(); // what stood where a form was opened

  // --- A field and its lines

  function showLines(span) {
    const [first, last] = span.split("-").map(Number);
    document.querySelectorAll(".source-lines .shown").forEach((line) => line.classList.remove("shown"));
    const lines = [...document.querySelectorAll(".source-lines li")].filter((line) => line.value >= first && line.value <= last);
    lines.forEach((line) => line.classList.add("shown"));
    lines[0]?.scrollIntoView({ block: "center" });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-lines]");
    if (link) {
      const at = window.scrollY;
      event.preventDefault();
      showLines(link.dataset.lines);
      if (window.matchMedia("(min-width: 1000px)").matches) window.scrollTo(0, at); // only the left column moves
      return;
    }
    const field = event.target.closest(".read-field");
    if (field && !event.target.closest("a, button, form") && !field.dataset.span.startsWith("0-")) showLines(field.dataset.span);
  });

  // --- Forms in place

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { target, xhr } = event.detail;
    if ([409, 410, 422].includes(xhr.status)) event.detail.shouldSwap = true;
    if (target === pane()) keepOpenForms(event.detail.requestConfig.elt);
    if (target.matches?.(".read-field") && !target.querySelector("[data-open-form]")) {
      cancelled.set(target.id, [...target.childNodes]);
    }
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (kept.size) return restoreOpenForms();
    const form = event.detail.target.querySelector?.("[data-open-form]");
    if (form && [409, 422].includes(event.detail.xhr?.status)) form.dataset.dirty = "yes"; // what was typed is not saved yet
    form?.querySelector("textarea, input:not([type=hidden]), select")?.focus();
  });

  // What somebody is typing in one field outlives a click at another: the form is taken out before the pane is
  // replaced, and stands in its field again afterwards.

  const kept = new Map();

  function keepOpenForms(cause) {
    pane().querySelectorAll(".read-field > [data-open-form]").forEach((form) => {
      if (form.contains(cause)) return;
      kept.set(form.parentElement.id, form);
      form.remove();
    });
  }

  function restoreOpenForms() {
    kept.forEach((form, id) => {
      const field = document.getElementById(id);
      if (!field) return;
      cancelled.set(id, [...field.childNodes]);
      field.replaceChildren(form);
    });
    kept.clear();
  }

  function cancel(form) {
    const field = form.closest(".read-field");
    const before = cancelled.get(field.id);
    if (!before) return false;
    field.replaceChildren(...before);
    cancelled.delete(field.id);
    field.querySelector(".act")?.focus();
    return true;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-cancel]");
    if (!button) return;
    delete button.closest("[data-open-form]").dataset.dirty;
    if (cancel(button)) event.preventDefault();
  });
  document.addEventListener("input", (event) => {
    const form = event.target.closest("[data-open-form]");
    if (form) form.dataset.dirty = "yes";
  });
  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector("[data-open-form][data-dirty]")) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest?.("[data-open-form]");
    if (!form) return;
    if (event.key === "Escape") cancel(form);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.querySelector("form").requestSubmit();
  });

  // --- After a change the next thing to do has the keyboard: in the list where the last click was, else the first doubt

  const LISTS = [".doubts", ".wordings > form", ".loose-list"];
  let worked = "";
  document.addEventListener("htmx:beforeRequest", (event) => {
    worked = LISTS.find((list) => event.detail.elt.closest(list)) || "";
  });

  document.addEventListener("reading-changed", (event) => {
    const own = worked && document.querySelector(worked)?.querySelector("select, input:not([type=hidden]), button");
    const next = own || document.querySelector(".doubts button") || document.getElementById(event.detail.focus)?.querySelector(".act");
    (next || document.querySelector(".review-status button"))?.focus({ preventScroll: true });
  });
  document.addEventListener("htmx:sendError", () => {
    window.alert("Chưa lưu được: mất kết nối. Chữ bạn gõ vẫn còn; hãy bấm lại khi có mạng.");
  });
  document.addEventListener("htmx:responseError", (event) => {
    if ([409, 410, 422].includes(event.detail.xhr.status)) return;
    window.alert("Chưa lưu được: máy chủ đang gặp sự cố hoặc bạn không còn quyền. Chữ bạn gõ vẫn còn trên trang này.");
  });

  // --- Loose text dragged to its place

  function makeDraggable() {
    document.querySelectorAll("[data-loose]").forEach((entry) => { entry.draggable = true; });
  }

  let dragged = null;
  document.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("[data-loose]") || null;
  });
  document.addEventListener("dragover", (event) => {
    const place = dragged && event.target.closest("[data-drop]");
    document.querySelectorAll(".drop-here").forEach((other) => other.classList.toggle("drop-here", other === place));
    if (!place) return;
    place.classList.add("drop-here");
    event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const place = dragged && event.target.closest("[data-drop]");
    if (!place) return;
    event.preventDefault();
    const select = dragged.querySelector("select");
    if (![...select.options].some((option) => option.value === place.dataset.drop)) {
      select.add(new Option(place.dataset.drop, place.dataset.drop));
    }
    select.value = place.dataset.drop;
    dragged.querySelector("form").requestSubmit();
    dragged = null;
  });

  document.addEventListener("htmx:afterSettle", makeDraggable);
  makeDraggable();
})();
