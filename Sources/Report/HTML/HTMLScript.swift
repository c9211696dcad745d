/// What the page can do beyond being read: filters, deep links, copying, light and dark.
///
/// It only ever reads text and sets properties; nothing is made into markup.
enum HTMLScript {
    /// Of ``text``, for the page's policy; a test says what it must be.
    static let hash = "sha256-/CFSnk/3rVB/vQlkHfcXBM9prsZ6rnfP8z8tnS0Mpac="

    static let text: StaticString = #"""

        (() => {
          "use strict";
          const root = document.documentElement;
          const one = (selector, from = document) => from.querySelector(selector);
          const all = (selector, from = document) => [...from.querySelectorAll(selector)];
          root.classList.add("js");

          // Light and dark: as the system has it, until the reader says otherwise.
          const theme = one("#theme");
          const system = matchMedia("(prefers-color-scheme: dark)");
          const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
          const nameTheme = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
          // A page opened from a file may not be allowed to keep anything: then it forgets.
          const kept = (use) => { try { return use(localStorage); } catch { return null; } };
          const chosen = kept((storage) => storage.getItem("ses-conformance-theme"));
          if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
          theme.addEventListener("click", () => {
            root.dataset.theme = isDark() ? "light" : "dark";
            kept((storage) => storage.setItem("ses-conformance-theme", root.dataset.theme));
            nameTheme();
          });
          system.addEventListener("change", nameTheme);
          nameTheme();

          // Commands get their buttons when they are first seen.
          const commands = (block) => {
            const lines = [block.textContent];
            let place = block.closest(".exchange");
            while (place && place.classList.contains("continued")) {
              place = place.previousElementSibling;
              const before = place && one("pre.curl", place);
              if (before) lines.unshift(before.textContent);
            }
            return lines.join("\n") + "\n";
          };
          const copy = async (text) => {
            try {
              await navigator.clipboard.writeText(text);
              return true;
            } catch {
              const area = document.createElement("textarea");
              area.value = text;
              document.body.append(area);
              area.select();
              const isDone = document.execCommand("copy");
              area.remove();
              return isDone;
            }
          };
          const addButton = (block) => {
            const frame = document.createElement("div");
            const button = document.createElement("button");
            frame.className = "copied";
            button.type = "button";
            button.textContent = "Copy";
            block.replaceWith(frame);
            frame.append(block, button);
            button.addEventListener("click", async () => {
              button.textContent = await copy(commands(block)) ? "Copied" : "Not copied";
              setTimeout(() => { button.textContent = "Copy"; }, 2000);
            });
          };
          document.addEventListener("toggle", (event) => {
            if (event.target.open) all("pre.curl:not(.cut, .copied > *)", event.target).forEach(addButton);
          }, true);

          // Filters.
          const form = one("#filters");
          const groups = all(".operation").map((element) => ({
            element, tally: one(".tally", element), words: one(".tally", element).textContent, opened: false,
            axes: all("[data-axis]", element).map((section) => ({
              section,
              rows: all(".rows > li", section).map((row) => ({
                row, text: null, outcome: row.className, provenance: row.dataset.p,
                severities: row.dataset.s.split(" "),
              })),
            })),
          }));
          const total = groups.reduce((sum, group) => group.axes.reduce((n, axis) => n + axis.rows.length, sum), 0);
          const set = (element, isHidden) => { if (element.hidden !== isHidden) element.hidden = isHidden; };
          const matches = (entry, wanted, words, group) => {
            if (wanted.outcome && entry.outcome !== wanted.outcome) return false;
            if (wanted.severity && !entry.severities.includes(wanted.severity)) return false;
            if (wanted.provenance && entry.provenance !== wanted.provenance) return false;
            if (!words.length) return true;
            entry.text ??= `${group.element.dataset.operation}/${entry.row.textContent}`.toLowerCase();
            return words.every((word) => entry.text.includes(word));
          };
          const apply = () => {
            const wanted = Object.fromEntries(new FormData(form));
            const words = wanted.text.toLowerCase().split(/\s+/).filter(Boolean);
            const isActive = Object.values(wanted).some(Boolean);
            let shown = 0;
            for (const group of groups) {
              const isMeant = !wanted.operation || group.element.dataset.operation === wanted.operation;
              let here = 0;
              for (const { section, rows } of group.axes) {
                const isWanted = isMeant && (!wanted.axis || section.dataset.axis === wanted.axis);
                let count = 0;
                for (const entry of rows) {
                  const isShown = isWanted && matches(entry, wanted, words, group);
                  if (isWanted) set(entry.row, !isShown);
                  if (isShown) count += 1;
                }
                set(section, !count);
                here += count;
              }
              set(group.element, !here);
              group.tally.textContent = isActive ? `${here} shown; ${group.words}` : group.words;
              if (isActive && here && !group.element.open) group.opened = group.element.open = true;
              if (!isActive && group.opened) group.opened = group.element.open = false;
              shown += here;
            }
            form.elements.count.value = isActive ? `${shown} of ${total} cases` : `${total} cases`;
            set(one("#nothing"), shown > 0);
          };
          const choose = (values) => {
            for (const name of ["text", "operation", "axis", "outcome", "severity", "provenance"]) {
              form.elements[name].value = values[name] || "";
            }
            apply();
          };
          const keep = () => {
            const chosen = [...new FormData(form)].filter(([, value]) => value);
            const hash = chosen.length ? `#?${new URLSearchParams(chosen)}` : location.pathname;
            history.replaceState(null, "", hash);
          };
          const changed = () => { apply(); keep(); };
          form.addEventListener("input", changed);
          form.addEventListener("submit", (event) => event.preventDefault());
          form.addEventListener("reset", () => setTimeout(changed));
          document.addEventListener("keydown", (event) => {
            const isTyping = event.target.matches("input, select, textarea");
            if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
            event.preventDefault();
            form.elements.text.focus();
          });

          // `#v1/SendEmail/minimal` shows a case, `#v1/SendEmail:errors` filters, `#?axis=errors` is a kept filter.
          const go = () => {
            const id = decodeURIComponent(location.hash.slice(1));
            if (id.startsWith("?")) {
              choose(Object.fromEntries(new URLSearchParams(id.slice(1))));
              return;
            }
            const target = document.getElementById(id);
            if (!target) return;
            const group = target.closest(".operation");
            if (target.dataset.axis) choose({ operation: group.dataset.operation, axis: target.dataset.axis });
            else if (target.closest("[hidden]")) choose({});
            for (let place = target; place; place = place.parentElement) {
              if (place.tagName === "DETAILS") place.open = true;
            }
            target.scrollIntoView();
          };
          addEventListener("hashchange", go);
          form.hidden = false;
          apply();
          go();
        })();

        """#
}
