{
  let d = document,
    r = d.documentElement,
    l = location,
    D = r.dataset,
    s,
    q = (x) => d.querySelector(x),
    box = () => q('[data-search] input');
  try {
    s = localStorage;
  } catch {
    s = {};
  }
  r.className = 'js';
  D.theme = s.theme || '';
  D.at = l.pathname;
  onpopstate = () => D.at == l.pathname || l.reload();
  onclick = ({ target: t }) => {
    if (t.closest('[data-theme-switch]'))
      s.theme = D.theme = (
        s.theme ? s.theme == 'dark' : matchMedia('(prefers-color-scheme:dark)').matches
      )
        ? 'light'
        : 'dark';
  };
  onchange = ({ target: t }) => {
    if (t.name == 'platform') s.platform = t.value;
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
      box() &&
      (e.key == '/'
        ? !/^IN|^TE|^SE/.test(e.target.tagName)
        : e.key == 'k' && (e.metaKey || e.ctrlKey))
    ) {
      e.preventDefault();
      box().focus();
    }
  };
  d.onreadystatechange = () => {
    let i = s.platform && q(`[value=${s.platform}]`);
    if (i) i.checked = 1;
  };
}
