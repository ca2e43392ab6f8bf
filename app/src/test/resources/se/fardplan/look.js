// What a reader's eye would stop at on this page, as lists of short texts. Run in the page at one width.
() => {
  const shown = e => { const r = e.getBoundingClientRect(); const s = getComputedStyle(e); return r.width > 0 && r.height > 0 && s.visibility !== 'hidden'; };
  const hiddenOnPurpose = e => e.closest('.sr, .ds-sr-only, .ds-skip-link, title, desc');
  const words = e => [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join(' ').trim();
  const short = t => t.replace(/\s+/g, ' ').slice(0, 60);
  const found = { sideways: [], small: [], low: [], clipped: [], machine: [], outline: [], labels: [], links: [] };
  const root = document.documentElement;

  if (root.scrollWidth > root.clientWidth) {
    found.sideways.push('page is ' + root.scrollWidth + ' wide');
    for (const e of document.querySelectorAll('body *')) {
      if (e.getBoundingClientRect().right > root.clientWidth + 1 && !e.closest('.scroll') && !e.closest('svg *')) {
        found.sideways.push(e.tagName.toLowerCase() + '.' + (e.getAttribute('class') ?? '') + ' ' + short(e.textContent));
      }
    }
  }

  for (const e of document.querySelectorAll('body *')) {
    if (!words(e) || hiddenOnPurpose(e) || !shown(e)) continue;
    let size = parseFloat(getComputedStyle(e).fontSize);
    const svg = e.ownerSVGElement;
    if (svg) size *= e.getScreenCTM().a;
    if (size < 15.9) found.small.push(size.toFixed(1) + ' px: ' + short(e.textContent));
    if (!svg && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline' && getComputedStyle(e).overflowX === 'hidden') {
      found.clipped.push(short(e.textContent));
    }
  }

  for (const e of document.querySelectorAll('.ds-button, button:not(.abbr), select, textarea, input:not([type=hidden], [type=radio], [type=checkbox])')) {
    if (shown(e) && e.getBoundingClientRect().height < 44) found.low.push(Math.round(e.getBoundingClientRect().height) + ' px: ' + e.tagName.toLowerCase() + ' ' + short(e.textContent || e.name));
  }

  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect();
    if (!frame.width) continue;
    const boxes = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim()).map(t => [short(t.textContent), t.getBoundingClientRect()]);
    boxes.forEach(([text, box], i) => {
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 3 || box.bottom > frame.bottom + 3) found.labels.push('cut: ' + text);
      for (const [other, b] of boxes.slice(i + 1)) {
        if (box.left < b.right - 1 && box.right > b.left + 1 && box.top < b.bottom - 6 && box.bottom > b.top + 6) found.labels.push('overlap: ' + text + ' | ' + other);
      }
    });
  }

  const copy = document.body.cloneNode(true);
  copy.querySelectorAll('code, pre, [lang=en], input, textarea, svg title, svg desc').forEach(e => e.remove());
  // Settings are told by their names to the one who writes them in the file.
  const text = copy.textContent.replace(/\s+/g, ' ').replace(/\b(?:fardplan|spring)(?:\.[a-z-]+)+/g, '');
  const machine = [/\bnull\b/g, /\bundefined\b/g, /\bNaN\b/g, /\{\d\}/g, /\?\?\?/g, /\b[A-ZÅÄÖ]{2,}_[A-ZÅÄÖ_]+\b/g, /\bse\.fardplan\b/g, /\bKF\d{1,2}\b/g,
    /\b[0-9a-f]{8}-[0-9a-f]{4}-/g, /\b(?:and|the|of|with|from|not found|error|loading|please|value|values|report|true|false|unknown|missing|suppressed|published|page)\b/g,
    /\b\d{4}-\d\d-\d\dT/g, /\d\.\d+E-?\d/g, /\b(?:start|report|figure|access|strategy|layout|menu|error)\.[a-z]+(?:\.[a-zA-Z0-9]+)*\b/g];
  for (const pattern of machine) {
    for (const match of text.matchAll(pattern)) found.machine.push('"' + match[0] + '" in: ' + text.slice(Math.max(0, match.index - 40), match.index + 40));
  }

  const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5')].filter(shown);
  const ones = headings.filter(h => h.tagName === 'H1').length;
  if (ones !== 1) found.outline.push(ones + ' h1');
  headings.reduce((last, h) => { const level = +h.tagName[1]; if (level > last + 1) found.outline.push('h' + last + ' to h' + level + ': ' + short(h.textContent)); return level; }, 0);
  if (root.lang !== 'sv') found.outline.push('lang ' + root.lang);
  if (!document.title || document.title.startsWith(' –')) found.outline.push('no title');

  found.links = [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin).map(a => ({ href: a.pathname + a.search, file: a.hasAttribute('download') }));
  found.anchors = [...document.querySelectorAll('a[href*="#"]')].filter(a => a.origin === location.origin && a.pathname === location.pathname && a.hash.length > 1 && !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map(a => a.hash);
  found.charts = [...document.querySelectorAll('figure[data-chart]')].map(f => ({
    id: f.dataset.chart,
    title: f.querySelector('h2,h3,.title')?.textContent.trim() ?? '',
    summary: f.querySelector('.summary')?.textContent.trim() ?? '',
    source: f.querySelector('.src')?.textContent.trim() ?? '',
    drawings: f.querySelectorAll('svg[role=img]').length,
    named: [...f.querySelectorAll('svg[role=img]')].every(s => s.querySelector('title')?.textContent && s.querySelector('desc')?.textContent || s.getAttribute('aria-label')),
    head: [...f.querySelectorAll('table thead th')].map(c => c.textContent.trim()),
    rows: [...f.querySelectorAll('table tbody tr')].map(r => [...r.cells].map(c => c.textContent.trim())),
    files: [...f.querySelectorAll('a[download]')].map(a => a.pathname + a.search)
  }));
  return found;
}
