// Runs before the page is drawn: marks that scripts run, and applies the colour mode chosen in this browser.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  let chosen = null;
  try {
    chosen = localStorage.getItem("netsot-theme");
  } catch {
    // A browser that keeps nothing follows the system.
  }
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => root.setAttribute("data-bs-theme", chosen || (system.matches ? "dark" : "light"));
  apply();
  system.addEventListener("change", apply);
  addEventListener("netsot:theme", () => {
    chosen = root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("netsot-theme", chosen);
    } catch {
      // It holds for this page.
    }
    apply();
  });
})();
