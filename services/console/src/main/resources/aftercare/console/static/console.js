// Hints only: on "changed" every part of the page that says hx-trigger="changed from:body" fetches itself anew. What could not be fetched
// is never shown as fresh: the page says since when it is old, until a fetch has worked again.
(() => {
  const busy = () => {
    const at = document.activeElement;
    return Boolean(at?.closest('#list') && at.matches('input, textarea') && at.value) || Boolean(document.querySelector('dialog[open]'));
  };
  window.aftercare = { idle: () => !busy() };
  if (!document.querySelector('[data-live]')) return;

  const SILENT_AFTER = 5000;
  const lost = document.getElementById('lost');
  const announce = document.getElementById('announce');
  const title = document.title;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  const time = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
  let lastHint = Date.now();
  let lastFetch = Date.now();
  let lostSince = 0;
  let reason = '';
  let needs = 0;

  // ---- connection ----
  const say = () => {
    lost.hidden = !lostSince;
    document.body.classList.toggle('is-old', Boolean(lostSince));
    if (!lostSince) return;
    lost.replaceChildren();
    const strong = document.createElement('strong');
    strong.textContent = `Connection lost since ${time(lostSince)}. `;
    lost.append(strong, `What you see is from ${time(lastFetch)} and may be old. ${reason} Pages to on-call go on without this page.`);
  };
  const lose = (why) => {
    if (!lostSince) lostSince = Math.min(lastHint, Date.now());
    reason = why;
    say();
    flash();
  };
  const regain = () => {
    lastFetch = Date.now();
    if (!lostSince) return;
    lostSince = 0;
    reason = '';
    say();
    flash();
  };
  const refetch = () => htmx.trigger(document.body, 'changed');
  const parts = () => document.querySelectorAll('[data-part]').length;

  let hints;
  const listen = () => {
    hints?.close();
    hints = new EventSource('/live');
    hints.addEventListener('here', () => {
      lastHint = Date.now();
      if (lostSince) { if (parts()) refetch(); else regain(); } else if (!parts()) lastFetch = lastHint;
    });
    hints.addEventListener('changed', () => { lastHint = Date.now(); refetch(); });
    hints.addEventListener('lost', () => { lastHint = Date.now(); lose('The service behind this page does not answer.'); });
  };
  listen();
  setInterval(() => {
    if (Date.now() - lastHint <= SILENT_AFTER) return;
    lose(navigator.onLine ? 'The console does not answer.' : 'This device is offline.');
    if (hints.readyState === EventSource.CLOSED) listen();
  }, 1000);

  const isPart = (event) => event.detail.elt?.matches?.('[data-part]');
  document.body.addEventListener('htmx:afterRequest', (event) => {
    if (isPart(event) && event.detail.successful) regain();
  });
  document.body.addEventListener('htmx:responseError', (event) => {
    const status = event.detail.xhr.status;
    if (status === 401) { lose('You are signed out: load the page again and sign in.'); return; }
    if (isPart(event)) { lose(`${event.detail.elt.dataset.part} could not be fetched.`); return; }
    if (event.detail.requestConfig.verb === 'get') {
      if (event.detail.elt.closest('nav')) { lose('How many need somebody could not be fetched.'); return; }
      const missing = document.createElement('p');
      missing.className = 'problem';
      missing.textContent = 'This part could not be fetched. Load the page again.';
      event.detail.elt.replaceChildren(missing);
      return;
    }
    const page = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html');
    alert(page.querySelector('[role=alert]')?.textContent ?? 'This was not taken. Try again.');
  });
  document.body.addEventListener('htmx:sendError', () => lose('The console does not answer.'));

  // ---- what is open stays open when a part is fetched anew ----
  let opened = [];
  document.body.addEventListener('htmx:beforeSwap', (event) => {
    opened = [...event.detail.target.querySelectorAll('details[id]')].map((one) => [one.id, one.open]);
  });
  document.body.addEventListener('htmx:afterSwap', () => {
    opened.forEach(([id, open]) => { const one = document.getElementById(id); if (one) one.open = open; });
  });

  // ---- title and badge ----
  const base = document.querySelector('link[rel=icon]').href;
  const badge = (count) => {
    const icon = document.querySelector('link[rel=icon]');
    if (!count) { icon.href = base; return; }
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 64;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#b71c1c';
    pen.beginPath();
    pen.arc(32, 32, 32, 0, 2 * Math.PI);
    pen.fill();
    pen.fillStyle = '#fff';
    pen.font = 'bold 44px system-ui, sans-serif';
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(count > 9 ? '9+' : String(count), 32, 35);
    icon.href = canvas.toDataURL('image/png');
  };
  let bright = false;
  function flash() {
    bright = !bright && !calm.matches;
    const mark = lostSince ? '⚠ OLD · ' : '';
    if (!needs) document.title = mark + title;
    else document.title = `(${needs}) ${mark}${bright ? (needs === 1 ? 'SOMEBODY NEEDS YOU' : 'PEOPLE NEED YOU') : title}`;
  }
  setInterval(flash, 1000);

  // ---- sound: browsers let it ring only after a touch or key on this page ----
  const button = document.getElementById('sound');
  const KEY = 'aftercare.sound';
  let audio;
  const wanted = () => localStorage.getItem(KEY) === 'on';
  const armed = () => audio?.state === 'running';
  const show = () => {
    if (!button) return;
    button.hidden = false;
    button.setAttribute('aria-pressed', String(wanted()));
    button.textContent = !wanted() ? 'Sound is off' : armed() ? 'Sound is on' : 'Sound is on: touch the page once';
  };
  const arm = async () => {
    if (!wanted()) return;
    audio ??= new AudioContext();
    if (audio.state === 'suspended') await audio.resume().catch(() => {});
    show();
  };
  const tone = (frequency, from, long) => {
    const voice = audio.createOscillator();
    const loud = audio.createGain();
    const at = audio.currentTime + from;
    voice.frequency.value = frequency;
    loud.gain.setValueAtTime(0.0001, at);
    loud.gain.exponentialRampToValueAtTime(0.25, at + 0.02);
    loud.gain.exponentialRampToValueAtTime(0.0001, at + long);
    voice.connect(loud).connect(audio.destination);
    voice.start(at);
    voice.stop(at + long);
  };
  const ring = () => {
    if (!wanted() || !armed()) return;
    tone(880, 0, 0.25);
    tone(660, 0.3, 0.35);
  };
  button?.addEventListener('click', async () => {
    localStorage.setItem(KEY, wanted() ? 'off' : 'on');
    await arm();
    show();
    ring();
  });
  ['pointerdown', 'keydown'].forEach((kind) => document.addEventListener(kind, arm));
  show();
  setInterval(() => { if (needs) ring(); }, 30000);

  // ---- how many need somebody ----
  const count = () => {
    const said = document.querySelector('[data-needs-count]')?.dataset.needsCount;
    const here = document.querySelectorAll('[data-needs-human]').length;
    const now = Math.max(Number(said ?? 0), here);
    if (now > needs) {
      announce.textContent = now === 1 ? 'One case needs somebody.' : `${now} cases need somebody.`;
      ring();
    } else if (now < needs) {
      announce.textContent = now ? `${now} still need somebody.` : 'Nobody needs you now.';
    }
    if (now !== needs) { needs = now; badge(needs); flash(); }
  };
  document.body.addEventListener('htmx:afterSettle', count);
  count();
})();
