{
  let d = document,
    r = d.documentElement,
    l = location,
    D = r.dataset,
    s,
    q = (x) => d.querySelector(x),
    box = () => q('#search-box');
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
    if (e.target == box()) d.pasted = e.clipboardData.getData('text');
  };
  addEventListener(
    'focusin',
    ({ target: t }) => t == box() && import(D.search).then((m) => m.attach(t)),
  );
  onkeydown = (e) => {
    if (
      e.key == '/' ? !e.target.matches(':read-write') : e.key == 'k' && (e.metaKey || e.ctrlKey)
    ) {
      ((e.key == '/' && q('#paste')) || box())?.focus();
      return !1;
    }
  };
  d.onreadystatechange = () => {
    let i = q(`[value="${s.platform}"]`);
    if (i) i.checked = 1;
    if ((i = q('[name=theme]'))) i.value = D.theme;
  };
}
