import { el } from "./dom.js";

const KEY = "smart-webhooks-theme";
const NEXT = { auto: "light", light: "dark", dark: "auto" };

/** The theme: the system's unless chosen, and kept for the next time. */
export function startTheme(button) {
  const show = (theme) => {
    if (theme === "auto") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.setAttribute("data-theme", theme);
    button.replaceChildren(el("span", { class: "wide" }, "Theme: "), theme);
    button.setAttribute("aria-label", `Theme: ${theme}. Change it`);
  };
  let current = NEXT[localStorage.getItem(KEY)] ? localStorage.getItem(KEY) : "auto";
  show(current);
  button.addEventListener("click", () => {
    current = NEXT[current];
    localStorage.setItem(KEY, current);
    show(current);
  });
}
