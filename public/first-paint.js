// Runs before the first paint, so that neither the language, the colours nor the screen change under the reader's eyes.
(() => {
  const asked = new URLSearchParams(location.search);
  let stored = {};
  try {
    stored = JSON.parse(localStorage.getItem('brokerscape.preferences') ?? '{}');
  } catch {
    // Without storage the browser's own settings decide.
  }
  const language = asked.get('lang') ?? stored.language ?? navigator.language;
  const theme = asked.get('theme') ?? stored.theme;
  const isDark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.lang = language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  // The question is for who comes for the first time and asked for nothing else.
  const isFirst = stored.visited !== true && location.hash === '' && !asked.has('test');
  document.documentElement.dataset.visit = isFirst ? 'first' : 'again';
  if (!isFirst) return;
  const picture = document.createElement('link');
  Object.assign(picture, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: './data/first-visit.json' });
  document.head.append(picture);
})();
