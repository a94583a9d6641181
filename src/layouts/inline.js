((d, r, s) => {
  try { s = localStorage } catch { s = {} }
  r.className = 'js';
  r.dataset.theme = s.theme || '';
  const box = () => d.querySelector('[data-search] input'), on = (k, f) => d.addEventListener(k, f);
  on('click', ({ target: t }) => {
    const b = t.closest('[data-copy],[data-theme-switch]');
    if (!b) return;
    if (b.dataset.copy) navigator.clipboard.writeText(b.parentNode.querySelector('code').innerText).then(() => { b.textContent = b.dataset.copy });
    else s.theme = r.dataset.theme = (s.theme || matchMedia('(prefers-color-scheme:dark)').matches && 'dark') == 'dark' ? 'light' : 'dark';
  });
  on('change', ({ target: t }) => { if (t.name == 'platform') s.platform = t.value });
  on('focusin', ({ target: t }) => { if (t == box()) import(r.dataset.search).then((m) => m.attach(t)) });
  on('keydown', (e) => {
    if (box() && (e.key == '/' ? !/INPUT|TEXTAREA|SELECT/.test(e.target.tagName) : e.key == 'k' && (e.metaKey || e.ctrlKey))) e.preventDefault(), box().focus();
  });
  on('DOMContentLoaded', () => { const i = s.platform && d.querySelector(`[value="${s.platform}"]`); if (i) i.checked = 1 });
})(document, document.documentElement);
