// What axe-core does not look at (or calls "incomplete"): run in the page, gives a list of faults as text.
(() => {
  const faults = [];
  const say = (fault) => faults.push(fault);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const wide = document.documentElement.scrollWidth - window.innerWidth;
  if (wide > 0) say(`the page is ${wide} wider than the screen`);
  for (const selector of ["script", "link", "img", "iframe", "object", "embed", "image", "use", "[style]", "[href]", "[src]"])
    if (document.querySelector(selector)) say(`there is a ${selector}`);
  for (const element of all("*"))
    for (const attribute of element.getAttributeNames())
      if (attribute.startsWith("on")) say(`${element.tagName} has ${attribute}`);
  const ids = all("[id]").map((element) => element.id);
  if (new Set(ids).size !== ids.length) say("an id stands twice");

  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) say(`heading '${heading.textContent}' leaves out a level`);
    level = own;
  }
  if (all("h1").length !== 1) say(`${all("h1").length} headings of level 1`);
  if (all("main").length !== 1 || all("body > *:not(main)").length) say("something stands outside of main");
  if (!document.title || !document.documentElement.lang) say("no title or language");

  for (const table of all("table")) {
    const name = table.caption ? table.caption.textContent
      : document.getElementById(table.getAttribute("aria-labelledby"))?.textContent;
    if (!name) say("a table without a name");
    if (all("th", table).some((cell) => !cell.scope)) say(`a heading without a scope in '${name}'`);
    if (!all("th", table).length) say(`no heading cell in '${name}'`);
    const counts = new Set([...table.rows].map((row) => row.cells.length));
    if (counts.size > 1) say(`rows of different length in '${name}'`);
  }

  for (const svg of all("svg")) {
    const title = svg.querySelector(":scope > title")?.textContent ?? "";
    if (svg.getAttribute("role") !== "img" || !title || /gnuplot/i.test(title)) say(`a chart without name: '${title}'`);
    if (!svg.querySelector(":scope > desc")?.textContent) say(`no description of '${title}'`);
    lookAtTexts(svg, title);
  }

  function lookAtTexts(svg, title) {
    const frame = svg.getBoundingClientRect();
    const texts = all("text", svg).map((text) => ({ text, box: text.getBoundingClientRect() }));
    const scale = frame.width / svg.viewBox.baseVal.width;
    if (14 * scale < 9) say(`letters of ${(14 * scale).toFixed(1)} pixels in '${title}'`);
    for (const { text, box } of texts) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
        say(`'${text.textContent}' is cut in '${title}'`);
      const contrast = contrastOf(text, box, svg);
      if (contrast < 4.5) say(`contrast ${contrast.toFixed(2)} of '${text.textContent}' in '${title}'`);
    }
    const level = texts.filter(({ text }) => !text.hasAttribute("transform"));
    for (let i = 0; i < level.length; ++i)
      for (let j = i + 1; j < level.length; ++j) {
        const a = level[i].box, b = level[j].box;
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 4 * scale)
          say(`'${level[i].text.textContent}' lies on '${level[j].text.textContent}' in '${title}'`);
      }
  }

  function channels(color) { return color.match(/[\d.]+/g).map(Number); }
  function luminance(rgb) {
    const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  // A text on what is drawn below its middle.
  function contrastOf(text, box, svg) {
    let ground = channels(getComputedStyle(document.body).backgroundColor).slice(0, 3);
    const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
    for (const shape of all("rect, path", svg)) {
      const area = shape.getBoundingClientRect(), style = getComputedStyle(shape);
      if (style.fill === "none" || x < area.left || x > area.right || y < area.top || y > area.bottom) continue;
      if (shape.tagName === "path" && !shape.hasAttribute("fill-opacity")) continue;
      const fill = channels(style.fill), part = Number(style.fillOpacity);
      ground = ground.map((c, i) => c * (1 - part) + fill[i] * part);
    }
    const [light, dark] = [luminance(channels(getComputedStyle(text).fill).slice(0, 3)), luminance(ground)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }
  return faults;
})()
