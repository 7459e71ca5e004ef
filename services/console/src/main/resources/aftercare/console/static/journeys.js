// Shows only the fields that belong to what is chosen; what is hidden is not asked for.
(() => {
  const show = (select, attribute) => {
    const value = select.value;
    document.querySelectorAll(`[${attribute}]`).forEach((part) => { part.hidden = !part.getAttribute(attribute).split(' ').includes(value); });
  };
  [['asks.form', 'data-for'], ['who', 'data-who'], ['scope', 'data-scope']].forEach(([name, attribute]) => {
    const select = document.querySelector(`select[name="${name}"]`);
    if (!select || !document.querySelector(`[${attribute}]`)) return;
    select.addEventListener('change', () => show(select, attribute));
    show(select, attribute);
  });
})();
