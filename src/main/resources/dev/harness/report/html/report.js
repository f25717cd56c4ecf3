// Draws the charts of this page when they come into sight, and makes their tables when asked for.
// What they show stands in the page; nothing is fetched.
(() => {
  "use strict";

  const charts = JSON.parse(document.getElementById("charts").textContent);
  // A chart without places has those of the one before it.
  charts.forEach((chart, i) => { chart.x ??= charts[i - 1].x; });
  const figures = [...document.querySelectorAll("figure.chart")];
  const drawn = new Map();
  const dashes = [[], [6, 3], [2, 2], [9, 3, 2, 3], [1, 3], [12, 3]];
  const height = 220;

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const number = value => {
    if (value === null || value === undefined) return "–";
    const size = Math.abs(value);
    if (size === 0) return "0";
    const digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : size >= 0.001 ? 4 : 7;
    return value.toLocaleString("en", { maximumFractionDigits: digits });
  };

  // 2 nines are P99.
  const percentile = nines => `P${+(100 * (1 - 10 ** -nines)).toFixed(Math.max(0, Math.ceil(nines) - 1))}`;

  const axes = {
    time: { name: "after", place: x => `${number(x)} s` },
    window: { name: "window", place: number },
    pair: { name: "pair", place: number },
    run: { name: "run", place: number },
    percentile: { name: "percentile", place: percentile },
  };
  const place = (chart, x) => axes[chart.axis].place(x);

  const colours = { critical: "--bad", warning: "--unsure", info: "--quiet", resolved: "--good" };

  // Moments, as lines across the plot with their names beside them.
  const marks = chart => plot => {
    const { ctx, bbox } = plot;
    const ratio = devicePixelRatio;
    ctx.save();
    ctx.font = `${11 * ratio}px system-ui, sans-serif`;
    ctx.textBaseline = "top";
    chart.marks.forEach((mark, n) => {
      const x = Math.round(plot.valToPos(mark.at, "x", true));
      if (x < bbox.left || x > bbox.left + bbox.width) return;
      ctx.strokeStyle = ctx.fillStyle = colour(colours[mark.severity] || "--quiet");
      ctx.lineWidth = 1.5 * ratio;
      ctx.setLineDash([4 * ratio, 3 * ratio]);
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
      const right = x > bbox.left + bbox.width / 2;
      ctx.textAlign = right ? "right" : "left";
      ctx.fillText(mark.text, x + (right ? -4 : 4) * ratio, bbox.top + (2 + (n % 4) * 13) * ratio);
    });
    ctx.restore();
  };

  const logTicks = (plot, splits) =>
    splits.map(v => Math.abs(Math.log10(v) - Math.round(Math.log10(v))) < 1e-9 ? v : null);

  const yAxis = chart => chart.axis === "percentile"
    ? { scale: { distr: 3 }, axis: { filter: logTicks } }
    : { scale: { range: (plot, min, max) => [0, max > 0 ? max * 1.08 : 1] }, axis: {} };

  const xAxis = chart => ({
    values: (plot, splits) => splits.map(v => place(chart, v)),
    ...(chart.axis === "percentile"
      ? { splits: () => [0.30103, 1, 2, 3, 4, 5, 6].filter(n => n <= chart.x[chart.x.length - 1]) }
      : {}),
  });

  const options = (chart, width) => {
    const ink = colour("--quiet");
    const line = { stroke: ink, grid: { stroke: colour("--rule"), width: 1 }, ticks: { stroke: colour("--rule") } };
    const y = yAxis(chart);
    return {
      width,
      height,
      scales: { x: { time: false }, y: y.scale },
      axes: [
        { ...line, ...xAxis(chart) },
        { ...line, ...y.axis, size: 64, values: (plot, splits) => splits.map(v => v === null ? "" : `${number(v)} ${chart.unit}`) },
      ],
      series: [
        { label: axes[chart.axis].name, value: (plot, x) => x === null ? "–" : place(chart, x) },
        ...chart.lines.map((it, i) => ({
          label: it.name,
          stroke: colour(`--line-${i % 6 + 1}`),
          width: 1.75,
          dash: dashes[i % 6],
          value: (plot, v) => v === null ? "–" : `${number(v)} ${chart.unit}`,
        })),
      ],
      cursor: { points: { size: 6 } },
      hooks: { draw: [marks(chart)] },
    };
  };

  const draw = figure => {
    const chart = charts[figures.indexOf(figure)];
    const target = figure.querySelector(".plot");
    if (!target.clientWidth) return;
    drawn.get(figure)?.destroy();
    const data = [chart.x, ...chart.lines.map(line => line.values)];
    drawn.set(figure, new uPlot(options(chart, target.clientWidth), data, target));
  };

  const table = figure => {
    const chart = charts[figures.indexOf(figure)];
    const frame = document.createElement("div");
    frame.className = "scrolls";
    frame.tabIndex = 0;
    const body = document.createElement("table");
    const row = (tag, cells) => {
      const tr = body.appendChild(document.createElement("tr"));
      cells.forEach((text, i) => {
        const cell = tr.appendChild(document.createElement(i === 0 ? "th" : tag));
        cell.textContent = text;
        cell.scope = tag === "th" ? "col" : "row";
        cell.className = i === 0 ? "" : "number";
      });
    };
    body.createCaption().textContent = chart.title;
    row("th", [axes[chart.axis].name, ...chart.lines.map(line => `${line.name}, ${chart.unit}`)]);
    chart.x.forEach((x, i) => row("td", [place(chart, x), ...chart.lines.map(line => number(line.values[i]))]));
    chart.marks.forEach(mark => row("td", [place(chart, mark.at), mark.text]));
    frame.append(body);
    return frame;
  };

  const near = figure => {
    const { top, bottom } = figure.getBoundingClientRect();
    return bottom > -300 && top < innerHeight + 300;
  };

  const inSight = new IntersectionObserver(entries => entries.forEach(entry => {
    if (entry.isIntersecting && !drawn.has(entry.target)) draw(entry.target);
  }), { rootMargin: "300px" });
  const resized = new ResizeObserver(entries => entries.forEach(entry => {
    const plot = drawn.get(entry.target.closest("figure"));
    const width = Math.floor(entry.contentRect.width);
    if (plot && width && plot.width !== width) plot.setSize({ width, height });
  }));
  figures.forEach(figure => {
    inSight.observe(figure);
    resized.observe(figure.querySelector(".plot"));
    const data = figure.querySelector(".data");
    data.addEventListener("toggle", () => {
      if (data.open && data.childElementCount === 1) data.append(table(figure));
    });
  });

  // A link to a check opens it.
  const open = () => {
    const part = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (part instanceof HTMLDetailsElement) {
      part.open = true;
      part.scrollIntoView();
    }
  };
  addEventListener("hashchange", open);
  open();
  figures.filter(near).forEach(draw);

  const again = () => [...drawn.keys()].forEach(draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  addEventListener("beforeprint", () => {
    document.documentElement.dataset.paper = "";
    document.querySelectorAll("details.check").forEach(check => { check.open = true; });
    figures.forEach(draw);
  });
  addEventListener("afterprint", () => {
    delete document.documentElement.dataset.paper;
    again();
  });
})();
