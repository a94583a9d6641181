/* Names of one letter keep the script below 1 KB. What it does: inline-script.ts. */
{
  let d = document,
    r = d.documentElement,
    l = location,
    D = r.dataset,
    s,
    q = (x) => d.querySelector(x),
    b = () => q('#search-box');
  try {
    s = localStorage;
  } catch {
    s = {};
  }
  r.className = 'js';
  D.theme = s.theme || '';
  D.at = l.pathname;
  onpopstate = () => D.at == l.pathname || l.reload();
  onclick = ({ target: t }) =>
    (t = t.closest('.header-tools a')) &&
    (t.hash =
      [...d.querySelectorAll('article [id]')].findLast((e) => e.getClientRects()[0]?.top < 99)
        ?.id || l.hash);
  onchange = ({ target: { name: n, value: v } }) => {
    if (n == 'platform') s[n] = v;
    if (n == 'theme') s[n] = D[n] = v;
  };
  d.onpaste = (e) => {
    if (e.target == b()) d.pasted = e.clipboardData.getData('text');
  };
  addEventListener(
    'focusin',
    ({ target: t }) =>
      (t = t.closest('[data-js]')) && import(t.dataset.js).then((m) => m.attach(t)),
  );
  onkeydown = ({ key: k, target: t, metaKey: a, ctrlKey: c }) => {
    if (k == '/' ? !t.matches(':read-write') : k == 'k' && (a || c)) {
      (b() || q('#paste'))?.focus();
      return !1;
    }
  };
  onsubmit = (e) => {
    e.preventDefault();
    e.target.dataset.sent = 1;
  };
  d.onreadystatechange = () => {
    let i = q(`[value="${s.platform}"]`);
    if (i) i.checked = 1;
    if ((i = q('[name=theme]'))) i.value = D.theme;
  };
}
