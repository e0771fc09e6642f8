/* The search for bodies above an item's three boxes: suggestions come from the server as options of a listbox,
   arrows choose, Enter or a click puts the name on a line of the box of the chosen role. */
(() => {
  "use strict";

  const picker = (element) => element.closest?.("[data-unit-picker]");
  const input = (root) => root.querySelector("[role=combobox]");
  const list = (root) => root.querySelector("[role=listbox]");
  const options = (root) => [...list(root).querySelectorAll("[role=option]:not([aria-disabled])")];
  const active = (root) => list(root).querySelector("[aria-selected=true]");

  function choose(root, option) {
    options(root).forEach((other) => other.setAttribute("aria-selected", String(other === option)));
    if (option) {
      input(root).setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      input(root).removeAttribute("aria-activedescendant");
    }
  }

  function step(root, by) {
    const all = options(root);
    if (!all.length) return;
    const at = all.indexOf(active(root)) + by;
    choose(root, all[(at + all.length) % all.length]);
  }

  function close(root) {
    list(root).replaceChildren();
    input(root).setAttribute("aria-expanded", "false");
    choose(root, null);
  }

  function take(root, option) {
    remember(root, option.dataset.name, option);
    addLine(root, option.dataset.name);
  }

  function addLine(root, name) {
    const fields = root.closest("[data-unit-fields]");
    const role = root.querySelector("[data-picker-role]").value;
    const box = fields.querySelector(`[data-role-box="${role}"] textarea`);
    const lines = box.value.split("\n").filter((line) => line.trim());
    if (!lines.includes(name)) box.value = [...lines, name].join("\n");
    box.dispatchEvent(new Event("input", { bubbles: true }));
    input(root).value = "";
    close(root);
    input(root).focus();
  }

  /* Two bodies may share a name: which one was picked travels with the form. */
  function remember(root, name, option) {
    const field = root.closest("form").querySelector("[name=picks]");
    const picks = JSON.parse(field.value || "{}");
    const kind = option.dataset.group ? "group" : "unit";
    if (option.dataset[kind]) picks[name] = { [kind]: Number(option.dataset[kind]) };
    field.value = JSON.stringify(picks);
  }

  document.addEventListener("keydown", (event) => {
    const root = picker(event.target);
    if (!root || event.target !== input(root)) return;
    const open = options(root).length > 0;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      step(root, event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const typed = event.target.value.trim();
      if (open) take(root, active(root) || options(root)[0]);
      else if (typed && list(root).querySelector("[aria-disabled]")) addLine(root, typed); // nothing known: as typed
    } else if (event.key === "Escape" && (list(root).hasChildNodes() || event.target.value)) {
      event.preventDefault();
      event.target.value = "";
      close(root);
    }
  }, true);

  document.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]:not([aria-disabled])");
    if (option && picker(option)) take(picker(option), option);
    document.querySelectorAll("[data-unit-picker]").forEach((root) => {
      if (!root.contains(event.target)) close(root);
    });
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    const root = picker(event.detail.target);
    if (!root) return;
    const all = options(root);
    all.forEach((option, i) => {
      option.id ||= `${list(root).id}-${i}`;
      option.setAttribute("aria-selected", "false");
    });
    input(root).setAttribute("aria-expanded", String(all.length > 0));
    choose(root, all[0] || null);
  });
})();
