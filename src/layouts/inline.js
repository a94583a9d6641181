((d, r, l, s, D = r.dataset) => {
  try { s = localStorage } catch { s = {} }
  r.className = 'js';
  D.theme = s.theme || '';
  D.at = l.pathname;
  onpopstate = () => D.at == l.pathname || l.reload();
  let box = () => d.querySelector('[data-search] input'), on = (k, f) => d.addEventListener(k, f);
  on('click', ({ target: t }) => {
    let b = t.closest('[data-copy],[data-theme-switch]');
    if (b) if (b.dataset.copy) navigator.clipboard.writeText(b.parentNode.querySelector('code').innerText).then(() => b.textContent = b.dataset.copy);
    else s.theme = D.theme = (s.theme || matchMedia('(prefers-color-scheme:dark)').matches && 'dark') == 'dark' ? 'light' : 'dark';
  });
  on('change', ({ target: t }) => { if (t.name == 'platform') s.platform = t.value });
  on('focusin', ({ target: t }) => t == box() && import(D.search).then((m) => m.attach(t)));
  on('keydown', (e) => {
    if (box() && (e.key == '/' ? !/^IN|^TE|^SE/.test(e.target.tagName) : e.key == 'k' && (e.metaKey || e.ctrlKey))) e.preventDefault(), box().focus();
  });
  on('DOMContentLoaded', () => { let i = s.platform && d.querySelector(`[value=${s.platform}]`); if (i) i.checked = 1 });
})(document, document.documentElement, location);
