// The work list by keyboard. Every deed is a form of the page; an item is gone once the server has said so, and for ten seconds it can be taken back.
(() => {
  const UNDO_WITHIN = 10000;
  const help = document.getElementById('keys');
  const undo = document.getElementById('undo');
  let at = -1;
  let last = null;
  let timer = 0;

  const items = () => [...document.querySelectorAll('.item')];
  const current = () => items()[at];
  const go = (to) => {
    const all = items();
    if (to < 0 || to >= all.length) return;
    all.forEach((item) => item.classList.remove('current'));
    at = to;
    all[at].classList.add('current');
    all[at].focus({ preventScroll: true });
    all[at].scrollIntoView({ block: 'nearest' });
  };
  const refetch = () => htmx.trigger('#list', 'changed');
  const post = async (address, form) => {
    try {
      const answer = await fetch(address, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'X-Requested-With': 'fetch' },
        body: new URLSearchParams(new FormData(form)),
      });
      if (answer.type === 'opaqueredirect') return 'You are signed out. Sign in again: this was not taken.';
      if (answer.ok) return '';
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      return page.querySelector('[role=alert]')?.textContent || 'This was not taken. Try again.';
    } catch {
      return 'The console does not answer: this was not taken. Try again.';
    }
  };
  const offer = (form, words) => {
    clearTimeout(timer);
    last = form;
    undo.querySelector('span').textContent = words;
    undo.querySelector('button').hidden = !form;
    undo.hidden = false;
    timer = setTimeout(() => { undo.hidden = true; last = null; }, UNDO_WITHIN);
  };
  const close = async (form) => {
    const item = form.closest('.item');
    if (item.dataset.busy) return;
    item.dataset.busy = 'yes';
    const wrong = await post(form.action, form);
    delete item.dataset.busy;
    item.querySelector('.not-done').textContent = wrong;
    if (wrong) return;
    const index = items().indexOf(item);
    item.remove();
    offer(form, 'Done.');
    go(Math.min(index, items().length - 1));
    if (!items().length) refetch();
  };
  const takeBack = async () => {
    if (!last) return;
    const form = last;
    const wrong = await post(form.dataset.reopening, form);
    offer(wrong ? form : null, wrong || 'Taken back: it waits again.');
    if (!wrong) refetch();
  };

  document.addEventListener('submit', (event) => {
    if (!event.target.matches('form.close')) return;
    event.preventDefault();
    close(event.target);
  });
  document.addEventListener('click', (event) => { if (event.target.closest('[data-help]')) help.showModal(); });
  undo.querySelector('button').addEventListener('click', takeBack);
  document.addEventListener('pointerdown', (event) => {
    const item = event.target.closest('.item');
    if (item) { items().forEach((one) => one.classList.remove('current')); at = items().indexOf(item); item.classList.add('current'); }
  });
  let kept = null;
  document.body.addEventListener('htmx:beforeSwap', () => { kept = current()?.id; });
  document.body.addEventListener('htmx:afterSwap', () => {
    at = items().findIndex((item) => item.id === kept);
    current()?.classList.add('current');
  });

  const keys = {
    j: () => go(at + 1),
    ArrowDown: () => go(at + 1),
    k: () => go(at - 1),
    ArrowUp: () => go(at - 1),
    Enter: () => current()?.querySelector('a.open')?.click(),
    e: () => current()?.querySelector('input[name=note]')?.focus(),
    r: () => current()?.querySelector('a.reply')?.click(),
    u: takeBack,
    '?': () => help.showModal(),
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target.matches('input, textarea, select')) {
      if (event.key === 'Escape') current()?.focus();
      return;
    }
    if (event.key === 'Enter' && event.target.closest('a, button, summary')) return;
    const deed = keys[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  });
})();
