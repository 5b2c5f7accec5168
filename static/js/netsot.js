// What pages do on top of plain HTML. Everything works without it; this makes it quicker.
(() => {
  "use strict";

  const on = (name, selector, handler) =>
    document.addEventListener(name, (event) => {
      const target = event.target instanceof Element && event.target.closest(selector);
      if (target) handler(event, target);
    });

  // Colour mode, messages

  on("click", "[data-theme-toggle]", () => dispatchEvent(new Event("netsot:theme")));
  on("click", "[data-dismiss]", (event, button) => button.closest(".note").remove());

  // Menus close when something else is used

  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target) && event.target.isConnected) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = event.target.closest?.("details.menu[open]") || document.querySelector("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // Rows of a list

  const showBulk = (form) => {
    const checked = form.querySelectorAll(".row-check:checked").length;
    const bar = form.querySelector(".bulk");
    if (bar) {
      bar.classList.toggle("active", checked > 0);
      const label = bar.querySelector("[data-selected]");
      if (label) label.textContent = checked;
    }
    const all = form.querySelector("[data-check-all]");
    if (all) {
      const rows = form.querySelectorAll(".row-check").length;
      all.checked = rows > 0 && checked === rows;
      all.indeterminate = checked > 0 && checked < rows;
    }
  };
  let last = null;
  on("change", "[data-check-all]", (event, box) => {
    const form = box.closest("form");
    for (const row of form.querySelectorAll(".row-check")) row.checked = box.checked;
    showBulk(form);
  });
  on("change", ".row-check", (event, box) => showBulk(box.closest("form")));
  on("click", ".row-check", (event, box) => {
    const rows = [...box.closest("form").querySelectorAll(".row-check")];
    if (event.shiftKey && last && rows.includes(last)) {
      const [from, to] = [rows.indexOf(last), rows.indexOf(box)].sort((a, b) => a - b);
      for (const row of rows.slice(from, to + 1)) row.checked = box.checked;
    }
    last = box;
    showBulk(box.closest("form"));
  });

  // Empty filters stay out of the address

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-skip-empty]")) return;
    for (const field of form.elements) {
      if (field.name && !field.value && field.tagName !== "BUTTON") field.disabled = true;
    }
    setTimeout(() => { for (const field of form.elements) field.disabled = false; });
  });

  // A slug follows the name until somebody edits it

  const slugify = (text) =>
    text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9_]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 100);
  const bindSlugs = (root) => {
    for (const slug of root.querySelectorAll("[data-slug-from]")) {
      const source = document.getElementById(slug.dataset.slugFrom);
      if (!source || slug.value) continue;
      let own = false;
      slug.addEventListener("input", () => { own = slug.value !== ""; });
      source.addEventListener("input", () => { if (!own) slug.value = slugify(source.value); });
    }
  };

  // Colours: the browser's picker beside the six digits

  const bindColors = (root) => {
    for (const picker of root.querySelectorAll("[data-color-for]")) {
      const text = document.getElementById(picker.dataset.colorFor);
      if (/^[0-9a-f]{6}$/i.test(text.value)) picker.value = `#${text.value}`;
      picker.addEventListener("input", () => { text.value = picker.value.slice(1); });
      text.addEventListener("input", () => {
        const digits = text.value.replace(/^#/, "");
        if (/^[0-9a-f]{6}$/i.test(digits)) picker.value = `#${digits}`;
      });
    }
  };

  // Selects that ask the API for what can be chosen

  const nameOf = (item) => {
    const whole = item.device || item.circuit || item.power_panel;
    return whole && whole.display ? `${whole.display} › ${item.display}` : item.display;
  };
  const draw = (item, escape) => {
    const more = item.description ? `<small>${escape(item.description)}</small>` : "";
    return `<div>${escape(nameOf(item))}${more}</div>`;
  };
  const addressOf = (select) => {
    if (select.dataset.api) return select.dataset.api;
    const source = document.getElementById(select.dataset.apiFrom || "");
    return source ? (JSON.parse(select.dataset.apiMap || "{}")[source.value] || "") : "";
  };
  // Objects of a kind chosen beside them: what else is asked of that kind's API, such as the device they belong to.
  const withinOf = (select) => {
    const kind = document.getElementById(select.dataset.apiFrom || "")?.value;
    const narrowed = !select.dataset.withinFor || JSON.parse(select.dataset.withinFor).includes(kind);
    return [narrowed, document.getElementById(select.dataset.within || "")];
  };
  const moreOf = (select) => {
    const kind = document.getElementById(select.dataset.apiFrom || "")?.value;
    const more = JSON.parse(select.dataset.query || "{}")[kind] || {};
    const [narrowed, within] = withinOf(select);
    return narrowed && within?.value ? { ...more, [select.dataset.withinAs]: within.value } : more;
  };
  const enhance = (select) => {
    const remote = "api" in select.dataset || "apiFrom" in select.dataset;
    const key = select.dataset.key || "id";
    const settings = {
      plugins: select.multiple ? ["remove_button"] : ["clear_button"],
      maxOptions: 200,
      hidePlaceholder: true,
      closeAfterSelect: !select.multiple,
      render: { no_results: () => '<div class="no-results">—</div>' },
    };
    if (remote) {
      Object.assign(settings, {
        valueField: key,
        labelField: "display",
        searchField: [],
        sortField: [],
        preload: "focus",
        shouldLoad: () => true,
        options: [...select.options].filter((option) => option.value).map((option) => ({ [key]: option.value, display: option.text })),
        items: [...select.selectedOptions].map((option) => option.value).filter(Boolean),
        load(query, done) {
          const address = addressOf(select);
          if (!address) return done([]);
          const asked = new URLSearchParams({ brief: 1, limit: 50, q: query, ...moreOf(select) });
          fetch(`${address}?${asked}`, { headers: { Accept: "application/json" }, credentials: "same-origin" })
            .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
            .then((page) => {
              this.clearOptions((option) => this.items.includes(String(option[key])));
              done(page.results);
            })
            .catch(() => done([]));
        },
      });
      settings.render.option = draw;
      settings.render.item = (item, escape) => `<div>${escape(nameOf(item))}</div>`;
    }
    const control = new TomSelect(select, settings);
    const source = document.getElementById(select.dataset.apiFrom || "");
    if (source) source.addEventListener("change", () => { control.clear(); control.clearOptions(); control.load(""); });
    const [, within] = withinOf(select);
    if (within) {
      within.addEventListener("change", () => { control.clearOptions((option) => control.items.includes(String(option[key]))); control.load(""); });
    }
    const place = source && within?.closest("[data-narrows]");
    if (place) {
      const show = () => { place.hidden = !withinOf(select)[0]; };
      source.addEventListener("change", show);
      show();
    }
  };

  on("click", "[data-add-row]", (event, button) => {
    const blank = document.querySelector(`template[data-row-of="${button.dataset.addRow}"]`);
    const row = blank.content.firstElementChild.cloneNode(true);
    document.getElementById(button.dataset.addRow).tBodies[0].append(row);
    start(row);
    row.querySelector("input").focus();
  });

  const start = (root) => {
    for (const select of root.querySelectorAll("select[data-select]")) {
      if (!select.tomselect) enhance(select);
    }
    bindSlugs(root);
    bindColors(root);
    for (const form of root.querySelectorAll("form[data-rows]")) showBulk(form);
  };
  document.addEventListener("DOMContentLoaded", () => {
    start(document);
    const wrong = document.querySelector(".form-row .errors");
    if (wrong) {
      const row = wrong.closest(".form-row");
      row.scrollIntoView({ block: "center" });
      row.querySelector("input, select, textarea")?.focus({ preventScroll: true });
    }
  });
  document.addEventListener("htmx:load", (event) => { if (event.target !== document.body) start(event.target); });
})();
