// Reads by keyboard. Every mark is a form of the page; it counts once the server has said so, and only then looks done.
(() => {
  const entries = [...document.querySelectorAll('.entry')];
  const help = document.getElementById('keys');
  const next = document.getElementById('next');
  const waiting = document.getElementById('waiting');
  const seen = [];
  let at = -1;

  const isDone = (entry) => entry.matches('.is-seen, .is-flagged');
  const go = (to) => {
    if (to < 0 || to >= entries.length) return;
    entries[at]?.classList.remove('current');
    at = to;
    entries[at].classList.add('current');
    entries[at].focus({ preventScroll: true });
    entries[at].scrollIntoView({ block: 'nearest' });
  };
  const goOn = () => {
    const later = entries.findIndex((entry, i) => i > at && !isDone(entry));
    const open = later >= 0 ? later : entries.findIndex((entry) => !isDone(entry));
    if (open >= 0) go(open);
    else next.focus();
  };
  const count = (by) => { waiting.textContent = Math.max(0, Number(waiting.textContent) + by); };

  const problemIn = async (answer) => {
    if (answer.type === 'opaqueredirect') return 'You are signed out. Sign in again: this was not taken.';
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return page.querySelector('[role=alert]')?.textContent ?? 'This was not taken. Try again.';
  };
  const post = async (form, button) => {
    const entry = form.closest('.entry');
    const said = entry.querySelector('.said');
    const notDone = entry.querySelector('.not-done');
    notDone.textContent = '';
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'X-Requested-With': 'fetch' },
        body: new URLSearchParams(new FormData(form, button)),
      });
      if (!answer.ok) { notDone.textContent = await problemIn(answer); return false; }
      said.textContent = await answer.text();
      return true;
    } catch {
      notDone.textContent = 'The console does not answer: this was not taken. Try again.';
      return false;
    }
  };

  const saw = async (entry) => {
    if (isDone(entry)) return goOn();
    if (entry.dataset.busy) return;
    entry.dataset.busy = 'yes';
    if (await post(entry.querySelector('form.seen'))) {
      entry.classList.add('is-seen');
      entry.querySelector('form.seen').hidden = true;
      entry.querySelector('form.unseen').hidden = false;
      seen.push(entry);
      count(-1);
      if (entries[at] === entry || at < 0) { at = entries.indexOf(entry); goOn(); }
    }
    delete entry.dataset.busy;
  };
  const undo = async (entry) => {
    if (!(await post(entry.querySelector('form.unseen')))) return;
    entry.classList.remove('is-seen');
    entry.querySelector('form.seen').hidden = false;
    entry.querySelector('form.unseen').hidden = true;
    seen.splice(seen.lastIndexOf(entry), 1);
    count(1);
    go(entries.indexOf(entry));
  };
  const flag = async (entry, form, button) => {
    if (!(await post(form, button))) return;
    if (!isDone(entry)) count(-1);
    if (seen.includes(entry)) seen.splice(seen.lastIndexOf(entry), 1);
    entry.classList.add('is-flagged');
    entry.querySelector('details').open = false;
    entry.querySelector('form.seen').hidden = true;
    entry.querySelector('form.unseen').hidden = true;
    go(entries.indexOf(entry));
  };

  document.addEventListener('submit', (event) => {
    const entry = event.target.closest('.entry');
    if (!entry) return;
    event.preventDefault();
    if (event.target.matches('.seen')) saw(entry);
    else if (event.target.matches('.unseen')) undo(entry);
    else flag(entry, event.target, event.submitter);
  });
  entries.forEach((entry, i) => entry.addEventListener('pointerdown', () => {
    entries[at]?.classList.remove('current');
    at = i;
    entry.classList.add('current');
  }));
  document.getElementById('help')?.addEventListener('click', () => help.showModal());

  const keys = {
    j: () => go(at + 1),
    ArrowDown: () => go(at + 1),
    k: () => go(at - 1),
    ArrowUp: () => go(at - 1),
    s: () => { if (at >= 0) saw(entries[at]); },
    f: () => {
      if (at < 0) return;
      const choice = entries[at].querySelector('details');
      choice.open = true;
      choice.querySelector('button').focus();
    },
    u: () => { if (seen.length) undo(seen.at(-1)); },
    '?': () => help.showModal(),
    Escape: () => {
      const choice = entries[at]?.querySelector('details');
      if (choice?.open) { choice.open = false; entries[at].focus(); }
    },
    Enter: () => { if (at >= 0) entries[at].querySelector('.open-thread').click(); },
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key === 'Enter' && event.target.closest('a, button, summary')) return;
    const deed = keys[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  });
  if (entries.length) go(0);
})();
