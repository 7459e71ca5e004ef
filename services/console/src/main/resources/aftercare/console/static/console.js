// Hints only: on "changed" every part of the page that says hx-trigger="changed from:body" fetches itself anew.
(() => {
  if (!document.body.dataset.live) return;
  const lost = document.getElementById('lost');
  const title = document.title;
  let lastHint = Date.now();

  const show = (gone) => { lost.hidden = !gone; };
  const count = () => {
    const open = document.querySelectorAll('[data-needs-human]').length;
    document.title = open ? `(${open}) ${title}` : title;
  };

  const hints = new EventSource('/live');
  hints.addEventListener('here', () => { lastHint = Date.now(); show(false); });
  hints.addEventListener('changed', () => { lastHint = Date.now(); show(false); htmx.trigger(document.body, 'changed'); });
  hints.addEventListener('lost', () => { lastHint = Date.now(); show(true); });
  setInterval(() => { if (Date.now() - lastHint > 5000) show(true); }, 1000);
  document.body.addEventListener('htmx:afterSettle', count);
  count();
})();
