// Everything works without this script: entries and words are joined by plain links. It lights
// all words of an entry, brings the panel's entry into view, and lets marked words be clicked.
"use strict";
(() => {
  let current = null;

  const wordsOf = (key) => document.querySelectorAll(`[data-e~="${CSS.escape(key)}"]`);

  const clear = () => {
    document.querySelectorAll(".lit").forEach((e) => e.classList.remove("lit"));
    document.querySelectorAll(".entry.current").forEach((e) => {
      e.classList.remove("current");
      e.querySelector("[aria-current]")?.removeAttribute("aria-current");
    });
    current = null;
  };

  const light = (key) => {
    clear();
    const entry = document.getElementById(key);
    if (!entry || !entry.classList.contains("entry")) return;
    current = key;
    wordsOf(key).forEach((e) => e.classList.add("lit"));
    entry.classList.add("current");
    entry.querySelector("a.jump")?.setAttribute("aria-current", "true");
    const folded = entry.closest("details");
    if (folded) folded.open = true;
    const panel = entry.closest(".panel");
    if (panel.scrollHeight > panel.clientHeight) {
      const box = entry.getBoundingClientRect(), frame = panel.getBoundingClientRect();
      if (box.top < frame.top || box.bottom > frame.bottom)
        panel.scrollTop += box.top - frame.top - frame.height / 3;
    }
  };

  const follow = () => {
    const target = decodeURIComponent(location.hash.slice(1));
    if (target) light(target.replace(/-w$/, ""));
  };

  document.addEventListener("click", (event) => {
    const words = event.target.closest(".text [data-e]");
    if (!words || event.target.closest("a") || String(getSelection())) return;
    const keys = words.dataset.e.split(" ");
    const next = keys[(keys.indexOf(current) + 1) % keys.length];
    history.replaceState(null, "", `#${next}-w`);
    light(next);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !current) return;
    history.replaceState(null, "", location.pathname + location.search);
    clear();
  });

  addEventListener("hashchange", follow);
  follow();
})();
