// What was opened stays open when the page renews itself.
(() => {
  let open = [];
  document.body.addEventListener('htmx:beforeSwap', () => { open = [...document.querySelectorAll('details[open][id]')].map((one) => one.id); });
  document.body.addEventListener('htmx:afterSwap', () => open.forEach((id) => { const one = document.getElementById(id); if (one) one.open = true; }));
})();

// Rows by keyboard: j and k move, Enter opens what has the focus, / goes to the search.
(() => {
  const rows = () => [...document.querySelectorAll('[data-row]')];
  const typing = (target) => target.closest('input, textarea, select, dialog[open]');
  const move = (by) => {
    const all = rows();
    const at = all.indexOf(document.activeElement);
    all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
  };
  document.addEventListener('keydown', (event) => {
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const deed = {
      j: () => move(1), ArrowDown: () => move(1), k: () => move(-1), ArrowUp: () => move(-1),
      '/': () => document.querySelector('input[type=search]')?.focus(),
    }[event.key];
    if (deed && (rows().length || event.key === '/')) {
      event.preventDefault();
      deed();
    }
  });
})();

// Suggested words go into the box, where a human changes and sends them.
document.addEventListener('click', (event) => {
  const words = event.target.closest('[data-words]');
  const box = document.querySelector('#type textarea');
  if (!words || !box) return;
  document.getElementById('type').open = true;
  box.value = words.dataset.words;
  box.focus();
});
