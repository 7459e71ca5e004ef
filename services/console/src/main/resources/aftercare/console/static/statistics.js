// Draws what the tables say. The tables are the text for whoever sees no charts.
(() => {
  const report = JSON.parse(document.getElementById('report').dataset.report);
  const charts = document.getElementById('charts');
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const seconds = (day) => Date.parse(`${day}T00:00:00Z`) / 1000;
  const week = 7 * 24 * 3600;
  const inMinutes = (value) => (value === null ? null : value / 60);
  const ink = () => (dark.matches ? '#cfd8dc' : '#37474f');
  const lines = () => (dark.matches ? 'rgba(255,255,255,.12)' : 'rgba(0,0,0,.1)');
  const colours = ['#1976d2', '#e65100', '#b71c1c'];
  const dashes = [[], [8, 4], [2, 4]];
  let drawn = [];

  const axis = (label) => ({ label, stroke: ink(), grid: { stroke: lines() }, ticks: { stroke: lines() } });
  const chart = (title, unit, days, series, bars) => {
    const figure = document.createElement('figure');
    const caption = document.createElement('figcaption');
    caption.textContent = title;
    figure.append(caption);
    charts.append(figure);
    const width = Math.max(280, figure.clientWidth);
    const plot = new uPlot({
      width,
      height: 240,
      tzDate: (at) => uPlot.tzDate(new Date(at * 1000), 'UTC'),
      scales: { x: { range: (u, first, last) => (first === last ? [first - week, last + week] : [first, last]) }, y: { range: (u, low, high) => [0, Math.max(1, high ?? 1) * 1.1] } },
      axes: [{ ...axis(''), values: '{MMM} {DD}' }, { ...axis(unit), size: 60 }],
      series: [{ value: '{YYYY}-{MM}-{DD}' }, ...series.map((one, i) => ({
        label: one.label,
        stroke: colours[i],
        width: 2,
        dash: dashes[i],
        points: { show: days.length < 60, size: 7 },
        fill: bars ? `${colours[i]}55` : undefined,
        paths: bars ? uPlot.paths.bars({ size: [0.7, 40] }) : undefined,
        value: (u, value) => (value === null ? '—' : Math.round(value * 10) / 10),
      }))],
    }, [days, ...series.map((one) => one.values)], figure);
    drawn.push([plot, figure]);
  };
  const spread = (weeks, what) => ['p50', 'p90', 'max'].map((measure, i) => ({
    label: ['half within', 'nine of ten', 'longest'][i],
    values: weeks.map((week) => inMinutes(week[what][measure])),
  }));
  const draw = () => {
    drawn.forEach(([plot]) => plot.destroy());
    drawn = [];
    charts.replaceChildren();
    const shift = document.querySelector('input[name=shift]:checked').value;
    const weeks = report.weeks.filter((week) => week.shift === shift);
    const days = weeks.map((week) => seconds(week.week));
    document.getElementById('no-charts').hidden = Boolean(report.weeks.length || report.days.some((day) => day.pages + day.reviewItems + day.otherWork));
    if (weeks.length) {
      chart('From the case to the first page, by week', 'minutes', days, spread(weeks, 'firstPage'));
      chart('From the case until somebody took it, by week', 'minutes', days, spread(weeks, 'acknowledged'));
      chart('From the case to the first call, by week', 'minutes', days, spread(weeks, 'firstCall'));
      chart('From the case to its resolution, by week', 'minutes', days, spread(weeks, 'resolution'));
      chart('False alarms of the resolved cases, by week', '%', days,
        [{ label: 'false alarms', values: weeks.map((week) => (week.falseAlarmShare === null ? null : week.falseAlarmShare * 100)) }], true);
    }
    if (report.days.some((day) => day.pages + day.reviewItems)) {
      chart('Pages and replies to review, by day', 'a day', report.days.map((day) => seconds(day.day)), [
        { label: 'pages', values: report.days.map((day) => day.pages) },
        { label: 'to review', values: report.days.map((day) => day.reviewItems) },
      ]);
    }
  };
  document.querySelectorAll('input[name=shift]').forEach((choice) => choice.addEventListener('change', draw));
  dark.addEventListener('change', draw);
  window.addEventListener('resize', () => drawn.forEach(([plot, figure]) => plot.setSize({ width: Math.max(280, figure.clientWidth), height: 240 })));
  draw();
})();
